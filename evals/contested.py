"""Contested naming: planted namings found again among real articles, and real ones judged.

    python -m evals.contested --data DIR

Real articles (FNC-1, PolNeAR) are dealt to eight made-up outlets in two camps, those of one
collection more often to one camp, so that the camps also write about different things. In the
text of each camp a common word is replaced by the camp's own word: by invented words, which no
list knows, and by real ones, which other articles use as well. One article in ten uses the other
camp's word. Controls are words replaced by one of two others at random: ordinary synonyms, which
both camps use. A pair found is right when it is a planted one. `recall_10` is the share of planted
pairs among the first ten, `precision_6` the share of planted ones among the first six (as many as
are planted), `controls_10` the share of the controls among the first ten. The baseline ranks pairs
of words by how opposed outlets are in their log-odds (Monroe et al. 2008), without looking at
where the words stand. Seeds 1 to 3 were looked at while the method was made and are `tuned_on`.

`translations`: eight of the English translations of the same Russian documents, human and by
machine, as outlets (WMT 2021), each with half of the documents, with namings planted in the same
way: `found` with the sentences that translate one another, `without` them.

`real`: all real articles as they are (PolNeAR with its outlets, FNC-1 and Golunov without); the
first thirty pairs as a person judged them (`contested_judged.tsv`): contested, a mere synonym, or
wrong. `told` has those that the program tells, from its least score on.

Prints one JSON object as its last line; nothing is trained or tuned here.
"""

import csv
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import numpy as np
import typer
from lxml import etree

from evals.texts import read_articles
from secondsource.article import Article, Passage, Span
from secondsource.reading.wording.naming import Options, find_contested
from secondsource.reading.wording.naming.contested import LEAST
from secondsource.reading.wording.naming.renderings import Rendering

SIZES = (250, 500, 1000, 2000)
JUDGED = Path(__file__).with_name("contested_judged.tsv")
TUNED_ON = (1, 2, 3)
MEASURED_ON = (4, 5, 6, 7, 8)
OUTLETS = 4
SKEW = 0.65
FAITHFUL = 0.9
_BASELINE_WORDS = 60
_REAL = (
    ("attack", "massacre", "incident"),
    ("government", "regime", "cabinet"),
    ("group", "gang", "movement"),
    ("law", "crackdown", "statute"),
    ("leader", "strongman", "statesman"),
    ("plan", "scheme", "initiative"),
    ("soldiers", "occupiers", "servicemen"),
    ("fighters", "rebels", "insurgents"),
)
_OTHERS = (
    "police court report company hospital officials money program border voters debate speech "
    "family video photo school city letter statement decision country business"
)
_SYLLABLES = "bra cel dor fen gal hul jor kem lin mar nov pel ris sol tav ul ver wol zan"
TRANSLATORS = (
    "ref-A", "Facebook-AI", "ref-B", "Online-Y", "Online-W", "Online-G", "Online-B", "Online-A"
)  # fmt: skip
"""Who is taken for an outlet; every second one is of the same camp."""
Key = frozenset[str]
Versions = Mapping[str, Sequence[str]]
"""The sentences of one document by translator."""


@dataclass(frozen=True, slots=True)
class Plant:
    """One word with what it is replaced by: the camps' words, or two that both camps use."""

    word: str
    left: str
    right: str
    control: bool

    @property
    def pair(self) -> Key:
        """The two words, in no order."""
        return frozenset((self.left, self.right))


def main(data: Path = Path("../shared/data"), sizes: str = "") -> None:
    """Prints the figures; `--sizes 250,500` measures fewer numbers of articles."""
    chosen = tuple(int(size) for size in sizes.split(",")) if sizes else SIZES
    print(json.dumps(measure(data, chosen)))


def measure(data: Path, sizes: Sequence[int] = SIZES) -> dict[str, object]:
    """Figures by number of articles, for the seeds that count and those that were looked at."""
    articles = read_articles(data)
    texts = [article for article in articles if article.language == "en"]
    figures: dict[str, object] = {"real": measure_real(articles)}
    for size in sizes:
        if size > len(texts):
            print(f"fewer than {size} articles: left out", file=sys.stderr)
            continue
        figures[str(size)] = {
            **_measure_seeds(texts, size, MEASURED_ON),
            "tuned_on": _measure_seeds(texts, size, TUNED_ON),
        }
        print(size, json.dumps(figures[str(size)]), file=sys.stderr)
    documents = read_versions(data / "translation" / "wmt21")
    if documents:
        figures["translations"] = {
            **measure_translations(documents, MEASURED_ON),
            "tuned_on": measure_translations(documents, TUNED_ON),
        }
    return figures


def measure_real(articles: Sequence[Article]) -> dict[str, object]:
    """How a person judged the pairs found in real articles; pairs new since are unjudged."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    judged = {frozenset((row["left"], row["right"])): row["verdict"] for row in rows}
    found = find_contested(articles, Options(limit=30, least=0.0))
    verdicts = [(p, judged.get(frozenset((p.left, p.right)), "unjudged")) for p in found]
    told = Counter(verdict for pair, verdict in verdicts if pair.score >= LEAST)
    return {
        "first_30": dict(Counter(verdict for _, verdict in verdicts)),
        "told": dict(told),
        "contested_share": round(told["contested"] / max(1, told.total() - told["unjudged"]), 4),
    }


def measure_translations(
    documents: Sequence[Versions], seeds: Sequence[int]
) -> dict[str, dict[str, float]]:
    """Planted namings found among translations, with their aligned sentences and without."""
    rows: dict[str, list[dict[str, float]]] = defaultdict(list)
    for seed in seeds:
        articles, renderings, plants = plant_translations(documents, seed)
        options = Options(limit=30)
        ways = {
            "found": find_contested(articles, options, renderings),
            "without": find_contested(articles, options),
        }
        for way, found in ways.items():
            rows[way].append(_count([frozenset((p.left, p.right)) for p in found], plants))
        rows["baseline"].append(_count(rank_by_outlets(articles), plants))
    return {name: _average(own) for name, own in rows.items()}


def read_versions(folder: Path) -> list[Versions]:
    """The documents with the sentences of each English translation, by who made it."""
    files = sorted(folder.glob("*.xml")) if folder.is_dir() else []
    found: list[Versions] = []
    for document in (d for path in files for d in etree.parse(str(path)).getroot().iter("doc")):
        versions = {
            element.get("system") or f"ref-{element.get('translator')}": [
                (segment.text or "").strip() for segment in element.iter("seg")
            ]
            for element in document
            if element.tag in ("ref", "hyp")
        }
        found.append({name: versions[name] for name in TRANSLATORS if name in versions})
    return found


def plant_translations(
    documents: Sequence[Versions], seed: int
) -> tuple[list[Article], list[Rendering], list[Plant]]:
    """Articles of eight translators in two camps, their aligned sentences, and what is planted."""
    chance = random.Random(seed)
    plants = [*_make_plants(chance)]
    articles: list[Article] = []
    renderings: list[Rendering] = []
    for number, versions in enumerate(documents):
        chosen = [name for name in versions if chance.random() < 0.5]
        passages = []
        for name in chosen:
            own = _replace_words(
                "\n".join(versions[name]), TRANSLATORS.index(name) % 2 == 0, plants, chance
            )
            article = Article(f"{number}-{name}", own, language="en")
            places = _find_lines(own)
            articles.append(replace(article, outlet=name))
            passages.append([Passage(article.id, place) for place in places])
        for one, two in combinations(passages, 2):
            renderings += zip(one, two, strict=False)
    return articles, renderings, plants


def _find_lines(text: str) -> list[Span]:
    places, start = [], 0
    for line in text.split("\n"):
        places.append(Span(start, start + len(line)))
        start += len(line) + 1
    return places


def _measure_seeds(
    texts: Sequence[Article], size: int, seeds: Sequence[int]
) -> dict[str, dict[str, float]]:
    rows: dict[str, list[dict[str, float]]] = defaultdict(list)
    for seed in seeds:
        articles, plants = plant(texts, size, seed)
        found = [frozenset((p.left, p.right)) for p in find_contested(articles, Options(limit=30))]
        rows["found"].append(_count(found, plants))
        rows["baseline"].append(_count(rank_by_outlets(articles), plants))
    return {name: _average(own) for name, own in rows.items()}


def _average(rows: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {key: round(sum(row[key] for row in rows) / len(rows), 4) for key in rows[0]}


def plant(texts: Sequence[Article], size: int, seed: int) -> tuple[list[Article], list[Plant]]:
    """Some of the articles, dealt to outlets, with planted namings and controls in their text."""
    chance = random.Random(seed)
    plants = [*_make_plants(chance)]
    articles = [
        _rewrite(text, plants, chance) for text in chance.sample(sorted(texts, key=_id), size)
    ]
    return articles, plants


def _id(article: Article) -> str:
    return article.id


def _make_plants(chance: random.Random) -> Iterable[Plant]:
    real = chance.sample(_REAL, 3)
    words = chance.sample(_OTHERS.split(), 9)
    yield from (Plant(word, left, right, control=False) for word, left, right in real)
    for number, word in enumerate(words):
        yield Plant(word, _invent(chance), _invent(chance), control=number >= 3)


def _invent(chance: random.Random) -> str:
    return "".join(chance.sample(_SYLLABLES.split(), 3))


def _rewrite(article: Article, plants: Sequence[Plant], chance: random.Random) -> Article:
    first_camp = chance.random() < (SKEW if article.id.startswith("polnear") else 1 - SKEW)
    outlet = f"{'North' if first_camp else 'South'} {chance.randrange(OUTLETS)}"
    text = _replace_words(article.text, first_camp, plants, chance)
    return replace(article, text=text, title=None, outlet=outlet)


def _replace_words(
    text: str, first_camp: bool, plants: Sequence[Plant], chance: random.Random
) -> str:
    for planted in plants:
        faithful = chance.random() < FAITHFUL
        own = planted.left if first_camp == faithful else planted.right

        def put(match: re.Match[str], own: str = own, planted: Plant = planted) -> str:
            word = chance.choice((planted.left, planted.right)) if planted.control else own
            return word.capitalize() if match[0][0].isupper() else word

        text = re.sub(rf"\b{planted.word}\b", put, text, flags=re.IGNORECASE)
    return text


def _count(found: Sequence[Key], plants: Sequence[Plant]) -> dict[str, float]:
    planted = {p.pair for p in plants if not p.control}
    controls = {p.pair for p in plants if p.control}
    return {
        "recall_10": len(planted & set(found[:10])) / len(planted),
        "recall_30": len(planted & set(found[:30])) / len(planted),
        "precision_6": len(planted & set(found[:6])) / 6,
        "controls_10": len(controls & set(found[:10])) / len(controls),
    }


def rank_by_outlets(articles: Sequence[Article]) -> list[Key]:
    """The baseline: pairs of words on which outlets are most opposed, wherever these stand."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        counts[article.outlet or ""].update(set(re.findall(r"[a-z]{4,}", article.text)))
    total = Counter[str]()
    for own in counts.values():
        total.update(own)
    words = [word for word, count in total.items() if count >= 4]
    table = np.array([[own[word] for word in words] for own in counts.values()], float)
    scores = _log_odds(table)
    best = np.argsort(-np.abs(scores).max(axis=0))[:_BASELINE_WORDS]
    opposed = [
        (float(-(scores[:, a] * scores[:, b]).sum()), frozenset((words[a], words[b])))
        for a, b in combinations(best, 2)
    ]
    return [pair for _, pair in sorted(opposed, key=lambda item: -item[0])]


def _log_odds(table: "np.typing.NDArray[np.float64]") -> "np.typing.NDArray[np.float64]":
    """For each outlet and word how far it leans to the word, against all others, in deviations."""
    prior = table.sum(axis=0) / table.sum() * 1000
    own, rest = table + prior, table.sum(axis=0) - table + prior
    own_odds = own / (own.sum(axis=1, keepdims=True) - own)
    rest_odds = rest / (rest.sum(axis=1, keepdims=True) - rest)
    leaning: np.typing.NDArray[np.float64] = (np.log(own_odds) - np.log(rest_odds)) / np.sqrt(
        1 / own + 1 / rest
    )
    return leaning


if __name__ == "__main__":
    typer.run(main)
