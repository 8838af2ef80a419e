"""A verdict of a person stands beside its claim in every form, signed, and not as the program's."""

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.collect import Collected
from secondsource.factcheck.reviews.export import verdict_json
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.report.forms import find_form
from secondsource.report.page import make_page
from secondsource.review.match import LaterText
from secondsource.review.report import Report
from secondsource.review.verdicts import match_verdicts
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import STATEMENT, make_report, the_finding

_RATING = "A person’s verdict, not the program’s: “Half of it”"
_SIGNED = "Signed by Vera Desk, 29 November 2026 at 11:20 UTC"
_VERDICT = Verdict(
    claim=STATEMENT.text,
    rating="Half of it",
    decided_by="Vera Desk",
    decided_at="2026-11-29T11:20:33+00:00",
    text="Only one lane was shut.",
    reasons=("The toll office counted cars.",),
    sources=("https://tolls.example/monday", "javascript:alert(1)"),
    article=EXAMINED.id,
    statement=the_finding(make_report()).statement,
    number=7,
)


def _judge(*verdicts: Verdict) -> Report:
    report = make_report()
    return replace(report, verdicts=match_verdicts(report, verdicts, ()))


def _write(report: Report, form: str) -> str:
    text = find_form(form).render(report)
    if form == "html":
        text = unescape(re.sub(r"<[^>]*>", "", text))
    return " ".join(re.sub(r"\\(?!n)|\\n", "", text).split())


@pytest.mark.parametrize("form", ["html", "markdown", "text", "annotations", "hypothesis"])
def test_each_form_has_the_rating_and_who_signed_it_when(form: str) -> None:
    written = _write(_judge(_VERDICT), form)
    assert _RATING in written
    assert _SIGNED in written


@pytest.mark.parametrize("form", ["html", "markdown", "annotations", "hypothesis"])
def test_reasons_and_sources_go_with_it(form: str) -> None:
    written = _write(_judge(_VERDICT), form)
    assert "Only one lane was shut." in written
    assert "The toll office counted cars." in written
    assert "tolls.example/monday" in written


def test_only_addresses_become_links() -> None:
    html = find_form("html").render(_judge(_VERDICT))
    assert 'href="https://tolls.example/monday"' in html
    assert 'href="javascript' not in html


def test_the_json_has_it_with_its_statement() -> None:
    (judged,) = json.loads(find_form("json").render(_judge(_VERDICT)))["verdicts"]
    assert judged["statement"] == the_finding(make_report()).statement
    assert (judged["rating"], judged["decided_by"]) == ("Half of it", "Vera Desk")
    assert judged["sources"] == list(_VERDICT.sources)
    assert judged == verdict_json(_VERDICT), "the command line, cases and the API have the same"


def test_it_stands_in_the_block_of_its_claim() -> None:
    html = find_form("html").render(_judge(_VERDICT))
    block = html[html.index('class="claim-block"') :]
    assert block.index("Half of it") < block.index('class="origins"')


def test_a_claim_is_found_by_its_words_where_its_id_is_another() -> None:
    words = replace(_VERDICT, statement=None, claim=f"  {STATEMENT.text} ")
    (claim,) = make_page(_judge(words)).claims
    assert [each.by for each in claim.verdicts] == ["Vera Desk"]


def test_one_on_other_words_is_listed_below() -> None:
    page = make_page(_judge(replace(_VERDICT, statement=None, claim="Nobody went to work.")))
    assert [each.claim for each in page.verdicts] == ["Nobody went to work."]
    assert page.shaped == "One verdict of a person is on words that were not looked up here."


def test_the_summary_has_it_too() -> None:
    written = _write(
        _judge(replace(_VERDICT, statement=None, claim="Nobody went to work.")), "text"
    )
    assert f"“Nobody went to work.” {_RATING}" in written
    assert _SIGNED in written


def test_one_that_was_withdrawn_or_is_on_another_article_is_not_shown() -> None:
    gone = replace(_VERDICT, replaced_by=8)
    assert not _judge(gone, replace(_VERDICT, article="another")).verdicts


_EARLIER = replace(_VERDICT, article="earlier", statement="gone")
_TEXTS = ["html", "markdown", "text", "annotations", "hypothesis"]


@pytest.mark.parametrize("form", _TEXTS)
def test_one_on_an_earlier_text_is_told_as_such_beside_the_same_words(form: str) -> None:
    written = _write(_judge_again(_EARLIER), form)
    assert "on an earlier text of this article, which had these words too" in written
    assert _SIGNED in written
    assert "Look again" not in written


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_one_on_an_earlier_text_is_told_where_its_words_are_gone(form: str) -> None:
    written = _write(_judge_again(replace(_EARLIER, claim="All lanes were shut.")), form)
    assert "on an earlier text of this article; this one does not have its words" in written
    assert "All lanes were shut." in written
    assert "Look again" in written


def test_where_its_claim_is_only_named_it_is_not_carried_over_in_silence() -> None:
    html = find_form("html").render(_judge_again(_EARLIER))
    told = [line for line in html.splitlines() if "Half of it" in line and "<b>" not in line]
    assert told
    assert all("on an earlier text" in line for line in told)


def test_one_on_an_earlier_text_is_on_the_statement_with_its_words() -> None:
    (judged,) = json.loads(find_form("json").render(_judge_again(_EARLIER)))["verdicts"]
    assert judged["article"] == "earlier"
    assert judged["statement"] == the_finding(make_report()).statement
    assert not judged["flag"]


def _judge_again(verdict: Verdict) -> Report:
    """The report on a text that came after a verdict on an earlier one, which had its words."""
    report = make_report()
    later = LaterText("earlier", report.article.id, report.article.text, "2026-11-30T09:00:00")
    earlier = {"earlier": f"{verdict.claim} More."}
    return replace(report, verdicts=match_verdicts(report, [verdict], [later], earlier))


def test_the_archive_puts_it_into_the_report(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.examinations.keep(make_report())
        assert not archive.examinations.decide(make_report()).verdicts
        archive.verdicts.record(_VERDICT)
        (judged,) = archive.examinations.decide(make_report()).verdicts
    assert judged.statement == _VERDICT.statement


def test_the_archive_puts_one_on_an_earlier_text_into_the_report(tmp_path: Path) -> None:
    page = "https://example.org/bridge"
    report = make_report()
    first = Article("", f"{STATEMENT.text} More.", url=page).with_id()
    later = replace(report.article, url=page, canonical=None)
    with Archive.open(tmp_path / "archive", create=True) as archive:
        for text in (first, later):
            archive.add([Collected(text, b"", "text/plain", "page")])
        archive.verdicts.record(replace(_VERDICT, article=first.id))
        made = archive.examinations.decide(replace(report, article=later))
        earlier = archive.examinations.decide(replace(report, article=first))
    (judged,) = made.verdicts
    assert (judged.statement, judged.verdict.article) == (the_finding(report).statement, first.id)
    assert "given on an earlier text" in judged.earlier
    assert not earlier.verdicts[0].earlier
