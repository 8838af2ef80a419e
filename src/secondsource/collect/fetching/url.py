"""Addresses: fetching one page over http(s), within limits and not from the own network."""

import re
import time
from dataclasses import replace
from email.message import Message
from urllib.parse import urljoin

import httpx

from secondsource.addresses import hide_user
from secondsource.collect.fetching.target import Resolve, find_target, is_public
from secondsource.collect.fetching.watch import Watch
from secondsource.collect.options import CollectOptions
from secondsource.collect.page import Page, Stamp
from secondsource.errors import FetchError

_USER_AGENT = "secondsource/0.1 (reads one article at a person's request)"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LONGEST_STAMP = 500
# A chunk of these grows at most a thousandfold; of Brotli or zstd it could fill the memory before
# its length is seen.
_ENCODINGS = frozenset({"deflate", "gzip", "identity"})


def fetch_page(
    address: str,
    options: CollectOptions,
    transport: httpx.BaseTransport | None = None,
    resolve: Resolve | None = None,
) -> Page:
    """The page at an address, followed through its redirects.

    Args:
        address: an http or https address.
        options: limits on bytes, seconds and redirects, whether private addresses may be
            asked, and since which state of the page.
        transport: what carries the request, for tests; the network when None.
        resolve: what turns a host name into numeric addresses, for tests.

    Raises:
        FetchError: the address is not http(s), is private, does not answer, answers with an
            error, or sends too much.
    """
    deadline = time.monotonic() + options.timeout
    with (
        Watch(deadline) as watch,
        httpx.Client(transport=transport, timeout=options.timeout, trust_env=False) as client,
    ):
        for _ in range(options.max_redirects + 1):
            request = _build_request(client, address, options, resolve)
            request.extensions["trace"] = watch.trace
            shown = hide_user(address)
            try:
                answer = _send(client, request, options.max_bytes, deadline)
            except httpx.HTTPError as error:
                if watch.ended:
                    raise FetchError(_say_too_slow(shown)) from error
                kind = str(error) or type(error).__name__
                raise FetchError(f"{shown} did not answer ({kind}): try again later") from error
            if isinstance(answer, Page):
                return replace(answer, url=shown)
            address = _follow(address, answer)
            if is_public(request.url.host):  # whom a stranger may not send to the own network
                options = replace(options, allow_private=False)
    raise FetchError(
        f"{hide_user(address)} redirects more than {options.max_redirects} times: give the final "
        "address"
    )


def _follow(address: str, location: str) -> str:
    """Where a redirect leads."""
    try:
        return urljoin(address, location)
    except ValueError as error:
        shown = location[:200]
        raise FetchError(
            f"{hide_user(address)} redirects to no address ({shown}): open it yourself"
        ) from error


def _build_request(
    client: httpx.Client, address: str, options: CollectOptions, resolve: Resolve | None
) -> httpx.Request:
    """The request for an address, aimed at the numeric address that was checked."""
    target = find_target(address, allow_private=options.allow_private, resolve=resolve)
    headers = {"Host": target.host, "User-Agent": _USER_AGENT, "Accept": "*/*"}
    headers["Accept-Encoding"] = ", ".join(sorted(_ENCODINGS))
    headers |= _ask_since(options.since)
    request = client.build_request("GET", target.url, headers=headers)
    request.extensions["sni_hostname"] = target.server
    return request


def _ask_since(stamp: Stamp | None) -> dict[str, str]:
    """The headers that ask for a page only if it is newer than the stamp."""
    given = {
        "If-None-Match": stamp.etag if stamp else None,
        "If-Modified-Since": stamp.modified if stamp else None,
    }
    return {name: value for name, value in given.items() if value}


def _send(
    client: httpx.Client, request: httpx.Request, max_bytes: int, deadline: float
) -> Page | str:
    """The page, or the address that it redirects to."""
    shown = f"{request.url.scheme}://{request.headers['Host']}{request.url.path}"
    response = client.send(request, stream=True)
    try:
        if response.status_code in _REDIRECTS and "location" in response.headers:
            return response.headers["location"]
        if response.status_code == 304 and _was_asked_since(request):
            return Page(b"", None, None, str(request.url), unchanged=True)
        if response.status_code != 200:
            status = f"{response.status_code} {response.reason_phrase}".strip()
            raise FetchError(f"{shown} answered {status}: open it in a browser and save the page")
        encoding = response.headers.get("content-encoding", "identity").strip().lower()
        if encoding not in _ENCODINGS:
            raise FetchError(f"{shown} is packed with {encoding[:40]!r}: save the page and add it")
        data = _read_body(response, shown, max_bytes, deadline)
    finally:
        response.close()
    media_type, charset = _content_type(response.headers.get("content-type", ""))
    return Page(data, media_type, charset, str(request.url), _read_stamp(response))


def _was_asked_since(request: httpx.Request) -> bool:
    return "if-none-match" in request.headers or "if-modified-since" in request.headers


def _read_stamp(response: httpx.Response) -> Stamp | None:
    """What the server knows this state of the page by; None where it says nothing, or too much."""
    found = (response.headers.get("etag"), response.headers.get("last-modified"))
    etag, modified = (
        value if value and len(value) <= _LONGEST_STAMP and value.isascii() else None
        for value in found
    )
    return Stamp(etag, modified) if etag or modified else None


def _read_body(response: httpx.Response, shown: str, max_bytes: int, deadline: float) -> bytes:
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > max_bytes:
            raise FetchError(f"{shown} sends more than {max_bytes:,} bytes: save it and cut it")
        if time.monotonic() > deadline:
            raise FetchError(_say_too_slow(shown))
    return bytes(data)


def _say_too_slow(shown: str) -> str:
    return f"{shown} takes too long: try again later or save the page"


def _content_type(header: str) -> tuple[str | None, str | None]:
    message = Message()
    message["content-type"] = header
    return (message.get_content_type() if header else None), message.get_content_charset()


def is_web_address(source: str) -> bool:
    """Whether a source is written as an address (scheme://…) and not as a path."""
    return _ADDRESS.match(source) is not None
