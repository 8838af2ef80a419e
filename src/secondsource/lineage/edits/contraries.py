"""What turns a sentence: a negation that came or went, or a word that became its contrary."""

import re
from collections import defaultdict

from secondsource.lineage.edits.changes import Compared, Side
from secondsource.lineage.edits.negation import find_negations
from secondsource.lineage.edits.words import EditWords
from secondsource.lineage.family import Negation

_SHORT = 4  # words of a change in which one answers to the other; set by hand
_NEAR = 3  # words around a change in which a negation belongs to it; set by hand
_LONG = 4  # letters of a word that may be a name, or a part of one
_WORD = re.compile(r"\w+")


def find_turns(compared: Compared, words: EditWords) -> dict[int, Negation]:
    """The changes (by number) that make a sentence say the contrary, one for a cluster.

    A negation and a contrary together ("did not fall", "rose") leave it as it was, and so may a
    contrary where other words changed places ("A beat B", "B lost to A").
    """
    negations = find_negations(compared, words)
    if _has_swapped(compared):
        return negations
    contraries = [k for k in range(len(compared.changes)) if _turns(compared, k, words)]
    clusters = {compared.clusters[k] for k in contraries}
    turns = {k: kind for k, kind in negations.items() if compared.clusters[k] not in clusters}
    for number in contraries:
        if compared.clusters[number] in clusters and not _is_denied(compared, number, words):
            turns[number] = Negation.CONTRARY
            clusters.remove(compared.clusters[number])
    return turns


def _turns(compared: Compared, number: int, words: EditWords) -> bool:
    """Whether a word of a short change stands in the place of its contrary."""
    here, there = (_list_words(s, number) for s in (compared.parent, compared.child))
    if not 0 < len(here) <= _SHORT or not 0 < len(there) <= _SHORT:
        return False
    return any(
        _has(one, here) and _has(other, there) and not _has(one, there) and not _has(other, here)
        for left, right in words.contraries
        for one, other in ((left, right), (right, left))
    )


def _has(side: re.Pattern[str], words: list[str]) -> bool:
    return any(side.fullmatch(word) for word in words)


def _list_words(side: Side, number: int, around: int = 0) -> list[str]:
    """The words of a change, and some around it, in small letters."""
    return _WORD.findall(_text(side, number, around))


def _text(side: Side, number: int, around: int) -> str:
    begin, end = side.changes[number]
    if begin >= end and not around:
        return ""
    begin, end = max(side.words[0], begin - around), min(side.words[1], end + around)
    return side.version.span(begin, end).shift(-side.whole.start).of(side.lower)


def _is_denied(compared: Compared, number: int, words: EditWords) -> bool:
    """Whether only one of the versions has a negation about the change."""
    cluster = [k for k, c in enumerate(compared.clusters) if c == compared.clusters[number]]
    denied = [
        any(words.negations.search(_text(side, k, _NEAR)) for k in cluster)
        for side in (compared.parent, compared.child)
    ]
    return denied[0] != denied[1]


def _has_swapped(compared: Compared) -> bool:
    """Whether a word that one change took out another put in: names that changed places."""
    gone: defaultdict[str, set[int]] = defaultdict(set)
    for number in range(len(compared.changes)):
        for word in _list_words(compared.parent, number):
            gone[word].add(number)
    return any(
        len(word) >= _LONG and gone.get(word, set()) - {number}
        for number in range(len(compared.changes))
        for word in _list_words(compared.child, number)
    )
