"""Word pieces of a model's folder, and text made fit for them."""

from pathlib import Path

import pytest

from secondsource.errors import ModelError
from secondsource.models.encoder import default_encoder
from secondsource.models.word_pieces import make_readable, open_word_pieces

ENCODER = Path(__file__).parents[2] / "src" / "secondsource" / "models" / "encoder"


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("The dam holds.", "The dam holds."),
        ("half \ud83d of a character \udc00", "half \ufffd of a character \ufffd"),
        ("whole \U0001f30d", "whole \U0001f30d"),
        ("x" * 1000, "x" * 40),
        ("", ""),
    ],
)
def test_a_text_is_cut_and_rid_of_half_characters(text: str, readable: str) -> None:
    assert make_readable(text, longest=2) == readable


def test_no_more_pieces_are_read_than_asked_for() -> None:
    pieces = open_word_pieces(ENCODER, longest=6)
    assert len(pieces.encode("The dam holds.").ids) == 6
    assert len(pieces.encode("The dam", "has held for a long time").ids) == 6


def test_the_encoder_reads_half_a_character() -> None:
    assert default_encoder().split(["half \ud83d of it"])[0].ids


@pytest.mark.parametrize(
    ("made_by", "advice"),
    [
        ("", "Install Second Source again."),
        ("make pieces", "Install Second Source again, or run `make pieces`."),
    ],
)
def test_a_missing_file_says_what_to_do(tmp_path: Path, made_by: str, advice: str) -> None:
    with pytest.raises(ModelError) as refused:
        open_word_pieces(tmp_path, 8, made_by)
    path = tmp_path / "tokenizer.json"
    assert str(refused.value) == f"The word-piece file {path} is missing. {advice}"
