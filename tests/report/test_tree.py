"""Families on a terminal: every article is told, under what it came from."""

import re
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from secondsource.article import Article, Signal
from secondsource.lineage.family import Edge, Edit, EditType, Family, Relation
from secondsource.messages import use_language
from secondsource.report.shelf import Shelf, make_shelf
from secondsource.report.tree import render_families
from tests.report.hostile import poison
from tests.report.kin import Spec, make_crowd, make_kin, shelve, tie
from tests.report.sample import REPORT

R = Relation
NAMES = [(letter, letter.upper(), f"2024-03-0{k}") for k, letter in enumerate("abcd", start=1)]


def _show(families: list[Family], shelf: Shelf, limit: int = 0) -> list[str]:
    out = StringIO()
    render_families(families, shelf, Console(file=out, width=60), limit)
    return out.getvalue().splitlines()


def _tree(*ties: Edge, examined: str = "") -> list[str]:
    """The lines of a family of a, b, c and d, without titles."""
    family, articles = make_kin([*NAMES], *ties)
    lines = _show([family], shelve(articles, examined))
    return [re.sub(r" 2024-\S+ “[^”]*” .", "", line) for line in lines]


TREES = [
    # ties, the tree
    ([tie("b", "a"), tie("c", "b", R.EDITED), tie("d", "a", R.EXCERPT)],
     ["A", "├─ copy: B", "│  └─ edited, 50%: C", "└─ excerpt, 50%: D"]),
    ([tie("b", "a", directed=False), tie("c", "b", R.EXCERPT), tie("d", "c", R.CREDIT, coverage=0)],
     ["A", "└─ same text, direction unknown: B", "   └─ excerpt, 50%: C", "      └─ credit: D"]),
    # an undirected tie is walked from either side
    ([tie("a", "b", R.EXCERPT, directed=False), tie("c", "a"), tie("d", "a")],
     ["A", "├─ shares text, direction unknown: B", "├─ copy: C", "└─ copy: D"]),
    # two parents: told once, and said again
    ([tie("b", "a"), tie("c", "a"), tie("d", "b", R.MERGED), tie("d", "c", R.MERGED)],
     ["A", "├─ copy: B", "│  └─ merged, 50%: D", "└─ copy: C",
      "   └─ merged, 50%: D (told above)"]),
    # what does not come from the first has a tree of its own
    ([tie("b", "a"), tie("c", "b", R.MERGED), tie("c", "d", R.MERGED)],
     ["A", "└─ copy: B", "   └─ merged, 50%: C", "Also in this family:", "D",
      "└─ merged, 50%: C (told above)"]),
    # a circle ends
    ([tie("b", "a"), tie("c", "b"), tie("b", "c"), tie("d", "d")],
     ["A", "└─ copy: B", "   └─ copy: C", "      └─ copy: B (told above)", "Also in this family:",
      "D", "└─ copy: D (told above)"]),
]  # fmt: skip


def test_changes_that_matter_are_told() -> None:
    edits = (Edit(EditType.NUMBER, "40", "14"), Edit(EditType.WORDING, "big", "large"))
    edge = replace(tie("b", "a", R.EDITED), edits=edits)
    assert _tree(edge)[2] == "└─ edited, 50%, one number changed: B"


@pytest.mark.parametrize(("ties", "tree"), TREES)
def test_trees(ties: list[Edge], tree: list[str]) -> None:
    assert _tree(*ties)[1:] == tree


def test_the_first_and_the_examined_are_said() -> None:
    known = _tree(tie("b", "a"), examined="b")
    assert known[0] == "Four articles. Probably first:"
    assert known[2] == "└─ copy: B (this article)"
    unknown = _tree(tie("b", "a", directed=False))
    assert unknown[0] == "Four articles. No date or credit decides which came first."


def test_why_it_is_thought_the_first_is_said_where_it_is_known() -> None:
    because = (Signal("earliest", 1.0, "A has the earliest date."),)
    for directed, told in ((True, ["(A has the earliest date.)"]), (False, [])):
        (family,), shelf = _sample(
            [("a", None, None), ("b", None, None)], tie("b", "a", directed=directed)
        )
        lines = _show([replace(family, root_signals=because)], shelf)
        assert [line for line in lines if "earliest" in line] == told


def test_dates_outlets_titles_and_ids_are_told_on_one_line() -> None:
    lines = _show(*_sample([("a", "Post", "2024-03-05T10:00"), ("b", None, None)], tie("b", "a")))
    assert lines[1:] == ["Post 2024-03-05 “Title of a” a", "└─ copy: “Title of b” b"]


def _sample(specs: list[Spec], *ties: Edge) -> tuple[list[Family], Shelf]:
    family, articles = make_kin(specs, *ties)
    return [family], shelve(articles)


def test_a_crowd_is_told_by_outlet() -> None:
    family, articles = make_crowd(500)
    few = _show([family], shelve(articles, "a77"), limit=20)
    assert len(few) < 70
    of_outlet = re.compile(r"├─ \d+ articles of Outlet \d, 2024-03-05 to 2024-03-\d\d: ")
    assert any(map(of_outlet.match, few))
    assert any("further outlets" in line and "× copy" in line for line in few)
    assert few[-1].endswith("(--limit 0 shows all).")


def test_limit_0_tells_everything() -> None:
    family, articles = make_crowd(500)
    lines = _show([family], shelve(articles), limit=0)
    told = [line for line in lines if "“Title of" in line and "told above" not in line]
    assert len(told) == 501


def test_a_long_chain_is_told_without_recursion() -> None:
    specs = [(f"a{n}", "Post", None) for n in range(3000)]
    family, articles = make_kin([*specs], *(tie(f"a{n + 1}", f"a{n}") for n in range(2999)))
    lines = _show([family], shelve(articles))
    assert len(lines) == 3001
    assert max(map(len, lines)) < 100


def test_families_left_out_are_counted() -> None:
    families, shelf = _sample([("a", "Post", None), ("b", "Mail", None)], tie("b", "a"))
    lines = _show(families * 30, shelf, limit=20)
    assert lines[0].startswith("30 families; the 20 largest follow (--limit 0 shows all")
    assert sum("Probably first" in line for line in lines) == 20


def test_hostile_words_cannot_change_the_terminal() -> None:
    bad = poison(REPORT)
    text = "\n".join(_show([*bad.families], make_shelf(bad.article, bad.articles)))
    assert not re.search("[\x1b\u202e\u200b\ud800]", text)
    assert "[red]rich" in text


def test_no_families() -> None:
    none: list[Article] = []
    assert _show([], shelve(none)) == ["No articles share text, and none credits another."]


def test_the_frame_of_a_tree_is_told_in_russian() -> None:
    family, articles = make_crowd(500)
    with use_language("ru"):
        told = "\n".join(_show([family], shelve(articles, "a77"), limit=20))
        assert "501 статья. Вероятно, первая:" in told
        assert "--limit 0 покажет" in told
        assert _show([], shelve([]), limit=0) != [
            "No articles share text, and none credits another."
        ]
    assert not re.search(r"\b(articles|outlets?|largest|told above|further)\b", told)
