"""Who took from whom: what decides, what only leans, and what decides nothing."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from secondsource.article import Article, Credit, Link, Role
from secondsource.lineage.direction.direct import (
    DECIDED,
    Direction,
    find_child_signals,
    judge_direction,
)
from tests.lineage.prose import HARBOUR, article

FIRST = article(
    "first",
    HARBOUR,
    outlet="Coast Courier",
    title="Old ferry pier closes for the winter",
    url="https://courier.example/pier",
    language="en",
)
SECOND = article("second", HARBOUR, outlet="The Evening Strait", language="en")
WIRE = (Credit(Role.WIRE, "Sundpress"),)
Change = Callable[[Article], Article]


def _with(**fields: object) -> Change:
    return lambda article: replace(article, **fields)  # type: ignore[arg-type]


def _append(words: str) -> Change:
    return lambda article: replace(article, text=f"{article.text}\n\n{words}")


def _insert(before: str, words: str) -> Change:
    return lambda article: replace(article, text=article.text.replace(before, f"{words} {before}"))


def _judge(first: Article, second: Article, cut: tuple[float, float] = (1.0, 1.0)) -> Direction:
    """The direction as judged with the second article given first."""
    return judge_direction(second, first, cut)


SAYS = [
    ("credits_other", _with(credits=(Credit(Role.REPUBLISHED_FROM, "Coast Courier"),))),
    ("links_to_other", _with(links=(Link("https://courier.example/pier"),))),
    ("canonical_is_other", _with(canonical="https://courier.example/pier", url="https://b.example")),
    ("names_outlet", _append("This is according to the Coast Courier, which broke the story.")),
    ("names_outlet", _append("Как сообщила газета Coast Courier, причал закрыт.")),
    ("names_outlet", _append("Das berichtet Coast Courier.")),
    ("names_outlet", _append("Photographs: Coast Courier.")),
    ("adds_remarks", _insert("who had asked", "[the board's head – ed]")),
    ("adds_remarks", _insert("who had asked", "[прим. ред.]")),
    ("adds_remarks", _insert("who had asked", "(emphasis added)")),
    ("swaps_letters", lambda a: replace(a, text=a.text.replace("o", "о"))),  # Cyrillic
    ("swaps_letters", lambda a: replace(a, text=a.text.replace("th", "t\u200bh"))),
    ("repeats_headline", _insert("The harbour board", "Old ferry pier closes for the winter\n\n")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change"), SAYS, ids=[name for name, _ in SAYS])
def test_what_a_reprint_has_that_its_original_lacks(name: str, change: Change) -> None:
    direction = _judge(FIRST, change(SECOND))
    assert name in {signal.name for signal in direction.signals}
    assert (direction.child.id, direction.parent.id) == ("second", "first")
    assert direction.decided
    turned = judge_direction(FIRST, change(SECOND), (1.0, 1.0))
    assert (turned.child.id, turned.decided) == ("second", True)


def test_the_words_that_a_signal_used_are_shown() -> None:
    second = _append("This is according to the Coast Courier, which broke the story.")(SECOND)
    (signal,) = find_child_signals(second, FIRST, (1.0, 1.0))
    (passage,) = signal.spans
    assert passage.article == "second"
    assert passage.span.of(second.text) == "Coast Courier"


def test_a_name_kept_from_the_first_text_counts_for_it() -> None:
    told = "The harbour master told the Coast Courier so on Monday."
    direction = _judge(_append(told)(FIRST), _append(told)(SECOND))
    assert (direction.parent.id, direction.decided) == ("first", True)


def test_two_that_name_each_other_decide_nothing() -> None:
    first = _append("The Evening Strait reported it too.")(FIRST)
    second = _append("The Coast Courier reported it too.")(SECOND)
    assert not _judge(first, second).decided


@pytest.mark.parametrize("outlet", ["Time", "The Sun", "courier.example", "Metro"])
def test_a_common_word_names_no_outlet(outlet: str) -> None:
    second = _append("Time and again the Sun shone, and Metro trains ran.")(SECOND)
    assert not _judge(replace(FIRST, outlet=outlet), second).decided


@pytest.mark.parametrize(
    ("first", "second", "cut", "decided"),
    [
        # days, and minutes where both say where they are counted from
        ("2024-03-05", "2024-03-06", (1.0, 1.0), True),
        ("2024-03-05T10:00+01:00", "2024-03-05T09:05+00:00", (1.0, 1.0), True),
        ("2024-03-05T10:00", "2024-03-05T11:00", (1.0, 1.0), False),
        ("2024-03-05", "2024-03-05", (1.0, 1.0), False),
        ("2024-03-05", None, (1.0, 1.0), False),
        # a day of no zone that may be the same: 23:30 in New York is the next day in London
        ("2024-03-04T23:30-05:00", "2024-03-05", (1.0, 1.0), False),
        ("2024-03-04T10:00Z", "2024-03-05", (1.0, 1.0), True),
        ("0001-01-01T00:00+09:00", "2024-03-05", (1.0, 1.0), True),
        # an excerpt: both may have it from a third
        ("2024-03-05", "2024-03-09", (0.2, 0.3), False),
        ("2024-03-05", "2024-03-09", (0.9, 0.3), True),
    ],
)
def test_dates(
    first: str | None, second: str | None, cut: tuple[float, float], decided: bool
) -> None:
    dated = (replace(FIRST, published=first), replace(SECOND, published=second))
    direction = _judge(*dated, cut)
    assert direction.decided is decided
    if decided:
        assert direction.child.id == "second"


def test_an_excerpt_within_one_outlet_goes_by_date() -> None:
    first = replace(FIRST, published="2024-03-05")
    second = replace(SECOND, published="2024-03-09", outlet="coast courier")
    assert _judge(first, second, (0.2, 0.3)).decided


@pytest.mark.parametrize(
    ("change_first", "change_second"),
    [
        (_with(credits=WIRE), _with(credits=WIRE)),  # two clients of an agency
        (_with(), _with(credits=WIRE)),  # the later one has the agency's name
    ],
)
def test_the_date_of_agency_copy_decides_nothing(
    change_first: Change, change_second: Change
) -> None:
    first = change_first(replace(FIRST, published="2024-03-05"))
    second = change_second(replace(SECOND, published="2024-03-06"))
    direction = _judge(first, second)
    assert not direction.decided
    (later,) = [s for s in direction.signals if s.name == "published_later"]
    assert "names Sundpress" in later.sentence


def test_copy_of_the_agency_itself_is_no_third() -> None:
    agency = replace(FIRST, outlet="Sundpress", published="2024-03-05")
    client = replace(SECOND, credits=WIRE, published="2024-03-06")
    direction = _judge(agency, client)
    assert (direction.parent.id, direction.decided) == ("first", True)
    assert sum(s.score for s in direction.signals) == pytest.approx(1.5)


def test_a_dropped_agency_name_only_leans() -> None:
    direction = _judge(replace(FIRST, credits=WIRE), SECOND)
    (signal,) = direction.signals
    assert signal.name == "drops_credit"
    assert signal.score < DECIDED
    assert not direction.decided


def test_a_date_of_an_update_says_less() -> None:
    first = replace(FIRST, published="2024-03-05")
    second = replace(SECOND, published="2024-03-06")
    updated = replace(second, text=f"UPDATE 2: {HARBOUR}")
    scores = [_judge(first, each).signals[0].score for each in (second, updated)]
    assert scores[0] > scores[1]
    # and does not outweigh what the other one says of itself
    naming = _append("The Evening Strait was the first to report it.")(first)
    direction = _judge(naming, updated)
    assert (direction.child.id, direction.decided) == ("first", True)


@pytest.mark.parametrize("mark", ["…", "[...]", "Read more", "Continue reading", "Читать далее"])
def test_a_text_that_breaks_off(mark: str) -> None:
    cut = replace(SECOND, text=f"{HARBOUR[:300]} {mark}")
    direction = _judge(FIRST, cut, (0.98, 0.5))
    assert (direction.child.id, direction.decided) == ("second", True)


@pytest.mark.parametrize("end", ["Developing ...", "Rest in peace, old pier…"])
def test_dots_of_another_kind(end: str) -> None:
    direction = _judge(FIRST, replace(SECOND, text=f"{HARBOUR[:300]} {end}"), (0.95, 0.5))
    assert not direction.decided


def test_a_shorter_version_without_such_a_mark_only_leans() -> None:
    direction = _judge(FIRST, replace(SECOND, text=HARBOUR[:300]), (0.98, 0.5))
    assert [s.name for s in direction.signals] == ["is_shorter_part"]
    assert not direction.decided


def test_a_translator_named() -> None:
    translator = (Credit(Role.TRANSLATOR, "Ann Field"),)
    direction = _judge(replace(FIRST, language="no"), replace(SECOND, credits=translator))
    assert (direction.child.id, direction.decided) == ("second", True)
    assert direction.signals[0].name == "names_translator"


@pytest.mark.parametrize("name", ["[Photo", "http://[::1", "(?P<x>", "\\", "Ноль", "A.B*C"])
def test_hostile_names_raise_nothing(name: str) -> None:
    assert _judge(replace(FIRST, outlet=name, title=name, url=name), SECOND)


@pytest.mark.parametrize(("credited", "decided"), [("strait.se", True), ("strait.pl", False)])
def test_a_credit_means_the_paper_of_its_own_country(credited: str, decided: bool) -> None:
    first = replace(FIRST, outlet="strait.se", url="https://strait.se/pier")
    second = replace(SECOND, outlet="strait.no", credits=(Credit(Role.WIRE, credited),))
    assert _judge(first, second).decided is decided


@pytest.mark.parametrize(
    ("first", "second", "decided"),
    [
        ("2024-03-05T10:00", "2024-03-05T11:00", True),
        ("2024-03-05T10:00", "2024-03-05T10:00", False),
        ("2024-03-05T10:00Z", "2024-03-05T11:00", False),
    ],
)
def test_one_outlet_tells_the_time_by_one_clock(first: str, second: str, decided: bool) -> None:
    later = replace(SECOND, outlet=FIRST.outlet, published=second)
    assert _judge(replace(FIRST, published=first), later).decided is decided


def test_of_two_versions_at_one_outlet_the_updated_one_is_the_later() -> None:
    first = replace(FIRST, published="2024-03-05")
    later = replace(SECOND, published="2024-03-06", text=f"UPDATED 14:20\n\n{HARBOUR}")
    assert not _judge(first, later).decided
    assert _judge(first, replace(later, outlet=FIRST.outlet)).decided
    first = replace(first, credits=WIRE)
    assert _judge(first, replace(later, credits=WIRE, outlet=FIRST.outlet)).decided


@pytest.mark.parametrize("byline", [(), ("Mara Quill",)])
def test_two_clients_of_an_agency_that_one_of_them_names(byline: tuple[str, ...]) -> None:
    first = replace(FIRST, published="2024-03-05", credits=WIRE)
    second = replace(SECOND, published="2024-03-06", byline=byline)
    direction = _judge(first, second)
    assert not direction.decided
    told = {s.name: s.sentence for s in direction.signals}
    assert "but that names Sundpress as where its text comes from" in told["published_later"]


def test_two_articles_of_one_outlet_are_told_apart() -> None:
    first = replace(FIRST, published="2024-03-05")
    second = replace(first, id="second", published="2024-03-06", url="https://courier.example/b")
    (signal,) = find_child_signals(second, first, (1.0, 1.0))
    assert signal.sentence == (
        "Coast Courier (2024-03-06) published on 2024-03-06, "
        "after Coast Courier (2024-03-05) on 2024-03-05."
    )
    named = replace(second, title="Ferry pier closed")
    (signal,) = find_child_signals(named, first, (1.0, 1.0))
    assert signal.sentence.startswith("Coast Courier (Ferry pier closed) published")


def test_days_that_seem_to_contradict_are_told_with_their_hours() -> None:
    first = replace(FIRST, published="2024-03-06T09:00+11:00")
    second = replace(SECOND, published="2024-03-05T23:30-05:00")
    (signal,) = find_child_signals(second, first, (1.0, 1.0))
    assert signal.sentence == (
        "The Evening Strait published on 2024-03-05 at 23:30 (-05:00), "
        "after Coast Courier on 2024-03-06 at 09:00 (+11:00)."
    )
