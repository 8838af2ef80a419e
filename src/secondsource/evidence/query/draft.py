"""A text put together from stretches of an article, with some of its words replaced."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from secondsource.article import Span
from secondsource.evidence.query.question import Part, Replacement

Piece = Span | str
"""A stretch of the article, or words of our own."""

_GAP = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+([,.;:!?…])")
_SHORT = re.compile(r" (?=(?:['’](?:s|d|ll|re|ve|m)|n['’]t)\b)")
_LAST_COMMA = re.compile(
    r"[,;]\s*(?:(?:and|but|und|aber|et|mais|y|pero|и|а|но|та)\W*$|(?=[\"”»]?\W*$))"
)
_MARKS = re.compile(r"[,;:]\s*(?=[,.;:])")
_EDGES = " \t\n,;:–—―-"
_ENDS = ".!?…"
_QUOTATION_MARKS = re.compile(r"[\"“”„‟«»]|''")

_CLOSES = {'"': '"', "''": "''", "“": "”", "„": "“”", "‟": "”", "«": "»"}


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that mean somebody or something named elsewhere in the article.

    `entity` is what they mean; the words are replaced only where a text has not named it before.
    It is None for what is always replaced, such as "yesterday". `names` says that the words are
    themselves the entity's name. `also` are replaced with them: "I have", "Weston has".
    """

    span: Span
    words: str
    entity: str | None
    source: Span | None = None
    reason: str = ""
    sure: float = 0.0
    names: bool = False
    also: tuple[tuple[Span, str], ...] = ()


def name_mention(span: Span, entity: str) -> Reference:
    """A full name as it stands: nothing to replace, but what follows may lean on it."""
    return Reference(span, "", entity, names=True)


def keep_apart(references: Iterable[Reference]) -> list[Reference]:
    """The references in order, without those that overlap one kept before: the longest wins."""
    kept: list[Reference] = []
    for reference in sorted(references, key=lambda r: (r.span.start, -len(r.span))):
        if not kept or reference.span.start >= kept[-1].span.end:
            kept.append(reference)
    return kept


def find_first(text: str, name: str) -> Span | None:
    """The first place where a text has a name."""
    at = text.find(name)
    return Span(at, at + len(name)) if at >= 0 else None


def join_tokens(spans: Iterable[tuple[int, Span]]) -> list[Piece]:
    """Tokens as the stretches of text that they make: one for each run without a gap.

    Args:
        spans: each token's number among all of its text's tokens, and its place.
    """
    pieces: list[Span] = []
    before = None
    for index, span in spans:
        if before is not None and index == before + 1:
            pieces[-1] = Span(pieces[-1].start, span.end)
        else:
            pieces.append(span)
        before = index
    return list(pieces)


def make_part(
    part_id: str, text: str, pieces: Iterable[Piece], references: Sequence[Reference], *, bare: bool
) -> Part:
    """A text that stands alone, as a sentence of its own.

    Args:
        part_id: the id that it gets.
        text: the article's text.
        pieces: what it is made of, in order.
        references: those of the statement, in order.
        bare: whether quotation marks are left out: all of it was in them.
    """
    kept = list(pieces)
    replaced: list[Replacement] = []
    named: set[str] = set()
    words = []
    for piece in kept:
        if isinstance(piece, str):
            words.append(piece)
        else:
            words.append(_replace(text, piece, references, named, replaced))
    if bare:
        words = [_close_up(*pair) for pair in zip(words, [*words[1:], ""], strict=True)]
    spans = tuple(piece for piece in kept if isinstance(piece, Span))
    return Part(part_id, tidy(" ".join(words), bare=bare), spans, tuple(replaced))


def _close_up(words: str, following: str) -> str:
    """A part of a quotation without the comma that it has because "she said" came after it."""
    goes_on = following.lstrip("\"“„«'‘ ")[:1].islower()
    return words.rstrip(",\"”»'’ ") if goes_on else words


def _replace(
    text: str,
    piece: Span,
    references: Sequence[Reference],
    named: set[str],
    replaced: list[Replacement],
) -> str:
    """The words of a stretch, with those replaced that lean on what has not been named."""
    edits: list[tuple[Span, str]] = []
    for reference in references:
        if not piece.contains(reference.span):
            continue
        if not reference.names and reference.entity not in named:
            edits += [(reference.span, reference.words), *reference.also]
            replaced.append(_tell(text, reference))
        if reference.entity is not None:
            named.add(reference.entity)
    return _apply(text, piece, sorted(edits))


def _tell(text: str, reference: Reference) -> Replacement:
    was = reference.span.of(text)
    source, reason = reference.source, reference.reason
    return Replacement(reference.span, was, reference.words, source, reason, reference.sure)


def _apply(text: str, piece: Span, edits: Iterable[tuple[Span, str]]) -> str:
    parts, end = [], piece.start
    for span, words in edits:
        if span.start >= end and piece.contains(span):
            parts += [text[end : span.start], words]
            end = span.end
    return "".join([*parts, text[end : piece.end]])


def tidy(words: str, *, bare: bool) -> str:
    """Words as a sentence: single spaces, a capital first, a full stop last, marks in pairs."""
    words = _QUOTATION_MARKS.sub("", words) if bare else _drop_unpaired(words)
    words = _BEFORE_MARK.sub(r"\1", _GAP.sub(" ", words))
    words = _LAST_COMMA.sub("", _SHORT.sub("", _MARKS.sub("", words))).strip(_EDGES)
    if not words:
        return ""
    ended = words if words.rstrip("\"”»'’)")[-1:] in _ENDS else words.rstrip(_EDGES) + "."
    is_spelt_so = ended[:2].lower() != ended[:2] and ended[0].islower()  # iPhone, eBay
    return ended if is_spelt_so else ended[0].upper() + ended[1:]


def _drop_unpaired(words: str) -> str:
    """Words without the quotation marks that have no other to go with, if their number is odd."""
    if len(_QUOTATION_MARKS.findall(words)) % 2 == 0:
        return words
    open_marks: list[re.Match[str]] = []
    alone: list[re.Match[str]] = []
    for mark in _QUOTATION_MARKS.finditer(words):
        if open_marks and mark.group() in _CLOSES.get(open_marks[-1].group(), ()):
            open_marks.pop()
        elif mark.group() in "”»":
            alone.append(mark)
        else:
            open_marks.append(mark)
    for mark in sorted([*alone, *open_marks], key=re.Match.start, reverse=True):
        words = words[: mark.start()] + words[mark.end() :]
    return words


def cut_out(piece: Span, holes: Iterable[Span]) -> Iterator[Span]:
    """What is left of a stretch without some others, in order."""
    start = piece.start
    for hole in sorted(holes):
        if start < min(hole.start, piece.end):
            yield Span(start, min(hole.start, piece.end))
        start = max(start, hole.end)
    if start < piece.end:
        yield Span(start, piece.end)
