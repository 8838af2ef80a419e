"""A translation in the report: its sentences beside those that they translate."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import html

from secondsource.article import Article, Boilerplate, Span
from secondsource.evidence.finding import Coverage
from secondsource.lineage.family import Edge, Family, Relation, Stretch
from secondsource.report import render_html, render_markdown
from secondsource.report.kinship import EdgeView, view_families
from secondsource.report.shelf import make_shelf
from secondsource.review.report import Report

RUSSIAN = (
    "Паром встал в среду. Доски съел червь. Их было сорок. Капитан молчал. "
    "Ремонт кончат в мае. Цена: три миллиона."
)
ENGLISH = (
    "The ferry stopped on Wednesday. Worms had eaten the planks, of which there were forty. "
    "Nobody was hurt. * * * Repairs will end in May. The price: three million."
)
# The sentences of the translation, and those that they translate.
PAIRS = [
    ("The ferry stopped on Wednesday.", "Паром встал в среду."),
    ("Worms had eaten the planks, of which there were forty.", "Доски съел червь. Их было сорок."),
    ("Repairs will end in May.", "Ремонт кончат в мае."),
    ("The price: three million.", "Цена: три миллиона."),
]


def _span(words: str, text: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


CHILD = Article("en", ENGLISH, title="Ferry", outlet="Coast Courier", language="en")
PARENT = Article("ru", RUSSIAN, title="Паром", outlet="Береговой вестник", language="ru")
STRETCHES = tuple(Stretch(_span(c, ENGLISH), _span(p, RUSSIAN)) for c, p in PAIRS)


def _edge(*, directed: bool = True) -> Edge:
    return Edge("en", "ru", Relation.TRANSLATION, 0.9, 0.8, 0.9, directed, (), STRETCHES[::-1])


def _report(edge: Edge, child: Article = CHILD) -> Report:
    family = Family("f", "ru", ("ru", "en"), (edge,))
    return Report(child, (PARENT,), (family,), (), (), Coverage(2, (), (), None, None), ())


def _view(edge: Edge, child: Article = CHILD) -> EdgeView:
    report = _report(edge, child)
    (family,) = view_families(report.families, make_shelf(child, report.articles))
    return family.near[0]


def test_pairs_are_in_order_and_what_stands_alone_between_them_is_shown() -> None:
    rows = [(pair.child, pair.parent) for pair in _view(_edge()).pairs]
    alone = [("Nobody was hurt. * * *", ""), ("", "Капитан молчал.")]
    assert rows == [*PAIRS[:2], *alone, *PAIRS[2:]]
    assert _view(_edge()).stretches == ()


def test_a_notice_between_two_pairs_is_not_called_untranslated() -> None:
    notice = Boilerplate(_span(" Nobody was hurt. * * * ", ENGLISH), "A notice.")
    pairs = _view(_edge(), replace(CHILD, boilerplate=(notice,))).pairs
    assert [(pair.child, pair.parent) for pair in pairs][2] == ("", "Капитан молчал.")


def test_coverage_is_told_as_counterparts() -> None:
    said = "Of this article, 90% has a counterpart in Береговой вестник; the other way, 80%."
    assert _view(_edge()).coverage == said
    kept_without = replace(_edge(), stretches=())  # as the families of an archive keep it
    assert _view(kept_without).coverage == said


def test_without_a_direction_neither_is_called_the_translation() -> None:
    assert _view(_edge()).relation == "is a translation of"
    undecided = _view(_edge(directed=False))
    assert undecided.relation == "says in another language the same as"
    assert undecided.direction == "The text does not decide who took from whom."


def test_the_page_shows_three_rows_and_folds_the_rest() -> None:
    tree = html.document_fromstring(render_html(_report(_edge())))
    (outer,) = tree.xpath("//details[summary[starts-with(., 'Sentence by sentence')]]")
    (folded,) = outer.xpath("details")
    assert "open" in outer.attrib
    assert "open" not in folded.attrib
    assert folded.xpath("string(summary)") == "Three further rows"
    rows = [b.xpath("string(text()[last()])") for b in outer.xpath("div//blockquote")]
    assert rows[:4] == [*PAIRS[0][::-1], *PAIRS[1][::-1]]
    assert [b.get("lang") for b in outer.xpath("div//blockquote")][:2] == ["ru", "en"]
    assert len(outer.xpath(".//blockquote")) == 12


@pytest.mark.parametrize("render", [render_html, render_markdown])
def test_every_form_has_every_pair(render: Callable[[Report], str]) -> None:
    text = render(_report(_edge()))
    for child, parent in PAIRS:
        assert child in text
        assert parent in text


def test_a_side_without_a_counterpart_says_so() -> None:
    whole = Span(STRETCHES[1].parent.start, STRETCHES[2].parent.end)
    edge = replace(_edge(), stretches=(STRETCHES[0], Stretch(STRETCHES[2].child, whole)))
    pairs = _view(edge).pairs
    assert [bool(pair.child) for pair in pairs] == [True, True, True]
    assert [bool(pair.parent) for pair in pairs] == [True, False, True]
    assert "no counterpart found" in render_html(_report(edge))
    assert "no counterpart found" in render_markdown(_report(edge))


def test_a_very_long_translation_is_cut_and_counted() -> None:
    text = "Word. " * 500
    spans = [Span(k * 6, k * 6 + 5) for k in range(500)]
    one, two = Article("en", text), Article("ru", text)
    edge = replace(_edge(), stretches=tuple(Stretch(span, span) for span in spans))
    family = Family("f", "ru", ("ru", "en"), (edge,))
    (view,) = view_families((family,), make_shelf(one, [two]))
    assert (len(view.near[0].pairs), view.near[0].pairs_left_out) == (200, 300)
