"""What no browser sends: a real server answers it plainly, gives no file away and does not fail."""

import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from secondsource.web.app import create_app
from secondsource.web.connections import BoundedConnection
from secondsource.web.settings import Settings
from tests.web.serving import serve
from tests.web.work.stand_in import StandInQueue

PATHS = [
    "/static/../../../../etc/passwd",
    "/static/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "/static/..%2f..%2f..%2f..%2fetc%2fpasswd",
    "/static//etc/passwd",
    "/report/..%2f..%2f..%2fetc%2fpasswd",
    "/files/raw/..%2f..%2f..%2fetc%2fpasswd",
    "/files/report/..%2f..%2fetc%2fpasswd/x",
    "//etc/passwd",
    "/\\..\\..\\etc\\passwd",
    "http://evil.example/",
    "/%00",
    "/articles/%00",
    "/articles/%ed%a0%80",
    "/families/%ff",
    "/people/%00",
    "/work/99999999999999999999999",
    "/search?q=%ed%a0%80%00",
    "/search?q=" + "(" * 5_000,
    "/api/search?q=" + "%22" * 3_001,
    "/search?q=a~1000000+b^1e999+title:*+[a+TO+z]",
    "/?" + "a" * 50_000,
]
HEADERS = [
    b"X: " + b"a" * 200_000,
    b"\r\n".join(b"X%d: y" % number for number in range(20_000)),
    b"Cookie: session=" + b"\xff" * 5_000 + b"; ;=;language=\xed\xa0\x80",
    b"Accept-Language: ru;q=nan," + b"a," * 10_000,
    b"Authorization: Bearer \xff",
    b"Content-Length: 5\r\nTransfer-Encoding: chunked",
    b"Content-Length: 5\r\nContent-Length: 6",
    b"Range: bytes=" + b"0-1," * 2_000,
    b"Connection: Upgrade\r\nUpgrade: websocket",
]
HOSTS = [b"evil.example", b"127.0.0.1@evil.example", b"127.0.0.1.evil.example", b"", b"[", b"::1"]
PART = b'--b\r\nContent-Disposition: form-data; name="files"; filename="%s"\r\n\r\n1\r\n'
JSON, FORM, FILES = (
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=b",
)
BODIES = [
    ("/api/decisions", JSON, b"[" * 500_000),
    ("/api/verdicts", JSON, b'{"a":' * 100_000),
    ("/api/add", JSON, b'{"address":' + b"1" * 6_000 + b"}"),
    ("/api/add", JSON, b'{"address":NaN}'),
    (
        "/api/decisions",
        JSON,
        b'{"key":"\\ud800","article":"\\udfff","verb":"note","value":"\\ud800"}',
    ),
    ("/api/webhooks", JSON, b'{"address":"\xff"}'),
    ("/add/address", FORM, b"a&" * 400_000),
    ("/add/address", FORM, b"address=" + b"%F0" * 2_000),
    ("/add/upload", "multipart/form-data", b"x"),
    ("/add/upload", FILES, b"--b\r\nX: " + b"a" * 900_000),
    ("/add/upload", FILES, PART % b"a.txt" * 5_000 + b"--b--\r\n"),
    ("/add/upload", FILES, PART % b"../../../../tmp/\xff\0evil.txt" + b"--b--\r\n"),
]


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Of a workbench, served as `secondsource serve` does it."""
    app = create_app(Settings(archive=folder, person="Anna"))
    app.state.work = StandInQueue()
    with serve(app, http=BoundedConnection, log_level="critical") as address:
        yield address


def ask(address: str, path: bytes, headers: bytes, host: bytes = b"127.0.0.1") -> bytes:
    """All that is answered to a request that is sent as it stands."""
    port = int(address.rpartition(":")[2])
    answer = b""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        try:
            connection.sendall(
                b"GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n\r\n"
                % (path, host, headers)
            )
            while piece := connection.recv(65_536):
                answer += piece
        except ConnectionResetError:  # what was sent after the refusal was not read any more
            pass
    return answer


@pytest.mark.parametrize("path", PATHS, ids=range(len(PATHS)))
def test_paths(address: str, path: str) -> None:
    answer = ask(address, path.encode("latin-1"), b"Accept: */*")
    assert answer[9:12] in (b"200", b"404", b"422")
    assert b"root:" not in answer


@pytest.mark.parametrize("headers", HEADERS, ids=range(len(HEADERS)))
def test_headers(address: str, headers: bytes) -> None:
    assert ask(address, b"/", headers)[9:12] in (b"", b"200", b"400")


@pytest.mark.parametrize("host", HOSTS)
def test_hosts(address: str, host: bytes) -> None:
    assert ask(address, b"/", b"Accept: */*", host)[9:12] == b"421"


@pytest.mark.parametrize(("path", "kind", "body"), BODIES, ids=range(len(BODIES)))
def test_bodies(address: str, path: str, kind: str, body: bytes) -> None:
    with httpx.Client(base_url=address, timeout=60) as client:
        headers = {"X-CSRF-Token": client.get("/api/me").json()["csrf"], "Content-Type": kind}
        answer = client.post(path, content=body, headers=headers)
        assert answer.status_code in (303, 400, 413, 422)
        assert client.get("/").status_code == 200
