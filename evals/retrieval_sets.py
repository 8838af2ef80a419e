"""Claims with the passages that bear on them, for measuring what a search finds.

Across languages: the sentences of a document and the same sentences of its translation (ntrex,
and the Russian documents of wmt21 with an English reference). In one language: claims of the
verification sets with their evidence.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from evals.translation_sets import read_ntrex
from secondsource.article import Article, Span
from secondsource.reading.statement import AUTHOR, Kind, Statement

LANGUAGES = ("de", "es", "fr", "pl", "ru", "uk")
_SHORTEST = 40  # characters of a sentence that is taken for a claim
_PARAGRAPH = 3  # sentences


@dataclass(frozen=True, slots=True)
class Document:
    """An article made of known sentences; `name` is the same for its translations."""

    name: str
    article: Article
    spans: tuple[Span, ...]

    @property
    def held_out(self) -> bool:
        """Whether it is in the half that is reported, and not in the one that was tuned on."""
        return hashlib.sha256(self.name.encode()).digest()[0] % 2 == 1


@dataclass(frozen=True, slots=True)
class Sought:
    """A claim with its article, and where another article says the same."""

    article: Article
    claim: Statement
    target: str
    span: Span


def read_documents(data: Path) -> dict[str, list[Document]]:
    """The documents of ntrex and wmt21 by language; of wmt21 only English and Russian."""
    found: dict[str, list[Document]] = {}
    parallel = {k: v for k, v in read_ntrex(data / "ntrex").items() if k in (*LANGUAGES, "en")}
    for language, documents in sorted(parallel.items()):
        found[language] = [_join(n, language, s) for n, s in documents.items()]
    for name, russian, english in _read_wmt21(data / "wmt21"):
        found.setdefault("ru", []).append(_join(name, "ru", russian))
        found.setdefault("en", []).append(_join(name, "en", english))
    return found


def _read_wmt21(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    for path in sorted(folder.glob("*.xml")):
        for document in etree.parse(str(path)).getroot():
            parts = [_segments(document.find(part)) for part in ("src", "ref")]
            if len(parts[0]) == len(parts[1]) > 0:
                yield str(document.get("id")), parts[0], parts[1]


def _segments(part: etree._Element | None) -> list[str]:
    return [] if part is None else [(seg.text or "").strip() for seg in part.iter("seg")]


def _join(name: str, language: str, sentences: Sequence[str]) -> Document:
    text, spans = "", []
    for number, sentence in enumerate(sentences):
        if number:
            text += "\n\n" if number % _PARAGRAPH == 1 else " "
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence
    return Document(name, Article(f"{language}-{name}", text, language=language), tuple(spans))


def pair_documents(own: Sequence[Document], others: Sequence[Document]) -> list[Sought]:
    """The sentences of some documents as claims, each with its place in the translation."""
    by_name = {document.name: document for document in others}
    return [
        Sought(document.article, _make_claim(document.article, span), other.article.id, place)
        for document in own
        if (other := by_name.get(document.name)) and len(other.spans) == len(document.spans)
        for span, place in zip(document.spans, other.spans, strict=True)
        if len(span) >= _SHORTEST and len(place)
    ]


def _make_claim(article: Article, span: Span) -> Statement:
    return Statement("s", span, span.of(article.text), Kind.CLAIM, 1.0, True, (), AUTHOR)
