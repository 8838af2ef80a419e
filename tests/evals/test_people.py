"""The table of pairs is what it says, and the figures over it mean what they say."""

import re

import pytest

from evals.people import Joined, measure_joins, read_checked
from evals.people_names import Pair, find_threshold, measure, measure_pairs, read_pairs
from secondsource.names.name import NameKind


def test_the_table_is_cut_in_halves_that_share_nothing() -> None:
    dev, measured = read_pairs("dev"), read_pairs("measured")
    assert len(dev) + len(measured) >= 120
    assert abs(len(dev) - len(measured)) < 20
    named = [{frozenset((pair.left, pair.right)) for pair in half} for half in (dev, measured)]
    assert not named[0] & named[1]
    assert {pair.label for pair in measured} == {"same", "different", "unknown"}


def _pair(label: str) -> Pair:
    return Pair("dev", "some", label, NameKind.PERSON, "Anna Weld", "A. Weld")


@pytest.mark.parametrize(
    ("labels", "joined", "precision", "recall"),
    [
        (("same", "different"), (True, False), 1.0, 1.0),
        (("same", "different"), (True, True), 0.5, 1.0),
        (("same", "unknown"), (True, True), 0.5, 1.0),
        (("same", "same"), (True, False), 1.0, 0.5),
        (("same", "same"), (False, False), 0.0, 0.0),
    ],
)
def test_precision_and_recall(
    labels: tuple[str, ...], joined: tuple[bool, ...], precision: float, recall: float
) -> None:
    found = measure([_pair(label) for label in labels], joined)
    assert (found["precision"], found["recall"]) == (precision, recall)


def test_ours_goes_beyond_the_plain_ways() -> None:
    figures = measure_pairs()
    for plain in ("exact", "token_sort"):
        assert figures["ours"]["precision"] > figures[plain]["precision"] + 0.2
        assert figures["ours"]["recall"] > figures[plain]["recall"] + 0.2
    assert 30 <= find_threshold(read_pairs("dev")) <= 100


def test_joins_are_counted_by_kind_and_checked_by_hash() -> None:
    joined = [Joined("ru.person", "Anna Weld", "Анна Уэлд", True)]
    found = {"ru": ({"person": 2, "body": 1}, joined)}
    figures = measure_joins(found, {joined[0].key: True})
    assert figures["ru"] == {"person": 0.5, "body": 0.0}
    assert (figures["persons_joined"], figures["checked"], figures["right"]) == (0.5, 1, 1.0)


def test_no_name_of_the_data_sets_is_kept() -> None:
    checked = read_checked()
    assert len(checked) > 150
    assert all(re.fullmatch("[0-9a-f]{32}", key) for key in checked)
