"""What the page of a text tells of the others of its address, and of its own removal."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import FastAPI

from secondsource.archive import Archive, reviews, verdicts
from secondsource.collect import Collected
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.review.subject import AttributionSubject, write_key
from secondsource.web.accounts.passwords import Passwords
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import make_report
from tests.web.desk import open_browser
from tests.web.pages.deciding import HTMX, decide, make_desk_with_report

PAGE = f"/articles/{EXAMINED.id}"
_STATEMENT = make_report().statements[0]
_VOICE = write_key(AttributionSubject(_STATEMENT.id))
_LATER = replace(EXAMINED, text="The north bridge was open.").with_id()


@pytest.fixture
def app(tmp_path: Path, quick: Passwords) -> FastAPI:
    """A desk of several people with one examined article."""
    app = make_desk_with_report(tmp_path / "archive", quick)
    with Archive.open(tmp_path / "archive") as archive:
        archive.add([Collected(EXAMINED, b"raw", "text/plain", "sample")])
    return app


def _remove(app: FastAPI) -> None:
    with Archive.open(app.state.settings.archive) as archive:
        archive.remove(EXAMINED.id)


def test_the_report_on_a_removed_text_offers_nothing_new_to_decide(app: FastAPI) -> None:
    rita = open_browser(app, "Rita")
    for offered in (">Decide<", ">Decide of what kind it is<", "/verdicts/new", "Choose “Decide”"):
        assert offered in rita.get(PAGE).text
    _remove(app)
    page = rita.get(PAGE).text
    assert "was removed from the archive" in page
    assert not re.search(r'class="decide"|/verdicts/new|Choose “Decide”', page)


def test_what_was_decided_on_a_removed_text_may_be_taken_back(app: FastAPI) -> None:
    rita = open_browser(app, "Rita")
    assert decide(rita, "unrelated") == 200
    _remove(app)
    page = rita.get(PAGE).text
    assert set(re.findall(r'class="decide"[^>]*>([^<]*)<', page)) == {
        "Decide anew, or take it back"
    }
    rita.post("/decisions/1/undo", data={"article": EXAMINED.id})
    assert "Decide anew" not in rita.get(PAGE).text


def test_a_newer_text_leads_to_what_has_to_be_looked_at_again_on_the_earlier(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (reviews, verdicts):
        monkeypatch.setattr(module, "current_time", lambda: "2020-01-01T00:00:00+00:00")
    rita = open_browser(app, "Rita")
    with Archive.open(app.state.settings.archive) as archive:
        archive.add([Collected(_LATER, b"", "text/plain", "later")])
        archive.verdicts.record(
            Verdict(_STATEMENT.text, "No", "Rita", article=EXAMINED.id, statement=_STATEMENT.id)
        )
    newer = f"/articles/{_LATER.id}"
    said = {"key": _VOICE, "article": EXAMINED.id, "verb": "said_by", "value": "Ferry owner"}
    leads = f'href="{PAGE}#decided"'
    assert "1 decision or verdict on the earlier text" in rita.get(newer).text
    assert rita.post("/decisions", data=said, headers=HTMX).is_success
    page = rita.get(newer).text
    assert "It has not been examined yet" in page
    assert "2 decisions and verdicts on the earlier text of this article have to be" in page
    assert leads in page
    with Archive.open(app.state.settings.archive) as archive:
        report = replace(make_report(), article=_LATER, statements=(), findings=())
        archive.examinations.keep(report)
    assert leads not in rita.get(newer).text


def test_an_earlier_text_whose_report_is_of_another_version_hinders_nothing(app: FastAPI) -> None:
    with Archive.open(app.state.settings.archive) as archive:
        archive.add([Collected(_LATER, b"", "text/plain", "later")])
        archive.remove(EXAMINED.id)
        with archive._database.transaction() as connection:
            connection.execute("UPDATE examination SET report = ?", (b"of 2031",))
    page = open_browser(app, "Rob").get(f"/articles/{_LATER.id}")
    assert page.status_code == 200
    assert "It has not been examined yet" in page.text


def test_a_verdict_on_the_text_before_the_earlier_is_none_of_the_earlier(app: FastAPI) -> None:
    later = replace(EXAMINED, text=f"{EXAMINED.text} One.").with_id()
    newest = replace(EXAMINED, text="Another bridge.").with_id()
    with Archive.open(app.state.settings.archive) as archive:
        archive.add([Collected(later, b"", "text/plain", "later")])
        archive.examinations.keep(replace(make_report(), article=later))
        archive.verdicts.record(Verdict(_STATEMENT.text, "No", "Rita", article=EXAMINED.id))
        archive.add([Collected(newest, b"", "text/plain", "newest")])
        report = archive.examinations.decide(replace(make_report(), article=later))
    assert [bool(each.flag) for each in report.verdicts] == [True]
    assert "on the earlier text" not in open_browser(app, "Rob").get(f"/articles/{newest.id}").text
