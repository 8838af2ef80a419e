"""The classifier's arithmetic: a regression and trees of plain arrays."""

from pathlib import Path

import numpy as np
import pytest

from secondsource.errors import ModelError
from secondsource.models.article_stance import (
    ArticleStanceModel,
    Trees,
    load_article_stance,
    save_article_stance,
)

# One tree with one question (is the first number above 2?) and one with two, and a lone leaf.
LEAF = (0.2, 0.2, 0.6)
TREES = Trees(
    feature=np.array([0, -1, -1, 0, 1, -1, -1, -1, -1], dtype=np.int16),
    threshold=np.array([2.0, 0, 0, 5.0, 0.5, 0, 0, 0, 0], dtype=np.float32),
    right=np.array([2, 0, 0, 7, 6, 0, 0, 0, 0], dtype=np.int32),
    shares=np.array(
        [
            (0, 0, 0),
            (0, 0, 1),
            (1, 0, 0),
            (0, 0, 0),
            (0, 0, 0),
            (0, 0, 1),
            (0, 1, 0),
            (1, 0, 0),
            LEAF,
        ],
        dtype=np.float32,
    ),
    roots=np.array([0, 3, 8], dtype=np.int32),
    depth=np.array(2, dtype=np.int32),
)
MODEL = ArticleStanceModel(
    related=np.array([2.0, -1.0, 0.5]),
    trees=TREES,
    temperature=np.array(0.5),
    leanings=np.array([1.0, 2.0, 1.0]),
)


@pytest.mark.parametrize(
    ("row", "sums"),
    [
        ((2.0, 0.0), (0.2, 0.2, 2.6)),
        ((2.1, 0.6), (1.2, 1.2, 0.6)),
        ((6.0, 0.0), (2.2, 0.2, 0.6)),
    ],
)
def test_each_tree_is_gone_down_to_its_leaf(
    row: tuple[float, float], sums: tuple[float, ...]
) -> None:
    means = np.array(sums) / 3
    assert TREES.average(np.array([row, row])) == pytest.approx(np.array([means, means]))


def test_probabilities_add_up_and_a_low_temperature_makes_them_surer() -> None:
    (shares,) = MODEL.score_sides(np.array([[2.0, 0.0]]))
    assert shares.sum() == pytest.approx(1)
    assert shares[2] / shares[1] == pytest.approx((2.6 / 0.2) ** 2)
    assert MODEL.score_related(np.array([[0.0, 0.5]])) == pytest.approx([0.5])


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    save_article_stance(tmp_path / "model.npz", MODEL)
    rows = np.array([[2.1, 0.6]])
    read = load_article_stance(tmp_path / "model.npz")
    assert np.array_equal(read.score_sides(rows), MODEL.score_sides(rows))


def test_a_missing_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="article_stance"):
        load_article_stance(tmp_path / "model.npz")
