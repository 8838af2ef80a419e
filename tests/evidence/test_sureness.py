"""How surely a passage or an origin takes its side."""

import pytest

from secondsource.article import Span
from secondsource.evidence.finding import Evidence, Origin, Stance
from secondsource.evidence.sureness import is_unsure_origin, score_origin


def _piece(score: float, stance: Stance, *, by_person: bool = False) -> Evidence:
    return Evidence("a", Span(0, 4), "Text", stance, score, by_person=by_person)


@pytest.mark.parametrize(
    ("stance", "scores", "unsure"),
    [
        (Stance.SUPPORTS, (0.55,), True),
        (Stance.DISPUTES, (0.3, 0.59), True),
        (Stance.DISPUTES, (0.3, 0.6), False),
        (Stance.DISCUSSES, (0.3,), False),
        (Stance.UNRELATED, (0.3,), False),
        (Stance.SUPPORTS, (), True),
    ],
)
def test_the_surest_passage_decides(
    stance: Stance, scores: tuple[float, ...], unsure: bool
) -> None:
    pieces = tuple(_piece(score, stance) for score in scores)
    origin = Origin("o", stance, echo=False, because="", ties=(), evidence=pieces)
    assert is_unsure_origin(origin) is unsure


def test_what_a_person_says_is_sure() -> None:
    pieces = (_piece(0.4, Stance.SUPPORTS, by_person=True), _piece(0.5, Stance.SUPPORTS))
    origin = Origin("o", Stance.SUPPORTS, echo=False, because="", ties=(), evidence=pieces)
    assert (score_origin(origin), is_unsure_origin(origin)) == (1.0, False)
