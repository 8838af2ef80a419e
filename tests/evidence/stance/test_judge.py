"""What passages do to claims: the rules around the model, and the model that is shipped."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.evidence.stance.judge import (
    ClaimPassage,
    Stance,
    StanceScore,
    judge_stances,
    locate_sides,
)
from secondsource.evidence.stance.readers import StanceReaders
from tests.evidence.stance.stance_cases import DISPUTES, NEITHER, SUPPORTS

CLAIM = "The bridge at Orlen was closed in March 2021."
RELATED = "Drivers in Orlen say the bridge is in a bad state."
UNRELATED = "The orchestra played three pieces by young composers."
SIDES = (Stance.SUPPORTS, Stance.DISPUTES)


class FixedModel:
    """Answers each pair with the next of the rows it was given, and remembers the questions."""

    def __init__(self, *rows: tuple[float, float, float]) -> None:
        self.rows = rows
        self.asked: list[tuple[str, str]] = []

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float32]:
        self.asked.extend(pairs)
        return np.array(self.rows[: len(pairs)], dtype=np.float32)


def judge_one(passage: str, row: tuple[float, float, float], claim: str = CLAIM) -> StanceScore:
    return judge_stances([ClaimPassage(claim, passage)], FixedModel(row))[0]


@pytest.mark.parametrize(
    ("passage", "row", "stance", "score"),
    [
        (RELATED, (0.7, 0.1, 0.2), Stance.SUPPORTS, 0.7),
        (RELATED, (0.1, 0.62, 0.28), Stance.DISPUTES, 0.62),
        (RELATED, (0.1, 0.2, 0.7), Stance.DISCUSSES, 0.7),
        # Likelier than the rest, but not sure enough to take a side.
        (RELATED, (0.46, 0.22, 0.32), Stance.DISCUSSES, 0.32),
        (RELATED, (0.22, 0.46, 0.32), Stance.DISCUSSES, 0.32),
        # Neither side, and no word of the claim in it.
        (UNRELATED, (0.1, 0.2, 0.7), Stance.UNRELATED, 0.7),
        # A paraphrase may share no word with what it supports.
        (UNRELATED, (0.9, 0.0, 0.1), Stance.SUPPORTS, 0.9),
    ],
)
def test_a_side_is_taken_only_when_the_model_is_sure(
    passage: str, row: tuple[float, float, float], stance: Stance, score: float
) -> None:
    found = judge_one(passage, row)
    assert found.stance is stance
    assert found.score == pytest.approx(score)
    assert found.probabilities == pytest.approx(row)


def test_what_is_known_to_be_in_another_language_is_not_read_as_english(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    english, every = FixedModel((0.1, 0.1, 0.8)), FixedModel((0.9, 0.05, 0.05))
    readers = StanceReaders(english, every)
    monkeypatch.setattr("secondsource.evidence.stance.judge.default_readers", lambda: readers)
    abroad = ClaimPassage("Orlen: Anna Berg, Jan Kowal.", "Anna Berg. Jan Kowal.", "pl", "pl")
    scores = judge_stances([abroad])
    located = locate_sides([abroad], scores)
    assert (english.asked, scores[0].stance) == ([], Stance.SUPPORTS)
    assert located[0].decided_by is not None
    at_home = replace(abroad, claim_language="en", passage_language="en")
    assert judge_stances([at_home])[0].stance is Stance.DISCUSSES
    assert len(english.asked) == 1


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Η γέφυρα έκλεισε τον Μάρτιο του 2021.", RELATED),
        (CLAIM, "桥于2021年3月关闭。"),
        (CLAIM, "2021 | 14.3 | 88"),
        (CLAIM, ""),
    ],
)
def test_what_has_no_words_in_known_letters_is_not_judged(claim: str, passage: str) -> None:
    model = FixedModel((0.9, 0.05, 0.05))
    found = judge_stances([ClaimPassage(claim, passage)], model)[0]
    assert model.asked == []
    assert found.stance in (Stance.DISCUSSES, Stance.UNRELATED)
    assert found.score == pytest.approx(1 / 3)


def test_a_passage_in_another_language_is_judged_and_need_not_share_words() -> None:
    abroad = ClaimPassage(CLAIM, "Мост в Орлене осмотрели.", "en", "ru")
    found = judge_stances([abroad, abroad], FixedModel((0.9, 0.05, 0.05), (0.1, 0.1, 0.8)))
    assert [score.stance for score in found] == [Stance.SUPPORTS, Stance.DISCUSSES]


def test_each_pair_keeps_its_place_when_some_are_not_asked_about() -> None:
    pairs = [
        ClaimPassage(CLAIM, RELATED),
        ClaimPassage(CLAIM, "桥已关闭。"),
        ClaimPassage(CLAIM, UNRELATED),
    ]
    model = FixedModel((0.8, 0.1, 0.1), (0.1, 0.1, 0.8))
    assert [score.stance for score in judge_stances(pairs, model)] == [
        Stance.SUPPORTS,
        Stance.UNRELATED,
        Stance.UNRELATED,
    ]
    assert model.asked == [(CLAIM, RELATED), (CLAIM, UNRELATED)]


def test_what_a_rule_sees_is_weighed_in_and_said() -> None:
    found = judge_one(
        "At least 20 were killed at Orlen.", (0.8, 0.1, 0.1), "At Orlen 15 were killed."
    )
    assert found.stance is Stance.DISPUTES
    assert [reason.name for reason in found.reasons] == ["numbers_differ"]


def test_what_was_not_read_is_not_weighed() -> None:
    found = judge_one("桥已关闭 20。", (0.8, 0.1, 0.1), "At Orlen 15 were killed.")
    assert not found.reasons
    assert found.probabilities == pytest.approx((1 / 3,) * 3)


def test_the_sentence_that_decides_is_the_one_that_is_surest_alone() -> None:
    pairs = [
        ClaimPassage(CLAIM, f"{UNRELATED} It was closed. {RELATED}"),
        ClaimPassage(CLAIM, f"{UNRELATED} {RELATED}"),
        ClaimPassage(CLAIM, RELATED),
    ]
    scores = [
        StanceScore(stance, 0.9) for stance in (Stance.SUPPORTS, Stance.DISCUSSES, Stance.DISPUTES)
    ]
    model = FixedModel((0.2, 0.2, 0.6), (0.7, 0.1, 0.2), (0.3, 0.6, 0.1))
    located = [score.decided_by for score in locate_sides(pairs, scores, model)]
    assert [span and span.of(p.passage) for span, p in zip(located, pairs, strict=True)] == [
        "It was closed.",
        None,
        RELATED,
    ]
    assert len(model.asked) == 3


def test_no_pairs_need_no_model() -> None:
    assert judge_stances([]) == []


class TestShippedModel:
    """Plain cases that the shipped model must get right, whatever it is replaced by."""

    @pytest.mark.parametrize(
        ("claim", "passage", "stance"),
        [
            (
                "The Orlen bridge was opened in 1974.",
                "The bridge in Orlen opened to traffic in 1974 after six years of building.",
                Stance.SUPPORTS,
            ),
            (
                "The Orlen bridge was opened in 1974.",
                "The bridge in Orlen opened in 1982.",
                Stance.DISPUTES,
            ),
            (
                "The Orlen bridge was opened in 1974.",
                "The town council will discuss the prices of bus tickets on Monday.",
                Stance.UNRELATED,
            ),
        ],
    )
    def test_plain_cases(self, claim: str, passage: str, stance: Stance) -> None:
        assert judge_stances([ClaimPassage(claim, passage)])[0].stance is stance

    @pytest.mark.parametrize(
        ("cases", "stance", "right", "wrong"),
        [
            (SUPPORTS, Stance.SUPPORTS, 13, 1),
            (DISPUTES, Stance.DISPUTES, 18, 2),
            (NEITHER, None, 19, 1),
        ],
    )
    def test_short_news_cases(
        self, cases: Sequence[tuple[str, str]], stance: Stance | None, right: int, wrong: int
    ) -> None:
        """At least so many are judged rightly, and at most so many get a wrong side."""
        scores = judge_stances([ClaimPassage(*case) for case in cases])
        sides = [s.stance if s.stance in SIDES else None for s in scores]
        assert len(sides) == 20
        assert sum(side is stance for side in sides) >= right
        assert sum(side not in (stance, None) for side in sides) <= wrong

    @settings(deadline=None)  # a busy machine is slow, not wrong
    @given(
        st.lists(
            st.tuples(st.text(max_size=80), st.text(max_size=80)).map(
                lambda pair: ClaimPassage(*pair)
            ),
            max_size=4,
        )
    )
    def test_any_text_gets_probabilities(self, pairs: list[ClaimPassage]) -> None:
        scores = judge_stances(pairs)
        assert len(scores) == len(pairs)
        for score in scores:
            assert score.probabilities is not None
            assert sum(score.probabilities) == pytest.approx(1.0, abs=1e-4)
            assert 0.0 <= score.score <= 1.0

    @pytest.mark.parametrize(
        ("claim", "passage"),
        [(CLAIM, f"{RELATED}\ud83d"), (f"\udc00{CLAIM}", RELATED), (CLAIM, "\udfff Closed.")],
    )
    def test_half_a_character_of_a_broken_page_is_read_over(self, claim: str, passage: str) -> None:
        claim_read, read = (re.sub("[\ud800-\udfff]", "\ufffd", t) for t in (claim, passage))
        whole = ClaimPassage(claim_read, read)
        assert judge_stances([ClaimPassage(claim, passage)]) == judge_stances([whole])

    def test_a_very_long_passage_is_cut_and_not_refused(self) -> None:
        long = ClaimPassage(CLAIM, "The bridge at Orlen was repaired. " * 2000)
        assert len(judge_stances([long])) == 1

    def test_a_pair_is_judged_alike_alone_and_among_others(self) -> None:
        passages = (RELATED, UNRELATED, f"{RELATED} {UNRELATED}", "Closed.")
        pairs = [ClaimPassage(CLAIM, passage) for passage in passages]
        assert judge_stances(pairs) == [judge_stances([pair])[0] for pair in pairs]


def test_words_of_time_are_read_as_dates_where_the_day_is_given() -> None:
    third = (1 / 3, 1 / 3, 1 / 3)
    model = FixedModel(third, third)
    claim = "The company dumped waste in the river in 2023."
    passage = "Last year the company denied that it had dumped waste in the river."
    days = (None, date(2024, 1, 31))
    pairs = [ClaimPassage(claim, passage, "en", "en", day) for day in days]
    without, dated = judge_stances(pairs, model)
    assert [read for _, read in model.asked] == [passage, passage.replace("Last year", "in 2023")]
    assert dated.reasons
    assert [r.spans for r in dated.reasons] == [r.spans for r in without.reasons]
