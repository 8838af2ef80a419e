"""What is remembered of a feed, so that asking it again is cheap."""

from dataclasses import dataclass
from typing import Protocol

from secondsource.collect.item import Rejected
from secondsource.collect.page import Stamp


@dataclass(frozen=True, slots=True)
class Remembered:
    """A feed as it was when it was asked last: its stamp, and the keys of the entries it gave.

    `stamp` is None where something was left to fetch, so that it is asked for in full again.
    """

    stamp: Stamp | None = None
    entries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FeedRead:
    """What came of asking a feed.

    `entries` counts all that it has, `known` those that it had before, `left_out` those beyond
    the most that are fetched at a time. `unchanged`: the server said that nothing is new.
    `from_feed` names the entries whose page could not be read, and why: their text is the feed's.
    `remembered` is what is to be kept once the articles are.
    """

    address: str
    title: str | None = None
    entries: int = 0
    known: int = 0
    left_out: int = 0
    unchanged: bool = False
    from_feed: tuple[Rejected, ...] = ()
    remembered: Remembered | None = None


class FeedMemory(Protocol):
    """What remembers feeds between two askings."""

    def recall(self, address: str) -> Remembered | None:
        """The feed as it was when it was asked last; None when it never was."""

    def note(self, read: FeedRead) -> None:
        """Take in what came of asking a feed."""
