"""The connections of a real server: so many, and each says soon what it is for."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from fastapi import FastAPI, Request
from starlette.responses import PlainTextResponse

from secondsource.web import connections
from secondsource.web.connections import BoundedConnection
from tests.web.serving import serve

HEAD = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"


async def _answer(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server that gives two connections half a second."""
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.5)
    monkeypatch.setattr(connections, "MOST", 2)
    app = FastAPI()
    app.add_route("/", _answer, methods=["POST"])
    with serve(app, http=BoundedConnection) as address:
        yield int(address.rpartition(":")[2])


def connect(port: int) -> socket.socket:
    """A connection whose answers are waited for."""
    return socket.create_connection(("127.0.0.1", port), timeout=20)


def read_answer(connection: socket.socket) -> bytes:
    """The whole answer, which may come in pieces; all until the server ends the connection."""
    answer = b""
    while not answer.endswith(b"\r\n\r\n4") and (piece := connection.recv(1_000)):
        answer += piece
    return answer


def is_closed(connection: socket.socket) -> bool:
    """Whether the server ends a connection without a word."""
    try:
        return connection.recv(1_000) == b""
    except ConnectionResetError:
        return True


@pytest.mark.parametrize("begun", [b"", b"P", HEAD])
def test_a_head_that_does_not_come_ends_the_connection(port: int, begun: bytes) -> None:
    with connect(port) as connection:
        connection.sendall(begun)
        assert is_closed(connection)


def test_the_next_head_is_waited_for_as_long(port: int) -> None:
    with connect(port) as connection:
        connection.sendall(HEAD + b"\r\nbody")
        assert read_answer(connection).startswith(b"HTTP/1.1 200")
        connection.sendall(HEAD)
        assert is_closed(connection)


def test_a_body_may_take_longer_than_a_head(port: int) -> None:
    with connect(port) as connection:
        connection.sendall(HEAD + b"\r\n")
        connection.settimeout(1.5)
        with pytest.raises(TimeoutError):
            connection.recv(1_000)
        connection.sendall(b"body")
        assert read_answer(connection).endswith(b"\r\n\r\n4")


def test_one_connection_too_many_is_not_taken_up(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 60.0)
    with ExitStack() as stack:
        first, *_others = [stack.enter_context(connect(port)) for _ in range(2)]
        assert is_closed(stack.enter_context(connect(port)))
        first.sendall(HEAD + b"\r\nbody")
        assert read_answer(first).startswith(b"HTTP/1.1 200")
