"""The word pieces in which the neural models read a text, and text made fit for them."""

import re
from pathlib import Path

from tokenizers import Tokenizer

from secondsource.errors import ModelError

_CHARACTERS_PER_PIECE = 20
"""Code points kept for each word piece, so that the end of a huge text is not even split."""
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""Halves of characters, which broken pages hold and tokenizers refuse."""


def open_word_pieces(folder: Path, longest: int, made_by: str = "") -> Tokenizer:
    """Opens the word pieces of a model; of a pair of texts the longer is cut first.

    Args:
        folder: holds `tokenizer.json`.
        longest: word pieces read of a text, or of a pair of texts; the rest is cut off.
        made_by: the command that makes the file anew, for the message when it is missing.

    Raises:
        ModelError: the file is missing.
    """
    path = folder / "tokenizer.json"
    if not path.is_file():
        anew = f", or run `{made_by}`" if made_by else ""
        raise ModelError(
            f"The word-piece file {path} is missing. Install Second Source again{anew}."
        )
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(longest, strategy="longest_first")
    tokenizer.no_padding()
    return tokenizer


def make_readable(text: str, longest: int) -> str:
    """What a tokenizer is given of a text: no more than is read, and no halves of characters.

    Args:
        text: any text.
        longest: the word pieces that are read of it.
    """
    return _LONE_SURROGATE.sub("\ufffd", text[: longest * _CHARACTERS_PER_PIECE])
