"""Monotone alignment: sentences made of numbered thoughts, each a direction of its own."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.lineage.translation.monotone import align_sentences
from secondsource.lineage.translation.sentence_sums import SentenceSums

THOUGHTS = 12


def sentences(*thoughts: str) -> SentenceSums:
    """A sentence for each word; each letter of it is a thought, of weight one."""
    sums = np.zeros((len(thoughts), THOUGHTS), np.float32)
    for number, word in enumerate(thoughts):
        for letter in word:
            sums[number, ord(letter) - ord("a")] += 1
    return SentenceSums(sums, np.array([len(word) for word in thoughts], np.float32))


def pairs(left: SentenceSums, right: SentenceSums) -> list[tuple[int, int, int, int]]:
    found = align_sentences(left, right, 0.3).pairs
    return [(*pair.left, *pair.right) for pair in found]


@pytest.mark.parametrize(
    ("name", "left", "right", "expected"),
    [
        ("the same", "a b c", "a b c", [(0, 1, 0, 1), (1, 2, 1, 2), (2, 3, 2, 3)]),
        ("one left out", "a b c", "a c", [(0, 1, 0, 1), (2, 3, 1, 2)]),
        ("one added", "a c", "a b c", [(0, 1, 0, 1), (1, 2, 2, 3)]),
        ("two merged", "a b c", "ab c", [(0, 2, 0, 1), (2, 3, 1, 2)]),
        ("one split in three", "abc d", "a b c d", [(0, 1, 0, 3), (1, 2, 3, 4)]),
        ("swapped neighbours", "a b c", "b a c", [(0, 2, 0, 2), (2, 3, 2, 3)]),
        ("nothing in common", "a b", "c d", []),
    ],
)
def test_pairs(name: str, left: str, right: str, expected: list[tuple[int, ...]]) -> None:
    assert pairs(sentences(*left.split()), sentences(*right.split())) == expected, name


def test_the_order_counts() -> None:
    straight, turned = sentences(*"abcdefgh"), sentences(*"hgfedcba")
    assert (
        align_sentences(straight, turned, 0.3).score
        < align_sentences(straight, straight, 0.3).score / 2
    )


def test_an_empty_text_aligns_with_nothing() -> None:
    found = align_sentences(sentences(), sentences("a"), 0.3)
    assert (found.pairs, found.score) == ((), 0.0)


words = st.lists(st.text("abcdefghijkl", min_size=1, max_size=3), min_size=1, max_size=9)


@given(words, words)
def test_pairs_rise_in_both_texts_and_a_copy_is_worth_most(
    left: list[str], right: list[str]
) -> None:
    first, second = sentences(*left), sentences(*right)
    found = align_sentences(first, second, 0.3)
    for side in (0, 1):
        ranges = [(pair.left, pair.right)[side] for pair in found.pairs]
        assert ranges == sorted(ranges)
        assert all(a[1] <= b[0] for a, b in pairwise(ranges))
    assert 0 <= found.score <= 0.7 + 1e-5
    assert align_sentences(first, first, 0.3).score == pytest.approx(0.7, abs=1e-5)


def test_the_middle_of_a_text_takes_away_what_all_its_sentences_share() -> None:
    same_topic = sentences("aab", "aac", "aad").centre()
    other = sentences("aae", "aaf", "aag").centre()
    assert align_sentences(same_topic, other, 0.3).pairs == ()
    assert align_sentences(sentences("aab", "aac"), sentences("aae", "aaf"), 0.3).pairs
