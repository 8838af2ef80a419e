"""From an article to its statements."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.article import Article, Boilerplate, Credit, Role, Span
from secondsource.reading import read_article, read_articles, say_cut
from secondsource.reading.read import guess_language
from secondsource.reading.statement import Kind, Statement

TEXT = """Larkhaven port to close

Written by Ada Thorne

The port of Larkhaven lost 140 jobs in 2018, the harbour office said on Monday. \
“The port will close by 2021 if no buyer is found,” said Vera Olin, the minister. \
It is a shameful, disgusting betrayal of everyone who ever worked there! \
The main part of the contract is classified. \
Who will pay for it?

Why it matters

Subscribe to our letter for more of the same every week."""
ARTICLE = Article(
    id="larkhaven",
    text=TEXT,
    title="Larkhaven port to close",
    published="2019-02-18",
    language="en",
    credits=(Credit(Role.AUTHOR, "Ada Thorne", span=Span(25, 46)),),
    boilerplate=(Boilerplate(Span(TEXT.index("Subscribe"), len(TEXT)), "notice"),),
)
EXPECTED = [
    # how it starts, kind, checkable
    ("The port of Larkhaven lost", Kind.CLAIM, True),
    ("“The port will close", Kind.FORECAST, False),
    ("It is a shameful", Kind.OPINION, False),
    ("The main part", Kind.CLAIM, False),
    ("Who will pay", Kind.OTHER, False),
    ("Why it matters", Kind.OTHER, False),
]
RUSSIAN = Article(
    id="порт",
    text=(
        "Порт Ларкхейвена потерял 140 рабочих мест в 2018 году. На мой взгляд, это позор. "
        "Порт закроют до конца года. Основная часть договора засекречена."
    ),
    published="2019-02-18",
)


@pytest.fixture(scope="module")
def statements() -> tuple[Statement, ...]:
    return read_article(ARTICLE)


def test_headline_credit_and_notice_are_left_out(statements: tuple[Statement, ...]) -> None:
    assert [(s.text[: len(start)], s.kind, s.checkable) for s, (start, _, _) in
            zip(statements, EXPECTED, strict=True)] == EXPECTED  # fmt: skip


def test_spans_count_from_the_start_of_the_article(statements: tuple[Statement, ...]) -> None:
    for statement in statements:
        assert statement.span.of(TEXT) == statement.text
        for loaded in statement.loaded:
            assert statement.span.contains(loaded.span)


def test_loaded_words_stand_in_the_opinion(statements: tuple[Statement, ...]) -> None:
    words = " ".join(loaded.span.of(TEXT) for loaded in statements[2].loaded)
    assert "shameful" in words
    assert statements[0].loaded == ()


def test_the_forecast_has_its_date_condition_and_holder(statements: tuple[Statement, ...]) -> None:
    due = statements[1].due
    assert due is not None
    assert (due.start, due.end) == ("2019-02-18", "2021")
    assert due.condition == "if no buyer is found"
    assert due.holder == "Vera Olin"


def test_the_reasons_are_in_words(statements: tuple[Statement, ...]) -> None:
    assert "It gives a number: “140 jobs”." in statements[0].why
    assert statements[2].why[0].startswith("It reads as an opinion")
    assert "classified" in " ".join(statements[3].why)


def test_an_article_reads_the_same_alone_and_among_others() -> None:
    other = replace(ARTICLE, id="other", text="It rained for nine days. Nobody was hurt.")
    articles = [other, ARTICLE, RUSSIAN, ARTICLE]
    together = list(read_articles(articles))
    assert together == [read_article(article) for article in articles]


def test_ids_differ_between_articles_and_sentences(statements: tuple[Statement, ...]) -> None:
    again = read_article(replace(ARTICLE, id="another"))
    ids = [s.id for s in (*statements, *again)]
    assert len(set(ids)) == len(ids)


def test_russian() -> None:
    assert guess_language(RUSSIAN) == "ru"
    found = read_article(RUSSIAN)
    assert [(s.kind, s.checkable) for s in found] == [
        (Kind.CLAIM, True),
        (Kind.OPINION, False),
        (Kind.FORECAST, False),
        (Kind.CLAIM, False),
    ]
    assert found[0].checkworthiness > found[3].checkworthiness
    assert found[2].due is not None
    assert found[2].due.end == "2019"


def test_without_a_day_the_credits_give_one() -> None:
    credit = Credit(Role.TRANSLATOR, "Ada Thorne", date="2019-02-18")
    undated = replace(ARTICLE, published=None)
    for article, end in ((undated, "open"), (replace(undated, credits=(credit,)), "2019-12-24")):
        text = "The port will\xa0close on 24\xa0December."
        (statement,) = read_article(replace(article, text=text, boilerplate=()))
        assert statement.text == text
        assert statement.due is not None
        assert statement.due.end == end


NOTHING = ["", " \n ", "…"]


@pytest.mark.parametrize("text", NOTHING)
def test_an_empty_article_has_nothing_to_check(text: str) -> None:
    found = read_article(Article(id="x", text=text))
    assert not any(statement.checkable for statement in found)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120), st.sampled_from(["en", "ru", "de", None]))
def test_any_text_gives_statements_in_their_place(text: str, language: str | None) -> None:
    article = Article(id="x", text=text, language=language, published="2019-02-18")
    end = 0
    for statement in read_article(article):
        assert statement.span.start >= end
        assert statement.span.of(text) == statement.text
        assert 0 <= statement.checkworthiness <= 1
        end = statement.span.end


def test_of_a_huge_article_the_beginning_is_read_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "The pier was closed in 2018. " * 4
    article = Article(id="x", text=text, language="en")
    assert say_cut(article) == ""
    monkeypatch.setattr("secondsource.reading.read.LONGEST_TEXT", 58)
    assert len(read_article(article)) == 2
    assert say_cut(article) == "only its first 58 of 116 characters were read"
