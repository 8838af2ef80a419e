"""Who took what from whom: each tie of a family in words, with the text both share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from secondsource.article import Article, Span
from secondsource.lineage.family import Edge, Family, Relation, Stretch
from secondsource.messages import gettext as _
from secondsource.messages.retelling import retell
from secondsource.report.edits import EditsView, view_edits
from secondsource.report.pairs import PairView, view_pairs
from secondsource.report.shelf import Label, Quote, Shelf
from secondsource.report.tallies import say_both_coverages, say_copies, say_counterparts
from secondsource.report.versions import VersionsView, view_versions
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import (
    DIRECTION_UNKNOWN,
    PROBABLY_FIRST,
    say_sureness,
    say_tie,
)
from secondsource.review.subject import EdgeSubject, edge_subject

_STRETCHES_SHOWN = 5
_STRETCH_LENGTH = 700
_PAIRS_SHOWN = 200
_SIDE_BY_SIDE = 300_000  # characters of all ties together


@dataclass(frozen=True, slots=True)
class ReasonView:
    """One reason for a tie, with the words it used."""

    sentence: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class StretchView:
    """The same words as they stand in two articles."""

    child: str
    parent: str


@dataclass(frozen=True, slots=True)
class EdgeView:
    """One tie of lineage in words; `near` where the examined article is one of the two.

    A translation has `pairs` of sentences in the order of its text, any other tie `stretches` and
    both texts side by side, as `versions`. `beside_left_out` where these would have made the
    report too long.
    """

    child: Label
    parent: Label
    relation: str
    coverage: str
    sure: str
    direction: str
    near: bool
    reasons: tuple[ReasonView, ...]
    stretches: tuple[StretchView, ...]
    stretches_left_out: int
    versions: VersionsView | None
    pairs: tuple[PairView, ...]
    pairs_left_out: int
    edits: EditsView | None
    subject: EdgeSubject
    beside_left_out: bool = False

    @property
    def length(self) -> int:
        """How many characters stand side by side for it."""
        pairs = sum(len(pair.child) + len(pair.parent) for pair in self.pairs)
        return pairs + (self.versions.length if self.versions else 0)


@dataclass(frozen=True, slots=True)
class FamilyView:
    """One family: how many carry its text, and its ties, those of the examined article first.

    `first` leads to the probable first article; it is empty where no date or credit decides.
    `first_because` gives the reasons for it, or what keeps it undecided.
    """

    id: str
    root: Label
    first: str
    first_because: str
    holds_examined: bool
    copies: str
    members: tuple[Label, ...]
    near: tuple[EdgeView, ...]
    far: tuple[EdgeView, ...]


def view_families(families: Sequence[Family], shelf: Shelf) -> tuple[FamilyView, ...]:
    """Every family of the report, the one of the examined article first.

    Texts stand side by side for the ties of the examined article first, and then for as many
    others as there is room for in a report that can still be sent.
    """
    views = [_view_family(family, shelf) for family in families]
    return tuple(_keep_within(sorted(views, key=lambda view: not view.holds_examined)))


def _keep_within(families: Sequence[FamilyView]) -> Iterator[FamilyView]:
    edges = [*(e for f in families for e in f.near), *(e for f in families for e in f.far)]
    totals = accumulate(edge.length for edge in edges)
    kept = {
        edge.subject: edge if total <= _SIDE_BY_SIDE or not edge.length else _leave_out(edge)
        for edge, total in zip(edges, totals, strict=True)
    }
    for family in families:
        near, far = (tuple(kept[e.subject] for e in each) for each in (family.near, family.far))
        yield replace(family, near=near, far=far)


def _leave_out(edge: EdgeView) -> EdgeView:
    return replace(edge, versions=None, pairs=(), pairs_left_out=0, beside_left_out=True)


def _view_family(family: Family, shelf: Shelf) -> FamilyView:
    edges = [view_edge(edge, shelf) for edge in family.edges]
    return FamilyView(
        id=family.id,
        root=shelf.label(family.root),
        first=_(PROBABLY_FIRST) if family.first_known else "",
        first_because=retell(show_on_one_line(family.root_because)),
        holds_examined=shelf.examined in family.articles,
        copies=say_copies(len(set(family.articles) - {shelf.examined})),
        members=tuple(shelf.label(member) for member in family.articles),
        near=tuple(edge for edge in edges if edge.near),
        far=tuple(edge for edge in edges if not edge.near),
    )


def view_edge(edge: Edge, shelf: Shelf) -> EdgeView:
    """One tie of lineage in words."""
    child, parent = shelf.label(edge.child), shelf.label(edge.parent)
    near = shelf.examined in (edge.child, edge.parent)
    translated = edge.relation is Relation.TRANSLATION
    pairs = tuple(_pair_sentences(edge, shelf)) if translated else ()
    stretches = () if translated else edge.stretches
    say_coverages = say_counterparts if translated and edge.coverage else say_both_coverages
    return EdgeView(
        child=child,
        parent=parent,
        relation=say_tie(edge),
        coverage=say_coverages(
            _short_name(child), _short_name(parent), edge.coverage, edge.parent_coverage
        ),
        sure=say_sureness(edge.confidence),
        direction="" if edge.directed else _(DIRECTION_UNKNOWN),
        near=near,
        reasons=_view_reasons(edge, shelf),
        stretches=tuple(_quote_stretches(edge, stretches, shelf)),
        stretches_left_out=max(0, len(stretches) - _STRETCHES_SHOWN),
        versions=None if translated else _view_versions(edge, shelf),
        pairs=pairs[:_PAIRS_SHOWN],
        pairs_left_out=max(0, len(pairs) - _PAIRS_SHOWN),
        edits=view_edits(edge),
        subject=edge_subject(edge),
    )


def _short_name(label: Label) -> str:
    return _("this article") if label.examined else label.outlet


def _quote_stretches(
    edge: Edge, stretches: Sequence[Stretch], shelf: Shelf
) -> Iterator[StretchView]:
    """The longest shared stretches; whole copies are told by their coverage alone."""
    child, parent = shelf.get(edge.child), shelf.get(edge.parent)
    if child is None or parent is None:
        return
    longest = sorted(stretches, key=lambda stretch: len(stretch.child), reverse=True)
    for stretch in longest[:_STRETCHES_SHOWN]:
        yield StretchView(_quote(child, stretch.child), _quote(parent, stretch.parent))


def _view_versions(edge: Edge, shelf: Shelf) -> VersionsView | None:
    child, parent = shelf.get(edge.child), shelf.get(edge.parent)
    return view_versions(edge, child, parent) if child and parent else None


def _pair_sentences(edge: Edge, shelf: Shelf) -> Iterator[PairView]:
    child, parent = shelf.get(edge.child), shelf.get(edge.parent)
    if child is not None and parent is not None:
        yield from view_pairs(edge, child, parent, _STRETCH_LENGTH)


def _quote(article: Article, span: Span) -> str:
    return show_on_one_line(span.of(article.text), _STRETCH_LENGTH)


def _view_reasons(edge: Edge, shelf: Shelf) -> tuple[ReasonView, ...]:
    """Why the tie is believed; words that are shown side by side are not quoted again."""
    beside = set(edge.passages)
    return tuple(
        ReasonView(
            retell(signal.sentence),
            tuple(q for p in signal.spans if p not in beside and (q := shelf.quote(p))),
        )
        for signal in edge.signals
    )
