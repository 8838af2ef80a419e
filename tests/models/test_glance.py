"""The first look: its file, and what it may say of sentences without the whole network."""

from pathlib import Path

import numpy as np
import pytest

from secondsource.errors import ModelError
from secondsource.models.encoder import default_encoder
from secondsource.models.features import SURFACE_NAMES, surface_features
from secondsource.models.glance import Glance, load_glance, save_glance
from secondsource.models.heads import SentenceModel, default_model, load_heads

NEUTRAL = [
    "The council met on Tuesday in the town hall, a spokesman said.",
    "The company said on Monday that its profit rose to 4 million dollars in 2015.",
    "Police said the two men were arrested at the airport on Friday morning.",
    "The vote is scheduled for 12 March, according to the parliament's press office.",
]
LOADED = [
    "What a shameful, cowardly surrender this pathetic government has made!",
    "The radical mob of so-called experts peddles its hysterical lies once again.",
]


def _is_plain(text: str) -> bool:
    (begun,) = default_encoder().begin([text])
    return load_glance().look(begun.pool(), surface_features(text)) is not None


def test_of_neutral_sentences_some_are_read_no_further_and_of_loaded_ones_none() -> None:
    assert sum(map(_is_plain, NEUTRAL)) >= 2
    assert not any(map(_is_plain, LOADED))


def test_a_plain_sentence_is_on_the_same_side_as_when_it_is_read() -> None:
    quick, whole = default_model(), SentenceModel(default_encoder(), load_heads())
    for text, glanced, read in zip(
        NEUTRAL, quick.score(NEUTRAL), whole.score(NEUTRAL), strict=True
    ):
        for name in ("loaded", "subjective", "checkworthy"):
            threshold = whole.heads[name].threshold
            same = (getattr(glanced, name) >= threshold) == (getattr(read, name) >= threshold)
            assert same, (name, text)


def test_what_is_not_plain_is_read_as_without_a_first_look() -> None:
    whole = SentenceModel(default_encoder(), load_heads())
    assert default_model().score(LOADED) == whole.score(LOADED)


CASES = [
    # logits of loaded, subjective and check-worthy, and whether that is plain
    (-3.0, -3.0, 2.0, True),
    (-3.0, -3.0, -2.0, True),
    (-1.0, -3.0, 2.0, False),
    (-3.0, -1.0, 2.0, False),
    (-3.0, -3.0, 0.5, False),
]


@pytest.mark.parametrize(("loaded", "subjective", "checkworthy", "plain"), CASES)
def test_a_sentence_is_plain_only_where_all_three_are_sure(
    loaded: float, subjective: float, checkworthy: float, plain: bool
) -> None:
    bias = np.array([loaded, subjective, checkworthy], dtype=np.float32)
    glance = Glance(np.zeros((3, 3), dtype=np.float32), bias, -2.0, -2.0, 0.0, 1.0)
    seen = glance.look(np.zeros(2, dtype=np.float32), np.zeros(1, dtype=np.float32))
    assert (seen is not None) is plain
    if seen is not None:
        assert seen.checkworthy == pytest.approx(1 / (1 + np.exp(-checkworthy)))


def test_a_first_look_comes_back_from_its_file(tmp_path: Path) -> None:
    glance = load_glance()
    save_glance(tmp_path / "glance.npz", glance)
    again = load_glance(tmp_path / "glance.npz")
    assert np.array_equal(again.weights, glance.weights)
    assert glance.weights.shape == (768 + len(SURFACE_NAMES), 3)
    assert again.loaded_below == glance.loaded_below


def test_a_missing_or_foreign_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Install Second Source again"):
        load_glance(tmp_path / "glance.npz")
    np.savez(tmp_path / "other.npz", weights=np.zeros(3))
    with pytest.raises(ModelError, match=r"other\.npz could not be read"):
        load_glance(tmp_path / "other.npz")
