"""Which sentences of two versions are versions of each other, and which words they keep.

Equal sentences first, by the longest common subsequence of whole sentences; between them the
longest common subsequence of words, kept only for sentences that share enough of them; then
what was moved elsewhere. Sentences left over were cut or added.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from secondsource.lineage.edits.version import Version

# Set by hand; no measurement is recorded.
_ANCHOR = 4  # words; shorter equal sentences ("He did.") are matched only between longer ones
_SHARED = 0.5  # part of the shorter sentence's words, and of its longer words
_RUN = 5  # equal words in a row make two sentences versions of each other in any case
_LONG = 4  # letters of a word that says something
_SHORT_LINE = 8  # words; a longer sentence that shares nothing was cut, and another added
_GRAM = 3  # words in a row by which a moved sentence is looked for
_LARGEST = 400_000_000  # words times words: a larger stretch is not compared word by word

Range = tuple[int, int]
Block = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences of the parent and of the child that are versions of each other.

    `parent` and `child` are ranges of words, `blocks` the runs of words both have: where it
    begins in the parent, where in the child, how many.
    """

    parent: Range
    child: Range
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two versions keep of each other, and the sentences (by number) only one of them has."""

    groups: tuple[Group, ...]
    cut: tuple[int, ...]
    added: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two sentences (by number) with the runs of words that they share."""

    parent: int
    child: int
    blocks: tuple[Block, ...]


def compare(parent: Version, child: Version, where: Sequence[tuple[Range, Range]]) -> Comparison:
    """What two versions keep of each other.

    Args:
        parent: one version.
        child: the other.
        where: pairs of ranges of sentences to compare, parent first.
    """
    pairs = [pair for region in where for pair in _compare_region(parent, child, region)]
    left = _left_over([r[0] for r in where], {pair.parent for pair in pairs})
    right = _left_over([r[1] for r in where], {pair.child for pair in pairs})
    moved = list(_find_moved(parent, child, left, right))
    replaced = list(_find_replaced(parent, child, [*pairs, *moved], left))
    groups = tuple(_join_pairs(parent, child, [*pairs, *moved, *replaced]))
    return Comparison(
        groups,
        tuple(_outside(parent, left, [group.parent for group in groups])),
        tuple(_outside(child, right, [group.child for group in groups])),
    )


def _left_over(ranges: Sequence[Range], taken: set[int]) -> list[int]:
    return sorted({n for low, high in ranges for n in range(low, high)} - taken)


def _outside(version: Version, sentences: Sequence[int], taken: Sequence[Range]) -> Iterator[int]:
    """The sentences that lie in no group."""
    within = {n for begin, end in taken for n in range(*_sentences_of(version, begin, end))}
    return (n for n in sentences if n not in within)


def _sentences_of(version: Version, begin: int, end: int) -> Range:
    return version.sentence_at(begin), version.sentence_at(end - 1) + 1


def _compare_region(parent: Version, child: Version, region: tuple[Range, Range]) -> list[_Pair]:
    """Equal sentences in order, and between them those that share words."""
    (p_low, p_high), (c_low, c_high) = region
    ids: dict[tuple[int, ...], int] = {}
    p_keys = [_key(parent, n, ids, -1) for n in range(p_low, p_high)]
    c_keys = [_key(child, n, ids, -2) for n in range(c_low, c_high)]
    pairs: list[_Pair] = []
    p_at, c_at = p_low, c_low
    for p, c, count in _find_blocks(p_keys, c_keys):
        pairs += _compare_words(parent, child, (p_at, p_low + p), (c_at, c_low + c))
        pairs += (_equal_pair(parent, child, p_low + p + k, c_low + c + k) for k in range(count))
        p_at, c_at = p_low + p + count, c_low + c + count
    pairs += _compare_words(parent, child, (p_at, p_high), (c_at, c_high))
    return pairs


def _key(version: Version, sentence: int, ids: dict[tuple[int, ...], int], short: int) -> int:
    """One number for equal sentences; short ones equal none."""
    begin, end = version.sentences[sentence]
    if end - begin < _ANCHOR:
        return short - 2 * sentence
    return ids.setdefault(tuple(version.words[begin:end]), len(ids))


def _find_blocks(left: Sequence[int], right: Sequence[int]) -> list[Block]:
    """The runs that two sequences have in common, in order: a longest common subsequence."""
    if len(left) * len(right) > _LARGEST:
        return []
    blocks = LCSseq.editops(left, right).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]


def _equal_pair(parent: Version, child: Version, p: int, c: int) -> _Pair:
    begin, end = parent.sentences[p]
    return _Pair(p, c, ((begin, child.sentences[c][0], end - begin),))


def _compare_words(parent: Version, child: Version, p_part: Range, c_part: Range) -> list[_Pair]:
    """The pairs of sentences between two places that share enough words in order."""
    if p_part[0] >= p_part[1] or c_part[0] >= c_part[1]:
        return []
    p_low, p_high = parent.sentences[p_part[0]][0], parent.sentences[p_part[1] - 1][1]
    c_low, c_high = child.sentences[c_part[0]][0], child.sentences[c_part[1] - 1][1]
    shared: dict[tuple[int, int], list[Block]] = defaultdict(list)
    for p, c, size in _find_blocks(parent.words[p_low:p_high], child.words[c_low:c_high]):
        for block in _cut_block(parent, child, (p_low + p, c_low + c, size)):
            shared[parent.sentence_at(block[0]), child.sentence_at(block[1])].append(block)
    pairs = (_Pair(p, c, tuple(blocks)) for (p, c), blocks in shared.items())
    return [pair for pair in pairs if _is_version(parent, child, pair)]


def _cut_block(parent: Version, child: Version, block: Block) -> Iterator[Block]:
    """A run of equal words cut where a sentence ends in either version."""
    p, c, size = block
    while size:
        p_end = parent.sentences[parent.sentence_at(p)][1]
        c_end = child.sentences[child.sentence_at(c)][1]
        step = min(size, p_end - p, c_end - c)
        yield p, c, step
        p, c, size = p + step, c + step, size - step


def _is_version(parent: Version, child: Version, pair: _Pair) -> bool:
    """Whether two sentences share a run of words, or half of the shorter one's."""
    if max(size for _, _, size in pair.blocks) >= _RUN:
        return True
    shared = sum(size for _, _, size in pair.blocks)
    if shared == _length(parent, pair.parent) == _length(child, pair.child):
        return True
    shorter = min((parent, pair.parent), (child, pair.child), key=lambda v: _length(*v))
    needed = _SHARED if _length(*shorter) > 2 else 1
    if shared < needed * _length(*shorter):
        return False
    telling = [_count_long(parent, p, p + size) for p, _, size in pair.blocks]
    return sum(telling) >= max(1, _SHARED * _count_long(shorter[0], *_bounds(*shorter)))


def _bounds(version: Version, sentence: int) -> Range:
    return version.sentences[sentence]


def _length(version: Version, sentence: int) -> int:
    begin, end = version.sentences[sentence]
    return end - begin


def _count_long(version: Version, begin: int, end: int) -> int:
    return sum(version.ends[k] - version.starts[k] >= _LONG for k in range(begin, end))


def _find_moved(
    parent: Version, child: Version, left: Sequence[int], right: Sequence[int]
) -> Iterator[_Pair]:
    """Sentences that stand elsewhere in the other version: those that share most runs of words."""
    places: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for sentence in left:
        for gram in _grams(parent, sentence):
            places[gram].append(sentence)
    free = set(left)
    for sentence in right if places else ():
        counts: dict[int, int] = defaultdict(int)
        for gram in _grams(child, sentence):
            for place in places.get(gram, ()):
                counts[place] += 1
        candidates = [place for place in counts if place in free]
        if not candidates:
            continue
        best = max(candidates, key=lambda place: (counts[place], -place))
        for pair in _compare_words(parent, child, (best, best + 1), (sentence, sentence + 1)):
            free.discard(best)
            yield pair


def _find_replaced(
    parent: Version, child: Version, pairs: Sequence[_Pair], left: Sequence[int]
) -> Iterator[_Pair]:
    """Short sentences between the same neighbours in both versions, though they share nothing."""
    there = {pair.parent: pair.child for pair in pairs} | {-1: -1}
    there[len(parent.sentences)] = len(child.sentences)
    taken = {pair.child for pair in pairs}
    for sentence in left:
        before, after = there.get(sentence - 1), there.get(sentence + 1)
        if before is None or after != before + 2 or before + 1 in taken:
            continue
        if max(_length(parent, sentence), _length(child, before + 1)) <= _SHORT_LINE:
            yield _Pair(sentence, before + 1, ())


def _grams(version: Version, sentence: int) -> set[tuple[int, ...]]:
    begin, end = version.sentences[sentence]
    words = version.words[begin:end]
    return {tuple(words[k : k + _GRAM]) for k in range(len(words) - _GRAM + 1)}


def _join_pairs(parent: Version, child: Version, pairs: Iterable[_Pair]) -> Iterator[Group]:
    """Pairs with a sentence in common as one group: a sentence split in two, or two made one."""
    joined: list[list[_Pair]] = []
    for pair in sorted(pairs, key=lambda pair: (pair.parent, pair.child)):
        last = joined[-1][-1] if joined else None
        if last and (last.parent == pair.parent or last.child == pair.child):
            joined[-1].append(pair)
        else:
            joined.append([pair])
    for together in joined:
        yield _make_group(parent, child, together)


def _make_group(parent: Version, child: Version, pairs: Sequence[_Pair]) -> Group:
    p_numbers = [pair.parent for pair in pairs]
    c_numbers = [pair.child for pair in pairs]
    return Group(
        (parent.sentences[min(p_numbers)][0], parent.sentences[max(p_numbers)][1]),
        (child.sentences[min(c_numbers)][0], child.sentences[max(c_numbers)][1]),
        tuple(sorted(block for pair in pairs for block in pair.blocks)),
    )
