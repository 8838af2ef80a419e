"""What a search gives: passages with their words."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.archive import records
from secondsource.archive.database import Database
from secondsource.archive.index import Match
from secondsource.article import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a search found: in which article, where, its words, its BM25 score."""

    article: str
    span: Span
    text: str
    score: float


def make_hits(database: Database, matches: Sequence[Match]) -> list[Hit]:
    """The passages' words; one whose article was just removed is left out."""
    texts = records.read_texts(database, {match.ordinal for match in matches})
    return [
        Hit(found[0], match.span, match.span.of(found[1]), match.score)
        for match in matches
        if (found := texts.get(match.ordinal))
    ]
