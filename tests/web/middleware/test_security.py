"""What answers say to browsers, and how much a request may bring."""

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from secondsource.web.accounts.passwords import Passwords
from secondsource.web.middleware import bodies
from secondsource.web.shared.places import Places
from tests.web.desk import ADDRESS, carry_token, make_desk
from tests.web.serving import serve
from tests.web.work.stand_in import StandInQueue


@pytest.mark.parametrize(
    "path", ["/", "/nowhere", "/api/articles", "/api/nowhere", "/static/workbench.css", "/me"]
)
def test_every_answer_has_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"].split("; ")
    assert {"default-src 'none'", "script-src 'self'", "style-src 'self'"} <= set(policy)
    assert {"frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"} <= set(policy)
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"


def test_refusals_have_them_too(app: FastAPI) -> None:
    refused = TestClient(app, "http://evil.example").get("/")
    assert refused.status_code == 421
    assert "frame-ancestors 'none'" in refused.headers["content-security-policy"]


def test_private_pages_are_kept_nowhere(client: TestClient) -> None:
    for path in ("/", "/me", "/users", "/api/articles", "/nowhere"):
        assert client.get(path).headers["cache-control"] == "no-store"
    assert client.get("/report/palette.css").headers["cache-control"] == "max-age=3600"


def test_pages_need_no_inline_style_or_script(client: TestClient) -> None:
    for path in ("/", "/me", "/users"):
        page = client.get(path).text
        assert "<style" not in page
        assert " style=" not in page
        assert "<script>" not in page
        assert " onclick" not in page


@pytest.fixture
def echo(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A workbench with a route that reads all it is sent, and small limits."""
    monkeypatch.setattr(bodies, "MOST_BYTES", 1_000)
    monkeypatch.setattr(bodies, "MOST_UPLOADED_BYTES", 5_000)

    @app.post("/echo")
    async def count(request: Request) -> int:
        return len(await request.body())

    with TestClient(app, ADDRESS) as client:
        carry_token(client)
        yield client


def _pieces(total: int) -> Iterator[bytes]:
    for start in range(0, total, 100):
        yield b"x" * min(100, total - start)


@pytest.mark.parametrize(
    ("size", "kind", "status"),
    [
        (1_000, "text/plain", 200),
        (1_001, "text/plain", 413),
        (5_000, "multipart/form-data; boundary=x", 200),
        (5_001, "multipart/form-data; boundary=x", 413),
    ],
)
@pytest.mark.parametrize("streamed", [True, False])
def test_a_request_that_brings_too_much(
    echo: TestClient, size: int, kind: str, status: int, streamed: bool
) -> None:
    content = _pieces(size) if streamed else b"x" * size
    answer = echo.post("/echo", content=content, headers={"Content-Type": kind})
    assert answer.status_code == status
    if status == 413:
        assert "too long" in answer.text or "more than" in answer.text


def test_a_length_that_lies_helps_nobody(echo: TestClient) -> None:
    for said in ("1", "-5", "9" * 30, "x"):
        headers = {"Content-Type": "text/plain", "Content-Length": said}
        assert echo.post("/echo", content=_pieces(2_000), headers=headers).status_code == 413


def test_strangers_bring_little(tmp_path: Path, quick: Passwords) -> None:
    client = TestClient(make_desk(tmp_path / "desk", quick), ADDRESS)
    client.get("/login")
    form = {"name": "Ann", "password": "x" * 20_000}
    assert client.post("/login", data=form).status_code == 413


@pytest.fixture
def slow_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing may be waited for longer than a fraction of a second."""
    monkeypatch.setattr(bodies, "SECONDS", 0.5)
    monkeypatch.setattr(bodies, "STALL_SECONDS", 0.2)


@pytest.mark.usefixtures("slow_limits")
@pytest.mark.parametrize(("pause", "pieces"), [(2.0, 2), (0.05, 100)])
def test_a_body_that_comes_too_slowly_is_refused(app: FastAPI, pause: float, pieces: int) -> None:
    def send_slowly() -> Iterator[bytes]:
        for _ in range(pieces):
            yield b"a=b&"
            time.sleep(pause)

    with serve(app) as address, httpx.Client(base_url=address) as client:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = client.post("/add/address", content=send_slowly(), headers=headers)
        assert client.get("/add").status_code == 200
    assert answer.status_code == 408
    assert "took too long to arrive" in answer.text


def test_a_few_uploads_arrive_at_one_time(
    app: FastAPI, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.state.work = StandInQueue()
    files = {"files": ("a.txt", b"words")}
    assert client.post("/api/add/files", files=files).status_code == 202
    monkeypatch.setattr(Places, "take", lambda _places, _person: False)
    for path in ("/api/add/files", "/add/upload"):
        answer = client.post(path, files=files)
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
        assert "Other files are being uploaded just now" in answer.text
