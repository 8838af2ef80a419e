"""Stretches that two texts share: runs of equal words chained over small edits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from secondsource.lineage.matching.candidates import find_starts
from secondsource.lineage.matching.fingerprint import GRAM
from secondsource.lineage.matching.grow import Pair, TokenStretch, grow_stretches
from secondsource.lineage.matching.masked import MaskedTokens
from secondsource.lineage.matching.match import Runs

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
    clear, totals = masked.clear_in_runs(runs), masked.clear_totals()
    for begin, end in pairwise([*first, len(runs)]):
        part = slice(begin, end)
        columns = (runs.left_at[part], runs.right_at[part], runs.length[part], clear[part])
        found = map(_Run, *(column.tolist() for column in columns))
        left, right = int(runs.left[begin]), int(runs.right[begin])
        stretches = _find_stretches(found, Pair(left, right, masked))
        alignment = Alignment(left, right, stretches, int(totals[left]), int(totals[right]))
        if is_shared(alignment):
            yield alignment


def is_shared(alignment: Alignment) -> bool:
    """Whether two texts share enough: one long stretch, or half of the shorter."""
    longest = max((stretch.matched for stretch in alignment.stretches), default=0)
    part = max(alignment.left_coverage, alignment.right_coverage)
    return longest >= SHARED_TOKENS or (part >= SHARED_PART and alignment.matched >= GRAM)


@dataclass(frozen=True, slots=True)
class _Run:
    """Equal tokens in two texts: where they begin, how many they are, how many of them count."""

    left: int
    right: int
    length: int
    clear: int

    @property
    def left_end(self) -> int:
        return self.left + self.length

    @property
    def right_end(self) -> int:
        return self.right + self.length


def _find_stretches(runs: Iterable[_Run], pair: Pair) -> tuple[TokenStretch, ...]:
    stretches = [_measure(chain, pair) for chain in _chain_runs(runs)]
    return _without_overlaps(grow_stretches(stretches, pair))


def _chain_runs(runs: Iterable[_Run]) -> list[list[_Run]]:
    """Runs put together where both texts go on after a small gap; input in the left's order."""
    chains: list[list[_Run]] = []
    open_chains: list[list[_Run]] = []
    for run in runs:
        open_chains = [c for c in open_chains if run.left - c[-1].left_end <= _GAP]
        fitting = [c for c in open_chains if _follows(c[-1], run)]
        if fitting:
            min(fitting, key=lambda c: abs(_drift(c[-1], run))).append(run)
        else:
            chains.append([run])
            open_chains.append(chains[-1])
    return chains


def _drift(before: _Run, after: _Run) -> int:
    return (after.left - before.left) - (after.right - before.right)


def _follows(before: _Run, after: _Run) -> bool:
    """Whether a run goes on where another ended, in both texts, overlaps of a few words allowed."""
    gap_left, gap_right = after.left - before.left_end, after.right - before.right_end
    return -GRAM < gap_left <= _GAP and -GRAM < gap_right <= _GAP


def _measure(chain: Sequence[_Run], pair: Pair) -> TokenStretch:
    """The stretch of a chain with its equal tokens: those of the runs and of the gaps."""
    left, right, matched = chain[0].left, chain[0].right, 0
    for run in chain:
        overlap = max(0, left - run.left, right - run.right)
        if overlap >= run.length:
            continue
        matched += _count_equal((left, run.left + overlap), (right, run.right + overlap), pair)
        left, right = run.left_end, run.right_end
        matched += _count_from(run, overlap, pair) if overlap else run.clear
    return TokenStretch((chain[0].left, left), (chain[0].right, right), matched)


def _count_equal(left: tuple[int, int], right: tuple[int, int], pair: Pair) -> int:
    """How many words of two gaps between runs are equal, in order."""
    sizes = left[1] - left[0], right[1] - right[0]
    if min(sizes) <= 0 or max(sizes) == 1:  # the words beside a run differ, else it were longer
        return 0
    ours = pair.masked.clear_hashes(pair.left, *left)
    return LCSseq.similarity(ours, pair.masked.clear_hashes(pair.right, *right))


def _count_from(run: _Run, skipped: int, pair: Pair) -> int:
    """The tokens that count in the rest of a run."""
    return min(
        pair.masked.count_shared(pair.left, run.left + skipped, run.left_end),
        pair.masked.count_shared(pair.right, run.right + skipped, run.right_end),
    )


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
