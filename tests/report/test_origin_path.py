"""Where a text comes from, step by step."""

from dataclasses import replace

import pytest

from secondsource.article import Article, Credit, Role
from secondsource.lineage.family import Edge, Family, Relation
from secondsource.report.origin_path import Step, trace_path
from secondsource.report.shelf import make_shelf
from tests.report.sample import REPORT

THIS = Article("this", "text", outlet="Harrow Today", url="https://harrow.example/1")
OLD = Article("old", "text", outlet="Vestnik", published="2021-03-15", language="ru")
MID = Article("mid", "text", outlet="The Gate", url="https://www.gate.example/7")


def _edge(child: str, parent: str, relation: Relation, sure: float = 0.9) -> Edge:
    return Edge(child, parent, relation, 0.9, 0.9, sure, directed=True)


def _trace(article: Article, *edges: Edge) -> tuple[Step, ...]:
    ids = tuple(dict.fromkeys([article.id, *(i for e in edges for i in (e.child, e.parent))]))
    families = (Family("f", article.id, ids, edges),) if edges else ()
    return trace_path(article, families, make_shelf(article, (OLD, MID)))


def _outlets(steps: tuple[Step, ...]) -> list[str]:
    return [f"{step.what}: {step.label.outlet}" for step in steps]


def test_an_article_alone_is_its_own_first_step() -> None:
    (step,) = _trace(THIS)
    assert (step.what, step.label.outlet, step.copies) == ("This article", "Harrow Today", 0)


def test_the_way_goes_from_the_original_to_this_article() -> None:
    steps = _trace(
        THIS, _edge("this", "mid", Relation.COPY), _edge("mid", "old", Relation.TRANSLATION)
    )
    assert _outlets(steps) == [
        "First known: Vestnik", "Translated: The Gate", "Republished: Harrow Today",
    ]  # fmt: skip


def test_the_surest_parent_is_followed() -> None:
    steps = _trace(
        THIS, _edge("this", "mid", Relation.COPY, 0.5), _edge("this", "old", Relation.EDITED, 0.8)
    )
    assert _outlets(steps) == ["First known: Vestnik", "Republished with changes: Harrow Today"]


def test_a_tie_without_direction_is_no_step() -> None:
    assert len(_trace(THIS, replace(_edge("this", "old", Relation.COPY), directed=False))) == 1


def test_a_circle_of_parents_ends() -> None:
    circle = (_edge("this", "old", Relation.COPY), _edge("old", "this", Relation.COPY))
    assert _outlets(_trace(THIS, *circle)) == ["First known: Vestnik", "Republished: Harrow Today"]


def test_an_unknown_parent_is_named_by_its_id() -> None:
    steps = _trace(THIS, _edge("this", "0123456789abcdef", Relation.COPY))
    assert steps[0].label.title == "article 01234567"


def test_copies_off_the_way_are_counted() -> None:
    steps = _trace(
        THIS,
        _edge("this", "old", Relation.COPY),
        _edge("mid", "old", Relation.COPY),
        _edge("x", "this", Relation.EXCERPT),
        _edge("y", "this", Relation.COPY),
    )
    assert [step.copies for step in steps] == [1, 2]


CREDITED = [
    # roles and names in the text, the steps and people before this article
    ([(Role.ORIGINAL_OUTLET, "regnum.example")], ["First published: regnum.example"]),
    ([(Role.WIRE, "Northline")], ["From the agency: Northline"]),
    (
        [(Role.REPUBLISHED_FROM, "The Zone"), (Role.ORIGINAL_OUTLET, "regnum.example")],
        ["First published: regnum.example", "Republished: The Zone"],
    ),
    (
        [(Role.ORIGINAL_OUTLET, "Regnum"), (Role.ORIGINAL_OUTLET, "regnum")],
        ["First published: Regnum"],
    ),
    ([(Role.ORIGINAL_OUTLET, "Harrow Today")], []),
    ([(Role.AUTHOR, "Anton Verik"), (Role.OTHER, "a friend")], []),
]  # fmt: skip


@pytest.mark.parametrize(("credits", "before"), CREDITED)
def test_outlets_that_only_credits_name_are_steps(
    credits: list[tuple[Role, str]], before: list[str]
) -> None:
    article = replace(THIS, credits=tuple(Credit(role, name) for role, name in credits))
    steps = _trace(article)
    last = "Republished, as its credit says" if before else "This article"
    assert _outlets(steps) == [*before, f"{last}: Harrow Today"]
    assert [step.held for step in steps] == [*(False for _ in before), True]


def test_a_credited_outlet_that_was_found_is_one_step_and_not_two() -> None:
    credits = (
        Credit(Role.ORIGINAL_OUTLET, "Вестник"),
        Credit(Role.REPUBLISHED_FROM, "Gate of Lindwater", url="https://gate.example/"),
    )
    steps = _trace(
        replace(THIS, credits=credits),
        _edge("this", "mid", Relation.COPY),
        _edge("mid", "old", Relation.TRANSLATION),
    )
    assert len(steps) == 3


def test_people_stand_where_they_worked() -> None:
    credits = (
        Credit(Role.AUTHOR, "A. Verik"),
        Credit(Role.TRANSLATOR, "Halden"),
        Credit(Role.TRANSLATOR, "Perrin"),
        Credit(Role.ORIGINAL_OUTLET, "regnum.example"),
        Credit(Role.REPUBLISHED_FROM, "The Zone"),
    )
    steps = _trace(replace(THIS, credits=credits))
    assert [(step.what, step.people) for step in steps] == [
        ("First published", "by A. Verik"),
        ("Translated and republished", "translated by Halden and Perrin"),
        ("Republished, as its credit says", ""),
    ]


def test_author_and_translator_of_a_lone_article_share_its_step() -> None:
    credits = (Credit(Role.AUTHOR, "A. Verik"), Credit(Role.TRANSLATOR, "Halden"))
    (step,) = _trace(replace(THIS, credits=credits))
    assert step.people == "by A. Verik, translated by Halden"


def test_the_sample_comes_from_its_original_by_translation() -> None:
    shelf = make_shelf(REPORT.article, REPORT.articles)
    steps = trace_path(REPORT.article, REPORT.families, shelf)
    assert [step.label.outlet for step in steps] == [
        "Vestnik Orety", "The Lindwater Gate", "Harrow Today",
    ]  # fmt: skip
    assert [step.copies for step in steps] == [0, 0, 2]
