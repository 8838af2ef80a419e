"""Negations that were taken out or put in between two versions: "did not kill", "killed"."""

import re

from secondsource.lineage.edits.changes import Compared, Side
from secondsource.lineage.edits.found import Touched, is_near, match_items, same_cluster, touch
from secondsource.lineage.edits.sayings import Hedge, find_hedges, hedge_content_stays
from secondsource.lineage.edits.words import EditWords
from secondsource.lineage.family import Negation

_SHORT = 6  # words of a change that says the same thing without the negation; set by hand
_DOUBLED_WITHIN = 4  # words in which the other half of a double negation stands; set by hand
_PREFIX = 3  # letters that make a word its contrary: unhappy, невиновен
_ROOT = 4


def find_negations(compared: Compared, words: EditWords) -> dict[int, Negation]:
    """The changes (by number) that took out a negation or put one in, one for a cluster.

    Not those in which the other version denies it in other words (failed to, unhappy), nor
    those that took out or put in a whole clause with the negation in it.
    """
    left, right = (_touch(side, words) for side in (compared.parent, compared.child))
    matches = match_items(
        compared,
        left,
        right,
        (lambda a, b: same_cluster(compared, a, b), lambda a, b: is_near(compared, a, b)),
    )
    found: dict[int, tuple[int, Negation]] = {}
    for side, other, hits, negation in (
        (compared.parent, compared.child, matches.gone, Negation.REMOVED),
        (compared.child, compared.parent, matches.new, Negation.ADDED),
    ):
        for hit in hits:
            if _turns_sense(side, other, hit, words):
                found.setdefault(compared.clusters[hit.change], (hit.change, negation))
    return dict(found.values())


def _touch(side: Side, words: EditWords) -> list[Touched[Hedge]]:
    """The negations that a change touches, but for those within a hedge (not confirmed)."""
    offset = side.whole.start
    places = (
        side.version.range_of(offset + match.start(), offset + match.end())
        for match in words.negations.finditer(side.lower)
    )
    hits = touch(side, [Hedge(place, "") for place in places], lambda item: item.words)
    hedges = [hedge.words for hedge in find_hedges(side, words)] if hits else []
    return [h for h in hits if not any(b < h.words[1] and h.words[0] < e for b, e in hedges)]


def _turns_sense(side: Side, other: Side, hit: Touched[Hedge], words: EditWords) -> bool:
    """Whether the other version says without the negation what was denied here."""
    here, there = (_change_text(each, hit.change) for each in (side, other))
    if words.values.doubled_negation and words.negations.search(
        _change_text(other, hit.change, _DOUBLED_WITHIN)
    ):
        return False
    if words.negative.search(there) and not words.negative.search(here):
        return False
    return not _is_contrary(here, there) and _content_stays(side, other, hit, words)


def _content_stays(side: Side, other: Side, hit: Touched[Hedge], words: EditWords) -> bool:
    longest = max(end - begin for begin, end in (s.changes[hit.change] for s in (side, other)))
    rewritten = side.replaced[hit.change] and longest <= _SHORT
    return rewritten or hedge_content_stays(side, hit.item, words)


def _change_text(side: Side, number: int, around: int = 0) -> str:
    """The words of a change, and some around it, in small letters; empty where it has none."""
    begin, end = side.changes[number]
    begin, end = max(side.words[0], begin - around), min(side.words[1], end + around)
    if begin >= end:
        return ""
    return side.version.span(begin, end).shift(-side.whole.start).of(side.lower)


def _is_contrary(here: str, there: str) -> bool:
    """Whether a word of one is another of the other with a prefix before it: happy, unhappy."""
    roots = [word for word in re.findall(r"\w+", here) if len(word) >= _ROOT]
    return any(
        word.endswith(root) and 0 < len(word) - len(root) <= _PREFIX
        for word in re.findall(r"\w+", there)
        for root in roots
    )
