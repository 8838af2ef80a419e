"""Says what a passage does to a claim: supports it, disputes it, discusses it, or none of these.

Small models read claim and passage together (`readers.py`), in one of `LANGUAGES` or in two. They
are often wrong; a side that they are not sure of is therefore reported as `DISCUSSES`. What a rule
knows better (a denial, a hedge, another number) is weighed in before (`rules.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from secondsource.article import Span
from secondsource.evidence.finding import ClaimPassage, Stance, StanceReason, StanceScore
from secondsource.evidence.query.dated import DatedText, write_dates
from secondsource.evidence.stance.readers import Rows, StanceModel, default_readers, is_english
from secondsource.evidence.stance.related import relate, share_words
from secondsource.evidence.stance.rules import find_reasons, weigh_reasons
from secondsource.language import guess_language
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

LANGUAGES = frozenset({"en", "ru", "uk", "de", "fr", "es", "pl"})
"""What the models that come with the package read (ISO 639-1)."""

SURE = 0.47
"""The least probability at which a passage takes a side.

On the held-out part of the verification sets .64 of the passages said to support do, and .71 of
those said to dispute; a little more are found than at .5, in real news and across languages many
more. The figures are in `docs/stance.md`.
"""

_COLUMNS = {Stance.SUPPORTS: 0, Stance.DISPUTES: 1}
_READABLE_SHARE = 0.5
_READABLE = re.compile("[A-Za-z\u00aa-\u024f\u0400-\u052f]")  # Latin and Cyrillic letters


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
        `related.RELATED` of its content words or is known to be in another language, and is
        unrelated otherwise. Where either text is in neither Latin nor Cyrillic letters the model
        has nothing to say, and each probability is a third.

    Raises:
        ModelError: the model's files are missing or cannot be read.
    """
    readable = [i for i, pair in enumerate(pairs) if _is_readable(pair)]
    dated = {i: _write_dates(pairs[i]) for i in readable}
    rows = np.full((len(pairs), 3), 1 / 3, dtype=np.float32)
    if readable:
        read = [replace(pairs[i], passage=dated[i].text) for i in readable]
        rows[readable] = _read(read, judge)
    reasons = {i: _find_reasons(pairs[i], dated[i]) for i in readable}
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
        replace(pair, passage=span.of(pair.passage))
        for pair, spans in zip(pairs, sentences, strict=True)
        if len(spans) > 1
        for span in spans
    ]
    rows = iter(_read(asked, judge).tolist() if asked else ())
    return [
        replace(score, decided_by=_find_likeliest(score, spans, rows))
        for score, spans in zip(scores, sentences, strict=True)
    ]


def _read(pairs: Sequence[ClaimPassage], judge: StanceModel | None) -> Rows:
    texts = [(pair.claim, pair.passage) for pair in pairs]
    if judge is not None:
        return judge.read_pairs(texts)
    in_english = [
        is_english(pair.claim, pair.passage, pair.claim_language, pair.passage_language)
        for pair in pairs
    ]
    return default_readers().read_sorted(texts, in_english)


def _write_dates(pair: ClaimPassage) -> DatedText:
    if pair.passage_day is None:
        return DatedText(pair.passage)
    language = pair.passage_language or guess_language(pair.passage) or ""
    return write_dates(pair.passage, pair.passage_day, language)


def _find_reasons(pair: ClaimPassage, dated: DatedText) -> tuple[StanceReason, ...]:
    """What the rules see in the passage as it is read, with the places in it as it stands."""
    reasons = find_reasons(replace(pair, passage=dated.text))
    if not dated.replaced:
        return reasons
    return tuple(replace(r, spans=tuple(map(dated.place, r.spans))) for r in reasons)


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
    stance = Stance.DISCUSSES if _is_abroad(pair) else relate(share_words(pair))
    return StanceScore(stance, weighed[2], weighed, reasons)


def _is_abroad(pair: ClaimPassage) -> bool:
    """Whether the two are known to be in two languages, so that their words need not be alike."""
    return len({pair.claim_language, pair.passage_language} - {None}) > 1


def _is_readable(pair: ClaimPassage) -> bool:
    """Whether both texts are written in the letters that the model was trained on."""
    return _has_known_letters(pair.claim) and _has_known_letters(pair.passage)


def _has_known_letters(text: str) -> bool:
    letters = sum(character.isalpha() for character in text)
    return 0 < _READABLE_SHARE * letters <= len(_READABLE.findall(text))
