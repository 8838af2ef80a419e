"""The dateline with which agency copy begins: "BREDE, Oct 2 (Reuters) - "."""

import re

from secondsource.lineage.edits.changes import Side
from secondsource.lineage.edits.compare import Range

_LONGEST = 120  # characters
_CAPITAL = r"[^\W\d_a-zа-яёіїєґà-ÿ]"
_PLACE = rf"{_CAPITAL}[\w’'/-]*\.?(?:[ ,]{{1,2}}{_CAPITAL}[\w’'/-]*\.?){{0,6}}"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|\.)?"
_MONTH = r"(?:de )?[^\W\d_]{3,10}\.?"
_DATE = rf"[ ,]{{1,2}}(?:{_DAY} {_MONTH}|{_MONTH} {_DAY})(?:,? (?:de )?\d{{4}})?"
_AGENCY = r"(?: ?\([^()\n]{2,40}\)[. ]{0,2}[-–—:]{1,2}| ?/[^/\n]{2,40}/ ?[-–—.]?)"
_IN_CAPITALS = rf"{_CAPITAL}{{3}}[^\Wa-zа-яёіїєґà-ÿ]*(?:[ ,]{{1,2}}{_CAPITAL}[\w’'-]*\.?){{0,6}}"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:{_DATE})?,?{_AGENCY}|{_IN_CAPITALS}{_DATE} ?[-–—]{{1,2}})\s"
)


def find_dateline(side: Side) -> Range:
    """The words of the dateline that begins a paragraph; an empty range where none does."""
    begin = side.words[0]
    if side.version.text[: side.whole.start].rstrip(" \t")[-1:] not in ("", "\n"):
        return begin, begin
    found = _DATELINE.match(side.text, 0, _LONGEST)
    end = side.whole.start + (found.end() if found else 0)
    return side.version.range_of(side.whole.start, end) if found else (begin, begin)
