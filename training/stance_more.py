"""The pairs of a second stage, for a model that has been through those of `stance_data`.

Claim verification again, beside other unrelated passages; inference pairs that the model has not
seen; pairs in two languages, counterparts, bounds, headlines made anew; and claims in which
somebody else does it. All are mixed, so that any beginning of the list holds some of each kind.
"""

import random
from collections.abc import Collection, Sequence
from pathlib import Path

from evals.verification_sets import LabelledPair, read_set
from secondsource.evidence.finding import Stance
from secondsource.models.trained_on import item_key
from training.stance_actors import swap_names
from training.stance_data import (
    SHORT,
    count_words,
    fold,
    make_counterparts,
    make_unrelated,
    read_inference,
    read_same_page,
    read_wice,
    take_classes,
    training_pairs,
)
from training.stance_headlines import make_headline_pairs
from training.stance_translations import make_parallel_pairs
from training.stance_twins import make_bounds, swap_beside_twins

INFERENCE = {
    "fever": (2600, 3600, 500),
    "ling_in_loop": (2200, 2200, 2200),
    "cad_nli": (900, 900, 900),
    "infotabs": (800, 800, 800),
    "snli_devtest": (500, 500, 500),
    "mnli_dev_sample": (300, 300, 300),
    "check_covid": (400, 400, 400),
    "factcheck_gpt": (250, 100, 250),
    "seminli_base_wiki": (200, 200, 200),
    "negation_nli": (200, 300, 300),
    "breaking_nli": (300, 300, 47),
    "med": (250, 0, 250),
    "commitmentbank": (100, 100, 50),
    "conjnli": (100, 100, 100),
    "dialfact_small": (60, 60, 60),
}
"""Pairs of each class (supports, disputes, neither) taken from each inference file."""
ROUNDS = {"climate_fever": 2, "healthver": 3, "foolmetwice": 3, "fever_symmetric": 2, "wice": 1}
"""How often each pair of a verification set comes; the smaller and harder sets more often."""
_LONGER = {"check_covid": 90, "factcheck_gpt": 90}
_UNRELATED, _SAME_PAGE = 2000, 1000
_PARALLEL = 8000
_TWINS, _BOUNDS, _NAMES = 700, 700, 1000
_HEADLINES = (700, 700, 900)  # of each class, as in `INFERENCE`
_FEVER_SAMPLE = 40_000


def make_more_pairs(data: Path, known: Collection[int], seed: int) -> list[LabelledPair]:
    """All pairs of the second stage, mixed.

    Args:
        data: the folder that holds `inference/`, `verification/`, `translation/`, `stance/`.
        known: the keys (`item_key`) of the pairs that the model has learnt from; inference
            pairs among them are left out.
        seed: fixes the choice and the order.
    """
    rng = random.Random(seed + 10)
    checked = training_pairs(data) + read_wice(data, rng)
    fresh = take_inference(data, known, rng)
    chosen = repeat_pairs(checked) + fresh
    chosen += make_unrelated(checked, _UNRELATED, rng)
    chosen += _sample(read_same_page(data, rng), _SAME_PAGE, rng)
    chosen += _make_changed(data, [*checked, *fresh], rng)
    chosen += _sample_headlines(data, seed + 10, rng)
    chosen += make_parallel_pairs(data, _PARALLEL, rng)
    rng.shuffle(chosen)
    return chosen


def take_inference(data: Path, known: Collection[int], rng: random.Random) -> list[LabelledPair]:
    """Short inference pairs as `INFERENCE` says, none known and none of the symmetric set."""
    banned = {fold(pair.claim) for pair in read_set("fever_symmetric", data / "verification")}
    chosen: list[LabelledPair] = []
    for name, counts in INFERENCE.items():
        most = _LONGER.get(name, SHORT)
        new = [
            pair
            for pair in read_inference(name, data)
            if count_words(pair) <= most
            and item_key(pair.claim, pair.passage) not in known
            and fold(pair.claim) not in banned
        ]
        chosen += take_classes(new, counts, rng)
    return chosen


def repeat_pairs(pairs: Sequence[LabelledPair]) -> list[LabelledPair]:
    """Each pair as often as `ROUNDS` says of its set; disputes of Climate-FEVER twice that."""
    repeated: list[LabelledPair] = []
    for pair in pairs:
        rare = pair.source == "climate_fever" and pair.stance is Stance.DISPUTES
        repeated += [pair] * (ROUNDS[pair.source] * (2 if rare else 1))
    return repeated


def _make_changed(
    data: Path, pairs: Sequence[LabelledPair], rng: random.Random
) -> list[LabelledPair]:
    """Pairs made of others by a change that turns them round or leaves them what they are."""
    banned = {fold(pair.claim) for pair in read_set("fever_symmetric", data / "verification")}
    fever = [p for p in read_inference("fever", data) if count_words(p) <= SHORT]
    fever = [p for p in _sample(fever, _FEVER_SAMPLE, rng) if fold(p.claim) not in banned]
    by_passage = {pair.passage: pair for pair in fever}
    made = make_counterparts(pairs, rng)
    made += swap_beside_twins(fever, _TWINS, rng)
    made += make_bounds(list(by_passage.values()), _BOUNDS, rng)
    return made + swap_names([*fever, *pairs], _NAMES, rng)


def _sample_headlines(data: Path, seed: int, rng: random.Random) -> list[LabelledPair]:
    return take_classes(make_headline_pairs(data, seed), _HEADLINES, rng)


def _sample(pairs: Sequence[LabelledPair], count: int, rng: random.Random) -> list[LabelledPair]:
    return rng.sample(list(pairs), min(count, len(pairs)))
