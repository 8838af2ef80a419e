"""The pairs of the second stage: how often each comes, and that none is known already."""

import csv
import gzip
import json
import random
from pathlib import Path

from evals.verification_sets import LabelledPair
from secondsource.evidence.finding import Stance
from secondsource.models.trained_on import item_key
from training.stance_more import INFERENCE, ROUNDS, repeat_pairs, take_inference

_LONG = "word " * 100


def test_small_sets_and_rare_disputes_come_more_often() -> None:
    pairs = [
        LabelledPair(stance, "p", stance, source, stance)
        for source in ROUNDS
        for stance in (Stance.SUPPORTS, Stance.DISPUTES)
    ]
    repeated = repeat_pairs(pairs)
    for pair in pairs:
        rare = (pair.source, pair.stance) == ("climate_fever", Stance.DISPUTES)
        assert repeated.count(pair) == ROUNDS[pair.source] * (2 if rare else 1)


def _write_world(data: Path) -> None:
    """Of each inference file six pairs, one of them long, one FEVER claim of the symmetric set."""
    (data / "inference").mkdir(parents=True)
    for name in INFERENCE:
        rows = [(f"{name} {n}", f"premise {n} {_LONG if n == 5 else ''}", n % 3) for n in range(6)]
        path = data / "inference" / f"{name}.tsv.gz"
        with gzip.open(path, "wt", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            writer.writerow(("hypothesis", "premise", "label", "split"))
            writer.writerows((*row, "train") for row in rows)
    folder = data / "verification" / "fever_symmetric"
    folder.mkdir(parents=True)
    record = {"claim": "Fever 0.", "evidence": "e", "label": "SUPPORTS"}
    (folder / "dev.jsonl").write_text(json.dumps(record) + "\n")


def test_inference_pairs_are_short_new_and_not_of_the_symmetric_set(tmp_path: Path) -> None:
    _write_world(tmp_path)
    known = item_key("snli_devtest 1", "premise 1 ")
    taken = {pair.claim for pair in take_inference(tmp_path, {known}, random.Random(1))}
    left_out = {"fever 0", "snli_devtest 1", "med 1", "med 4"}  # of "med" no disputes are taken
    assert taken == {f"{name} {n}" for name in INFERENCE for n in range(5)} - left_out
