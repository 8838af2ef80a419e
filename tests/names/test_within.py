"""Who is named in one text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.names.find import find_mentions
from secondsource.names.within import NamedIn, read_names

_CASES: tuple[tuple[str, str, dict[str, str], set[str]], ...] = (
    ("en", "Mayor Anna Weld spoke first. Later Weld left, and Ms Weld was not asked.",
     {"Anna Weld": "person"}, set()),
    ("en", "Bill Clinton met Hillary Clinton there. On Monday Clinton left.",
     {"Bill Clinton": "person", "Hillary Clinton": "person"}, {"Clinton"}),
    ("en", "Critics of the World Health Organization (WHO) spoke. By spring WHO officials said no.",
     {"World Health Organization": "body"}, set()),
    ("en", "In the port the North Channel Pilots Association met. Its chief, of the NCPA, left.",
     {"North Channel Pilots Association": "body"}, set()),
    ("en", "In the evening they met Secretary of State John Kerry and, a little later, "
     "Supreme Court Justice Elena Kagan, who came by boat.",
     {"John Kerry": "person", "Supreme Court": "body", "Elena Kagan": "person"}, set()),
    ("en", "They flew from New York to North Korea, and not to South Korea. By noon I'd left; "
     "then I’ve slept.",
     {"North Korea": "body", "South Korea": "body"}, set()),
    ("ru", "Вчера президент Владимир Путин приехал. Владимиру Путину показали порт. Путина ждали.",
     {"Владимир Путин": "person"}, set()),
    ("ru", "Об этом пишет Министерство обороны России. Доклад дал Павел Орлов.",
     {"Министерство обороны": "body", "России": "body", "Павел Орлов": "person"}, set()),
    ("ru", "Об этом говорил канцлер Германии Ангеле Меркель. США Дональда Трампа ждут ответа.",
     {"Германии": "body", "Ангеле Меркель": "person", "США": "body", "Дональда Трампа": "person"},
     set()),
    ("de", "Gestern traf die Bundeskanzlerin Angela Merkel den Präsidenten. Später ging Merkel.",
     {"Angela Merkel": "person"}, set()),
    ("pl", "Wczoraj premier Donald Tusk wyjechał. Rozmawiano z Donaldem Tuskiem. Tuska nie było.",
     {"Donald Tusk": "person"}, set()),
    ("fr", "Hier le président Emmanuel Macron a parlé. Le ministère a suivi Macron.",
     {"Emmanuel Macron": "person"}, set()),
    ("ru", "Вчера президент РФ Владимир Путин приехал. Глава МИД РФ Сергей Лавров молчал. "
     "В Минобороны сообщили, что ждут. Посол США Джон Салливан уехал.",
     {"РФ": "body", "Владимир Путин": "person", "МИД РФ": "body", "Сергей Лавров": "person",
      "США": "body", "Джон Салливан": "person"}, {"Минобороны"}),
    ("en", "Yesterday the talks went on, and Ursula von der Leyen said that nothing was lost.",
     {"Ursula von der Leyen": "person"}, set()),
    ("en", "Yesterday the minister Annegret Kramp-Karrenbauer spoke in the house. "
     "Kramp-Karrenbauer said that it was enough.",
     {"Annegret Kramp-Karrenbauer": "person"}, set()),
    ("ar", "قال الوزير إن الميناء مغلق", {}, set()),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "bare"), _CASES)
def test_who_is_named(language: str, text: str, expected: dict[str, str], bare: set[str]) -> None:
    named = read_names(text, language)
    assert {n.name: n.kind.value for n in named if n.kind and not n.bare} == expected
    assert {n.name for n in named if n.bare} >= bare


def test_every_form_is_counted() -> None:
    (weld,) = read_names("Yesterday Anna Weld left. By noon Weld and Anna Weld were gone.", "en")
    assert {form.text: form.count for form in weld.forms} == {"Anna Weld": 2, "Weld": 1}


def test_a_surname_of_two_fits_both() -> None:
    named = read_names("Bill Clinton met Hillary Clinton there. On Monday Clinton left.", "en")
    (bare,) = [n for n in named if n.bare]
    assert set(bare.fits) == {"Bill Clinton", "Hillary Clinton"}


def test_headings_in_capitals_name_nobody() -> None:
    text = "Harbour Mayor Sees Ferry Plan Fail\n\nIn the end Anna Weld gave way."
    assert [n.name for n in read_names(text, "en")] == ["Anna Weld"]


@given(st.text(st.sampled_from("Anna Weld said. The\nof U.S. Пётр é’s"), max_size=200))
def test_mentions_lie_in_the_text(text: str) -> None:
    for mention in find_mentions(text, "en"):
        assert mention.text
        assert mention.span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    ["A" * 200_000, "Ab " * 60_000, "of " * 60_000, "A.B." * 40_000, "Ann-" * 40_000,
     "Aa\u00a0" * 50_000, "".join(f"Bo{chr(97 + k % 26)}{k} Li{k}. " for k in range(12_000))],
)  # fmt: skip
def test_hostile_texts_take_no_long_time(text: str) -> None:
    started = time.process_time()
    assert isinstance(read_names(text, "en"), tuple)
    assert time.process_time() - started < 10


def test_a_name_with_no_kind_is_said_to_have_none() -> None:
    named = NamedIn("Ground Zero", (), 0, 0)
    assert named.kind is None
