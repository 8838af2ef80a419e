"""What the classifier of whole articles looks at: numbers that tell how an article meets a claim.

Two lists. `measure_relation` tells whether both are about one matter; `measure_side` tells, of
a related pair, whether the article supports the claim, disputes it or only discusses it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.evidence.stance.doubt import find_refuting, measure_doubt
from secondsource.evidence.stance.nearest import (
    LONGEST_ARTICLE,
    Near,
    StemmedArticle,
    find_nearest,
    join_nearest,
    join_sentences,
    pair_words,
    share_stems,
    stem_text,
    weigh_stems,
)
from secondsource.models.rarity import Rarity

_NEAREST = 3
"""Sentences of the article that are looked at closely."""
_LEDE = 2
_END = 3
_OPENING = 3
_ODDS_LIMIT = 8.0
# Places in what `measure_doubt` gives.
_REFUTING, _DOUBTING, _DENYING = 0, 1, 4
PASSAGES = 2
"""Passages of an article that the stance model reads: the nearest sentences, and the lede."""
RELATION = _NEAREST + 8
"""How many numbers `measure_relation` gives."""
READINGS = slice(RELATION, RELATION + 2 * PASSAGES)
"""Where in what `measure_side` gives the stance model's answers stand."""

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Met:
    """A claim that has met an article: its nearest sentences and where something is refuted."""

    claim: str
    article: StemmedArticle
    nearest: tuple[Near, ...]
    refuting: Near | None


def meet_article(claim: str, article: StemmedArticle, rarity: Rarity) -> Met:
    """Find the sentences of an article that bear on a claim.

    Returns:
        The `_NEAREST` sentences, and the one of the others with a refuting word that shares
        most with the claim, if there is one.
    """
    ranked = find_nearest(claim, article, len(article.sentences), rarity)
    refuting = (near for near in ranked[_NEAREST:] if _refutes(article, near.place))
    return Met(claim, article, ranked[:_NEAREST], next(refuting, None))


def choose_passages(met: Met) -> tuple[str, str]:
    """The passages that the stance model is to read: the nearest sentences, and the lede."""
    first = [Near(place, 0.0) for place in range(min(_LEDE, len(met.article.sentences)))]
    return join_nearest(met.article, met.nearest), join_nearest(met.article, first)


def measure_relation(met: Met, rarity: Rarity) -> Numbers:
    """How much claim and article share: `RELATION` numbers, float64.

    Weighted shares of the claim's words in the whole article, its opening and its nearest
    sentences; share of its pairs of neighbouring words; cosine; the rarest word that is
    missing; numbers of words and sentences.
    """
    article = met.article
    weights = weigh_stems(stem_text(met.claim), rarity)
    opening = frozenset().union(*(s.stems for s in article.sentences[:_OPENING]))
    missing = [weight for stem, weight in weights.items() if stem not in article.stems]
    shares = [near.share for near in met.nearest] + [0.0] * (_NEAREST - len(met.nearest))
    return np.array(
        [
            share_stems(weights, article.stems),
            share_stems(weights, opening),
            *shares,
            _share_pairs(met.claim, article),
            _measure_cosine(weights, article, rarity),
            max(missing, default=0.0),
            len(weights) - len(missing),
            len(weights),
            math.log1p(len(article.sentences)),
        ]
    )


def measure_side(met: Met, relation: Numbers, readings: Sequence[Sequence[float]]) -> Numbers:
    """Which side an article takes: float64, always of the same length.

    Args:
        met: claim and article.
        relation: what `measure_relation` gave for them.
        readings: for each of `choose_passages` the stance model's probabilities of supports,
            disputes and neither.

    Returns:
        The numbers of `relation`; log odds of either side in each reading; words of doubt in
        the claim, the article, its lede, its end and the nearest sentences; where these stand.
    """
    count = max(1, len(met.article.sentences))
    texts = _choose_texts(met)
    missing = [1.0] * (_NEAREST - len(met.nearest))
    return np.array(
        [
            *relation,
            *(odds for reading in readings for odds in _measure_odds(reading)),
            *(number for text in texts for number in measure_doubt(text)),
            *_cross_doubt(*texts),
            *(one.place / count for one in met.nearest),
            *missing,
            met.refuting.share if met.refuting else -1.0,
            met.refuting.place / count if met.refuting else 2.0,
        ]
    )


def _choose_texts(met: Met) -> tuple[str, ...]:
    """The texts whose words of doubt are counted."""
    article, places = met.article, range(len(met.article.sentences))
    near = [one.place for one in met.nearest]
    parts = (places[:_LEDE], places[-_END:], near, near[:1])
    read = article.text[:LONGEST_ARTICLE]
    return (met.claim, read, *(join_sentences(article, part) for part in parts))


def _cross_doubt(claim: str, *texts: str) -> list[float]:
    """Refuting and doubting words of the article's texts, negative where the claim has them too.

    A hoax called a hoax is supported; so it is the difference that disputes.
    """
    own = measure_doubt(claim)
    refutes, doubts = own[_REFUTING] + own[_DENYING] > 0, own[_DOUBTING] > 0
    return [
        -amount if shared else amount
        for text in texts
        for amount, shared in (
            (measure_doubt(text)[_REFUTING], refutes),
            (measure_doubt(text)[_DOUBTING], doubts),
        )
    ]


def _refutes(article: StemmedArticle, place: int) -> bool:
    return bool(find_refuting(article.sentences[place].span.of(article.text)))


def _measure_odds(reading: Sequence[float]) -> tuple[float, float]:
    """The log odds of supports and of disputes against neither, within ±8."""
    supports, disputes, neither = (math.log(max(chance, 1e-6)) for chance in reading)
    return _limit(supports - neither), _limit(disputes - neither)


def _limit(odds: float) -> float:
    return max(-_ODDS_LIMIT, min(_ODDS_LIMIT, odds))


def _share_pairs(claim: str, article: StemmedArticle) -> float:
    """The share of the claim's neighbouring words that stand side by side in the article."""
    pairs = pair_words(claim)
    return len(pairs & article.pairs) / max(1, len(pairs))


def _measure_cosine(weights: dict[str, float], article: StemmedArticle, rarity: Rarity) -> float:
    """The cosine between claim and article, each stem once, weighted by its rarity."""
    own = math.sqrt(sum(weight**2 for weight in weights.values()))
    whole = math.sqrt(sum(weight**2 for weight in weigh_stems(article.stems, rarity).values()))
    shared = sum(weight**2 for stem, weight in weights.items() if stem in article.stems)
    return shared / (own * whole) if own and whole else 0.0
