"""The hard pairs of our own: every row is whole, the answers are even, none is a test pair."""

from collections import Counter

from evals.stance_case_sets import LANGUAGES, MORE_SETS, SETS, read_cases
from tests.evidence.stance.stance_cases import DISPUTES, NEITHER, SUPPORTS
from training.stance_data import fold
from training.stance_hard import ANSWERS, RETOLD, read_hard_pairs

_PAIRS = read_hard_pairs()
_RETOLD = read_hard_pairs(RETOLD)


def test_every_row_has_known_languages_and_answers_and_two_texts() -> None:
    assert {one.name for one in _PAIRS} == {*SETS, "reports"}
    assert {one.name for one in _RETOLD} == {"retold"}
    for one in (*_PAIRS, *_RETOLD):
        assert set(one.languages) <= set(LANGUAGES), one
        assert one.pair.stance in ANSWERS.values(), one
        assert one.pair.claim.strip(), one
        assert one.pair.passage.strip(), one
        assert one.pair.claim != one.pair.passage, one


def test_each_answer_is_about_a_third_of_each_set() -> None:
    answers = Counter((one.name, one.pair.stance) for one in _PAIRS)
    sizes = Counter(one.name for one in _PAIRS)
    for (name, stance), count in answers.items():
        assert 0.3 < count / sizes[name] < 0.37, (name, stance)
    assert len(answers) == len(sizes) * len(ANSWERS)


def test_every_language_stands_on_both_sides_and_english_is_most() -> None:
    for side in (0, 1):
        languages = Counter(one.languages[side] for one in _PAIRS)
        assert languages.keys() == set(LANGUAGES)
        assert languages.most_common(1)[0][0] == "en"


def test_no_pair_comes_twice() -> None:
    every = (*_PAIRS, *_RETOLD)
    pairs = Counter((fold(one.pair.claim), fold(one.pair.passage)) for one in every)
    assert [pair for pair, count in pairs.items() if count > 1] == []


def test_none_of_the_pairs_that_models_are_measured_on_is_learnt() -> None:
    pairs = [pair for case in read_cases((*SETS, *MORE_SETS)) for pair in (case.pair, case.twin)]
    cases = [(pair.claim, pair.passage) for pair in pairs] + [*SUPPORTS, *DISPUTES, *NEITHER]
    claims, passages = ({fold(text) for text in texts} for texts in zip(*cases, strict=True))
    every = (*_PAIRS, *_RETOLD)
    assert not claims & {fold(one.pair.claim) for one in every}
    assert not passages & {fold(one.pair.passage) for one in every}
