"""The page of an article: its report or its text; its bytes, which no browser shows."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.article import Article, Credit, Role
from secondsource.collect import Collected
from secondsource.jobs.methods import METHODS
from secondsource.report.forms import FORMS
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from secondsource.web.work.job import Kind
from tests.report.sample import REPORT
from tests.web.desk import ADDRESS, carry_token
from tests.web.work.stand_in import StandInQueue

HOSTILE = "<script>alert(1)</script>"
RAW = b"<html><script>alert(1)</script></html>"
BAD = Article(
    "bad",
    f"Old words.\n{HOSTILE} \u202ehidden",
    url="https://bad.example/1",
    title=HOSTILE,
    outlet=HOSTILE,
    credits=(Credit(Role.TRANSLATOR, HOSTILE),),
)
LATER = replace(BAD, id="later/with slash", text="New words.", title="Changed")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("articles") / "archive"
    with Archive.open(folder, create=True) as archive:
        archive.add(
            [
                Collected(BAD, RAW, "text/html", "bad.html"),
                Collected(LATER, b"", "text/plain", "later"),
                Collected(REPORT.article, b"raw", "text/plain", "sample"),
            ]
        )
        archive.examinations.keep(REPORT)
    app = create_app(Settings(archive=folder, person="Anna"))
    with TestClient(app, base_url="http://127.0.0.1:8380") as client:
        yield client


def test_before_an_examination_the_text_stands_with_its_credits(reader: TestClient) -> None:
    page = reader.get("/articles/bad")
    assert page.status_code == 200
    assert "Old words." in page.text
    assert "translated by" in page.text
    assert "It has not been examined yet" in page.text
    assert 'action="/work/examine"' in page.text
    assert page.text.count("<h1") == 1


def test_hostile_text_is_only_text(reader: TestClient) -> None:
    page = reader.get("/articles/bad").text
    assert HOSTILE not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "\u202e" not in page


def test_every_text_of_the_address_is_listed(reader: TestClient) -> None:
    page = reader.get("/articles/bad").text
    assert "2 texts were found at this address" in page
    assert 'href="/articles/later%2Fwith%20slash"' in page
    assert "New words." in reader.get("/articles/later%2Fwith%20slash").text


def test_the_report_stands_on_its_page(reader: TestClient) -> None:
    page = reader.get(f"/articles/{REPORT.article.id}").text
    for part in ("h-origin", "h-voices", "h-stands", "h-article", "h-families", "h-forms"):
        assert f'id="{part}"' in page
    assert page.count("<h1") == 1
    assert "Examine it again" in page
    assert "/report/report.js" in page


def test_the_beginning_of_an_id_is_enough(reader: TestClient) -> None:
    assert "New words." in reader.get("/articles/later%2Fwith").text


def test_raw_bytes_are_a_file_and_never_a_page(reader: TestClient) -> None:
    answer = reader.get("/files/raw/bad")
    assert answer.content == RAW
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"].startswith("sandbox")


@pytest.mark.parametrize("form", [form.name for form in FORMS])
def test_every_form_of_the_report_is_a_file(reader: TestClient, form: str) -> None:
    answer = reader.get(f"/files/report/{form}/{REPORT.article.id}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.content


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/articles/nobody", 404),
        ("/files/report/html/bad", 404),
        ("/files/case/bad", 404),
        (f"/files/report/docx/{REPORT.article.id}", 422),
        (f"/articles/{REPORT.article.id}?examination=999", 404),
    ],
)
def test_what_is_not_there_is_told(reader: TestClient, path: str, status: int) -> None:
    page = reader.get(path)
    assert page.status_code == status
    assert 'role="alert"' in page.text


def test_a_report_of_another_version_can_be_made_anew(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.add([Collected(REPORT.article, b"raw", "text/plain", "sample")])
        archive.examinations.keep(REPORT)
        with archive._database.brief_transaction() as connection:
            connection.execute("UPDATE examination SET report = x'00'")
    app = create_app(Settings(archive=tmp_path, person="Anna"))
    app.state.work = queue = StandInQueue()
    with TestClient(app, ADDRESS, follow_redirects=False) as client:
        carry_token(client)
        page = client.get(f"/articles/{REPORT.article.id}")
        asked = client.post("/work/examine", data={"article": REPORT.article.id})
    assert page.status_code == 200
    assert "examined by another version of the program" in page.text
    assert 'action="/work/examine"' in page.text
    assert asked.status_code == 303
    assert [task.kind for task, _person in queue.asked] == [Kind.EXAMINE_AGAIN]


def test_an_earlier_examination_is_shown_and_not_decided_on(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.add([Collected(REPORT.article, b"raw", "text/plain", "sample")])
        earlier, latest = (archive.examinations.keep(REPORT).number for _ in range(2))
    app = create_app(Settings(archive=tmp_path, person="Anna"))
    with TestClient(app, ADDRESS) as client:
        address, said = f"/articles/{REPORT.article.id}?examination=", "taken on the latest one"
        before, now = (client.get(f"{address}{n}").text for n in (earlier, latest))
    assert said in before
    assert ">Decide<" not in before
    assert said not in now
    assert ">Decide<" in now


@pytest.mark.parametrize(
    ("methods", "told"),
    [(METHODS, False), ((*METHODS, ("translations", "by credits")), False), (METHODS[1:], True),
     ((("lineage", "by the titles"), *METHODS[1:]), True), ((), False)],
)  # fmt: skip
def test_a_report_that_an_earlier_version_made_in_another_way_says_so(
    tmp_path: Path, methods: tuple[tuple[str, str], ...], *, told: bool
) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.add([Collected(REPORT.article, b"raw", "text/plain", "sample")])
        archive.examinations.keep(replace(REPORT, methods=methods))
    with TestClient(create_app(Settings(archive=tmp_path, person="Anna")), ADDRESS) as client:
        page = client.get(f"/articles/{REPORT.article.id}").text
    assert ("was made by an earlier version of the program, which worked" in page) is told
    assert "Examine it again</button>" in page
