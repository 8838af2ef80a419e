"""Known fact-checks of an archive: taken in from files and pages, and matched to claims."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace

from secondsource.archive import Archive
from secondsource.archive.factchecks import ImportResult
from secondsource.evidence.fact_check import FactCheckMatch
from secondsource.evidence.finding import Finding
from secondsource.factcheck.reviews.importing import FactCheckFile, read_page
from secondsource.factcheck.reviews.match import ENGLISH, ReviewModels, match_claims
from secondsource.language import guess_language
from secondsource.models.minilm import load_sentence_vectors
from secondsource.models.multilingual import is_available, load_network
from secondsource.reading.statement import Statement

_MOST_WAITED = {"english": 400, "network": 60}
"""Vectors that are missing and that a look-up waits for: about two seconds of either model."""
_UNREAD = {
    "english": "%d fact-checks are compared by their words alone: run `secondsource enrich`.",
    "network": "%d fact-checks are not compared with claims in other languages: run "
    "`secondsource enrich`, which reads them where the archive has articles or fact-checks in "
    "several languages.",
}
_LOG = logging.getLogger(__name__)


def import_fact_checks(archive: Archive, file: FactCheckFile) -> ImportResult:
    """Keeps the fact-checks of a file, all or, where that fails, none.

    Those that the archive has already are known; a checker's change replaces what was there.

    Raises:
        CollectionError: the file is missing, empty, or has not the columns named.
        ArchiveError: the archive cannot be written.
    """
    return archive.factchecks.add(file.read())


def import_from_pages(archive: Archive) -> ImportResult:
    """Keeps the fact-checks that pages added since the last time state as ClaimReview."""
    reached = archive.last_ordinal
    if reached <= archive.factchecks.scanned():
        return ImportResult()
    pages = archive.factchecks.stream_pages()
    found = [each for source, data in pages for each in read_page(data, source)]
    result = archive.factchecks.add(found) if found else ImportResult()
    archive.factchecks.set_scanned(reached)
    return result


def compute_vectors(archive: Archive, progress: Callable[[str, int, int], None]) -> None:
    """Computes what matching by meaning needs, the English first; what is done is kept.

    Args:
        archive: whose fact-checks are read.
        progress: told what is computed, how many are done, and of how many.
    """
    kinds = ("english", "network") if _has_several(archive, None) else ("english",)
    for kind in kinds:
        missing = archive.factcheck_index.count_missing(kind)
        if missing and (kind == "english" or is_available()):
            embedder = load_sentence_vectors() if kind == "english" else load_network()

            def tell(done: int, kind: str = kind, missing: int = missing) -> None:
                progress(_SAID[kind], done, missing)

            tell(0)
            archive.factcheck_index.compute(kind, embedder, progress=tell)


_SAID = {
    "english": "fact-checks in English read",
    "network": "fact-checks read for other languages",
}


def _has_several(archive: Archive, language: str | None) -> bool:
    """Whether fact-checks, articles and what is asked are together in more than one language."""
    own = {language} if language else set()
    languages = {*archive.factchecks.coverage().languages, *archive.coverage().languages}
    return len(languages | own) > 1


def find_fact_checks(
    archive: Archive, claims: Sequence[str], language: str | None
) -> list[tuple[FactCheckMatch, ...]]:
    """For each claim the known fact-checks that seem to be about it, the surest first.

    Args:
        archive: whose fact-checks are searched.
        claims: sentences or posts in one language.
        language: ISO 639-1 code; told from the claims when None.
    """
    if not claims or not len(archive.factchecks):
        return [() for _ in claims]
    code = language or guess_language(" ".join(claims))
    models = _make_models(archive, code)
    return match_claims(claims, code, archive.factcheck_index.open(), models)


def add_fact_checks(
    archive: Archive,
    statements: Sequence[Statement],
    findings: Sequence[Finding],
    language: str | None,
) -> tuple[Finding, ...]:
    """Findings with the known fact-checks of each; they never change a standing or an origin."""
    texts = {statement.id: statement.text for statement in statements}
    claims = [texts[finding.statement] for finding in findings]
    matches = find_fact_checks(archive, claims, language)
    return tuple(
        replace(finding, fact_checks=found)
        for finding, found in zip(findings, matches, strict=True)
    )


def _make_models(archive: Archive, language: str) -> ReviewModels:
    """The models that vectors were computed for; a few missing vectors are computed first."""
    english = load_sentence_vectors() if language == ENGLISH else None
    network = load_network() if is_available() and _has_several(archive, language) else None
    for kind, embedder in (("english", english), ("network", network)):
        if embedder is None:
            continue
        missing = archive.factcheck_index.count_missing(kind)
        if missing <= _MOST_WAITED[kind] and archive.writable:
            archive.factcheck_index.compute(kind, embedder)
        elif missing:
            _LOG.warning(_UNREAD[kind], missing)
    return ReviewModels(english, network)
