"""Two articles side by side: every word of both is there, nothing runs, and it stays short."""

from dataclasses import replace

import pytest
from lxml import html
from rich.console import Console

from secondsource.article import Article, Boilerplate, Span
from secondsource.lineage.compare import Comparison, compare_articles
from secondsource.lineage.family import Edge, Relation, turn_edge
from secondsource.report.comparison import ROWS_SHOWN, view_comparison
from secondsource.report.comparison_text import render_comparison_text
from secondsource.report.html import render_comparison
from secondsource.report.jsonform.comparison import comparison_json
from tests.lineage.prose import HARBOUR, ORCHARD, article
from tests.report.test_pairs import CHILD, PAIRS, PARENT, STRETCHES

HOSTILE = "<script>alert(1)</script>\u202e"
OLD = article(
    "old",
    f"{HARBOUR}\n\nThe old end, told at length {HOSTILE}.\n\nWrite to the desk.",
    title=HOSTILE,
    outlet=f"Post {HOSTILE}",
    published="2024-03-05",
)
NEW = article("new", f"{HARBOUR}\n\nAnother end is told.", outlet="Courier", published="2024-03-07")
ASIDE = Boilerplate(Span(OLD.text.index("Write"), len(OLD.text)), "a footer")


def _translated() -> Comparison:
    edge = Edge("en", "ru", Relation.TRANSLATION, 0.9, 0.8, 0.9, True, (), STRETCHES)
    return Comparison(PARENT, CHILD, edge, edge)


def _text_of(comparison: Comparison) -> str:
    return " ".join(html.fromstring(render_comparison(comparison)).text_content().split())


def test_each_paragraph_has_its_row_and_what_replaced_another_stands_beside_it() -> None:
    view = view_comparison(compare_articles(replace(OLD, boilerplate=(ASIDE,)), NEW))
    paragraphs = HARBOUR.split("\n\n")
    kept = [row for row in view.rows if row.is_shared]
    assert [row.parent[0].text.strip() for row in kept] == paragraphs
    (last,) = (row for row in view.rows if not row.is_shared)
    assert "The old end" in last.parent[0].text
    assert "Another end is told." in last.child[0].text
    assert not any("Write to the desk" in b.text for row in view.rows for b in row.parent)


def test_nothing_of_the_articles_runs() -> None:
    shown = render_comparison(compare_articles(OLD, NEW))
    assert "<script" not in shown
    assert "\u202e" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;⟨right-to-left override⟩" in shown


@pytest.mark.parametrize("turned", [False, True])
def test_a_translation_is_told_sentence_by_sentence(turned: bool) -> None:
    given = _translated()
    if turned:
        assert given.edge
        given = Comparison(CHILD, PARENT, given.edge, turn_edge(given.edge))
    view = view_comparison(given)
    rows = [(p.parent, p.child) if turned else (p.child, p.parent) for p in view.pairs]
    assert [row for row in rows if all(row)] == PAIRS
    assert view.turned is turned
    assert "is a translation of" in _text_of(given)


def test_two_that_share_nothing_are_told_so_with_both_texts() -> None:
    told = _text_of(compare_articles(OLD, article("orchard", ORCHARD)))
    assert "found no stretch of text that both articles have" in told
    assert " ".join(ORCHARD.split("\n\n")[0].split()) in told
    assert "not in this version" not in told


def test_a_long_text_is_cut_and_the_cut_is_told() -> None:
    long = article("long", "\n\n".join(f"Line {n} of many." for n in range(ROWS_SHOWN + 7)))
    view = view_comparison(compare_articles(long, article("orchard", ORCHARD)))
    assert (len(view.texts), view.left_out) == (ROWS_SHOWN, 7)
    assert "Seven further rows are not shown." in _text_of(Comparison(long, OLD, None, None))


@pytest.mark.parametrize(
    ("left", "right"), [(OLD, NEW), (NEW, OLD), (OLD, article("orchard", ORCHARD))]
)
def test_places_in_json_are_places_of_the_texts(left: Article, right: Article) -> None:
    given = comparison_json(compare_articles(left, right))
    rows = given["rows"]
    assert isinstance(rows, list)
    for row in rows:
        assert isinstance(row, dict)
        for side, text in (("left", left.text), ("right", right.text)):
            place = row[side]
            assert place is None or 0 <= place["start"] < place["end"] <= len(text)  # type: ignore[index, call-overload, operator]
    assert bool(rows) is (given["edge"] is not None)


def test_a_terminal_is_told_each_change() -> None:
    console = Console(record=True, width=200, file=None, quiet=False)
    with console.capture() as captured:
        render_comparison_text(compare_articles(OLD, NEW), console)
    told = captured.get()
    assert "Courier carries an edited version of Post" in told
    assert "{+Another end is told" in told
    assert "\u202e" not in told
