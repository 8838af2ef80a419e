"""Pairs of words on their way to being told: what is measured of each, and how it is weighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import exp, sqrt

import numpy as np

from secondsource.lineage.edits.words import words_for
from secondsource.reading.wording.naming.frames import I64, Pairs
from secondsource.reading.wording.naming.tokens import Corpus, most_written
from secondsource.reading.wording.naming.usage import Leaning, Places, find_leaning, find_near

# Chosen with the 30 pairs judged by hand in view (docs/contested-naming.md).
SAME = 8
"""From so many equal words of twelve around it on a sentence is the same but for one word."""
_WEIGHED = 3_000
"""Pairs with the heaviest common frames whose use is looked at."""
_LEAST_WEIGHT = 0.5
_LEAST_SITES = 2
_LEAST_USED = 2
"""How often either word must be used where the same thing is meant, unless a sentence is the same
but for it."""
_JUDGING = 0.3
"""What a word that carries a judgement counts against outlets that are wholly split."""
_HALF = 0.5
_READ = 40
"""The most common frames of a pair that are looked into."""
_SAME_START = 4
_ALIKE_START = 0.6
"""Letters, and share of the shorter word, from which the same beginning makes forms of one word."""
_ALIKE = 0.75
"""From this ratio of equal letters on two words are spellings or forms of one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair on its way.

    `examples` are places of both in their common frames, `sites` how many different ones the
    left word has there, `alike` how many words around the likest two are the same; `left_places`
    and `right_places` all places where the same thing is meant.
    """

    left: int
    right: int
    examples: I64
    weight: float
    share: float
    sites: int
    alike: int
    left_places: I64
    right_places: I64
    words: tuple[str, str]
    near: Leaning
    overall: Leaning
    judging: float

    @property
    def closeness(self) -> float:
        """How much the places that both fill say that they name one thing, 0..1."""
        seen = self.sites / (self.sites + 1)
        return (1 - exp(-self.weight / 2)) * sqrt(self.share) * seen

    @property
    def leaning(self) -> Leaning:
        """Who uses which: of all uses if the two mostly stand for one another, else of some.

        Words with other meanings beside the common one are counted only where it is meant.
        """
        whole = self.share >= _HALF or not self.near.split
        return self.overall if whole else self.near

    @property
    def split(self) -> float:
        """How far outlets are split over the two, 0..1."""
        return self.share * self.overall.split + (1 - self.share) * self.near.split

    @property
    def score(self) -> float:
        """Closeness, as far as outlets are split or a word carries a judgement."""
        return self.closeness * (1 - (1 - self.split) * (1 - _JUDGING * self.judging))


def weigh_pairs(
    corpus: Corpus, pairs: Pairs, places: Places, wanted: set[str]
) -> Iterator[Candidate]:
    """The heaviest pairs with all that is measured of them."""
    kept = np.flatnonzero(pairs.weight >= _LEAST_WEIGHT)
    closest = kept[np.argsort(-pairs.weight[kept] * pairs.share[kept], kind="stable")]
    for number in closest[: None if wanted else _WEIGHED]:
        fillers = int(pairs.left[number]), int(pairs.right[number])
        stems = [_stems(corpus, filler) for filler in fillers]
        if wanted and not wanted & {stem for pair in stems for stem in pair}:
            continue
        if _is_one_word(*stems):
            continue
        if candidate := _measure(corpus, places, pairs, int(number)):
            yield candidate


def _stems(corpus: Corpus, filler: int) -> tuple[str, ...]:
    first, second = filler >> 31, filler & ((1 << 31) - 1)
    return (corpus.words[first], corpus.words[second]) if first else (corpus.words[second],)


def _is_one_word(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the two share a word, or are forms or spellings of one."""
    if set(left) & set(right):
        return True
    one, other = " ".join(left), " ".join(right)
    pairs = enumerate(zip(one, other, strict=False))
    start = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    if start >= _SAME_START and start >= _ALIKE_START * min(len(one), len(other)):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _measure(corpus: Corpus, places: Places, pairs: Pairs, number: int) -> Candidate | None:
    """What is known of a pair; None when too little, or when both are mere words for saying."""
    fillers = int(pairs.left[number]), int(pairs.right[number])
    examples = pairs.examples(number)
    arguments = _find_arguments(corpus, examples)
    left, right = (find_near(corpus, places.of(filler), arguments) for filler in fillers)
    sites, alike = len(np.unique(examples[:, 0])), _count_alike(corpus, examples)
    used = min(len(left), len(right))
    if all(filler >> 31 for filler in fillers) and sites <= _LEAST_SITES:
        return None  # two words in a row fill a place by chance more often
    if not used or ((sites < _LEAST_SITES or used < _LEAST_USED) and alike < SAME):
        return None
    words = (_write(corpus, left, fillers[0]), _write(corpus, right, fillers[1]))
    lists = words_for(corpus.language)
    if all(lists.says.fullmatch(w) or lists.reports.fullmatch(w) for w in words):
        return None
    weight, share = float(pairs.weight[number]), float(pairs.share[number])
    near = find_leaning(corpus, left, right)
    overall = find_leaning(corpus, *(places.of(filler) for filler in fillers))
    judging = float(any(map(lists.loaded.fullmatch, words)))
    return Candidate(
        *fillers, examples, weight, share, sites, alike, left, right, words, near, overall, judging
    )


def _find_arguments(corpus: Corpus, examples: I64) -> I64:
    """The telling words of the common frames: what the thing named has to do with."""
    around = examples[:_READ, :, None] + np.array([-3, -2, -1, 1, 2, 3])
    around = np.clip(around, 0, len(corpus.stem) - 1).ravel()
    found: I64 = np.unique(corpus.stem[around[corpus.telling[around] | corpus.named[around]]])
    return found


def _count_alike(corpus: Corpus, examples: I64) -> int:
    """How many of six words on each side are the same, in the likest two places."""
    offsets = np.r_[-6:0, 1:7]
    around = np.clip(examples[:_READ, :, None] + offsets, 0, len(corpus.stem) - 1)
    stems = corpus.stem[around]
    return int((stems[:, 0] == stems[:, 1]).sum(axis=1).max(initial=0))


def _write(corpus: Corpus, places: I64, filler: int) -> str:
    length = 2 if filler >> 31 else 1
    return most_written(corpus.text(int(place), length).lower() for place in places[:50])
