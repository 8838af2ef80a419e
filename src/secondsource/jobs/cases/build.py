"""A case: the report on one article in every form, with the bytes of all articles that it names.

The same report and archive give the same bytes: entries stand in a fixed order under one date, and
the time in the manifest is that of the report.
"""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from secondsource.archive import Archive
from secondsource.archive.accessions import Accession
from secondsource.article import Article, make_id
from secondsource.collect.formats.sniff import MediaType
from secondsource.errors import ArticleNotFoundError, CaseError
from secondsource.factcheck.reviews.export import claim_review_json, verdict_json
from secondsource.factcheck.reviews.validate import find_faults
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.files import replacing
from secondsource.jobs.cases.manifest import (
    ARTICLES,
    MANIFEST,
    RAW,
    CaseArticle,
    CaseFile,
    Manifest,
    is_sha256,
    write_manifest,
)
from secondsource.jobs.cases.zipped import MOST_BYTES, MOST_ENTRIES, MOST_GROWTH, SMALL
from secondsource.jsonvalues import JsonValue
from secondsource.load import Loaded
from secondsource.messages import gettext as _
from secondsource.report.forms import FORMS, render_form
from secondsource.report.jsonform.articles import article_json
from secondsource.report.jsonform.decided import decided_json
from secondsource.review.report import Report

_JSON: Final = "application/json"
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say
_ENDINGS: Final[Mapping[str | None, str]] = {
    MediaType.HTML.value: "html",
    MediaType.TEXT.value: "txt",
    MediaType.PDF.value: "pdf",
    MediaType.JSONL.value: "jsonl",
}


@dataclass(frozen=True, slots=True)
class Built:
    """A case that was written: where, how many files it has, and the digest to note."""

    path: Path
    files: int
    digest: str


def build_case(
    report: Report,
    archive: Archive,
    path: Path,
    given: Loaded | None = None,
    progress: Callable[[str], None] = lambda _stage: None,
) -> Built:
    """Writes a case to a file, whole or not at all.

    Args:
        report: on the article.
        archive: against which it was made; articles, bytes and decisions are taken from it.
        path: the file to write; one that is there is replaced.
        given: the examined article with its bytes, where the archive does not hold it.
        progress: told what is being written.

    Raises:
        CaseError: the file cannot be written, or the case would be too large.
    """
    with _replacing(path) as file:
        writer = _Writer(file)
        for name, media_type, data in _list_contents(report, archive, progress):
            writer.add(name, media_type, data)
        progress(_("packing the bytes of the articles"))
        articles = tuple(_add_raw(writer, report, archive, given))
        data, digest = write_manifest(_make_manifest(report, tuple(writer.files), articles))
        writer.add(MANIFEST, _JSON, data)
    return Built(path, len(writer.files), digest)


def is_computed(article: Article) -> bool:
    """Whether an article's id is the hash of its address, outlet, date and text.

    An archive that had another text under the same id adds digits of a second hash.
    """
    plain, _tilde, digits = article.id.partition("~")
    computed = make_id(article.url, article.outlet, article.published, article.text)
    return plain == computed and make_id(plain, article.text).startswith(digits)


def _list_contents(
    report: Report, archive: Archive, progress: Callable[[str], None]
) -> Iterator[tuple[str, str, bytes]]:
    """The name, media type and bytes of everything but the raw bytes and the manifest."""
    for form in FORMS:
        progress(_("writing %(file)s", file=form.file))
        # A case is opened by people, in spreadsheets too: tables begin with a byte order mark.
        yield form.file, form.media_type, render_form(form, report, mark=True)
    lines = (json.dumps(article_json(each), ensure_ascii=False) + "\n" for each in _named(report))
    text = "".join(lines)
    own = report.article.id
    verdicts = archive.verdicts.about(own, *archive.examinations.earlier({own}))
    flags = {each.verdict.number: each.flag for each in report.verdicts}
    yield ARTICLES, MediaType.JSONL.value, text.encode("utf-8", "surrogatepass")
    for name, values in (
        ("verdicts.json", [verdict_json(each, flags.get(each.number, "")) for each in verdicts]),
        ("claimreview.json", _list_reviews(own, verdicts)),
        ("decisions.json", _list_decisions(report)),
    ):
        if values:
            yield name, _JSON, (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def _named(report: Report) -> tuple[Article, ...]:
    return (report.article, *report.articles)


def _list_reviews(article: str, verdicts: Iterable[Verdict]) -> list[JsonValue]:
    """Those of the verdicts that stand and are published, as ClaimReview.

    One on an earlier text is left out: a ClaimReview cannot say that the text is another.
    """
    own = (verdict for verdict in verdicts if verdict.article == article)
    made = [claim_review_json(verdict) for verdict in own if verdict.stands]
    return [review for review in made if not find_faults(review)]


def _list_decisions(report: Report) -> list[JsonValue]:
    """What people decided on the report, with the whole history, notes and undoings included."""
    return [decided_json(each) for each in report.decided]


def _add_raw(
    writer: "_Writer", report: Report, archive: Archive, given: Loaded | None
) -> Iterator[CaseArticle]:
    """Adds the bytes of each article, those of several once, and tells of each article."""
    articles = _named(report)
    kept = archive.accessions.read(article.id for article in articles)
    there: dict[str, CaseFile] = {}
    for article in articles:
        accession = kept.get(article.id)
        raw = _find_bytes(article, archive, given, accession)
        if raw and article.raw and article.raw not in there:
            there[article.raw] = writer.add(_name_raw(raw), raw.media_type or "", raw.data or b"")
        file = there.get(article.raw or "")
        yield CaseArticle(
            id=article.id,
            computed=is_computed(article),
            url=article.url,
            raw=article.raw,
            file=file.path if file else None,
            media_type=file.media_type if file else None,
            added_at=accession.added_at if accession else None,
        )


def _name_raw(raw: Loaded) -> str:
    return f"{RAW}/{raw.article.raw}.{_ENDINGS.get(raw.media_type, 'bin')}"


def _find_bytes(
    article: Article, archive: Archive, given: Loaded | None, accession: Accession | None
) -> Loaded | None:
    """The bytes that an article was read from; None where they are not to be had."""
    if given and given.data and article.id == given.article.id:
        return given if _hash(given.data) == article.raw else None
    if accession is None or article.raw is None or not is_sha256(article.raw):
        return None
    try:
        return Loaded(article, archive.raw(article.raw), accession.media_type)
    except ArticleNotFoundError:
        return None


def _make_manifest(
    report: Report, files: tuple[CaseFile, ...], articles: tuple[CaseArticle, ...]
) -> Manifest:
    made = report.made_with
    return Manifest(
        article=report.article.id,
        made_at=report.made_at or "",
        program=f"Second Source {made.version}" if made else "Second Source",
        archive_articles=made.articles if made else report.coverage.articles,
        archive_digest=made.archive if made else "",
        files=files,
        articles=articles,
    )


class _Writer:
    """Adds files to a zip and remembers what each was."""

    def __init__(self, file: ZipFile) -> None:
        self._file = file
        self._size = 0
        self.files: list[CaseFile] = []

    def add(self, name: str, media_type: str, data: bytes) -> CaseFile:
        """Add a file.

        Raises:
            CaseError: the case would be larger than one that is checked may be.
        """
        self._size += len(data)
        if self._size > MOST_BYTES or len(self.files) >= MOST_ENTRIES:
            raise CaseError(_("The case would hold too much: more than two gigabytes."))
        info = ZipInfo(name, _FIRST_DAY)
        info.create_system = 3  # Unix, wherever it is written, so that the bytes are the same
        info.external_attr = 0o100644 << 16
        info.compress_type = ZIP_STORED if _grows_much(data) else ZIP_DEFLATED
        self._file.writestr(info, data)
        file = CaseFile(name, len(data), _hash(data), media_type)
        self.files.append(file)
        return file


def _grows_much(data: bytes) -> bool:
    """Whether the data, packed, would look like a bomb to who checks the case."""
    return len(data) > SMALL and len(zlib.compress(data)) * MOST_GROWTH < len(data)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@contextmanager
def _replacing(path: Path) -> Iterator[ZipFile]:
    """A zip beside the path, which takes its place when all went well and is removed else."""
    if path.exists() and not path.is_file():
        raise CaseError(_("%(path)s is a folder or a device: give the path of a file.", path=path))
    try:
        with replacing(path) as beside, ZipFile(beside, "w", ZIP_DEFLATED) as file:
            yield file
    except OSError as error:
        raise CaseError(
            _(
                "%(path)s cannot be written to (%(reason)s): give another path.",
                path=path,
                reason=error.strerror or error,
            )
        ) from error
