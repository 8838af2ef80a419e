"""Reads English sentences: a vector of their meaning, and what they look like to a reader.

The model is the lower part of all-MiniLM-L6-v2 (Apache-2.0; Wang et al., MiniLM, NeurIPS 2020;
Reimers and Gurevych, Sentence-BERT, EMNLP 2019), trained further on what larger networks say of
news sentences (`python -m training.student`), with weights rounded to eight bits. See
`models/encoder/CARD.md`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import starmap
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

from secondsource.article import Span
from secondsource.models.session import Session, open_session
from secondsource.models.word_pieces import make_readable, open_word_pieces

DIMENSIONS = 384
JUDGEMENTS = ("loaded", "opinion", "checkworthy", "subjective")
"""What the network was asked of a sentence, in the order of `Encoded.judgements`."""
LONGEST = 128
"""Word pieces read of one text; the rest is cut off. Of news sentences about 1 in 500 is longer."""

_FOLDER = Path(__file__).with_name("encoder")

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder read in one text.

    `vector` is float32 of shape (384,) and length one; `judgements`, float32 of shape (4,), the
    logit of each of `JUDGEMENTS`; `pieces`, float32, for each word piece of `encoding` the logit
    of its carrying a judgement. The heads (`heads.py`) turn these into scores.
    """

    vector: Vectors
    judgements: Vectors
    encoding: Encoding
    pieces: Vectors

    def read_words(self) -> tuple[tuple[Span, ...], Vectors]:
        """The words read, and for each how strongly it carries a judgement (see `pool_words`)."""
        return pool_words(self.encoding, self.pieces)


class SentenceEncoder:
    """The sentence encoder: its network and its word pieces."""

    def __init__(self, network: Session, tokenizer: Tokenizer) -> None:
        self._network = network
        self._tokenizer = tokenizer

    def split(self, texts: Sequence[str]) -> list[Encoding]:
        """The word pieces of each text."""
        readable = [make_readable(text, LONGEST) for text in texts]
        found: list[Encoding] = self._tokenizer.encode_batch(readable)
        return found

    def read(self, texts: Sequence[str]) -> list[Encoded]:
        """What the encoder reads in each text, the same whatever it stands beside.

        Texts go through one by one: what the network writes between its layers then stays in
        the processor's cache. On sentences of an article, batches of 32 took 1.7 times as
        long, batches of 4 a tenth less, and in any batch the rounding to eight bits would make
        a text's scores depend on its neighbours.

        Args:
            texts: English sentences; only the first `LONGEST` word pieces count.
        """
        return [self._read(encoding) for encoding in self.split(texts)]

    def _read(self, encoding: Encoding) -> Encoded:
        ids = np.array([encoding.ids], dtype=np.int64)
        feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        vector, judgements, pieces = self._network.run(feeds)
        return Encoded(_normalise(vector[0]), judgements[0], encoding, pieces[0])


def open_encoder(folder: Path = _FOLDER) -> SentenceEncoder:
    """Open the sentence encoder that is kept in a folder.

    Args:
        folder: holds `model.onnx` and `tokenizer.json`.

    Raises:
        ModelError: a file is missing or cannot be read.
    """
    tokenizer = open_word_pieces(folder, LONGEST, "python -m training.encoder")
    return SentenceEncoder(open_session(folder / "model.onnx"), tokenizer)


@cache
def default_encoder() -> SentenceEncoder:
    """The encoder that came with the package, opened at its first use and then kept."""
    return open_encoder()


def pool_words(encoding: Encoding, pieces: Vectors) -> tuple[tuple[Span, ...], Vectors]:
    """The words of one text and for each the mean of its pieces' logits.

    Args:
        encoding: the text in word pieces.
        pieces: float32, a logit for each word piece.
    """
    offsets = encoding.offsets
    inside: list[int] = []
    firsts: list[int] = []
    spans: list[tuple[int, int]] = []
    last = None
    for piece, word in enumerate(encoding.word_ids):
        if word is None:
            continue
        start, end = offsets[piece]
        if word == last:
            spans[-1] = spans[-1][0], end
        else:
            firsts.append(len(inside))
            spans.append((start, end))
        last = word
        inside.append(piece)
    if not inside:
        return (), np.zeros(0, dtype=np.float32)
    sums = np.add.reduceat(pieces[inside], firsts)
    logits: Vectors = (sums / np.diff([*firsts, len(inside)])).astype(np.float32)
    return tuple(starmap(Span, spans)), logits


def _normalise(vector: Vectors) -> Vectors:
    scaled: Vectors = vector / np.maximum(np.linalg.norm(vector), np.float32(1e-12))
    return scaled
