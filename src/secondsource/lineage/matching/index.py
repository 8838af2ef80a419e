"""The anchors of a whole collection, so that one text can be held against all of it.

Arrays in, arrays out: the archive keeps them on disk (`archive/fingerprints.py`). They lie in
segments: texts that are added make a new one, and the others stay as they are, until there are
many of a size and they are merged (a log-structured merge tree, O'Neil and others, 1996).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from secondsource.lineage.matching.candidates import (
    expand_ranges,
    find_starts,
    is_among,
)
from secondsource.lineage.matching.fingerprint import Anchors, join_anchors
from secondsource.lineage.matching.scan import fingerprint
from secondsource.lineage.matching.tokens import I32, I64, U64
from secondsource.lineage.notices.learn import (
    Repeated,
    describe_texts,
    learn_boilerplate,
    no_repeated,
)

_GROWN = 1.1  # a collection this much larger than when boilerplate was learned learns it anew
SMALL = 200_000  # anchors (about 2,000 articles): below this it is learned each time
MERGED = 8  # so many segments of a size become one, of the next size, eight times as large


@dataclass(frozen=True, slots=True)
class AnchorIndex:
    """Sorted anchors of a collection and the boilerplate learned from them.

    The texts of `segments` have the collection's own numbers, each segment higher ones than
    the segment before. Texts in `removed` (sorted) are in the segments still, and are not
    found. `boilerplate` was learned when there were `learned_from` anchors.
    """

    segments: tuple[Anchors, ...]
    removed: I32
    boilerplate: Repeated
    learned_from: int

    def __len__(self) -> int:
        return sum(len(segment) for segment in self.segments)

    def add(self, numbers: Sequence[int], texts: Sequence[str]) -> "AnchorIndex":
        """The index with further texts, whose numbers are higher than those before."""
        fresh = fingerprint(texts)
        if not len(fresh):
            return self
        numbered = replace(fresh, texts=np.array(numbers, np.int32)[fresh.texts])
        return replace(self, segments=self._merge_alike((*self.segments, numbered.sort())))

    def drop(self, numbers: Sequence[int]) -> "AnchorIndex":
        """The index without the given texts."""
        return replace(self, removed=np.union1d(self.removed, np.array(numbers, np.int32)))

    @property
    def has_outgrown(self) -> bool:
        """Whether boilerplate is to be learned anew.

        Learning looks at the whole collection, so a large one does it only when it has grown
        by a tenth.
        """
        grown = len(self) > SMALL and len(self) >= _GROWN * self.learned_from
        return grown or (len(self) <= SMALL and len(self) != self.learned_from)

    def learn(self, outlets: Sequence[str | None]) -> "AnchorIndex":
        """The index with its boilerplate learned anew.

        Args:
            outlets: the outlet of every text of the collection, by its number.
        """
        anchors = self._join(self.segments)
        learned = learn_boilerplate(anchors.sort_shared(), describe_texts(anchors, outlets))
        return replace(self, boilerplate=learned, learned_from=len(self))

    def find_sharing(self, texts: Sequence[str], limit: int) -> tuple[int, ...]:
        """The numbers of texts that share anchors with any of these, most shared first.

        Boilerplate does not count; of an anchor in more than `limit` texts only the first of
        these are followed. At most `limit` numbers.
        """
        wanted = np.unique(fingerprint(texts).hashes)
        found = self._find(wanted[~is_among(wanted, self.boilerplate.hashes)], limit)
        numbers, counts = np.unique(found, return_counts=True)
        order = np.lexsort((numbers, -counts))[:limit]
        return tuple(numbers[order].tolist())

    def _find(self, wanted: U64, limit: int) -> I32:
        """The texts of each wanted anchor, at most so many of each."""
        parts = [_look_up(segment, wanted) for segment in self.segments]
        lists = np.concatenate([lists for lists, _ in parts] or [np.zeros(0, np.int64)])
        texts = np.concatenate([texts for _, texts in parts] or [np.zeros(0, np.int32)])
        kept = ~np.isin(texts, self.removed)
        lists, texts = lists[kept], texts[kept]
        order = np.argsort(lists, kind="stable")
        lists, texts = lists[order], texts[order]
        starts = find_starts(lists)
        sizes = np.diff(starts, append=len(lists))
        followed: I32 = texts[expand_ranges(starts, np.minimum(sizes, limit))]
        return followed

    def _merge_alike(self, segments: tuple[Anchors, ...]) -> tuple[Anchors, ...]:
        """The segments, the last of them merged where there are many of a size."""
        for size in range(_size(max(segments, key=len)) + 1):
            tail = next((k for k, s in enumerate(reversed(segments)) if _size(s) > size), None)
            count = len(segments) if tail is None else tail
            if count >= MERGED:
                merged = self._join(segments[-count:]).sort()
                segments = (*segments[:-count], merged)
        return segments

    def _join(self, segments: Sequence[Anchors]) -> Anchors:
        """The anchors of some segments, without those of removed texts."""
        anchors = join_anchors(segments)
        return anchors.take(~np.isin(anchors.texts, self.removed)) if len(self.removed) else anchors


def empty_index() -> AnchorIndex:
    """An index over nothing."""
    return AnchorIndex((), np.zeros(0, np.int32), no_repeated(), 0)


def _size(segment: Anchors) -> int:
    """The order of magnitude of a segment, as a power of `MERGED`."""
    return (len(segment).bit_length() - 1) // (MERGED.bit_length() - 1)


def _look_up(segment: Anchors, wanted: U64) -> tuple[I64, I32]:
    """For each place where a wanted anchor stands: the anchor's number among them, the text."""
    low = np.searchsorted(segment.hashes, wanted, side="left")
    sizes = np.searchsorted(segment.hashes, wanted, side="right") - low
    return np.repeat(np.arange(len(wanted)), sizes), segment.texts[expand_ranges(low, sizes)]
