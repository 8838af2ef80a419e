"""Whether a passage is about a claim at all, by the words that they share."""

from functools import lru_cache

from secondsource.evidence.finding import ClaimPassage, Stance
from secondsource.evidence.query.terms import content_words

RELATED = 0.15
"""The least share of the claim's content words in a passage that discusses it. Set by hand."""

_CLAIMS_KEPT = 1_024  # each is held against many passages


def share_words(pair: ClaimPassage) -> float:
    """The share of the claim's content words that stand in the passage (0..1)."""
    claim = _read_claim(pair.claim)
    return len(claim & content_words(pair.passage, None)) / max(1, len(claim))


def relate(share: float) -> Stance:
    """What a passage that takes no side does to a claim of whose words it has this share."""
    return Stance.DISCUSSES if share >= RELATED else Stance.UNRELATED


@lru_cache(maxsize=_CLAIMS_KEPT)
def _read_claim(text: str) -> frozenset[str]:
    return content_words(text, None)
