"""A notice joins nothing, with or without an outlet; a quotation that many give does."""

import random

import pytest

from secondsource.article import Article
from secondsource.lineage import trace
from tests.lineage.prose import FOOTER, article

_SAID = (
    '"Nobody told us that the bridge was closed, and nobody told us when it would be open again," '
    "said the driver of the first lorry, who had waited since four in the morning."
)


def _prose(seed: int, words: int) -> str:
    """Words of no sense: two of these share no six in a row."""
    rng = random.Random(seed)
    made = ["".join(rng.choices("aeioumnrst", k=rng.randint(3, 8))) for _ in range(words)]
    return " ".join(made)


def _report(number: int, closing: str = "", quoted: str = "") -> Article:
    text = f"{_prose(number, 120)}\n\n{quoted}\n\n{_prose(1000 + number, 120)}\n\n{closing}"
    return article(f"report{number:02}", text.strip())


@pytest.mark.parametrize(("count", "joined"), [(3, True), (4, False), (30, False), (80, False)])
def test_closing_notice_without_an_outlet(count: int, joined: bool) -> None:
    # that two or three unrelated texts end alike is not enough to call it a notice
    lineage = trace([_report(k, closing=FOOTER) for k in range(count)])
    assert bool(lineage.families) == joined
    assert len(lineage.boilerplate) == (0 if joined else count)


@pytest.mark.parametrize("count", [4, 9])
def test_what_a_few_quote_within_their_texts_is_no_notice(count: int) -> None:
    lineage = trace([_report(k, quoted=_SAID) for k in range(count)])
    assert len(lineage.families[0].articles) == count
    assert not lineage.boilerplate


def test_what_many_unrelated_texts_say_is_a_notice() -> None:
    lineage = trace([_report(k, quoted=_SAID) for k in range(12)])
    assert lineage.families == ()


def test_what_many_texts_on_one_event_quote_is_none() -> None:
    details = [_prose(5000 + k, 25) for k in range(4)]  # each in three of the twelve
    reports = [
        article(f"report{k:02}", f"{details[k % 4]}\n\n{_report(k, quoted=_SAID).text}")
        for k in range(12)
    ]
    lineage = trace(reports)
    (family,) = [f for f in lineage.families if len(f.articles) == 12]
    assert not lineage.boilerplate
    assert {a for f in lineage.families for a in f.articles} == set(family.articles)


def test_the_articles_on_one_event_keep_their_common_notice_apart() -> None:
    reports = [_report(k, closing=FOOTER, quoted=_SAID if k % 4 == 0 else "") for k in range(16)]
    lineage = trace(reports)
    (family,) = lineage.families
    assert family.articles == tuple(f"report{k:02}" for k in range(0, 16, 4))
    assert len(lineage.boilerplate) == 16
