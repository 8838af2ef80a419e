"""Changes in words: what both versions have is set apart, and the count says the kinds."""

import pytest

from secondsource.lineage.edits import EDIT_ORDER
from secondsource.lineage.family import Edge, Edit, EditType, Negation, Relation
from secondsource.report.edits import (
    EDIT_COUNTS,
    NEGATION_COUNTS,
    say_edit,
    say_edits,
    say_weighty_edits,
    view_edit,
    view_edits,
)
from secondsource.report.wording import EDIT_WORDS, NEGATION_WORDS, WEIGHTY_EDITS

VIEWS = [
    # before, after, what the two have in common and what not
    ("was perhaps initialled", "was initialled", ("was ", "perhaps ", "", "initialled")),
    ("killed 40 people in", "killed 14 people in", ("killed ", "40", "14", " people in")),
    ("on Tuesday, police said", "on Tuesday", ("on Tuesday", ", police said", "", "")),
    ("in forty ships", "in fourteen ships", ("in ", "forty", "fourteen", " ships")),
    ("a “disaster” for", "a disaster for", ("a ", "“disaster”", "disaster", " for")),
    ("", "What now?", ("", "", "What now?", "")),
    ("one one", "one one one", ("one one", "", " one", "")),
    ("the\nold  man", "the young man", ("the ", "old", "young", " man")),
]


@pytest.mark.parametrize(("before", "after", "parts"), VIEWS)
def test_views(before: str, after: str, parts: tuple[str, str, str, str]) -> None:
    view = view_edit(Edit(EditType.WORDING, before, after))
    assert (view.lead, view.before, view.after, view.tail) == parts


def _edit(kind: EditType) -> Edit:
    return Edit(kind, "one", "two")


def test_kinds_are_counted_in_their_order() -> None:
    edits = [_edit(EditType.HEDGE_REMOVED), *[_edit(EditType.NUMBER)] * 2, _edit(EditType.WORDING)]
    assert say_edits(edits) == "one hedge removed, two numbers changed, one change of wording"
    assert say_edits(edits, further=3).endswith("four changes of wording")
    assert say_weighty_edits(edits) == "one hedge removed, two numbers changed"
    assert say_edits([], further=0) == ""


def test_a_negation_is_told_in_words_and_opens_the_list() -> None:
    gone = Edit(EditType.WORDING, "did not kill", "killed", negation=Negation.REMOVED)
    put_in = Edit(EditType.NUMBER, "killed 4", "did not kill 5", negation=Negation.ADDED)
    assert say_edit(gone) == view_edit(gone).what == "a negation was taken out"
    assert say_edit(put_in) == "a negation was put in, number changed"
    edits = (gone, put_in, _edit(EditType.WORDING))
    told = "one negation taken out, one negation put in, one number changed"
    assert say_edits(edits) == f"{told}, one change of wording"
    assert say_weighty_edits(edits) == told
    view = view_edits(Edge("c", "p", Relation.EDITED, 0.9, 0.9, 0.9, True, (), (), (gone,), 0))
    assert view is not None
    assert view.open


def test_a_tie_says_what_it_leaves_out() -> None:
    edge = Edge("c", "p", Relation.EDITED, 0.9, 0.9, 0.9, True)
    assert view_edits(edge) is None
    edits = tuple(Edit(EditType.WORDING, "a", str(k)) for k in range(45))
    view = view_edits(Edge("c", "p", Relation.EDITED, 0.9, 0.9, 0.9, True, (), (), edits, 7))
    assert view is not None
    assert (view.open, len(view.shown), view.hidden, view.uncounted) == (False, 40, 5, 7)


def test_every_kind_has_its_words() -> None:
    assert set(EDIT_WORDS) == set(EDIT_COUNTS) == set(EditType)
    assert set(NEGATION_WORDS) == set(NEGATION_COUNTS) == set(Negation)
    assert set(EDIT_ORDER[: len(WEIGHTY_EDITS)]) == WEIGHTY_EDITS
