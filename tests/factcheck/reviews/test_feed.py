"""Large JSON files are read item by item, the same however they are cut into pieces."""

import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.errors import CollectionError
from secondsource.factcheck.reviews.feed import ItemReader
from tests.factcheck.reviews.samples import FEED, REVIEW, dump


def _read(text: str, piece: int = 7) -> list[object]:
    file = io.StringIO(text)
    return list(ItemReader(lambda size: file.read(min(size, piece)), "x").items_of_file())


def test_the_elements_of_a_feed_then_the_feed() -> None:
    elements = FEED["dataFeedElement"]
    assert isinstance(elements, list)
    *items, rest = _read(dump(FEED))
    assert items == elements
    assert rest == {k: v for k, v in FEED.items() if k != "dataFeedElement"}


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("[]", []),
        (" [1, 2.5e3 , null]", [1, 2500.0, None]),
        ('{"@type": "A"} {"@type": "B"}', [{"@type": "A"}, {"@type": "B"}]),
        ('["a\\"]", "{"]', ['a"]', "{"]),
        ("12", [12]),
        ('{"claim": "A"}', [{"claim": "A"}]),
        ('{"@graph": [1], "x": 2}', [1]),
        ("{}", [{}]),
        ("", []),
    ],
)
def test_values_of_a_file(text: str, items: list[object]) -> None:
    assert _read(text, 1) == items


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.none() | st.integers() | st.floats(allow_nan=False) | st.text()), st.integers(1, 9)
)
def test_pieces_do_not_matter(items: list[object], piece: int) -> None:
    assert _read(json.dumps(items), piece) == items


@pytest.mark.parametrize(
    "text",
    [
        "[1, 2",
        "[1 2}",
        '{"a" 1',
        '[{"a": tru}]',
        "[" * 100_000,
        '["a',
        "[" + "1" * 5_000 + "]",
        "[1x" + "y" * 99,
    ],
)
def test_what_is_broken_is_told(text: str) -> None:
    with pytest.raises(CollectionError, match="broken after"):
        _read(text, 4_096)


def test_a_broken_number_does_not_fill_the_memory() -> None:
    file = io.StringIO("[1x" + "y" * 10_000_000)
    with pytest.raises(CollectionError, match="broken after 1 items"):
        list(ItemReader(file.read, "x").items_of_file())
    assert file.tell() < 1_000_000


def test_items_before_the_break_are_given() -> None:
    file = io.StringIO(f"[{dump(REVIEW)}, {{broken")
    reader = ItemReader(file.read, "x")
    found: list[object] = []
    with pytest.raises(CollectionError, match="after 1 items"):
        found.extend(reader.items_of_file())
    assert reader.items == 1
