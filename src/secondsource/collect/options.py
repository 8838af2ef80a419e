"""What may be read, how much of it, and from where."""

from collections.abc import Callable
from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered: the bytes, their declared media type and the final address."""

    data: bytes
    media_type: str | None
    charset: str | None
    url: str


Fetch = Callable[[str, "CollectOptions"], Page]


@dataclass(frozen=True, slots=True)
class CollectOptions:
    """The limits that collecting keeps.

    `max_bytes` bounds one file, one page or one JSONL line (20 MB: the largest of the pages
    in the evaluation data is a tenth of it); `timeout` is in seconds for the whole of one
    fetch; `allow_private` lets addresses of the own machine and network be asked; `fetch`
    replaces the network, as the tests do.
    """

    max_bytes: int = 20 * MEGABYTE
    max_redirects: int = 5
    timeout: float = 30.0
    allow_private: bool = False
    fetch: Fetch | None = None
