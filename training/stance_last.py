"""The pairs of the last stage: news, pairs of our own, and some of the second stage again.

The stages before learn mostly from encyclopedias and from pairs that machines made. The last one
is short and slow, so that the models get used to news and do not forget the rest.
"""

import random
from collections.abc import Sequence
from pathlib import Path

from evals.verification_sets import LabelledPair
from training.stance_hard import RETOLD, read_hard_pairs
from training.stance_news import make_news_pairs

RATES = {"english": 4e-5, "multilingual": 3e-5}
"""The encoder's highest rate, of each base."""
AGAIN = {"english": 2000, "multilingual": 2500}
"""How many pairs of the second stage come again, of each base."""
NEWS_ROUNDS, HARD_ROUNDS, RETOLD_ROUNDS = 2, 1, 2
"""How often each pair of news, each hard pair and each of `stance_retold.tsv` comes."""
_LATIN_END = "\u0370"  # the first Greek character; Cyrillic and all others come after it


def make_last_pairs(
    data: Path, earlier: Sequence[LabelledPair], base: str, seed: int
) -> list[LabelledPair]:
    """All pairs of the last stage, mixed; those for the English model in Latin letters only.

    Args:
        data: the folder that holds the news which `make_news_pairs` reads.
        earlier: the pairs of the second stage.
        base: "english" or "multilingual".
        seed: fixes the choice and the order.
    """
    rng = random.Random(seed + 20)
    hard, retold = read_hard_pairs(), read_hard_pairs(RETOLD)
    if base == "english":
        hard, retold = ([one for one in each if one.is_english] for each in (hard, retold))
        earlier = [pair for pair in earlier if _is_latin(pair.claim + pair.passage)]
    chosen = make_news_pairs(data) * NEWS_ROUNDS
    chosen += [one.pair for one in hard] * HARD_ROUNDS
    chosen += [one.pair for one in retold] * RETOLD_ROUNDS
    chosen += rng.sample(list(earlier), min(AGAIN[base], len(earlier)))
    rng.shuffle(chosen)
    return chosen


def _is_latin(text: str) -> bool:
    return not any(letter.isalpha() and letter >= _LATIN_END for letter in text)
