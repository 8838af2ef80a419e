"""Says what a passage does to a claim: supports it, disputes it, discusses it, or none of these.

A small model reads claim and passage together (`models/stance/CARD.md`). It reads English and
is often wrong; a side that it is not sure of is therefore reported as `DISCUSSES`. What a rule
knows better (a denial, a hedge, another number) is weighed in before (`rules.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
import numpy.typing as npt

from secondsource.article import Span
from secondsource.evidence.finding import ClaimPassage, Stance, StanceReason, StanceScore
from secondsource.evidence.stance.related import relate, share_words
from secondsource.evidence.stance.rules import find_reasons, weigh_reasons
from secondsource.language import guess_language
from secondsource.models.cross_encoder import default_cross_encoder
from secondsource.sentences import split_sentences

__all__ = [
    "ClaimPassage",
    "Stance",
    "StanceModel",
    "StanceReason",
    "StanceScore",
    "judge_stances",
    "locate_sides",
]

SURE = 0.55
"""The least probability at which a passage takes a side.

At .55 two in three sides are right on the held-out part of the verification sets, and at .6
seven in ten, but a fifth fewer are found; of sentences from the right page that are not the
evidence 5% are taken for a side. The figures are in `models/stance/CARD.md`.
"""

_COLUMNS = {Stance.SUPPORTS: 0, Stance.DISPUTES: 1}
_LATIN_SHARE = 0.5
_LAST_LATIN = "\u024f"


class StanceModel(Protocol):
    """Anything that reads pairs of a claim and a passage."""

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float32]:
        """The probabilities of supports, disputes and neither, one row for each pair."""
        ...


def judge_stances(
    pairs: Sequence[ClaimPassage], judge: StanceModel | None = None
) -> list[StanceScore]:
    """What each passage does to its claim, and how sure that is.

    Args:
        pairs: claims with passages of one to five sentences; of a pair longer than about 90
            words the end of the longer text is not read.
        judge: another model to ask; the one that came with the package by default.

    Returns:
        One score for each pair, in their order: the stance, its probability, the probabilities
        of supports, disputes and neither, and what the rules saw. A side with a probability
        below `SURE` is not taken. What takes no side discusses the claim when it has at least
        `related.RELATED` of its content words, and is unrelated otherwise. Where either text is not
        in Latin letters the model has nothing to say, and each probability is a third.

    Raises:
        ModelError: the model's files are missing or cannot be read.
    """
    readable = [i for i, pair in enumerate(pairs) if _is_readable(pair)]
    rows = np.full((len(pairs), 3), 1 / 3, dtype=np.float32)
    if readable:
        model = judge or default_cross_encoder()
        rows[readable] = model.read_pairs([(pairs[i].claim, pairs[i].passage) for i in readable])
    reasons = {i: find_reasons(pairs[i]) for i in readable}
    return [
        _decide(pair, row, reasons.get(i, ()))
        for i, (pair, row) in enumerate(zip(pairs, rows.tolist(), strict=True))
    ]


def locate_sides(
    pairs: Sequence[ClaimPassage],
    scores: Sequence[StanceScore],
    judge: StanceModel | None = None,
) -> list[StanceScore]:
    """The same scores, each that takes a side with the sentence of the passage that decides.

    That is the sentence for which, read alone, the side is likeliest. Each sentence of a
    passage that takes a side is read once more, so ask for those that are shown.

    Args:
        pairs: the pairs.
        scores: what `judge_stances` said of them.
        judge: as for `judge_stances`.

    Raises:
        ModelError: the model's files are missing or cannot be read.
    """
    sentences = [
        split_sentences(p.passage, p.passage_language or guess_language(p.passage))
        if score.stance in _COLUMNS
        else ()
        for p, score in zip(pairs, scores, strict=True)
    ]
    asked = [
        (pair.claim, span.of(pair.passage))
        for pair, spans in zip(pairs, sentences, strict=True)
        if len(spans) > 1
        for span in spans
    ]
    rows = iter((judge or default_cross_encoder()).read_pairs(asked).tolist() if asked else ())
    return [
        replace(score, decided_by=_find_likeliest(score, spans, rows))
        for score, spans in zip(scores, sentences, strict=True)
    ]


def _find_likeliest(
    score: StanceScore, spans: Sequence[Span], rows: Iterator[Sequence[float]]
) -> Span | None:
    """The sentence for which the score's side is likeliest; takes a row for each of several."""
    if len(spans) < 2:
        return spans[0] if spans else None
    column = _COLUMNS[score.stance]
    sure = [next(rows)[column] for _ in spans]
    return spans[sure.index(max(sure))]


def _decide(
    pair: ClaimPassage, row: Sequence[float], reasons: tuple[StanceReason, ...]
) -> StanceScore:
    supports, disputes, neither = row
    weighed = weigh_reasons((supports, disputes, neither), reasons)
    for stance, column in _COLUMNS.items():
        if weighed[column] >= SURE:
            return StanceScore(stance, weighed[column], weighed, reasons)
    return StanceScore(relate(share_words(pair)), weighed[2], weighed, reasons)


def _is_readable(pair: ClaimPassage) -> bool:
    """Whether both texts are written in the letters that the model was trained on."""
    return _is_latin(pair.claim) and _is_latin(pair.passage)


def _is_latin(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    latin = sum(character <= _LAST_LATIN for character in letters)
    return bool(letters) and latin >= _LATIN_SHARE * len(letters)
