"""Cues that name nobody: «Es heißt, ...», «on dit que ...», «..., heißt es in dem Bericht»."""

import re
from collections.abc import Iterator

from secondsource.article import Span
from secondsource.reading.attribution.others.clauses import (
    CLAUSE_END,
    SHORTEST_CONTENT,
    clause_after,
    piece_of,
)
from secondsource.reading.attribution.others.joined import find_inside
from secondsource.reading.attribution.others.sources import PHRASE
from secondsource.reading.attribution.others.table import Table
from secondsource.reading.attribution.pieces import Found, trim_piece

_ADVERBS = re.compile(
    r"(?:\s+(?:nur|dazu|weiter|zudem|später|lediglich|zunächst|auch|auf (?:An|Nach)frage))+(?=,)"
)


def read_nobody(text: str, sentence: Span, table: Table) -> Iterator[Found]:
    """«Es heißt, ...», «on dit que ...»: nobody is named, unless it is said where."""
    match = table.nobody.search(text, sentence.start, sentence.end)
    if match is None:
        return
    if (said := _before_nobody(text, match, sentence, table)) is not None:
        yield said
        return
    adverbs = _ADVERBS.match(text, match.end(), sentence.end) if table.bare else None
    content = clause_after(text, adverbs.end() if adverbs else match.end(), sentence, table)
    if content is None:
        return
    before = trim_piece(text, sentence.start, match.start())
    opens = before is not None and table.adverbial.match(text, before.start) is not None
    if before is None or opens:
        where = before if table.within.fullmatch(match.group()) else None
        yield Found(where, Span(*match.span()), (content,))


def _before_nobody(text: str, match: re.Match[str], sentence: Span, table: Table) -> Found | None:
    """«..., heißt es in dem Bericht»: what stands before the comma, and where it is said."""
    before = text[sentence.start : match.start()]
    if table.within.fullmatch(match.group()) is None or not before.rstrip().endswith(","):
        return None
    content = piece_of(text, sentence.start, match.start())
    words = len(content.of(text).split()) if content else 0
    closes = PHRASE.match(text, match.end(), sentence.end)
    end = closes.end() if closes else match.end()
    if content is None or words < SHORTEST_CONTENT or not CLAUSE_END.match(text, end):
        return None
    cue = Span(*match.span())
    return Found(find_inside(text, cue, sentence.end, table), cue, (content,))
