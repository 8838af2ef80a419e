"""How well claims find the known fact-checks that are about them.

    python -m evals.factcheck --data ../shared/data [--part tweets|across|shown] [--peers]

`clef2020_map5`: CLEF-2020 task 2, tweets against verified claims, mean average precision at 5, on
the split `test`, else `dev`. `new_map5` is the same of those tweets about whose claim no training
tweet was, `twins_first_map5` the same if of two claims that differ in marks alone the one that was
not judged came first. `across`: sentences of NTREX news against their translations among others
and among claims of EUvsDisinfo. `shown`: how often a match that is shown is right, where half of
the tweets have their fact-check taken away, and how many sentences of news show one. What the
weights were learned on (`training/factchecks.py`) is left
out. A figure is null where there is nothing to measure it on.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from evals.factcheck_data import (
    CLEF,
    Tweet,
    as_check,
    average_precision,
    find_languages,
    find_twins,
    list_judged,
    read_disinformation,
    read_news,
    read_translated,
    read_tweets,
    read_verified,
    shelve,
)
from evals.vector_cache import CachedVectors, name_cache
from secondsource.evidence.fact_check import FactCheck
from secondsource.factcheck.reviews.features import ask_claim
from secondsource.factcheck.reviews.match import (
    ReviewModels,
    ReviewShelf,
    find_candidates,
    match_claims,
    rank_claims,
)
from secondsource.factcheck.reviews.post import read_post
from secondsource.lineage.translation.sentence_sums import Embedder
from secondsource.models.minilm import SENTENCE_VECTORS, load_sentence_vectors
from secondsource.models.multilingual import load_network

_DISTRACTORS = 300
_PAIRS = {"rus": 120, "deu": 40, "fra": 40, "pol": 40, "spa": 40, "ukr": 40}
_PARTS = ("tweets", "shown", "across")

Figures = dict[str, object]


def measure_tweets(
    tweets: Sequence[Tweet],
    twins: Mapping[str, frozenset[str]],
    shelf: ReviewShelf,
    models: ReviewModels,
    taught: frozenset[str] = frozenset(),
) -> Figures:
    """MAP@5, precision at 1 and recall of the order in which fact-checks are tried.

    `taught` are the ids of the fact-checks that were learnt on.
    """
    ranked = _rank(tweets, shelf, models)
    pairs = list(zip(ranked, tweets, strict=True))
    new = [(order, tweet) for order, tweet in pairs if taught.isdisjoint(tweet.relevant)]
    turned = [_put_twins_first(order, tweet, twins) for order, tweet in pairs]
    return {
        "clef2020_map5": _mean_precision(ranked, tweets),
        "new_map5": _mean_precision(*zip(*new, strict=True)) if new else None,
        "twins_first_map5": _mean_precision(turned, tweets),
        "precision_1": _share(order[0] in tweet.relevant for order, tweet in pairs),
        "candidates_recall": _share(bool(tweet.relevant & {*order}) for order, tweet in pairs),
    }


def measure_peers(tweets: Sequence[Tweet], shelf: ReviewShelf, models: ReviewModels) -> Figures:
    """MAP@5 of BM25 alone, of our weights without vectors, and of vectors alone."""
    by_bm25 = []
    for tweet in tweets:
        words = ask_claim(read_post(tweet.text), "en").all_words
        order = np.argsort(-shelf.words.score(words), kind="stable")[:5]
        by_bm25.append(_name(shelf, shelf.numbers[order].tolist()))
    without = ReviewModels(None, None, models.weights)
    by_vectors = []
    english = models.english
    assert english is not None
    matrix = shelf.english.matrix.astype(np.float32)
    for vector in english.embed([read_post(tweet.text).signed_text for tweet in tweets]):
        order = np.argsort(-(matrix @ vector), kind="stable")[:5]
        by_vectors.append(_name(shelf, shelf.english.numbers[order].tolist()))
    return {
        "bm25_map5": _mean_precision(by_bm25, tweets),
        "words_map5": _mean_precision(_rank(tweets, shelf, without), tweets),
        "vectors_map5": _mean_precision(by_vectors, tweets),
    }


def measure_shown(
    tweets: Sequence[Tweet],
    verified: Mapping[str, FactCheck],
    shelves: tuple[ReviewShelf, ReviewShelf],
    news: Sequence[str],
    models: ReviewModels,
) -> Figures:
    """Precision and recall of what is shown, half of the tweets having no fact-check left.

    `shelves` are one with all claims, and one without those that are about these tweets.
    """
    twins = find_twins(verified)
    right = shown = found = 0
    whole, less = shelves
    for place, tweet in enumerate(tweets):
        shelf = less if place % 2 else whole
        (matches,) = match_claims([tweet.text], "en", shelf, models)
        wanted = {f"clef:{id_}" for id_ in tweet.relevant}
        wanted |= {f"clef:{twin}" for id_ in tweet.relevant for twin in twins.get(id_, ())}
        if matches:
            shown += 1
            right += matches[0].fact_check.url in wanted
        found += place % 2 == 0 and any(m.fact_check.url in wanted for m in matches)
    of_news = match_claims(news, "en", whole, models)
    return {
        "precision": round(right / max(shown, 1), 4),
        "recall": round(found / max(len(tweets[::2]), 1), 4),
        "shown": shown,
        "news_sentences": len(news),
        "news_with_match": sum(bool(matches) for matches in of_news),
    }


def measure_across(data: Path, folder: Path, network: Embedder) -> Figures:
    """Recall at 1 and 5 of a translation, both ways, and how often the right one is shown."""
    others = read_disinformation(data, _DISTRACTORS)
    figures: Figures = {}
    for code in find_languages(data):
        pairs = read_translated(data, code).take_half(1, _PAIRS[code])
        if not pairs.english:
            continue
        for way, checks, asked, own, language in (
            (f"{pairs.language}-en", pairs.english, pairs.other, "en", pairs.language),
            (f"en-{pairs.language}", pairs.other, pairs.english, pairs.language, "en"),
        ):
            known = [as_check(text, number, own) for number, text in enumerate(checks)]
            shelf = shelve(folder / way, [*known, *others], None, network)
            figures[way] = _measure_way(asked, language, shelf, network)
    return figures


def _measure_way(
    asked: Sequence[str], language: str, shelf: ReviewShelf, network: Embedder
) -> Figures:
    models = ReviewModels(None, network)
    ranked = []
    for _, found in find_candidates(asked, language, shelf, models):
        across = found[-1]
        order = np.argsort(-models.weights["across"].order(across.features), kind="stable")
        ranked.append(_name(shelf, shelf.numbers[across.places[order]].tolist()))
    shown = [matches[:1] for matches in match_claims(asked, language, shelf, models)]
    urls = [f"line:{number}" for number in range(len(asked))]
    hits = [bool(m) and m[0].fact_check.url == url for m, url in zip(shown, urls, strict=True)]
    return {
        "claims": len(asked),
        "collection": shelf.words.size,
        "recall_1": _share(url in order[:1] for url, order in zip(urls, ranked, strict=True)),
        "recall_5": _share(url in order[:5] for url, order in zip(urls, ranked, strict=True)),
        "shown_right": _share(hits),
        "shown_wrong": _share(bool(m) and not hit for m, hit in zip(shown, hits, strict=True)),
    }


def _rank(tweets: Sequence[Tweet], shelf: ReviewShelf, models: ReviewModels) -> list[list[str]]:
    """For each tweet the ids of the claims in the order in which they are tried."""
    found = rank_claims([tweet.text for tweet in tweets], "en", shelf, models)
    return [_name(shelf, numbers) for numbers in found]


def _name(shelf: ReviewShelf, numbers: Sequence[int]) -> list[str]:
    """The ids in the data of the fact-checks with these numbers."""
    checks = shelf.read(numbers)
    return [(checks[number].url or "").removeprefix("clef:") for number in numbers]


def _put_twins_first(
    order: Sequence[str], tweet: Tweet, twins: Mapping[str, frozenset[str]]
) -> list[str]:
    """The order in which an unjudged twin of a right claim comes before it."""
    turned: list[str] = []
    for each in order:
        if each in tweet.relevant:
            turned += [twin for twin in twins.get(each, ()) if twin in order]
        turned.append(each)
    return list(dict.fromkeys(turned))


def _mean_precision(ranked: Sequence[Sequence[str]], tweets: Sequence[Tweet]) -> float:
    values = [average_precision(o, t.relevant) for o, t in zip(ranked, tweets, strict=True)]
    return round(float(np.mean(values)), 4)


def _share(marks: Iterable[bool]) -> float | None:
    listed = [*marks]
    return round(float(np.mean(listed)), 4) if listed else None


def main() -> None:
    """Print the figures of what is found in the data, one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", choices=_PARTS, help="only this part")
    parser.add_argument("--peers", action="store_true", help="BM25 and vectors alone, too")
    parser.add_argument("--work", type=Path, help="keeps the vectors of texts for the next time")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = options.work or Path(folder)
        figures = _measure(options, Path(folder), work)
    print(json.dumps(figures))


def _measure(options: argparse.Namespace, folder: Path, work: Path) -> Figures:
    data: Path = options.data
    parts = [options.part] if options.part else _PARTS
    figures: Figures = {"clef2020_map5": None}
    if {"tweets", "shown"} & {*parts}:
        split, tweets = _find_tweets(data)
        verified = read_verified(data)
        if tweets and verified:
            english = CachedVectors(load_sentence_vectors(), name_cache(work, SENTENCE_VECTORS))
            wanted = data, parts, options.peers
            figures |= {"split": split}
            figures |= _measure_clef((tweets, verified), folder, english, wanted)
        else:
            print(f"factcheck: no tweets with claims in {data / CLEF}", file=sys.stderr)
    if find_languages(data) and "across" in parts:
        network = CachedVectors(load_network(), work / "network.npz")
        figures["across"] = measure_across(data, folder / "across", network)
    return figures


def _find_tweets(data: Path) -> tuple[str, list[Tweet]]:
    """The tweets of the split `test`, or of `dev` where that has none, and its name."""
    for split in ("test", "dev"):
        if tweets := read_tweets(data, split):
            return split, tweets
    return "", []


def _measure_clef(
    clef: tuple[list[Tweet], dict[str, FactCheck]],
    folder: Path,
    english: Embedder,
    wanted: tuple[Path, Sequence[str], bool],
) -> Figures:
    (tweets, verified), (data, parts, with_peers) = clef, wanted
    models = ReviewModels(english)
    whole = shelve(folder / "whole", verified.values(), english, None)
    figures: Figures = {}
    twins = find_twins(verified)
    if "tweets" in parts:
        taught = list_judged(read_tweets(data, "train"), twins)
        figures |= measure_tweets(tweets, twins, whole, models, taught)
        figures |= measure_peers(tweets, whole, models) if with_peers else {}
    if "shown" in parts:
        gone = list_judged(tweets, twins)
        kept = [each for id_, each in verified.items() if id_ not in gone]
        shelves = whole, shelve(folder / "less", kept, english, None)
        figures["shown"] = measure_shown(tweets, verified, shelves, read_news(data, 1), models)
    return figures


if __name__ == "__main__":
    main()
