"""The ratchet finds figures by name and reads its floors."""

from importlib.util import find_spec

import pytest

from evals.ratchet import find_figure, read_floors


@pytest.mark.parametrize(
    ("key", "value"),
    [("precision", 0.99), ("recall.exact", 1.0), ("recall.none", None), ("none.exact", None)],
)
def test_find_figure(key: str, value: float | None) -> None:
    figures = {"precision": 0.99, "recall": {"exact": 1}, "name": "reuse"}
    assert find_figure(figures, key) == value


def test_every_floor_is_of_an_evaluation_and_possible() -> None:
    floors = read_floors()
    assert floors
    for name, figures in floors.items():
        assert find_spec(f"evals.{name}"), name
        assert all(0 < floor <= 1 for floor in figures.values()), name
