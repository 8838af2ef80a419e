"""Somebody's own words in a text: between quotation marks, or after a dash at a paragraph's head.

Words of the author may stand within them: «Да, — сказала она. — Он выстоит».
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from secondsource.article import Span
from secondsource.reading.attribution.pieces import find_words
from secondsource.reading.quotes import Quoted, find_quotations
from secondsource.sentences import LONGEST_READ, split_blocks

_DASH = re.compile(r"(?<=[\s,.!?…»”\"])[—–―-](?=\s)|(?<=\s)[—–―](?=\w)|(?<=\w)[—–―](?=[.,!?;:])")
_DIALOGUE = re.compile(r"[—–―-]\s+(?=\S)|[—―](?=\w)")
_TAG_AFTER = re.compile(r"\s*(?:,\s*)?[—–-]\s")
_COMMA_OR_ASKED = ",!?…"
_TAG_REACH = 6
"""Words after a dash among which the verb of saying stands, when they are the author's."""
_SHORTEST_ALONE = 3
"""A sentence that is all quotation needs so many words, else it is a title or a nickname."""

IsSaying = Callable[[str], bool]
"""Whether a word, in small letters, is a form of a verb of saying."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech: its pieces without the author's words, from its first mark to its last.

    `tag` is where the author's words within it stand, if there are any.
    """

    pieces: tuple[Span, ...]
    hull: Span
    tag: Span | None = None


def find_speeches(text: str, is_saying: IsSaying) -> tuple[Speech, ...]:
    """Give every speech of a text, in order; titles, nicknames and single words are none."""
    quotations = [q for q in find_quotations(text) if q.depth == 0]
    found = [
        _split_quotation(text, q, is_saying) for q in quotations if _is_speech(text, q, is_saying)
    ]
    for block in split_blocks(text):
        if match := _DIALOGUE.match(text, block.start, min(block.end, block.start + LONGEST_READ)):
            dialogue = _split(text, Span(match.end(), block.end), block, is_saying)
            if dialogue and not any(s.hull.overlaps(block) for s in found):
                found.append(dialogue)
    return tuple(sorted(found, key=lambda s: s.hull))


def _is_speech(text: str, quotation: Quoted, is_saying: IsSaying) -> bool:
    """Whether a quotation is a sentence of its own and no part of the author's."""
    before = text[: quotation.start].rstrip(" \xa0")[-1:] if quotation.start else ""
    if len(quotation.pieces) > 1 or before == ":":
        return True
    starts = before in ("", "\n") or before in '.!?…—–»”“"'
    inside = text[quotation.start + 1 : quotation.end - 1]
    after = text[quotation.end : quotation.end + 20]
    if tag := _TAG_AFTER.match(after):
        return ("," in tag.group() or inside[-1:] in _COMMA_OR_ASKED) and starts
    words = find_words(text, quotation.hull)
    if starts and len(words) >= _SHORTEST_ALONE and (after.lstrip(" \xa0.!?…")[:1] in '\n«„“"—'):
        return True
    return starts and _has_tag(text, quotation.hull, is_saying)


def _has_tag(text: str, hull: Span, is_saying: IsSaying) -> bool:
    return any(_tags(text, hull, is_saying))


def _split_quotation(text: str, quotation: Quoted, is_saying: IsSaying) -> Speech:
    if len(quotation.pieces) > 1:
        return Speech(quotation.pieces, quotation.hull)
    inside = Span(quotation.start + 1, max(quotation.start + 1, quotation.end - 1))
    split = _split(text, inside, quotation.hull, is_saying)
    if split is None or split.tag is None or not split.pieces:
        return Speech(quotation.pieces, quotation.hull)
    return Speech(_with_marks(split.pieces, inside, quotation.hull), quotation.hull, split.tag)


def _with_marks(pieces: tuple[Span, ...], inside: Span, hull: Span) -> tuple[Span, ...]:
    """The pieces of a quotation with its marks, where they are the first and the last words."""
    return tuple(
        Span(
            hull.start if p.start == inside.start else p.start,
            hull.end if p.end == inside.end else p.end,
        )
        for p in pieces
    )


def _split(text: str, inside: Span, hull: Span, is_saying: IsSaying) -> Speech | None:
    """A stretch as speech and the author's words between dashes in it."""
    tag = next(_tags(text, inside, is_saying), None)
    if tag is None:
        return Speech((inside,), hull) if len(inside) else None
    pieces = (Span(inside.start, tag.start), Span(tag.end, inside.end))
    return Speech(tuple(p for p in pieces if find_words(text, p)), hull, tag)


def _tags(text: str, inside: Span, is_saying: IsSaying) -> Iterator[Span]:
    """The author's words between dashes: they begin small, with a verb of saying near."""
    dashes = [Span(*m.span()) for m in _DASH.finditer(text, inside.start, inside.end)]
    ends = [*dashes[1:], Span(inside.end, inside.end)]
    for dash, end in zip(dashes, ends, strict=False):
        words = [w.of(text) for w in find_words(text, Span(dash.end, end.start))[:_TAG_REACH]]
        if words and words[0][0].islower() and any(is_saying(word.lower()) for word in words):
            yield Span(dash.start, min(inside.end, end.end))
