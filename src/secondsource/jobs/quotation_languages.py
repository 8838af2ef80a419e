"""The same quotation in two languages: candidates by cheap vectors, proof by a network on few."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from secondsource.archive import Archive
from secondsource.archive.quotations import F16
from secondsource.errors import ModelError
from secondsource.factcheck.lookup import TRANSLATED, Meanings
from secondsource.lineage.translation.numbers_said import read_numbers
from secondsource.lineage.translation.sentence_sums import F32
from secondsource.models.multilingual import load_network, load_words
from secondsource.reading.quotations.table import QuotationTable

Languages = npt.NDArray[np.str_]
MOST_ASKED = 400  # quotations of a whole archive for which a translation is looked for
MOST_WAITED = 20_000  # quotations without a vector that a check waits for: some seconds
_ALIKE_WORDS = 0.25  # cosine of word vectors from which the network reads a pair; set by hand
_READ = 2  # candidates of one quotation that the network reads
_AT_ONCE = 200
_COMPARED_AT_ONCE = 50_000
_LOG = logging.getLogger(__name__)
_FEWEST = 6  # words of a quotation that is looked for in other languages


@dataclass(frozen=True, slots=True)
class AskedText:
    """A quotation of which translations are looked for."""

    text: str
    language: str


def find_translations(
    asked: Sequence[AskedText], archive: Archive, table: QuotationTable, meanings: Meanings
) -> list[dict[int, float]]:
    """For each quotation the rows of the archive that give it in another language.

    With how surely: the network's cosine. Chosen by `python -m evals.quotations --part meanings`.
    """
    languages = archive.quotations.read_languages()
    own = np.array([languages.get(n, "")[:2] for n in table.articles.tolist()])
    vectors = archive.quotations.read_vectors(lambda texts: vectorise(texts, meanings))
    found: list[dict[int, float]] = []
    for start in range(0, len(asked), _AT_ONCE):
        part = asked[start : start + _AT_ONCE]
        near = _find_near(part, vectors, own, meanings)
        where = table, meanings
        pairs = zip(part, near, strict=True)
        found += [_prove(each, rows, archive, where) for each, rows in pairs]
    return found


def _find_near(
    asked: Sequence[AskedText], vectors: F16, languages: Languages, meanings: Meanings
) -> list[list[int]]:
    """For each quotation the nearest ones of other languages, nearest first; some at a time."""
    ours = vectorise([each.text for each in asked], meanings)
    best: list[list[tuple[float, int]]] = [[] for _ in asked]
    for start in range(0, len(vectors), _COMPARED_AT_ONCE):
        stretch = slice(start, start + _COMPARED_AT_ONCE)
        alike = ours @ vectors[stretch].astype(np.float32).T
        for each, cosines, kept in zip(asked, alike, best, strict=True):
            fits = (languages[stretch] != "") & (languages[stretch] != each.language[:2])
            scores = np.where(fits, cosines, -1.0)
            top = np.argsort(-scores)[: 4 * _READ]
            kept += [(-float(scores[k]), start + int(k)) for k in top if scores[k] >= _ALIKE_WORDS]
    return [[row for _, row in sorted(kept)[: 4 * _READ]] for kept in best]


def has_to_wait(archive: Archive) -> bool:
    """Whether so many quotations have no vector that one article is not let wait for them."""
    missing = archive.quotations.count_without_vectors()
    if missing > MOST_WAITED:
        _LOG.warning(
            "Translated quotations were not looked for: %d quotations have no vector. "
            "Run `secondsource enrich`.",
            missing,
        )
    return missing > MOST_WAITED


def make_vectors(archive: Archive, progress: Callable[[int], None]) -> None:
    """Computes the vectors of all quotations that have none, where there are two languages."""
    languages = {known[:2] for known in archive.coverage().languages if known}
    meanings = load_meanings() if len(languages) > 1 else None
    archive.quotations.read(progress)
    if meanings is not None:
        archive.quotations.read_vectors(partial(vectorise, meanings=meanings), progress)


def vectorise(texts: Sequence[str], meanings: Meanings) -> F32:
    """Word vectors of length one for some texts."""
    means = meanings.words.sum_words(texts).means()
    norms = np.linalg.norm(means, axis=1, keepdims=True)
    return np.asarray(means / np.maximum(norms, 1e-9), np.float32)


def _prove(
    asked: AskedText,
    near: Sequence[int],
    archive: Archive,
    where: tuple[QuotationTable, Meanings],
) -> dict[int, float]:
    """Those of the nearest quotations of other languages that the network takes for the same."""
    table, meanings = where
    if len(asked.text.split()) < _FEWEST:
        return {}
    texts = _read_texts(near, archive, table)
    chosen = [k for k in near if _numbers_meet(asked.text, texts.get(k, ""))][:_READ]
    if not chosen:
        return {}
    read = meanings.network.embed([asked.text, *(texts[k] for k in chosen)])
    scores = (read[1:] @ read[0]).tolist()
    return {k: s for k, s in zip(chosen, scores, strict=True) if s >= TRANSLATED}


def _read_texts(rows: Iterable[int], archive: Archive, table: QuotationTable) -> Mapping[int, str]:
    by_ordinal: dict[int, list[int]] = {}
    for row in rows:
        by_ordinal.setdefault(int(table.articles[row]), []).append(row)
    return {
        row: table.said(row).text_in(article.text)
        for ordinal, article in archive.quotations.read_articles(by_ordinal)
        for row in by_ordinal[ordinal]
    }


def _numbers_meet(left: str, right: str) -> bool:
    """Whether two texts have a number in common, or one has none: a changed one is still found."""
    one, other = read_numbers(left), read_numbers(right)
    return bool(right) and (not one or not other or bool(one & other) or len(one) == 1)


def load_meanings() -> Meanings | None:
    """The models for translations and paraphrases; None where they are not installed."""
    try:
        return Meanings(load_words(), load_network())
    except ModelError as error:
        _LOG.warning("%s", error)
        return None
