"""Which word hangs on which: the parser's moves, for many sentences side by side.

The moves are those of spaCy's parser: arc-eager, with a way back for words left without a head
(Nivre, CL 2008; Honnibal and Johnson, EMNLP 2015), always the one with the best score. A
sentence's moves depend on no other sentence, so that all of a batch move at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.reading.syntax.layers import Floats
from secondsource.reading.syntax.scorer import NONE, Indexes, Scorer

Flags = npt.NDArray[np.bool_]

_SHIFT, _REDUCE, _FIRST_ARC = 0, 1, 2
_UNDER = 3
"""Empty places under each stack: what is seen of a stack that is nearly empty."""
_TOKENS_AT_ONCE = 12_000
"""Tokens of the sentences that move side by side: bounds the memory of their stacks."""
_WORST = np.float32(-np.inf)


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences of several texts, by token numbers that run on through the texts.

    `starts` and `ends` (half-open) are those of each sentence, `text_ends` where its text ends.
    """

    starts: Indexes
    ends: Indexes
    text_ends: Indexes

    def groups(self, most: int) -> Iterator["Sentences"]:
        """The sentences again, in runs of at most so many tokens, or of one sentence."""
        first = 0
        while first < len(self.starts):
            full = np.searchsorted(self.ends, self.starts[first] + most, "right")
            run = slice(first, max(first + 1, int(full)))
            yield Sentences(self.starts[run], self.ends[run], self.text_ends[run])
            first = run.stop


@dataclass(frozen=True, slots=True)
class Arcs:
    """The tree of each sentence: `heads` is -1 for a root, `moves` the move that made the arc.

    `last_left`, `last_right` and `before` are of use while the trees grow: the word that hung
    itself on each word last, on either side, and the one that had done so before it.
    """

    heads: Indexes
    moves: Indexes
    last_left: Indexes
    last_right: Indexes
    before: Indexes


def find_arcs(scorer: Scorer, vectors: Floats, sentences: Sentences) -> Arcs:
    """The tree of every sentence.

    Args:
        scorer: The weights of the parser.
        vectors: One for each token, as the encoder gives them.
        sentences: In order, and none of them empty.
    """
    nothing = np.full(len(vectors) + 1, NONE, dtype=np.int64)
    arcs = Arcs(*(nothing.copy() for _ in range(5)))
    prepared = scorer.prepare(vectors)
    for some in sentences.groups(_TOKENS_AT_ONCE):
        _Parser(scorer, prepared, some, arcs).run()
    return Arcs(arcs.heads[:-1], arcs.moves[:-1], nothing, nothing, nothing)


class _Parser:
    """Sentences with for each of them its stack, the words ahead, and those put back."""

    def __init__(self, scorer: Scorer, prepared: Floats, sentences: Sentences, arcs: Arcs) -> None:
        self._scorer, self._prepared, self._arcs = scorer, prepared, arcs
        self._ends, self._text_ends = sentences.ends, sentences.text_ends
        self._lefts = _FIRST_ARC + sum(move.startswith("L-") for move in scorer.moves)
        self._next = sentences.starts.copy()
        longest = int((sentences.ends - sentences.starts).max())
        shape = (len(self._next), longest + _UNDER + 1)
        self._stack = np.full(shape, NONE, dtype=np.int64)
        self._depth = np.zeros(len(self._next), dtype=np.int64)
        self._back = np.full(shape, NONE, dtype=np.int64)
        self._backs = np.zeros(len(self._next), dtype=np.int64)
        self._was_back = np.zeros(len(arcs.heads), dtype=np.bool_)

    def run(self) -> None:
        """Move until every sentence is done."""
        active = np.arange(len(self._next))
        while len(active):
            ahead, after = self._look_ahead(active)
            top = self._stack[active, self._depth[active] + _UNDER - 1]
            moves = self._choose(active, np.stack([ahead, after, top]))
            self._move(active, moves, ahead, top)
            waiting = (self._next[active] < self._ends[active]) | (self._backs[active] > 0)
            active = active[waiting | (self._depth[active] > 0)]

    def _look_ahead(self, active: Indexes) -> tuple[Indexes, Indexes]:
        """The next word of each sentence and the one after it, -1 where the text ends."""
        backs, following = self._backs[active], self._next[active]
        ends = self._text_ends[active]
        first = np.where(backs > 0, self._back[active, backs - 1], following)
        second = np.where(backs > 1, self._back[active, backs - 2], following + (backs == 0))
        first[(backs == 0) & (first >= ends)] = NONE
        second[(backs < 2) & (second >= ends)] = NONE
        return first, second

    def _choose(self, active: Indexes, seen: Indexes) -> Indexes:
        """The best move of each sentence among those that it may make."""
        ahead, _, top = seen
        depth, backs = self._depth[active], self._backs[active]
        under = self._stack[active, depth + _UNDER - 2], self._stack[active, depth + _UNDER - 3]
        arcs = self._arcs
        beside = arcs.last_left[ahead], arcs.last_left[top], arcs.last_right[top]
        scores = self._scorer.score(self._prepared, np.stack([*seen, *under, *beside], axis=1))
        is_over = (backs == 0) & (self._next[active] == self._ends[active])
        is_last = self._text_ends[active] - self._next[active] + backs < 2
        is_empty = depth == 0
        no_shift = ~is_empty & (is_over | is_last | self._was_back[ahead])
        scores[no_shift, _SHIFT] = _WORST
        scores[is_empty | ((depth == 1) & ~is_over), _REDUCE] = _WORST
        scores[is_empty | is_over, _FIRST_ARC:] = _WORST
        scores[:, -1] = _WORST
        best: Indexes = scores.argmax(axis=1)
        return best

    def _move(self, active: Indexes, moves: Indexes, ahead: Indexes, top: Indexes) -> None:
        is_left = (moves >= _FIRST_ARC) & (moves < self._lefts)
        is_right = moves >= self._lefts
        self._hang_left(ahead[is_left], top[is_left], moves[is_left])
        self._hang_right(top[is_right], ahead[is_right], moves[is_right])
        is_reduced = moves == _REDUCE
        is_put_back = is_reduced & (self._arcs.heads[top] == NONE) & (self._depth[active] > 1)
        self._put_back(active[is_put_back], top[is_put_back])
        self._depth[active[is_left | is_reduced]] -= 1
        is_pushed = is_right | (moves == _SHIFT)
        self._push(active[is_pushed], ahead[is_pushed])

    def _hang_left(self, heads: Indexes, words: Indexes, moves: Indexes) -> None:
        """Hang words on the stack on the word ahead, taking them from the head they had."""
        arcs = self._arcs
        old = arcs.heads[words]
        arcs.last_right[old[old != NONE]] = arcs.before[words[old != NONE]]
        arcs.heads[words], arcs.moves[words] = heads, moves
        arcs.last_left[heads] = words
        self._was_back[heads] = False

    def _hang_right(self, heads: Indexes, words: Indexes, moves: Indexes) -> None:
        arcs = self._arcs
        arcs.heads[words], arcs.moves[words] = heads, moves
        arcs.before[words] = arcs.last_right[heads]
        arcs.last_right[heads] = words

    def _put_back(self, active: Indexes, words: Indexes) -> None:
        self._back[active, self._backs[active]] = words
        self._backs[active] += 1
        self._was_back[words] = True

    def _push(self, active: Indexes, words: Indexes) -> None:
        from_back = self._backs[active] > 0
        self._backs[active[from_back]] -= 1
        self._next[active[~from_back]] += 1
        self._stack[active, self._depth[active] + _UNDER] = words
        self._depth[active] += 1
