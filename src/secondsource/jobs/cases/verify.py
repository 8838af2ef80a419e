"""Checks a case: whether each file is the one that its manifest names, and what its ids rest on."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from secondsource.article import Article
from secondsource.collect import Rejected
from secondsource.collect.collect import read_again
from secondsource.collect.formats.sniff import MediaType
from secondsource.collect.options import MEGABYTE
from secondsource.errors import CaseError
from secondsource.jobs.cases.build import is_computed
from secondsource.jobs.cases.manifest import (
    ARTICLES,
    LARGEST_MANIFEST,
    MANIFEST,
    CaseArticle,
    CaseFile,
    Manifest,
    read_manifest,
)
from secondsource.jobs.cases.zipped import CaseZip, Hashed, open_zip
from secondsource.messages import gettext as _

_LARGEST_RAW: Final = 64 * MEGABYTE
_LONGEST_LINE: Final = 32 * MEGABYTE


@dataclass(frozen=True, slots=True)
class CaseCheck:
    """What a check of a case found.

    `missing`, `changed` and `extra` are names of files; `wrong` are ids of articles whose content
    does not give the id, or whose bytes have another hash than the article says. `recomputed`
    ids are hashes of their content, `given` ones came from a collection, so that nothing can be
    said of them. `read_same` articles have the same text when their bytes are read again,
    `read_otherwise` another (another version of the program, or what a server said of the
    encoding, may be why), `not_read` no bytes, or bytes that were not read again.
    `other_digest` says that the digest is not the one that was asked for.
    """

    manifest: Manifest
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    extra: tuple[str, ...]
    wrong: tuple[str, ...]
    recomputed: int
    given: int
    read_same: int
    read_otherwise: tuple[str, ...]
    not_read: int
    other_digest: bool

    @property
    def intact(self) -> bool:
        """Whether nothing is missing, changed or extra, and all ids and hashes fit."""
        return not (self.missing or self.changed or self.extra or self.wrong or self.other_digest)


def verify_case(
    path: Path,
    digest: str | None = None,
    *,
    read_raw: bool = True,
    progress: Callable[[int], None] = lambda _done: None,
) -> CaseCheck:
    """What is in a case, held against its own manifest. Nothing is unpacked to disk.

    Args:
        path: the zip.
        digest: the digest that was noted when the case was made, if it is at hand.
        read_raw: whether the bytes of articles are read again; it takes most of the time.
        progress: told the number of files and articles done.

    Raises:
        CaseError: it cannot be opened, is no case, or is refused as dangerous.
    """
    try:
        with open_zip(path) as case:
            return _verify(case, digest, read_raw, progress)
    except CaseError as error:
        raise CaseError(
            _("%(path)s cannot be checked. %(reason)s", path=path, reason=error)
        ) from error


def _verify(
    case: CaseZip, digest: str | None, read_raw: bool, progress: Callable[[int], None]
) -> CaseCheck:
    manifest, fits = _read_manifest(case)
    hashes = _hash_all(case, progress)
    named = {file.path: file for file in manifest.files}
    sound = {name: _expect(file) for name, file in named.items() if _is_same(hashes, file)}
    read = _Read(case, sound, read_raw)
    for done, (entry, article) in enumerate(_pair_articles(case, manifest), start=len(hashes)):
        read.take(entry, article)
        progress(done)
    return CaseCheck(
        manifest=manifest,
        missing=tuple(name for name in named if name not in hashes),
        changed=(
            *(name for name in named if name in hashes and name not in sound),
            *(() if fits else (MANIFEST,)),
        ),
        extra=tuple(name for name in hashes if name not in named and name != MANIFEST),
        wrong=tuple(read.wrong),
        recomputed=read.recomputed,
        given=read.given,
        read_same=read.same,
        read_otherwise=tuple(read.otherwise),
        not_read=read.not_read,
        other_digest=digest is not None and digest.strip().lower() != manifest.digest,
    )


def _read_manifest(case: CaseZip) -> tuple[Manifest, bool]:
    if MANIFEST not in case.names:
        raise CaseError(_("It has no %(file)s, so it is no case.", file=MANIFEST))
    return read_manifest(case.read(MANIFEST, LARGEST_MANIFEST))


def _hash_all(case: CaseZip, progress: Callable[[int], None]) -> dict[str, Hashed | None]:
    hashes: dict[str, Hashed | None] = {}
    for name in case.names:
        hashes[name] = case.hash(name)
        progress(len(hashes))
    return hashes


def _is_same(hashes: Mapping[str, Hashed | None], file: CaseFile) -> bool:
    return hashes.get(file.path) == _expect(file)


def _expect(file: CaseFile) -> Hashed:
    """What the manifest says of a file."""
    return Hashed(file.size, file.sha256)


def _pair_articles(
    case: CaseZip, manifest: Manifest
) -> Iterator[tuple[CaseArticle, Article | None]]:
    """Each article that the manifest names, once, with what the case holds of it."""
    waiting = {entry.id: entry for entry in manifest.articles}
    for line in case.lines(ARTICLES, _LONGEST_LINE) if ARTICLES in case.names else ():
        article = _read_line(line)
        if article and article.id in waiting:
            yield waiting.pop(article.id), article
    yield from ((entry, None) for entry in waiting.values())


def _read_line(line: bytes) -> Article | None:
    """What of an article its id is made of, with the hash of its bytes; None where it is none."""
    try:
        record = json.loads(line)
        id_, text = record["id"], record["text"]
        url, outlet, published, raw = (
            record.get(name) for name in ("url", "outlet", "published", "raw")
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    known = (id_, text, *(value for value in (url, outlet, published, raw) if value is not None))
    if not all(isinstance(value, str) for value in known):
        return None
    return Article(id_, text, url=url, outlet=outlet, published=published, raw=raw)


class _Read:
    """Counts what articles' ids and bytes come to, one article at a time.

    `sound` are the files that are as the manifest says.
    """

    def __init__(self, case: CaseZip, sound: Mapping[str, Hashed], read_raw: bool) -> None:
        self._case = case
        self._sound = sound
        self._read_raw = read_raw
        self.wrong: list[str] = []
        self.otherwise: list[str] = []
        self.recomputed = self.given = self.same = self.not_read = 0

    def take(self, entry: CaseArticle, article: Article | None) -> None:
        """Count one article that the manifest names."""
        bytes_ = self._sound.get(entry.file or "")
        if article is None or not _fits(entry, article, bytes_):
            self.wrong.append(entry.id)
            return
        self.recomputed += entry.computed
        self.given += not entry.computed
        text = self._read(entry, bytes_) if self._read_raw and bytes_ else None
        if text is None:
            self.not_read += 1
        elif text == article.text:
            self.same += 1
        else:
            self.otherwise.append(entry.id)

    def _read(self, entry: CaseArticle, bytes_: Hashed) -> str | None:
        """The text that an article's bytes give now, "" for none; None: they are not read."""
        if entry.media_type not in set(MediaType) or bytes_.size > _LARGEST_RAW:
            return None
        data = self._case.read(entry.file or "", _LARGEST_RAW)
        read = read_again(data, MediaType(entry.media_type), entry.url)
        return "" if isinstance(read, Rejected) else read.text


def _fits(entry: CaseArticle, article: Article, bytes_: Hashed | None) -> bool:
    """Whether the id is that of the content, and the bytes are those that the article names."""
    if entry.computed and not is_computed(article):
        return False
    return entry.raw == article.raw and (bytes_ is None or bytes_.sha256 == article.raw)
