"""Neighbours in other languages: found by vector, without what is common to a language."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.lineage.translation.nearest import (
    RANKED,
    ArticleVectors,
    Neighbours,
    join_vectors,
)


def vectors(languages: list[str], seed: int = 1, dimensions: int = 16) -> ArticleVectors:
    """For each language the same texts, noisily translated, pulled far off by the language."""
    rng = np.random.default_rng(seed)
    texts = rng.normal(size=(30, dimensions))
    parts = []
    for language in languages:
        noisy = texts + rng.normal(size=texts.shape) / 4 + 2 * rng.normal(size=dimensions)
        ids = tuple(f"{language}{k}" for k in range(len(texts)))
        parts.append(ArticleVectors(ids, (language,) * len(texts), noisy.astype(np.float32)))
    return join_vectors(parts)


def test_the_translation_is_nearest_whatever_the_language_adds() -> None:
    known = vectors(["de", "ru"])
    neighbours = Neighbours(known)
    ranked = [neighbours.rank(known.matrix[k].astype(np.float32), "de") for k in range(30)]
    assert [r[0] for r in ranked] == [f"ru{k}" for k in range(30)]
    assert {len(r) for r in ranked} == {RANKED}


def test_of_equally_near_articles_the_first_are_ranked() -> None:
    count = 2 * RANKED
    rows = np.zeros((count + 1, 4), np.float32)
    rows[:count, 0] = 1  # all the same but the last, which is farther off
    rows[count, 1] = 1
    ids = tuple(f"ru{k:03}" for k in range(count + 1))
    neighbours = Neighbours(ArticleVectors(ids, ("ru",) * len(ids), rows))
    assert neighbours.rank(np.array([1, 0, 0, 0], np.float32), "de") == ids[:RANKED]


def test_pairs_are_near_both_ways_and_hold_every_translation() -> None:
    found = set(Neighbours(vectors(["de", "kk", "ru"])).pairs())
    for k in range(30):
        assert {(f"de{k}", f"kk{k}"), (f"de{k}", f"ru{k}"), (f"kk{k}", f"ru{k}")} <= found
    assert not [pair for pair in found if pair[0][:2] == pair[1][:2]]


@pytest.mark.parametrize("languages", [[], ["de"], [""]])
def test_one_language_or_none_has_no_neighbours(languages: list[str]) -> None:
    known = vectors(languages)
    assert list(Neighbours(known).pairs()) == []
    assert Neighbours(known).rank(np.ones(16, np.float32), "de") == ()


def test_an_article_without_a_language_is_nobodys_neighbour() -> None:
    known = join_vectors([vectors(["de", "ru"]), vectors([""], seed=2)])
    ids = {id_ for pair in Neighbours(known).pairs() for id_ in pair}
    assert {id_[:2] for id_ in ids} == {"de", "ru"}


@given(st.lists(st.integers(0, 59), unique=True))
def test_keeping_leaves_the_rows_as_they_are(rows: list[int]) -> None:
    known = vectors(["de", "ru"])
    some = {known.ids[row] for row in rows}
    kept = known.keep(some)
    assert set(kept.ids) == some
    for id_, vector in zip(kept.ids, kept.matrix, strict=True):
        assert (vector == known.matrix[known.ids.index(id_)]).all()
