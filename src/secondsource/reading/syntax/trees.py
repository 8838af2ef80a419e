"""The trees of sentences as each token's head, label, children and reach."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from secondsource.reading.syntax.arcs import Arcs, Flags, Sentences
from secondsource.reading.syntax.scorer import NONE, Indexes

_LIFTED = "||"
"""Parts a label from that of the head it belongs to, where arcs would have crossed."""
_ROOT = "ROOT"
_MOST_SEARCHED = 200
"""Words looked at for the head of one lifted word."""


@dataclass(frozen=True, slots=True)
class Trees:
    """For each token its head (a root is its own), the label of its arc, and what is below it.

    `lefts` and `rights` are the half-open range of the tokens below it, itself included;
    the children of token n are `children[firsts[n]:firsts[n + 1]]`, in order.
    """

    heads: Indexes
    labels: list[str]
    lefts: Indexes
    rights: Indexes
    children: Indexes
    firsts: Indexes


def build_trees(arcs: Arcs, names: Sequence[str], sentences: Sentences, is_blank: Flags) -> Trees:
    """Make trees of the parser's arcs; words that had been lifted get back to their heads.

    Args:
        arcs: What the parser found.
        names: The names of its moves: "L-nsubj", "R-prep||dobj".
        sentences: Those that were parsed, in order.
        is_blank: Whether a token is white space.
    """
    heads = np.where(arcs.heads == NONE, np.arange(len(arcs.heads)), arcs.heads)
    labels = [_ROOT if move == NONE else names[move][2:] for move in arcs.moves.tolist()]
    is_lifted = np.array([_LIFTED in name for name in names])
    for token in np.flatnonzero((arcs.moves != NONE) & is_lifted[arcs.moves]).tolist():
        labels[token], _, wanted = labels[token].partition(_LIFTED)
        number = int(np.searchsorted(sentences.starts, token, "right")) - 1
        first, end = int(sentences.starts[number]), int(sentences.ends[number])
        search = _Search(first, heads[first:end], labels, is_blank)
        heads[token] = search.find_head(token, wanted)
    children, firsts = _order_children(heads)
    lefts, rights = _find_reach(heads, children, firsts)
    return Trees(heads, labels, lefts, rights, children, firsts)


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for words below others in one sentence, which begins at token `first`."""

    first: int
    heads: Indexes
    labels: Sequence[str]
    is_blank: Flags

    def find_head(self, token: int, wanted: str) -> int:
        """The nearest word below the head, level by level, that has the label; else the head."""
        head = int(self.heads[token - self.first])
        level, seen = [head], 0
        while level and seen < _MOST_SEARCHED:
            below = [c for word in level for c in self._children(word) if c != token]
            found = next((c for c in below if self.labels[c] == wanted), None)
            if found is not None:
                return found
            level, seen = below, seen + len(below)
        return head

    def _children(self, head: int) -> list[int]:
        below = (np.flatnonzero(self.heads == head) + self.first).tolist()
        return [child for child in below if child != head and not self.is_blank[child]]


def _order_children(heads: Indexes) -> tuple[Indexes, Indexes]:
    """The children of all tokens, by their head, and where those of each token start."""
    tokens = np.arange(len(heads))
    below = tokens[heads != tokens]
    children = below[np.argsort(heads[below], kind="stable")]
    counts = np.bincount(heads[below], minlength=len(heads))
    return children, np.concatenate([[0], np.cumsum(counts)])


def _find_reach(heads: Indexes, children: Indexes, firsts: Indexes) -> tuple[Indexes, Indexes]:
    """The first token below each one, and the place after the last."""
    lefts = np.arange(len(heads))
    rights = lefts + 1
    levels = [np.flatnonzero(heads == lefts)]
    while len(levels[-1]):
        levels.append(_all_children(levels[-1], children, firsts))
    for level in reversed(levels[1:]):
        np.minimum.at(lefts, heads[level], lefts[level])
        np.maximum.at(rights, heads[level], rights[level])
    return lefts, rights


def _all_children(tokens: Indexes, children: Indexes, firsts: Indexes) -> Indexes:
    counts = firsts[tokens + 1] - firsts[tokens]
    before = np.cumsum(counts) - counts
    found: Indexes = children[np.repeat(firsts[tokens] - before, counts) + np.arange(counts.sum())]
    return found
