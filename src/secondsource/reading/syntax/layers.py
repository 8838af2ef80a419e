"""Vectors of words in their context: spaCy's token encoder, computed with numpy.

The weights are those of the model as published. Embeddings are hashed into small tables
(Serrà and Karatzoglou, RecSys 2017; Miranda et al., arXiv 2212.09255); four layers look at a
word and its two neighbours. Every word form is embedded once and kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ids = npt.NDArray[np.uint64]

_ROWS_AT_ONCE = 1024
"""Rows that a layer computes at once: they stay in the processor's cache."""
_TINY = np.float32(1e-8)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_MOST_FORMS = 20_000
"""Different word forms kept, those met first, half a kilobyte each."""


@dataclass(frozen=True, slots=True)
class _Maxout:
    """The largest of three linear functions, then scaled to mean 0 and variance 1."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    def __call__(self, rows: Floats) -> Floats:
        width = len(self.gain)
        pieces = rows @ self.weights
        pieces += self.bias
        best: Floats = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        np.maximum(best, pieces[:, 2 * width :], out=best)
        best -= np.einsum("ij->i", best)[:, None] / np.float32(width)
        spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + _TINY
        best /= np.sqrt(spread)[:, None]
        best *= self.gain
        best += self.shift
        return best


@dataclass(frozen=True, slots=True)
class Encoder:
    """Gives every token a vector of 96 numbers from its form and those of its neighbours.

    `columns` names the attributes of a token that it looks at; `hashes` has for each the table
    of vectors, by rows, and the seed of the hash that picks four rows to add. `known` keeps the
    vectors of single forms.
    """

    columns: tuple[str, ...]
    hashes: tuple[tuple[Floats, int], ...]
    mix: _Maxout
    layers: tuple[_Maxout, ...]
    ops: Any
    known: dict[int, Floats] = field(default_factory=dict)

    def __call__(self, tokens: Ids, lengths: Sequence[int]) -> Floats:
        """The vectors of the tokens of several texts, float32 of shape (tokens, 96).

        Args:
            tokens: uint64 of shape (tokens, columns), the texts one after the other.
            lengths: How many tokens each text has.
        """
        forms, keys, places = _find_forms(tokens)
        rows = self._look_up(forms, keys.tolist())[places]
        pad = len(self.layers)
        at = _pad_places(lengths, pad)
        padded = np.zeros((len(rows) + pad * (len(lengths) + 1), rows.shape[1]), dtype=np.float32)
        padded[at] = rows
        for layer in self.layers:
            padded = _look_around(layer, padded)
        return padded[at]

    def _look_up(self, forms: Ids, keys: Sequence[int]) -> Floats:
        """The vectors of forms by themselves, those that are not kept being computed."""
        rows = [self.known.get(key) for key in keys]
        new = [place for place, row in enumerate(rows) if row is None]
        if new:
            for place, row in zip(new, self._embed(forms[new]), strict=True):
                rows[place] = row
                if len(self.known) < _MOST_FORMS:
                    self.known[keys[place]] = row
        return np.stack([row for row in rows if row is not None])

    def _embed(self, forms: Ids) -> Floats:
        parts = []
        for column, (table, seed) in enumerate(self.hashes):
            ids = np.ascontiguousarray(forms[:, column])
            rows = self.ops.hash(ids, seed) % len(table)
            parts.append(self.ops.gather_add(table, rows))
        return self.mix(np.concatenate(parts, axis=1))


def _find_forms(tokens: Ids) -> tuple[Ids, Ids, npt.NDArray[np.intp]]:
    """The different rows of an array, a number for each, and for each row which of them it is."""
    keys = np.zeros(len(tokens), dtype=np.uint64)
    for column in tokens.T:
        keys ^= column
        keys *= _MIX
        keys ^= keys >> np.uint64(29)
    different, first, places = np.unique(keys, return_index=True, return_inverse=True)
    return tokens[first], different, places


def _pad_places(lengths: Sequence[int], pad: int) -> npt.NDArray[np.intp]:
    """Where each token stands when rows of padding are put before, between and after texts."""
    bounds = np.cumsum([0, *lengths])
    parts = [
        np.arange(start, end) + pad * (number + 1)
        for number, (start, end) in enumerate(pairwise(bounds))
    ]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.intp)


def _look_around(layer: _Maxout, rows: Floats) -> Floats:
    """A layer's result for each row with its two neighbours, added to the row itself."""
    count, width = rows.shape
    framed = np.zeros((count + 2, width), dtype=np.float32)
    framed[1:-1] = rows
    found = np.empty_like(rows)
    for start in range(0, count, _ROWS_AT_ONCE):
        end = min(start + _ROWS_AT_ONCE, count)
        windows = np.lib.stride_tricks.as_strided(
            framed[start:], (end - start, 3 * width), framed.strides
        )
        found[start:end] = layer(np.ascontiguousarray(windows))
    found += rows
    return found


def read_encoder(model: Any) -> Encoder:
    """The encoder with the weights of a spaCy model.

    Args:
        model: The thinc model of a "tok2vec" component, or of another that has its own.
    """
    nodes = list(model.walk())
    columns = next(n.attrs["columns"] for n in nodes if n.name == "extract_features")
    tables = [n for n in nodes if n.name == "hashembed"]
    maxouts = [n for n in nodes if n.name == "maxout"]
    norms = [n for n in nodes if n.name == "layernorm"]
    first, *others = [_read_maxout(m, n) for m, n in zip(maxouts, norms, strict=True)]
    return Encoder(
        tuple(columns),
        tuple((n.get_param("E"), n.attrs["seed"]) for n in tables),
        first,
        tuple(others),
        model.ops,
    )


def _read_maxout(maxout: Any, norm: Any) -> _Maxout:
    """Weights with the outputs of one piece side by side."""
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    width, pieces, inputs = weights.shape
    assert pieces == 3, "the encoder's layers take the best of three"
    return _Maxout(
        np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * width, inputs).T),
        np.ascontiguousarray(bias.T.reshape(-1)),
        norm.get_param("G"),
        norm.get_param("b"),
    )
