"""Whether a fact-check is set in the month of a post, and whether both are about a picture."""

import re
from dataclasses import dataclass

from secondsource.factcheck.reviews.post import MONTHS, Post, tells_of_picture

CIRCUMSTANCES = ("month_of_post", "picture_of_both")

_MONTH = re.compile(rf"\b({MONTHS})(?: \d{{1,2}},?)? (\d{{4}})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The months a fact-check names ("march 2031"), and whether it is about a picture."""

    months: frozenset[str]
    of_picture: bool


def note_circumstances(text: str) -> Circumstances:
    """What the claim of a fact-check and its headline say of when and of what is shown.

    Both are told by English words, whatever the language of the text.
    """
    months = frozenset(f"{name} {year}".lower() for name, year in _MONTH.findall(text))
    return Circumstances(months, tells_of_picture(text))


def compare_circumstances(post: Post, checked: Circumstances) -> tuple[float, ...]:
    """The numbers named in `CIRCUMSTANCES`, each 0 or 1; unsigned claims are of no known month."""
    return float(post.month in checked.months), float(checked.of_picture and post.pictured)
