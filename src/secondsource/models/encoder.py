"""Turns English sentences into vectors whose closeness follows their closeness in meaning.

The model is all-MiniLM-L6-v2 (Apache-2.0; Wang et al., MiniLM, NeurIPS 2020; trained as in
Reimers and Gurevych, Sentence-BERT, EMNLP 2019), with weights rounded to eight bits. See
`models/encoder/CARD.md` for what the rounding costs.
"""

import re
from collections.abc import Sequence
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
            float32 of shape (len(texts), 384), each row of length one; the same text always
            gives the same vector, whatever it is encoded with.
        """
        vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for place, encoding in enumerate(self._split(texts)):
            vectors[place], _ = self._run(encoding)
        return vectors

    def read(self, texts: Sequence[str]) -> list[Encoded]:
        """What `encode` gives for each text, and a vector for each of its words as well.

        Keeps about 1.5 kB for each word, so give it the sentences of an article and not those
        of an archive.
        """
        read = []
        for encoding in self._split(texts):
            vector, hidden = self._run(encoding)
            read.append(Encoded(vector, *_pool_words(encoding, hidden)))
        return read

    def _split(self, texts: Sequence[str]) -> list[Encoding]:
        """The word pieces of each text."""
        readable = [_LONE_SURROGATE.sub("\ufffd", text[:_CHARACTERS_READ]) for text in texts]
        found: list[Encoding] = self._tokenizer.encode_batch(readable)
        return found

    def _run(self, encoding: Encoding) -> tuple[Vectors, Vectors]:
        """A vector for one text, and one for each of its word pieces.

        Texts go through one by one: what the network writes between its layers then stays in
        the processor's cache. On sentences of an article, batches of 32 took 1.7 times as
        long, batches of 4 a tenth less, and in any batch the rounding to eight bits would make
        a text's vector depend on its neighbours.
        """
        ids = np.array([encoding.ids], dtype=np.int64)
        feeds = {
            "input_ids": ids,
            "attention_mask": np.ones_like(ids),
            "token_type_ids": np.zeros_like(ids),
        }
        (hidden,) = self._session.run(feeds)
        return _normalise(hidden[0].mean(axis=0)), hidden[0]


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


def _normalise(vector: Vectors) -> Vectors:
    scaled: Vectors = vector / np.maximum(np.linalg.norm(vector), np.float32(1e-12))
    return scaled
