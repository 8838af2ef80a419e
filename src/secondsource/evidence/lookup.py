"""One question to the archive, and the passages that were found for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.evidence.examined import Hit
from secondsource.evidence.origins.gather import JudgedGroup
from secondsource.evidence.query.question import Part, Question
from secondsource.evidence.query.terms import VOICE_WEIGHT, fold
from secondsource.evidence.search.candidates import Candidate
from secondsource.reading.statement import Statement


@dataclass(frozen=True, slots=True)
class Lookup:
    """One statement, or one fact of it, that is looked up: its words, and what was found.

    `stems` are those of the words. `hits` are passages in the claim's own language, `abroad`
    those in others.
    """

    statement: Statement
    question: Question
    part: Part | None
    terms: dict[str, float]
    words: frozenset[str]
    stems: tuple[str, ...]
    names: frozenset[str]
    hits: tuple[Hit, ...] = ()
    abroad: tuple[Hit, ...] = ()

    @property
    def text(self) -> str:
        """What is asked, as a text that stands alone."""
        return (self.part or self.question.whole).text

    def name_subjects(self) -> frozenset[str]:
        """The folded names that it is about: its own, or else those looked for along with it.

        "The foundation was laid" names nothing: it is about what the sentences before it name.
        Who says it is not what it is about.
        """
        about = (fold(word) for word, weight in self.terms.items() if weight > VOICE_WEIGHT)
        return self.names & self.words or self.names.intersection(about)

    def share_abroad(self, candidate: Candidate) -> float:
        """The share of the claim's words that a passage has in another language (0..1)."""
        place = (candidate.article.id, candidate.span)
        return max((h.score for h in self.abroad if (h.article, h.span) == place), default=0.0)


def is_whole(asked: Sequence[tuple[Lookup, list[JudgedGroup]]]) -> bool:
    """Whether a statement and all its facts were judged before the search was stopped."""
    return len(asked) == 1 + len(asked[0][0].question.parts)
