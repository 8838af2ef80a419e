"""What each change between two versions of a sentence did."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from rapidfuzz import fuzz

from secondsource.article import Span
from secondsource.lineage.edits.amounts import find_amounts, find_kept_units
from secondsource.lineage.edits.changes import SHORT, Change, Compared, Side, is_close
from secondsource.lineage.edits.contraries import find_turns
from secondsource.lineage.edits.found import (
    Found,
    is_near,
    match_items,
    touch,
)
from secondsource.lineage.edits.naming import list_names, same_name
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
_SAME_SPELLING = 85  # of 100; centre and center give 83, too little to be told from won and woe
_LONG_WORD = 6  # letters


def classify(compared: Compared, words: EditWords, whole: bool = True) -> list[Edit]:
    """The edits of one group of sentences; a change that is nothing else is one of wording.

    Args:
        compared: the group with its changes.
        words: of its language.
        whole: whether the two are versions of one text. Two articles that only share a
            quotation each introduce it in their own place: that changes no attribution.
    """
    finders = (find_said, find_amounts, _find_names, _find_loaded) if compared.changes else ()
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
    negations = find_turns(compared, words)
    edits = list(_show_typed(compared, tuple(typed), negations))
    edits += _show_marks(compared, here, there) if here.whole and there.whole else ()
    edits += _show_wording(compared, _list_changes(typed), negations)
    return [*edits, *_show_units(compared, words)]


def _list_changes(found: Iterable[Found]) -> set[int]:
    """The numbers of the changes that are of some type."""
    return {number for each in found for number in (each.parent, each.child)}


def _is_spelling(compared: Compared, number: int) -> bool:
    """Whether a change only spells the same word another way: recognise, recognize."""
    left, right = (_letters(side, number) for side in (compared.parent, compared.child))
    change = compared.changes[number]
    one = max(change.parent[1] - change.parent[0], change.child[1] - change.child[0]) == 1
    like = fuzz.ratio(left, right) >= _SAME_SPELLING and left[:2] == right[:2]
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


def _show_units(compared: Compared, words: EditWords) -> Iterator[Edit]:
    """Equal figures of which only a sign differs, and no word: $5 and £5, -5 and 5."""
    for before, after in find_kept_units(compared, words):
        yield _make_edit(EditType.NUMBER, compared, before, after)


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
    if not (is_close(compared.changes[left]) and is_close(compared.changes[right])):
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
    return longer <= (SHORT if shorter else SHORT // 2)


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
