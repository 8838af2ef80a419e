"""Somebody's own words in a text: between quotation marks, or after a dash at a paragraph's head.

Words of the author may stand within them: «Да, — сказала она. — Он выстоит».
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from secondsource.article import Span
from secondsource.quotes import Quoted, find_quotations
from secondsource.reading.attribution.pieces import find_touching, find_words, join_spans
from secondsource.sentences import LONGEST_READ, split_blocks

_DASH = re.compile(r"(?<=[\s,.!?…»”\"])[—–―-](?=\s)|(?<=\s)[—–―](?=\w)|(?<=\w)[—–―](?=[.,!?;:])")
_DIALOGUE = re.compile(r"[—–―-]\s+(?=\S)|[—―](?=\w)")
_TAG_AFTER = re.compile(r"\s*(?:,\s*)?[—–-]\s")
_COMMA = re.compile(r"[,!?…]\s+(?P<words>[a-zà-ÿ][^,.!?…«»“”\n]{2,100})[,.]")
_ITEM = re.compile(r"-[^\S\n]")
_FEWEST_ITEMS = 2
_SAID_WITHIN = 4
"""Words after a speech, or after a comma in it, among which the verb of saying stands."""
_NEAR = 60
_COMMA_OR_ASKED = ",!?…"
_TAG_REACH = 6
"""Words after a dash among which the verb of saying stands, when they are the author's."""
_SHORTEST_ALONE = 3
"""A sentence that is all quotation needs so many words, else it is a title or a nickname."""

FindTags = Callable[[str, Span], Iterator[Span]]
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


def find_speeches(text: str, is_saying: IsSaying, by_commas: bool = False) -> tuple[Speech, ...]:
    """Give every speech of a text, in order; titles, nicknames and single words are none.

    Args:
        text: The text.
        is_saying: Tells the verbs of its language.
        by_commas: Whether the author's words within a speech may stand between commas, as
            the French set them: « Oui, dit-elle, demain. »
    """
    find_tags = partial(_tags, is_saying=is_saying, by_commas=by_commas)
    quotations = [q for q in find_quotations(text) if q.depth == 0]
    found = [
        _split_quotation(text, q, find_tags)
        for q in quotations
        if _is_speech(text, q, is_saying) or any(find_tags(text, q.hull))
    ]
    found += _find_going_on(text, quotations, found, is_saying)
    quoted = join_spans(speech.hull for speech in found)
    blocks = list(split_blocks(text))
    items = _find_items(text, blocks)
    for block in blocks:
        if block.start in items:
            continue
        if match := _DIALOGUE.match(text, block.start, min(block.end, block.start + LONGEST_READ)):
            dialogue = _split(text, Span(match.end(), block.end), block, find_tags)
            if dialogue and not find_touching(quoted, block):
                found.append(dialogue)
    return tuple(sorted(found, key=lambda s: s.hull))


def _find_items(text: str, blocks: Sequence[Span]) -> frozenset[int]:
    """Where the items of lists begin: lines with a hyphen, one under the other, under a colon.

    Where one asks they are a dialogue.
    """
    items: set[int] = set()
    open_list: list[Span] = []
    under_colon = False
    for before, block in zip([None, *blocks], blocks, strict=False):
        if _ITEM.match(text, block.start, block.end):
            if not open_list:
                under_colon = before is not None and text[before.end - 1] == ":"
            open_list.append(block)
            continue
        items |= _close_list(text, open_list, under_colon)
        open_list = []
    return frozenset(items | _close_list(text, open_list, under_colon))


def _close_list(text: str, lines: Sequence[Span], under_colon: bool) -> set[int]:
    if len(lines) < _FEWEST_ITEMS or not under_colon:
        return set()
    asked = any(line.of(text).rstrip('»”"')[-1:] == "?" for line in lines)
    return set() if asked else {line.start for line in lines}


def _find_going_on(
    text: str, quotations: Sequence[Quoted], found: Sequence[Speech], is_saying: IsSaying
) -> list[Speech]:
    """The quotations that go on after the author's words: “No,” he said, “not today.”"""
    going_on: list[Speech] = []
    spoken = {speech.hull.start for speech in found}
    ends = sorted(speech.hull.end for speech in found)
    for quotation in quotations:
        at = bisect_right(ends, quotation.start) - 1
        if quotation.start in spoken or at < 0 or quotation.start - ends[at] > _NEAR:
            continue
        if text[max(0, quotation.start - 4) : quotation.start].rstrip()[-1:] == "," and _is_said(
            text, ends[at], is_saying
        ):
            going_on.append(Speech(quotation.pieces, quotation.hull))
    return going_on


def _is_speech(text: str, quotation: Quoted, is_saying: IsSaying) -> bool:
    """Whether a quotation is a sentence of its own and no part of the author's."""
    before = text[max(0, quotation.start - 4) : quotation.start].rstrip(" \xa0")[-1:]
    if len(quotation.pieces) > 1 or before == ":":
        return True
    starts = before in ("", "\n") or before in '.!?…—–»”“"'
    inside = text[quotation.start + 1 : quotation.end - 1].rstrip(" \xa0")
    after = text[quotation.end : quotation.end + 20]
    if tag := _TAG_AFTER.match(after):
        return ("," in tag.group() or inside[-1:] in _COMMA_OR_ASKED) and starts
    words = find_words(text, quotation.hull)
    if starts and len(words) >= _SHORTEST_ALONE and (after.lstrip(" \xa0.!?…")[:1] in '\n«„“"—'):
        return True
    closed = after.lstrip()[:1] == "," or inside[-1:] in _COMMA_OR_ASKED
    return starts and closed and _is_said(text, quotation.end, is_saying)


def _is_said(text: str, at: int, is_saying: IsSaying) -> bool:
    """Whether a verb of saying is among the first words after a quotation."""
    words = find_words(text, Span(at, min(len(text), at + _NEAR)))[:_SAID_WITHIN]
    return any(is_saying(word.of(text).lower()) for word in words)


def _split_quotation(text: str, quotation: Quoted, find_tags: FindTags) -> Speech:
    if len(quotation.pieces) > 1:
        return Speech(quotation.pieces, quotation.hull)
    inside = Span(quotation.start + 1, max(quotation.start + 1, quotation.end - 1))
    split = _split(text, inside, quotation.hull, find_tags)
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


def _split(text: str, inside: Span, hull: Span, find_tags: FindTags) -> Speech | None:
    """A stretch as speech and the author's words between dashes in it."""
    tag = next(find_tags(text, inside), None)
    if tag is None:
        return Speech((inside,), hull) if len(inside) else None
    pieces = (Span(inside.start, tag.start), Span(tag.end, inside.end))
    return Speech(tuple(p for p in pieces if find_words(text, p)), hull, tag)


def _tags(text: str, inside: Span, is_saying: IsSaying, by_commas: bool) -> Iterator[Span]:
    """The author's words within a speech: they begin small, with a verb of saying near."""
    dashes = [Span(*m.span()) for m in _DASH.finditer(text, inside.start, inside.end)]
    ends = [*dashes[1:], Span(inside.end, inside.end)]
    for dash, end in zip(dashes, ends, strict=False):
        words = [w.of(text) for w in find_words(text, Span(dash.end, end.start))[:_TAG_REACH]]
        if words and words[0][0].islower() and any(is_saying(word.lower()) for word in words):
            yield Span(dash.start, min(inside.end, end.end))
    for comma in _COMMA.finditer(text, inside.start, inside.end) if by_commas else ():
        words = [w.of(text).lower() for w in find_words(text, Span(*comma.span("words")))]
        if any(map(is_saying, words[:_SAID_WITHIN])):
            yield Span(*comma.span())
