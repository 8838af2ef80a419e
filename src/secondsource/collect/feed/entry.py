"""What a feed is, whatever format it came in: its name and its entries."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from secondsource.article import make_id
from secondsource.collect.dates import is_iso_date

MOST_ENTRIES = 1_000
"""Of one feed; what comes after them is not looked at. The largest in use hold some hundreds."""
LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Origin:
    """The feed that an entry was copied from, as the entry itself says."""

    name: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    `published` is ISO 8601; `changed` is whatever tells two states of the entry apart; `content`
    is the longest text that the feed gives, HTML or plain; `raw` holds the entry alone.
    """

    raw: bytes
    address: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    changed: str = ""
    language: str | None = None
    content: str = ""
    is_html: bool = True
    origin: Origin | None = None

    @property
    def key(self) -> str:
        """What this state of the entry is known by when the feed is asked again."""
        return make_id(self.address, self.title, self.changed)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its name, the site that it is of, and its entries in the order in which they come.

    `left_out` counts those after the most that are looked at.
    """

    media_type: str
    title: str | None = None
    home: str | None = None
    entries: tuple[Entry, ...] = ()
    left_out: int = 0


def read_date(given: object) -> str | None:
    """A date as feeds write it (RFC 3339 or RFC 822) in ISO 8601, with its offset; else None."""
    value = given.strip()[:60] if isinstance(given, str) else ""
    if is_iso_date(value):
        return value
    return _read_by(parsedate_to_datetime, value)


def read_moment(parts: object) -> str | None:
    """A moment in UTC, given as year to second, in ISO 8601; else None."""
    if not isinstance(parts, tuple) or len(parts) < 6:
        return None
    try:
        return datetime(*parts[:6]).replace(tzinfo=UTC).isoformat()
    except (TypeError, ValueError, OverflowError):
        return None


def _read_by(read: Callable[[str], datetime], value: str) -> str | None:
    try:
        return read(value).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
