"""Who took what from whom: each tie of a family in words, with the text both share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.article import Passage
from secondsource.lineage.family import Edge, Edit, Family
from secondsource.report.shelf import Label, Quote, Shelf
from secondsource.report.tallies import say_both_coverages, say_copies
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import (
    DIRECTION_UNKNOWN,
    EDIT_WORDS,
    PROBABLY_FIRST,
    RELATION_WORDS,
    SHARES_TEXT,
    say_sureness,
)

_STRETCHES_SHOWN = 5
_STRETCH_LENGTH = 700
_EDIT_LENGTH = 300
_EDITS_SHOWN = 40


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
class EditView:
    """One change between two versions, in words."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class EdgeView:
    """One tie of lineage in words; `near` where the examined article is one of the two."""

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
    edits: tuple[EditView, ...]
    edits_left_out: int


@dataclass(frozen=True, slots=True)
class FamilyView:
    """One family: how many carry its text, and its ties, those of the examined article first.

    `first` leads to the probable first article; it is empty where no date or credit decides.
    """

    id: str
    root: Label
    first: str
    holds_examined: bool
    copies: str
    members: tuple[Label, ...]
    near: tuple[EdgeView, ...]
    far: tuple[EdgeView, ...]


def view_families(families: Sequence[Family], shelf: Shelf) -> tuple[FamilyView, ...]:
    """Every family of the report, the one of the examined article first."""
    views = [_view_family(family, shelf) for family in families]
    return tuple(sorted(views, key=lambda view: not view.holds_examined))


def _view_family(family: Family, shelf: Shelf) -> FamilyView:
    edges = [_view_edge(edge, shelf) for edge in family.edges]
    return FamilyView(
        id=family.id,
        root=shelf.label(family.root),
        first=PROBABLY_FIRST if family.first_known else "",
        holds_examined=shelf.examined in family.articles,
        copies=say_copies(len(set(family.articles) - {shelf.examined})),
        members=tuple(shelf.label(member) for member in family.articles),
        near=tuple(edge for edge in edges if edge.near),
        far=tuple(edge for edge in edges if not edge.near),
    )


def _view_edge(edge: Edge, shelf: Shelf) -> EdgeView:
    child, parent = shelf.label(edge.child), shelf.label(edge.parent)
    near = shelf.examined in (edge.child, edge.parent)
    return EdgeView(
        child=child,
        parent=parent,
        relation=RELATION_WORDS[edge.relation] if edge.directed else SHARES_TEXT,
        coverage=say_both_coverages(
            _short_name(child), _short_name(parent), edge.coverage, edge.parent_coverage
        ),
        sure=say_sureness(edge.confidence),
        direction="" if edge.directed else DIRECTION_UNKNOWN,
        near=near,
        reasons=_view_reasons(edge, shelf),
        stretches=tuple(_quote_stretches(edge, shelf)),
        stretches_left_out=max(0, len(edge.stretches) - _STRETCHES_SHOWN),
        edits=tuple(_view_edit(edit) for edit in edge.edits[:_EDITS_SHOWN]),
        edits_left_out=max(0, len(edge.edits) - _EDITS_SHOWN),
    )


def _short_name(label: Label) -> str:
    return "this article" if label.examined else label.outlet


def _quote_stretches(edge: Edge, shelf: Shelf) -> Iterator[StretchView]:
    """The longest shared stretches; whole copies are told by their coverage alone."""
    child, parent = shelf.get(edge.child), shelf.get(edge.parent)
    if child is None or parent is None:
        return
    longest = sorted(edge.stretches, key=lambda stretch: len(stretch.child), reverse=True)
    for stretch in longest[:_STRETCHES_SHOWN]:
        yield StretchView(
            show_on_one_line(stretch.child.of(child.text), _STRETCH_LENGTH),
            show_on_one_line(stretch.parent.of(parent.text), _STRETCH_LENGTH),
        )


def _view_reasons(edge: Edge, shelf: Shelf) -> tuple[ReasonView, ...]:
    """Why the tie is believed; words that are shown side by side are not quoted again."""
    beside = {
        Passage(article, span)
        for stretch in edge.stretches
        for article, span in ((edge.child, stretch.child), (edge.parent, stretch.parent))
    }
    return tuple(
        ReasonView(
            signal.sentence,
            tuple(q for p in signal.spans if p not in beside and (q := shelf.quote(p))),
        )
        for signal in edge.signals
    )


def _view_edit(edit: Edit) -> EditView:
    return EditView(
        EDIT_WORDS[edit.type],
        show_on_one_line(edit.before, _EDIT_LENGTH),
        show_on_one_line(edit.after, _EDIT_LENGTH),
    )
