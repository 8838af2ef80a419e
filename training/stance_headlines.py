"""Headlines beside the nearest sentences of an article, for the stance model to learn from.

Only stories of the part "reading" (`evals.stance_sets.part_of`): neither those that the
figures are measured on, nor those that teach the classifier which weighs the model's answers.
"""

import random
from pathlib import Path

from evals.stance_sets import HeadlinePair, part_of, read_fnc1
from evals.verification_sets import LabelledPair
from secondsource.evidence.finding import Stance
from secondsource.evidence.stance.nearest import (
    StemmedArticle,
    find_nearest,
    join_nearest,
    stem_article,
)
from secondsource.models.rarity import Rarity, count_rarity

SOURCE = "fnc1"
COUNTS = {
    Stance.SUPPORTS: 1700,
    Stance.DISPUTES: 1300,
    Stance.DISCUSSES: 2500,
    Stance.UNRELATED: 500,
}
"""Pairs of each class. There are about 320 that dispute: each comes about four times, with
other sentences; unrelated ones are those that share most words with their headline."""
_SENTENCES = (2, 3, 1, 4)


def make_headline_pairs(data: Path, seed: int) -> list[LabelledPair]:
    """About 6,000 pairs of FNC-1, in a mixed order; agree supports, disagree disputes.

    Args:
        data: the folder that holds `stance/fnc1/`.
        seed: fixes the sample and its order.

    Returns:
        Headline, passage and stance; both "discuss" and "unrelated" become `DISCUSSES`. The
        passage holds two sentences; where a pair is taken again, three, one or four.
    """
    rng = random.Random(seed)
    each_once = dict.fromkeys(read_fnc1(data / "stance" / "fnc1"))
    pairs = [pair for pair in each_once if part_of(pair.story) == "reading" and _may_be_read(pair)]
    articles = {text: stem_article(text) for text in {pair.article for pair in pairs}}
    rarity = count_rarity(article.stems for article in articles.values())
    chosen: list[LabelledPair] = []
    for stance, count in COUNTS.items():
        found = [pair for pair in pairs if pair.stance is stance]
        rng.shuffle(found)
        if stance is Stance.UNRELATED:
            found.sort(key=lambda pair: -_share_best(pair, articles[pair.article], rarity))
        chosen += [
            _make_pair(found[number % len(found)], articles, rarity, number // len(found))
            for number in range(count if found else 0)
        ]
    rng.shuffle(chosen)
    return chosen


def _may_be_read(pair: HeadlinePair) -> bool:
    """Whether the headline, too, is of no story that is kept for something else."""
    return pair.headline_story is None or part_of(pair.headline_story) == "reading"


def _share_best(pair: HeadlinePair, article: StemmedArticle, rarity: Rarity) -> float:
    nearest = find_nearest(pair.headline, article, 1, rarity)
    return nearest[0].share if nearest else 0.0


def _make_pair(
    pair: HeadlinePair, articles: dict[str, StemmedArticle], rarity: Rarity, again: int
) -> LabelledPair:
    article = articles[pair.article]
    many = _SENTENCES[again % len(_SENTENCES)]
    passage = join_nearest(article, find_nearest(pair.headline, article, many, rarity))
    stance = Stance.DISCUSSES if pair.stance is Stance.UNRELATED else pair.stance
    return LabelledPair(pair.headline, passage, stance, SOURCE, pair.story)
