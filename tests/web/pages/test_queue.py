"""The queue of claims says of each what its report says, and which readings are unsure."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.archive import Archive, migrations
from secondsource.archive.claims import QueueFilter
from secondsource.archive.migrations import load_migrations
from secondsource.evidence.finding import Evidence, Finding, PartFinding, Stance, Standing
from secondsource.evidence.query.question import Part
from secondsource.report.page import make_page
from secondsource.review.report import Report
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.review.sample import make_report
from tests.web.desk import ADDRESS


def _read(report: Report, supports: float, disputes: float) -> Report:
    """The report, every passage read with these scores."""
    scores = {Stance.SUPPORTS: supports, Stance.DISPUTES: disputes}

    def score(piece: Evidence) -> Evidence:
        return replace(piece, score=scores.get(piece.stance, piece.score))

    def score_all(finding: Finding) -> Finding:
        origins = (replace(o, evidence=tuple(map(score, o.evidence))) for o in finding.origins)
        return replace(finding, origins=tuple(origins))

    return replace(report, findings=tuple(map(score_all, report.findings)))


def _ask(folder: Path) -> str:
    with TestClient(create_app(Settings(archive=folder, person="Anna")), ADDRESS) as client:
        return client.get("/claims?state=").text


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ((0.9, 0.9), "3 say the same, 1 says the contrary, 1 echo"),
        ((0.5, 0.9), "3 may say the same, 1 says the contrary, 1 echo"),
        ((0.9, 0.5), "3 say the same, 1 may say the contrary, 1 echo"),
    ],
)
def test_the_queue_says_what_the_report_says(
    tmp_path: Path, scores: tuple[float, float], words: str
) -> None:
    report = _read(make_report(), *scores)
    with Archive.open(tmp_path, create=True) as archive:
        archive.examinations.keep(report)
    (claim,) = make_page(report).claims
    assert claim.tally.startswith(words)
    assert f": {claim.tally}." in _ask(tmp_path)


def test_the_api_says_how_many_only_may(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.examinations.keep(_read(make_report(), 0.5, 0.9))
    app = create_app(Settings(archive=tmp_path, person="Anna"))
    with TestClient(app, ADDRESS) as client:
        (claim,) = client.get("/api/claims").json()["items"]
    assert (claim["supporting"], claim["may_support"]) == (3, 3)
    assert (claim["disputing"], claim["may_dispute"]) == (1, 0)


def test_the_queue_tells_the_facts_of_a_claim_as_the_report_does(tmp_path: Path) -> None:
    report = make_report()
    (finding,) = report.findings
    parts = tuple(
        PartFinding(Part(f"p{n}", "The bridge is shut.", ()), standing, "Said.", ())
        for n, standing in enumerate((Standing.DISPUTED, Standing.ECHOED))
    )
    report = replace(report, findings=(replace(finding, parts=parts),))
    with Archive.open(tmp_path, create=True) as archive:
        archive.examinations.keep(report)
    (claim,) = make_page(report).claims
    assert "of its 2 facts 1 disputed, 1 only echoed" in claim.tally
    assert f": {claim.tally}." in _ask(tmp_path)
    with TestClient(create_app(Settings(archive=tmp_path, person="Anna")), ADDRESS) as client:
        (listed,) = client.get("/api/claims").json()["items"]
    assert listed["facts"] == ["disputed", "echoed"]


def test_the_claims_of_an_earlier_version_are_filled_when_examined_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = [step for step in load_migrations() if step.number < 11]
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "load_migrations", lambda *_package: former)
        Archive.open(tmp_path, create=True).close()
    report = make_report()
    with Archive.open(tmp_path) as archive:
        archive.examinations.keep(report)
        with archive._database.brief_transaction() as connection:
            connection.execute("UPDATE claim SET may_support = NULL, may_dispute = NULL")
        (before,) = archive.examinations.claims.read(QueueFilter(), 5)
        assert before.may_support is None
        assert re.search(
            r"3 say or may say the same, 1 says or may say the contrary", _ask(tmp_path)
        )
        archive.examinations.keep(report)
        (after,) = archive.examinations.claims.read(QueueFilter(), 5)
    assert replace(after, may_support=None, may_dispute=None) == before
    assert after.may_support is not None
    assert "or may say" not in _ask(tmp_path)
