"""What the stance model says is kept on disk and not asked for twice."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

import training.article_readings
from training.article_readings import CachedJudge

PAIRS = [("The bridge is closed", "It was closed."), ("The bridge is open", "It was closed.")]


class Counting:
    """Gives each pair a row that tells the length of its claim, and counts what it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float32]:
        self.asked += len(pairs)
        return np.array([(len(claim), 0, 0) for claim, _ in pairs], dtype=np.float32)


def test_a_second_run_reads_only_what_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = Counting()
    monkeypatch.setattr(training.article_readings, "default_readers", lambda: model)
    first = CachedJudge(tmp_path).read_pairs(PAIRS[:1])
    again = CachedJudge(tmp_path).read_pairs(PAIRS)
    assert model.asked == 2
    assert first.tolist() == [[20, 0, 0]]
    assert again.tolist() == [[20, 0, 0], [18, 0, 0]]


def test_nothing_asked_gives_no_rows(tmp_path: Path) -> None:
    assert CachedJudge(tmp_path).read_pairs([]).shape == (0, 3)
