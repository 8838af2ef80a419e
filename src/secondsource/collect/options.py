"""What may be read, how much of it, and from where."""

from collections.abc import Callable
from dataclasses import dataclass

from secondsource.collect.feed.memory import FeedMemory
from secondsource.collect.page import Page, Stamp

MEGABYTE = 1024 * 1024
Fetch = Callable[[str, "CollectOptions"], Page]


@dataclass(frozen=True, slots=True)
class CollectOptions:
    """The limits that collecting keeps.

    `max_bytes` bounds one file, one page or one JSONL line (20 MB: the largest of the pages
    in the evaluation data is a tenth of it); `timeout` is in seconds for the whole of one
    fetch; `allow_private` lets addresses of the own machine and network be asked; `fetch`
    replaces the network, as the tests do. `since` asks a server only for what is newer.

    `max_entries` bounds the new entries of one feed that are fetched at a time; `feeds` remembers
    what feeds gave before: without it each is read as if for the first time.
    """

    max_bytes: int = 20 * MEGABYTE
    max_redirects: int = 5
    timeout: float = 30.0
    allow_private: bool = False
    fetch: Fetch | None = None
    since: Stamp | None = None
    max_entries: int = 100
    feeds: FeedMemory | None = None
