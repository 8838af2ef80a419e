"""Vectors of English sentences that lie near where two sentences mean the same.

The model is all-MiniLM-L6-v2 (Apache-2.0; Wang et al., MiniLM, NeurIPS 2020; Reimers and Gurevych,
Sentence-BERT, EMNLP 2019) that was taught which fact-check a post is about
(`training/post_vectors.py`), its weights rounded to eight bits. See `models/minilm/CARD.md`.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from secondsource.lineage.translation.sentence_sums import F32
from secondsource.models.session import Session, open_session
from secondsource.models.word_pieces import make_readable, open_word_pieces

DIMENSIONS = 384
LONGEST = 128
"""Word pieces read of one text; the rest is cut off, as its authors did in training."""

_FOLDER = Path(__file__).with_name("minilm")
SENTENCE_VECTORS = _FOLDER / "model.onnx"
"""The network, as it came with the package."""


class SentenceVectors:
    """Reads English sentences into vectors; an `Embedder`."""

    def __init__(self, session: Session, tokenizer: Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer

    def embed(self, texts: Sequence[str]) -> F32:
        """A vector of length one for each text, float32 of shape (len(texts), 384).

        Texts go through one by one: the rounding to eight bits would otherwise make a text's
        vector depend on its neighbours.
        """
        vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
        readable = [make_readable(text, LONGEST) for text in texts]
        for place, encoding in enumerate(self._tokenizer.encode_batch(readable)):
            ids = np.array([encoding.ids], np.int64)
            feeds = {
                "input_ids": ids,
                "attention_mask": np.ones_like(ids),
                "token_type_ids": np.zeros_like(ids),
            }
            vector = self._session.run(feeds)[0][0]
            vectors[place] = vector / max(float(np.linalg.norm(vector)), 1e-9)
        return vectors


@cache
def load_sentence_vectors() -> SentenceVectors:
    """The sentence vectors that came with the package, opened at their first use.

    Raises:
        ModelError: a file is missing or cannot be read.
    """
    made_by = "python -m training.minilm --weights FOLDER/whole.pt"
    tokenizer = open_word_pieces(_FOLDER, LONGEST, made_by)
    return SentenceVectors(open_session(SENTENCE_VECTORS), tokenizer)
