"""A search as a page needs it: passages by their articles, without all the texts."""

from collections.abc import Iterable, Mapping

from secondsource.archive import records
from secondsource.archive.database import Database
from secondsource.archive.index import Match, Within
from secondsource.archive.upkeep import PassageSearch
from secondsource.words import query_words

_MOST_QUERY_WORDS = 600  # the longest query that is looked up in full; later words are left out


class Browser:
    """Ranks the passages of an archive, and reads only the texts that are asked for."""

    def __init__(self, database: Database, passages: PassageSearch) -> None:
        self._database = database
        self._passages = passages

    def weigh(self, query: str, language: str | None) -> dict[str, float]:
        """The index words of a query, in one language or in all those of the archive."""
        known = [language] if language else records.list_languages(self._database)
        return weigh_words({query: 1.0}, known)

    def rank(self, words: Mapping[str, float], limit: int, within: Within) -> list[Match]:
        """The passages that share most with some index words, best first."""
        return self._passages.search(words, limit, within)

    def texts(self, ordinals: Iterable[int]) -> dict[int, str]:
        """The texts of some articles, by ordinal."""
        found = records.read_texts(self._database, ordinals)
        return {ordinal: text for ordinal, (_, text) in found.items()}


def weigh_words(terms: Mapping[str, float], languages: Iterable[str | None]) -> dict[str, float]:
    """The index words of some phrases, each with the highest weight it was given.

    Args:
        terms: phrases, each with the weight of its words.
        languages: those of the texts that are looked through (ISO 639-1).
    """
    weights: dict[str, float] = {}
    known = tuple(languages)
    for phrase, weight in terms.items():
        for word in query_words(phrase, known):
            weights[word] = max(weight, weights.get(word, 0.0))
    return dict(list(weights.items())[:_MOST_QUERY_WORDS])
