"""The sentences that a reader sees."""

from enum import Enum
from functools import partial

import pytest

from secondsource.article import Role
from secondsource.evidence.finding import Coverage, Stance, Standing
from secondsource.lineage.family import EditType, Relation
from secondsource.reading.statement import Due, Kind
from secondsource.report import tallies, wording

TABLES: list[tuple[object, type[Enum]]] = [
    (wording.STANDING_LABEL, Standing),
    (wording.STANDING_MEANING, Standing),
    (wording.STANCE_WORDS, Stance),
    (wording.RELATION_WORDS, Relation),
    (wording.STEP_WORDS, Relation),
    (wording.ROLE_WORDS, Role),
    (wording.EDIT_WORDS, EditType),
]


@pytest.mark.parametrize(("words", "members"), TABLES)
def test_every_value_has_its_words(words: dict[Enum, str], members: type[Enum]) -> None:
    assert set(words) == set(members)
    assert all(words.values())


def test_what_needs_a_decision_comes_first() -> None:
    assert wording.STANDING_ORDER[:3] == (Standing.CONTESTED, Standing.DISPUTED, Standing.ECHOED)
    assert set(wording.STANDING_ORDER) == set(Standing)


DATES = [
    ("2019-02-18", "18 February 2019"),
    ("2019-02-18T10:00:00+00:00", "18 February 2019"),
    ("2019-02", "February 2019"),
    ("2019", "2019"),
    ("", "no date"),
    (None, "no date"),
    ("2019-99-01", "2019-99-01"),
    ("last Tuesday", "last Tuesday"),
    ("2019-00-01", "2019-00-01"),
]


@pytest.mark.parametrize(("date", "words"), DATES)
def test_dates_are_as_precise_as_given(date: str | None, words: str) -> None:
    assert wording.say_date(date) == words


STANCES = [
    (Stance.SUPPORTS, 0.9, "says the same"),
    (Stance.SUPPORTS, 0.5, "may say the same"),
    (Stance.DISPUTES, 0.59, "may say the contrary"),
    (Stance.DISCUSSES, 0.2, "is about it, takes no side"),
]


@pytest.mark.parametrize(("stance", "score", "words"), STANCES)
def test_an_unsure_reading_never_sounds_sure(stance: Stance, score: float, words: str) -> None:
    assert wording.say_stance(stance, score) == words


SHARES = [(0.0, "0%"), (0.004, "under 1%"), (0.314, "31%"), (0.998, "over 99%"), (1.0, "100%")]


@pytest.mark.parametrize(("share", "words"), SHARES)
def test_shares_round_neither_to_none_nor_to_all(share: float, words: str) -> None:
    assert wording.say_share(share) == words


DUES = [
    (Due("open", "open"), "no date given"),
    (Due("2021", "open"), "from 2021, open end"),
    (Due("2021-09", "2021-09"), "due by September 2021"),
    (Due("2021-06-01", "2021-08-31"), "due between 1 June 2021 and 31 August 2021"),
    (
        Due("open", "2024", "if it rains", "the mayor"),
        "due by 2024; if it rains; held by the mayor",
    ),
]


@pytest.mark.parametrize(("due", "words"), DUES)
def test_forecasts_say_when_they_come_due(due: Due, words: str) -> None:
    assert wording.say_due(due) == words


TALLIES = [
    # origins by what they say, articles that take a side, words
    ({}, 0, "no evidence"),
    ({"supports": 1}, 1, "1 says the same"),
    ({"supports": 2, "disputes": 1}, 3, "2 say the same, 1 says the contrary"),
    (
        {"supports": 2, "disputes": 1},
        9,
        "2 say the same, 1 says the contrary; 9 articles take a side",
    ),
    ({"echo": 1}, 500, "none says the same, 1 echo; 500 articles take a side"),
    ({"discusses": 1}, 0, "none says the same, 1 takes no side"),
    ({"may_supports": 1}, 1, "1 may say the same"),
    (
        {"supports": 1, "may_supports": 2, "may_disputes": 1, "discusses": 3},
        5,
        "1 says the same, 2 may say the same, 1 may say the contrary, 3 take no side; "
        "5 articles take a side",
    ),
]


@pytest.mark.parametrize(("signs", "articles", "words"), TALLIES)
def test_tallies_count_origins_and_never_hide_copies(
    signs: dict[str, int], articles: int, words: str
) -> None:
    assert tallies.say_tally(signs, articles) == words


SURE, DOUBT = tallies.Answered, partial(tallies.Answered, unsure=True)
ANSWERS = [
    ([], "No claim of this article was looked up."),
    (
        [SURE(Standing.CORROBORATED), DOUBT(Standing.SINGLE_ORIGIN), DOUBT(Standing.CONTESTED)],
        "Two claims have a second source, one of them by unsure readings alone; one claim has "
        "sources against, by unsure readings alone; no claims have only second copies.",
    ),
    (
        [SURE(Standing.DISPUTED), SURE(Standing.ECHOED)],
        "No claims have a second source; one claim has sources against; one claim has only second "
        "copies.",
    ),
]


@pytest.mark.parametrize(("claims", "words"), ANSWERS)
def test_the_answer_says_what_rests_on_unsure_readings(
    claims: list[tallies.Answered], words: str
) -> None:
    assert tallies.say_second_source(claims) == words


QUEUED = [
    # supporting, disputing, echoes, articles that take a side
    ((0, 0, 0, 0), "none says the same"),
    ((1, 0, 0, 1), "1 says or may say the same"),
    ((2, 1, 1, 6), "2 say or may say the same, 1 says or may say the contrary, 1 echo; "
                   "6 articles take a side"),
]  # fmt: skip


@pytest.mark.parametrize(("counts", "words"), QUEUED)
def test_the_queue_of_an_earlier_version_says_what_it_counts(
    counts: tuple[int, int, int, int], words: str
) -> None:
    assert tallies.say_queued_before(*counts) == words


def test_the_queue_says_what_readings_are_sure() -> None:
    assert tallies.say_queued({}, 0) == "none says the same"
    signs = {"supports": 1, "may_supports": 2, "may_disputes": 1, "echo": 1}
    assert tallies.say_queued(signs, 7) == (
        "1 says the same, 2 may say the same, 1 may say the contrary, 1 echo; "
        "7 articles take a side"
    )


def test_the_queue_tells_the_facts_that_a_standing_goes_by() -> None:
    facts = [Standing.CONTESTED, Standing.SINGLE_ORIGIN]
    told = "1 says the same; of its 2 facts 1 contested, 1 with one other source"
    assert tallies.say_queued({"supports": 1}, 1, facts) == told


def test_one_other_source_is_counted_in_plain_words() -> None:
    counts = {Standing.DISPUTED: 1, Standing.SINGLE_ORIGIN: 5}
    told = "Six statements were looked up: 1 disputed, 5 with one other source."
    assert tallies.say_standings(counts) == told
    facts = [Standing.SINGLE_ORIGIN] * 2
    assert "of its 2 facts 2 with one other source" in tallies.say_tally({"supports": 1}, 1, facts)


PASSAGES = [
    ((1, 1), "one passage"),
    ((3, 3), "three passages"),
    ((3, 1), "three passages in one article"),
]


@pytest.mark.parametrize(("counts", "words"), PASSAGES)
def test_passages_and_their_articles_are_told_apart(counts: tuple[int, int], words: str) -> None:
    assert tallies.say_passages(*counts) == words


def test_coverage_says_when_nothing_was_searched() -> None:
    empty = Coverage(0, (), (), None, None)
    assert tallies.say_coverage(empty) == "The collection is empty: nothing was searched."


def test_coverage_names_articles_outlets_languages_and_dates() -> None:
    coverage = Coverage(1204, ("A", "B"), ("en", "ru"), "2018", "2019-03")
    assert tallies.say_coverage(coverage) == (
        "Searched: 1,204 articles from two outlets, in English and Russian, "
        "dated 2018 to March 2019."
    )


def test_every_kind_that_is_marked_is_in_the_legend() -> None:
    assert {kind.value for kind in Kind} - set(wording.MARK_MEANING) == {"other"}
