"""The two things that collecting can give for one item: an article, or a reason why not."""

from dataclasses import dataclass

from secondsource.article import Article


@dataclass(frozen=True, slots=True)
class Collected:
    """An article and the very bytes it was read from.

    `raw` is the whole file or page, or for JSONL the one line; `media_type` is its IANA media
    type; `source` is the path, "path:line" or address it came from.
    """

    article: Article
    raw: bytes
    media_type: str
    source: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """An item that could not become an article: which one, and what is wrong and what to do."""

    source: str
    reason: str
