"""Sentences that go on with what somebody was made to say: "And that this will change it."."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from secondsource.reading.attribution.pieces import Found, append_spans, trim_piece
from secondsource.reading.parse import Parse

_OPENING = re.compile(r"(?:And|But|Or) that$")
_NOMINAL = frozenset({"DET", "PRON", "PROPN"})


def continue_clauses(parse: Parse, found: Iterable[Found]) -> list[Found]:
    """Give each sentence that opens with "And that" and a subject to who spoke just before.

    Only within a paragraph, and only when the content before runs to the end of its sentence.
    """
    kept = list(found)
    starts = [parse.tokens[start].start for start, _ in parse.sentences]
    ending = {
        bisect_right(starts, item.content[-1].start) - 1: place
        for place, item in enumerate(kept)
        if item.content and item.is_speech and item.asserts
    }
    for number in range(1, len(starts)):
        place = ending.get(number - 1)
        if place is not None and _opens_with_that(parse, number):
            longer = _lengthen(parse, kept[place], number)
            if longer is not None:
                kept[place] = longer
                ending[number] = place
    return kept


def _opens_with_that(parse: Parse, number: int) -> bool:
    start, end = parse.sentences[number]
    if end - start < 4 or parse.tokens[start + 2].pos not in _NOMINAL:
        return False
    first, second = parse.tokens[start].span, parse.tokens[start + 1].span
    return _OPENING.match(parse.text[first.start : second.end]) is not None


def _lengthen(parse: Parse, item: Found, number: int) -> Found | None:
    """The attribution with that sentence in its content; None when it ended earlier."""
    start, end = parse.sentences[number]
    opening = parse.tokens[start].start
    between = parse.text[item.content[-1].end : opening]
    content = trim_piece(parse.text, opening, parse.tokens[end - 1].end)
    if content is None or "\n" in between or any(map(str.isalnum, between)):
        return None
    return replace(item, content=append_spans(item.content, (content,)))
