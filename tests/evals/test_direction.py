"""The direction evaluation: its cases are what they say, and its figures can fall."""

import random

from evals.direction import DECIDABLE, FIRST, SECOND, UNDECIDABLE, Case, judge, measure
from tests.lineage.prose import BRIDGE, HARBOUR, article


def _case() -> Case:
    original = article("o", HARBOUR, outlet=FIRST, title="Old ferry pier closes for winter")
    return Case(original, article("m", HARBOUR, outlet=SECOND), BRIDGE)


def test_every_kind_keeps_the_two_outlets_apart() -> None:
    for kind, make in {**DECIDABLE, **UNDECIDABLE}.items():
        original, made = make(random.Random(1), _case())
        assert original.outlet != made.outlet, kind
        assert (original.id, made.id) == ("o", "m"), kind


def test_judging_does_not_depend_on_names() -> None:
    make = DECIDABLE["credited"]
    said = {judge(random.Random(k), *make(random.Random(1), _case())) for k in range(6)}
    assert said == {"right"}


def test_figures_can_fall() -> None:
    said = ["unknown", "right", "unknown", "wrong"]
    outcomes = {"later_day": ["right", "wrong"], "same_day": said}
    figures = measure(outcomes)
    assert (figures["right"], figures["unknown_kept"], figures["wrong"]) == (0.5, 0.5, 0.5)
