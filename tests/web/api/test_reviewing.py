"""Reports, claims, decisions and verdicts over the API."""

from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.collect import Collected
from secondsource.factcheck.reviews.validate import find_faults
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.report.forms import FORMS
from secondsource.report.jsonform.whole import to_json
from secondsource.web.accounts.passwords import Passwords
from secondsource.web.api.shapes import ReportShape
from secondsource.web.work.job import Job, Kind, Task
from tests.evidence.newsroom import EXAMINED
from tests.report.sample import REPORT
from tests.review.sample import OPEN, make_report, stance_key
from tests.web.desk import make_desk, open_browser
from tests.web.work.stand_in import StandInQueue

REPORT_PATH = f"/api/reports/{EXAMINED.id}"
DRAFT = {"key": stance_key(make_report(), OPEN), "article": EXAMINED.id, "verb": "unrelated"}


@pytest.fixture
def desk(tmp_path: Path, quick: Passwords) -> FastAPI:
    """A desk of several people with one kept report."""
    app = make_desk(tmp_path / "archive", quick)
    with Archive.open(tmp_path / "archive") as archive:
        archive.examinations.keep(make_report())
    return app


@pytest.fixture
def rita(desk: FastAPI) -> TestClient:
    """The browser of a reviewer."""
    return open_browser(desk, "Rita")


def _disputing(client: TestClient) -> int:
    (claim,) = client.get("/api/claims").json()["items"]
    assert isinstance(claim["disputing"], int)
    return claim["disputing"]


def test_reports_have_the_shape_that_is_described() -> None:
    assert ReportShape.model_validate(to_json(REPORT)).statements


def test_what_can_be_decided_is_listed_with_its_keys_page_by_page(rita: TestClient) -> None:
    path = f"/api/subjects/{EXAMINED.id}"
    assert rita.post("/api/decisions", json=DRAFT).is_success
    whole = rita.get(path, params={"limit": 200}).json()
    first = rita.get(path, params={"limit": 1}).json()
    second = rita.get(path, params={"limit": 1, "after": first["next"]}).json()
    assert [*first["items"], *second["items"]] == whole["items"][:2]
    assert {each["key"].partition(":")[0] for each in whole["items"]} == {
        "attribution",
        "statement",
        "stance",
        "tie",
        "edge",
    }
    (stance,) = (
        each
        for each in rita.get(path, params={"kind": "stance", "limit": 200}).json()["items"]
        if each["key"] == DRAFT["key"]
    )
    assert stance["words"] == [make_report().statements[0].text, OPEN.text]
    assert stance["machine"].startswith("disputes")
    assert "unrelated" in stance["verbs"]
    assert stance["seen"] == 1
    again = {**DRAFT, "verb": "confirm", "seen": stance["seen"]}
    assert rita.post("/api/decisions", json=again).is_success
    assert rita.get("/api/subjects/nobody").status_code == 404


def test_a_decision_on_words_that_are_gone_is_told_in_the_list(
    desk: FastAPI, rita: TestClient
) -> None:
    assert rita.post("/api/decisions", json=DRAFT).is_success
    assert rita.get("/api/decisions").json()["items"][0]["flag"] == ""
    later = replace(EXAMINED, text="Another bridge.").with_id()
    with Archive.open(desk.state.settings.archive) as archive:
        archive.add(Collected(each, b"", "text/plain", each.id) for each in (EXAMINED, later))
    (told,) = rita.get("/api/decisions").json()["items"]
    assert "look again" in told["flag"]


def test_the_queue_says_how_many_there_are_on_all_pages(rita: TestClient) -> None:
    assert rita.get("/api/claims").json()["count"] == 1
    none = rita.get("/api/claims", params={"decided": True}).json()
    assert (none["items"], none["count"]) == ([], 0)


def test_a_decision_shapes_the_report_and_the_queue_at_once(rita: TestClient) -> None:
    before = _disputing(rita)
    taken = rita.post("/api/decisions", json=DRAFT)
    assert taken.status_code == 201
    assert taken.json()["decided_by"] == "Rita"
    assert _disputing(rita) == before - 1
    (decided,) = rita.get(REPORT_PATH).json()["decided"]
    assert decided["state"] == "applied"
    assert rita.post("/api/decisions/1/undo").status_code == 201
    assert _disputing(rita) == before
    listed = rita.get("/api/decisions", params={"key": DRAFT["key"]}).json()["items"]
    assert [each["verb"] for each in listed] == ["unrelated", "undo"]
    few = {"key": DRAFT["key"], "limit": "1"}
    first = rita.get("/api/decisions", params=few).json()
    second = rita.get("/api/decisions", params={**few, "after": first["next"]}).json()
    assert [*first["items"], *second["items"]] == listed
    assert second["next"] is None


def test_of_two_at_once_the_second_is_asked_to_look(rita: TestClient) -> None:
    assert rita.post("/api/decisions", json=DRAFT).status_code == 201
    second = rita.post("/api/decisions", json={**DRAFT, "verb": "supports"})
    assert second.status_code == 409
    assert "Rita decided on this" in second.json()["detail"]
    seen = {**DRAFT, "verb": "supports", "seen": 1}
    assert rita.post("/api/decisions", json=seen).status_code == 201


def test_a_reader_may_not_decide(desk: FastAPI) -> None:
    answer = open_browser(desk, "Rob").post("/api/decisions", json=DRAFT)
    assert answer.status_code == 403


@pytest.mark.parametrize("form", [form.name for form in FORMS])
def test_every_form_is_sent_and_never_shown(rita: TestClient, form: str) -> None:
    answer = rita.get(f"/api/files/report/{form}/{EXAMINED.id}")
    assert answer.status_code == 200
    assert answer.content
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-security-policy"].startswith("sandbox")


def test_no_two_files_of_one_report_have_one_name(rita: TestClient) -> None:
    sent = (rita.get(f"/api/files/report/{form.name}/{EXAMINED.id}") for form in FORMS)
    names = [answer.headers["content-disposition"] for answer in sent]
    assert len(set(names)) == len(FORMS)
    assert f'attachment; filename="{EXAMINED.id[:16]}-claims.csv"' in names


def test_a_kept_report_is_found_by_the_beginning_of_its_id(rita: TestClient) -> None:
    whole = rita.get(REPORT_PATH).json()
    assert rita.get(f"/api/reports/{EXAMINED.id[:8]}").json() == whole


def test_a_form_that_is_not_there_is_named(rita: TestClient) -> None:
    assert "nonsense" in rita.get(f"/api/files/report/nonsense/{EXAMINED.id}").json()["detail"]


def test_what_was_not_examined_says_so(client: TestClient) -> None:
    (first, *_others) = client.get("/api/articles").json()["items"]
    answer = client.get(f"/api/reports/{first['id']}")
    assert answer.status_code == 404
    assert "not examined yet" in answer.json()["detail"]


def test_verdicts(rita: TestClient) -> None:
    given = {"claim": "The bridge is shut", "rating": "Yes", "sources": ["https://example.org/"]}
    assert rita.post("/api/verdicts", json=given).json()["decided_by"] == "Rita"
    assert rita.post("/api/verdicts", json={**given, "sources": ["x"]}).status_code == 422
    assert rita.post("/api/verdicts/1/withdraw").status_code == 201
    listed = rita.get("/api/verdicts").json()["items"]
    assert [(each["number"], each["stands"]) for each in listed] == [(2, False), (1, False)]
    first = rita.get("/api/verdicts", params={"limit": 1}).json()
    second = rita.get("/api/verdicts", params={"limit": 1, "after": first["next"]}).json()
    assert [*first["items"], *second["items"]] == listed
    assert second["next"] is None


def test_a_verdict_as_claim_review(desk: FastAPI, rita: TestClient) -> None:
    given = {"claim": "The bridge is shut", "rating": "Yes", "article": EXAMINED.id}
    rita.post("/api/verdicts", json=given)
    for path in ("/api/verdicts/1/claimreview", "/verdicts/1/claimreview"):
        bare = rita.get(path)
        assert bare.status_code == 422
        assert "address where it is published" in bare.text
    published = {**given, "url": "https://desk.example/1", "replaces": 1}
    assert rita.post("/api/verdicts", json=published).json()["url"] == "https://desk.example/1"
    assert rita.get("/api/verdicts/2").json()["replaces"] == 1
    made = open_browser(desk, "Rob").get("/api/verdicts/2/claimreview")
    assert made.headers["content-type"] == "application/ld+json"
    assert made.headers["content-disposition"].startswith("attachment")
    assert find_faults(made.json()) == []
    assert made.json()["itemReviewed"]["@type"] == "Claim"
    assert made.json() == rita.get("/verdicts/2/claimreview").json()
    assert rita.get("/api/verdicts/1/claimreview").status_code == 409
    for path in ("/api/verdicts/7", "/api/verdicts/7/claimreview", "/verdicts/7/claimreview"):
        assert rita.get(path).status_code == 404


def test_all_published_verdicts_as_claim_reviews_in_one_file(
    desk: FastAPI, rita: TestClient
) -> None:
    rob = open_browser(desk, "Rob")
    assert rob.get("/api/verdicts/claimreviews").json() == []
    assert "/verdicts/claimreviews" not in rob.get("/verdicts").text
    given_more: list[dict[str, str | int]] = [
        {"url": "https://desk.example/1"},
        {},
        {"url": "https://desk.example/3"},
        {"url": "https://desk.example/4", "replaces": 3},
        {"url": "https://desk.example/5"},
    ]
    for number, more in enumerate(given_more, start=1):
        given = {"claim": f"Claim {number}", "rating": "No", "article": EXAMINED.id, **more}
        assert rita.post("/api/verdicts", json=given).status_code == 201
    rita.post("/api/verdicts/5/withdraw")
    for path in ("/api/verdicts/claimreviews", "/verdicts/claimreviews"):
        answer = rob.get(path)
        assert answer.headers["content-type"] == "application/ld+json"
        assert answer.headers["content-disposition"].startswith("attachment")
        assert [each["url"][-1] for each in answer.json()] == ["1", "4"]
        assert [find_faults(each) for each in answer.json()] == [[], []]
    page = rob.get("/verdicts").text
    assert 'href="/verdicts/claimreviews"' in page
    assert "All 2 published verdicts" in page


def test_no_more_claim_reviews_are_promised_than_the_file_has(
    desk: FastAPI, rita: TestClient
) -> None:
    verdict = Verdict("It is shut.", "No", "Rita", url="https://desk.example/1")
    with Archive.open(desk.state.settings.archive) as archive:
        for language in ("en", "English"):  # which is no code
            archive.verdicts.record(replace(verdict, language=language))
    assert len(rita.get("/verdicts/claimreviews").json()) == 1
    assert ">1 published verdict as ClaimReview" in rita.get("/verdicts").text


def test_a_verdict_tells_why_it_is_to_be_looked_at_again(desk: FastAPI, rita: TestClient) -> None:
    first = Article("", "The bridge is shut.", url="https://example.org/bridge").with_id()
    later = replace(first, text="The bridge is open.").with_id()
    with Archive.open(desk.state.settings.archive) as archive:
        archive.add([Collected(first, b"", "text/plain", "first")])
        given = {"claim": first.text, "rating": "Yes", "article": first.id}
        assert rita.post("/api/verdicts", json=given).json()["flag"] == ""
        archive.add([Collected(later, b"", "text/plain", "later")])
    assert "look again" in rita.get("/api/verdicts/1").json()["flag"]
    assert "look again" in rita.get("/api/verdicts").json()["items"][0]["flag"]


def test_each_examination_is_listed_and_to_be_had(desk: FastAPI, rita: TestClient) -> None:
    path = f"/api/examinations/{EXAMINED.id}"
    with Archive.open(desk.state.settings.archive) as archive:
        for day in (2, 3):
            again = replace(make_report(extra=()), made_at=f"2031-07-0{day}T00:00:00+00:00")
            archive.examinations.keep(again)
    page = rita.get(path, params={"limit": 2}).json()
    rest = rita.get(path, params={"limit": 2, "after": page["next"]}).json()
    listed = [*page["items"], *rest["items"]]
    assert [each["number"] for each in listed] == [3, 2, 1]
    assert [each["latest"] for each in listed] == [True, False, False]
    assert [each["made_at"][:10] for each in listed[:2]] == ["2031-07-03", "2031-07-02"]
    assert rest["next"] is None
    former = rita.get(REPORT_PATH, params={"examination": 2}).json()
    assert former["made_at"] == listed[1]["made_at"]
    assert rita.get(REPORT_PATH).json()["made_at"] == listed[0]["made_at"]
    missing = rita.get(REPORT_PATH, params={"examination": 9})
    assert missing.status_code == 404
    assert "No examination of this number" in missing.json()["detail"]
    assert rita.get("/api/examinations/nothing-here").status_code == 404


def test_search_lists_families_with_their_copies(client: TestClient) -> None:
    found = client.get("/api/search", params={"q": "harbour"}).json()
    assert found["articles"] >= 1
    assert found["items"][0]["shown"]["passage"]


def test_search_page_by_page(client: TestClient) -> None:
    words = {"q": "harbour orchard the"}
    whole = client.get("/api/search", params=words).json()
    first = client.get("/api/search", params={**words, "limit": 1}).json()
    after = {**words, "limit": 1, "after": first["next"]}
    second = client.get("/api/search", params=after).json()
    assert [*first["items"], *second["items"]] == whole["items"]
    assert len(first["items"]) == 1
    assert second["next"] is None
    assert client.get("/api/search", params={**words, "limit": 201}).status_code == 422


def test_families_and_people_are_asked_to_be_brought_up_to_date(
    desk: FastAPI, rita: TestClient
) -> None:
    desk.state.work = queue = StandInQueue()
    answer = rita.post("/api/work/gather")
    assert (answer.status_code, answer.json()["task"]["kind"]) == (202, "gather")
    assert [(task.kind, person) for task, person in queue.asked] == [(Kind.GATHER, "Rita")]
    assert open_browser(desk, "Rob").post("/api/work/gather").status_code == 403


def test_what_was_examined_is_examined_again(desk: FastAPI, rita: TestClient) -> None:
    desk.state.work = StandInQueue()
    answer = rita.post(f"/api/articles/{EXAMINED.id}/examine")
    assert answer.json()["task"]["kind"] == "examine_again"


def test_jobs_page_by_page(desk: FastAPI, rita: TestClient) -> None:
    task = Task(Kind.GATHER, (), "the whole archive")
    jobs = [Job(number, task, "Rita", "2026-11-29T10:00:00+00:00") for number in range(1, 6)]
    desk.state.work = StandInQueue(*jobs)
    first = rita.get("/api/work", params={"limit": 3}).json()
    second = rita.get("/api/work", params={"limit": 3, "after": first["next"]}).json()
    numbers = [job["number"] for job in (*first["items"], *second["items"])]
    assert (numbers, second["next"]) == ([5, 4, 3, 2, 1], None)
    assert rita.get("/api/work", params={"after": "x"}).status_code == 422


def test_jobs_that_are_not_there(client: TestClient) -> None:
    assert client.get("/api/work").json() == {"items": [], "next": None}
    assert client.get("/api/work/7").status_code == 404
    assert client.post("/api/add", json={"address": "file:///etc/passwd"}).status_code == 422
