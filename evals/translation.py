"""Translation: documents and their translations hidden among others, and found again.

    python -m evals.translation --data ../shared/data

Two sources. ntrex: news documents in English and a dozen other languages, sentence by sentence.
wmt21: Russian news documents with translations into English by machines. For each language (and
for pairs of two languages, both translated from English: a translation of a translation) one
collection is built: originals, translations, and as distractors the documents whose
counterpart is left out (a third of them on either side), the other documents of the same
outlets, and English and Russian articles of the other sets. Every third translation has a
third of its sentences cut, every third has its sentences merged into paragraphs and some
neighbours run together, the rest are whole.

`recall` is the share of pairs tied by a translation edge, `precision` the share of right edges,
over all collections; both also by language and by what was done. A figure is null where there
are no pairs. The seed is fixed. Prints one JSON object as its last line.
"""

import json
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from typing import Annotated

import typer

from evals.texts import read_fnc1, read_golunov
from evals.translation_sets import Documents, read_ntrex, read_wmt21
from secondsource.article import Article
from secondsource.lineage.translation.translate import tie_translations
from secondsource.lineage.translation.translator import Translator
from secondsource.models.multilingual import load_network, load_words

Pair = frozenset[str]
PAIRS = (
    ("ru", "uk"), ("de", "fr"), ("es", "zh"), ("ar", "tr"), ("kk", "ru"), ("pl", "be"),
)  # fmt: skip
_DISTRACTORS = 400
_ALTERED = ("whole", "third_cut", "merged")


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles of two languages, the pairs that translate one another, and what was done."""

    name: str
    articles: tuple[Article, ...]
    pairs: dict[Pair, str]


@dataclass(frozen=True, slots=True)
class Counts:
    """Pairs tied rightly, pairs tied, pairs to be tied."""

    right: int = 0
    tied: int = 0
    true: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.tied + other.tied, self.true + other.true)

    def figures(self) -> dict[str, float | None]:
        """Recall, precision and F1; None where there is no pair."""
        if not self.true:
            return dict.fromkeys(("recall", "precision", "f1"))
        return {
            "recall": round(self.right / self.true, 4),
            "precision": round(self.right / max(1, self.tied), 4),
            "f1": round(2 * self.right / (self.tied + self.true), 4),
        }


def main(
    data: Path = Path("../shared/data"),
    seed: int = 20190218,
    network: Annotated[bool, typer.Option(help="Let the network decide doubtful pairs.")] = True,
    every: Annotated[int, typer.Option(help="Take one in so many collections.")] = 1,
) -> None:
    """Prints recall, precision and F1, overall and by language."""
    print(json.dumps(evaluate(data, seed, network=network, every=every)))


def evaluate(data: Path, seed: int, *, network: bool, every: int = 1) -> dict[str, object]:
    """All figures over the data sets that the folder has."""
    translator = Translator(load_words(), load_network() if network else None)
    by_language: dict[str, Counts] = {}
    by_kind: dict[str, list[bool]] = {}
    for collection in islice(build_collections(data, random.Random(seed)), 0, None, every):
        edges = tie_translations(collection.articles, translator)
        tied = {frozenset((edge.child, edge.parent)) for edge in edges}
        true = set(collection.pairs)
        by_language[collection.name] = Counts(len(tied & true), len(tied), len(true))
        for pair, kind in collection.pairs.items():
            by_kind.setdefault(kind, []).append(pair in tied)
    total = sum(by_language.values(), Counts())
    if not total.true:
        print(f"translation: no documents in two languages in {data}", file=sys.stderr)
    return {
        **total.figures(),
        "by_language": {name: counts.figures() for name, counts in by_language.items()},
        "recall_by_kind": {k: round(sum(v) / len(v), 4) for k, v in sorted(by_kind.items())},
        "pairs": total.true,
    }


def build_collections(data: Path, rng: random.Random) -> Iterator[Collection]:
    """A collection for each language against English, for pairs of others, and for machines.

    Where English is not among the languages and none of the usual pairs, each goes with the next.
    """
    others = _read_distractors(data, rng)
    documents = read_ntrex(data / "translation" / "ntrex")
    languages = [language for language in sorted(documents) if language != "en"]
    wanted = [("en", language) for language in languages] if "en" in documents else []
    wanted += [pair for pair in PAIRS if set(pair) <= set(documents)]
    for first, second in wanted or pairwise(languages):
        name = f"{first}-{second}"
        yield _build(name, (first, documents[first]), (second, documents[second]), others, rng)
    for made in read_wmt21(data / "translation" / "wmt21"):
        first, second = made.languages
        name = f"{first}-{second} {made.system}"
        yield _build(name, (first, made.source), (second, made.target), others, rng)


def _read_distractors(data: Path, rng: random.Random) -> list[Article]:
    found: list[Article] = []
    for folder, reader in (("stance/fnc1", read_fnc1), ("corpora/golunov", read_golunov)):
        if (data / folder).is_dir():
            articles = list(reader(data / folder))
            found += rng.sample(articles, min(_DISTRACTORS, len(articles)))
    return found


def _build(
    name: str,
    first: tuple[str, Documents],
    second: tuple[str, Documents],
    others: Sequence[Article],
    rng: random.Random,
) -> Collection:
    """Originals and altered translations; every sixth document lacks one side, or the other."""
    articles = [a for a in others if a.language in (first[0], second[0])]
    pairs: dict[Pair, str] = {}
    for number, document in enumerate(sorted(first[1].keys() & second[1].keys())):
        kind = _ALTERED[number % len(_ALTERED)]
        original = _article(f"{document}:original", first[0], first[1][document])
        taken = _article(f"{document}:{name}:{kind}", second[0], second[1][document])
        altered = Article(taken.id, _alter(taken.text, kind, rng), language=second[0])
        left_out = number % 6
        articles += [original] * (left_out != 4) + [altered] * (left_out != 5)
        if left_out < 4:
            pairs[frozenset((original.id, altered.id))] = kind
    return Collection(name, tuple(articles), pairs)


def _article(name: str, language: str, sentences: Iterable[str]) -> Article:
    return Article(f"{name}:{language}", "\n".join(sentences), language=language)


def _alter(text: str, kind: str, rng: random.Random) -> str:
    sentences = text.split("\n")
    if kind == "third_cut":
        cut = len(sentences) // 3
        start = rng.randint(0, len(sentences) - cut)
        return "\n".join(sentences[:start] + sentences[start + cut :])
    if kind == "merged":
        return _merge(sentences, rng)
    return text


def _merge(sentences: Sequence[str], rng: random.Random) -> str:
    """Paragraphs of two to four sentences; one boundary in four becomes a semicolon."""
    text, left = sentences[0], rng.randint(1, 3)
    for sentence in sentences[1:]:
        if left == 0:
            text, left = f"{text}\n\n{sentence}", rng.randint(1, 3)
            continue
        joined = text[-1:] in ".!?" and rng.random() < 0.25
        text = f"{text[:-1]}; {sentence}" if joined else f"{text} {sentence}"
        left -= 1
    return text


if __name__ == "__main__":
    typer.run(main)
