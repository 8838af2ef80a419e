"""Contested naming as a reader sees it: who writes which word, whose it is, where."""

import io
import json

from rich.console import Console

from secondsource.article import Article, Passage, Signal, Span
from secondsource.reading.wording.naming import Contested, Use
from secondsource.report.naming import naming_json, render_naming, view_naming
from secondsource.report.shelf import make_shelf

_HERE = Article("x", "The absorption of Tolmin, he said.", outlet="Tolmin Times", language="en")
_THERE = Article("y", "They\nhailed the unification.", outlet="Coast Courier", language="en")
_PAIR = Contested(
    "unification",
    "absorption",
    "en",
    0.5,
    (Signal("same_places", 0.6, "Both stand in one place."),),
    (
        Use("absorption", "Tolmin Times", "author", 1, 1, None, (Passage("x", Span(4, 14)),)),
        Use("unification", None, "quoted", 9, 4, None, ()),
        Use("unification", "Coast Courier", "author", 3, 2, "2024-03-01",
            (Passage("y", Span(16, 27)),)),
    ),
)  # fmt: skip


def test_the_word_of_the_examined_article_comes_first_and_named_outlets_before_others() -> None:
    view = view_naming(_PAIR, make_shelf(_HERE, [_THERE]))
    assert [(name.word, name.here) for name in view.names] == [
        ("absorption", True),
        ("unification", False),
    ]
    assert [(use.outlet, use.told) for use in view.names[1].uses] == [
        ("Coast Courier", "3 times in two articles, since 1 March 2024"),
        ("outlet unknown", "9 times in four articles, in quotations"),
    ]


def test_a_passage_keeps_its_blanks_and_stays_on_its_line() -> None:
    view = view_naming(_PAIR, make_shelf(_HERE, [_THERE]))
    (passage,) = view.names[1].uses[0].passages
    assert (passage.before, passage.word, passage.after) == ("hailed the ", "unification", ".")


def test_an_article_that_is_not_held_shows_no_passage() -> None:
    view = view_naming(_PAIR, make_shelf(_HERE, []))
    assert view.names[1].uses[0].passages == ()


def test_the_listing_judges_neither_word() -> None:
    console = Console(file=io.StringIO(), width=100)
    render_naming([_PAIR], make_shelf(None, [_HERE, _THERE]), console)
    file = console.file
    assert isinstance(file, io.StringIO)
    printed = " ".join(file.getvalue().split())
    assert "unification / absorption" in printed
    assert "Neither is called the right one" in printed


def test_json_has_every_use_with_its_passages() -> None:
    shown = json.loads(json.dumps(naming_json(_PAIR)))
    assert shown["words"] == ["unification", "absorption"]
    assert [use["voice"] for use in shown["uses"]] == ["author", "quoted", "author"]
    assert shown["uses"][0]["passages"] == [{"article": "x", "start": 4, "end": 14}]
