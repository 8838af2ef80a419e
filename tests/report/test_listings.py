"""The short lists for a terminal: every item is there, and no text can change the terminal."""

import json
from dataclasses import dataclass, replace
from io import StringIO

from rich.console import Console

from secondsource.article import Article, Credit, Role, Signal, Span
from secondsource.reading.kinds.uncheckable import SECRET
from secondsource.reading.statement import Due, Kind, Source, Statement, Voice
from secondsource.report.jsonform.reading import reading_json
from secondsource.report.listings import hit_json, render_hits, render_reading

_HOSTILE = "Pier \x1b[31mcloses\x07 [bold]now[/bold]"
_FIRST = Article("a" * 8, "Text.", title=_HOSTILE, outlet="Coast Courier", published="2024-03-05")


@dataclass(frozen=True, slots=True)
class _Found:
    article: str
    span: Span
    text: str
    score: float


def _console() -> tuple[Console, StringIO]:
    out = StringIO()
    return Console(file=out, width=120), out


def test_reading() -> None:
    voice = Voice("attributed", Source("she", None, "Ingrid Solvei"))
    statement = Statement("s", Span(0, 5), _HOSTILE, Kind.CLAIM, 0.75, True, (), voice)
    credited = replace(_FIRST, credits=(Credit(Role.AUTHOR, "Sanna Reve"),))
    console, out = _console()
    render_reading(credited, [statement], console)
    for words in ("Sanna Reve", "Ingrid Solvei", "claim", "0.75"):
        assert words in out.getvalue()
    assert "\x1b" not in out.getvalue()


def test_the_ranking_gives_the_order_and_the_reasons() -> None:
    statements = [
        Statement("a", Span(0, 3), "Low.", Kind.CLAIM, 0.2, True, ("It compares: “less”.",)),
        Statement("b", Span(4, 7), "View.", Kind.OPINION, 0.9, False, ("It gives a view.",)),
        Statement("c", Span(8, 9), "High.", Kind.CLAIM, 0.8, True, ("It gives a number: “7”.",)),
    ]
    console, out = _console()
    render_reading(_FIRST, statements, console)
    ranking = out.getvalue().partition("Most worth checking (2 of 2 claims):")[2]
    assert ranking.index("1. High.") < ranking.index("“7”") < ranking.index("2. Low.")
    assert "View." not in ranking
    told = json.loads(json.dumps(reading_json(_FIRST, statements)))
    assert [found["rank"] for found in told["statements"]] == [2, None, 1]


def test_what_is_secret_and_when_a_forecast_is_due_stand_under_it() -> None:
    secret = Signal(SECRET, 0.9, "The text itself says that this is secret: “is classified”.")
    statements = [
        Statement("a", Span(0, 3), "One.", Kind.CLAIM, 0.6, False, (), signals=(secret,)),
        Statement("b", Span(4, 7), "Two.", Kind.FORECAST, 0.1, False, (), due=Due("2020", "2020")),
        Statement(
            "c", Span(8, 9), "Three.", Kind.FORECAST, 0.1, False, (), due=Due("open", "open")
        ),
    ]
    console, out = _console()
    render_reading(_FIRST, statements, console)
    assert "is secret: “is classified”" in out.getvalue()
    assert "forecast: due by 2020" in out.getvalue()
    assert out.getvalue().count("forecast:") == 1


def test_hits() -> None:
    hit = _Found(_FIRST.id, Span(0, 4), "Text", 3.5)
    console, out = _console()
    render_hits([hit], {_FIRST.id: _FIRST}, console)
    assert "Coast Courier" in out.getvalue()
    found = hit_json(hit, _FIRST)
    assert (found["text"], found["span"]) == ("Text", {"start": 0, "end": 4})
    console, out = _console()
    render_hits([], {}, console)
    assert "No passage" in out.getvalue()
