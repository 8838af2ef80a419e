"""What stands at the head of a paragraph and is no part of it: a time of day, a bullet.

"14:05 The bridge is closed", "[14:05]", "2.05pm", "14.05 Uhr", "14h05", "14:05 BST –".
"""

import re
from functools import cache

from secondsource.article import Span
from secondsource.reading.attribution.turns.table import load_words

_BULLET = re.compile(
    r"(?:[•●▪■◦‣·*►▶→✓]|-(?=[^\S\n]))[^\S\n]*(?=[\w«“„\"'(@#\[])|\d{1,2}\)[^\S\n]+(?=[^\W\d_a-z])"
)
_HOUR = r"(?:[01]?\d|2[0-3])"
_LOOKS_AT = 60
"""Code points at a paragraph's head in which a time of day stands."""


@cache
def _stamp() -> re.Pattern[str]:
    words = load_words("en")
    updated = "|".join(map(re.escape, words.updated))
    hours = "|".join(map(re.escape, words.hours))
    unit = rf"(?:[^\S\n]?(?:{hours})(?!\w))"
    sure = rf"{_HOUR}:[0-5]\d(?::[0-5]\d)?{unit}{{0,2}}"
    spelt = rf"{_HOUR}[^\S\n]?[hHч][^\S\n]?[0-5]\d{unit}{{0,2}}"
    doubtful = rf"{_HOUR}\.[0-5]\d"
    whole = r"1?\d[^\S\n]?[ap]\.?m\b\.?"
    dated = r"(?:\d{1,2}\.\d{1,2}\.(?:\d{2,4})?,?[^\S\n]+|\d{4}-\d\d-\d\d,?[^\S\n]+)?"
    parted = r"[^\S\n]*(?:[–—|:,]|-(?=\s))"
    time = rf"{dated}(?:{sure}|{spelt}|{doubtful}{unit}{{1,2}}|{whole}{unit}?)"
    return re.compile(
        rf"(?:(?:{updated})[^\S\n]*:?[^\S\n]+)?"
        rf"(?:\[(?:{time}|{doubtful})\]|\((?:{time}|{doubtful})\)"
        rf"|(?:{time}|{doubtful}(?={parted}|[^\S\n]*$)))"
        rf"(?P<parted>{parted})?(?:[^\S\n]+(?P<next>\S)|(?=\S)(?<=[\])–—|])|$)",
        re.IGNORECASE | re.MULTILINE,
    )


def skip_opening(text: str, block: Span) -> int:
    """Where a paragraph itself begins, after a bullet and a time of day; its end if it is no more.

    Args:
        text: the text.
        block: a paragraph, without white space around it.
    """
    bullet = _BULLET.match(text, block.start, block.end)
    at = bullet.end() if bullet else block.start
    if text[at] in "[(" or text[at].isdigit() or _may_be_updated(text, at, block):
        return _skip_stamp(text, at, block.end)
    return at


def _may_be_updated(text: str, at: int, block: Span) -> bool:
    """Whether a time can stand after some words: the paragraph is short."""
    return len(block) < _LOOKS_AT and any(sign.isdigit() for sign in text[at : block.end])


def _skip_stamp(text: str, at: int, end: int) -> int:
    match = _stamp().match(text, at, min(end, at + _LOOKS_AT))
    if match is None:
        return at
    following = match.start("next")
    if following < 0:
        return match.end()
    starts = not text[following].islower() and not text[following].isdigit()
    return following if starts or match["parted"] else at
