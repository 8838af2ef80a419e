"""The same quotation in two languages: candidates by cheap vectors, proof by a network on few."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from secondsource.archive import Archive
from secondsource.errors import ModelError
from secondsource.factcheck.lookup import TRANSLATED, Meanings
from secondsource.lineage.translation.numbers_said import read_numbers
from secondsource.lineage.translation.sentence_sums import F32
from secondsource.models.multilingual import load_network, load_words
from secondsource.reading.quotations.table import QuotationTable

MOST_ASKED = 400  # quotations of a whole archive for which a translation is looked for
_ALIKE_WORDS = 0.25  # cosine of word vectors from which the network reads a pair
_READ = 2  # candidates of one quotation that the network reads
_AT_ONCE = 200
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
        alike = vectorise([each.text for each in part], meanings) @ vectors.astype(np.float32).T
        for each, cosines in zip(part, alike, strict=True):
            fits = (own != "") & (own != each.language[:2])
            found.append(_prove(each, np.where(fits, cosines, -1.0), archive, (table, meanings)))
    return found


def vectorise(texts: Sequence[str], meanings: Meanings) -> F32:
    """Word vectors of length one for some texts."""
    means = meanings.words.sum_words(texts).means()
    norms = np.linalg.norm(means, axis=1, keepdims=True)
    return np.asarray(means / np.maximum(norms, 1e-9), np.float32)


def _prove(
    asked: AskedText,
    cosines: F32,
    archive: Archive,
    where: tuple[QuotationTable, Meanings],
) -> dict[int, float]:
    """Those of the nearest quotations of other languages that the network takes for the same."""
    table, meanings = where
    if len(asked.text.split()) < _FEWEST:
        return {}
    near = [int(k) for k in np.argsort(-cosines)[: 4 * _READ] if cosines[k] >= _ALIKE_WORDS]
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
