"""Makes the classifier of whole articles, from FNC-1.

    python -m training.article_stance --data ../shared/data --work WORK

Needs scikit-learn. Nothing of the stories of the part "development" is used
(`evals.stance_sets.part_of`). What the stance model says of the passages is kept in WORK, one
file for each version of that model, so that a second run is quick. After a change of the
stance model the same command makes the classifier anew.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from evals.stance_sets import HeadlinePair, part_of, read_fnc1
from secondsource.evidence.finding import Stance
from secondsource.evidence.stance.article import SIDES, ClaimArticle, meet_articles, read_passages
from secondsource.evidence.stance.article_features import Met, measure_relation, measure_side
from secondsource.evidence.stance.nearest import join_nearest, stem_article
from secondsource.models.article_stance import (
    ArticleStanceModel,
    save_article_stance,
)
from secondsource.models.cross_encoder import STANCE_MODELS
from secondsource.models.rarity import count_rarity, save_rarity
from secondsource.models.trained_on import FILE, item_key, save_keys, seen
from training.article_readings import CachedJudge
from training.article_trees import SEED, Sample, cut_stories, grow_trees

OUT = Path("src/secondsource/models/article_stance")
MOST_OF_A_STORY = {Stance.SUPPORTS: 25, Stance.DISPUTES: 40, Stance.DISCUSSES: 25}
"""Related pairs of one class taken from one story: a few stories have hundreds."""
_UNRELATED_OF = 3
"""One in so many unrelated pairs is taken, and counts for all of them."""

Numbers = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]


def train(data: Path, work: Path, out: Path) -> dict[str, object]:
    """Fit both steps, write the files, and give the figures of cross-validation."""
    each_once = dict.fromkeys(read_fnc1(data / "stance" / "fnc1"))
    pairs = [pair for pair in each_once if part_of(pair.story) != "development"]
    keys = [item_key(pair.headline, pair.article) for pair in pairs]
    rarity = count_rarity(stem_article(text).stems for text in {p.article for p in pairs})
    pairs = _thin_unrelated(pairs)
    met = meet_articles([ClaimArticle(p.headline, p.article) for p in pairs], rarity)
    relations = np.array([measure_relation(one, rarity) for one in met])
    print("read the words of all pairs", flush=True)
    related, found = fit_related(pairs, relations)
    print(json.dumps(found), flush=True)
    sample = take_sample(pairs, met, relations, work)
    arrays = {name: getattr(sample, name) for name in Sample.__slots__}
    np.savez(work / "sample.npz", **arrays)
    grown = grow_trees(sample)
    model = ArticleStanceModel(related, grown.trees, np.array(grown.temperature), grown.leanings)
    out.mkdir(parents=True, exist_ok=True)
    save_article_stance(out / "model.npz", model)
    save_rarity(out / "rarity.npz", rarity)
    save_keys(out / FILE, keys)
    return {"related": found, "sides": grown.figures}


def fit_related(pairs: Sequence[HeadlinePair], rows: Numbers) -> tuple[Numbers, dict[str, float]]:
    """The weights of the first step with, last, its bias, and its F1 in cross-validation."""
    labels = np.array([pair.stance is not Stance.UNRELATED for pair in pairs])
    counts = np.where(labels, 1.0, float(_UNRELATED_OF))
    stories = np.array([pair.story for pair in pairs])
    guessed = np.zeros(len(labels), dtype=bool)
    for fitted, kept in cut_stories(rows, labels, stories):
        weights = _regress(rows[fitted], labels[fitted], counts[fitted])
        guessed[kept] = rows[kept] @ weights[:-1] + weights[-1] > 0
    scores = f1_score(labels, guessed, average=None, sample_weight=counts)
    figures = {"unrelated": float(scores[0]), "related": float(scores[1])}
    return _regress(rows, labels, counts), figures


def take_sample(
    pairs: Sequence[HeadlinePair], met: Sequence[Met], relations: Numbers, work: Path
) -> Sample:
    """Related pairs, at most so many of each story, with what the stance model says of them."""
    places = [place for place, pair in enumerate(pairs) if pair.stance in SIDES]
    random.Random(SEED).shuffle(places)
    there: Counter[tuple[str, Stance]] = Counter()
    chosen: list[int] = []
    for place in places:
        key = (pairs[place].story, pairs[place].stance)
        there[key] += 1
        if there[key] <= MOST_OF_A_STORY[pairs[place].stance]:
            chosen.append(place)
    judge = CachedJudge(work)
    readings = read_passages([met[place] for place in chosen], judge)
    kept = Counter((pairs[place].story, pairs[place].stance) for place in chosen)
    keys = [(pairs[place].story, pairs[place].stance) for place in chosen]
    sides = [
        measure_side(met[place], relations[place], read)
        for place, read in zip(chosen, readings, strict=True)
    ]
    return Sample(
        rows=np.array(sides),
        labels=np.array([SIDES.index(pairs[place].stance) for place in chosen]),
        stories=np.array([pairs[place].story for place in chosen]),
        weights=np.array([there[key] / kept[key] for key in keys]),
        learnt=_find_learnt([pairs[p] for p in chosen], [met[p] for p in chosen]),
    )


def _find_learnt(pairs: Sequence[HeadlinePair], met: Sequence[Met]) -> npt.NDArray[np.bool_]:
    """Whether the stance model may have learnt from each pair's story.

    All stories of the part "reading", when the model's list has any pair of FNC-1 as
    `training.stance_headlines` makes it.
    """
    known = seen(*STANCE_MODELS)
    learnt = any(
        item_key(one.claim, join_nearest(one.article, one.nearest[:2])) in known for one in met
    )
    return np.array([learnt and part_of(pair.story) == "reading" for pair in pairs])


def _thin_unrelated(pairs: Sequence[HeadlinePair]) -> list[HeadlinePair]:
    """All related pairs, and the first of every `_UNRELATED_OF` others, in their order."""
    apart = [pair for pair in pairs if pair.stance is Stance.UNRELATED]
    kept = set(map(id, apart[::_UNRELATED_OF]))
    return [p for p in pairs if p.stance is not Stance.UNRELATED or id(p) in kept]


def _regress(rows: Numbers, labels: Labels, counts: Numbers) -> Numbers:
    """The weights of a logistic regression over the rows as they are, and, last, its bias."""
    means, scales = rows.mean(axis=0), rows.std(axis=0)
    fitted = LogisticRegression(max_iter=1000).fit((rows - means) / scales, labels, counts)
    weights = fitted.coef_[0] / scales
    return np.append(weights, fitted.intercept_[0] - weights @ means)


def main() -> None:
    """Train, write the files, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    figures = train(options.data, options.work, options.out)
    (options.out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
