"""The worlds of the circular evaluation are what they say, and their origins are found."""

import random

import pytest

from evals.circular import Counts, count_origins, measure
from evals.worlds import claim_span, make_world
from secondsource.article import Article

_SYLLABLES = ("ba", "do", "ki", "lu", "me", "no", "pa", "ri", "su", "ta", "ve", "zo")


def make_bodies(count: int) -> list[Article]:
    """Texts of nonsense words that share nothing, six paragraphs each."""
    rng = random.Random(7)
    return [
        Article(f"b{n}", "\n\n".join(make_paragraph(rng) for _ in range(6)), language="en")
        for n in range(count)
    ]


def make_paragraph(rng: random.Random) -> str:
    """Three sentences of twelve words."""
    words = ["".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))) for _ in range(36)]
    return " ".join(" ".join(words[k : k + 12]).capitalize() + "." for k in (0, 12, 24))


@pytest.mark.parametrize("seed", range(5))
def test_a_world_has_its_claim_and_one_seed_gives_one_world(seed: int) -> None:
    bodies = make_bodies(95)
    world = make_world(random.Random(seed), bodies)
    assert claim_span(world).of(world.examined.text) == world.claim
    assert make_world(random.Random(seed), bodies) == world
    assert world.examined.id not in {a.id for a in world.articles}


@pytest.mark.slow
def test_origins_of_worlds_are_counted_within_one() -> None:
    bodies, rng = make_bodies(120), random.Random(3)
    counts = [count_origins(make_world(rng, bodies)) for _ in range(12)]
    assert measure(counts)["within_one_share"] >= 0.9


def test_the_worse_of_supporting_and_disputing_counts() -> None:
    counts = [
        Counts(true=(2, 1), found=(2, 1), outlets=(6, 1)),
        Counts(true=(2, 0), found=(3, 0), outlets=(3, 0)),
        Counts(true=(2, 0), found=(2, 2), outlets=(2, 1)),
    ]
    assert measure(counts) == {
        "within_one_share": 0.6667,
        "exact_share": 0.3333,
        "baseline_outlets_within_one_share": 0.6667,
        "within_one_where_outlets_fail": 1.0,
        "hard_claims": 1,
        "claims": 3,
    }
