"""Claims in which somebody else does it: which names are changed, and beside what."""

import random

from evals.verification_sets import LabelledPair
from secondsource.evidence.finding import Stance
from training.stance_actors import swap_names

PASSAGE = "On Monday the coach Adam Birch beat Carla Dorn after the judges had met twice."


def pair(claim: str, stance: Stance = Stance.SUPPORTS, passage: str = PASSAGE) -> LabelledPair:
    return LabelledPair(claim, passage, stance, "written", claim)


def test_two_actors_change_places_beside_the_true_claim() -> None:
    true = pair("Adam Birch beat Carla Dorn.")
    (twin, changed) = swap_names([true], 9, random.Random(1))
    assert twin == true
    assert changed.claim == "Carla Dorn beat Adam Birch."
    assert (changed.passage, changed.stance) == (PASSAGE, Stance.DISPUTES)


def test_another_name_stands_in_where_changing_places_would_change_nothing() -> None:
    even = pair("Adam Birch and Carla Dorn met in a match.")
    elsewhere = pair("Emil Falk is late.", passage="Emil Falk came too late.")
    made = swap_names([even, elsewhere] * 20, 99, random.Random(2))
    assert {twin.claim for twin in made[::2]} == {even.claim}
    assert {changed.claim for changed in made[1::2]} <= {
        "Emil Falk and Carla Dorn met in a match.",
        "Adam Birch and Emil Falk met in a match.",
    }
    assert {changed.stance for changed in made[1::2]} == {Stance.DISPUTES}


def test_only_supported_claims_with_two_known_names_are_changed() -> None:
    pairs = [
        pair("Carla Dorn beat Adam Birch.", Stance.DISPUTES),
        pair("Adam Birch won."),
        pair("Adam Birch beat Emil Falk."),
    ]
    assert swap_names(pairs, 9, random.Random(3)) == []
    many = [pair("Adam Birch beat Carla Dorn.")] * 9
    assert len(swap_names(many, 4, random.Random(3))) == 8
