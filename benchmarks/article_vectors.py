"""Which vector of an article finds its translation, and what it costs.

    python -m benchmarks.article_vectors --data ../shared/data

English documents of ntrex among English articles of FNC-1 are looked for by their translations,
of which every second has a third of its sentences cut. Compared, in one run: the mean of the word
pieces' input vectors over the whole text (what the program uses), and the same model's network
over the first words. Printed for each: articles a second, and how often the original is the
nearest, or among the nearest 10 or 20.
"""

import json
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import typer

from evals.texts import read_fnc1
from evals.translation_sets import Documents, read_ntrex
from secondsource.lineage.translation.nearest import RANKED, ArticleVectors, Neighbours
from secondsource.lineage.translation.sentence_sums import F32
from secondsource.models.multilingual import load_network, load_words

Vectorise = Callable[[Sequence[str]], F32]
_LANGUAGES = ("ar", "be", "de", "kk", "ru", "tr", "uk", "zh")


def main(
    data: Path = Path("../shared/data"), others: int = 500, lead: int = 45, seed: int = 1
) -> None:
    """Prints one line of JSON for each kind of vector."""
    documents = read_ntrex(data / "translation" / "ntrex")
    pool = [" ".join(sentences) for sentences in documents["en"].values()]
    articles = list(read_fnc1(data / "stance" / "fnc1"))
    pool += [a.text for a in random.Random(seed).sample(articles, min(others, len(articles)))]
    for name, vectorise in _systems(lead).items():
        start = time.perf_counter()
        known = vectorise(pool)
        seconds = time.perf_counter() - start
        ranks = [
            rank
            for language in _LANGUAGES
            for rank in _rank_originals(documents, language, known, vectorise)
        ]
        figures = {
            f"recall@{n}": round(np.mean([r < n for r in ranks]).item(), 3) for n in (1, 10, 20)
        }
        print(
            json.dumps(
                {"vector": name, "articles_a_second": round(len(pool) / seconds, 1), **figures}
            )
        )


def _systems(lead: int) -> dict[str, Vectorise]:
    words, network = load_words(), load_network()
    return {
        "words, whole text": lambda texts: words.sum_words(texts).means(),
        f"network, first {lead} words": lambda texts: network.embed(
            [" ".join(text.split()[:lead]) for text in texts]
        ),
    }


def _rank_originals(
    documents: dict[str, Documents], language: str, known: F32, vectorise: Vectorise
) -> list[int]:
    """For each translation how many articles are nearer to it than its original."""
    translated = vectorise(_translations(documents[language]))
    ids = [f"known{k}" for k in range(len(known))] + [f"own{k}" for k in range(len(translated))]
    languages = ["en"] * len(known) + [language] * len(translated)
    matrix = np.vstack([known, translated])
    near = Neighbours(ArticleVectors(tuple(ids), tuple(languages), matrix))
    ranks = []
    for number, vector in enumerate(translated):
        ranked = near.rank(vector, language)
        original = f"known{number}"
        ranks.append(ranked.index(original) if original in ranked else RANKED)
    return ranks


def _translations(documents: Documents) -> list[str]:
    rng = random.Random(2)
    texts = []
    for number, sentences in enumerate(documents.values()):
        cut = len(sentences) // 3 if number % 2 else 0
        start = rng.randint(0, len(sentences) - cut)
        texts.append(" ".join([*sentences[:start], *sentences[start + cut :]]))
    return texts


if __name__ == "__main__":
    typer.run(main)
