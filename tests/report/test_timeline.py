"""The picture of a family: nobody left out, nothing on top of anything, well-formed."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from secondsource.article import Article
from secondsource.lineage.family import Family, Relation
from secondsource.report.shelf import Shelf, make_shelf
from secondsource.report.timeline import (
    NARROW,
    WIDE,
    Judged,
    Sheet,
    draw_timeline,
    render_timelines,
)
from secondsource.report.timeline.picture import Picture, lay_out
from tests.report.hostile import poison
from tests.report.kin import make_crowd, make_kin, shelve, tie
from tests.report.sample import REPORT

BAD = poison(REPORT)
R = Relation


def _case(examined: str, made: tuple[Family, list[Article]]) -> tuple[Family, Shelf]:
    return made[0], shelve(made[1], examined)


CASES = {
    "sample": (REPORT.families[0], make_shelf(REPORT.article, REPORT.articles)),
    "hostile": (BAD.families[0], make_shelf(BAD.article, BAD.articles)),
    "crowd": _case("a77", make_crowd(500)),
    "hours": _case("d", make_kin(
        [("a", "Post", "2024-03-05T08:10"), ("b", "Mail", "2024-03-05T08:40"),
         ("c", "Mail", "2024-03-05T08:45"), ("d", "News", "2024-03-05T20:00")],
        tie("b", "a"), tie("c", "a", R.EDITED), tie("d", "c", R.EXCERPT))),
    "far apart": _case("d", make_kin(
        [("a", "Post", "1931"), ("b", "Mail", "1931-05-02"), ("c", "Post", "2024-03-05"),
         ("d", "新华社北京日报", "2024-03-06"), ("e", None, None)],
        tie("b", "a", R.TRANSLATION), tie("c", "b", R.MERGED), tie("c", "a", R.MERGED),
        tie("d", "c", R.CREDIT, coverage=0), tie("e", "d", directed=False))),
    "no dates": _case("", make_kin(
        [("a", "Post", None), ("b", "Mail", None), ("c", "Post", None)],
        tie("b", "a"), tie("c", "b", directed=False))),
    "backwards": _case("b", make_kin(
        [("a", "Post", "2024-03-09"), ("b", "Mail", "2024-03-05")], tie("b", "a"))),
    "alone": _case("a", make_kin([("a", "Post", "2024-03-09")])),
}  # fmt: skip
SHEETS = {"wide": WIDE, "narrow": NARROW}
PICTURES = {
    f"{case}, {size}": lay_out(*CASES[case], sheet)
    for case in CASES
    for size, sheet in SHEETS.items()
}


@pytest.fixture(params=PICTURES)
def picture(request: pytest.FixtureRequest) -> Picture:
    return PICTURES[request.param]


def test_every_article_stands_in_one_mark(picture: Picture) -> None:
    _check_members(picture)


def _check_members(picture: Picture) -> None:
    members = Counter(member for mark in picture.marks for member in mark.members)
    assert members == Counter(picture.story.family.articles)
    assert Counter(m for row in picture.rows for m in row.members) == members


def test_marks_hide_no_other(picture: Picture) -> None:
    _check_distances(picture)


def _check_distances(picture: Picture) -> None:
    for row in picture.rows:
        marks = [mark for mark in picture.marks if mark.y == row.y]
        assert all(a.x + a.radius < b.x - b.radius for a, b in pairwise(marks))
        assert all(0 < mark.x < picture.sheet.width for mark in marks)


def test_captions_hide_nothing_that_is_said(picture: Picture) -> None:
    places = [(caption.x, caption.y) for caption in picture.captions]
    assert len(places) == len(set(places))
    told = {caption.strong for caption in picture.captions}
    assert ("This article" in told) == any(mark.examined for mark in picture.marks)


def test_every_tie_has_a_line_or_is_counted(picture: Picture) -> None:
    _check_lines(picture)


def _check_lines(picture: Picture) -> None:
    mark_of = {member: mark for mark in picture.marks for member in mark.members}
    between = [e for e in picture.story.family.edges if mark_of[e.parent] != mark_of[e.child]]
    assert sum(line.ties for line in picture.lines) + picture.ties_left_out == len(between)
    assert picture.ties_left_out == 0 or picture.story.is_crowd


def test_a_line_keeps_clear_of_the_marks_it_passes(picture: Picture) -> None:
    if picture.story.is_crowd:
        return  # where there is no clear way the first is taken
    for line in picture.lines:
        for left, top, right, bottom in line.route.segments:
            others = [m for m in picture.marks if m not in (line.parent, line.child)]
            hit = [
                m for m in others if left == right and top < m.y < bottom and abs(m.x - left) < 6
            ]
            assert not hit


def _svg(name: str, sheet: Sheet) -> str:
    return draw_timeline(*CASES[name], sheet)


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
@pytest.mark.parametrize("name", CASES)
def test_it_is_well_formed_and_runs_nothing(name: str, sheet: Sheet) -> None:
    for text in (_svg(name, sheet), render_timelines([CASES[name][0]], CASES[name][1], sheet)):
        tree = etree.fromstring(text.encode())
        tags = {etree.QName(element).localname for element in tree.iter()}
        assert tags <= {
            "svg", "title", "desc", "style", "path", "rect", "circle", "text", "tspan", "g",
        }  # fmt: skip
        names = {name for element in tree.iter() for name in element.attrib}
        assert not [name for name in names if name.startswith("on") or "href" in name]
        assert "url(" not in text
        assert not re.search("[\u202a-\u202e\u200b\x1b\ufffe\uffff]", text)


_DATES = st.sampled_from(
    [None, "", "soon", "0001", "1931", "1931-05", "2024-03-05", "2024-03-05T08:10",
     "2024-03-05T08:11+14:00", "2024-03-06", "2024-12-31T23:59", "9999-12-31"]
)  # fmt: skip
_OUTLETS = st.sampled_from([None, "Post", "Mail", "新华社", "x" * 90])
_PARENTS = st.tuples(st.integers(0, 14), st.sampled_from(list(R)), st.booleans())


@given(st.lists(st.tuples(_OUTLETS, _DATES, _PARENTS), min_size=1, max_size=14), st.booleans())
def test_any_family_can_be_drawn(
    given_: list[tuple[str | None, str | None, tuple[int, Relation, bool]]], narrow: bool
) -> None:
    specs = [(f"a{k}", outlet, date) for k, (outlet, date, _) in enumerate(given_)]
    ties = [
        tie(f"a{k}", f"a{parent % len(specs)}", relation, directed=directed)
        for k, (_, _, (parent, relation, directed)) in enumerate(given_)
    ]
    family, articles = make_kin(specs, *ties)
    picture = lay_out(family, shelve(articles, "a1"), NARROW if narrow else WIDE)
    _check_members(picture)
    _check_distances(picture)
    _check_lines(picture)
    etree.fromstring(draw_timeline(family, shelve(articles, "a1")).encode())


def test_it_can_be_read_aloud() -> None:
    tree = etree.fromstring(_svg("far apart", WIDE).encode())
    title, desc = tree[0], tree[1]
    assert (tree.get("role"), tree.get("aria-labelledby")) == ("img", title.get("id"))
    assert tree.get("aria-describedby") == desc.get("id")
    assert title.text == "Timeline of five articles that carry one text"
    assert "Probably first: Post, 1931." in (desc.text or "")
    assert "新华社北京日报 credits Post." in (desc.text or "")
    assert "outlet unknown shares text with 新华社北京日报." in (desc.text or "")


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_five_hundred_copies_are_grouped_and_small(sheet: Sheet) -> None:
    family, shelf = CASES["crowd"]
    picture = lay_out(family, shelf, sheet)
    assert len(picture.rows) == sheet.rows
    assert picture.rows[-1].name.startswith("and ")
    assert len(picture.marks) < 250
    text = render_timelines([family], shelf, sheet)
    assert len(text) < 100_000
    assert "further ties without a line" in text
    assert "articles close together" in text


def test_relations_differ_in_line_or_tip_and_are_explained() -> None:
    ties = [tie(f"c{k}", "a", relation) for k, relation in enumerate(R)]
    specs = [("a", "Post", "2024-03-01")]
    specs += [(f"c{k}", f"Outlet {k}", f"2024-03-{k + 3:02}") for k in range(len(R))]
    text = draw_timeline(*_case("c2", make_kin([*specs], *ties)))
    for relation in R:
        assert f"tl-l tl-{relation.value}" in text
        assert f"tl-tip-{relation.value}" in text
        assert re.search(f'class="tl-soft">{relation.value}<', text)


def test_only_what_is_shown_is_explained() -> None:
    text = draw_timeline(*_case("", make_kin(
        [("a", "Post", "2024-03-01"), ("b", "Mail", "2024-03-09")], tie("b", "a", directed=False)
    )))  # fmt: skip
    assert "direction unknown" in text
    assert "tl-tip" not in text
    assert "this article" not in text
    assert "probably first" not in text


def test_ids_can_be_told_apart_on_a_page() -> None:
    one, two = (draw_timeline(*CASES["sample"], name=name) for name in ("x", "y"))
    ids = re.findall(r' id="([^"]+)"', one + two)
    assert len(ids) == len(set(ids)) == 4


def test_a_tie_that_a_person_rejects_is_crossed_out_and_told() -> None:
    family, shelf = CASES["hours"]
    ends = [(edge.child, edge.parent) for edge in family.edges]
    judged = Judged(frozenset(ends[1:]), frozenset(ends[:1]))
    picture = draw_timeline(family, shelf, WIDE, "tl", judged)
    assert picture.count('class="tl-cross"') == 2, "the line, and its sample in the legend"
    assert "a person says no" in picture
    assert "a person agrees" in picture
    assert "A person says that this does not hold." in picture
    assert "tl-cross" not in draw_timeline(family, shelf, WIDE)
