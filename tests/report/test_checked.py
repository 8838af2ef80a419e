"""Known fact-checks are told in the checker's words, as the checker's, and nothing else is."""

import pytest

from secondsource.evidence.fact_check import FactCheck, FactCheckCoverage
from secondsource.report import render_html, render_markdown, to_json
from secondsource.report.checked import say_check, say_searched
from tests.report.sample import REPORT


@pytest.mark.parametrize("render", [render_html, render_markdown])
def test_the_rating_stands_with_whose_it_is(render: object) -> None:
    assert callable(render)
    page = render(REPORT)
    assert "the checker's own rating, not ours" in page
    assert "Strait Checks" in page
    assert "Half of it" in page
    assert "gives no rating" in page
    assert "javascript:alert" not in page
    assert "2 matches among 2 fact-checks by 1 checker." in page


def test_json_has_what_a_reader_needs() -> None:
    findings = to_json(REPORT)["findings"]
    assert isinstance(findings, list)
    found = [check for f in findings for check in f["fact_checks"]]  # type: ignore[index, call-overload, union-attr]
    first, second = found
    assert first["checker"] == "Strait Checks"  # type: ignore[index, call-overload]
    assert first["rating"] == "Half of it"  # type: ignore[index, call-overload]
    assert first["because"][0]["name"] == "shared_words"  # type: ignore[index, call-overload]
    assert second["url"] is None  # type: ignore[index, call-overload]


@pytest.mark.parametrize(
    ("searched", "found", "said"),
    [
        (FactCheckCoverage(), 0, "No fact-checks were imported"),
        (FactCheckCoverage(1_234, 5), 0, "No match among 1,234 fact-checks by 5 checkers."),
        (FactCheckCoverage(1, 1), 1, "1 match among 1 fact-check by 1 checker."),
        (FactCheckCoverage(2, 1), None, "2 fact-checks by 1 checker."),
    ],
)
def test_what_was_searched_is_said(
    searched: FactCheckCoverage, found: int | None, said: str
) -> None:
    assert say_searched(searched, found).startswith(said)


def test_a_fact_check_on_one_line() -> None:
    check = FactCheck("It is\nshut.", "Checks\u202e", "Not so", "https://a.example/1", "2031-05-06")
    line = "Checks⟨right-to-left override⟩ rated “Not so”: It is shut. | 2031-05-06"
    assert say_check(check) == f"{line} | https://a.example/1"
