"""What a model was trained on is remembered as numbers, and found again."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.models.trained_on import item_key, load_keys, save_keys, seen

SAME = [
    ("The bridge is closed.", "the bridge  is closed. "),
    ("Der Damm hält.", "DER DAMM HÄLT."),
]
DIFFERENT = [
    (("ab", "c"), ("a", "bc")),
    (("a claim", "a passage"), ("a passage", "a claim")),
    (("It is so.",), ("It is not so.",)),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_spacing_and_case_do_not_matter(left: str, right: str) -> None:
    assert item_key(left) == item_key(right)


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_other_items_have_other_keys(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert item_key(*left) != item_key(*right)


@given(st.text())
def test_any_text_has_a_key_of_64_bits(text: str) -> None:
    assert 0 <= item_key(text) < 2**64


def test_keys_come_back_from_their_file(tmp_path: Path) -> None:
    keys = [item_key("one"), item_key("two"), item_key("one"), 2**64 - 1]
    save_keys(tmp_path / "trained_on.npz", keys)
    assert load_keys(tmp_path / "trained_on.npz") == set(keys)


def test_the_shipped_sentence_model_has_a_list() -> None:
    assert len(seen("sentences")) > 1000
    assert seen("no such model") == frozenset()
