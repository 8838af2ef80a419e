"""What is repeated under and in unrelated articles, and what only looks like it."""

import pytest

from secondsource.article import Article
from secondsource.lineage import trace
from secondsource.lineage.tracing import Lineage
from tests.lineage.invented import invent_prose
from tests.lineage.prose import FOOTER, HARBOUR, article

BIO = (
    "Marit Osvald covers the northern harbours for the paper and has done so for {} years. "
    "She lives in Lindesund with two dogs and a boat that she has been repairing since 2011."
)
STATEMENT = (
    "“We have counted every ballot twice, in front of observers of all five parties, and whoever "
    "still speaks of fraud should say where and when he has seen it,” the returning officer said."
)
BACKGROUND = (
    "The strait was closed to ships of over two metres after the collision of March, in which a "
    "tanker lost a third of its cargo and nine men of the crew of a trawler were drowned at night."
)


def _at_end(seed: int, ending: str, outlet: str | None) -> Article:
    return article(f"e{seed}", f"{invent_prose(seed)}\n\n{ending}", outlet=outlet)


def _inside(seed: int, passage: str, outlet: str | None) -> Article:
    head, tail = invent_prose(seed), invent_prose(seed + 5000)
    return article(f"i{seed}", f"{head}\n\n{passage}\n\n{tail}", outlet=outlet)


def _marked(found: Lineage, articles: list[Article]) -> list[str]:
    return [b.span.of(a.text) for a in articles for b in found.boilerplate.get(a.id, ())]


@pytest.mark.parametrize("count", [2, 3, 5, 50])
def test_an_outlets_notice_is_marked_whole_and_joins_nothing(count: int) -> None:
    articles = [_at_end(k, FOOTER, "Coast Courier") for k in range(count)]
    found = trace(articles)
    assert found.families == ()
    assert _marked(found, articles) == [FOOTER] * count


@pytest.mark.parametrize("count", [2, 3, 5, 50])
def test_a_biography_line_whose_number_changes(count: int) -> None:
    articles = [_at_end(k, BIO.format(k + 7), "Coast Courier") for k in range(count)]
    found = trace(articles)
    assert found.families == ()
    for each in articles:
        marked = sum(len(b.span) for b in found.boilerplate[each.id])
        assert marked > 0.8 * len(BIO)


@pytest.mark.parametrize(
    ("outlets", "reason"),
    [
        (["Courier"] * 2, "a notice that ends another, otherwise different article of Courier"),
        (["Courier"] * 7, "a notice that stands in 7 otherwise different articles of Courier"),
        (
            [f"Outlet {k}" for k in range(6)],
            "a notice that stands in 6 otherwise different articles of several outlets",
        ),
        ([None] * 12, "a notice that stands in 12 otherwise different articles"),
    ],
)
def test_the_reason_says_how_many_have_it(outlets: list[str | None], reason: str) -> None:
    articles = [_at_end(k, FOOTER, outlet) for k, outlet in enumerate(outlets)]
    found = trace(articles)
    assert found.families == ()
    assert {b.reason for own in found.boilerplate.values() for b in own} == {reason}


def test_two_outlets_that_end_alike_are_tied_without_direction() -> None:
    articles = [_at_end(k, FOOTER, f"Outlet {k}") for k in range(2)]
    (family,) = trace(articles).families
    assert not family.edges[0].directed


@pytest.mark.parametrize("outlets", [12, 3, 1])
def test_a_statement_that_many_quote_is_no_notice(outlets: int) -> None:
    articles = [_inside(k, STATEMENT, f"Outlet {k % outlets}") for k in range(12)]
    found = trace(articles)
    assert _marked(found, articles) == []
    if outlets == 12:
        tied = {a for f in found.families for a in f.articles}
        assert len(tied) == 12


def test_a_statement_that_ends_many_articles_is_no_notice() -> None:
    articles = [_at_end(k, STATEMENT, f"Outlet {k}") for k in range(12)]
    assert _marked(trace(articles), articles) == []


def test_background_that_an_outlet_uses_again_joins_nothing_and_stays_its_own() -> None:
    again = [_inside(k, BACKGROUND, "Agency") for k in range(30)]
    others = [article(f"o{k}", invent_prose(900 + k), outlet="Agency") for k in range(200)]
    found = trace([*again, *others])
    assert found.families == ()
    assert found.boilerplate == {}


def test_a_letter_advertised_within_most_articles_is_a_notice() -> None:
    articles = [_inside(k, FOOTER, "Coast Courier") for k in range(12)]
    found = trace(articles)
    assert found.families == ()
    assert _marked(found, articles) == [FOOTER] * 12


def test_a_story_that_twelve_outlets_print_is_no_notice() -> None:
    words = HARBOUR.split(" ")
    copies = [
        article(
            f"copy{k}",
            " ".join(w for j, w in enumerate(words) if (j + k) % 20),
            outlet=f"Outlet {k}",
            published=f"2024-03-{10 + k}",
        )
        for k in range(12)
    ]
    found = trace(copies)
    assert found.boilerplate == {}
    assert len(found.families) == 1
    assert len(found.families[0].articles) == 12


def test_code_of_an_advertisement_joins_nothing() -> None:
    code = 'ad_client = "pub-66"; ad_width = 468; ad_height = 60; ad_format = "468x60_as";' * 3
    assert trace([_inside(k, code, None) for k in range(2)]).families == ()
