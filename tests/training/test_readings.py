"""What networks said comes back from files, averaged, and finds its words again."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.sentence_data import Item
from training.readings import (
    UNREAD,
    Readings,
    load_held_out,
    pool_logits,
    save_readings,
    spread_logits,
)
from training.splits import FOLDS, fold_of, split


def _said(keys: list[int], judged: float, words: list[int]) -> Readings:
    return Readings(
        keys=np.array(keys, dtype=np.uint64),
        judgements=np.full((len(keys), 4), judged, dtype=np.float32),
        words=np.arange(sum(words), dtype=np.float32) * judged,
        counts=np.array(words),
    )


def test_what_networks_said_is_averaged_by_key_and_part(tmp_path: Path) -> None:
    large = 2**64 - 1
    save_readings(tmp_path / "english-0-out.npz", _said([3, large], 1.0, [2, 3]))
    save_readings(tmp_path / "english-1-out.npz", _said([5, 9], -1.0, [0, 1]))
    save_readings(tmp_path / "multilingual-0-out.npz", _said([large], 2.0, [3]))
    save_readings(tmp_path / "english-0-pool.npz", _said([7], 4.0, [1]))
    said = load_held_out(tmp_path, "out")
    assert said.judgements([9, large]).tolist() == [[-1.0] * 4, [1.5] * 4]
    assert said.words(3).tolist() == [0, 1]
    assert said.words(large).tolist() == [1, 2.5, 4]
    assert said.words(5).tolist() == []
    with pytest.raises(KeyError):
        said.judgements([7])


TEXT = "Well-paid lies, 12 of them"
PIECES = [(0, 0), (0, 4), (4, 5), (5, 9), (10, 14), (14, 15), (16, 18), (19, 21)]


def test_the_logits_of_pieces_become_those_of_words() -> None:
    logits = np.array([9, 1, 1, 3, -2, 9, 9, 0], dtype=np.float32)
    assert pool_logits(TEXT, PIECES, logits).tolist() == pytest.approx([17 / 9, -2, 0, UNREAD])


def test_the_logits_of_words_go_back_to_their_pieces() -> None:
    found = spread_logits(TEXT, PIECES, np.array([2, -2, 0, 1], dtype=np.float32))
    nan = float("nan")
    assert found.tolist() == pytest.approx([nan, 2, 2, 2, -2, nan, nan, 0], nan_ok=True)


@given(st.lists(st.text(min_size=1, max_size=20), max_size=20))
def test_a_sentence_is_on_one_side_only(texts: list[str]) -> None:
    train, dev = split([Item(text, label=True) for text in texts])
    assert {item.key for item in train}.isdisjoint(item.key for item in dev)
    assert len(train) + len(dev) == len(texts)
    assert all(0 <= fold_of(item.key) < FOLDS for item in train)
