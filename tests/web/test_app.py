"""The frame of the workbench: pages in the reader's language, and clear failures."""

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.errors import ArchiveError, ArchiveMissingError, ArchiveReadOnlyError
from secondsource.web.app import create_app
from secondsource.web.pages.language import keep_inside
from secondsource.web.settings import Settings
from tests.web.desk import ADDRESS


def test_the_first_page_tells_what_the_archive_holds(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert "two articles" in page.text or "2 articles" in page.text
    assert '<html lang="en">' in page.text


@pytest.mark.parametrize(
    "path", ["/report/base.css", "/report/report.js", "/static/workbench.css", "/static/icon.svg"]
)
def test_what_pages_name_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200


def test_a_page_that_is_not_there_says_so(client: TestClient) -> None:
    page = client.get("/nowhere")
    assert page.status_code == 404
    assert "There is no such page." in page.text


def test_under_api_failures_are_json(client: TestClient) -> None:
    answer = client.get("/api/nowhere")
    assert answer.status_code == 404
    assert answer.json() == {"detail": "There is no such page."}


@pytest.mark.parametrize("path", ["/", "/search?q=harbour", "/articles/none", "/api/coverage"])
def test_head_answers_as_get_without_a_body(client: TestClient, path: str) -> None:
    head, page = client.head(path), client.get(path)
    assert head.status_code == page.status_code
    assert head.headers["content-type"] == page.headers["content-type"]
    assert head.content == b""


@pytest.mark.parametrize(
    "path",
    [
        "/articles/none",
        "/api/articles/none",
        "/api/reports/none",
        "/verdicts/new?replaces=9",
    ],
)
def test_no_failure_tells_where_the_archive_is(client: TestClient, path: str, folder: Path) -> None:
    answer = client.get(path)
    assert answer.status_code >= 400
    assert str(folder) not in answer.text


def test_a_write_to_an_archive_that_is_only_read(app: FastAPI, folder: Path) -> None:
    @app.get("/write")
    def write() -> None:
        raise ArchiveReadOnlyError(f"{folder} is read-only")

    with TestClient(app, ADDRESS) as client:
        page = client.get("/write")
    assert page.status_code == 403
    assert "This archive can only be read here" in page.text
    assert str(folder) not in page.text


def test_a_missing_archive_is_told_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissingError):
        create_app(Settings(archive=tmp_path / "none"))


def test_a_crash_is_one_line_and_not_its_details(app: FastAPI) -> None:
    @app.get("/crash")
    def crash() -> None:
        raise ValueError("secret detail")

    with TestClient(app, ADDRESS, raise_server_exceptions=False) as client:
        page = client.get("/crash")
        in_russian = client.get("/crash", headers={"Accept-Language": "ru"}).text
    assert "Здесь что-то сломалось" in in_russian
    assert page.status_code == 500
    assert "secret detail" not in page.text
    assert 'role="alert"' in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/search?q=a", "/search?q=a"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("/a\r\nSet-Cookie: x", "/"),
        ("", "/"),
    ],
)
def test_going_back_stays_inside(address: str, kept: str) -> None:
    assert keep_inside(address) == kept


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("desk", False)],
)
def test_local_means_this_machine_only(host: str, local: bool) -> None:
    assert Settings(archive=Path(), host=host).is_local is local


def test_accounts_that_cannot_be_read_are_told_before_the_first_reader(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True):
        (tmp_path / "accounts.db").write_bytes(b"garbage" * 500)
    with pytest.raises(ArchiveError, match=r"accounts\.db is not a database .* Put back a copy"):
        create_app(Settings(archive=tmp_path, person="Anna"))
