"""Reads a claim and a passage together and says how likely each stance is.

The shipped models are described in `models/stance/CARD.md` (English) and
`models/stance_multilingual/CARD.md`. Any cross-encoder for inference
exported to ONNX can take its place: a folder with `model.onnx`, `tokenizer.json` and a
`meta.json` that says in which order its classes come.
"""

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

from secondsource.errors import ModelError
from secondsource.models.session import open_session
from secondsource.models.word_pieces import make_readable, open_word_pieces

CLASSES = ("supports", "disputes", "neither")

STANCE_MODELS = ("stance", "stance_multilingual")
"""The names of the shipped models' folders: the one that reads English, that of seven languages."""
ENGLISH, MULTILINGUAL = (Path(__file__).with_name(name) for name in STANCE_MODELS)

# Pairs read at the same time; on two idle cores two are twice as fast, with the same answers.
_WORKERS = 2

Probabilities = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a model wants to be asked and what its answers mean.

    `order` says which of the model's outputs stands for each of `CLASSES`; `claim_first` is
    False for models that want the passage first; longer pairs are cut to `max_tokens`, the
    longer text first; logits are divided by `temperature` (Guo et al., ICML 2017).
    """

    order: tuple[int, int, int]
    claim_first: bool
    max_tokens: int
    temperature: float


class Network(Protocol):
    """Anything that gives logits for arrays of word pieces; a `Session` is one."""

    def run(
        self, feeds: Mapping[str, npt.NDArray[np.generic]]
    ) -> tuple[npt.NDArray[np.float32], ...]:
        """The network's outputs, the logits first: float32 of shape (pairs, classes)."""
        ...


class CrossEncoder:
    """A model that reads pairs of a claim and a passage, with its word pieces."""

    def __init__(self, session: Network, tokenizer: Tokenizer, settings: Settings) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._settings = settings

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> Probabilities:
        """How likely it is that each passage supports its claim, disputes it, or does neither.

        Args:
            pairs: claims with their passages.

        Returns:
            float32 of shape (len(pairs), 3), columns as in `CLASSES`, rows adding up to 1. Each
            pair is run by itself: the eight-bit rounding looks at all that is run together, so
            that a pair's row would depend on the pairs beside it (by .02 in the median, up to
            .17, measured on 400 pairs in batches of 32), and it is no slower on one thread.
            Two threads share the pairs.
        """
        encodings = self._tokenizer.encode_batch([self._arrange(*pair) for pair in pairs])
        logits = np.zeros((len(pairs), len(CLASSES)), dtype=np.float32)
        with ThreadPoolExecutor(_WORKERS) as pool:
            for place, row in enumerate(pool.map(self._read_pair, encodings)):
                logits[place] = row
        return _softmax(logits / np.float32(self._settings.temperature))

    def _arrange(self, claim: str, passage: str) -> tuple[str, str]:
        most = self._settings.max_tokens
        first, second = make_readable(claim, most), make_readable(passage, most)
        return (first, second) if self._settings.claim_first else (second, first)

    def _read_pair(self, encoding: Encoding) -> npt.NDArray[np.float32]:
        logits, *_ = self._session.run(
            {
                "input_ids": np.array([encoding.ids], dtype=np.int64),
                "attention_mask": np.array([encoding.attention_mask], dtype=np.int64),
                "token_type_ids": np.array([encoding.type_ids], dtype=np.int64),
            }
        )
        return logits[0, list(self._settings.order)]


def open_cross_encoder(folder: Path, threads: int = 1) -> CrossEncoder:
    """Open the cross-encoder that is kept in a folder.

    Args:
        folder: holds `model.onnx`, `tokenizer.json` and `meta.json`.
        threads: how many threads one run may use.

    Raises:
        ModelError: a file is missing or cannot be read.
    """
    settings = read_settings(folder / "meta.json")
    tokenizer = open_word_pieces(folder, settings.max_tokens)
    return CrossEncoder(open_session(folder / "model.onnx", threads), tokenizer, settings)


def read_settings(path: Path) -> Settings:
    """How a model wants to be asked, from its `meta.json`.

    Raises:
        ModelError: the file cannot be read, or has something else.
    """
    try:
        meta = json.loads(path.read_text(encoding="utf-8"))
        return Settings(
            order=_find_order(meta["classes"]),
            claim_first=bool(meta["claim_first"]),
            max_tokens=int(meta["max_tokens"]),
            temperature=float(meta["temperature"]),
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
        raise ModelError(
            f"The settings {path} could not be read ({error!r}). They should be a JSON object "
            f"with classes (a list of {', '.join(CLASSES)} in the model's order), claim_first, "
            "max_tokens and temperature."
        ) from error


def _find_order(classes: Sequence[str]) -> tuple[int, int, int]:
    supports, disputes, neither = (classes.index(name) for name in CLASSES)
    return supports, disputes, neither


def _softmax(logits: Probabilities) -> Probabilities:
    raised = np.exp(logits - logits.max(axis=1, keepdims=True, initial=-np.inf))
    shares: Probabilities = raised / raised.sum(axis=1, keepdims=True)
    return shares
