"""Which outlet uses which of two words, and how far apart that sets them.

How far an outlet leans to the one, against all others, is the log-odds ratio with an informative
Dirichlet prior of Monroe, Colaresi and Quinn, "Fightin' Words" (Political Analysis 16, 2008), over
a vocabulary of the two words, in standard deviations. How far all outlets are split is the
likelihood ratio of outlets by words: how surely it is not chance, and how large it is (Cramér's V,
freed of what chance would give).
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from secondsource.reading.wording.naming.frames import LONGEST
from secondsource.reading.wording.naming.tokens import Corpus

I64 = npt.NDArray[np.int64]
# Chosen with the 30 pairs judged by hand in view (docs/contested-naming.md).
_PRIOR = 2.0
"""Articles that the prior is worth, shared out as the whole archive shares its own."""
_FEW = 8
"""So many articles count half: of two or three the likelihood ratio says too much."""
_NEAR = 6
"""Words on each side in which an argument of the thing named is looked for."""
_AROUND = 4
"""Words on each side by which a sentence that was copied is known: it is counted once."""
_STEM_BITS = 31
_FACTOR = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class Places:
    """Where each word stands: `order` sorts all by stem, `starts` says where each stem begins."""

    corpus: Corpus
    order: I64
    starts: I64
    around: npt.NDArray[np.uint64]

    def of(self, filler: int) -> I64:
        """The places of a word or of two words in a row, each copied sentence once."""
        second, first = filler & ((1 << _STEM_BITS) - 1), filler >> _STEM_BITS
        places = self._of_stem(first if first else second)
        if first:
            places = places[places + 1 < len(self.corpus.stem)]
            places = places[self.corpus.stem[places + 1] == second]
        _, kept = np.unique(self.around[places], return_index=True)
        found: I64 = places[np.sort(kept)]
        return found

    def _of_stem(self, stem: int) -> I64:
        found: I64 = self.order[self.starts[stem] : self.starts[stem + 1]]
        return found


@dataclass(frozen=True, slots=True)
class Leaning:
    """How many articles of each outlet use the left and the right word in their own voice."""

    left: Mapping[str, int] = field(default_factory=dict)
    right: Mapping[str, int] = field(default_factory=dict)

    def outlets(self) -> list[str]:
        """All outlets that use either."""
        return sorted({*self.left, *self.right})

    def lean(self, outlet: str) -> float:
        """How far an outlet leans to the left word against all others, in deviations."""
        lefts, rights = sum(self.left.values()), sum(self.right.values())
        own = self.left.get(outlet, 0), self.right.get(outlet, 0)
        return _log_odds(own, (lefts - own[0], rights - own[1]))

    @property
    def split(self) -> float:
        """How far outlets are set apart by the two words, 0..1; 1 when none uses both."""
        lefts, rights = sum(self.left.values()), sum(self.right.values())
        outlets = self.outlets()
        if not lefts or not rights or len(outlets) < 2:
            return 0.0
        total, free = lefts + rights, len(outlets) - 1
        surplus = max(0.0, self._likelihood_ratio(lefts, rights) - free)
        sure = (1 - math.exp(-surplus / math.sqrt(2 * free) / 2)) * total / (total + _FEW)
        return sure * min(1.0, math.sqrt(surplus / total))

    def _likelihood_ratio(self, lefts: int, rights: int) -> float:
        """G squared of the table of outlets and words."""
        ratio = 0.0
        for outlet in self.outlets():
            own = self.left.get(outlet, 0), self.right.get(outlet, 0)
            for count, all_ in zip(own, (lefts, rights), strict=True):
                expected = sum(own) * all_ / (lefts + rights)
                ratio += 2 * count * math.log(count / expected) if count else 0.0
        return ratio


def _log_odds(own: tuple[int, int], rest: tuple[int, int]) -> float:
    total = sum(own) + sum(rest)
    prior = [_PRIOR * (own[k] + rest[k]) / total + 1e-9 for k in (0, 1)]
    ours = [own[k] + prior[k] for k in (0, 1)]
    theirs = [rest[k] + prior[k] for k in (0, 1)]
    difference = math.log(ours[0] / ours[1]) - math.log(theirs[0] / theirs[1])
    return difference / math.sqrt(sum(1 / count for count in (*ours, *theirs)))


def find_places(corpus: Corpus) -> Places:
    """An index of all words by stem."""
    order = np.argsort(corpus.stem, kind="stable").astype(np.int64)
    starts = np.searchsorted(corpus.stem[order], np.arange(len(corpus.words) + 1))
    return Places(corpus, order, starts.astype(np.int64), _hash_around(corpus))


def _hash_around(corpus: Corpus) -> npt.NDArray[np.uint64]:
    """For each word a number for it and the words of its article around it."""
    size = len(corpus.stem)
    stems = np.pad(corpus.stem, _AROUND + LONGEST).astype(np.uint64)
    articles = np.pad(corpus.article, _AROUND + LONGEST, constant_values=-1)
    number = np.zeros(size, np.uint64)
    for offset in range(LONGEST, LONGEST + 2 * _AROUND + LONGEST):
        same = articles[offset : offset + size] == corpus.article
        number = (number ^ (stems[offset : offset + size] * same)) * np.uint64(_FACTOR)
        number ^= number >> np.uint64(31)
    return number


def find_near(corpus: Corpus, places: I64, arguments: I64) -> I64:
    """Those of the places near which one of the stems stands: where the same thing is meant."""
    offsets = np.r_[-_NEAR:0, 1 : _NEAR + 1]
    around = np.clip(places[:, None] + offsets, 0, len(corpus.stem) - 1)
    found: I64 = places[np.isin(corpus.stem[around], arguments).any(axis=1)]
    return found


def find_leaning(corpus: Corpus, left: I64, right: I64) -> Leaning:
    """Who uses which of two words, in articles, quotations left out.

    Args:
        corpus: the words.
        left: places of the one.
        right: places of the other.
    """
    return Leaning(_count(corpus, left), _count(corpus, right))


def _count(corpus: Corpus, places: I64) -> dict[str, int]:
    own = places[~corpus.quoted[places]]
    articles = (corpus.articles[number] for number in np.unique(corpus.article[own]))
    return dict(Counter(article.outlet for article in articles if article.outlet))
