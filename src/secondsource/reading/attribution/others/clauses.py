"""The clauses and stretches of a sentence that the matcher takes for what is said."""

import re

from secondsource.article import Span
from secondsource.reading.attribution.others.sources import BLOT
from secondsource.reading.attribution.others.table import Table
from secondsource.reading.attribution.pieces import trim_piece

CLAUSE_END = re.compile(r"\s*(?:[,;:.!?…)»—–]|\Z)")
SHORTEST_CONTENT = 2
_MARK = re.compile(r"\s*[,:]?\s*")


def clause_after(text: str, at: int, sentence: Span, table: Table) -> Span | None:
    """The clause that a conjunction, a comma or a colon brings right after a place."""
    mark = _MARK.match(text, at)
    start = mark.end() if mark else at
    sign = mark.group().strip() if mark else ""
    that = table.that.match(text, start)
    if that is None and not (sign and (table.bare or sign == ":")):
        return None
    start = that.end() if that else start
    return piece_of(text, start, _before_semicolon(text, start, sentence.end, table))


def _before_semicolon(text: str, start: int, end: int, table: Table) -> int:
    """The place of the first semicolon after which no "that" carries on what was said."""
    for mark in re.finditer(";", text[start:end]):
        after = start + mark.end() + skip_blanks(text, start + mark.end())
        lead = table.lead.match(text, after)
        after = lead.end() + skip_blanks(text, lead.end()) if lead else after
        if table.that.match(text, after) is None:
            return start + mark.start()
    return end


def opens_with_that(text: str, at: int, table: Table) -> bool:
    mark = _MARK.match(text, at)
    return table.that.match(text, mark.end() if mark else at) is not None


def piece_of(text: str, start: int, end: int) -> Span | None:
    """A stretch of words that no speech stands in."""
    blot = text.find(BLOT, start, end)
    return trim_piece(text, start, end if blot < 0 else blot)


def around(text: str, sentence: Span, used: Span) -> tuple[Span, ...]:
    """All of a sentence but what is used for source and cue."""
    pieces = (piece_of(text, sentence.start, used.start), piece_of(text, used.end, sentence.end))
    words = sum(len(p.of(text).split()) for p in pieces if p)
    return tuple(p for p in pieces if p) if words >= SHORTEST_CONTENT else ()


def skip_blanks(text: str, at: int) -> int:
    return len(text[at : at + 10]) - len(text[at : at + 10].lstrip())
