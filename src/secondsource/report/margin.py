"""The margin of the article: which notes stand open beside a paragraph, so that they fit there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from secondsource.evidence.finding import Standing
from secondsource.report.claims import ClaimView
from secondsource.report.marks import Paragraph
from secondsource.report.wording import STANDING_ORDER

# Heights in lines of the article, as Chromium draws them at 1280 pixels.
_SIGNS_PER_LINE: Final = 72
_FOLDED: Final = 0.5
_OPEN: Final = 5.2


@dataclass(frozen=True, slots=True)
class Beside:
    """A paragraph with the statements in it that were looked up, in the order of the text.

    `open` are the numbers of those whose notes stand open beside it.
    """

    paragraph: Paragraph
    claims: tuple[ClaimView, ...]
    open: frozenset[int]


def place_notes(paragraphs: Sequence[Paragraph], claims: Sequence[ClaimView]) -> tuple[Beside, ...]:
    """Each paragraph with what was found for its statements."""
    by_number = {claim.number: claim for claim in claims if claim.number}
    return tuple(_place(paragraph, by_number) for paragraph in paragraphs)


def _place(paragraph: Paragraph, by_number: Mapping[int, ClaimView]) -> Beside:
    numbers = dict.fromkeys(n for piece in paragraph.pieces for n in piece.numbers)
    found = tuple(by_number[number] for number in numbers if number in by_number)
    length = sum(len(piece.text) for piece in paragraph.pieces)
    return Beside(paragraph, found, choose_open(length, found))


def choose_open(length: int, claims: Sequence[ClaimView]) -> frozenset[int]:
    """The numbers of the notes that stand open: what needs a decision first, while there is room.

    The first stands open in any case, unless there are only echoes.

    Args:
        length: of the paragraph, in characters.
        claims: those whose notes stand beside it.
    """
    told = sorted((claim for claim in claims if claim.best), key=_rank)
    room = ceil(length / _SIGNS_PER_LINE) - _FOLDED * len(claims)
    fitting = max(0, int(room / (_OPEN - _FOLDED)))
    in_any_case = 1 if told and told[0].standing is not Standing.ECHOED else 0
    return frozenset(claim.number for claim in told[: max(in_any_case, fitting)])


def _rank(claim: ClaimView) -> tuple[bool, int, float, int]:
    echoed = claim.standing is Standing.ECHOED
    return echoed, STANDING_ORDER.index(claim.standing), -claim.worth, claim.number
