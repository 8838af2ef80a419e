"""The sentence encoder: shapes, lengths, meaning, and words in their places."""

from pathlib import Path

import numpy as np
import pytest

from secondsource.errors import ModelError
from secondsource.models.encoder import (
    DIMENSIONS,
    JUDGEMENTS,
    default_encoder,
    open_encoder,
    pool_words,
)
from secondsource.models.session import open_session

TOLD_APART = [
    # the judgement, a sentence with more of it, one with less
    ("loaded", "The shameful regime peddled its poisonous lies.", "The council met on Monday."),
    ("opinion", "Nothing could be more foolish than this plan.", "The bank opened in 1994."),
    ("checkworthy", "Unemployment fell by 4 percent last year.", "Thank you all for coming."),
    ("subjective", "What a pathetic excuse for a policy this is!", "The vote was held on 4 May."),
]
ODD = ["", " ", "Yes.", "слово " * 400, "\ud800", "a" * 50_000, "🙂"]


@pytest.mark.parametrize(("judgement", "more", "less"), TOLD_APART)
def test_judgements_tell_sentences_apart(judgement: str, more: str, less: str) -> None:
    place = JUDGEMENTS.index(judgement)
    high, low = default_encoder().read([more, less])
    assert high.judgements[place] > low.judgements[place] + 1


def test_loaded_words_stand_out() -> None:
    text = "The shameful surrender was signed on Tuesday."
    (read,) = default_encoder().read([text])
    words, scores = read.read_words()
    logits = dict(zip((span.of(text) for span in words), scores, strict=True))
    assert logits["shameful"] > max(logits["signed"], logits["Tuesday"], logits["was"])


def test_shapes_and_lengths_whatever_the_text() -> None:
    for read in default_encoder().read(ODD):
        assert read.vector.shape == (DIMENSIONS,)
        assert read.judgements.shape == (len(JUDGEMENTS),)
        words, logits = read.read_words()
        assert logits.shape == (len(words),)
        assert {read.vector.dtype, read.judgements.dtype, logits.dtype} == {np.dtype(np.float32)}
        assert np.linalg.norm(read.vector) == pytest.approx(1, abs=1e-5)


def test_no_texts_give_no_readings() -> None:
    assert default_encoder().read([]) == []


def test_a_text_is_read_the_same_beside_any_other() -> None:
    texts = ["The dam holds.", "Nobody was told.", "It rained for nine days in Ost."]
    together = default_encoder().read(texts)
    for text, beside in zip(texts, together, strict=True):
        (alone,) = default_encoder().read([text])
        assert np.array_equal(alone.vector, beside.vector)
        assert np.array_equal(alone.judgements, beside.judgements)


def test_words_are_found_in_their_places() -> None:
    text = "The “unbelievable” dam—built in Ørsted—holds."
    (read,) = default_encoder().read([text])
    words = [span.of(text) for span in read.read_words()[0]]
    assert [word for word in words if word.isalpha()] == [
        "The", "unbelievable", "dam", "built", "in", "Ørsted", "holds",
    ]  # fmt: skip


def test_a_word_has_the_mean_of_its_pieces() -> None:
    encoding = default_encoder().split(["Unputdownable prose"])[0]
    pieces = np.arange(len(encoding.ids), dtype=np.float32)
    of_first = [piece for piece, word in enumerate(encoding.word_ids) if word == 0]
    assert len(of_first) > 1
    words, logits = pool_words(encoding, pieces)
    assert [len(word) for word in words] == [len("Unputdownable"), len("prose")]
    assert logits[0] == pytest.approx(np.mean(of_first))


def test_a_missing_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Install Second Source again"):
        open_encoder(tmp_path)
    with pytest.raises(ModelError, match="missing"):
        open_session(tmp_path / "model.onnx")


def test_a_broken_model_says_which(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"not a model")
    with pytest.raises(ModelError, match=r"model\.onnx could not be read"):
        open_session(tmp_path / "model.onnx")
