"""Pairs in which somebody else does it: names of a claim changed, beside the unchanged claim.

So that a passage with all the words of a claim, and its names in other places, disputes it.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from evals.verification_sets import LabelledPair
from secondsource.evidence.finding import Stance

_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: (?:of |de |van |von )?[A-Z][\w’'-]+)*")
# Mostly a person's or a place's, so that one can stand for another and the claim makes sense.
_TWO_WORDS = re.compile(r"(?!The |A |In |Mount )[A-Z][a-z’'-]+ [A-Z][a-z’'-]+")
# "A met B" and "A and B are" say the same with their names changed over.
_EVEN = re.compile(
    r"\b(?:and|or|with|between|both|married|marry|met|meets|like|as|same|than|versus|vs|near)\b"
)
_LEAST_LETTERS = 4


def swap_names(pairs: Sequence[LabelledPair], count: int, rng: random.Random) -> list[LabelledPair]:
    """Supported claims with two names changed over or one replaced, which the passage disputes.

    Only claims with two names that the passage has too: what is left of them still says which
    event is meant.

    Args:
        pairs: where to look; other names come from their claims.
        count: how many changed claims there may be.
        rng: chooses pairs, names and changes.

    Returns:
        Each changed pair after the unchanged one that still supports.
    """
    supported = [pair for pair in pairs if pair.stance is Stance.SUPPORTS]
    rng.shuffle(supported)
    found = {name for pair in supported for name in _NAME.findall(pair.claim)}
    names = sorted(filter(_TWO_WORDS.fullmatch, found))
    made: list[LabelledPair] = []
    for pair, claim in _change_claims(supported, names, rng):
        made += [pair, replace(pair, claim=claim, stance=Stance.DISPUTES)]
        if len(made) >= 2 * count:
            break
    return made


def _change_claims(
    pairs: Sequence[LabelledPair], names: Sequence[str], rng: random.Random
) -> Iterator[tuple[LabelledPair, str]]:
    for pair in pairs:
        shared = _shared_names(pair)
        actors = [name for name in shared if _TWO_WORDS.fullmatch(name)]
        if len(actors) > 1 and not _EVEN.search(pair.claim):
            yield pair, _change_over(pair.claim, *rng.sample(actors, 2))
        elif len(shared) > 1 and actors:
            other = rng.choice(names)
            if other not in f"{pair.claim} {pair.passage}":
                yield pair, pair.claim.replace(rng.choice(actors), other)


def _shared_names(pair: LabelledPair) -> list[str]:
    """The names in the claim that stand in the passage too, none a part of another."""
    known = set(_NAME.findall(pair.passage))
    found = dict.fromkeys(_NAME.findall(pair.claim))
    shared = [name for name in found if name in known and len(name) >= _LEAST_LETTERS]
    return [name for name in shared if not any(name in other for other in shared if other != name)]


def _change_over(text: str, one: str, other: str) -> str:
    pattern = re.compile(f"{re.escape(one)}|{re.escape(other)}")
    return pattern.sub(lambda found: other if found.group() == one else one, text)
