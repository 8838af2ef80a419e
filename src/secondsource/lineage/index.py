"""The anchors of a whole collection, so that one text can be held against all of it.

Arrays in, arrays out: the archive keeps them on disk (`archive/fingerprints.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from secondsource.lineage.boilerplate import (
    Repeated,
    describe_texts,
    learn_boilerplate,
    no_repeated,
)
from secondsource.lineage.candidates import HUBS, LONG_LIST, expand_ranges, is_among
from secondsource.lineage.fingerprint import Anchors, fingerprint, join_anchors

GROWN = 1.1  # a collection this much larger than when boilerplate was learned learns it anew
SMALL = 200_000  # anchors (about 2,000 articles): below this it is learned each time


@dataclass(frozen=True, slots=True)
class AnchorIndex:
    """Sorted anchors of a collection and the boilerplate learned from them.

    `anchors.texts` are the collection's own numbers; `boilerplate` was learned when there were
    `learned_from` anchors: learning looks at the whole collection, so a large one does it only
    when it has grown by a tenth.
    """

    anchors: Anchors
    boilerplate: Repeated
    learned_from: int

    def add(
        self, numbers: Sequence[int], texts: Sequence[str], outlets: Sequence[str | None]
    ) -> "AnchorIndex":
        """The index with further texts.

        Args:
            numbers: the number of each new text.
            texts: the new texts.
            outlets: the outlet of every text of the collection, by its number.
        """
        fresh = fingerprint(texts)
        named = Anchors(fresh.hashes, np.array(numbers, np.int32)[fresh.texts], fresh.positions)
        anchors = self.anchors.merge(named.sort())
        if SMALL < len(anchors) < GROWN * self.learned_from:
            return replace(self, anchors=anchors)
        learned = learn_boilerplate(anchors, describe_texts(anchors, outlets))
        return AnchorIndex(anchors, learned, len(anchors))

    def drop(self, numbers: Sequence[int]) -> "AnchorIndex":
        """The index without the given texts."""
        kept = ~np.isin(self.anchors.texts, np.array(numbers, np.int32))
        return replace(self, anchors=self.anchors.take(kept))

    def find_sharing(self, texts: Sequence[str], limit: int) -> tuple[int, ...]:
        """The numbers of texts that share anchors with any of these, most shared first.

        Boilerplate does not count; of an anchor in more than fifty texts only the first
        three are followed. At most `limit` numbers.
        """
        wanted = np.unique(fingerprint(texts).hashes)
        wanted = wanted[~is_among(wanted, self.boilerplate.hashes)]
        low = np.searchsorted(self.anchors.hashes, wanted, side="left")
        high = np.searchsorted(self.anchors.hashes, wanted, side="right")
        sizes = np.where(high - low > LONG_LIST, HUBS, high - low)
        found = self.anchors.texts[expand_ranges(low, sizes)]
        numbers, counts = np.unique(found, return_counts=True)
        order = np.lexsort((numbers, -counts))[:limit]
        return tuple(numbers[order].tolist())


def empty_index() -> AnchorIndex:
    """An index over nothing."""
    return AnchorIndex(join_anchors([]), no_repeated(), 0)
