"""A program that receives webhooks on this machine, and notes all that it is sent."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, slots=True)
class Received:
    """One request: its path, headers and body."""

    path: str
    headers: Message
    body: bytes


class Receiver(ThreadingHTTPServer):
    """Answers with `status`, and with 429 after `most` requests that it took; with `slow` it says
    nothing for as long as it runs.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.status = 204
        self.most = 1_000
        self.taken = 0
        self.slow = False
        self.ended = threading.Event()
        self.received: list[Received] = []
        self.came = threading.Condition()

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_address[1]}/hook"

    def wait_for(self, count: int, seconds: float = 20) -> list[Received]:
        """What was received, once it is so much."""
        with self.came:
            assert self.came.wait_for(lambda: len(self.received) >= count, seconds)
            return list(self.received)


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        """Note the request and answer as the receiver is told to."""
        receiver = self.server
        assert isinstance(receiver, Receiver)
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with receiver.came:
            receiver.received.append(Received(self.path, self.headers, body))
            receiver.came.notify_all()
        if receiver.slow:
            receiver.ended.wait(60)
            return
        is_full = receiver.taken >= receiver.most
        receiver.taken += not is_full
        self.send_response(429 if is_full else receiver.status)
        if receiver.status == 302:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        """Print nothing."""


@contextmanager
def receive() -> Iterator[Receiver]:
    """A receiver that runs while the block lasts."""
    receiver = Receiver()
    thread = threading.Thread(target=receiver.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield receiver
    finally:
        receiver.ended.set()
        receiver.shutdown()
        thread.join()
        receiver.server_close()
