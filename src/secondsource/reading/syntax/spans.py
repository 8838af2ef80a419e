"""The names in a text: the moves of spaCy's finder of names, for all tokens at once."""

from collections.abc import Iterator, Sequence

import numpy as np

from secondsource.reading.syntax.arcs import Flags, Sentences
from secondsource.reading.syntax.layers import Floats
from secondsource.reading.syntax.scorer import NONE, Indexes, Scorer

_TOKENS_AT_ONCE = 30_000
_WORST = np.float32(-np.inf)


def find_names(
    scorer: Scorer, vectors: Floats, is_blank: Flags, sentences: Sentences
) -> Iterator[tuple[int, int, str]]:
    """Give the names of all texts in order: first token, end, label.

    A name is found by the best move at its first word, then by whether it goes on; none
    crosses the end of a sentence.

    Args:
        scorer: The weights of the finder.
        vectors: One for each token of all the texts.
        is_blank: Whether a token is white space, where no name starts.
        sentences: In order; together they hold every token.
    """
    is_last = np.zeros(len(vectors), dtype=np.bool_)
    is_last[sentences.ends - 1] = True
    for group in sentences.groups(_TOKENS_AT_ONCE):
        first = int(group.starts[0])
        part = slice(first, int(group.ends[-1]))
        prepared = scorer.prepare(vectors[part])
        found = _find_in(scorer, prepared, is_blank[part], is_last[part])
        for start, end, label in found:
            yield start + first, end + first, label


def _find_in(
    scorer: Scorer, prepared: Floats, is_blank: Flags, is_last: Flags
) -> Iterator[tuple[int, int, str]]:
    starts, moves = _find_starts(scorer, prepared, is_blank, is_last)
    ends = _find_ends(scorer, prepared, starts, moves, is_last)
    done = 0
    for start, end, move in zip(starts.tolist(), ends.tolist(), moves.tolist(), strict=True):
        if start >= done:
            done = end
            yield start, end, scorer.moves[move][2:]


def _find_starts(
    scorer: Scorer, prepared: Floats, is_blank: Flags, is_last: Flags
) -> tuple[Indexes, Indexes]:
    """The tokens at which a name would start if none was open, and the move that starts it."""
    tokens = np.arange(len(is_blank))
    nothing = np.full_like(tokens, NONE)
    scores = scorer.score(prepared, np.stack([tokens, nothing, nothing], axis=1))
    letters = np.array([move[0] if len(move) != len("U-") else "" for move in scorer.moves])
    scores[:, ~np.isin(letters, ["B", "U", "O"])] = _WORST
    scores[is_last[:, None] & (letters == "B")] = _WORST
    moves = scores.argmax(axis=1)
    starts = np.flatnonzero((letters[moves] != "O") & ~is_blank)
    return starts, moves[starts]


def _find_ends(
    scorer: Scorer, prepared: Floats, starts: Indexes, moves: Indexes, is_last: Flags
) -> Indexes:
    """Where the name that starts at each of these tokens ends."""
    number = {move: place for place, move in enumerate(scorer.moves)}
    inner, last = (_matching(scorer.moves, number, letter) for letter in "IL")
    begins = np.array([move.startswith("B-") for move in scorer.moves])
    ends = starts + 1
    going = np.flatnonzero(begins[moves])
    while len(going):
        at = ends[going]
        scores = scorer.score(prepared, np.stack([at, starts[going], at - 1], axis=1))
        rows = np.arange(len(going))
        goes_on = scores[rows, inner[moves[going]]] >= scores[rows, last[moves[going]]]
        ends[going] += 1
        going = going[goes_on & ~is_last[at]]
    return ends


def _matching(moves: Sequence[str], number: dict[str, int], letter: str) -> Indexes:
    """For each move the one with another letter and the same label."""
    return np.array([number.get(letter + move[1:], 0) for move in moves])
