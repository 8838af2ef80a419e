"""Collections of quotations in an archive: imported from files, and looked up for an article."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from secondsource.archive import Archive
from secondsource.archive.collected import Imported
from secondsource.article import Article
from secondsource.factcheck.entry import Collection, QuotationFinding
from secondsource.factcheck.importing import QuotationFile
from secondsource.factcheck.lookup import Asked, look_up
from secondsource.factcheck.speakers import read_speakers
from secondsource.jobs.quotation_languages import load_meanings
from secondsource.jobs.quotations import find_quotations_of
from secondsource.reading.quotations.extract import find_said

MOST_WAITED = 5_000  # articles never read for quotations that a check waits for: some seconds
_LOG = logging.getLogger(__name__)


def import_collection(
    archive: Archive, file: QuotationFile, name: str | None, progress: Callable[[int], None]
) -> Collection:
    """Keeps a file of quotations as a collection of the archive, in place of one so named.

    Args:
        archive: whose folder it is kept in.
        file: the file.
        name: what to call it; the wiki's or the file's own name when None.
        progress: told now and then how many quotations were taken.

    Raises:
        CollectionError: the file cannot be read; nothing of it is kept then.
    """

    def about() -> Imported:
        today = datetime.now(UTC).date().isoformat()
        return Imported(name or file.name, file.path.name, file.dated, today, file.language)

    with archive.writing():
        return archive.collections.write(file.read(), about, progress)


def look_up_all(
    archive: Archive, article: Article, findings: Sequence[QuotationFinding]
) -> tuple[QuotationFinding, ...]:
    """The quotations of an article with what the archive's collections have of each."""
    collections = archive.collections.open_all()
    if not collections or not findings:
        return tuple(findings)
    meanings = load_meanings()
    try:
        return tuple(
            replace(
                each,
                looked_up=look_up(
                    Asked(each.text, each.speaker, article.language), collections, meanings
                ),
            )
            for each in findings
        )
    finally:
        for collection in collections:
            collection.close()


def examine_quotations(article: Article, archive: Archive) -> tuple[QuotationFinding, ...]:
    """The quotations of an article: who else prints them, and what collections have of them.

    An archive of which many articles were never read for quotations is not waited for.
    """
    missing = archive.quotations.count_missing()
    if missing <= MOST_WAITED:
        return look_up_all(archive, article, find_quotations_of(article, archive))
    _LOG.warning(
        "Who else prints a quotation was not looked for: %d articles were never read for it. "
        "Run `secondsource enrich`.",
        missing,
    )
    quotations = find_said(article)
    (speakers,) = read_speakers([(article, quotations)])
    alone = (
        QuotationFinding(said.pieces, said.text_in(article.text), speaker)
        for said, speaker in zip(quotations, speakers, strict=True)
    )
    return look_up_all(archive, article, tuple(alone))
