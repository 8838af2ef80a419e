"""The passages found for a claim put in a better order, by more than the words they share."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, TypeVar

from secondsource.article import Article, Span
from secondsource.evidence.examined import Hit
from secondsource.evidence.query.dates import read_dates
from secondsource.evidence.query.terms import fold, plain_number
from secondsource.evidence.search.candidates import PassageReader, cut_stem

_AnyHit = TypeVar("_AnyHit", bound=Hit)

RERANKED = 60
"""How many of the first passages are put in order; those after them stay as they were found."""


class Agreement(NamedTuple):
    """In what a passage agrees with a claim, each 0..1.

    `score` is that of the search, against the best passage's. `rare`, `sentence` and `title` are
    the shares of the claim's words, rare ones counting more, that stand in the passage, in the
    best of its sentences and in the title. `names` is the share of the claim's names in passage
    and title, `dates` that of its dates in the passage. Numbers have no part of their own: what
    disputes a claim often has another number.
    """

    score: float
    rare: float
    sentence: float
    title: float
    names: float
    dates: float


WEIGHTS = Agreement(score=5.4, rare=1.9, sentence=1.7, title=2.6, names=0.4, dates=0.7)
"""What each counts; `python -m training.retrieval --data ../shared/data` fits it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words with weights, the names among them (folded), the dates."""

    terms: Mapping[str, float]
    names: frozenset[str]
    dates: frozenset[str]


@dataclass(frozen=True, slots=True)
class RankedHit:
    """A passage with its new score (0..1)."""

    article: str
    span: Span
    text: str
    score: float


def rerank_hits(
    hits: Sequence[Hit], wanted: Wanted, articles: Mapping[str, Article], reader: PassageReader
) -> list[RankedHit]:
    """The passages found for one claim, the most promising first.

    Args:
        hits: as the search gave them, in any order.
        wanted: what was looked for.
        articles: those that the passages are from, by their ids.
        reader: knows the words of passages.

    Returns:
        All passages. Equal scores are in the order of their articles' ids and their places.
    """
    found = sort_hits(hits)
    agreements = measure_agreement(found[:RERANKED], wanted, articles, reader)
    scores = [_weigh(each) for each in agreements]
    least, last = min(scores, default=0.0), found[:RERANKED][-1].score if found else 0.0
    scores += [least * hit.score / (last or 1.0) for hit in found[RERANKED:]]
    ranked = [RankedHit(h.article, h.span, h.text, s) for h, s in zip(found, scores, strict=True)]
    return sort_hits(ranked)


def sort_hits(hits: Iterable[_AnyHit]) -> list[_AnyHit]:
    """Passages, the best first; of equals by the ids of their articles and their places."""
    return sorted(hits, key=lambda hit: (-hit.score, hit.article, hit.span))


def leave_out_held(hits: Iterable[_AnyHit], others: Iterable[Hit]) -> list[_AnyHit]:
    """The passages that share no part with any of the others."""
    held: defaultdict[str, list[Span]] = defaultdict(list)
    for other in others:
        held[other.article].append(other.span)
    return [hit for hit in hits if not any(map(hit.span.overlaps, held[hit.article]))]


def _weigh(agreement: Agreement) -> float:
    both = zip(WEIGHTS, agreement, strict=True)
    return round(sum(weight * part for weight, part in both) / sum(WEIGHTS), 9)


def measure_agreement(
    hits: Sequence[Hit], wanted: Wanted, articles: Mapping[str, Article], reader: PassageReader
) -> list[Agreement]:
    """In what each passage agrees with a claim; rare is what few of these passages have."""
    best = max((hit.score for hit in hits), default=0.0) or 1.0
    sentences = [reader.read_stems(articles[hit.article], hit.span) for hit in hits]
    passages = [frozenset[str]().union(*each) for each in sentences]
    weights = _weigh_by_rarity(wanted.terms, passages)
    asked = frozenset(weights)
    names = frozenset(map(cut_stem, wanted.names))
    found = []
    for hit, parts, words in zip(hits, sentences, passages, strict=True):
        article = articles[hit.article]
        title, here = reader.read_title_stems(article), asked & words
        dates = read_dates(hit.text, article.language) if wanted.dates else frozenset()
        found.append(
            Agreement(
                hit.score / best,
                _share(weights, here),
                max((_share(weights, here & each) for each in parts), default=0.0),
                _share(weights, asked & title),
                len(names & (words | title)) / max(1, len(names)),
                len(wanted.dates & dates) / max(1, len(wanted.dates)),
            )
        )
    return found


def _weigh_by_rarity(
    terms: Mapping[str, float], passages: Sequence[frozenset[str]]
) -> dict[str, float]:
    """The words as passages are compared by them, with weights that come to 1."""
    weights: dict[str, float] = {}
    for term, weight in terms.items():
        word = plain_number(term) if term[0].isdigit() else cut_stem(fold(term))
        weights[word] = max(weight, weights.get(word, 0.0))
    asked = frozenset(weights)
    having = Counter(chain.from_iterable(asked & passage for passage in passages))
    for word in weights:
        weights[word] *= math.log((len(passages) + 1) / (having[word] + 0.5))
    whole = math.fsum(weights.values()) or 1.0
    return {word: weight / whole for word, weight in weights.items()}


def _share(weights: Mapping[str, float], words: frozenset[str]) -> float:
    return math.fsum(map(weights.__getitem__, words))
