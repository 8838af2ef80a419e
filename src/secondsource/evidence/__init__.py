"""Evidence: which independent origins bear on a claim. Pure: no files, no clock, no network."""

from secondsource.evidence.examined import Examined, Options, PassageSearch, Tools
from secondsource.evidence.find import find_evidence
from secondsource.evidence.finding import (
    ClaimPassage,
    Coverage,
    Evidence,
    Finding,
    Origin,
    Path,
    Stance,
    StanceScore,
    Standing,
    Step,
    Tie,
)
from secondsource.evidence.origins.houses import Houses, load_houses

__all__ = [
    "ClaimPassage",
    "Coverage",
    "Evidence",
    "Examined",
    "Finding",
    "Houses",
    "Options",
    "Origin",
    "PassageSearch",
    "Path",
    "Stance",
    "StanceScore",
    "Standing",
    "Step",
    "Tie",
    "Tools",
    "find_evidence",
    "load_houses",
]
