"""What reading finds: statements, each with a voice and a kind."""

from dataclasses import dataclass, field
from enum import StrEnum

from secondsource.article import Signal, Span


class Kind(StrEnum):
    """What kind of thing a statement is."""

    CLAIM = "claim"
    OPINION = "opinion"
    FORECAST = "forecast"
    OTHER = "other"


class Quotation(StrEnum):
    """How an attributed statement is given: in quotation marks, in other words, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of the text and where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """Who is made to say it: the words in the text, and the entity they were resolved to.

    `entity` is None when it is not known whom the words mean, or when two names fit.
    """

    text: str
    span: Span | None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: a source, the cue that ties it to what it says, and the content.

    The three parts are those of the PolNeAR corpus (Newell et al., LREC 2018). `content` may
    be several pieces ("It is over," she said, "and we lost"). `asserts` is False when the
    source is not made to say the content but to want, seek or oppose it: that it does so is
    then the author's word.
    """

    source: Source | None
    cue: Words | None
    content: tuple[Span, ...]
    quotation: Quotation
    asserts: bool = True

    @property
    def start(self) -> int:
        """Where its cue starts; without a cue, its content."""
        return self.cue.span.start if self.cue else self.content[0].start

    @property
    def length(self) -> int:
        """How many code points its content has."""
        return sum(map(len, self.content))


@dataclass(frozen=True, slots=True)
class Voice:
    """Who asserts a statement: the author, or an attributed source.

    `nested` is the voice within the voice ("Radina says that NATO fears ..."); `content` what
    it is made to say, which may go beyond the statement.
    """

    type: str
    source: Source | None = None
    cue: Words | None = None
    quotation: Quotation | None = None
    nested: "Voice | None" = None
    content: tuple[Span, ...] = field(default=(), compare=False)


AUTHOR = Voice("author")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Words that carry a judgement; `technique` is None where no named one applies.

    `voice` is whose words they are, which may be another's than the statement's: the quoted
    word in an author's sentence is the speaker's. `times` is how often this voice uses the
    same words in the article.
    """

    span: Span
    technique: str | None
    score: float
    voice: Voice = AUTHOR
    times: int = 1


@dataclass(frozen=True, slots=True)
class Due:
    """When a forecast comes due: ISO dates as precise as the text, or "open".

    `certainty` is the word for how sure it is, `likelihood` the same on a scale (certain,
    likely, possible, unlikely); both are None where the text only says "will".
    """

    start: str
    end: str
    condition: str | None = None
    holder: str | None = None
    certainty: str | None = None
    likelihood: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the article with its voice, its kind and how much it asks to be checked.

    `checkworthiness` is between 0 and 1; `why` gives the reasons in words, most telling first,
    and `signals` the same with the words they rest on;
    `checkable` is False for opinions, forecasts not looked up, and what the text calls secret.
    """

    id: str
    span: Span
    text: str
    kind: Kind
    checkworthiness: float
    checkable: bool
    why: tuple[str, ...]
    voice: Voice = AUTHOR
    due: Due | None = None
    loaded: tuple[Loaded, ...] = ()
    signals: tuple[Signal, ...] = ()
