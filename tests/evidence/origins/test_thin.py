"""The ties that are kept make the same origins as all of them, and still when some are rejected."""

import random
from itertools import combinations

import pytest

from secondsource.article import Signal
from secondsource.evidence.finding import Link
from secondsource.evidence.origins.group import group_pieces
from secondsource.evidence.origins.thin import thin_links

_NAMES = ("same_text", "same_voice", "credit", "same_house")


def _tie(left: int, right: int, name: str, score: float) -> Link:
    return Link(left, right, Signal(name, score, f"{name} {left} {right}"))


def _draw(seed: int, count: int, share: float) -> tuple[list[str], list[Link]]:
    """Many ties at random between pieces of three sides and the examined statement."""
    drawn = random.Random(seed)
    sides = ["", *drawn.choices(("supports", "disputes", "discusses"), (6, 2, 1), k=count - 1)]
    links = [
        _tie(left, right, name, drawn.choice((0.6, 0.7, 0.85, 0.95)))
        for left, right in combinations(range(count), 2)
        for name in _NAMES
        if drawn.random() < share
    ]
    return sides, links


def _group(sides: list[str], links: list[Link], side: str) -> list[list[int]]:
    """The origins of one side, as they are made: its pieces and the examined statement."""
    numbers = [n for n, each in enumerate(sides) if each in ("", side)]
    place = {number: k for k, number in enumerate(numbers)}
    own = [
        Link(place[k.left], place[k.right], k.signal)
        for k in links
        if k.left in place and k.right in place
    ]
    groups = group_pieces(len(numbers), own, [f"home {n % 9}" for n in numbers])
    return [[numbers[n] for n in group.members] for group in groups]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize(("count", "share"), [(60, 0.02), (60, 0.3), (90, 0.08), (40, 0.9)])
def test_the_origins_are_the_same(seed: int, count: int, share: float) -> None:
    sides, links = _draw(seed, count, share)
    kept = list(thin_links(sides, links))
    for side in ("supports", "disputes", "discusses"):
        assert _group(sides, kept, side) == _group(sides, links, side)


def test_few_are_all_kept() -> None:
    sides, links = _draw(1, 12, 0.3)
    assert thin_links(sides, links) == tuple(links)


def test_of_very_many_a_few_are_kept() -> None:
    count = 200
    links = [_tie(a, b, "same_text", 1.0) for a, b in combinations(range(count), 2)]
    kept = thin_links(["", *["supports"] * (count - 1)], links)
    assert len(kept) < 6 * count


@pytest.mark.parametrize("seed", range(8))
def test_two_rejected_ties_split_no_more_than_they_do(seed: int) -> None:
    """Strong ties of one reason among copies: whichever two are rejected, the rest still holds."""
    drawn = random.Random(seed)
    pairs = [pair for pair in combinations(range(50), 2) if drawn.random() < 0.3]
    links = [_tie(a, b, "same_text", 0.9) for a, b in pairs]
    sides = ["supports"] * 50
    kept = thin_links(sides, links)
    assert len(kept) < len(links)
    gone = drawn.sample(list(kept), 2)
    left = [[k for k in some if k not in gone] for some in (links, kept)]
    assert _group(sides, left[0], "supports") == _group(sides, left[1], "supports")
