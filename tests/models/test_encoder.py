"""The sentence encoder: shapes, lengths, meaning, and words in their places."""

from pathlib import Path

import numpy as np
import pytest

from secondsource.errors import ModelError
from secondsource.models.encoder import DIMENSIONS, default_encoder, open_encoder
from secondsource.models.session import open_session

CLOSE = [
    (
        "The mayor of Larkhaven resigned on Friday.",
        "Larkhaven's mayor stepped down at the end of the week.",
        "The recipe asks for two ripe bananas.",
    ),
    (
        "Prices for bread rose by a tenth.",
        "Bread became ten per cent more expensive.",
        "The orchestra opened its season with a waltz.",
    ),
]


@pytest.mark.parametrize(("one", "same", "other"), CLOSE)
def test_close_meaning_gives_close_vectors(one: str, same: str, other: str) -> None:
    vectors = default_encoder().encode([one, same, other])
    assert vectors[0] @ vectors[1] > 0.6
    assert vectors[0] @ vectors[2] < 0.3


def test_every_vector_has_length_one_whatever_the_text() -> None:
    texts = ["", " ", "Yes.", "слово " * 400, "\ud800", "a" * 50_000, "🙂"]
    vectors = default_encoder().encode(texts)
    assert vectors.shape == (len(texts), DIMENSIONS)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_no_texts_give_no_vectors() -> None:
    assert default_encoder().encode([]).shape == (0, DIMENSIONS)
    assert default_encoder().read([]) == []


def test_the_same_texts_give_the_same_vectors() -> None:
    texts = ["The dam holds.", "Nobody was told.", "It rained for nine days in Ost."]
    first, second = default_encoder().encode(texts), default_encoder().encode(texts)
    assert np.array_equal(first, second)


def test_words_are_found_in_their_places() -> None:
    text = "The “unbelievable” dam—built in Ørsted—holds."
    (read,) = default_encoder().read([text])
    words = [span.of(text) for span in read.words]
    assert [word for word in words if word.isalpha()] == [
        "The", "unbelievable", "dam", "built", "in", "Ørsted", "holds",
    ]  # fmt: skip
    assert read.word_vectors.shape == (len(words), DIMENSIONS)


def test_a_missing_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Install Second Source again"):
        open_encoder(tmp_path)
    with pytest.raises(ModelError, match="missing"):
        open_session(tmp_path / "model.onnx")


def test_a_broken_model_says_which(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"not a model")
    with pytest.raises(ModelError, match=r"model\.onnx could not be read"):
        open_session(tmp_path / "model.onnx")
