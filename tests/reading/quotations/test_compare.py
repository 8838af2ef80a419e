"""How two forms of a quotation differ."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from secondsource.reading.quotations.compare import Drift, compare_quotations
from secondsource.reading.quotations.edits import Touched
from secondsource.reading.quotations.folding import fold_words

_LONG = (
    "We will rebuild the old pier by next spring because the harbour needs every boat it has left"
)
_PAIRS = [
    (_LONG, _LONG.upper().replace("'", "’") + "!", set()),
    (_LONG, _LONG.replace("rebuild", "repair"), {Drift.REWORDED}),
    (_LONG, "We will rebuild the old pier by next spring", {Drift.EXCERPT}),
    (_LONG, _LONG.replace("by next spring ", ""), {Drift.CUT}),
    (_LONG, _LONG.replace("by next spring", "…"), {Drift.MARKED_CUT}),
    (_LONG, _LONG.replace("by next spring", "[...]"), {Drift.MARKED_CUT}),
    (_LONG, _LONG.replace("next spring", "next wet spring"), {Drift.REWORDED}),
    (_LONG, _LONG.replace("We will", "We [the council] will"), {Drift.BRACKETED}),
    (_LONG, _LONG.replace("the old pier", "[it]"), {Drift.BRACKETED}),
    (_LONG.replace("We will", "We [the council] will"), _LONG, {Drift.BRACKETED}),
]


@pytest.mark.parametrize(("before", "after", "kinds"), _PAIRS)
def test_the_kinds_of_drift(before: str, after: str, kinds: set[Drift]) -> None:
    compared = compare_quotations(fold_words(before), fold_words(after))
    assert compared is not None
    assert compared.kinds == kinds


@pytest.mark.parametrize(
    "other",
    [
        "We will never sell the lighthouse because the town needs its light",
        "The harbour master thinks that every boat has been counted by now",
        "rebuild the old",
    ],
)
def test_two_quotations_are_not_one(other: str) -> None:
    assert compare_quotations(fold_words(_LONG), fold_words(other)) is None


_SPELT = [
    (
        "They do not realise that the whole harbour lost ten boats in the storm",
        "They don't realize that the whole harbor lost 10 boats in the storm",
    ),
    (
        "It is 171,000 crowns a year for the long-term repair of the pier",
        "It's 171000 crowns a year for the longterm repair of the pier",
    ),
    ("The storm took two hundred boats from us", "The storm took 200 boats from us"),
    ("The pier took 3.5 million crowns from us", "The pier took 3.5m crowns from us"),
    ("The pier took 3 million crowns from us", "The pier took 3m crowns from us"),
    ("The harbour lost 3.5 per cent of its boats", "The harbour lost 3.5% of its boats"),
    ("The pier took 1,234.50 crowns from us", "The pier took 1234.5 crowns from us"),
    ("The pier took $1.5m from our town", "The pier took 1.5 million dollars from our town"),
    ("The pier took $1,000 from our town", "The pier took 1000 dollars from our town"),
    ("The harbour lost 10% of its boats", "The harbour lost ten per cent of its boats"),
    ("The harbour opens at 5 p.m. on every day", "The harbour opens at 5pm on every day"),
    ("Шторм унёс 3,5 млн крон у нашего города", "Шторм унёс 3,5 миллиона крон у нашего города"),
    ("Le port a perdu 10 % de ses bateaux", "Le port a perdu 10 pour cent de ses bateaux"),
    ("Шторм унёс двести лодок у нашего города", "Шторм унёс 200 лодок у нашего города"),
    ("Шторм унёс 20 процентов наших лодок", "Шторм унёс 20% наших лодок"),
]


@pytest.mark.parametrize(("before", "after"), _SPELT)
def test_two_spellings_are_no_drift(before: str, after: str) -> None:
    language = {"Ш": "ru", "L": "fr"}.get(before[0], "en")
    compared = compare_quotations(fold_words(before, language), fold_words(after, language))
    assert compared is not None
    assert not compared.kinds


def test_a_long_run_of_words_makes_two_quotations_overlap() -> None:
    first = f"Nobody believed it at the start of the long strike. {_LONG}"
    second = f"{_LONG[:48]} and the last of the islands was given up by everybody who lived there"
    compared = compare_quotations(fold_words(first), fold_words(second))
    assert compared is not None
    assert compared.lost_ends
    assert compared.gained_ends


_TOUCHED = [
    ("The council will pay 300 crowns for each lost boat", "300", "500", Touched.NUMBER),
    ("The council will pay ten crowns for each lost boat", "ten", "twelve", Touched.NUMBER),
    (
        "The council will pay the owners for each lost boat",
        "will pay",
        "will not pay",
        Touched.NEGATION,
    ),
    ("The council asked Radina to pay for each lost boat", "Radina", "Tobias", Touched.NAME),
    ("The council will pay the owners for each lost boat", "owners", "keepers", Touched.WORDING),
    ("The council will pay 3.5 crowns for each lost boat", "3.5", "35", Touched.NUMBER),
    ("The council will pay 3.5 crowns for each lost boat", "3.5", "3.7", Touched.NUMBER),
    ("The council will pay for each lost boat by June", "June", "July", Touched.DATE),
    ("The harbour lost $1.5m of its money in the storm", "1.5m", "1.7m", Touched.NUMBER),
    ("The harbour lost $15 of its money in the storm", "$15", "15 euros", Touched.WORDING),
    ("The harbour lost 10% of all its boats", "10%", "20 per cent", Touched.NUMBER),
    ("The harbour calls this a sin against all of its boats", " a sin", "", Touched.WORDING),
    ("Город заплатит пять крон за каждую лодку", "пять", "шесть", Touched.NUMBER),
    ("Город заплатит за каждую лодку до июня", "июня", "июля", Touched.DATE),
    ("Die Stadt zahlt fünf Kronen für jedes Boot", "fünf", "sechs", Touched.NUMBER),
]


@pytest.mark.parametrize(("text", "old", "new", "touched"), _TOUCHED)
def test_what_a_change_touches(text: str, old: str, new: str, touched: Touched) -> None:
    language = {"Г": "ru", "D": "de"}.get(text[0], "en")
    after = fold_words(text.replace(old, new), language)
    compared = compare_quotations(fold_words(text, language), after)
    assert compared is not None
    assert [edit.touched for edit in compared.edits] == [touched]


def test_brackets_show_a_change() -> None:
    text = "The council will pay them for each lost boat in the harbour"
    shown = compare_quotations(fold_words(text), fold_words(text.replace("them", "[the owners]")))
    assert shown is not None
    assert [(edit.marked, edit.after) for edit in shown.edits] == [(True, "[the owners]")]


_FOLDED = [
    ("3.5% and 35%", ("3.5", "and", "35")),
    ("1,234.5 or 1.234,50", ("1234.5", "or", "1234.50")),
    ("3,500 and 3’500", ("3500", "and", "3500")),
    ("on 3.5.2020", ("on", "3", "5", "2020")),
]


@pytest.mark.parametrize(("text", "words"), _FOLDED)
def test_a_number_is_one_word(text: str, words: tuple[str, ...]) -> None:
    assert fold_words(text).words == words


_WORDS = st.lists(
    st.sampled_from(["harbour", "pier", "boat", "council", "spring", "the", "of", "storm", "12"])
)


@given(_WORDS, _WORDS)
def test_edits_and_runs_give_back_the_later_form(first: list[str], second: list[str]) -> None:
    before, after = fold_words(" ".join(first)), fold_words(" ".join(second))
    compared = compare_quotations(before, after)
    if compared is None:
        return
    for a, b, size in compared.blocks:
        assert before.words[a : a + size] == after.words[b : b + size]
    covered = sum(size for _, _, size in compared.blocks)
    edited = sum(e.second[1] - e.second[0] for e in compared.edits)
    assert covered + edited + compared.gained_ends == len(after)


_LEFT_OUT = st.sampled_from(["a", "pier", "…", "...", "[", "]", " "])


@given(st.lists(_LEFT_OUT | st.text(max_size=9)).map("".join))
@example("We will … rebuild it ...")
def test_words_lie_where_they_are_said_to(text: str) -> None:
    folded = fold_words(text)
    assert len(folded.words) == len(folded.spans)
    assert all(span.of(text).strip() for span in folded.spans)
    assert all(0 <= gap <= len(folded) for gap in folded.gaps)
