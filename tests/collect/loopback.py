"""A web server on this machine for tests: pages by path, with the server's marks of their state."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MODIFIED = "Tue, 18 Feb 2025 09:12:00 GMT"


class Site(ThreadingHTTPServer):
    """Serves pages, and notes what was asked for and how it was answered."""

    daemon_threads = True

    def __init__(self, pages: Mapping[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages = dict(pages)
        self.log: list[tuple[str, int]] = []

    @property
    def address(self) -> str:
        """Where it is, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer with the page, or with 304 where the asker has it, or with 404."""
        site = self.server
        assert isinstance(site, Site)
        body = site.pages.get(self.path)
        tag = f'"{hash(body)}"'
        status = 404 if body is None else 200
        if body is not None and self.headers.get("If-None-Match") == tag:
            status = 304
        site.log.append((self.path, status))
        self.send_response(status)
        self.send_header("ETag", tag)
        self.send_header("Last-Modified", MODIFIED)
        sent = body if status == 200 and body is not None else b""
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, *_words: object) -> None:
        """Print nothing."""


@contextmanager
def serve_site(pages: Mapping[str, bytes]) -> Iterator[Site]:
    """A site that is served while the block lasts; its pages may be changed meanwhile."""
    site = Site(pages)
    thread = threading.Thread(target=site.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        thread.join()
        site.server_close()
