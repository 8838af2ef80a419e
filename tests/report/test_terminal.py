"""The summary in a terminal."""

import io
import re

import pytest
from rich.console import Console

from secondsource.messages.speaking import use_language
from secondsource.report import render_summary
from secondsource.review.report import Report
from tests.report.hostile import EMPTY, poison
from tests.report.sample import REPORT


def _print(report: Report, width: int = 100) -> str:
    out = io.StringIO()
    render_summary(report, Console(file=out, width=width, force_terminal=False))
    return out.getvalue()


EXPECTED = [
    "→ Translated: The Lindwater Gate, 18 March 2021, translated by Mira Halden and Joss Perrin",
    "two copies taken from here",
    "against The Lindwater Gate: one hedge removed, one paragraph added",
    "hedge removed: was perhaps initialled → was initialled",
    "73%  the author, Anton Verik",
    "Three claims have a second source; two claims have sources against; one claim has only",
    "●◆ contested: 2 say the same, 1 says the contrary; 4 articles take a side",
    "◎ only echoed: none says the same, 1 echo; 4 articles take a side",
    "Nothing outside this collection was searched.",
]


@pytest.mark.parametrize("line", EXPECTED)
def test_the_summary_has_the_answers(line: str) -> None:
    assert line in " ".join(_print(REPORT, width=200).split("\n"))


def test_the_summary_in_russian_has_none_of_our_english() -> None:
    with use_language("ru"):
        printed = _print(REPORT, width=200)
    assert "Откуда этот текст" in printed
    assert "отсюда взяты 2 копии" in printed
    ours = r"Where this|Who says|What stands|What was|further|taken from here|against The|Nothing"
    assert re.findall(ours, printed) == []


@pytest.mark.parametrize("report", [REPORT, poison(REPORT), EMPTY])
@pytest.mark.parametrize("width", [40, 80])
def test_no_text_breaks_the_terminal(report: Report, width: int) -> None:
    printed = _print(report, width)
    assert "\x1b" not in printed
    assert "\u202e" not in printed
    assert max(map(len, printed.splitlines())) <= width


def test_markup_of_strangers_is_printed_as_it_is() -> None:
    assert "[red]rich[/red]" in " ".join(_print(poison(REPORT), width=2000).split("\n"))
