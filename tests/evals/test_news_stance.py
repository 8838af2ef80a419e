"""The labelled news pairs are what they should be, and are scored rightly."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from evals.news_stance import average_precision, measure
from evals.news_stance_set import PARTLY, STANCES, make_pairs, read_cases
from secondsource.article import Article, Span
from secondsource.evidence.finding import Stance, StanceScore

_CASES = read_cases()


def test_no_event_is_both_learnt_and_kept() -> None:
    kept = {case.examined.rpartition("_")[0] for case in _CASES if case.kept}
    learnt = {case.examined.rpartition("_")[0] for case in _CASES if not case.kept}
    assert kept
    assert not kept & learnt


def test_every_pair_stands_once_and_is_of_two_articles() -> None:
    assert len({replace(case, label="") for case in _CASES}) == len(_CASES)
    assert all(case.examined != case.other for case in _CASES)
    assert Counter(case.label for case in _CASES).keys() == {*STANCES, PARTLY}


def test_a_statement_is_taken_as_it_is_looked_up() -> None:
    text = "Maria Kessler won. She sold the mill."
    articles = {
        "a": Article("a", text, language="en"),
        "b": Article("b", "The mill was sold.", language="en"),
    }
    case = replace(_CASES[0], examined="a", statement=Span(19, 37), other="b", passage=Span(0, 18))
    (pair,) = make_pairs([case], articles)
    assert (pair.claim, pair.passage) == ("Maria Kessler sold the mill.", "The mill was sold.")


def test_what_is_said_is_counted() -> None:
    labels = ("supports", "supports", PARTLY, "neither", "neither")
    cases = [replace(_CASES[0], label=label) for label in labels]
    scores = [
        StanceScore(Stance.SUPPORTS, 0.9, (0.9, 0.0, 0.1)),
        StanceScore(Stance.DISCUSSES, 0.7, (0.3, 0.0, 0.7)),
        StanceScore(Stance.SUPPORTS, 0.6, (0.6, 0.0, 0.4)),
        StanceScore(Stance.SUPPORTS, 0.8, (0.8, 0.0, 0.2)),
        StanceScore(Stance.DISPUTES, 0.8, (0.1, 0.8, 0.1)),
    ]
    found = measure(cases, scores)
    assert found["supports_right"] == pytest.approx(1 / 3, abs=1e-4)
    assert found["partly_right"] == pytest.approx(2 / 3, abs=1e-4)
    assert found["supports_found"] == 0.5
    assert found["wrongly_disputed"] == 0.2
    assert found["average_precision"] == pytest.approx((1 + 2 / 3) / 2, abs=1e-4)


def test_nothing_right_has_no_precision() -> None:
    assert average_precision(np.array([0.1, 0.2]), np.array([False, False])) == 0.0
