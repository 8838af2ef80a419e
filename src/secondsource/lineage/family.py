"""What lineage finds: who took which text from whom."""

from dataclasses import dataclass, replace
from enum import StrEnum

from secondsource.article import Passage, Signal, Span


class Relation(StrEnum):
    """How one article's text comes from another's."""

    COPY = "copy"
    EDITED = "edited"
    EXCERPT = "excerpt"
    MERGED = "merged"
    TRANSLATION = "translation"
    CREDIT = "credit"


class EditType(StrEnum):
    """What a change between two versions did."""

    HEADLINE = "headline"
    ATTRIBUTION_REMOVED = "attribution_removed"
    ATTRIBUTION_CHANGED = "attribution_changed"
    HEDGE_REMOVED = "hedge_removed"
    HEDGE_ADDED = "hedge_added"
    NUMBER = "number"
    NAME = "name"
    DATE = "date"
    QUOTATION = "quotation"
    PARAGRAPH_ADDED = "paragraph_added"
    PARAGRAPH_CUT = "paragraph_cut"
    LOADED_WORD = "loaded_word"
    WORDING = "wording"


class Negation(StrEnum):
    """How a change turned a sentence: a negation taken out or put in, or a contrary word."""

    REMOVED = "removed"
    ADDED = "added"
    CONTRARY = "contrary"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change from the parent's words (`before`) to the child's (`after`).

    Both are as they stand in the texts, with a word or two of what is around them; the spans
    say where. A span is None where the article has nothing of it, or only in its title.
    `negation` is there where the change makes a sentence say the contrary: "did not kill",
    or "rose" where "fell" was.
    """

    type: EditType
    before: str
    after: str
    before_span: Span | None = None
    after_span: Span | None = None
    negation: Negation | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The same words in two articles, where each has them."""

    child: Span
    parent: Span


@dataclass(frozen=True, slots=True)
class Edge:
    """One tie of lineage: the child has text of, or credits, the parent.

    `coverage` is the share of the child's own words (boilerplate left out) found in the
    parent, `parent_coverage` the reverse, `confidence` how sure the relation is, all 0..1.
    When `directed` is False the text does not decide who took from whom, and the order of
    child and parent says nothing. `edits` are there once they were asked for
    (`with_edits`); `edits_left_out` counts further ones of mere wording and is None while
    the two were not compared.
    """

    child: str
    parent: str
    relation: Relation
    coverage: float
    parent_coverage: float
    confidence: float
    directed: bool
    signals: tuple[Signal, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    edits: tuple[Edit, ...] = ()
    edits_left_out: int | None = None

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The text that both share: each stretch where the child has it, then the parent."""
        return tuple(
            Passage(article, span)
            for stretch in self.stretches
            for article, span in ((self.child, stretch.child), (self.parent, stretch.parent))
        )


def turn_edge(edge: Edge) -> Edge:
    """The tie with child and parent changed over; its edits lead the other way, so it has none."""
    return replace(
        edge,
        child=edge.parent,
        parent=edge.child,
        coverage=edge.parent_coverage,
        parent_coverage=edge.coverage,
        stretches=tuple(Stretch(each.parent, each.child) for each in edge.stretches),
        edits=(),
        edits_left_out=None,
    )


@dataclass(frozen=True, slots=True)
class Family:
    """All articles that share one text or are tied by credit; `root` is the probable first.

    `core` are those that carry the text for the most part; the other `articles` took an excerpt
    of it, and may be in further families. `root_signals` say why the root is thought to be the
    first, and what speaks against it; `root_confidence` how sure that is (0..1, an ordering for
    readers and no probability).
    """

    id: str
    root: str
    articles: tuple[str, ...]
    edges: tuple[Edge, ...]
    core: tuple[str, ...] = ()
    root_signals: tuple[Signal, ...] = ()
    root_confidence: float = 0.0

    @property
    def first_known(self) -> bool:
        """Whether `root` is more than a guess: others took from it, and with none of those that
        have its whole text is it undecided who took from whom."""
        gave = any(edge.directed for edge in self.edges if edge.parent == self.root)
        return gave and not any(
            self.root in (edge.child, edge.parent)
            for edge in self.edges
            if not edge.directed and edge.relation is not Relation.EXCERPT
        )

    @property
    def root_because(self) -> str:
        """Why the root is taken for the first, in words a reader can be shown."""
        return " ".join(signal.sentence for signal in self.root_signals)
