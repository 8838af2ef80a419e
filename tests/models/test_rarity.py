"""Rare words weigh more; the table is kept in a file."""

from pathlib import Path

import pytest

from secondsource.errors import ModelError
from secondsource.models.rarity import count_rarity, cut_word, load_rarity, save_rarity

TABLE = count_rarity([frozenset({"mayor", "bridge"}), frozenset({"mayor"}), frozenset({"mayor"})])


def test_the_rarer_a_word_the_more_it_weighs() -> None:
    weights = [TABLE.weigh(word) for word in ("mayor", "bridge", "orle")]
    assert weights == sorted(weights)
    assert weights[0] == 0
    assert weights[2] == 1


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    save_rarity(tmp_path / "rarity.npz", TABLE)
    read = load_rarity(tmp_path / "rarity.npz")
    assert read.weigh("bridge") == TABLE.weigh("bridge")


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"rarity\.npz"):
        load_rarity(tmp_path / "rarity.npz")


def test_words_are_cut_but_numbers_are_not() -> None:
    assert [cut_word("beheading"), cut_word("12500000")] == ["behead", "12500000"]
