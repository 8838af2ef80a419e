"""A large corpus with known copies, recombined from the real articles of a data folder.

    python -m benchmarks.corpus corpus.jsonl --data ../shared/data --size 20000

How it is made, all of it seeded:

1. The paragraphs of all articles; one that shares eight words in a row with an earlier one is
   left out, so that natural copies are not counted as errors.
2. Articles of 300 to 800 words: paragraphs dealt from a shuffled pile, each used once a round.
   There are not enough for 100,000 articles, so each round has words of its own: every word is
   exchanged for another of like frequency, the same for the same word throughout the round;
   of the 150 commonest (articles, prepositions, "said") only half. So no two of these articles
   share a stretch of twenty words (`--verify 20` counts), while lengths, repetitions and the
   grammar between the words stay those of news.
3. One in a hundred articles for each of the eleven kinds of `evals.planting`, a story with 500
   lightly edited copies, and under half of all articles the footer of their outlet.

One JSON object a line: the fields of an article, and for a planted one `kind` and `sources`.
"""

import json
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from evals.planting import KINDS, Planted, add_footers, edit_words, paragraphs, plant
from evals.texts import read_articles
from secondsource.article import Article

SEED = 20190218
STORY = "story"
STORY_COPIES = 500
_KIND_SHARE = 0.01  # of all articles, for each kind
_OUTLETS = 20
_WORDS = (300, 800)
_DAYS = 730
_SHARED = 8  # words in a row that make a paragraph a repeat of an earlier one
_LONGEST_WORD = 40  # characters
_COMMON = 150  # words that keep the grammar together: a part of them is exchanged in a round
_COMMON_EXCHANGED = 0.5
_LEAST_ALIKE = 400  # words that take each other's place, of the most frequent ones
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_WORD = re.compile(r"\w+")
_CORE = re.compile(r"(\W*)(.*?)(\W*)", re.S)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles in random order, and what was planted among them."""

    articles: list[Article]
    planted: list[Planted]


def build_corpus(articles: Sequence[Article], size: int, rng: random.Random) -> Corpus:
    """A corpus of `size` articles with plants, story and footers, made of real ones."""
    each = round(size * _KIND_SHARE)
    copies = min(STORY_COPIES, size // 10)
    fresh = recombine(articles, rng)
    planted = [p for kind in KINDS for p in _plant_kind(rng, kind, fresh, each)]
    sources = [source for source, _ in planted]
    story = next(fresh)
    plants = [p for _, p in planted] + [_copy_story(rng, story, k) for k in range(copies)]
    taken = [*sources, story, *(p.article for p in plants)]
    everything = [*taken, *islice(fresh, max(0, size - len(taken)))]
    rng.shuffle(everything)
    return Corpus(add_footers(rng, everything, _OUTLETS), plants)


def _plant_kind(
    rng: random.Random, kind: str, fresh: Iterator[Article], count: int
) -> Iterator[tuple[Article, Planted]]:
    """Plants of a kind, each with its source; the host lives on only within the plant."""
    for number in range(count):
        source, host = next(fresh), next(fresh)
        planted = plant(rng, kind, source, host, number)
        dated = replace(planted.article, published=_day_after(rng, source))
        yield source, replace(planted, article=dated)


def _copy_story(rng: random.Random, story: Article, number: int) -> Planted:
    text = edit_words(rng, story.text, rng.uniform(0.0, 0.05))
    day = _day_after(rng, story)
    article = Article(f"{STORY}-{number}", text, published=day, language=story.language)
    return Planted(article, STORY, (story.id,))


def _day_after(rng: random.Random, source: Article) -> str:
    day = np.datetime64(source.published) + rng.randint(1, 5)
    return str(day)


def recombine(articles: Sequence[Article], rng: random.Random) -> Iterator[Article]:
    """Ever more articles of 300 to 800 words that share no stretch of twenty, see above."""
    by_language: dict[str | None, list[str]] = {}
    for article in articles:
        by_language.setdefault(article.language, []).extend(paragraphs(article.text))
    piles = [_Pile(language, _drop_repeats(parts)) for language, parts in by_language.items()]
    number = 0
    while True:
        for pile in piles:
            for text in pile.deal_round(rng):
                published = str(np.datetime64("2018-01-01") + rng.randrange(_DAYS))
                yield Article(f"a{number}", text, published=published, language=pile.language)
                number += 1


def _drop_repeats(parts: Iterable[str]) -> list[str]:
    """The paragraphs of eight words and more, without those that repeat an earlier one.

    Nor those with a long web address, which counts as one word here and as twenty in lineage.
    """
    seen: set[tuple[str, ...]] = set()
    kept = []
    for part in parts:
        words = _WORD.findall(part.casefold())
        grams = {tuple(words[k : k + _SHARED]) for k in range(len(words) - _SHARED + 1)}
        if grams and seen.isdisjoint(grams) and max(map(len, part.split())) <= _LONGEST_WORD:
            kept.append(part)
        seen |= grams
    return kept


class _Pile:
    """The paragraphs of one language as numbers of word forms, to be dealt in rounds."""

    def __init__(self, language: str | None, parts: Sequence[str]) -> None:
        self.language = language
        split = [part.split() for part in parts]
        forms = Counter(form for words in split for form in words)
        self._number = {form: k for k, form in enumerate(forms)}
        self._cores = [_cut_core(form) for form in forms]
        ranked = _rank_words(self._cores, forms)
        self._common, self._classes = ranked[:_COMMON], list(_group_alike(ranked[_COMMON:]))
        self._parts = [[self._number[form] for form in words] for words in split]

    def deal_round(self, rng: random.Random) -> Iterator[str]:
        """Articles made of every paragraph once, in words of this round."""
        forms = self._exchange_words(rng)
        order = list(range(len(self._parts)))
        rng.shuffle(order)
        dealt: list[list[int]] = []
        room = rng.randint(*_WORDS)
        for k in order:
            dealt.append(self._parts[k][:room])
            room -= len(dealt[-1])
            if room <= 0:
                yield "\n\n".join(" ".join([forms[n] for n in part]) for part in dealt)
                dealt, room = [], rng.randint(*_WORDS)

    def _exchange_words(self, rng: random.Random) -> list[str]:
        """For each word form what stands in its place in this round."""
        place: dict[str, str] = {}
        exchanged = rng.sample(self._common, round(_COMMON_EXCHANGED * len(self._common)))
        for alike in (exchanged, *self._classes):
            place.update(zip(alike, rng.sample(alike, len(alike)), strict=True))
        return [f"{before}{place.get(core, core)}{after}" for before, core, after in self._cores]


def _cut_core(form: str) -> tuple[str, str, str]:
    """A word form as punctuation, word and punctuation."""
    match = _CORE.fullmatch(form)
    assert match
    return match[1], match[2], match[3]


def _rank_words(cores: Sequence[tuple[str, str, str]], forms: Counter[str]) -> list[str]:
    """The words of some word forms, the most frequent first."""
    counts: Counter[str] = Counter()
    for (_, core, _), count in zip(cores, forms.values(), strict=True):
        counts[core] += count
    return [core for core, _ in counts.most_common()]


def _group_alike(ranked: Sequence[str]) -> Iterator[list[str]]:
    """Words that may take each other's place: like frequency, both or none capitalised."""
    by_shape: dict[tuple[bool, bool], list[str]] = {}
    for core in ranked:
        by_shape.setdefault((core[:1].isupper(), core[:1].isdigit()), []).append(core)
    for alike in by_shape.values():
        yield from _cut_ever_larger(alike)


def _cut_ever_larger(ranked: list[str]) -> Iterator[list[str]]:
    """Groups by rank, each twice as large as the one before."""
    start, size = 0, _LEAST_ALIKE
    while start < len(ranked):
        yield ranked[start : start + size]
        start, size = start + size, 2 * size


def count_sharing(articles: Sequence[Article], words: int) -> int:
    """How many pairs of articles share so many words in a row.

    Counted without lineage: each word has a number, each stretch a polynomial of these.
    """
    numbers: dict[str, int] = {}
    stretches, owners = [], []
    for owner, article in enumerate(articles):
        found = _WORD.findall(article.text.casefold())
        own = np.array([numbers.setdefault(w, 2 * len(numbers) + 1) for w in found], np.uint64)
        count = max(0, len(own) - words + 1)
        hashes = np.zeros(count, np.uint64)
        for k in range(words):
            hashes = hashes * _FACTOR + own[k : k + count]
        stretches.append(np.unique(hashes))
        owners.append(np.full(len(stretches[-1]), owner))
    everything, owner_of = np.concatenate(stretches), np.concatenate(owners)
    order = np.argsort(everything, kind="stable")
    everything, owner_of = everything[order], owner_of[order]
    same = np.flatnonzero(everything[1:] == everything[:-1])
    return len(set(zip(owner_of[same].tolist(), owner_of[same + 1].tolist(), strict=True)))


def write_corpus(corpus: Corpus, path: Path) -> None:
    """The corpus as JSON lines."""
    plants = {p.article.id: p for p in corpus.planted}
    with path.open("w", encoding="utf-8") as file:
        for article in corpus.articles:
            names = ("id", "text", "outlet", "published", "language")
            record: dict[str, object] = {name: getattr(article, name) for name in names}
            if article.id in plants:
                record |= {"kind": plants[article.id].kind, "sources": plants[article.id].sources}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def read_corpus(path: Path) -> Corpus:
    """What `write_corpus` wrote."""
    articles, planted = [], []
    with path.open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            kind, sources = record.pop("kind", None), record.pop("sources", ())
            articles.append(Article(**record))
            if kind:
                planted.append(Planted(articles[-1], kind, tuple(sources)))
    return Corpus(articles, planted)


def make_corpus(data: Path, size: int, folder: Path) -> Path:
    """The file of a corpus, made in a process of its own, so that its memory is given back."""
    path = folder / f"{size}.jsonl"
    options = ("--data", str(data), "--size", str(size))
    subprocess.run([sys.executable, "-m", "benchmarks.corpus", str(path), *options], check=True)
    return path


def main(
    out: Annotated[Path | None, typer.Argument(help="The file to write.")] = None,
    data: Path = Path("../shared/data"),
    size: int = 20_000,
    verify: Annotated[int, typer.Option(help="Count unplanted pairs with so many words.")] = 0,
) -> None:
    """Writes a corpus of that size, or says what its unplanted articles share."""
    articles, rng = read_articles(data), random.Random(SEED)
    if verify:
        pairs = count_sharing(list(islice(recombine(articles, rng), size)), verify)
        print(f"{pairs} pairs of {size} articles share {verify} words in a row")
    if out:
        write_corpus(build_corpus(articles, size, rng), out)


if __name__ == "__main__":
    typer.run(main)
