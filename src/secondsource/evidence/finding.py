"""What evidence finds: for each claim, which independent origins bear on it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from secondsource.article import Passage, Signal, Span
from secondsource.evidence.fact_check import FactCheckMatch
from secondsource.evidence.origins.voicekey import VoiceAt
from secondsource.evidence.query.question import Part, Question


class Stance(StrEnum):
    """What a passage does to a claim."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    DISCUSSES = "discusses"
    UNRELATED = "unrelated"

    @property
    def takes_side(self) -> bool:
        """Whether it is for the claim or against it."""
        return self in SIDES


SIDES: Final = (Stance.SUPPORTS, Stance.DISPUTES)


@dataclass(frozen=True, slots=True)
class ClaimPassage:
    """A claim and a passage that may bear on it: what the stance model is asked about.

    The languages (ISO 639-1) are guessed where they are not given. `passage_day` is the day from
    which the passage counts "yesterday" or "last year"; to be given where the claim has dates in
    the place of such words.
    """

    claim: str
    passage: str
    claim_language: str | None = None
    passage_language: str | None = None
    passage_day: date | None = None


@dataclass(frozen=True, slots=True)
class StanceReason:
    """What a rule saw in a passage: its name, a sentence for the reader, and the words.

    `factors` say by how much it makes supports, disputes and neither less likely (0..1); the
    spans are places in the passage.
    """

    name: str
    factors: tuple[float, float, float]
    sentence: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class StanceScore:
    """What a passage does to a claim, and how sure that is (0..1).

    `probabilities` are those of supports, disputes and neither, where a model gave them, after
    the rules of `reasons` were weighed in. `decided_by` is the sentence of the passage that
    decides, where a side is taken.
    """

    stance: Stance
    score: float
    probabilities: tuple[float, float, float] | None = None
    reasons: tuple[StanceReason, ...] = ()
    decided_by: Span | None = None


class Standing(StrEnum):
    """What the search found for one claim. It never says that the claim is true or false."""

    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single_origin"
    ECHOED = "echoed"
    DISPUTED = "disputed"
    CONTESTED = "contested"
    NOT_FOUND = "not_found"
    NOT_CHECKABLE = "not_checkable"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage elsewhere that bears on a claim.

    `score` is how sure the stance is (0..1); `text` is the passage as it stands under `span`;
    `when` is "before", "same time", "after" or None, seen from the article examined. `judged` is
    False where the passage has too few of the claim's words to take a side and so was not read
    by the stance model: it only discusses, and `score` is the part of the words that it lacks.
    `decided_by` is the sentence that was held against the claim, `reasons` what the rules saw in
    it, their spans in the article; a copy of a passage that was read has the sentences alone.
    `by_person`: the stance is what a person says; `machine_stance` is then what the machine had
    read, and `score` how sure it was of that.
    """

    article: str
    span: Span
    text: str
    stance: Stance
    score: float
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    when: str | None = None
    judged: bool = True
    decided_by: Span | None = None
    reasons: tuple[StanceReason, ...] = ()
    by_person: bool = False
    machine_stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two pieces of evidence have one origin; `left` and `right` are article ids.

    An id equal to that of the article examined makes the origin an echo of it.
    """

    left: str
    right: str
    signal: Signal


@dataclass(frozen=True, slots=True)
class Step:
    """One article that has it from another, with the words that say so.

    `article` and `to` are article ids, `name` and `to_name` what a reader calls them, `verb`
    completes "`name` ... `to_name`" (cites, credits, links to, copies, translates), `at` is
    where the words stand, None when they stand in no text (a credit of the page).
    """

    article: str
    name: str
    verb: str
    to: str
    to_name: str
    words: str
    at: Passage | None


@dataclass(frozen=True, slots=True)
class Path:
    """The way that a claim took within one origin, from who took it to who had it before.

    `circular` when the last step leads back to where the first one began.
    """

    steps: tuple[Step, ...]
    circular: bool

    @property
    def sentence(self) -> str:
        """The way in one sentence."""
        told = ", ".join(f"{s.name} {s.verb} {s.to_name}" for s in self.steps)
        return f"This is a {'circle' if self.circular else 'chain'}: {told}."


@dataclass(frozen=True, slots=True)
class Origin:
    """A set of evidence that goes back to one thing and counts once.

    `echo` is True when it goes back to the article examined, or to the source that the
    article attributes the claim to; an echo cannot corroborate. `path` is the circle or the
    longest chain in which its articles have it from one another, None when there is neither.
    """

    id: str
    stance: Stance
    echo: bool
    because: str
    ties: tuple[Tie, ...]
    evidence: tuple[Evidence, ...]
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Two pieces of evidence, by their numbers, and one reason why they have one origin."""

    left: int
    right: int
    signal: Signal


@dataclass(frozen=True, slots=True)
class BasisPiece:
    """One piece of evidence with what its origin is told by.

    `focus` is the sentence of `article` that bears on the claim; `name` what a reader calls its
    outlet, `home` whose word it counts for, `alone` what is said of it where nothing ties it to
    others, `family` that of its article. `evidence` is None for the statement examined. `voices`
    are whom it has it from, `beside` whom the text around it quotes; both are empty where nobody
    read them, as for passages that only discuss.
    """

    article: str
    focus: Span
    name: str
    home: str
    alone: str
    family: str | None
    evidence: Evidence | None
    voices: tuple[VoiceAt, ...] = ()
    beside: tuple[VoiceAt, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """What the origins for one claim are made from: its pieces, and every tie between them.

    `claim` is the id of the statement, or of the part; the first of `pieces` is the statement
    examined. Where a person says that a tie does not hold, or a passage takes no side, the origins
    are made from it anew.
    """

    claim: str
    pieces: tuple[BasisPiece, ...]
    links: tuple[Link, ...]

    def home_of(self, article: str) -> str:
        """The family of an article among the pieces, or its own id."""
        found = (p.family for p in self.pieces if p.article == article and p.family)
        return next(found, article)


@dataclass(frozen=True, slots=True)
class PartFinding:
    """What was found for one fact of a statement that holds several."""

    part: Part
    standing: Standing
    sentence: str
    origins: tuple[Origin, ...] = ()
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """Whether somebody said what an article has them say: another question than whether it is so.

    `reports` are other articles that have the same source say it; `independent` how many of
    them stand for themselves as far as text, credits and owners show.
    """

    source: str
    reports: tuple[str, ...]
    independent: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found for one statement: its standing and the origins that it rests on.

    `statement` is a statement id; `fact_checks` are those that others published, which change
    neither standing nor origins; `sentence` puts the standing and its counts in words,
    `would_change` says what one more piece would do. `question` is how the statement was looked
    up; `standing` and `origins` say whether it is so, `said` whether its source said it, None
    where it is the author's own. `parts` are its several facts; the weakest decides. `basis` is
    what `origins` were made from.
    """

    statement: str
    standing: Standing
    sentence: str
    would_change: str
    origins: tuple[Origin, ...] = ()
    fact_checks: tuple[FactCheckMatch, ...] = ()
    question: Question | None = None
    parts: tuple[PartFinding, ...] = ()
    said: Saying | None = None
    basis: Basis | None = None

    @property
    def sided(self) -> frozenset[str]:
        """The ids of the articles that take a side on it or on one of its facts, echoes too."""
        origins = (*self.origins, *(o for part in self.parts for o in part.origins))
        return frozenset(e.article for o in origins if o.stance.takes_side for e in o.evidence)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was searched: how many articles, which outlets and languages, which dates."""

    articles: int
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    first: str | None
    last: str | None
