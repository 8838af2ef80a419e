"""Stretches grow over edited words, and stop where the texts are no longer one."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.lineage import Relation, find_families
from secondsource.lineage.matching.grow import Pair, TokenStretch, grow_stretches
from secondsource.lineage.matching.masked import MaskedTokens
from secondsource.lineage.matching.tokens import tokenize
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD, article


def _edit(text: str, share: float, seed: int) -> str:
    rng = random.Random(seed)
    words = text.split(" ")
    return " ".join(f"x{seed}n{k}" if rng.random() < share else w for k, w in enumerate(words))


def _grow(left: str, right: str, *known: TokenStretch, masked: int = 0) -> list[TokenStretch]:
    tokens = tokenize([left, right])
    mask = np.zeros(len(tokens.hashes), bool)
    mask[tokens.bounds[1] - masked : tokens.bounds[1]] = True
    return grow_stretches(known, Pair(0, 1, MaskedTokens(tokens, mask)))


@pytest.mark.parametrize(
    ("left", "right", "known", "grown"),
    [
        # four words and a changed one before the run
        ("z a b c x d e f g h i", "z a b c u d e f g h i", [((5, 11), 6)], ((0, 11), 10)),
        # the same behind it
        ("a b c d e x f g h i", "a b c d e y f g h i", [((0, 5), 5)], ((0, 10), 9)),
        # what follows has one word in three in common
        ("a b c d e p q r s t u v", "a b c d e k l r m n u o", [((0, 5), 5)], ((0, 5), 5)),
        # two runs with edited words between them are one stretch
        ("a b x c d e y f g", "a b u c d e v f g", [((0, 2), 2), ((7, 9), 2)], ((0, 9), 7)),
    ],
)  # fmt: skip
def test_growth(
    left: str,
    right: str,
    known: list[tuple[tuple[int, int], int]],
    grown: tuple[tuple[int, int], int],
) -> None:
    (found,) = _grow(left, right, *(TokenStretch(at, at, count) for at, count in known))
    assert (found.left, found.matched) == grown
    assert found.right == found.left


def test_growth_stops_at_boilerplate() -> None:
    text = "a b c d e x f g h i"
    (found,) = _grow(text, text, TokenStretch((0, 5), (0, 5), 5), masked=4)
    assert found.left == (0, 5)


@pytest.mark.parametrize("seed", range(10))
def test_a_short_text_with_a_fifth_of_its_words_changed(seed: int) -> None:
    text = f"{HARBOUR} {ORCHARD}"
    first = article("first", text, published="2024-03-05")
    copy = article("copy", _edit(text, 0.2, seed), published="2024-03-07")
    other = article("other", BRIDGE, published="2024-03-06")
    (family,) = find_families([first, copy, other])
    (edge,) = family.edges
    assert (edge.child, edge.parent, edge.relation) == ("copy", "first", Relation.EDITED)
    assert 0.65 < edge.coverage < 0.95


_words = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=30)


@given(_words, _words, st.integers(5, 12), st.data())
def test_growth_stays_inside_and_counts_no_more_than_there_is(
    before: list[str], after: list[str], length: int, data: st.DataObject
) -> None:
    run = [f"r{k}" for k in range(length)]
    ours, theirs = data.draw(_words), data.draw(_words)
    left, right = " ".join([*before, *run, *after]), " ".join([*ours, *run, *theirs])
    known = TokenStretch(
        (len(before), len(before) + length), (len(ours), len(ours) + length), length
    )
    (found,) = _grow(left, right, known)
    for part, size in ((found.left, len(left.split())), (found.right, len(right.split()))):
        assert 0 <= part[0] <= part[1] <= size
        assert length <= found.matched <= part[1] - part[0]


def test_the_end_of_a_common_passage_is_not_blurred() -> None:
    first = article("first", f"{ORCHARD}\n\n{HARBOUR}", published="2024-03-05")
    copy = article("copy", f"{HARBOUR}\n\n{BRIDGE}", published="2024-03-07")
    (family,) = find_families([first, copy])
    (stretch,) = family.edges[0].stretches
    assert HARBOUR.startswith(stretch.child.of(copy.text)[:400])
    assert len(stretch.child) <= len(HARBOUR)


def test_a_very_long_text_with_every_fourth_word_changed() -> None:
    words = [f"w{k}" for k in range(60_000)]
    edited = [f"x{k}" if k % 4 == 3 and 12 < k < 59_980 else word for k, word in enumerate(words)]
    run = TokenStretch((0, 15), (0, 15), 15)
    (down,) = _grow(" ".join(words), " ".join(edited), run)
    assert down.left[1] > 59_900
    end = TokenStretch((59_980, 60_000), (59_980, 60_000), 20)
    (up,) = _grow(" ".join(words), " ".join(edited), end)
    assert up.left[0] < 100
