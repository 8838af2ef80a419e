"""Votes and scores in a sentence, in any of their writings: "5-2", "by five votes to two"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from secondsource.article import Span
from secondsource.evidence.stance.cues import has_any, load_cues
from secondsource.lineage.edits.numbers import Amount

_DASH = re.compile(r"\s?[-–—:]\s?")
_MOST = 999  # of a parliament, or of points; "2015-26" are years
_BESIDE = 30  # characters in which "for" or "against" stands beside a number
_LINKS = re.compile(r"[\s,;()]*(?:\w+[\s,;()]+)?")
_GLUE = re.compile(r"[\s,;()–—-]*")


def find_scores(
    small: str, amounts: Sequence[Amount], language: str
) -> Iterator[tuple[Amount, Amount]]:
    """The two numbers of each vote or score of a sentence, the larger first.

    Args:
        small: the sentence in small letters.
        amounts: its numbers.
        language: ISO 639-1 code.
    """
    told = has_any(("votes",), small, language)
    whole = sorted((a for a in amounts if _can_be(a)), key=lambda a: a.span)
    for first, second in pairwise(whole):
        if _is_score(small, first, second, language, told):
            large, less = sorted((first, second), key=lambda a: -float(a.key[1]))
            yield large, less


def _can_be(amount: Amount) -> bool:
    value = float(amount.key[1])
    return not amount.unit and value.is_integer() and 0 <= value <= _MOST


def _is_score(small: str, first: Amount, second: Amount, language: str, told: bool) -> bool:
    between = small[first.span.end : second.span.start]
    if _DASH.fullmatch(between):
        return told or float(first.key[1]) > float(second.key[1])
    if _come_before("not_to", small, first.span, language):
        return False
    if load_cues("to", language).fullmatch(between.strip()):
        return told
    return _are_sides(small, first.span, second.span, language)


def _come_before(kind: str, small: str, span: Span, language: str) -> bool:
    cues = load_cues(kind, language).finditer(small, max(0, span.start - _BESIDE), span.start)
    return any(not small[cue.end() : span.start].strip() for cue in cues)


def _are_sides(small: str, first: Span, second: Span, language: str) -> bool:
    """Whether one number is of those for something, the other of those against it."""
    between = small[first.end : second.start]
    after = small[second.end : second.end + _BESIDE]
    before = small[max(0, first.start - _BESIDE) : first.start]
    for one, other in (("for", "against"), ("against", "for")):
        if _begins(one, between, language) and _begins(other, after, language):
            return True
        if _ends(one, before, language) and _ends(other, between, language):
            return True
    return False


def _begins(kind: str, text: str, language: str) -> bool:
    """Whether a word of a kind stands at the beginning, or after one word ("61 votes against")."""
    return any(
        _LINKS.fullmatch(text, 0, cue.start()) or _GLUE.fullmatch(text, 0, cue.start())
        for cue in load_cues(kind, language).finditer(text)
    )


def _ends(kind: str, text: str, language: str) -> bool:
    return any(
        _GLUE.fullmatch(text, cue.end(), len(text)) or text[cue.end() :].strip() == ":"
        for cue in load_cues(kind, language).finditer(text)
    )
