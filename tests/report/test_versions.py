"""Two versions side by side: nothing is lost, and what differs is marked, whatever the texts."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from secondsource.article import Article, Boilerplate, Span
from secondsource.evidence.finding import Coverage
from secondsource.lineage.family import Edge, Edit, EditType, Family, Negation, Relation, Stretch
from secondsource.report import render_html
from secondsource.report.kinship import view_families
from secondsource.report.shelf import make_shelf
from secondsource.report.versions import Bit, RowView, view_versions
from secondsource.review.report import Report

OLD = (
    "The ferry may stop on Friday.\n\n"
    "About forty planks were eaten, the office said.\n\n"
    "Nobody was hurt.\n\n"
    "Repairs will end in May."
)
NEW = (
    "The ferry will stop on Friday.\n\n"
    "About forty planks were eaten.\n\n"
    "Repairs will end in May.\n\n"
    "The price is not known."
)


def _span(words: str, text: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def _stretch(old: str, new: str) -> Stretch:
    return Stretch(_span(new, NEW), _span(old, OLD))


STRETCHES = (
    _stretch(OLD.partition("\n\nNobody")[0], NEW.partition("\n\nRepairs")[0]),
    _stretch("Repairs will end in May.", "Repairs will end in May."),
)
EDITS = (
    Edit(EditType.HEDGE_REMOVED, "may stop", "will stop", _span("may", OLD), _span("will", NEW)),
    Edit(EditType.ATTRIBUTION_REMOVED, ", the office said", "", _span("the office said", OLD)),
    Edit(EditType.PARAGRAPH_CUT, "Nobody was hurt.", "", _span("Nobody was hurt.", OLD)),
)
CHILD = Article("new", NEW, outlet="Coast Courier", language="en")
PARENT = Article("old", OLD, outlet="Harbour Post", language="en")


def _edge(stretches: tuple[Stretch, ...] = STRETCHES, edits: tuple[Edit, ...] = EDITS) -> Edge:
    return Edge("new", "old", Relation.EDITED, 0.9, 0.8, 0.9, True, (), stretches, edits, 0)


def _mark(bits: tuple[Bit, ...]) -> str:
    """A side as a person would mark it: what differs in brackets."""
    return "".join(f"[{bit.text}]" if bit.differs else bit.text for bit in bits).strip()


def _read(row: RowView) -> tuple[str, str, str]:
    return _mark(row.parent), _mark(row.child), ", ".join(row.kinds)


ROWS = [
    ("The ferry [may] stop on Friday.", "The ferry [will] stop on Friday.", "hedge removed"),
    (
        "About forty planks were eaten[, the office said].",
        "About forty planks were eaten.",
        "attribution removed",
    ),
    ("[Nobody was hurt.]", "", "paragraph cut"),
    ("Repairs will end in May.", "Repairs will end in May.", ""),
    ("", "[The price is not known.]", ""),
]


def test_rows_are_paragraphs_with_what_differs_marked_and_named() -> None:
    view = view_versions(_edge(), CHILD, PARENT)
    assert view
    assert [_read(row) for row in view.rows] == ROWS
    assert view.left_out == 0


def test_a_row_says_that_a_negation_went() -> None:
    gone = Edit(
        EditType.WORDING, "may stop", "will stop", _span("may", OLD), _span("will", NEW),
        Negation.REMOVED,
    )  # fmt: skip
    view = view_versions(_edge(edits=(gone,)), CHILD, PARENT)
    assert view is not None
    assert view.rows[0].kinds == ("a negation was taken out",)


def test_rows_with_changes_are_kept_first() -> None:
    view = view_versions(_edge(), CHILD, PARENT, most=4)
    assert view
    assert [_read(row) for row in view.rows] == [row for row in ROWS if "[" in row[0] + row[1]]
    assert view.left_out == 1


def test_a_notice_is_no_change() -> None:
    place = _span("\n\nThe price is not known.", NEW)
    notice = Article("new", NEW, boilerplate=(Boilerplate(place, "x"),))
    view = view_versions(_edge(), notice, PARENT)
    assert view
    assert [_read(row) for row in view.rows] == ROWS[:-1]


def test_a_stretch_takes_in_the_signs_that_end_it_in_both() -> None:
    old, new = Article("old", "Boats came."), Article("new", "Boats came. More came.")
    stretch = Stretch(Span(0, 10), Span(0, 10))
    view = view_versions(_edge((stretch,), ()), new, old)
    assert view
    assert [_read(row)[:2] for row in view.rows] == [
        ("Boats came.", "Boats came."),
        ("", "[More came.]"),
    ]


def test_headlines_that_differ_stand_first() -> None:
    headline = Edit(EditType.HEADLINE, "Ferry may stop", "Ferry to stop")
    view = view_versions(_edge(edits=(headline, *EDITS)), CHILD, PARENT)
    assert view
    assert _read(view.rows[0]) == ("[Ferry may stop]", "[Ferry to stop]", "headline changed")


def test_texts_that_share_no_stretch_are_not_laid_side_by_side() -> None:
    assert view_versions(_edge(stretches=()), CHILD, PARENT) is None


def test_a_long_stretch_that_both_have_is_shortened_and_counted() -> None:
    text = "Boats came in. " * 400
    article = Article("a", text.strip())
    whole = Span(0, len(article.text))
    view = view_versions(_edge((Stretch(whole, whole),), ()), article, article)
    assert view
    (row,) = view.rows
    assert len(row.parent[0].text) < 400
    assert "words alike…]" in row.parent[0].text


_WORDS = st.lists(st.sampled_from(["one", "two", "three", "four.\n"]), min_size=1, max_size=40)


@given(_WORDS, _WORDS)
def test_no_sign_is_lost(before: list[str], after: list[str]) -> None:
    old, new = (Article(id_, " ".join(words)) for id_, words in (("old", before), ("new", after)))
    stretch = Stretch(Span(0, len(new.text)), Span(0, len(old.text)))
    view = view_versions(_edge((stretch,), ()), new, old, most=1000)
    assert view
    for side, article in (("parent", old), ("child", new)):
        told = " ".join("".join(bit.text for bit in getattr(row, side)) for row in view.rows)
        assert "".join(told.split()) == "".join(article.text.split())
    parent, child = (
        " ".join(bit.text for row in view.rows for bit in getattr(row, side) if not bit.differs)
        for side in ("parent", "child")
    )
    assert "".join(parent.split()) == "".join(child.split())


def test_the_versions_of_many_ties_are_left_out_and_that_is_said() -> None:
    words = [f"word{n % 97}" for n in range(9000)]
    other = [f"other{n}" if n % 5 == 0 else word for n, word in enumerate(words)]
    old = Article("old", " ".join(words), outlet="Harbour Post")
    copies = [Article(f"copy{n}", " ".join(other), outlet=f"Copy {n}") for n in range(6)]
    edges = tuple(
        Edge(each.id, "old", Relation.EDITED, 0.9, 0.8, 0.9, True, (),
             (Stretch(Span(0, len(each.text)), Span(0, len(old.text))),))
        for each in copies
    )  # fmt: skip
    family = Family("f", "old", ("old", *(each.id for each in copies)), edges)
    report = Report(
        copies[-1], (old, *copies[:-1]), (family,), (), (), Coverage(7, (), (), None, None), ()
    )
    (view,) = view_families(report.families, make_shelf(report.article, report.articles))
    assert [edge.versions is not None for edge in (*view.near, *view.far)] == [
        True, True, False, False, False, False,
    ]  # fmt: skip
    assert render_html(report).count("this report would be too long") == 4


def test_the_page_marks_changes_with_elements_and_the_older_version_first() -> None:
    family = Family("f", "old", ("old", "new"), (_edge(),))
    report = Report(CHILD, (PARENT,), (family,), (), (), Coverage(2, (), (), None, None), ())
    tree = html.document_fromstring(render_html(report))
    (fold,) = tree.xpath("//details[summary[starts-with(., 'Both versions')]]")
    first, second = fold.xpath("(.//blockquote)[position() < 3]")
    assert first.xpath("string(del)") == "may"
    assert second.xpath("string(ins)") == "will"
    assert fold.xpath("string(.//*[@class='kinds'])") == "Hedge removed"
