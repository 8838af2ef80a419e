"""The articles that a command's words stand for: files, addresses, ids of an archive."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.collect import Collected, CollectOptions, Rejected, collect
from secondsource.collect.fetching.url import is_web_address
from secondsource.errors import ArticleNotFoundError, UnreadableError


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article with the bytes it was read from, and their media type, where these are at hand."""

    article: Article
    data: bytes | None = None
    media_type: str | None = None


def load_article(
    source: str | Path, archive: Archive | None = None, options: CollectOptions | None = None
) -> Article:
    """The one article that a file, an address or an id stands for.

    An article whose very bytes the archive holds is given as it is there.

    Raises:
        UnreadableError: the source gave no article, or several.
        ArticleNotFoundError: it is neither a file nor an address, and no such id is archived.
    """
    return load_with_bytes(source, archive, options).article


def load_with_bytes(
    source: str | Path, archive: Archive | None = None, options: CollectOptions | None = None
) -> Loaded:
    """The same with the bytes that were just read; those that the archive holds stay there.

    Raises:
        UnreadableError: the source gave no article, or several.
        ArticleNotFoundError: it is neither a file nor an address, and no such id is archived.
    """
    items = list(islice(_load_all(source, archive, options), 2))
    if not items:
        raise UnreadableError(f"{source} holds no article: give a HTML, text, PDF or JSONL file")
    if isinstance(items[0], Rejected):
        raise UnreadableError(f"{items[0].source}: {items[0].reason}")
    if len(items) > 1:
        raise UnreadableError(
            f"{source} holds several articles: add it to an archive and give the id of one"
        )
    return items[0]


def load_articles(
    source: str | Path, archive: Archive | None = None, options: CollectOptions | None = None
) -> Iterator[Article | Rejected]:
    """Every article that a file, a folder, an address or an id stands for, in order.

    Raises:
        ArticleNotFoundError: it is neither a file nor an address, and no such id is archived.
    """
    for item in _load_all(source, archive, options):
        yield item.article if isinstance(item, Loaded) else item


def _load_all(
    source: str | Path, archive: Archive | None, options: CollectOptions | None
) -> Iterator[Loaded | Rejected]:
    if is_id(source):
        yield Loaded(_find_archived(str(source), archive))
        return
    for item in collect(source, options):
        yield _as_archived(item, archive) if isinstance(item, Collected) else item


def is_id(source: str | Path) -> bool:
    """Whether what stands for an article is neither a file nor an address, so that it is an id."""
    return not is_web_address(str(source)) and not _exists(Path(source))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long for a file, or with a zero byte
        return False


def _find_archived(name: str, archive: Archive | None) -> Article:
    if archive is None:
        raise ArticleNotFoundError(
            f"{name} is neither a file nor an address. Give one of these, or an id together "
            "with --archive."
        )
    return archive.get(name)


def _as_archived(item: Collected, archive: Archive | None) -> Loaded:
    """The article as the archive has it when the same bytes are there; else as it was read."""
    known = archive.find_raw(item.article.raw) if archive is not None else None
    return Loaded(known or item.article, item.raw, item.media_type)
