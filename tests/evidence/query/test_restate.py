"""Statements made self-standing and split: small articles, and what each is looked up as."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.article import Article, Span
from secondsource.evidence.query.restate import restate_statements
from secondsource.reading.statement import Kind, Statement
from tests.evidence.query.asking import ask


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Maria Kessler won. | She sold the mill.", "Maria Kessler sold the mill."),
        ("Otto Kranz won. | He’s collected a prize.", "Otto Kranz has collected a prize."),
        ("Otto Kranz won. | He’s tired.", "Otto Kranz is tired."),
        ("Otto Kranz won. | He’s been seen in Korvia.", "Otto Kranz has been seen in Korvia."),
        (
            "Otto Kranz won. | He’s given a prize every year.",
            "Otto Kranz is given a prize every year.",
        ),
        (
            "Otto Kranz won. | He’s offered a job by Korvia.",
            "Otto Kranz is offered a job by Korvia.",
        ),
        ("Mia Bell met Ada Roe and Eva Lund. | She paid.", "She paid."),  # three fit
        (  # all are named after it
            "Rain. | When he came, Jon Smit met Pip Brun and Al Gren.",
            "When he came, Jon Smit met Pip Brun and Al Gren.",
        ),
        (  # the man named after is meant
            "Otto Kranz won. | In what he called a test, Jon Smit met Korvia.",
            "In what he called a test, Jon Smit met Korvia.",
        ),
        ("Otto Kranz won. | HE SOLD THE MILL.", "HE SOLD THE MILL."),
        ("It rained. | This year’s flood hit Korvia.", "2024’s flood hit Korvia."),
        ("It rained. | The agency “Korvia Today” fell.", "The agency “Korvia Today” fell."),
        ("It rained. | Korvia led until last month.", "Korvia led until February 2024."),
        ("It rained. | Even today Korvia sells ships.", "Even today Korvia sells ships."),
        ("It rained. | Korvia sold ships today.", "Korvia sold ships on 5 March 2024."),
        (  # the sentence names a place itself
            "Otto Kranz lives in Paris. | Korvia won in London and Mia Bell slept there.",
            "Korvia won in London and Mia Bell slept there.",
        ),
        ("Granite Bank fell. | The bank sold 9 ships.", "Granite Bank sold 9 ships."),
        ("It rained. | But Korvia sold 9 ships yesterday.", "Korvia sold 9 ships on 4 March 2024."),
        ("It rained. | Korvia sold 9 ships, Otto Kranz said.", "Korvia sold 9 ships."),
        ("It rained. | Otto Kranz said that Korvia sold 9 ships.", "Korvia sold 9 ships."),
        (  # of which of the two it is the surname is not told
            "Otto and Mia Kranz won. | Kranz sold the mill.",
            "Kranz sold the mill.",
        ),
        (
            "Mia Bell of the tax department won. | The department sold the mill.",
            "The department sold the mill.",
        ),
        (
            "The Korvia Herald fell. | The Herald said it is not clear who sold the mill.",
            "It is not clear who sold the mill.",
        ),
        ("It rained. | Otto Kranz said that iPhones cost $9.", "iPhones cost $9."),
        ("It rained. | “That is what Korvia sold,” Otto Kranz said.", "That is what Korvia sold."),
    ],
)
def test_a_statement_is_made_self_standing(text: str, whole: str) -> None:
    assert ask(text).whole.text == whole


def test_every_replacement_tells_its_place_and_its_source() -> None:
    text = "Maria Kessler won. She sold the mill."
    (replaced,) = ask("Maria Kessler won. | She sold the mill.").whole.replaced
    assert replaced.span.of(text) == replaced.was == "She"
    assert replaced.source is not None
    assert replaced.source.of(text) == replaced.words == "Maria Kessler"
    assert 0 < replaced.sure < 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "War. | Troops killed 9 men and wounded 5.",
            ["Troops killed 9 men.", "Troops wounded 5."],
        ),
        ("War. | If Korvia pays, Ansel will sell and leave.", []),
        ("War. | Smugglers pay a fine or leave Korvia.", []),
        ("War. | Officials left Korvia and is a lie.", []),  # the verb is another's
        ("War. | Two men were older than Jon Smit or Al Gren would be in May.", []),
        ("War. | Otto Kranz was born and raised in Korvia.", []),  # both in Korvia
        (
            "War. | Otto Kranz was born in Korvia but has a mill and lived in Dunmere.",
            [
                "Otto Kranz was born in Korvia.",
                "Otto Kranz has a mill.",
                "Otto Kranz lived in Dunmere.",
            ],
        ),
        (
            "War. | Former aide, Mia Bell, won 9 prizes and was praised by Korvia.",
            [
                "Former aide, Mia Bell, won 9 prizes.",
                "Former aide, Mia Bell was praised by Korvia.",
            ],
        ),
        ("War. | Otto Kranz lives near the Korvia River, a friend of Mia Bell.", []),
    ],
)
def test_several_facts_are_told_apart(text: str, parts: list[str]) -> None:
    assert [part.text for part in ask(text).parts] == parts


def test_who_says_it_is_kept_apart() -> None:
    question = ask("It rained. | Korvia sold 9 ships, Otto Kranz said.")
    assert question.voice.source is not None
    assert question.voice.source.text == "Otto Kranz"


@pytest.mark.parametrize("language", ["de", "fr", "es", "uk", "pl", "it", "tr"])
def test_what_no_table_reads_stays_as_it_is(language: str) -> None:
    assert ask("Ansel. | Dunmere 2023.", language).whole.text == "Dunmere 2023."


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=60), st.sampled_from(["en", "ru", "de", "xx"]))
def test_any_text_gives_a_question_with_spans_inside_it(text: str, language: str) -> None:
    article = Article("", text, language=language).with_id()
    statement = Statement("s", Span(0, len(text)), text, Kind.CLAIM, 0.5, True, ())
    (question,) = restate_statements(article, [statement])
    for part in question.facts:
        assert all(0 <= span.start <= span.end <= len(text) for span in part.spans)
