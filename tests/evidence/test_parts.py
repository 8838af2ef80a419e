"""The standing of a statement by that of its parts."""

import pytest

from secondsource.evidence.finding import Coverage, PartFinding, Standing
from secondsource.evidence.parts import decide_whole, describe_parts, describe_whole
from secondsource.evidence.query.question import Part

_S = Standing


def make_part(standing: Standing) -> PartFinding:
    return PartFinding(Part("p", "The mill was sold.", ()), standing, "")


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        (_S.CORROBORATED, [], _S.CORROBORATED),
        (_S.CORROBORATED, [_S.CORROBORATED, _S.SINGLE_ORIGIN], _S.SINGLE_ORIGIN),
        (_S.NOT_FOUND, [_S.CORROBORATED, _S.CORROBORATED], _S.CORROBORATED),
        (_S.ECHOED, [_S.ECHOED, _S.NOT_FOUND], _S.NOT_FOUND),
        (_S.NOT_FOUND, [_S.CORROBORATED, _S.DISPUTED], _S.CONTESTED),
        (_S.NOT_FOUND, [_S.ECHOED, _S.DISPUTED], _S.DISPUTED),
        (_S.DISPUTED, [_S.NOT_FOUND, _S.NOT_FOUND], _S.DISPUTED),
    ],
)
def test_the_weakest_part_decides_and_a_dispute_is_shown(
    whole: Standing, parts: list[Standing], expected: Standing
) -> None:
    assert decide_whole(whole, [make_part(standing) for standing in parts]) is expected


def test_each_part_is_told() -> None:
    said = describe_parts([make_part(_S.ECHOED), make_part(_S.DISPUTED)])
    assert said.count("The mill was sold") == 2
    assert "is only echoed" in said
    assert "is disputed" in said


def test_what_was_searched_is_said_once_where_a_part_is_not_found() -> None:
    coverage = Coverage(7, ("Harbour Post",), ("en",), "2031-05-01", "2031-05-09")
    parts = [make_part(_S.ECHOED), make_part(_S.NOT_FOUND)]
    for whole in (_S.ECHOED, _S.NOT_FOUND):
        assert describe_whole(whole, (), parts, coverage).count("Searched: 7 articles") == 1
    assert "Searched" not in describe_whole(_S.ECHOED, (), parts[:1], coverage)
