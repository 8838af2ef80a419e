"""The receiver in the documentation takes what the workbench sends, and nothing else."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from secondsource.archive import Archive
from secondsource.errors import DeliveryError
from secondsource.evidence.finding import Standing
from secondsource.web.hooks.message import Message, write_change
from secondsource.web.hooks.posting import Poster
from tests.web.hooks.conftest import Newsroom

_PAGE = Path(__file__).parents[3] / "docs" / "workbench-api.md"


@pytest.fixture
def example() -> dict[str, object]:
    """What the example in the documentation defines."""
    (code,) = re.findall(r"```python\n(.*?)```", _PAGE.read_text(encoding="utf-8"), re.S)
    defined: dict[str, object] = {"__name__": "example"}
    exec(code, defined)
    return defined


@contextmanager
def _serve(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    handler.log_message = lambda *_words: None  # type: ignore[method-assign]
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


def test_the_example_takes_what_is_sent(
    example: dict[str, object], newsroom: Newsroom, capsys: pytest.CaptureFixture[str]
) -> None:
    newsroom.change(Standing.ECHOED)
    with Archive.open(newsroom.folder) as archive:
        (change,) = archive.examinations.changes.read(0, 9)
    message = write_change(change, 1, str(example["SECRET"]), datetime.now(UTC))
    forged = replace(message, body=message.body.replace(b"echoed", b"disputed"))
    handler = example["Receiver"]
    assert isinstance(handler, type)
    with _serve(handler) as address:
        for _ in range(2):
            Poster(allow_private=True).post(address, message)
        with pytest.raises(DeliveryError, match="answered 403"):
            Poster(allow_private=True).post(address, forged)
    assert capsys.readouterr().out.count("'after': 'echoed'") == 1


def test_the_example_takes_nothing_old(example: dict[str, object], newsroom: Newsroom) -> None:
    newsroom.change(Standing.ECHOED)
    with Archive.open(newsroom.folder) as archive:
        (change,) = archive.examinations.changes.read(0, 9)
    is_genuine: Callable[[object, bytes], bool] = example["is_genuine"]  # type: ignore[assignment]

    def make(age: timedelta, secret: object = example["SECRET"]) -> Message:
        return write_change(change, 1, str(secret), datetime.now(UTC) - age)

    for message, genuine in (
        (make(timedelta()), True),
        (make(timedelta(minutes=6)), False),
        (make(timedelta(), "another"), False),
    ):
        assert is_genuine(message.headers, message.body) is genuine
