"""The words that an archive's passages have: how many hold each, and which begin alike."""

from collections.abc import Iterable

from secondsource.archive.upkeep import PassageSearch
from secondsource.words import cut_ending, has_stemmer, index_words


class Vocabulary:
    """The words of an archive, in all its languages together."""

    def __init__(self, passages: PassageSearch) -> None:
        self._passages = passages

    def count_passages(self, words: Iterable[str], language: str | None) -> dict[str, int]:
        """In how many passages of the archive, in whatever language, each word stands.

        Args:
            words: single words; of one that is cut into several the rarest part counts.
            language: decides the stemmer, as for texts in it.
        """
        cut = {word: index_words(word, language) for word in words}
        counts = self._passages.count_passages({part for parts in cut.values() for part in parts})
        return {w: min((counts[part] for part in parts), default=0) for w, parts in cut.items()}

    def find_forms(
        self, words: Iterable[str], language: str, limit: int
    ) -> dict[str, tuple[str, ...]]:
        """Words of the archive that begin as these do, the most frequent first.

        Only for a language without a stemmer; with one the forms of a word are found anyway.
        """
        if has_stemmer(language):
            return {}
        stems = {word: cut_ending(word) for word in words}
        found = self._passages.find_beginning({stem for stem in stems.values() if stem}, limit)
        return {word: found[stem] for word, stem in stems.items() if stem}
