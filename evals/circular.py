"""Circular reporting: how often the number of independent origins of a claim is right.

    python -m evals.circular --data ../shared/data

Worlds with known origins are planted into real English texts (`evals/worlds.py`). Passages are
found, aligned, read for voices and credits, and put into origins by the package; only the stance
is given by the world, so that what is measured is independence and not the stance model.

`exact_share` and `within_one_share` are the shares of claims whose number of independent origins
(supporting and disputing counted apart, the worse of the two taken) is right or off by one.
`baseline_outlets_within_one_share` is the same for counting outlets, and
`within_one_where_outlets_fail` the share of claims right within one among those (`hard_claims`)
where counting outlets is off by more than two. The seed is fixed. Prints one JSON object as its
last line.
"""

import json
import math
import random
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer
from rapidfuzz import fuzz

from evals.texts import read_articles
from evals.worlds import World, claim_span, make_world
from secondsource.archive.passages import split_passages
from secondsource.article import Article, Span
from secondsource.evidence import (
    ClaimPassage,
    Examined,
    Finding,
    Options,
    Stance,
    StanceScore,
    Tools,
    find_evidence,
    load_houses,
)
from secondsource.evidence.query.terms import content_words, fold
from secondsource.lineage import find_families
from secondsource.reading import find_attributions
from secondsource.reading.statement import Kind, Statement

_WORDS = (150, 1500)
_SAME_SENTENCE = 80
"""Of 100: from this likeness on a passage holds a planted sentence, as edited copies do."""
_FAR_OFF = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that the word search found."""

    article: str
    span: Span
    text: str
    score: float


class WordSearch:
    """The passages of a few articles, found by rare words."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = {a.id: a for a in articles}
        self._passages = [
            (a.id, s, content_words(s.of(a.text), "en"))
            for a in articles
            for s in split_passages(a.text)
        ]
        self._counts = Counter(w for _, _, words in self._passages for w in words)

    def search_terms(
        self, terms: Mapping[str, float], limit: int, *, exclude: Collection[str] = ()
    ) -> list[Found]:
        """The passages with most of the weighted words, rare words counting more."""
        weights = {
            w: weight * math.log(1 + len(self._passages) / self._counts[w])
            for term, weight in terms.items()
            if self._counts[w := fold(term)]
        }
        scored = (
            (sum(weights[w] for w in weights.keys() & words), article, span)
            for article, span, words in self._passages
            if article not in exclude
        )
        best = sorted((s for s in scored if s[0] > 0), key=lambda s: (-s[0], s[1], s[2]))
        return [Found(a, s, s.of(self._articles[a].text), score) for score, a, s in best[:limit]]

    def articles(self, ids: Iterable[str] | None = None, /) -> list[Article]:
        """The articles with these ids."""
        return [self._articles[i] for i in (self._articles if ids is None else ids)]


@dataclass(frozen=True, slots=True)
class GivenStance:
    """The stance that a passage has by the making of its world."""

    world: World

    def __call__(self, pairs: Sequence[ClaimPassage], /) -> list[StanceScore]:
        return [StanceScore(self._stance(pair.passage), 0.95) for pair in pairs]

    def _stance(self, passage: str) -> Stance:
        """That of the planted sentence which is most like a part of the passage."""
        sides = ((Stance.SUPPORTS, self.world.supporting), (Stance.DISPUTES, self.world.disputing))
        likeness, stance = max((_likeness(passage, s), side) for side, said in sides for s in said)
        return stance if likeness >= _SAME_SENTENCE else Stance.UNRELATED


def _likeness(passage: str, sentence: str) -> float:
    return fuzz.partial_ratio(sentence.casefold(), passage.casefold())


@dataclass(frozen=True, slots=True)
class Counts:
    """Supporting and disputing origins, by the world, the package and the count of outlets."""

    true: tuple[int, int]
    found: tuple[int, int]
    outlets: tuple[int, int]


def main(data: Path = Path("../shared/data"), worlds: int = 100, seed: int = 20190218) -> None:
    """Prints how often the number of independent origins is right."""
    low, high = _WORDS
    bodies = [
        a for a in read_articles(data) if a.language == "en" and low <= len(a.text.split()) <= high
    ]
    rng = random.Random(seed)
    counts = [count_origins(make_world(rng, bodies)) for _ in range(worlds)]
    print(json.dumps(measure(counts)))


def count_origins(world: World) -> Counts:
    """What the package, and a count of all outlets that say so, make of one world."""
    finding = examine(world)
    return Counts(
        (world.supports, world.disputes),
        (_independent(finding, Stance.SUPPORTS), _independent(finding, Stance.DISPUTES)),
        (_outlets(world, world.supporting), _outlets(world, world.disputing)),
    )


def _outlets(world: World, sentences: Sequence[str]) -> int:
    """How many outlets print one of these sentences, as a count of search results would."""
    holders = {
        a.outlet
        for a in world.articles
        if any(s.casefold() in a.text.casefold() for s in sentences)
    }
    return len(holders - {None, world.examined.outlet})


def examine(world: World) -> Finding:
    """What is found for the one claim of a world."""
    statement = Statement("s1", claim_span(world), world.claim, Kind.CLAIM, 0.9, True, ())
    tools = Tools(
        search=WordSearch(world.articles),
        judge=GivenStance(world),
        find_attributions=find_attributions,
        find_families=find_families,
        houses=load_houses(world.houses),
        latest="2031-12-31",
    )
    # The stance is given here, so the guard against an unsure model has nothing to do.
    known = Options(shared_words=0.0, fewest_shared=0)
    return find_evidence(Examined(world.examined, (statement,)), tools, known)[0]


def _independent(finding: Finding, stance: Stance) -> int:
    return sum(1 for o in finding.origins if o.stance is stance and not o.echo)


def measure(counts: Sequence[Counts]) -> dict[str, float | int]:
    """The figures over all worlds."""
    found = [_error(c.true, c.found) for c in counts]
    outlets = [_error(c.true, c.outlets) for c in counts]
    hard = [f for f, o in zip(found, outlets, strict=True) if o > _FAR_OFF]
    return {
        "within_one_share": _share(e <= 1 for e in found),
        "exact_share": _share(e == 0 for e in found),
        "baseline_outlets_within_one_share": _share(e <= 1 for e in outlets),
        "within_one_where_outlets_fail": _share(e <= 1 for e in hard),
        "hard_claims": len(hard),
        "claims": len(counts),
    }


def _error(true: tuple[int, int], counted: tuple[int, int]) -> int:
    return max(abs(t - c) for t, c in zip(true, counted, strict=True))


def _share(right: Iterable[bool]) -> float:
    marks = list(right)
    return round(sum(marks) / len(marks), 4) if marks else 0.0


if __name__ == "__main__":
    typer.run(main)
