"""The history of what people decided: on what, by whom, and how to take it back."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.archive import Archive, reviews
from secondsource.collect import Collected
from secondsource.review.subject import (
    TieSubject,
    edge_subject,
    write_key,
)
from secondsource.web.accounts.passwords import Passwords
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import (
    ELSEWHERE,
    MAYOR,
    MAYOR_AGAIN,
    OPEN,
    make_report,
)
from tests.web.desk import open_browser
from tests.web.pages.deciding import HTMX, KEY, decide, make_desk_with_report


@pytest.fixture
def app(tmp_path: Path, quick: Passwords) -> FastAPI:
    """A desk of several people with one kept report."""
    return make_desk_with_report(tmp_path / "archive", quick)


def _read_rows(client: TestClient, **asked: str | int) -> dict[str, str]:
    """The rows of the history by the id of each, without tags."""
    page = client.get("/decisions", params=asked).text
    rows = re.findall(r'<li id="(decision-\d+)">(.*?)\n  </li>', page, re.DOTALL)
    return {id_: " ".join(re.sub(r"<[^>]*>", " ", row).split()) for id_, row in rows}


def test_the_history_says_on_what_each_is_and_what_the_machine_said(app: FastAPI) -> None:
    rita, report = open_browser(app, "Rita"), make_report()
    with Archive.open(app.state.settings.archive) as archive:
        archive.add(Collected(each, b"", "text/plain", each.id) for each in ELSEWHERE)
    (edge,) = report.families[0].edges
    tie = TieSubject(MAYOR.id, MAYOR_AGAIN.id, "same_voice")
    for subject in (edge_subject(edge), tie):
        given = {"key": write_key(subject), "article": EXAMINED.id, "verb": "reject"}
        assert rita.post("/decisions", data=given, headers=HTMX).is_success
    assert decide(rita, "unrelated", reasons="Another bridge.") == 200
    note = {"key": f"article:{OPEN.id}", "article": EXAMINED.id, "verb": "note", "value": "Tolls"}
    assert rita.post("/decisions", data=note, headers=HTMX).is_success
    rows = _read_rows(rita)
    assert list(rows) == [f"decision-{number}" for number in (4, 3, 2, 1)]
    for number, parts in {
        1: ["Does one of these articles have its text", "Kite Weekly", "The Evening Lamp"],
        2: ["Do these two pieces count as one", "Dale Mail", "Elm Star", "this is wrong"],
        3: [report.statements[0].text, OPEN.text, "Isle Record", "Another bridge.", "contrary"],
        4: ["A note on this article", "Isle Record", "Tolls"],
    }.items():
        row = rows[f"decision-{number}"]
        assert not [part for part in (*parts, "Rita", "UTC", "Take back") if part not in row]
    assert all("The machine said:" in rows[f"decision-{number}"] for number in (1, 2, 3))


def test_each_can_be_taken_back_in_the_history_by_who_may(app: FastAPI) -> None:
    rita, rob = open_browser(app, "Rita"), open_browser(app, "Rob")
    decide(rita, "unrelated")
    assert "/undo" not in rob.get("/decisions").text
    done = rita.post("/decisions/1/undo", data={"before": "2"}, follow_redirects=False)
    assert done.headers["location"] == "/decisions?before=2&undone=1#just-kept"
    assert "Decision 1 is taken back." in _read_rows(rita, before=2, undone=1)["decision-1"]
    rows = _read_rows(rita)
    assert "Rita took decision 1 back" in rows["decision-2"]
    assert "Decision 1" in rows["decision-2"]
    assert "taken back" in rows["decision-1"]
    assert "undone=1" not in _read_rows(rita, undone=9)["decision-1"]


def test_decisions_on_names_stand_in_the_history_too(app: FastAPI) -> None:
    rita = open_browser(app, "Rita")
    decide(rita, "unrelated")
    with Archive.open(app.state.settings.archive) as archive:
        archive.decide("people", "merge", ("Anna Weld", "A. Weld"), "Ann")
    row = _read_rows(rita)["decision-2"]
    assert "Are these one person or body?" in row
    assert "Anna Weld" in row
    assert "Ann: Anna Weld and A. Weld are one" in row
    assert list(_read_rows(rita, before=2)) == ["decision-1"]
    assert rita.post("/decisions/2/undo").is_success
    rows = _read_rows(rita)
    assert "Rita took decision 2 back" in rows["decision-3"]
    assert "Take back" not in rows["decision-3"]
    with Archive.open(app.state.settings.archive) as archive:
        assert [each.undone for each in archive.decisions("people")] == [True, False]


def test_what_has_to_be_looked_at_again_is_told_in_the_history(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reviews, "current_time", lambda: "2020-01-01T00:00:00+00:00")
    rita = open_browser(app, "Rita")
    assert decide(rita, "unrelated") == 200
    with Archive.open(app.state.settings.archive) as archive:
        archive.add([Collected(OPEN, b"", "text/plain", "open")])
        assert "Look again" not in _read_rows(rita)["decision-1"]
        changed = replace(OPEN, text="We were wrong: it was shut all Monday.").with_id()
        archive.add([Collected(changed, b"", "text/plain", "changed")])
    assert "The text under this decision changed at its address" in _read_rows(rita)["decision-1"]
    assert rita.post("/decisions/1/undo").is_success
    assert "Look again" not in "".join(_read_rows(rita).values())


def test_whoever_decides_is_told_that_it_is_kept(app: FastAPI) -> None:
    rita = open_browser(app, "Rita")
    form = {"key": KEY, "article": EXAMINED.id, "verb": "unrelated"}
    here = f"http://127.0.0.1/articles/{EXAMINED.id}?statements=2#c1"
    done = rita.post("/decisions", data=form, headers={**HTMX, "HX-Current-URL": here})
    assert done.headers["HX-Redirect"] == f"/articles/{EXAMINED.id}?statements=2&kept=1#just-kept"
    page = rita.get(f"/articles/{EXAMINED.id}", params={"kept": 1}).text
    assert "Decision 1 is kept." in page
    assert f'data-on="{KEY}"' in page
    assert 'id="just-kept"' in page.partition('class="state act"')[0]
    assert "Decision 9" not in rita.get(f"/articles/{EXAMINED.id}", params={"kept": 9}).text


def test_an_article_that_only_reports_name_keeps_its_name_and_has_no_link(app: FastAPI) -> None:
    rita, report = open_browser(app, "Rita"), make_report()
    titled = [replace(a, title="The tolls of Monday") for a in report.articles if a.id == OPEN.id]
    others = [each for each in report.articles if each.id != OPEN.id]
    with Archive.open(app.state.settings.archive) as archive:
        archive.examinations.keep(replace(report, articles=(*others, *titled)))
    note = {"key": f"article:{OPEN.id}", "article": EXAMINED.id, "verb": "note", "value": "Tolls"}
    assert rita.post("/decisions", data=note, headers=HTMX).is_success
    assert decide(rita, "unrelated") == 200
    page = rita.get("/decisions").text
    for row in _read_rows(rita).values():
        assert "The tolls of Monday" in row
        assert "Isle Record" in row
    assert f'href="/articles/{OPEN.id}"' not in page
    assert f"article={OPEN.id}" not in page
    for path in set(re.findall(r'href="(/articles/[^"]+)"', page)):
        assert rita.get(path).status_code == 200
