"""The hand-written stance sets are what they should be, and are scored rightly."""

from collections import Counter

import numpy as np
import pytest

from evals.stance_case_sets import LANGUAGES, MORE_SETS, SETS, StanceCase, read_cases
from evals.stance_cases import choose_sides, score_sides
from evals.stance_peers import guess_blind, guess_by_words
from secondsource.evidence.finding import ClaimPassage, Stance, StanceScore

LANES = {("en", other) for other in LANGUAGES[1:]} | {(other, "en") for other in LANGUAGES[1:]}


@pytest.fixture(scope="module", params=(*SETS, *MORE_SETS))
def cases(request: pytest.FixtureRequest) -> list[StanceCase]:
    return read_cases([request.param])


def test_each_set_has_forty_pairs_and_each_pair_stands_once(cases: list[StanceCase]) -> None:
    assert len(cases) >= 40
    assert len({case.pair for case in cases}) == len(cases)
    assert all(case.why and case.pair.claim and case.pair.passage for case in cases)


def test_no_class_is_rare(cases: list[StanceCase]) -> None:
    counts = Counter(case.stance for case in cases)
    assert set(counts) == {Stance.SUPPORTS, Stance.DISPUTES, Stance.DISCUSSES}
    assert min(counts.values()) >= 0.28 * len(cases)


def test_a_third_is_in_or_across_other_languages_both_ways(cases: list[StanceCase]) -> None:
    other = [case for case in cases if not case.is_english]
    assert len(other) >= len(cases) / 3
    assert {case.languages for case in other} >= LANES


def test_what_is_not_english_has_an_english_twin(cases: list[StanceCase]) -> None:
    for case in cases:
        texts = zip(
            case.languages,
            (case.pair.claim, case.pair.passage),
            (case.twin.claim, case.twin.passage),
            strict=True,
        )
        for language, text, twin in texts:
            assert (language == "en") == (text == twin), text
            assert (language in ("ru", "uk")) == any("а" <= c <= "я" for c in text.lower()), text
            assert twin.isascii() or "’" in twin, twin


def test_one_claim_is_never_on_both_sides_of_the_cut() -> None:
    sides: dict[str, set[bool]] = {}
    for case in read_cases((*SETS, *MORE_SETS)):
        sides.setdefault(case.twin.claim, set()).add(case.kept)
    assert all(len(side) == 1 for side in sides.values())


def test_what_takes_no_side_is_neither() -> None:
    scores = [StanceScore(stance, 0.9) for stance in Stance]
    assert choose_sides(scores).tolist() == [0, 1, 2, 2]


def test_sides_are_counted() -> None:
    figures = score_sides(np.array([0, 1, 2, 0, 2]), np.array([0, 0, 0, 2, 2]))
    assert figures["accuracy"] == 0.4
    assert figures["sides_right"] == pytest.approx(1 / 3, abs=1e-4)
    assert figures["neither_left"] == 0.5


@pytest.mark.parametrize(
    ("claim", "passage", "guess"),
    [
        ("The bridge was closed in 2021.", "The bridge was closed in 2021 for repairs.", 0),
        ("The bridge was closed in 2021.", "The bridge was closed in 2019.", 1),
        ("The bridge was closed.", "The bridge was not closed.", 1),
        ("The bridge was closed.", "The orchestra played.", 2),
        ("Мост закрыли в 2021 году.", "Мост закрыли в 2019 году.", 1),
    ],
)
def test_the_rule_of_words(claim: str, passage: str, guess: int) -> None:
    assert guess_by_words(ClaimPassage(claim, passage)) == guess


def test_a_blind_model_learns_what_one_text_gives_away() -> None:
    labels = np.array([k % 2 for k in range(40)])
    groups = [str(k) for k in range(40)]
    passages = ["It was not so." if label else "It was so." for label in labels]
    assert (guess_blind(passages, labels, groups) == labels).mean() > 0.9
    assert (guess_blind(["It was so."] * 40, labels, groups) == labels).mean() < 0.7
