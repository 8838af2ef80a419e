"""Readings of the folds come back from their files, each sentence from the one that left it out."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from evals.sentence_data import Item
from training.readings import Readings, load_held_out, save_readings
from training.splits import FOLDS, fold_of, split


def _fold(keys: list[int], judged: float, words: list[int]) -> Readings:
    return Readings(
        keys=np.array(keys, dtype=np.uint64),
        judgements=np.full((len(keys), 4), judged, dtype=np.float32),
        pieces=np.arange(sum(words), dtype=np.float32),
        counts=np.array(words),
    )


def test_readings_are_found_by_key_across_folds(tmp_path: Path) -> None:
    large = 2**64 - 1
    save_readings(tmp_path / "fold-0.npz", _fold([3, large], 1.0, [2, 3]))
    save_readings(tmp_path / "fold-1.npz", _fold([5, 9], -1.0, [0, 1]))
    held_out = load_held_out(tmp_path)
    assert held_out.judgements([9, large]).tolist() == [[-1.0] * 4, [1.0] * 4]
    assert held_out.pieces(3).tolist() == [0, 1]
    assert held_out.pieces(large).tolist() == [2, 3, 4]
    assert held_out.pieces(9).tolist() == [0]


@given(st.lists(st.text(min_size=1, max_size=20), max_size=20))
def test_a_sentence_is_on_one_side_only(texts: list[str]) -> None:
    train, dev = split([Item(text, label=True) for text in texts])
    assert {item.key for item in train}.isdisjoint(item.key for item in dev)
    assert len(train) + len(dev) == len(texts)
    assert all(0 <= fold_of(item.key) < FOLDS for item in train)
