"""The turns of a text: who speaks in which paragraph, and what of it is no part of what is said."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise, takewhile

from secondsource.article import Span
from secondsource.names.words import list_openers
from secondsource.quotes import find_quotations
from secondsource.reading.attribution.turns.accept import choose_speakers
from secondsource.reading.attribution.turns.labels import (
    Label,
    LabelKind,
    find_labels,
    is_fact_check,
)
from secondsource.reading.attribution.turns.openings import skip_opening
from secondsource.reading.attribution.turns.speakers import CapitalNames, find_interviewed
from secondsource.reading.attribution.turns.table import LabelWords, load_words
from secondsource.sentences import split_blocks

_MOST_KEPT = 16
_MOST_MORE = 6
"""Paragraphs without a label that go on with what the one before them says."""
_LONGEST_HEADING = 14
_LONGEST_BARE = 40
_STATES = re.compile(r"[.!?…][\s”“»\"'’)]*\Z")
_DASH = re.compile(r"[—–―]\s*|-\s+")
_FEWEST_ANSWERS = 2
_LANGUAGES_WITHOUT_DASHES = frozenset(("en", "de", "nl"))


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a time.

    `source` are the words that name the speaker, None where nobody does; `entity` is whom they
    mean, None where it is not known. `label` is from the label's first sign to its colon.
    """

    source: Span | None
    entity: str | None
    cue: Span | None
    label: Span
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of a text, and what stands before the first word of its paragraphs."""

    turns: tuple[Turn, ...] = ()
    openings: tuple[Span, ...] = ()


@lru_cache(maxsize=_MOST_KEPT)
def read_turns(text: str, language: str | None) -> Turns:
    """Read who speaks in which paragraph: interviews, transcripts, live blogs, posts.

    Args:
        text: the text.
        language: ISO 639-1 code; None is read as English.

    Returns:
        Turns in order, and openings: labels, times of day and bullets, one for a paragraph at
        most. Both are empty for a plain report.
    """
    return _Reading(text, language or "en").read()


def split_openings(text: str, language: str | None, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """The same sentences, each opening being one of its own, as the grammar is read."""
    openings = read_turns(text, language).openings
    if not openings:
        return tuple(sentences)
    return tuple(sorted([*_cut(text, sentences, openings), *openings]))


def drop_openings(text: str, language: str | None, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """The same sentences without the openings; one that is nothing else is left out."""
    openings = read_turns(text, language).openings
    return tuple(_cut(text, sentences, openings)) if openings else tuple(sentences)


def _cut(text: str, sentences: Sequence[Span], openings: Sequence[Span]) -> Iterator[Span]:
    number = 0
    for span in sentences:
        start = span.start
        while number < len(openings) and openings[number].end <= start:
            number += 1
        if number < len(openings) and openings[number].start <= start:
            start = min(openings[number].end, span.end)
        while start < span.end and text[start].isspace():
            start += 1
        if start < span.end:
            yield Span(start, span.end)


class _Reading:
    """One text on its way to its turns."""

    def __init__(self, text: str, language: str) -> None:
        self._text, self._language = text, language
        self._words: LabelWords = load_words(language)
        self._blocks = list(split_blocks(text))
        self._names = CapitalNames(text, language)

    def read(self) -> Turns:
        """Its turns and openings."""
        skipped = ((n, skip_opening(self._text, block)) for n, block in enumerate(self._blocks))
        openings = {n: end for n, end in skipped if end > self._blocks[n].start}
        labels = self._find_labels()
        chosen, is_dialogue = choose_speakers(self._text, labels, self._words, self._names)
        for label in chosen:
            openings[label.number] = label.content.start if len(label.content) else label.cue.end
        turns = tuple(self._make_turns(chosen, is_dialogue))
        turns = turns or tuple(self._read_dashes())
        spans = (Span(self._blocks[n].start, end) for n, end in sorted(openings.items()))
        return Turns(turns, tuple(span for span in spans if len(span)))

    def _find_labels(self) -> list[Label]:
        openers = list_openers(self._language)
        labels = list(find_labels(self._text, self._blocks, self._words, openers))
        if any(label.kind in _QUESTIONS for label in labels) and self._is_fact_check():
            labels = [label for label in labels if label.kind not in _QUESTIONS]
        labels += self._find_bare({label.number for label in labels})
        labels = [
            label if len(label.content) else replace(label, asks=self._asks_after(label.number))
            for label in labels
        ]
        return sorted(labels, key=lambda label: label.span)

    def _is_fact_check(self) -> bool:
        heads = (block.of(self._text)[:30].partition(":") for block in self._blocks)
        return is_fact_check([head.casefold().strip() for head, colon, _ in heads if colon])

    def _find_bare(self, taken: set[int]) -> Iterator[Label]:
        """Labels without a colon on lines of their own: two that take turns, each again."""
        lines = {
            number: line
            for number, block in enumerate(self._blocks[:-1])
            if number not in taken
            and len(block) <= _LONGEST_BARE
            and _is_bare(line := block.of(self._text))
        }
        counted = Counter(lines.values())
        again = [line for line, times in counted.items() if times > 1]
        if len(again) < 2 or not any(self._asks_after(n) for n, x in lines.items() if x in again):
            return
        for number, line in lines.items():
            if line in again and number + 1 not in lines:
                block = self._blocks[number]
                nothing = Span(block.end, block.end)
                own = tuple(line.split())
                yield Label(number, LabelKind.NAME, block, block, own, nothing, False, False, False)

    def _asks_after(self, number: int) -> bool:
        """Whether the paragraph after one is a question."""
        following = self._blocks[number + 1 : number + 2]
        return any(self._is_asked(block) for block in following)

    def _make_turns(self, chosen: Sequence[Label], is_dialogue: bool) -> Iterator[Turn]:
        if not chosen:
            return
        unnamed = any(label.kind is LabelKind.ANSWER for label in chosen)
        interviewed = self._find_interviewed(chosen[0].span.start) if unnamed else None
        numbers = [*sorted({label.number for label in chosen}), None]
        after = dict(pairwise(numbers))
        for label in chosen:
            content = self._find_content(label, after[label.number], is_dialogue)
            if content:
                yield self._make_turn(label, content, interviewed)

    def _find_interviewed(self, end: int) -> tuple[Span, str | None] | None:
        return find_interviewed(self._text, end, self._words, self._language)

    def _find_content(
        self, label: Label, following: int | None, is_dialogue: bool
    ) -> tuple[Span, ...]:
        """What is said in the paragraph, or only its quotation; in a dialogue, more paragraphs."""
        own = [self._quoted(label.content)] if len(label.content) else []
        if not is_dialogue or label.is_timed or label.kind is LabelKind.HANDLE:
            return tuple(own)
        last = label.number + (1 if not own else 0)
        more = range(label.number + 1, last + 1 if following is None else following)
        if len(more) > _MOST_MORE + 1 - len(own):
            more = range(label.number + 1, last + 1)
        blocks = [self._blocks[n] for n in more if n < len(self._blocks)]
        if own or len(blocks) > 1:
            blocks = list(takewhile(lambda block: not self._is_asked(block), blocks))
        return (*own, *(block for block in blocks if self._goes_on(block)))

    def _is_asked(self, block: Span) -> bool:
        """Whether a paragraph without a label asks: then it is another's."""
        return block.of(self._text).rstrip('»”"“’')[-1:] == "?"

    def _quoted(self, content: Span) -> Span:
        """The quotation with which what is said begins: the rest is the author's."""
        if self._text[content.start] not in '«“„"‚‘»':
            return content
        block = content.of(self._text)
        first = next((q for q in find_quotations(block) if q.hull.start == 0 and not q.depth), None)
        ends = first is not None and block[: first.hull.end].rstrip("»”\"“’‘'")[-1:] in ".!?…"
        return first.hull.shift(content.start) if first is not None and ends else content

    def _goes_on(self, block: Span) -> bool:
        """Whether a paragraph between turns is said: no heading, nothing in brackets."""
        words = block.of(self._text)
        is_heading = not _STATES.search(words) and len(words.split()) <= _LONGEST_HEADING
        return words[0] not in "([" and not is_heading

    def _make_turn(
        self, label: Label, content: tuple[Span, ...], interviewed: tuple[Span, str | None] | None
    ) -> Turn:
        whole = Span(label.span.start, label.cue.end)
        if label.kind is LabelKind.ASK:
            return Turn(None, None, whole, whole, content)
        if label.kind is LabelKind.ANSWER:
            source, entity = interviewed or (None, None)
            return Turn(source, entity, whole, whole, content)
        return Turn(label.span, self._mean(label), _cue_of(label), whole, content)

    def _mean(self, label: Label) -> str | None:
        """Whom a label means; a role that has no name means nobody known."""
        if label.kind is LabelKind.HANDLE:
            return label.words[0]
        whole = label.span.of(self._text).strip().casefold()
        if whole in self._words.roles or " ".join(label.words).casefold() in self._words.roles:
            return None
        words = label.words
        if label.kind is LabelKind.TITLED and " ".join(words).isupper():
            words = tuple(word.title() for word in words)
        return self._names.complete(words)

    def _read_dashes(self) -> Iterator[Turn]:
        """The answers of an interview that is set with dashes only, if it says who gives them."""
        if self._language in _LANGUAGES_WITHOUT_DASHES:
            return
        dashed = [b for b in self._blocks if _DASH.match(self._text, b.start, b.end)]
        if len(dashed) < 2 * _FEWEST_ANSWERS:
            return
        asking = [block.of(self._text).endswith("?") for block in dashed]
        answers = [
            b
            for b, asks, before in zip(dashed[1:], asking[1:], asking, strict=False)
            if before and not asks
        ]
        if len(answers) < _FEWEST_ANSWERS or not asking[0]:
            return
        interviewed = self._find_interviewed(dashed[0].start)
        if interviewed is None:
            return
        for block in answers:
            dash = _DASH.match(self._text, block.start, block.end)
            if dash is not None:
                yield Turn(*interviewed, None, Span(*dash.span()), (Span(dash.end(), block.end),))


_QUESTIONS = (LabelKind.ASK, LabelKind.ANSWER)


def _cue_of(label: Label) -> Span | None:
    """The colon; a label on a line of its own has none."""
    return label.cue if label.cue.start >= label.span.end else None


def _is_bare(line: str) -> bool:
    """Whether a line can be a name in bold: a few words with capitals and no mark after them."""
    words = line.split()
    return (
        0 < len(words) <= 3
        and line[-1].isalpha()
        and words[0][0].isupper()
        and words[-1][0].isupper()
    )
