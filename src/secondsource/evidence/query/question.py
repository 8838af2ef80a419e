"""What is asked of the archive about a statement: its facts, each as a text that stands alone."""

from dataclasses import dataclass

from secondsource.article import Span
from secondsource.reading.statement import AUTHOR, Voice


@dataclass(frozen=True, slots=True)
class Replacement:
    """Some words of a statement, and what stands in their place when it is read by itself.

    `span` is where the words `was` stand; it is empty where something was added. `source` is
    where the article says what they mean, None where that is its date. `reason` names the rule;
    `sure` (0..1) is set by hand for each rule.
    """

    span: Span
    was: str
    words: str
    source: Span | None
    reason: str
    sure: float


@dataclass(frozen=True, slots=True)
class Part:
    """One fact of a statement, as a text that can be understood without the article.

    `spans` are the stretches of the article that it is made of.
    """

    id: str
    text: str
    spans: tuple[Span, ...]
    replaced: tuple[Replacement, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A statement as it is looked up.

    `whole` is all that it says, without who says it; `parts` the several facts in it, empty when
    it is one. `voice` is who is made to say it. `place` and `date` are those of the article,
    where the text names none of its own. `endpoint` is True where a language model that the user
    named has written the texts.
    """

    statement: str
    whole: Part
    parts: tuple[Part, ...] = ()
    voice: Voice = AUTHOR
    place: str | None = None
    date: str | None = None
    endpoint: bool = False

    @property
    def facts(self) -> tuple[Part, ...]:
        """What is looked up: the parts, or the whole where there are none."""
        return self.parts or (self.whole,)
