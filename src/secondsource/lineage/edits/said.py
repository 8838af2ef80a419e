"""Hedges and attributions that were dropped, added or changed between two versions."""

from collections.abc import Iterator, Mapping

from secondsource.lineage.edits.changes import Compared, Side, to_lower
from secondsource.lineage.edits.compare import Range
from secondsource.lineage.edits.found import (
    Found,
    Matches,
    Touched,
    is_near,
    match_items,
    same_cluster,
    touch,
)
from secondsource.lineage.edits.naming import same_source
from secondsource.lineage.edits.sayings import (
    Hedge,
    Saying,
    find_hedges,
    find_sayings,
    hedge_content_stays,
    said_content_stays,
    source_words,
)
from secondsource.lineage.edits.words import EditWords
from secondsource.lineage.family import EditType


def find_said(compared: Compared, words: EditWords) -> Iterator[Found]:
    """Changes of how sure a sentence is and of who says it."""
    hedges = [find_hedges(side, words) for side in (compared.parent, compared.child)]
    yield from _compare_hedges(compared, words, hedges[0], hedges[1])
    left = find_sayings(compared.parent, words, hedges[0])
    right = find_sayings(compared.child, words, hedges[1])
    yield from _compare_sayings(compared, words, left, right)


def _compare_hedges(
    compared: Compared, words: EditWords, left: list[Hedge], right: list[Hedge]
) -> Iterator[Found]:
    matches = match_items(
        compared,
        _touch_hedges(compared.parent, left, right),
        _touch_hedges(compared.child, right, left),
        (
            lambda a, b: a.item.key == b.item.key and is_near(compared, a, b),
            lambda a, b: same_cluster(compared, a, b),
        ),
    )
    for side, other, items, kind in (
        (compared.parent, compared.child, matches.gone, EditType.HEDGE_REMOVED),
        (compared.child, compared.parent, matches.new, EditType.HEDGE_ADDED),
    ):
        for hit in items:
            stays = hedge_content_stays(side, hit.item, words) or _is_inflected(side, other, hit)
            if stays and not _is_free(other, hit, words):
                yield Found(kind, hit.change, hit.change)


def _touch_hedges(side: Side, hedges: list[Hedge], others: list[Hedge]) -> list[Touched[Hedge]]:
    """The hedges that a change touches, but for those of which the other version keeps a part."""
    return [
        hit
        for hit in touch(side, hedges, lambda hedge: hedge.words)
        if not any(
            (there := side.other_place(word)) is not None
            and any(other.words[0] <= there < other.words[1] for other in others)
            for word in range(*hit.words)
        )
    ]


def _is_inflected(side: Side, other: Side, hit: Touched[Hedge]) -> bool:
    """Whether only another form of the verb replaces a hedge and its verb: habría mentido, mintió.

    A form is told by its first letter, as stems change and there is no list of verbs.
    """
    begin, end = hit.words[1], side.changes[hit.change][1]
    low, high = other.changes[hit.change]
    if end - begin != 1 or not 1 <= high - low <= 2:
        return False
    verb = side.version.span(begin, end).of(side.version.text)
    forms = [other.version.span(k, k + 1).of(other.version.text) for k in range(low, high)]
    return any(min(len(verb), len(form)) > 3 and form[0] == verb[0] for form in forms)


def _is_free(other: Side, hit: Touched[Hedge], words: EditWords) -> bool:
    """Whether what stands in a hedge's place is no certainty either: could, can, up to."""
    begin, end = other.changes[hit.change]
    if begin == end:
        return False
    instead = to_lower(other.version.span(begin, end).of(other.version.text))
    with_one_before = other.version.span(max(other.words[0], begin - 1), end)
    bound = f"{to_lower(with_one_before.of(other.version.text))} "
    return bool(words.unhedged.search(instead) or words.bounds.search(bound))


def _compare_sayings(
    compared: Compared, words: EditWords, left: list[Saying], right: list[Saying]
) -> Iterator[Found]:
    matches = _match_cues(compared, words, left, right)
    for a, b in matches.pairs:
        if _is_other_source(compared, words, a.item, b.item):
            yield Found(EditType.ATTRIBUTION_CHANGED, a.change, b.change)
        if a.item.doubts != b.item.doubts:
            kind = EditType.HEDGE_REMOVED if a.item.doubts else EditType.HEDGE_ADDED
            yield Found(kind, a.change, b.change)
    for hit in matches.gone:
        if _speaks_for_itself(hit, compared.parent, compared.child, words):
            yield Found(EditType.ATTRIBUTION_REMOVED, hit.change, hit.change)
            if hit.item.doubts:
                yield Found(EditType.HEDGE_REMOVED, hit.change, hit.change)
    for hit in matches.new:
        if _speaks_for_itself(hit, compared.child, compared.parent, words):
            yield Found(EditType.ATTRIBUTION_CHANGED, hit.change, hit.change)
            if hit.item.doubts:
                yield Found(EditType.HEDGE_ADDED, hit.change, hit.change)
    yield from _compare_kept_cues(compared, words, left, right)


def _speaks_for_itself(hit: Touched[Saying], side: Side, other: Side, words: EditWords) -> bool:
    """Whether the other version has what was said without the source that says it here."""
    begin, end = other.changes[hit.change]
    if begin < end:
        instead = to_lower(other.version.span(begin, end).of(other.version.text))
        if words.says.search(instead) or words.reports.search(instead):
            return False
    return said_content_stays(side, hit.item) and not _is_swapped(hit, side, other, words)


def _is_swapped(hit: Touched[Saying], side: Side, other: Side, words: EditWords) -> bool:
    """Whether only another verb stands in the place of a cue, its source and all else as before."""
    own, theirs = (_said_words(each, each.changes[hit.change], words) for each in (side, other))
    cue, source = hit.item.cue, hit.item.source
    source_stays = source[0] < source[1] and side.change_at(source) is None
    return own <= cue[1] - cue[0] and source_stays and 0 < theirs <= own + 1


def _said_words(side: Side, change: Range, words: EditWords) -> int:
    """How many words a change has, "that" left out."""
    begin, end = change
    texts = (side.version.span(k, k + 1).of(side.version.text).lower() for k in range(begin, end))
    return sum(not words.that.fullmatch(text) for text in texts)


def _match_cues(
    compared: Compared, words: EditWords, left: list[Saying], right: list[Saying]
) -> Matches[Saying]:
    return match_items(
        compared,
        touch(compared.parent, left, lambda saying: saying.cue),
        touch(compared.child, right, lambda saying: saying.cue),
        (
            lambda a, b: (
                is_near(compared, a, b) and not _is_other_source(compared, words, a.item, b.item)
            ),
            lambda a, b: same_cluster(compared, a, b),
            lambda a, b: is_near(compared, a, b),
        ),
    )


def _compare_kept_cues(
    compared: Compared, words: EditWords, left: list[Saying], right: list[Saying]
) -> Iterator[Found]:
    """Sources that changed beside a cue that was kept: police said, officials said."""
    by_cue = {saying.cue: saying for saying in right}
    for saying in left:
        begin = compared.parent.other_place(saying.cue[0])
        size = saying.cue[1] - saying.cue[0]
        twin = by_cue.get((begin, begin + size)) if begin is not None else None
        if twin is None:
            continue
        here = compared.parent.change_at(saying.source)
        there = compared.child.change_at(twin.source)
        if here is None or there is None:
            continue
        if _is_other_source(compared, words, saying, twin):
            yield Found(EditType.ATTRIBUTION_CHANGED, here, there)


def _is_other_source(compared: Compared, words: EditWords, left: Saying, right: Saying) -> bool:
    """Whether each of two sources names somebody that the other does not."""
    ours = source_words(compared.parent, left, words)
    theirs = source_words(compared.child, right, words)
    only_ours, only_theirs = _without(ours, theirs), _without(theirs, ours)
    if not only_ours or not only_theirs:
        return False
    return not same_source(only_ours, only_theirs)


def _without(words: Mapping[str, str], others: Mapping[str, str]) -> list[str]:
    return [word for lower, word in words.items() if lower not in others]
