"""Pairs made from pairs, so that likeness of words alone decides nothing.

A changed number makes a passage dispute its claim; so each changed pair gets a twin that still
supports. Near-copies, reports of a claim, bounds and respelled numbers come on both sides.
"""

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from evals.verification_sets import LabelledPair
from secondsource.evidence.finding import Stance
from training.stance_numbers import (
    MONTHS,
    amount,
    bound,
    find_numbers,
    other_number,
    respell,
)

REPORTS = {
    Stance.SUPPORTS: (
        "{who} said {what}.",
        "{who} said on {day} that {what}.",
        "{who} confirmed that {what}.",
        "It emerged on {day} that {what}, {who_low} said.",
        "According to {who_low}, {what}.",
    ),
    Stance.DISPUTES: (
        "{who} denied that {what}.",
        "{who} rejected as false a report that {what}.",
        "It is not true that {what}, {who_low} said.",
        "{who} found no evidence that {what}.",
        "Claims that {what} are wrong, {who_low} said on {day}.",
    ),
    Stance.DISCUSSES: (
        "{who} declined to say whether {what}.",
        "{who} will decide on {day} whether {what}.",
        "It was not known whether {what}, {who_low} said.",
        "{who} asked on {day} whether {what}.",
    ),
}
_WHO = ("A spokesman", "The ministry", "Officials", "The police", "Two witnesses", "The company")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LOWERED = re.compile(r"(?:The|A|An|In|There|It|At|On|Some|Most|Many|All|No|Every|His|Her)\b")
_SENTENCE = re.compile(r"(?<=[a-z0-9)]{2}[.!?]) +(?=[A-Z])")
_DATE = re.compile(
    r",? (?:on|in|since|until) (?:(?:\d{1,2} )?(?:" + "|".join(MONTHS) + r")"
    r"(?: \d{1,2})?(?:,? \d{4})?|\d{4}|(?:last |next )?(?:" + "|".join(_DAYS) + r"))\b"
)
_ASIDE = re.compile(r" \([^()]*\)|, (?:which|who|where)\b[^,.]*(?=[,.])")
_BOUNDED = re.compile(
    r"\b(?:than|least|most|over|under|about|around|nearly|almost|exactly|only|"
    r"the|last|first|past|next|super|of|its|in|[a-z]+'s)(?= \d)"
)
# A number with what it counts, so neither a name ("Route 66") nor a time of day.
_COUNTED = re.compile(
    r"(?:^|(?<=[a-z] ))(\d{1,3}(?:,\d{3})+|\d{1,3}|\d{5,6})(?= (?:[a-z]+ )?(?:[a-z]{2,}s|people)\b)"
)
_COPY_WORDS = range(6, 31)


def swap_numbers(
    pairs: Sequence[LabelledPair], count: int, rng: random.Random
) -> list[LabelledPair]:
    """Supported claims with a number or month changed, so that the passage disputes them.

    Only a number that stands in both is changed, now in the claim, now in the passage.
    """
    return [swapped for _, swapped in _swaps(pairs, count, rng)]


def swap_beside_twins(
    pairs: Sequence[LabelledPair], count: int, rng: random.Random
) -> list[LabelledPair]:
    """As `swap_numbers`, each changed pair with the unchanged one that still supports."""
    return [pair for both in _swaps(pairs, count, rng) for pair in both]


def respell_numbers(
    pairs: Sequence[LabelledPair], count: int, rng: random.Random
) -> list[LabelledPair]:
    """Pairs with a number put into words or digits on one side; what they are stays the same."""

    def change(pair: LabelledPair) -> LabelledPair:
        if rng.random() < 0.5:
            return replace(pair, claim=respell(pair.claim))
        return replace(pair, passage=respell(pair.passage))

    return _take_changed(pairs, map(change, pairs), count)


def make_bounds(
    pairs: Sequence[LabelledPair], count: int, rng: random.Random
) -> list[LabelledPair]:
    """One sentence of a passage, its amount made a bound, as a claim that holds or does not."""
    return _first((_bound_one(pair, rng) for pair in pairs), count)


def make_copies(
    pairs: Sequence[LabelledPair], count: int, rng: random.Random
) -> list[LabelledPair]:
    """One sentence of a passage, its dates or asides left out, as a claim that it supports."""
    return _first((_copy_one(pair, rng) for pair in pairs), count)


def report_claims(
    pairs: Sequence[LabelledPair], stance: Stance, rng: random.Random
) -> list[LabelledPair]:
    """Claims beside a sentence in which somebody says, denies or asks them."""
    return [
        replace(pair, passage=_report(pair.claim, stance, rng), stance=stance) for pair in pairs
    ]


def _swaps(
    pairs: Sequence[LabelledPair], count: int, rng: random.Random
) -> list[tuple[LabelledPair, LabelledPair]]:
    supported = [pair for pair in pairs if pair.stance is Stance.SUPPORTS]
    rng.shuffle(supported)
    swapped = [(pair, _swap_one(pair, rng)) for pair in supported]
    return [(pair, other) for pair, other in swapped if other is not None][:count]


def _swap_one(pair: LabelledPair, rng: random.Random) -> LabelledPair | None:
    shared = sorted(find_numbers(pair.claim) & find_numbers(pair.passage))
    if not shared:
        return None
    old = rng.choice(shared)
    new = other_number(old, rng)
    pattern = re.compile(rf"\b{old}\b")
    if rng.random() < 0.5:
        return replace(pair, claim=pattern.sub(new, pair.claim), stance=Stance.DISPUTES)
    return replace(pair, passage=pattern.sub(new, pair.passage), stance=Stance.DISPUTES)


def _bound_one(pair: LabelledPair, rng: random.Random) -> LabelledPair | None:
    sentence = _choose_sentence(pair.passage, rng)
    found = _COUNTED.search(sentence)
    if not found or amount(found.group(1)) < 3 or _BOUNDED.search(sentence):
        return None
    holds = rng.random() < 0.5
    limit = bound(amount(found.group(1)), holds, rng)
    claim = sentence[: found.start(1)] + limit + sentence[found.end(1) :]
    stance = Stance.SUPPORTS if holds else Stance.DISPUTES
    return replace(pair, claim=claim[:1].upper() + claim[1:], stance=stance)


def _copy_one(pair: LabelledPair, rng: random.Random) -> LabelledPair | None:
    sentence = _choose_sentence(pair.passage, rng)
    if not sentence:
        return None
    claim = _ASIDE.sub("", _DATE.sub("", sentence))
    claim = respell(claim) if rng.random() < 0.5 else claim
    return replace(pair, claim=claim, stance=Stance.SUPPORTS)


def _choose_sentence(passage: str, rng: random.Random) -> str:
    sentences = [s for s in _SENTENCE.split(passage) if len(s.split()) in _COPY_WORDS]
    return rng.choice(sentences) if sentences else ""


def _report(claim: str, stance: Stance, rng: random.Random) -> str:
    what = claim.rstrip(". ")
    if _LOWERED.match(what):
        what = what[0].lower() + what[1:]
    who = rng.choice(_WHO)
    low = who[0].lower() + who[1:]
    frame = rng.choice(REPORTS[stance])
    text = frame.format(who=who, who_low=low, what=what, day=rng.choice(_DAYS))
    return text[0].upper() + text[1:]


def _take_changed(
    pairs: Sequence[LabelledPair], made: Iterable[LabelledPair], count: int
) -> list[LabelledPair]:
    changed = (new if new != old else None for old, new in zip(pairs, made, strict=True))
    return _first(changed, count)


def _first(made: Iterable[LabelledPair | None], count: int) -> list[LabelledPair]:
    return list(islice((pair for pair in made if pair is not None), count))
