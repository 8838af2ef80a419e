"""Deciding over HTTP on the one claim of a small report that is open."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.jobs.decide import read_report
from secondsource.review.report import Report
from secondsource.web.accounts.passwords import Passwords
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import OPEN, make_report, stance_key
from tests.web.desk import make_desk

HTMX = {"HX-Request": "true"}
KEY = stance_key(make_report(), OPEN)


def make_desk_with_report(folder: Path, quick: Passwords) -> FastAPI:
    """A desk of several people over an archive with one kept report."""
    app = make_desk(folder, quick)
    with Archive.open(folder) as archive:
        archive.examinations.keep(make_report())
    return app


def decide(client: TestClient, verb: str, seen: str = "", **given: str) -> int:
    """The status of the answer to a decision on the claim's passage."""
    form = {"key": KEY, "article": EXAMINED.id, "verb": verb, "seen": seen, **given}
    return client.post("/decisions", data=form, headers=HTMX).status_code


def read_kept(app: FastAPI) -> Report:
    """The report as people's decisions make it now."""
    with Archive.open(app.state.settings.archive) as archive:
        return read_report(archive, EXAMINED.id)


def ask_form(client: TestClient, headers: dict[str, str] | None = None) -> str:
    """The form to decide on the passage."""
    params = {"key": KEY, "article": EXAMINED.id}
    answer = client.get("/decisions/on", params=params, headers=headers or {})
    assert answer.status_code == 200
    return answer.text
