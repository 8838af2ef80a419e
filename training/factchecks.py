"""Makes the weights by which claims are matched to known fact-checks.

    python -m training.factchecks --data ../shared/data --work FOLDER

Needs the `train` extra, and in FOLDER the networks of `training.post_vectors`. Learns on the
training tweets of CLEF-2020 task 2, each with vectors by the network that did without it, and on
half of the NTREX documents; the development tweets and the other half are for `evals.factcheck`.
Vectors are kept in FOLDER. No randomness: the same data and networks give the same weights.
"""

import argparse
import json
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from evals.factcheck_data import (
    as_check,
    find_twins,
    fold_of,
    list_judged,
    read_disinformation,
    read_news,
    read_translated,
    read_tweets,
    read_verified,
    shelve,
)
from evals.vector_cache import CachedVectors, name_cache
from secondsource.factcheck.reviews.circumstances import CIRCUMSTANCES
from secondsource.factcheck.reviews.features import WORD_FEATURES
from secondsource.factcheck.reviews.match import (
    ReviewModels,
    ReviewShelf,
    find_candidates,
)
from secondsource.factcheck.reviews.ranking import FEATURES
from secondsource.lineage.translation.sentence_sums import Embedder
from secondsource.models.multilingual import load_network
from training.post_vectors import PARTS, PostVectors, find_weights

OUT = Path("src/secondsource/models/factchecks/weights.json")
FOLDS = PARTS
PRECISION = 0.95
FALSE_MATCHES = 0.005
_SURE_OF = 5  # the first candidates of each claim, which the score is learned on
# These order candidates better but made the score no surer: by folds, at .74, 580 right and 24
# wrong matches were shown without them, 573 and 27 with them.
_ORDER_ALONE = [WORD_FEATURES.index(name) for name in CIRCUMSTANCES]
_PENALTY = 1e-2
_PENALTY_SURE = 1e-3

Numbers = npt.NDArray[np.float64]
Rows = npt.NDArray[np.float32]
Marks = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Example:
    """The candidates of one claim: their features, and which are about the same claim.

    `judged` are those that the data names; `right` are these and their twins, which differ from
    them in marks alone.
    """

    features: Rows
    right: Marks
    judged: Marks
    fold: int


@dataclass(frozen=True, slots=True)
class Worlds:
    """The same claims with their fact-checks in the collection, without, and others' claims."""

    found: list[Example]
    gone: list[Example]
    news: list[Example]


def gather(
    claims: Sequence[tuple[str, frozenset[str]]],
    language: str | None,
    shelf: ReviewShelf,
    models: ReviewModels,
    twins: Mapping[str, frozenset[str]],
) -> list[Example]:
    """The examples of some claims, each with the addresses of the fact-checks that are right.

    Of the candidates those of the last model count: across languages where it is asked for.
    """
    examples = []
    found = find_candidates([text for text, _ in claims], language, shelf, models)
    for (_, right), (_, candidates) in zip(claims, found, strict=True):
        own = candidates[-1]
        numbers = shelf.numbers[own.places].tolist()
        checks = shelf.read(numbers)
        alike = right.union(*(twins.get(url, frozenset()) for url in right))
        marks, judged = (
            np.array([checks[n].url in urls for n in numbers], np.bool_) for urls in (alike, right)
        )
        examples.append(Example(own.features, marks, judged, fold_of(min(right), FOLDS)))
    return examples


def fit_rank(examples: Sequence[Example]) -> Numbers:
    """Weights by which the right candidate comes first: a softmax over those of each claim."""
    kept = [each for each in examples if each.right.any()]
    rows = np.concatenate([each.features for each in kept]).astype(np.float64)
    spread = rows.std(axis=0) + 1e-9
    rows = rows / spread
    sizes = np.array([len(each.right) for each in kept])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(kept)), sizes)
    right = np.concatenate([each.right for each in kept]).astype(np.float64)
    right /= np.add.reduceat(right, starts)[group]

    def lose(weights: Numbers) -> tuple[float, Numbers]:
        scores = rows @ weights
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        chances = raised / np.add.reduceat(raised, starts)[group]
        loss = -(right * np.log(chances + 1e-12)).sum() / len(kept)
        slope = rows.T @ (chances - right) / len(kept)
        return loss + _PENALTY * weights @ weights, slope + 2 * _PENALTY * weights

    found = minimize(lose, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B")
    weights: Numbers = found.x / spread
    return weights


def fit_sure(examples: Sequence[Example], rank: Numbers) -> tuple[Numbers, float]:
    """Weights and shift of the score: a logistic regression on the first candidates."""
    rows, right = _first(examples, rank)
    spread, middle = rows.std(axis=0) + 1e-9, rows.mean(axis=0)
    scaled = (rows - middle) / spread

    def lose(weights: Numbers) -> tuple[float, Numbers]:
        scores = scaled @ weights[:-1] + weights[-1]
        loss = np.logaddexp(0, scores) - right * scores
        slope = 1 / (1 + np.exp(-scores)) - right
        held = np.append(weights[:-1], 0)
        gradient = np.append(scaled.T @ slope, slope.sum()) / len(right) + 2 * _PENALTY_SURE * held
        return float(loss.mean() + _PENALTY_SURE * held @ held), gradient

    found = minimize(lose, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B").x
    weights = found[:-1] / spread
    return weights, float(found[-1] - middle @ weights)


def choose_least(worlds: Worlds) -> float:
    """The least score to show: precise on tweets, half of which have no fact-check, and on news.

    Every claim is scored by weights that were learned without its fold.
    """
    shown: list[tuple[float, bool, bool]] = []
    for fold in range(FOLDS):
        kept = [[e for e in part if e.fold != fold] for part in _parts(worlds)]
        rank = fit_rank(kept[0])
        weights, shift = fit_sure([*kept[0], *kept[1], *kept[2]], rank)
        for part, is_news in ((worlds.found, False), (worlds.gone, False), (worlds.news, True)):
            for each in part:
                if each.fold == fold and len(each.right):
                    scores = 1 / (1 + np.exp(-(each.features @ weights + shift)))
                    best = int(scores.argmax())
                    shown.append((float(scores[best]), bool(each.right[best]), is_news))
    news = max(len(worlds.news), 1)
    for least in np.arange(0.3, 0.99, 0.01):
        tweets = [right for score, right, is_news in shown if score >= least and not is_news]
        false = sum(score >= least for score, _, is_news in shown if is_news)
        if tweets and np.mean(tweets) >= PRECISION and false <= FALSE_MATCHES * news:
            recall = sum(tweets) / max(len(worlds.found), 1)
            print(f"least {least:.2f}: precision {np.mean(tweets):.3f}, recall {recall:.3f}, "
                  f"{false} of {news} news sentences")  # fmt: skip
            return round(float(least), 2)
    return 0.99


def measure_ranking(examples: Sequence[Example]) -> float:
    """MAP@5 of the order, each claim ranked by weights that were learned without its fold."""
    values = []
    for fold in range(FOLDS):
        rank = fit_rank([e for e in examples if e.fold != fold])
        for each in examples:
            if each.fold == fold:
                order = np.argsort(-np.round(each.features @ rank, 5), kind="stable")[:5]
                places = np.flatnonzero(each.judged[order])
                values.append(sum((n + 1) / (p + 1) for n, p in enumerate(places)))
    return float(np.mean(values))


def _first(examples: Iterable[Example], rank: Numbers) -> tuple[Numbers, Numbers]:
    rows, right = [], []
    for each in examples:
        order = np.argsort(-(each.features @ rank), kind="stable")[:_SURE_OF]
        rows.append(each.features[order])
        right.append(each.right[order])
    return np.concatenate(rows).astype(np.float64), np.concatenate(right).astype(np.float64)


def _parts(worlds: Worlds) -> tuple[Sequence[Example], ...]:
    return worlds.found, worlds.gone, worlds.news


def make_worlds(data: Path, folder: Path, readers: Sequence[Embedder]) -> Worlds:
    """The worlds of English claims, with all features; every other claim without its match.

    Args:
        data: the folder that holds `factcheck/`.
        folder: where archives are made.
        readers: for each fold what reads its claims and, for these, the fact-checks.
    """
    verified, tweets = read_verified(data), read_tweets(data, "train")
    same = find_twins(verified)
    taken = list_judged(tweets, same)
    kept = [each for id_, each in verified.items() if id_ not in taken]
    twins = {f"clef:{id_}": _name_all(found) for id_, found in same.items()}
    claims = [(tweet.text, _name_all(tweet.relevant)) for tweet in tweets]
    news = [(text, frozenset({f"news:{n}"})) for n, text in enumerate(read_news(data, 0))]
    worlds = Worlds([], [], [])
    for fold, reader in enumerate(readers):
        models = ReviewModels(reader, None, {})
        whole = shelve(folder / f"whole-{fold}", verified.values(), reader, None)
        less = shelve(folder / f"less-{fold}", kept, reader, None)
        for part, asked, shelf in (
            (worlds.found, claims, whole),
            (worlds.gone, claims[::2], less),
            (worlds.news, news, whole),
        ):
            own = [each for each in asked if fold_of(min(each[1]), FOLDS) == fold]
            part.extend(gather(own, "en", shelf, models, twins))
    return worlds


def _name_all(ids: Iterable[str]) -> frozenset[str]:
    """The addresses of verified claims."""
    return frozenset(f"clef:{id_}" for id_ in ids)


def keep_words(worlds: Worlds) -> Worlds:
    """The same claims without what vectors say of them."""
    count = len(WORD_FEATURES)
    return Worlds(
        *([replace(e, features=e.features[:, :count]) for e in part] for part in _parts(worlds))
    )


def forget_circumstances(worlds: Worlds) -> Worlds:
    """The same claims as if nothing were known of months and pictures."""
    kept = np.ones(worlds.found[0].features.shape[1], np.float32)
    kept[_ORDER_ALONE] = 0
    return Worlds(
        *([replace(e, features=e.features * kept) for e in part] for part in _parts(worlds))
    )


def make_across(data: Path, folder: Path, network: Embedder) -> Worlds:
    """The worlds of claims in another language than the fact-checks, both ways."""
    found: list[Example] = []
    gone: list[Example] = []
    others = read_disinformation(data, 300)
    for code, most in LANGUAGES_LEARNED.items():
        pairs = read_translated(data, code).take_half(0, most)
        half = len(pairs.english) // 2
        for name, checks, asked, language, own in (
            ("en", pairs.english, pairs.other, pairs.language, "en"),
            (code, pairs.other, pairs.english, "en", pairs.language),
        ):
            known = [as_check(text, n, own) for n, text in enumerate(checks[:half])]
            shelf = shelve(folder / f"{code}-{name}", [*known, *others], None, network)
            claims = [(text, frozenset({f"line:{n}"})) for n, text in enumerate(asked)]
            models = ReviewModels(None, network, {})
            examples = gather(claims, language, shelf, models, {})
            found += examples[:half]
            gone += examples[half:]
    return Worlds(found, gone, [])


LANGUAGES_LEARNED = {"rus": 120, "deu": 40, "ukr": 40, "fra": 40}


def make_model(name: str, worlds: Worlds) -> dict[str, object]:
    """One model as it is kept in the file; circumstances order, and do not make sure."""
    rank = fit_rank(worlds.found)
    plain = worlds if name == "across" else forget_circumstances(worlds)
    known = [*plain.found, *plain.gone, *plain.news]
    weights, shift = fit_sure(known, fit_rank(plain.found))
    print(f"{name}: MAP@5 {measure_ranking(worlds.found):.4f} by folds")
    return {
        "features": list(FEATURES[name]),
        "rank": [round(float(value), 5) for value in rank],
        "sure": [round(float(value), 5) for value in weights],
        "shift": round(shift, 5),
        "least": choose_least(plain),
    }


def main() -> None:
    """Learn the three models and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    networks = find_weights(options.work)
    readers = [
        CachedVectors(PostVectors(weights), name_cache(options.work, weights))
        for weights in networks
    ]
    network = CachedVectors(load_network(), options.work / "network.npz")
    made = {}
    with tempfile.TemporaryDirectory() as folder:
        worlds = make_worlds(options.data, Path(folder), readers)
        made["words"] = make_model("words", keep_words(worlds))
        made["meaning"] = make_model("meaning", worlds)
        made["across"] = make_model(
            "across", make_across(options.data, Path(folder) / "across", network)
        )
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
