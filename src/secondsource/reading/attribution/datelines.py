"""Datelines at the head of a paragraph: no part of the sentence that follows them."""

import re
from collections.abc import Iterable, Iterator

from secondsource.article import Span

_LONGEST = 90
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚŁŃŇŌŚŠŤŪŮŹŻŽА-ЯЁІЇЄҐЎ"
_ENGLISH = re.compile(
    r"(?:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}|(?:[A-Z][\w.'’-]+ ?){1,4}(?=[ (]*\())"
    r"(?:, [A-Z][\w.]+){0,2}(?:,? \d{1,2})?(?: ?\([^()\n]{2,30}\))?\s*(?:--|[-–—])\s*(?=\S)"
)
_DAY = r"(?:,? (?:le |el |den |am )?(?:\d{1,2}\.? ?\w{3,12}\.?|\w{3,12}\.? \d{1,2}\.?)(?: \d{4})?)?"
_AGENCY = r"(?: ?\([^()\d\n]{2,30}\)| ?/[^/\n]{2,30}/\.?)"
_OTHER = re.compile(
    rf"(?:[{_UPPER}][{_UPPER}'’-]{{2,}}(?:[ -][{_UPPER}][{_UPPER}'’-]+){{0,3}}(?:, [{_UPPER}]\w+)?"
    rf"{_DAY}{_AGENCY}?\s*(?:\.\s?[-–—]{{1,2}}|[–—]|--|(?<=[\s)])-)|"
    rf"[{_UPPER}][\w'’-]+(?: (?:[a-zà-ÿ]{{1,3}} )?[{_UPPER}][\w'’-]+){{0,3}}"
    rf"{_DAY}{_AGENCY}\s*[-–—]{{1,2}})\s*(?=\S)"
)
_PLACE = re.compile(rf"[{_UPPER}][\w'’-]+(?: [{_UPPER}][\w'’-]+){{0,2}}\s[–—]\s+(?=[{_UPPER}])")
"""A place in small letters, which only opens a text so: "Orrin – Die Brücke ist zu."."""


def cut_datelines(text: str, sentences: Iterable[Span], language: str = "en") -> tuple[Span, ...]:
    """The same sentences, a dateline ("ORRIN (AP) —") being a sentence of its own.

    Only those at the start of a line are looked at: in capitals, or with an agency in brackets.

    Args:
        text: the text.
        sentences: some of its sentences, in order.
        language: ISO 639-1 code; other languages than English have days and dots in theirs.
    """
    return tuple(part for span in sentences for part in _cut(text, span, language))


def _cut(text: str, span: Span, language: str) -> Iterator[Span]:
    if span.start == 0 or text[span.start - 1] == "\n":
        end = min(span.end, span.start + _LONGEST)
        pattern = _ENGLISH if language == "en" else _OTHER
        match = pattern.match(text, span.start, end)
        if match is None and span.start == 0 and language != "en":
            match = _PLACE.match(text, span.start, end)
        if match is not None and match.end() < span.end:
            yield Span(span.start, match.end())
            span = Span(match.end(), span.end)
    yield span
