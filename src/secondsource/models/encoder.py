"""Turns English sentences into vectors whose closeness follows their closeness in meaning.

The model is all-MiniLM-L6-v2 (Apache-2.0; Wang et al., MiniLM, NeurIPS 2020; trained as in
Reimers and Gurevych, Sentence-BERT, EMNLP 2019), with weights rounded to eight bits. See
`models/encoder/CARD.md` for what the rounding costs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

from secondsource.article import Span
from secondsource.errors import ModelError
from secondsource.models.session import Session, open_session

DIMENSIONS = 384
LONGEST = 128
"""Word pieces read of one text; the rest is cut off. Of news sentences about 1 in 500 is longer."""

_FOLDER = Path(__file__).with_name("encoder")
_CHARACTERS_READ = LONGEST * 20
_BATCH = 32
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""Halves of characters, which broken pages hold and the tokenizer refuses."""

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder read in one text.

    `vector` is float32 of shape (384,) and length one; `words` are the spans of the words it
    read, and `word_vectors`, float32 of shape (len(words), 384), what each means in its place.
    """

    vector: Vectors
    words: tuple[Span, ...]
    word_vectors: Vectors


class SentenceEncoder:
    """The sentence encoder, its model and its word pieces."""

    def __init__(self, session: Session, tokenizer: Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A vector for each text, such that texts of close meaning have close vectors.

        Args:
            texts: sentences or short passages; only the first `LONGEST` word pieces count.

        Returns:
            float32 of shape (len(texts), 384), each row of length one. The rounding to eight
            bits looks at a whole batch, so a text's vector depends a little (cosine about .99)
            on the texts it is encoded with; the same texts always give the same vectors.
        """
        vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for batch, encodings in self._batches(texts):
            vectors[batch], _ = self._run(encodings)
        return vectors

    def read(self, texts: Sequence[str]) -> list[Encoded]:
        """What `encode` gives for each text, and a vector for each of its words as well.

        Keeps about 1.5 kB for each word, so give it the sentences of an article and not those
        of an archive.
        """
        read: dict[int, Encoded] = {}
        for batch, encodings in self._batches(texts):
            vectors, hidden = self._run(encodings)
            for row, place in enumerate(batch):
                words, word_vectors = _pool_words(encodings[row], hidden[row])
                read[place] = Encoded(vectors[row], words, word_vectors)
        return [read[place] for place in range(len(texts))]

    def _batches(self, texts: Sequence[str]) -> Iterator[tuple[list[int], list[Encoding]]]:
        """Places and word pieces of the texts, shortest first to spend little on padding."""
        readable = [_LONE_SURROGATE.sub("\ufffd", text[:_CHARACTERS_READ]) for text in texts]
        encodings = self._tokenizer.encode_batch(readable)
        order = sorted(range(len(texts)), key=lambda place: len(encodings[place].ids))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            yield batch, [encodings[place] for place in batch]

    def _run(self, encodings: Sequence[Encoding]) -> tuple[Vectors, Vectors]:
        """A vector for each text, and one for each of its word pieces."""
        ids, mask = _pad(encodings)
        feeds = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (hidden,) = self._session.run(feeds)
        return _normalise(_mean_pool(hidden, mask)), hidden


def open_encoder(folder: Path = _FOLDER, threads: int = 1) -> SentenceEncoder:
    """Open the sentence encoder that is kept in a folder.

    Args:
        folder: holds `model.onnx` and `tokenizer.json`.
        threads: how many threads one run may use.

    Raises:
        ModelError: a file is missing or cannot be read.
    """
    path = folder / "tokenizer.json"
    if not path.is_file():
        raise ModelError(
            f"The word-piece file {path} is missing. Install Second Source again, or run "
            "`python -m training.encoder`."
        )
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.no_padding()
    return SentenceEncoder(open_session(folder / "model.onnx", threads), tokenizer)


@cache
def default_encoder() -> SentenceEncoder:
    """The encoder that came with the package, opened at its first use and then kept."""
    return open_encoder()


def _pad(
    encodings: Sequence[Encoding],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    width = max(len(encoding.ids) for encoding in encodings)
    ids = np.zeros((len(encodings), width), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, encoding in enumerate(encodings):
        ids[row, : len(encoding.ids)] = encoding.ids
        mask[row, : len(encoding.ids)] = 1
    return ids, mask


def _pool_words(encoding: Encoding, hidden: Vectors) -> tuple[tuple[Span, ...], Vectors]:
    """The words of one text and for each the mean of its pieces' vectors."""
    pieces: dict[int, list[int]] = {}
    for piece, word in enumerate(encoding.word_ids):
        if word is not None:
            pieces.setdefault(word, []).append(piece)
    spans = tuple(
        Span(encoding.offsets[group[0]][0], encoding.offsets[group[-1]][1])
        for group in pieces.values()
    )
    vectors = [hidden[group].mean(axis=0) for group in pieces.values()]
    return spans, np.array(vectors, dtype=np.float32).reshape(len(spans), DIMENSIONS)


def _mean_pool(hidden: Vectors, mask: npt.NDArray[np.int64]) -> Vectors:
    weights = mask[:, :, None].astype(np.float32)
    pooled: Vectors = (hidden * weights).sum(axis=1) / weights.sum(axis=1)
    return pooled


def _normalise(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = vectors / np.maximum(lengths, np.float32(1e-12))
    return scaled
