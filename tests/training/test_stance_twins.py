"""Pairs made from pairs: what is changed, what must stay, and which side they come out on."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.verification_sets import LabelledPair
from secondsource.evidence.finding import Stance
from training.stance_numbers import bound, find_numbers, name_number, other_number, respell
from training.stance_twins import (
    REPORTS,
    make_bounds,
    make_copies,
    report_claims,
    respell_numbers,
    swap_beside_twins,
    swap_numbers,
)

MARCH = "About 4,200 people marched through Port Ostrel on 11 February 2024."


def pair(claim: str, passage: str, stance: Stance = Stance.SUPPORTS) -> LabelledPair:
    return LabelledPair(claim, passage, stance, "written", claim)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (3, "three"),
        (14, "fourteen"),
        (40, "forty"),
        (86, "eighty-six"),
        (300, "three hundred"),
        (4000, "four thousand"),
        (12_000_000, "twelve million"),
        (4200, None),
        (101, None),
    ],
)
def test_numbers_are_named_as_newspapers_name_them(value: int, name: str | None) -> None:
    assert name_number(value) == name


@pytest.mark.parametrize(
    ("text", "respelled"),
    [
        ("The talks lasted three days.", "The talks lasted 3 days."),
        ("The talks lasted 3 days.", "The talks lasted three days."),
        ("More than 4,000 people came.", "More than four thousand people came."),
        ("More than four thousand people came.", "More than 4,000 people came."),
        ("Twenty-one ships sank.", "21 ships sank."),
        # Days and years are no amounts; decimals, times and names are left alone.
        ("It began on 11 February 2024.", "It began on 11 February 2024."),
        ("Prices rose by 4.5 percent at 10:30.", "Prices rose by 4.5 percent at 10:30."),
        ("One of them wept.", "One of them wept."),
    ],
)
def test_numbers_are_put_into_words_or_digits(text: str, respelled: str) -> None:
    assert respell(text) == respelled


@given(st.integers(2, 999_999), st.booleans(), st.randoms(use_true_random=False))
def test_a_bound_holds_for_its_value_or_misses_it(
    value: int, holds: bool, rng: random.Random
) -> None:
    words, limit = read_bound(bound(value, holds, rng))
    kept = {
        "more than": value > limit,
        "over": value > limit,
        "at least": value >= limit,
        "fewer than": value < limit,
        "less than": value < limit,
        "under": value < limit,
    }
    assert kept[words] is holds


def read_bound(text: str) -> tuple[str, int]:
    """The words of a bound and its number, from digits or by looking for its name."""
    found = re.fullmatch(r"(more than|over|at least|fewer than|less than|under) (.+)", text)
    assert found is not None
    written = found.group(2).replace(",", "")
    if written.isdigit():
        return found.group(1), int(written)
    candidates = (n * 10**zeros for zeros in range(7) for n in range(1, 100))
    return found.group(1), next(n for n in candidates if name_number(n) == written)


@given(st.sampled_from(["3", "17", "250", "1974", "February"]), st.integers())
def test_another_number_is_another(old: str, seed: int) -> None:
    assert other_number(old, random.Random(seed)) != old


def test_each_changed_number_comes_with_its_unchanged_twin() -> None:
    supported = pair("The bridge opened in 1974.", "Traffic has used the bridge since 1974.")
    refuted = pair("The bridge fell in 1974.", "It still stands in 1974.", Stance.DISPUTES)
    numberless = pair("The bridge is long.", "It is a long bridge.")
    pairs = [supported, refuted, numberless]
    twin, changed = swap_beside_twins(pairs, 9, random.Random(1))
    assert twin == supported
    assert changed.stance is Stance.DISPUTES
    assert find_numbers(changed.claim).isdisjoint(find_numbers(changed.passage))
    assert [changed] == swap_numbers(pairs, 9, random.Random(1))


@pytest.mark.parametrize("stance", [Stance.SUPPORTS, Stance.DISPUTES])
def test_respelling_leaves_what_a_pair_is(stance: Stance) -> None:
    whole = pair("It took three days.", "After 3 days it was done.", stance)
    unchangeable = pair("It took long.", "It was done.", stance)
    (made,) = respell_numbers([unchangeable, whole], 9, random.Random(2))
    assert made.stance is stance
    assert (made.claim, made.passage) in (
        ("It took 3 days.", "After 3 days it was done."),
        ("It took three days.", "After three days it was done."),
    )


def test_a_bound_stands_where_the_count_stood() -> None:
    counted = pair("Many came.", "City police counted 4,200 people at the march.")
    unsuited = [
        pair("A bus.", "They all came on Route 66 from the far end of the county."),
        pair("Votes.", "More than 300 people had to wait outside the hall."),
        pair("Days.", "It had rained for the last 12 days in the whole county."),
    ]
    made = make_bounds([*unsuited, *[counted] * 20], 99, random.Random(3))
    assert len(made) == 20
    assert {m.stance for m in made} == {Stance.SUPPORTS, Stance.DISPUTES}
    for one in made:
        words = one.claim.removeprefix("City police counted ").removesuffix(" people at the march.")
        limit = read_bound(words)[1]
        assert one.passage == counted.passage
        upward = words.startswith(("more", "over", "at"))
        assert (one.stance is Stance.SUPPORTS) is ((limit <= 4200) is upward)


def test_a_copy_leaves_out_dates_and_asides() -> None:
    passage = "The march (the second this year) went through Port Ostrel on Sunday, police said."
    (made,) = make_copies([pair("Who?", passage, Stance.DISCUSSES)], 9, random.Random(4))
    assert made.claim == "The march went through Port Ostrel, police said."
    assert made.passage == passage
    assert made.stance is Stance.SUPPORTS


@pytest.mark.parametrize("stance", list(REPORTS))
def test_a_report_holds_the_claim_and_takes_its_side(stance: Stance) -> None:
    claims = [pair("The march was called off.", "Nothing."), pair(MARCH, "Nothing.")] * 10
    made = report_claims(claims, stance, random.Random(5))
    assert {m.stance for m in made} == {stance}
    for one, before in zip(made, claims, strict=True):
        assert one.claim == before.claim
        assert before.claim.rstrip(".").casefold() in one.passage.casefold()
        assert "{" not in one.passage
