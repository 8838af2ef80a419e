"""How surely a passage or an origin takes its side."""

from typing import Final

from secondsource.evidence.finding import Evidence, Origin, Stance

UNSURE_BELOW: Final = 0.6
"""The score below which a reading is unsure; for reading only, chosen by eye."""


def is_unsure(stance: Stance, score: float) -> bool:
    """Whether a passage only may say the same, or the contrary."""
    return stance.takes_side and score < UNSURE_BELOW


def is_unsure_origin(origin: Origin) -> bool:
    """Whether an origin only may take its side, as none of its passages is read surely."""
    return is_unsure(origin.stance, score_origin(origin))


def score_origin(origin: Origin) -> float:
    """The score of its surest passage (0..1); 0 without any."""
    return max(map(score_passage, origin.evidence), default=0)


def score_passage(piece: Evidence) -> float:
    """How sure a stance is (0..1); what a person says is sure."""
    return 1.0 if piece.by_person else piece.score
