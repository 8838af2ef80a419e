"""A claim and a passage as the rules around the stance model look at them."""

import re
from collections.abc import Iterator
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
from secondsource.evidence.stance.cues import find_cues, has_any, lower
from secondsource.evidence.stance.things import find_things
from secondsource.names.sounds import to_latin
from secondsource.sentences import split_sentences

_STEM = 4
_IN_MAY = re.compile(
    r"\b((?:in|of|on|since|until|by|from|early|late|mid|last|next|this|\d+(?:st|nd|rd|th)?)[ -])"
    r"May\b(?! (?:have|be|not)\b)"
)
"""The month, which is no "may be"."""


@dataclass(frozen=True)
class Texts:
    """A claim and a passage with their languages, and what several rules look at."""

    claim: str
    passage: str
    claim_language: str
    passage_language: str

    @property
    def is_abroad(self) -> bool:
        """Whether the two are in two languages, so that few of their words are alike."""
        return self.claim_language != self.passage_language

    @cached_property
    def claim_stems(self) -> frozenset[str]:
        """The first letters of the claim's content words, in Latin ones; as `stem_passage`."""
        return self._stem(self.claim, self.claim_language)

    def stem_passage(self, text: str) -> frozenset[str]:
        """The first letters of the content words of some of the passage, in Latin ones.

        Between two languages also the things that it names (`find_things`).
        """
        return self._stem(text, self.passage_language)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The passage's sentences."""
        return split_sentences(self.passage, self.passage_language)

    def in_claim(self, *kinds: str) -> bool:
        """Whether words of any of these kinds stand in the claim."""
        return has_any(kinds, self._plain_claim, self.claim_language)

    @cached_property
    def _plain_claim(self) -> str:
        return _IN_MAY.sub(r"\1", self.claim) if self.claim_language == "en" else self.claim

    def in_passage(self, *kinds: str) -> bool:
        """Whether words of any of these kinds stand in the passage."""
        return has_any(kinds, self.passage, self.passage_language)

    def spans(self, kind: str) -> tuple[Span, ...]:
        """Where words of a kind stand in the passage."""
        return find_cues(kind, self.passage, self.passage_language)

    def _stem(self, text: str, language: str) -> frozenset[str]:
        things = find_things(lower(text), language) if self.is_abroad else frozenset()
        return stem_all(text, language) | things

    def likest_parts(self) -> list[Span]:
        """The sentences and what semicolons divide that share most words with the claim.

        At least half as many as the likest.
        """
        parts = [part for sentence in self.sentences for part in self._divide(sentence)]
        shared = [len(self.claim_stems & self.stem_passage(p.of(self.passage))) for p in parts]
        most = max(shared, default=0)
        return [p for p, n in zip(parts, shared, strict=True) if 2 * n >= most]

    def _divide(self, sentence: Span) -> Iterator[Span]:
        start = sentence.start
        for part in sentence.of(self.passage).split(";"):
            yield Span(start, start + len(part))
            start += len(part) + 1


def list_stems(text: str, language: str) -> list[str]:
    """The first letters of a text's content words in their order, in Latin ones."""
    stop = stop_words_of(language)
    words = [plain_number(w) if w[0].isdigit() else w for w in split_words(text)]
    return [to_latin(fold(w))[:_STEM] for w in words if w.casefold() not in stop]


def stem_all(text: str, language: str) -> frozenset[str]:
    """The first letters of a text's content words, in Latin ones."""
    return frozenset(to_latin(word)[:_STEM] for word in content_words(text, language))
