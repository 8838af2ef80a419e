"""Words that stand in the same places: pairs of fillers of one frame of words.

A frame is the words right before and after a place ("the _ of Crimea"). Words that fill the
same frames in different articles are likely to name the same thing (Harris, "Distributional
Structure", Word 10, 1954). A frame that holds many words says little of any two of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.reading.wording.naming.tokens import Corpus

U64 = npt.NDArray[np.uint64]
I64 = npt.NDArray[np.int64]
F32 = npt.NDArray[np.float32]

# Chosen with the 30 pairs judged by hand in view (docs/contested-naming.md).
_FRAMES = ((2, 2), (2, 1), (1, 2), (3, 0), (0, 3), (1, 1))
"""How many words before and after a place make a frame."""
LONGEST = 2
"""Words of the longest name that is looked for."""
_MOST_FILLERS = 12
"""A frame with more different words in it is left out."""
_RENDERED = 0.5
"""What two renderings of one word weigh: as much as a common frame with two rare words."""
_LEAST_RARITY = 1.0
"""How rare, in nats, the words of a frame must be together."""
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)


@dataclass(frozen=True, slots=True)
class Filled:
    """Places with the frame around them, sorted by frame and filler, one row for each of both.

    `frame` is the hash of the words around, `filler` the number of the words in the place, `first`
    a place where they stand, `rarity` how rare the frame's words are.
    """

    frame: U64
    filler: I64
    first: I64
    rarity: F32


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of fillers: `left` < `right`, what their common frames weigh together, how many.

    `share` (0..1) is that weight against all that the two have with any words: 1 when they stand
    in the same places as one another and as nothing else.
    """

    left: I64
    right: I64
    weight: npt.NDArray[np.float64]
    share: npt.NDArray[np.float64]
    frames: I64
    order: I64
    starts: I64
    places: I64

    def examples(self, number: int) -> I64:
        """Places of the two in their common frames, int64 of shape (frames, 2)."""
        rows = self.order[self.starts[number] : self.starts[number] + self.frames[number]]
        found: I64 = self.places[rows]
        return found


def _name_filler(corpus: Corpus, first: I64, length: int) -> I64:
    """The number of the words that begin at each place: the stems of one or of two words."""
    number = corpus.stem[first].astype(np.int64)
    if length == LONGEST:
        number = number << 31 | corpus.stem[first + 1]
    return number


def fill_frames(corpus: Corpus) -> Filled:
    """Every frame that holds two different fillers or more, with each of these once."""
    shapes = [_fill_shape(corpus, before, after) for before, after in _FRAMES]
    columns = zip(*((f.frame, f.filler, f.first, f.rarity) for f in shapes), strict=True)
    return Filled(*(np.concatenate(column) for column in columns))


def _fill_shape(corpus: Corpus, before: int, after: int) -> Filled:
    """The frames of one shape; what stands in only one place is let go at once."""
    parts = [part for n in range(1, LONGEST + 1) for part in _fill(corpus, before, after, n)]
    if not parts:
        none = np.zeros(0, np.int64)
        return Filled(np.zeros(0, np.uint64), none, none, np.zeros(0, np.float32))
    frame, filler, first, rarity = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.lexsort((filler, frame))
    new = _differ(frame[order]) | _differ(filler[order])
    order = order[new]
    opens = _differ(frame[order])
    several = ~(opens & np.append(opens[1:], True))
    order = order[several]
    return Filled(frame[order], filler[order], first[order], rarity[order])


def _differ(column: U64 | I64) -> npt.NDArray[np.bool_]:
    """Which numbers differ from the one before; the first does."""
    new = np.ones(len(column), np.bool_)
    new[1:] = column[1:] != column[:-1]
    return new


def _fill(
    corpus: Corpus, before: int, after: int, length: int
) -> Iterator[tuple[U64, I64, I64, F32]]:
    """The frames of one shape around all telling words, or rows of them, of one article."""
    size = len(corpus.stem)
    last = size - length - after + 1
    if last <= before:
        return
    first = np.arange(before, last, dtype=np.int64)
    good = corpus.article[first - before] == corpus.article[first + length + after - 1]
    for offset in range(length):
        good &= corpus.telling[first + offset]
    first = first[good]
    around = [*range(-before, 0), *range(length, length + after)]
    stems = [corpus.stem[first + offset] for offset in around]
    rarity = np.zeros(len(first), np.float32)
    frame = np.full(len(first), before * 7 + after, np.uint64)
    for stem, offset, factor in zip(stems, around, _FACTORS, strict=False):
        useful = corpus.telling[first + offset] | corpus.named[first + offset]
        rarity += np.where(useful, corpus.rarity[stem], np.float32(0))
        frame = (frame ^ stem.astype(np.uint64)) * np.uint64(factor)
        frame ^= frame >> np.uint64(29)
    rare = rarity >= _LEAST_RARITY
    filler = _name_filler(corpus, first[rare], length)
    yield frame[rare], filler, first[rare], rarity[rare]


def pair_fillers(corpus: Corpus, filled: Filled, rendered: I64 | None = None) -> Pairs:
    """All pairs of fillers that stand in one frame in two articles, or render the same word.

    Args:
        corpus: the words.
        filled: the frames.
        rendered: as `find_rendered` gives it.
    """
    parts = _pair_in_frames(corpus, filled)
    if rendered is not None and len(rendered):
        parts.append(_pair_rendered(corpus, rendered))
    if not parts:
        return _no_pairs()
    left, right, weight, places = (np.concatenate(column) for column in zip(*parts, strict=True))
    return _sum_up(left, right, weight, places)


def _pair_rendered(corpus: Corpus, rendered: I64) -> tuple[I64, I64, F32, I64]:
    """Renderings as pairs of fillers, the one with the smaller number first."""
    places = rendered[:, [0, 2]].copy()
    fillers = np.zeros((len(rendered), 2), np.int64)
    for side in (0, 1):
        for length in range(1, LONGEST + 1):
            own = rendered[:, 2 * side + 1] == length
            fillers[own, side] = _name_filler(corpus, places[own, side], length)
    swap = fillers[:, 0] > fillers[:, 1]
    fillers[swap], places[swap] = fillers[swap][:, ::-1], places[swap][:, ::-1]
    keep = fillers[:, 0] != fillers[:, 1]
    weight = np.full(int(keep.sum()), _RENDERED, np.float32)
    return fillers[keep, 0], fillers[keep, 1], weight, places[keep]


def _pair_in_frames(corpus: Corpus, filled: Filled) -> list[tuple[I64, I64, F32, I64]]:
    if not len(filled.frame):
        return []
    starts = np.flatnonzero(np.r_[True, filled.frame[1:] != filled.frame[:-1]])
    sizes = np.diff(np.r_[starts, len(filled.frame)])
    return [
        _combine(corpus, filled, starts[sizes == size], size)
        for size in range(2, _MOST_FILLERS + 1)
        if (sizes == size).any()
    ]


def _combine(corpus: Corpus, filled: Filled, starts: I64, size: int) -> tuple[I64, I64, F32, I64]:
    """Every two fillers of the frames that have so many: a frame's weight is shared out."""
    one, other = np.triu_indices(size, 1)
    rows, others = (starts[:, None] + one).ravel(), (starts[:, None] + other).ravel()
    apart = corpus.article[filled.first[rows]] != corpus.article[filled.first[others]]
    rows, others = rows[apart], others[apart]
    weight = filled.rarity[rows] / np.float32(10 * (size - 1))
    places = np.stack([filled.first[rows], filled.first[others]], axis=1)
    return filled.filler[rows], filled.filler[others], weight, places


def _sum_up(left: I64, right: I64, weight: F32, places: I64) -> Pairs:
    order = np.lexsort((right, left))
    new = np.ones(len(order), np.bool_)
    lefts, rights = left[order], right[order]
    new[1:] = (lefts[1:] != lefts[:-1]) | (rights[1:] != rights[:-1])
    starts = np.flatnonzero(new)
    if not len(starts):
        return _no_pairs()
    lefts, rights = lefts[starts], rights[starts]
    weights = np.add.reduceat(weight[order].astype(np.float64), starts)
    return Pairs(
        lefts,
        rights,
        weights,
        _share_out(lefts, rights, weights),
        np.diff(np.r_[starts, len(order)]),
        order,
        starts,
        places,
    )


def _share_out(left: I64, right: I64, weight: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    _, number = np.unique(np.r_[left, right], return_inverse=True)
    total = np.bincount(number, weights=np.r_[weight, weight])
    lefts, rights = total[number[: len(left)]], total[number[len(left) :]]
    share: npt.NDArray[np.float64] = weight / np.sqrt(lefts * rights)
    return share


def _no_pairs() -> Pairs:
    none = np.zeros(0, np.int64)
    nothing = np.zeros(0)
    return Pairs(none, none, nothing, nothing, none, none, none, np.zeros((0, 2), np.int64))
