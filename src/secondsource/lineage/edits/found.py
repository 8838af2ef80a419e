"""What the parts of the classification hand to each other, and how items are matched."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from secondsource.lineage.edits.changes import Compared, Side
from secondsource.lineage.edits.compare import Range
from secondsource.lineage.family import EditType

_NEAR = 40  # words within which the same hedge, number or cue counts as moved

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Found:
    """One type of edit with the change in the parent and the one in the child that show it."""

    type: EditType
    parent: int
    child: int


@dataclass(frozen=True, slots=True)
class Touched(Generic[Item]):
    """Something found in one version (a hedge, a number) that a change touches."""

    item: Item
    words: Range
    change: int


@dataclass(frozen=True, slots=True)
class Matches(Generic[Item]):
    """What of two versions answers to each other, what only the parent and only the child has."""

    pairs: tuple[tuple[Touched[Item], Touched[Item]], ...]
    gone: tuple[Touched[Item], ...]
    new: tuple[Touched[Item], ...]


def touch(side: Side, items: Sequence[Item], where: Callable[[Item], Range]) -> list[Touched[Item]]:
    """Those of the items that a change touches."""
    places = ((item, where(item)) for item in items)
    return [
        Touched(item, words, change)
        for item, words in places
        if (change := side.change_at(words)) is not None
    ]


def match_items(
    compared: Compared,
    left: Sequence[Touched[Item]],
    right: Sequence[Touched[Item]],
    tests: Sequence[Callable[[Touched[Item], Touched[Item]], bool]],
) -> Matches[Item]:
    """Items matched one to one, those that pass an earlier test first."""
    gone, new = list(left), list(right)
    pairs: list[tuple[Touched[Item], Touched[Item]]] = []
    for test in tests:
        for item in list(gone):
            fitting = [other for other in new if test(item, other)]
            if fitting:
                best = min(fitting, key=lambda other: distance(compared, item, other))
                pairs.append((item, best))
                gone.remove(item)
                new.remove(best)
    return Matches(tuple(pairs), tuple(gone), tuple(new))


def same_cluster(compared: Compared, left: Touched[Item], right: Touched[Item]) -> bool:
    """Whether one stands in the place of the other, or hardly a word beside it."""
    return compared.clusters[left.change] == compared.clusters[right.change]


def distance(compared: Compared, left: Touched[Item], right: Touched[Item]) -> int:
    """How many words of the child lie between two items."""
    return abs(compared.parent.near_place(left.words[0]) - right.words[0])


def is_near(compared: Compared, left: Touched[Item], right: Touched[Item]) -> bool:
    """Whether two items stand close enough to be one that was moved."""
    return distance(compared, left, right) <= _NEAR
