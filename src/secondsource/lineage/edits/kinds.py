"""What each change between two versions of a sentence did."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from rapidfuzz import fuzz

from secondsource.article import Span
from secondsource.lineage.edits.changes import Change, Compared, Side
from secondsource.lineage.edits.found import (
    Found,
    Touched,
    is_near,
    match_items,
    same_cluster,
    touch,
)
from secondsource.lineage.edits.measures import is_converted
from secondsource.lineage.edits.naming import list_names, same_name
from secondsource.lineage.edits.negation import find_negations
from secondsource.lineage.edits.numbers import Amount, find_dates, find_numbers
from secondsource.lineage.edits.quoting import (
    QuotedWords,
    find_moved_marks,
    has_marks,
    is_inside,
    read_quoted,
)
from secondsource.lineage.edits.said import find_said
from secondsource.lineage.edits.words import EditWords
from secondsource.lineage.family import Edit, EditType, Negation

_ATTRIBUTIONS = (EditType.ATTRIBUTION_REMOVED, EditType.ATTRIBUTION_CHANGED)
_CURRENCIES = "$€£¥₽₴₹"
_SHORT = 6  # words of a change in which a number, a date or a loaded word is what was changed
_REWRITTEN = 10  # words; where more stands for more, what answers to what is a guess
SAME_SPELLING = 85  # of 100; centre and center give 83, too little to be told from won and woe
_LONG_WORD = 6  # letters
_WEAK = (("number", 1.0), ("number", 0.5))  # "one" and "half" have other uses


def classify(compared: Compared, words: EditWords, whole: bool = True) -> list[Edit]:
    """The edits of one group of sentences; a change that is nothing else is one of wording.

    Args:
        compared: the group with its changes.
        words: of its language.
        whole: whether the two are versions of one text. Two articles that only share a
            quotation each introduce it in their own place: that changes no attribution.
    """
    finders = (find_said, _find_amounts, _find_names, _find_loaded) if compared.changes else ()
    found = dict.fromkeys(each for find in finders for each in find(compared, words))
    here, there = read_quoted(compared.parent), read_quoted(compared.child)
    if not whole:
        found = {f: None for f in found if not _introduces(compared, f, here, there)}
    quoted = {
        Found(EditType.QUOTATION, k, k): None
        for k, change in enumerate(compared.changes)
        if is_inside(change.parent, here.words) and is_inside(change.child, there.words)
        if not _is_spelling(compared, k)
    }
    typed = {**found, **quoted}
    negations = find_negations(compared, words)
    edits = list(_show_typed(compared, tuple(typed), negations))
    edits += _show_marks(compared, here, there) if here.whole and there.whole else ()
    edits += _show_wording(compared, _list_changes(typed), negations)
    return [*edits, *_find_units(compared, words)]


def _list_changes(found: Iterable[Found]) -> set[int]:
    """The numbers of the changes that are of some type."""
    return {number for each in found for number in (each.parent, each.child)}


def _is_spelling(compared: Compared, number: int) -> bool:
    """Whether a change only spells the same word another way: recognise, recognize."""
    left, right = (_letters(side, number) for side in (compared.parent, compared.child))
    change = compared.changes[number]
    one = max(change.parent[1] - change.parent[0], change.child[1] - change.child[0]) == 1
    like = fuzz.ratio(left, right) >= SAME_SPELLING and left[:2] == right[:2]
    return left == right or (one and like and len(left) >= _LONG_WORD and not left.isdigit())


def _introduces(compared: Compared, found: Found, here: QuotedWords, there: QuotedWords) -> bool:
    """Whether an attribution stands beside words that are quoted in both versions."""
    beside = (
        {begin - 1, end} & quoted.words
        for side, number, quoted in (
            (compared.parent, found.parent, here),
            (compared.child, found.child, there),
        )
        for begin, end in [side.changes[number]]
    )
    return found.type in _ATTRIBUTIONS and all(beside)


def _show_wording(
    compared: Compared, typed: set[int], negations: Mapping[int, Negation]
) -> Iterator[Edit]:
    """The clusters of changes of which none is of another type, and negations by themselves."""
    numbers = range(len(compared.changes))
    for _, together in groupby(numbers, key=lambda number: compared.clusters[number]):
        cluster = list(together)
        if not typed.intersection(cluster) and any(_is_more(compared, k) for k in cluster):
            ends = cluster[0], cluster[-1]
            before, after = compared.parent.show(*ends), compared.child.show(*ends)
            edit = _make_edit(EditType.WORDING, compared, before, after)
            negation = next((negations[k] for k in cluster if k in negations), None)
            yield replace(edit, negation=negation)
        elif typed.intersection(cluster):
            for k in negations.keys() & set(cluster) - typed:
                edit = _show(compared, Found(EditType.WORDING, k, k))
                yield replace(edit, negation=negations[k])


def _show_typed(
    compared: Compared, found: Sequence[Found], negations: Mapping[int, Negation]
) -> Iterator[Edit]:
    """The edits that are of some type, the first of each change with its negation."""
    told: set[int] = set()
    for each in found:
        numbers = {each.parent, each.child} & negations.keys() - told
        told |= numbers
        edit = _show(compared, each)
        yield replace(edit, negation=negations[min(numbers)]) if numbers else edit


def _show(compared: Compared, found: Found) -> Edit:
    return _make_edit(
        found.type, compared, compared.parent.show(found.parent), compared.child.show(found.child)
    )


def _make_edit(kind: EditType, compared: Compared, before: Span | None, after: Span | None) -> Edit:
    return Edit(
        kind,
        before.of(compared.parent.version.text) if before else "",
        after.of(compared.child.version.text) if after else "",
        before,
        after,
    )


def _is_more(compared: Compared, number: int) -> bool:
    """Whether a change is more than another way to write the same letters: e-mail, email."""
    left, right = (_letters(side, number) for side in (compared.parent, compared.child))
    return left != right


def _letters(side: Side, number: int) -> str:
    version = side.version
    words = (
        version.text[version.starts[k] : version.ends[k]] for k in range(*side.changes[number])
    )
    return "".join(words).casefold()


def _find_amounts(compared: Compared, words: EditWords) -> Iterator[Found]:
    """Numbers and dates that differ in what they mean."""
    left, right = (_touch_amounts(side, words) for side in (compared.parent, compared.child))
    matches = match_items(
        compared, left, right, [lambda a, b: _means_same(a, b) and is_near(compared, a, b)]
    )
    changed = match_items(compared, matches.gone, matches.new, _amount_tests(compared))
    for a, b in changed.pairs:
        if not _is_close(compared.changes[a.change]):
            continue
        kind = EditType.DATE if _is_date(a) and _is_date(b) else EditType.NUMBER
        yield Found(kind, a.change, b.change)
    for hit in (*changed.gone, *changed.new):
        change = compared.changes[hit.change]
        if _counts_alone(hit) and _is_short(change) and not _is_relative(compared, hit, words):
            yield Found(EditType.DATE if _is_date(hit) else EditType.NUMBER, hit.change, hit.change)


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
    return hit.item.key[0] not in ("number", "ordinal")


def _counts_alone(hit: Touched[Amount]) -> bool:
    """Whether to drop or add it says something: "one" and "first" have other uses."""
    return hit.item.key[0] != "ordinal" and hit.item.key not in _WEAK


def _is_close(change: Change) -> bool:
    """Whether a change replaces some words, and does not rewrite a sentence."""
    return min(high - low for low, high in (change.parent, change.child)) <= _REWRITTEN and (
        max(high - low for low, high in (change.parent, change.child)) <= 2 * _REWRITTEN
    )


def _is_short(change: Change) -> bool:
    return max(high - low for low, high in (change.parent, change.child)) <= _SHORT


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


def _touch_amounts(side: Side, words: EditWords) -> list[Touched[Amount]]:
    return touch(side, _read_amounts(side, words), lambda amount: _place(side, amount))


def _place(side: Side, amount: Amount) -> tuple[int, int]:
    offset = side.whole.start
    return side.version.range_of(offset + amount.span.start, offset + amount.span.end)


def _find_units(compared: Compared, words: EditWords) -> Iterator[Edit]:
    """Equal figures with another sign or unit: $5 and £5, 12 feet and 12 metres."""
    if not any(map(str.isdigit, compared.parent.text)):
        return
    right = {_place(compared.child, a): a for a in _read_amounts(compared.child, words)}
    for amount in _read_amounts(compared.parent, words):
        begin, end = _place(compared.parent, amount)
        there = compared.parent.other_place(begin)
        twin = right.get((there, there + end - begin)) if there is not None else None
        if twin and _differ_in_unit(amount, twin):
            spans = (
                _with_sign(side, _place(side, each))
                for side, each in ((compared.parent, amount), (compared.child, twin))
            )
            yield _make_edit(EditType.NUMBER, compared, *spans)


def _differ_in_unit(left: Amount, right: Amount) -> bool:
    """Whether two equal figures count other things: dollars and pounds, feet and metres."""
    if left.measure and right.measure and left.measure != right.measure:
        return not is_converted(left.measure, right.measure)
    return bool(left.unit and right.unit) and left.unit != right.unit


def _with_sign(side: Side, place: tuple[int, int]) -> Span:
    """Where a number stands, with the sign of its currency."""
    span = side.version.span(*place)
    before = side.version.text[max(0, span.start - 2) : span.start]
    return Span(span.start - len(before) + len(before.rstrip(_CURRENCIES + " ")), span.end)


def _find_names(compared: Compared, words: EditWords) -> Iterator[Found]:
    """A name in the place of another."""
    done: set[int] = set()
    for number in range(len(compared.changes)):
        if _changes_name(compared, number, number, words):
            done.add(compared.clusters[number])
            yield Found(EditType.NAME, number, number)
    for left in range(len(compared.changes)):
        for right in (left - 1, left + 1):
            cluster = compared.clusters[left]
            near = 0 <= right < len(compared.changes) and compared.clusters[right] == cluster
            if near and cluster not in done and _changes_name(compared, left, right, words):
                done.add(cluster)
                yield Found(EditType.NAME, left, right)


def _changes_name(compared: Compared, left: int, right: int, words: EditWords) -> bool:
    """Whether a change of the parent and one of the child name different persons or bodies."""
    if not (_is_close(compared.changes[left]) and _is_close(compared.changes[right])):
        return False
    ours, theirs = (
        [name for name, _ in list_names(side, side.changes[number], words)]
        for side, number in ((compared.parent, left), (compared.child, right))
    )
    texts = compared.parent.version.text, compared.child.version.text
    strangers = (
        any(not any(same_name(name, other, words, texts) for other in others) for name in names)
        for names, others in ((ours, theirs), (theirs, ours))
    )
    return bool(ours and theirs) and all(strangers)


def _find_loaded(compared: Compared, words: EditWords) -> Iterator[Found]:
    """Words that carry a judgement and stand in one version only."""
    left, right = (
        touch(side, _loaded(side, words), lambda item: item[1])
        for side in (compared.parent, compared.child)
    )
    matches = match_items(
        compared, left, right, [lambda a, b: a.item[0] == b.item[0] and is_near(compared, a, b)]
    )
    for hit in (*matches.gone, *matches.new):
        if _is_one_word(compared.changes[hit.change]):
            yield Found(EditType.LOADED_WORD, hit.change, hit.change)


def _is_one_word(change: Change) -> bool:
    """Whether a change swaps few words for few, or puts in or takes out hardly more than one."""
    shorter, longer = sorted(high - low for low, high in (change.parent, change.child))
    return longer <= (_SHORT if shorter else _SHORT // 2)


def _loaded(side: Side, words: EditWords) -> list[tuple[str, tuple[int, int]]]:
    """Loaded words by the beginning that their forms have in common, with where they stand."""
    found = []
    for begin, end in side.changes:
        for word in range(begin, end):
            start = side.version.starts[word] - side.whole.start
            if match := words.loaded.match(side.lower, start):
                stop = side.whole.start + match.end()
                found.append((match.group()[:5], (word, side.version.range_of(stop - 1, stop)[1])))
    return found


def _show_marks(compared: Compared, left: QuotedWords, right: QuotedWords) -> Iterator[Edit]:
    """Kept words that stand between quotation marks in one version only."""
    for here, there in find_moved_marks(compared.parent, left.words, right.words):
        if has_marks(compared.parent, here) and has_marks(compared.child, there):
            continue  # of two kinds, of which one was not understood
        before = left.show(compared.parent, here)
        after = right.show(compared.child, there)
        yield _make_edit(EditType.QUOTATION, compared, before, after)
