"""Circular reporting: how often the number of independent origins of a claim is right.

    python -m evals.circular --data ../shared/data

Worlds with known origins are planted into real texts (`evals/worlds.py`), in English and, by
documents that exist in several languages, in six others. Passages are found, aligned, read for
voices and credits, and put into origins by the package. The stance is given by the world, so that
what is measured is independence; with `--stance model` the stance model of the package decides
instead, and what it gets wrong counts too. With `--stance program` each world is put into an
archive and its article is examined as `secondsource check` does: every stage counts. Some reports
of a world are on the same subject and take no side.

`exact_share` and `within_one_share` are the shares of claims whose number of independent origins
(supporting and disputing counted apart, the worse of the two taken) is right or off by one; the
`baseline_…` keys are the same for counting outlets, articles and families, and
`within_one_where_outlets_fail` the share of claims right within one among those (`hard_claims`)
where counting outlets is off by more than two. The words of the worlds stand in two halves; errors
were looked at on one (`--half mending`), the figures are those of the other. Seeded; `--seed`
makes other worlds. Prints one JSON object as its last line.
"""

import json
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rapidfuzz import fuzz

from evals.archived import Row, check_archived, find_finding
from evals.count_origins import (
    Case,
    Counts,
    count_independent,
    count_others,
    examine,
    measure,
    measure_by_kind,
)
from evals.texts import read_articles, read_basil
from evals.translation_sets import read_ntrex
from evals.world_articles import Parallel
from evals.world_words import KEPT, read_phrases
from evals.worlds import Ground, World, claim_span, make_world
from secondsource.article import Article
from secondsource.evidence import ClaimPassage, Finding, Options, Stance, StanceScore, load_houses
from secondsource.evidence.examined import StanceJudge
from secondsource.evidence.stance.judge import judge_stances
from secondsource.lineage import find_families
from secondsource.lineage.translation.translate import tie_groups
from secondsource.lineage.translation.translator import Translator
from secondsource.models.multilingual import load_words
from secondsource.report.jsonform.articles import article_json

_WORDS = (150, 1500)
_ABROAD = ("ru", "uk", "de", "fr", "es", "pl")
_SAME_SENTENCE = 80
"""Of 100: from this likeness on a passage holds a planted sentence, as edited copies do."""


class Judge(StrEnum):
    """Who says what a passage does to the claim."""

    GIVEN = "given"
    MODEL = "model"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class GivenStance:
    """The stance that a passage has by the making of its world."""

    world: World

    def __call__(self, pairs: Sequence[ClaimPassage], /) -> list[StanceScore]:
        return [StanceScore(self._stance(pair.passage), 0.95) for pair in pairs]

    def _stance(self, passage: str) -> Stance:
        """That of the planted sentence which is most like a part of the passage."""
        planted = (
            (Stance.SUPPORTS, self.world.supporting),
            (Stance.DISPUTES, self.world.disputing),
            (Stance.DISCUSSES, self.world.silent),
        )
        likeness, stance = max(
            (_likeness(passage, s), side) for side, said in planted for s in said
        )
        return stance if likeness >= _SAME_SENTENCE else Stance.UNRELATED


def _likeness(passage: str, sentence: str) -> float:
    return fuzz.partial_ratio(sentence.casefold(), passage.casefold())


def main(
    data: Path = Path("../shared/data"),
    worlds: int = 100,
    seed: int = 20190218,
    half: Annotated[str, typer.Option(help="Which half of the words: kept or mending.")] = KEPT,
    stance: Annotated[Judge, typer.Option(help="Who judges the stance.")] = Judge.GIVEN,
) -> None:
    """Prints how often the number of independent origins is right."""
    ground = read_ground(data, half)
    rng = random.Random(seed)
    translator = Translator(load_words()) if ground.parallel else None
    counts = [count_origins(make_world(rng, ground), stance, translator) for _ in range(worlds)]
    print(json.dumps({**measure(counts), "by_kind": measure_by_kind(counts)}))


def read_ground(data: Path, half: str) -> Ground:
    """The real texts of the folder, whichever of its sets are there, and the words of one half."""
    low, high = _WORDS
    articles = read_articles(data)
    if (data / "bias" / "basil").is_dir() and not articles:
        articles = list(read_basil(data / "bias" / "basil"))
    bodies = [a for a in articles if a.language == "en" and low <= len(a.text.split()) <= high]
    if not bodies:
        print(f"circular: no English texts in {data}, articles are short", file=sys.stderr)
    return Ground(bodies, read_parallel(data / "translation" / "ntrex"), read_phrases(half))


def read_parallel(folder: Path) -> list[Parallel]:
    """The documents of NTREX in English and in those of the six other languages that are there.

    None where there are fewer documents than languages: one world may need as many.
    """
    documents = read_ntrex(folder)
    languages = ["en", *(language for language in _ABROAD if language in documents)]
    whole: list[Parallel] = [
        {language: documents[language][name] for language in languages}
        for name in documents.get("en", ())
        if all(name in documents[language] for language in languages)
    ]
    if len(languages) == 1 or len(whole) < len(languages):
        print(f"circular: no worlds abroad, too few documents in {folder}", file=sys.stderr)
        return []
    return whole


def count_origins(
    world: World, stance: Judge = Judge.GIVEN, translator: Translator | None = None
) -> Counts:
    """What the package, and counts of what says so, make of one world."""
    finding = examine_world(world, stance, translator)
    sides = _takers(world, world.supporting), _takers(world, world.disputing)
    families = find_families([world.examined, *world.articles], translator)
    return Counts(
        (world.supports, world.disputes),
        (
            count_independent(finding, Stance.SUPPORTS) if finding else 0,
            count_independent(finding, Stance.DISPUTES) if finding else 0,
        ),
        count_others(sides, families),
        world.kinds,
    )


def _takers(world: World, clauses: Sequence[str]) -> list[Article]:
    """The articles of other outlets that print one of these clauses."""
    return [
        a
        for a in world.articles
        if a.outlet != world.examined.outlet
        and any(c.casefold().rstrip(".") in a.text.casefold() for c in clauses)
    ]


def examine_world(
    world: World, stance: Judge = Judge.GIVEN, translator: Translator | None = None
) -> Finding | None:
    """What is found for the one claim of a world, translations by word vectors as in a check."""
    if stance is Judge.PROGRAM:
        rows = [_write_row(article) for article in world.articles]
        report = check_archived(_write_row(world.examined), rows, world.houses).report
        return find_finding(world.claim, report)
    houses = load_houses(world.houses)
    case = Case(claim_span(world), world.examined, world.articles, houses)
    tie = partial(tie_groups, translator=translator) if translator else None
    if stance is Judge.MODEL:
        return examine(case, judge_stances, translate=tie)
    judge: StanceJudge = GivenStance(world)
    # The stance is given here, so the guard against an unsure model has nothing to do.
    options = Options(shared_words=0.0, fewest_shared=0, near=2.0)
    return examine(case, judge, options, translate=tie)


def _write_row(article: Article) -> Row:
    """An article as in JSONL; the real texts that a world is hidden among have no address."""
    url = article.url or f"https://{article.id}.example"
    return {**article_json(article), "url": url}


if __name__ == "__main__":
    typer.run(main)
