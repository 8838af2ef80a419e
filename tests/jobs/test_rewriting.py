"""The option of a language model, against a server of our own on loopback."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from secondsource.article import Article, Span
from secondsource.jobs.rewriting import Endpoint, Rewriter
from secondsource.reading.statement import Kind, Statement

TEXT = "Maria Kessler won in 2019. She sold the mill."
ARTICLE = Article("", TEXT, language="en").with_id()
STATEMENT = Statement("s", Span(27, 45), TEXT[27:45], Kind.CLAIM, 0.5, True, ())
OWN = "Maria Kessler sold the mill."


def answer(text: str, *parts: str) -> bytes:
    """An answer of a server, as these servers give it."""
    content = json.dumps({"statements": [{"number": 0, "text": text, "parts": parts}]})
    return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


@contextmanager
def serve(body: bytes, *, status: int = 200, wait: float = 0.0) -> Iterator[tuple[str, list[str]]]:
    """A server that gives one answer to everything; yields its address and what it was sent."""
    sent: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            time.sleep(wait)
            self.send_response(status)
            self.end_headers()
            try:
                self.wfile.write(body)
            except OSError:
                return

        def log_message(self, *_: object) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/v1", sent
        server.shutdown()
        thread.join()


def test_a_good_answer_is_used_and_what_was_sent_is_told() -> None:
    with serve(answer("The mill was sold by Maria Kessler.")) as (url, sent):
        rewriter = Rewriter(Endpoint(url, "small", key="k"))
        (question,) = rewriter(ARTICLE, [STATEMENT])
    assert question.whole.text == "The mill was sold by Maria Kessler."
    assert question.endpoint
    assert "She sold the mill" in sent[0]
    assert url in rewriter.say()
    assert "1 statement," in rewriter.say()


@pytest.mark.parametrize(
    "body",
    [
        answer("Maria Kessler sold 12 mills."),  # a number that the article has not
        answer("Maria Kessler of Dunmere sold the mill."),  # a name that it has not
        answer(""),
        b"{broken",
        b"[]",
        b'{"choices": []}',
        b"x" * 1_500_000,
    ],
)
def test_what_may_not_be_used_leaves_the_own_text(body: bytes) -> None:
    with serve(body) as (url, _):
        rewriter = Rewriter(Endpoint(url, "small"))
        (question,) = rewriter(ARTICLE, [STATEMENT])
    assert question.whole.text == OWN
    assert not question.endpoint
    assert rewriter.taken == 0


def test_an_error_and_a_slow_server_leave_the_own_text_and_are_told() -> None:
    with serve(b"no", status=500) as (url, _):
        rewriter = Rewriter(Endpoint(url, "small"))
        assert rewriter(ARTICLE, [STATEMENT])[0].whole.text == OWN
        assert "500" in rewriter.say()
    with serve(answer(OWN), wait=1.0) as (url, _):
        rewriter = Rewriter(Endpoint(url, "small", seconds=0.2))
        assert rewriter(ARTICLE, [STATEMENT])[0].whole.text == OWN
        assert "Timeout" in rewriter.say()
