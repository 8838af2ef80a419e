"""The table of sources and whom they mean: a wrong name is worse than none."""

from collections import Counter

from evals.entities import Case, judge, measure, read_cases


def test_the_table_is_large_enough_and_nearly_all_right() -> None:
    outcomes = Counter(judge(case)[0] for case in read_cases())
    assert sum(outcomes.values()) >= 60
    assert outcomes["wrong"] == 0
    assert outcomes["unresolved"] <= 2


def test_outcomes_are_told_apart() -> None:
    text = "Anna Vellin left. She said that it was over."
    assert judge(Case(text, "She", "Anna Vellin")) == ("right", "Anna Vellin")
    assert judge(Case(text, "She", "Mary Harrow")) == ("wrong", "Anna Vellin")
    assert judge(Case("She said that it was over.", "She", "Anna Vellin")) == ("unresolved", None)


def test_shares() -> None:
    assert measure(Counter(right=3, wrong=1)) == {"right": 0.75, "wrong": 0.25, "unresolved": 0.0}
