"""The data on which matching claims to known fact-checks is measured and trained."""

import hashlib
import itertools
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.files import read_lines, read_rows, read_table
from secondsource.archive import Archive
from secondsource.evidence.fact_check import FactCheck
from secondsource.factcheck.reviews.match import ReviewShelf
from secondsource.lineage.translation.sentence_sums import Embedder

CLEF = "factcheck/clef2020"
NTREX = "translation/ntrex"
_IDS, _SOURCE = "DOCUMENT_IDS.tsv", "newstest2019-src.eng.txt"
_TARGET = "newstest2019-ref.{}.txt"
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
    """The verified claims of CLEF-2020 by their ids, in the order of the file; none without it."""
    path = data / CLEF / "verified_claims.docs.tsv"
    rows = read_rows(path, "\t") if path.is_file() else iter(())
    return {
        id_: FactCheck(claim, "Snopes", "", title=title, language="en", url=f"clef:{id_}")
        for id_, claim, title, *_ in itertools.islice(rows, 1, None)
    }


def read_tweets(data: Path, split: str) -> list[Tweet]:
    """The tweets of a split about which a claim is; none where the data has no such split.

    Args:
        data: the folder that holds `factcheck/`.
        split: its folder there, with a table of tweets `*queries*.tsv` and judgements `*qrels*`.
    """
    folder = data / CLEF / split
    relevant: dict[str, set[str]] = {}
    for line in itertools.chain(*map(read_lines, sorted(folder.glob("*qrels*")))):
        tweet, _, claim, judged = line.split() or ("", "", "", "0")
        if int(judged) > 0:
            relevant.setdefault(tweet, set()).add(claim)
    tables = (read_rows(path, "\t") for path in sorted(folder.glob("*queries*.tsv")))
    found = [row for table in tables for row in itertools.islice(table, 1, None)]
    tweets = [Tweet(id_, text, frozenset(relevant.get(id_, ()))) for id_, text, *_ in found]
    judged_ones = [tweet for tweet in tweets if tweet.relevant]
    if len(judged_ones) < len(tweets):
        unjudged = len(tweets) - len(judged_ones)
        print(f"{split}: {unjudged} tweets left out, as no claim is about them", file=sys.stderr)
    return judged_ones


def find_languages(data: Path) -> list[str]:
    """The codes of the languages into which the data has news translated from English."""
    folder = data / NTREX
    if not (folder / _IDS).is_file() or not (folder / _SOURCE).is_file():
        return []
    return [code for code in LANGUAGES if (folder / _TARGET.format(code)).is_file()]


def read_translated(data: Path, code: str) -> Translated:
    """The sentences of NTREX in English and in the language with that three-letter code."""
    folder = data / NTREX
    names = _SOURCE, _TARGET.format(code), _IDS
    rows = [*zip(*(read_lines(folder / name) for name in names), strict=False)]
    english, other, documents = zip(*rows, strict=True) if rows else ((), (), ())
    return Translated(LANGUAGES[code], english, other, documents)


def read_news(data: Path, half: int, most: int = 200) -> tuple[str, ...]:
    """English sentences of news, about which none of the verified claims is meant to be."""
    languages = find_languages(data)
    return read_translated(data, languages[0]).take_half(half, most).english if languages else ()


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
    path = data / "factcheck/euvsdisinfo/posts.csv"
    return [
        FactCheck(row["title"], "EUvsDisinfo", "Disinformation", row["id"], language="en")
        for row in itertools.islice(read_table(path) if path.is_file() else (), most)
    ]


def list_judged(tweets: Iterable[Tweet], twins: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The ids of the claims that tweets are about, and of those that say the same."""
    judged = {id_ for tweet in tweets for id_ in tweet.relevant}
    return frozenset(judged.union(*(twins.get(id_, ()) for id_ in judged)))


def fold_of(key: str, folds: int) -> int:
    """The fold (from 0) of a claim by the address of its fact-check: claims about one share it."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % folds


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
