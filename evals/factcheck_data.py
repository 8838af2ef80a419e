"""The data on which matching claims to known fact-checks is measured and trained."""

import csv
import itertools
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from secondsource.archive import Archive
from secondsource.factcheck.reviews.match import ReviewShelf
from secondsource.factcheck.reviews.review import FactCheck
from secondsource.lineage.translation.sentence_sums import Embedder

CLEF = "factcheck/clef2020"
LANGUAGES = {"rus": "ru", "ukr": "uk", "deu": "de", "fra": "fr", "spa": "es", "pol": "pl"}


@dataclass(frozen=True, slots=True)
class Tweet:
    """A tweet, and the ids of the verified claims that are about it."""

    id: str
    text: str
    relevant: frozenset[str]


@dataclass(frozen=True, slots=True)
class Translated:
    """The sentences of news documents in English and one other language, and their documents."""

    language: str
    english: tuple[str, ...]
    other: tuple[str, ...]
    documents: tuple[str, ...]

    def take_half(self, half: int, most: int) -> "Translated":
        """The first sentences of every other document: 0 for those learned on, 1 for the others."""
        order = sorted(set(self.documents))
        own = {each for place, each in enumerate(order) if place % 2 == half}
        kept = [n for n, each in enumerate(self.documents) if each in own][:most]
        return Translated(
            self.language,
            *(tuple(part[n] for n in kept) for part in (self.english, self.other, self.documents)),
        )


def read_verified(data: Path) -> dict[str, FactCheck]:
    """The verified claims of CLEF-2020 by their ids, in the order of the file."""
    rows = _read_rows(data / CLEF / "verified_claims.docs.tsv")
    return {
        id_: FactCheck(claim, "Snopes", "", title=title, language="en", url=f"clef:{id_}")
        for id_, claim, title in itertools.islice(rows, 1, None)
    }


def read_tweets(data: Path, split: str) -> list[Tweet]:
    """The tweets of a split; none where the data has no such split."""
    folder = data / CLEF / split
    if not folder.is_dir():
        return []
    relevant: dict[str, set[str]] = {}
    for line in (folder / "tweet-vclaim-pairs.qrels").read_text(encoding="utf-8").splitlines():
        tweet, _, claim, judged = line.split()
        if int(judged) > 0:
            relevant.setdefault(tweet, set()).add(claim)
    rows = itertools.islice(_read_rows(folder / "tweets.queries.tsv"), 1, None)
    return [Tweet(id_, text, frozenset(relevant.get(id_, ()))) for id_, text in rows]


def read_translated(data: Path, code: str) -> Translated:
    """The sentences of NTREX in English and in the language with that three-letter code."""
    folder = data / "translation" / "ntrex"
    english = _read_lines(folder / "newstest2019-src.eng.txt")
    other = _read_lines(folder / f"newstest2019-ref.{code}.txt")
    documents = _read_lines(folder / "DOCUMENT_IDS.tsv")
    return Translated(LANGUAGES[code], english, other, documents)


def read_news(data: Path, half: int, most: int = 200) -> tuple[str, ...]:
    """English sentences of news, about which none of the verified claims is meant to be."""
    return read_translated(data, "rus").take_half(half, most).english


def shelve(
    folder: Path,
    fact_checks: Iterable[FactCheck],
    english: Embedder | None,
    network: Embedder | None,
) -> ReviewShelf:
    """Fact-checks put in an archive as a command would, with their vectors, ready to search."""
    archive = Archive.open(folder, create=True)
    archive.factchecks.add(fact_checks)
    for kind, embedder in (("english", english), ("network", network)):
        if embedder:
            archive.factcheck_index.compute(kind, embedder)
    return archive.factcheck_index.open()


def read_disinformation(data: Path, most: int) -> list[FactCheck]:
    """The first claims of EUvsDisinfo, which stand beside others as what is not meant."""
    with (data / "factcheck/euvsdisinfo/posts.csv").open(encoding="utf-8") as file:
        rows = itertools.islice(csv.DictReader(file), most)
        return [
            FactCheck(row["title"], "EUvsDisinfo", "Disinformation", row["id"], language="en")
            for row in rows
        ]


def as_check(text: str, number: int, language: str) -> FactCheck:
    """A sentence as if somebody had checked it; its address names its line."""
    return FactCheck(text, "news", "", f"line:{number}", language=language)


def average_precision(ranked: Sequence[str], relevant: frozenset[str], most: int = 5) -> float:
    """Average precision over the first of a ranking, as CLEF-2020 counts it."""
    hits, total = 0, 0.0
    for place, each in enumerate(ranked[:most], 1):
        if each in relevant:
            hits += 1
            total += hits / place
    return total / len(relevant) if relevant else 0.0


def find_twins(verified: Mapping[str, FactCheck]) -> dict[str, frozenset[str]]:
    """By id the other claims that differ from it in nothing but marks and capitals."""
    groups: dict[tuple[str, str], list[str]] = {}
    for id_, each in verified.items():
        groups.setdefault((_squash(each.claim), _squash(each.title or "")), []).append(id_)
    return {
        id_: frozenset(group) - {id_}
        for group in groups.values()
        if len(group) > 1
        for id_ in group
    }


def _squash(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _read_rows(path: Path) -> Iterator[list[str]]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t")


def _read_lines(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8").splitlines())
