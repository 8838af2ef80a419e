"""Any two articles: what they share is found whichever is named first, and nothing is invented."""

import pytest

from secondsource.article import Article, Credit, Link, Role
from secondsource.lineage.compare import compare_articles
from secondsource.lineage.family import EditType, Relation
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD, RUSSIAN, article

_FIRST = article("first", f"{HARBOUR}\n\nForty planks were eaten.", published="2024-03-05")
_COPY = article("copy", f"{HARBOUR}\n\nNinety planks were eaten.", published="2024-03-07")


def test_the_tie_is_the_same_from_both_sides_and_the_changes_lead_from_left_to_right() -> None:
    there, back = compare_articles(_FIRST, _COPY), compare_articles(_COPY, _FIRST)
    assert there.laid
    assert back.laid
    for found in (there, back):
        assert found.edge
        assert (found.edge.child, found.edge.parent) == ("copy", "first")
    assert (there.is_turned, back.is_turned) == (False, True)
    (forward,) = (e for e in there.laid.edits if e.type is EditType.NUMBER)
    (backward,) = (e for e in back.laid.edits if e.type is EditType.NUMBER)
    assert ("Forty" in forward.before, "Ninety" in forward.after) == (True, True)
    assert ("Ninety" in backward.before, "Forty" in backward.after) == (True, True)
    for stretch in back.laid.stretches:
        alike = stretch.child.of(_FIRST.text), stretch.parent.of(_COPY.text)
        assert alike[0][:200] == alike[1][:200]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (_FIRST, article("orchard", ORCHARD)),
        (_FIRST, article("empty", "")),
        (article("bridge", BRIDGE, language="en"), article("russian", RUSSIAN, language="ru")),
    ],
    ids=["another text", "no text", "another language, and no model to read it"],
)
def test_nothing_in_common(left: Article, right: Article) -> None:
    found = compare_articles(left, right)
    assert (found.edge, found.laid, found.is_turned) == (None, None, False)


def test_a_credit_alone_is_a_tie_without_text() -> None:
    given = article(
        "given", RUSSIAN, url="https://port.example/1", outlet="Порт", published="2024-03-05"
    )
    taken = article(
        "taken",
        BRIDGE,
        outlet="Inland",
        published="2024-03-06",
        links=(Link("https://port.example/1"),),
        credits=(Credit(Role.ORIGINAL_OUTLET, "port.example"),),
    )
    found = compare_articles(given, taken)
    assert found.edge
    assert (found.edge.child, found.edge.relation) == ("taken", Relation.CREDIT)
    assert found.edge.stretches == ()
