"""A passage whose words of time are put as dates, as they are in the claim it is held against."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from secondsource.article import Span
from secondsource.evidence.query.draft import keep_apart
from secondsource.evidence.query.times import find_times

_ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class DatedText:
    """A passage, some of its words replaced by the dates that they mean.

    `replaced` are the places of the dates in `text`, each with the stretch of the passage that it
    stands for.
    """

    text: str
    replaced: tuple[tuple[Span, Span], ...] = ()

    def place(self, span: Span) -> Span:
        """Where a stretch of the text stands in the passage; a date counts whole."""
        return Span(self._place(span.start, 0), self._place(span.end, 1))

    def _place(self, position: int, end: int) -> int:
        shift = 0
        for mine, theirs in self.replaced:
            if position < mine.start + end:
                break
            if position < mine.end + end:
                return theirs.end if end else theirs.start
            shift = theirs.end - mine.end
        return position + shift


@lru_cache(maxsize=1024)
def names_undated_times(text: str, language: str) -> bool:
    """Whether a text says "yesterday" or "on Monday": what a day of publication gives a date."""
    return next(find_times(text, Span(0, len(text)), _ANY_DAY, language), None) is not None


def write_dates(passage: str, day: date, language: str) -> DatedText:
    """A passage with "yesterday" or "last year" written as the date it means.

    A claim that was made self-standing says "in 2023" where its article says "last year"; held
    against a passage that says "last year" of the same year, the stance models take them for two
    times. What cannot be dated stays as it is.

    Args:
        passage: the words.
        day: on which they were published.
        language: ISO 639-1 code; where there is no table for it nothing is replaced.
    """
    found = find_times(passage, Span(0, len(passage)), day, language)
    parts: list[str] = []
    replaced: list[tuple[Span, Span]] = []
    length, done = 0, 0
    for reference in keep_apart(found):
        before = passage[done : reference.span.start]
        at = Span(length + len(before), length + len(before) + len(reference.words))
        replaced.append((at, reference.span))
        parts += [before, reference.words]
        length, done = at.end, reference.span.end
    return DatedText("".join([*parts, passage[done:]]), tuple(replaced))
