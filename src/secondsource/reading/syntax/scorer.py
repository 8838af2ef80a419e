"""What the parser and the finder of names think of each move they could make next."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from secondsource.reading.syntax.layers import Floats

Indexes = npt.NDArray[np.int64]


NONE = -1
"""Stands for no token in a place that a move looks at."""


@dataclass(frozen=True, slots=True)
class Scorer:
    """The weights of one hidden layer over the tokens that a move looks at.

    `moves` names the moves as spaCy does; `padding` has a row for each place: what no token adds
    to the hidden layer there.
    """

    moves: tuple[str, ...]
    inputs: Floats
    input_bias: Floats
    words: Floats
    padding: Floats
    bias: Floats
    outputs: Floats
    output_bias: Floats

    def prepare(self, vectors: Floats) -> Floats:
        """What is looked at of each token, and last of no token: nothing."""
        rows = np.zeros((len(vectors) + 1, self.inputs.shape[1]), dtype=np.float32)
        np.matmul(vectors, self.inputs, out=rows[:-1])
        rows[:-1] += self.input_bias
        return rows

    def score(self, prepared: Floats, seen: Indexes) -> Floats:
        """Scores of shape (states, moves).

        Args:
            prepared: As `prepare` gives it.
            seen: The number of the token in each place, `NONE` for none: shape (states, places).
        """
        hidden = prepared[seen].reshape(len(seen), -1) @ self.words
        hidden += (seen == NONE).astype(np.float32) @ self.padding
        hidden += self.bias
        half = hidden.shape[1] // 2
        best = np.maximum(hidden[:, :half], hidden[:, half:])
        scores: Floats = best @ self.outputs
        scores += self.output_bias
        return scores


def read_scorer(component: Any) -> Scorer:
    """The weights of a spaCy "parser" or "ner" component."""
    moves = component.moves
    names = tuple(moves.get_class_name(number) for number in range(moves.n_moves))
    nodes = list(component.model.walk())
    words = next(n for n in nodes if n.name == "precomputable_affine")
    linear = {n.get_dim("nO"): n for n in nodes if n.name == "linear"}
    inputs, outputs = linear[words.get_dim("nI")], linear[len(names)]
    by_piece = words.get_param("W").transpose(0, 3, 2, 1)
    return Scorer(
        moves=names,
        inputs=np.ascontiguousarray(inputs.get_param("W").T),
        input_bias=inputs.get_param("b"),
        words=np.ascontiguousarray(by_piece.reshape(-1, by_piece.shape[2] * by_piece.shape[3])),
        padding=words.get_param("pad")[0].transpose(0, 2, 1).reshape(words.get_dim("nF"), -1),
        bias=words.get_param("b").T.reshape(-1),
        outputs=np.ascontiguousarray(outputs.get_param("W").T),
        output_bias=outputs.get_param("b"),
    )
