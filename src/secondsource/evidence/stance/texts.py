"""A claim and a passage as the rules around the stance model look at them."""

from dataclasses import dataclass
from functools import cached_property

from secondsource.article import Span
from secondsource.evidence.query.terms import (
    content_words,
    fold,
    plain_number,
    split_words,
    stop_words_of,
)
from secondsource.evidence.stance.cues import find_cues, has_any
from secondsource.names.sounds import to_latin
from secondsource.sentences import split_sentences

_STEM = 4


@dataclass(frozen=True)
class Texts:
    """A claim and a passage with their languages, and what several rules look at."""

    claim: str
    passage: str
    claim_language: str
    passage_language: str

    @cached_property
    def claim_stems(self) -> frozenset[str]:
        """The first letters of the claim's content words, in Latin ones."""
        return stem_all(self.claim, self.claim_language)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The passage's sentences."""
        return split_sentences(self.passage, self.passage_language)

    def in_claim(self, *kinds: str) -> bool:
        """Whether words of any of these kinds stand in the claim."""
        return has_any(kinds, self.claim, self.claim_language)

    def in_passage(self, *kinds: str) -> bool:
        """Whether words of any of these kinds stand in the passage."""
        return has_any(kinds, self.passage, self.passage_language)

    def spans(self, kind: str) -> tuple[Span, ...]:
        """Where words of a kind stand in the passage."""
        return find_cues(kind, self.passage, self.passage_language)

    def likest_sentences(self) -> list[Span]:
        """The sentences that share at least half as many words with the claim as the likest."""
        shared = [
            len(self.claim_stems & stem_all(s.of(self.passage), self.passage_language))
            for s in self.sentences
        ]
        most = max(shared, default=0)
        return [s for s, n in zip(self.sentences, shared, strict=True) if 2 * n >= most]


def list_stems(text: str, language: str) -> list[str]:
    """The first letters of a text's content words in their order, in Latin ones."""
    stop = stop_words_of(language)
    words = [plain_number(w) if w[0].isdigit() else w for w in split_words(text)]
    return [to_latin(fold(w))[:_STEM] for w in words if w.casefold() not in stop]


def stem_all(text: str, language: str) -> frozenset[str]:
    """The first letters of a text's content words, in Latin ones."""
    return frozenset(to_latin(word)[:_STEM] for word in content_words(text, language))
