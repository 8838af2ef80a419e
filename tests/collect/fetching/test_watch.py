"""A server that sends a byte now and then is given up in time."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from secondsource.collect import CollectOptions
from secondsource.collect.fetching.url import fetch_page
from secondsource.errors import FetchError

OK = b"HTTP/1.1 200 OK\r\n"
BODY = OK + b"Content-Type: text/html\r\nContent-Length: 100000\r\n"


@pytest.fixture(params=["head", "body", "packed", "TLS"])
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    """Of a server that is slow in that part of its answer, for twenty seconds at most."""
    begin, then = {
        "head": (OK, b"X: y\r\n"),
        "body": (BODY + b"\r\n", b"x"),
        "packed": (BODY + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x10" + b"\0" * 5, b"n"),
        "TLS": (b"\x16\x03\x03\x40\x00", b"\0"),
    }[request.param]
    over = threading.Event()

    def answer() -> None:
        with suppress(OSError), listening.accept()[0] as connection:
            connection.recv(10_000)
            connection.sendall(begin)
            for _ in range(200):
                connection.sendall(then)
                if over.wait(0.1):
                    return

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=answer)
        thread.start()
        scheme = "https" if request.param == "TLS" else "http"
        yield f"{scheme}://127.0.0.1:{listening.getsockname()[1]}/"
        over.set()
        thread.join()


def test_the_time_of_a_page_is_for_all_of_it(address: str) -> None:
    start = time.monotonic()
    with pytest.raises(FetchError, match="takes too long"):
        fetch_page(address, CollectOptions(allow_private=True, timeout=1.0))
    assert time.monotonic() - start < 10
