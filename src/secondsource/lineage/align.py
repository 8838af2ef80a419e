"""Stretches that two texts share: runs of equal words chained over small edits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from secondsource.lineage.candidates import find_starts
from secondsource.lineage.fingerprint import GRAM
from secondsource.lineage.grow import Pair, TokenStretch, grow_stretches
from secondsource.lineage.masked import MaskedTokens
from secondsource.lineage.match import Runs

SHARED_TOKENS = 20  # equal unmasked words in one stretch: see lab figures in docs/lineage.md
SHARED_PART = 0.5  # or this part of the shorter text
_GAP = 16  # words that an edit may put between two runs of one stretch


@dataclass(frozen=True, slots=True)
class Alignment:
    """All that two texts share.

    `left` and `right` are text numbers, `matched` the equal tokens outside boilerplate,
    `left_total` and `right_total` the tokens outside boilerplate of each text.
    """

    left: int
    right: int
    stretches: tuple[TokenStretch, ...]
    left_total: int
    right_total: int

    @property
    def matched(self) -> int:
        """Equal tokens outside boilerplate over all stretches."""
        return sum(stretch.matched for stretch in self.stretches)

    @property
    def left_coverage(self) -> float:
        """The share of the left text's own words found in the right."""
        return min(1.0, self.matched / max(1, self.left_total))

    @property
    def right_coverage(self) -> float:
        """The share of the right text's own words found in the left."""
        return min(1.0, self.matched / max(1, self.right_total))


def align_runs(runs: Runs, masked: MaskedTokens) -> Iterator[Alignment]:
    """What the two texts of each pair share, for those that share enough to count."""
    first = find_starts(runs.left, runs.right).tolist()
    for begin, end in pairwise([*first, len(runs)]):
        alignment = _align_pair(runs, slice(begin, end), masked)
        if is_shared(alignment):
            yield alignment


def is_shared(alignment: Alignment) -> bool:
    """Whether two texts share enough: one long stretch, or half of the shorter."""
    longest = max((stretch.matched for stretch in alignment.stretches), default=0)
    part = max(alignment.left_coverage, alignment.right_coverage)
    return longest >= SHARED_TOKENS or (part >= SHARED_PART and alignment.matched >= GRAM)


def _align_pair(runs: Runs, which: slice, masked: MaskedTokens) -> Alignment:
    left, right = int(runs.left[which.start]), int(runs.right[which.start])
    places = zip(
        runs.left_at[which].tolist(),
        runs.right_at[which].tolist(),
        runs.length[which].tolist(),
        strict=True,
    )
    chains = _chain_runs(places)
    stretches = [_measure(chain, left, right, masked) for chain in chains]
    totals = masked.tokens.lengths
    return Alignment(
        left,
        right,
        _without_overlaps(grow_stretches(stretches, Pair(left, right, masked))),
        masked.count_clear(left, 0, int(totals[left])),
        masked.count_clear(right, 0, int(totals[right])),
    )


_Run = tuple[int, int, int]


def _chain_runs(runs: Iterator[_Run]) -> list[list[_Run]]:
    """Runs put together where both texts go on after a small gap; input in the left's order."""
    chains: list[list[_Run]] = []
    open_chains: list[list[_Run]] = []
    for run in runs:
        open_chains = [c for c in open_chains if run[0] - (c[-1][0] + c[-1][2]) <= _GAP]
        fitting = [c for c in open_chains if _follows(c[-1], run)]
        if fitting:
            min(fitting, key=lambda c: abs(_drift(c[-1], run))).append(run)
        else:
            chains.append([run])
            open_chains.append(chains[-1])
    return chains


def _drift(before: _Run, after: _Run) -> int:
    return (after[0] - before[0]) - (after[1] - before[1])


def _follows(before: _Run, after: _Run) -> bool:
    """Whether a run goes on where another ended, in both texts, overlaps of a few words allowed."""
    gap_left = after[0] - (before[0] + before[2])
    gap_right = after[1] - (before[1] + before[2])
    return -GRAM < gap_left <= _GAP and -GRAM < gap_right <= _GAP


def _measure(chain: Sequence[_Run], left: int, right: int, masked: MaskedTokens) -> TokenStretch:
    """The stretch of a chain with its equal tokens: those of the runs and of the gaps."""
    end_left, end_right, matched = chain[0][0], chain[0][1], 0
    for at_left, at_right, length in chain:
        skip = max(0, end_left - at_left, end_right - at_right)
        if skip >= length:
            continue
        begin_left, begin_right = at_left + skip, at_right + skip
        matched += LCSseq.similarity(
            masked.clear_hashes(left, end_left, begin_left),
            masked.clear_hashes(right, end_right, begin_right),
        )
        end_left, end_right = at_left + length, at_right + length
        matched += min(
            masked.count_shared(left, begin_left, end_left),
            masked.count_shared(right, begin_right, end_right),
        )
    return TokenStretch((chain[0][0], end_left), (chain[0][1], end_right), matched)


def _without_overlaps(stretches: Sequence[TokenStretch]) -> tuple[TokenStretch, ...]:
    """The longest stretches first, none that lies mostly under those already taken."""
    taken: list[TokenStretch] = []
    for stretch in sorted(stretches, key=lambda s: -s.matched):
        if stretch.matched and not any(_mostly_under(stretch, other) for other in taken):
            taken.append(stretch)
    return tuple(sorted(taken, key=lambda s: s.left))


def _mostly_under(stretch: TokenStretch, other: TokenStretch) -> bool:
    sides = ((stretch.left, other.left), (stretch.right, other.right))
    return any(
        2 * (min(mine[1], theirs[1]) - max(mine[0], theirs[0])) > mine[1] - mine[0]
        for mine, theirs in sides
    )
