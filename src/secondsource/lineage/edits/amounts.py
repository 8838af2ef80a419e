"""Numbers and dates that differ between two versions: by value, by unit, by sign or by bound."""

import re
from collections.abc import Callable, Iterator, Sequence

from secondsource.article import Span
from secondsource.lineage.edits.changes import SHORT, Change, Compared, Side, is_close
from secondsource.lineage.edits.compare import Range
from secondsource.lineage.edits.dateline import find_dateline
from secondsource.lineage.edits.found import (
    Found,
    Matches,
    Touched,
    is_near,
    match_items,
    same_cluster,
    touch,
)
from secondsource.lineage.edits.measures import is_converted
from secondsource.lineage.edits.numbers import Amount, find_dates, find_numbers
from secondsource.lineage.edits.words import EditWords
from secondsource.lineage.family import EditType

_SIGNS = "$€£¥₽₴₹-−–"
_SIGNED = re.compile(r"[$€£¥₽₴₹%]|[-−–](?=\d)")
_BOUND_WITHIN = 24  # characters
_WEAK = (("number", 1.0), ("number", 0.5))  # "one" and "half" have other uses


def find_amounts(compared: Compared, words: EditWords) -> Iterator[Found]:
    """Numbers and dates that differ in what they mean."""
    sides = compared.parent, compared.child
    read = [_read_amounts(side, words) for side in sides]
    left, right = (_touch_amounts(s, amounts) for s, amounts in zip(sides, read, strict=True))
    matches = match_items(
        compared, left, right, [lambda a, b: _means_same(a, b) and is_near(compared, a, b)]
    )
    for a, b in matches.pairs:
        if _say_otherwise(compared, a.item, b.item, words):
            yield Found(EditType.NUMBER, a.change, b.change)
    for here, there in _pair_kept(compared, read[0], read[1]):
        beside = _change_beside(compared, here, there, words)
        if beside is not None and _say_otherwise(compared, here, there, words):
            yield Found(EditType.NUMBER, beside, beside)
    yield from _compare_others(compared, matches, words)


def _compare_others(
    compared: Compared, matches: Matches[Amount], words: EditWords
) -> Iterator[Found]:
    """The numbers and dates of which the other version has no equal; a dateline may go."""
    datelines = [find_dateline(side) for side in (compared.parent, compared.child)]
    both = all(begin < end for begin, end in datelines)
    gone, new = (
        [hit for hit in hits if both or not _is_within(hit, dateline)]
        for hits, dateline in zip((matches.gone, matches.new), datelines, strict=True)
    )
    changed = match_items(compared, gone, new, _amount_tests(compared))
    for a, b in changed.pairs:
        if not is_close(compared.changes[a.change]):
            continue
        kind = EditType.DATE if _is_date(a) and _is_date(b) else EditType.NUMBER
        yield Found(kind, a.change, b.change)
    for hit in (
        *(hit for hit in changed.gone if not _is_within(hit, datelines[0])),
        *(hit for hit in changed.new if not _is_within(hit, datelines[1])),
    ):
        change = compared.changes[hit.change]
        if _counts_alone(hit) and _is_short(change) and not _is_relative(compared, hit, words):
            yield Found(EditType.DATE if _is_date(hit) else EditType.NUMBER, hit.change, hit.change)


def _is_within(hit: Touched[Amount], place: Range) -> bool:
    return place[0] <= hit.words[0] and hit.words[1] <= place[1]


def _means_same(left: Touched[Amount], right: Touched[Amount]) -> bool:
    """Whether two amounts are one: in other units, or 1700 taken for a year and 1,700 not."""
    if is_converted(left.item.measure, right.item.measure):
        return True
    (kind, value), (other, its_value) = left.item.key, right.item.key
    return value == its_value and (kind == other or {kind, other} == {"year", "number"})


def _amount_tests(
    compared: Compared,
) -> Sequence[Callable[[Touched[Amount], Touched[Amount]], bool]]:
    """What may stand in the place of what: like for like in one change, then less alike."""
    return (
        lambda a, b: a.item.key[0] == b.item.key[0] and a.change == b.change,
        lambda a, b: a.item.key[0] == b.item.key[0] and same_cluster(compared, a, b),
        lambda a, b: _is_date(a) == _is_date(b) and same_cluster(compared, a, b),
        lambda a, b: a.change == b.change,
    )


def _is_date(hit: Touched[Amount]) -> bool:
    return _is_date_part(hit.item)


def _is_date_part(amount: Amount) -> bool:
    return amount.key[0] not in ("number", "ordinal")


def _counts_alone(hit: Touched[Amount]) -> bool:
    """Whether to drop or add it says something: "one" and "first" have other uses."""
    return hit.item.key[0] != "ordinal" and hit.item.key not in _WEAK


def _is_short(change: Change) -> bool:
    return max(high - low for low, high in (change.parent, change.child)) <= SHORT


def _is_relative(compared: Compared, hit: Touched[Amount], words: EditWords) -> bool:
    """Whether a day is told by its distance in one version: yesterday for Tuesday."""
    return any(
        words.relative_days.search(span.of(side.version.text).lower())
        for side in (compared.parent, compared.child)
        if (span := side.show(hit.change))
    )


def _read_amounts(side: Side, words: EditWords) -> list[Amount]:
    dates = find_dates(side.text, words)
    return [*dates, *find_numbers(side.text, side.lower, words, dates)]


def _touch_amounts(side: Side, amounts: Sequence[Amount]) -> list[Touched[Amount]]:
    return touch(side, amounts, lambda amount: _place(side, amount))


def _place(side: Side, amount: Amount) -> Range:
    offset = side.whole.start
    return side.version.range_of(offset + amount.span.start, offset + amount.span.end)


def _pair_kept(
    compared: Compared, left: Sequence[Amount], right: Sequence[Amount]
) -> Iterator[tuple[Amount, Amount]]:
    """The numbers whose own words both versions have, at their places."""
    places = {_place(compared.child, amount): amount for amount in right}
    for amount in left:
        begin, end = _place(compared.parent, amount)
        there = compared.parent.other_place(begin)
        twin = places.get((there, there + end - begin)) if there is not None else None
        if twin is not None and not _is_date_part(amount) and not _is_date_part(twin):
            yield amount, twin


def find_kept_units(compared: Compared, words: EditWords) -> Iterator[tuple[Span, Span]]:
    """Where equal figures stand of which only a sign differs, and no word: $5 and £5, -5 and 5."""
    sides = compared.parent, compared.child
    if not any(_SIGNED.search(side.text) for side in sides):
        return
    left, right = (_read_amounts(side, words) for side in sides)
    for a, b in _pair_kept(compared, left, right):
        if _differ_in_unit(a, b) and _change_beside(compared, a, b, words) is None:
            yield (
                _with_sign(compared.parent, _place(compared.parent, a)),
                _with_sign(compared.child, _place(compared.child, b)),
            )


def _change_beside(compared: Compared, left: Amount, right: Amount, words: EditWords) -> int | None:
    """The change that touches the bound of a number or a word next to it in either version."""
    for side, amount in ((compared.parent, left), (compared.child, right)):
        begin, end = _place(side, amount)
        if bound := _find_bound(side, amount, words):
            begin, _ = side.version.range_of(side.whole.start + bound.start(), side.whole.end)
        low, high = side.words
        if (change := side.change_at((max(low, begin - 1), min(high, end + 1)))) is not None:
            return change
    return None


def _say_otherwise(compared: Compared, left: Amount, right: Amount, words: EditWords) -> bool:
    """Whether equal figures say different things: of another unit, sign or bound."""
    if _differ_in_unit(left, right):
        return True
    sides = (compared.parent, left), (compared.child, right)
    bounds = [_find_bound(side, amount, words) for side, amount in sides]
    return {bound.lastgroup for bound in bounds if bound} == {"most", "least"}


def _find_bound(side: Side, amount: Amount, words: EditWords) -> re.Match[str] | None:
    """The words before a number that make it the `most` or the `least` that it may be."""
    start = amount.span.start
    return words.bounds.search(side.lower, max(0, start - _BOUND_WITHIN), start)


def _differ_in_unit(left: Amount, right: Amount) -> bool:
    """Whether two equal figures count other things: dollars and pounds, 5 and -5 degrees."""
    if left.key[0] == right.key[0] == "number" and left.key[1] != right.key[1]:
        return isinstance(left.key[1], float) and (-left.key[1],) == right.key[1:]
    if left.unit and right.unit and left.unit != right.unit:
        return True
    if left.measure and right.measure and left.measure != right.measure:
        return not is_converted(left.measure, right.measure)
    return False


def _with_sign(side: Side, place: Range) -> Span:
    """Where a number stands, with the sign of its currency or the minus before it."""
    span = side.version.span(*place)
    before = side.version.text[max(0, span.start - 2) : span.start]
    signs = before[len(before.rstrip(_SIGNS + " ")) :].lstrip()
    return Span(span.start - len(signs), span.end)
