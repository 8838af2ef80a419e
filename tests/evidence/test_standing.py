"""The words that go with a standing: counts, when it was published, what was searched."""

import pytest

from secondsource.article import Span
from secondsource.evidence import Coverage, Evidence, Origin, Stance, Standing
from secondsource.evidence.standing import (
    decide_standing,
    describe_standing,
    say_searched,
    say_what_would_change,
)

SEARCHED = Coverage(1200, ("A", "B"), ("en", "ru"), "2019-01-02", "2019-06-30")
S, D, N = Stance.SUPPORTS, Stance.DISPUTES, Stance.DISCUSSES


def origin(stance: Stance, *whens: str | None, echo: bool = False, number: int = 0) -> Origin:
    evidence = tuple(
        Evidence(f"{stance}{echo}{number}-{k}", Span(0, 1), "x", stance, 0.9, when=when)
        for k, when in enumerate(whens)
    )
    return Origin(f"{stance}{number}", stance, echo, "", (), evidence)


def supports(*whens: str | None) -> list[Origin]:
    return [origin(S, when, number=n) for n, when in enumerate(whens)]


STANDINGS: tuple[tuple[list[Origin], Standing], ...] = (
    ([], Standing.NOT_FOUND),
    ([origin(N, None)], Standing.NOT_FOUND),
    ([origin(D, None, echo=True)], Standing.NOT_FOUND),
    ([origin(S, None, echo=True)], Standing.ECHOED),
    (supports(None), Standing.SINGLE_ORIGIN),
    ([*supports(None), origin(S, None, echo=True, number=9)], Standing.SINGLE_ORIGIN),
    (supports(None, None), Standing.CORROBORATED),
    ([origin(D, None)], Standing.DISPUTED),
    ([origin(D, None), origin(S, None, echo=True)], Standing.DISPUTED),
    ([origin(D, None), *supports(None)], Standing.CONTESTED),
    ([origin(D, None), *supports(None, None)], Standing.CONTESTED),
    ([origin(D, None, echo=True), *supports(None, None)], Standing.CORROBORATED),
)


@pytest.mark.parametrize(("origins", "standing"), STANDINGS)
def test_standing_is_as_the_design_defines_it(origins: list[Origin], standing: Standing) -> None:
    assert decide_standing(origins) is standing
    assert say_what_would_change(standing)


@pytest.mark.parametrize(
    ("whens", "said"),
    [
        (("before",), "It was there before this article."),
        (("before", "before"), "All of them were there before this article."),
        (("before", None), "1 of them was there before this article."),
        (("after", None), "1 of them came after this article."),
        (("before", "after"), "1 of them was there before this article."),
        (("before", "before", "after"), "2 of them were there before this article."),
        (("after",), "It came after this article."),
        (("after", "after"), "All of them came after this article."),
        (("same time",), ""),
        ((None, None), ""),
    ],
)
def test_evidence_from_before_and_after_is_told_apart(
    whens: tuple[str | None, ...], said: str
) -> None:
    origins = supports(*whens)
    sentence = describe_standing(decide_standing(origins), origins)
    assert sentence.partition(". ")[2] == said


def test_echoes_are_not_among_the_articles_of_what_counts() -> None:
    origins = [origin(S, "same time", "same time"), origin(S, None, None, echo=True, number=9)]
    assert describe_standing(decide_standing(origins), origins) == (
        "1 independent origin supports this, in 2 articles, of which 1 is a copy or retelling. "
        "2 further articles only repeat this one or its source."
    )


def test_not_found_says_what_was_searched() -> None:
    said = describe_standing(Standing.NOT_FOUND, [], SEARCHED)
    assert said.endswith(
        "Searched: 1200 articles of 2 outlets, in en, ru, from 2019-01-02 to 2019-06-30."
    )
    timed = Coverage(2, ("A",), (), "2019-01-02T09:00:00", "2019-06-30T08:00:00+02:00")
    assert say_searched(timed).endswith("1 outlet, from 2019-01-02 to 2019-06-30.")
    assert say_searched(Coverage(0, (), (), None, None)) == "Searched: 0 articles of 0 outlets."
