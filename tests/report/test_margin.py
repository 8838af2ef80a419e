"""The margin of the article: every number has its note, and as many stand open as fit."""

from dataclasses import replace

import pytest

from secondsource.evidence.finding import Standing
from secondsource.report.claims import ClaimView
from secondsource.report.margin import choose_open
from secondsource.report.page import make_page
from tests.report.sample import REPORT

CLAIMS = {claim.standing: claim for claim in make_page(REPORT).claims}


def _claims(*standings: Standing) -> list[ClaimView]:
    return [
        replace(CLAIMS[standing], number=number) for number, standing in enumerate(standings, 1)
    ]


S, D, E, N = (
    Standing.SINGLE_ORIGIN,
    Standing.DISPUTED,
    Standing.ECHOED,
    Standing.NOT_FOUND,
)
CASES = [
    # characters of the paragraph, its claims in order, the numbers whose notes stand open
    (50, [S], {1}),
    (50, [S, D], {2}),
    (50, [E], set()),
    (50, [N], set()),
    (50, [], set()),
    (800, [S, D], {1, 2}),
    (800, [E, E, S], {1, 3}),
    (800, [E, N], {1}),
    (5000, [N, S, D, E, S], {2, 3, 4, 5}),
]


@pytest.mark.parametrize(("length", "standings", "expected"), CASES)
def test_what_needs_a_decision_stands_open_first(
    length: int, standings: list[Standing], expected: set[int]
) -> None:
    assert choose_open(length, _claims(*standings)) == expected


def test_every_number_in_a_paragraph_has_its_note_beside_it() -> None:
    page = make_page(REPORT)
    noted = [claim.number for beside in page.paragraphs for claim in beside.claims]
    assert noted == sorted(claim.number for claim in page.claims if claim.number)


def test_the_passage_in_the_margin_takes_a_side() -> None:
    for claim in make_page(REPORT).claims:
        sided = [piece for origin in claim.origins if origin.takes_side for piece in origin.pieces]
        assert claim.best in sided if sided else claim.best is None
