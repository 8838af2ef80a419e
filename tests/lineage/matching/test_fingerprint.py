"""Winnowing: the guarantee, and no dependence on neighbours."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.lineage.matching import fingerprint as module
from secondsource.lineage.matching.columns import Column
from secondsource.lineage.matching.fingerprint import GRAM, WINDOW
from secondsource.lineage.matching.scan import fingerprint

_WORDS = [f"w{k}" for k in range(500)]
_texts = st.lists(st.sampled_from(_WORDS), max_size=80).map(" ".join)


@given(_texts, _texts, st.lists(st.sampled_from(_WORDS), min_size=13, max_size=30).map(" ".join))
def test_thirteen_equal_words_keep_an_anchor(before: str, after: str, shared: str) -> None:
    assert GRAM + WINDOW - 1 == 13
    left = fingerprint([f"{before} left {shared} one {after}"])
    right = fingerprint([f"right {shared} two"])
    assert set(left.hashes.tolist()) & set(right.hashes.tolist())


@given(st.lists(_texts, min_size=1, max_size=5))
def test_anchors_do_not_depend_on_neighbours(texts: list[str]) -> None:
    together = fingerprint(texts)
    for number, text in enumerate(texts):
        alone = fingerprint([text])
        assert together.hashes[together.texts == number].tolist() == alone.hashes.tolist()


def test_short_texts() -> None:
    assert len(fingerprint(["five words are not enough"])) == 0
    assert len(fingerprint(["but six words are quite enough"])) == 1
    assert len(fingerprint([])) == 0


@given(st.lists(_texts, max_size=9))
def test_sorting_what_is_shared_in_parts_or_at_once(texts: list[str]) -> None:
    anchors = fingerprint([*texts, *texts[:2]])
    at_once = anchors.sort_shared()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "_MANY", 0)
        in_parts = anchors.sort_shared()
    lists = Counter(anchors.hashes.tolist())
    assert at_once.hashes.tolist() == sorted(h for h in lists.elements() if lists[h] > 1)
    for column in ("hashes", "texts", "positions"):
        assert getattr(in_parts, column).tolist() == getattr(at_once, column).tolist()


def test_columns_grow() -> None:
    column = Column(np.int32, 2)
    parts = [list(range(size)) for size in (1, 0, 5, 2, 40)]
    for part in parts:
        column.append(np.array(part, np.int32))
    assert column.close().tolist() == [value for part in parts for value in part]


def test_winnowing_drops_most() -> None:
    text = " ".join(_WORDS)
    assert 0.15 < len(fingerprint([text])) / len(_WORDS) < 0.3
