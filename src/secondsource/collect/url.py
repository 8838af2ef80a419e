"""Addresses: fetching one page over http(s), within limits and not from the own network.

The address that a name resolves to is checked and then connected to itself, so that a second
look-up cannot lead elsewhere (DNS rebinding).
"""

import ipaddress
import re
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from email.message import Message
from urllib.parse import urljoin

import httpx

from secondsource.collect.options import CollectOptions, Page, Stamp
from secondsource.errors import FetchError

Resolve = Callable[[str, int], Sequence[str]]
USER_AGENT = "secondsource/0.1 (reads one article at a person's request)"
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
REDIRECTS = frozenset({301, 302, 303, 307, 308})
LONGEST_STAMP = 500
# A chunk of these grows at most a thousandfold; of Brotli or zstd it could fill the memory before
# its length is seen.
ENCODINGS = frozenset({"deflate", "gzip", "identity"})
# What a gateway between IPv6 and IPv4 translates (RFC 6052): the last four bytes are IPv4.
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


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
    with httpx.Client(transport=transport, timeout=options.timeout, trust_env=False) as client:
        for _ in range(options.max_redirects + 1):
            request = _build_request(client, address, options, resolve or resolve_host)
            try:
                answer = _send(client, request, options.max_bytes, deadline)
            except httpx.HTTPError as error:
                kind = str(error) or type(error).__name__
                raise FetchError(f"{address} did not answer ({kind}): try again later") from error
            if isinstance(answer, Page):
                return replace(answer, url=address)
            address = _follow(address, answer)
    raise FetchError(
        f"{address} redirects more than {options.max_redirects} times: give the final address"
    )


def resolve_host(host: str, port: int) -> Sequence[str]:
    """The numeric addresses of a host name.

    Raises:
        FetchError: the name is not known.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"the host {host} is not known ({error}): check the address") from error
    return [str(entry[4][0]) for entry in found]


def is_public(numeric: str) -> bool:
    """Whether a numeric address is on the public internet, not this machine or its network."""
    address = ipaddress.ip_address(numeric.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or _behind_gateway(address)
        if inner is not None:
            return is_public(str(inner))
        if address.is_site_local or address.is_reserved:
            return False
    return address.is_global and not address.is_multicast


def _behind_gateway(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    return ipaddress.IPv4Address(address.packed[-4:]) if address in NAT64 else None


def _follow(address: str, location: str) -> str:
    """Where a redirect leads."""
    try:
        return urljoin(address, location)
    except ValueError as error:
        shown = location[:200]
        raise FetchError(
            f"{address} redirects to no address ({shown}): open it yourself"
        ) from error


def _build_request(
    client: httpx.Client, address: str, options: CollectOptions, resolve: Resolve
) -> httpx.Request:
    """The request for an address, aimed at the numeric address that was checked."""
    try:
        url = httpx.URL(address)
        port = url.port or (443 if url.scheme == "https" else 80)
        has_host = bool(url.host)
    except (httpx.InvalidURL, ValueError) as error:  # ValueError: a host that IDNA does not allow
        raise FetchError(f"{address} is not an address ({error}): give http(s)://…") from error
    if url.scheme not in ("http", "https") or not has_host:
        raise FetchError(f"{address} is not a web address: give one that begins with http(s)://")
    numeric = _choose_numeric(url.raw_host.decode("ascii"), port, options, resolve)
    headers = {"Host": url.netloc.decode("ascii"), "User-Agent": USER_AGENT, "Accept": "*/*"}
    headers["Accept-Encoding"] = ", ".join(sorted(ENCODINGS))
    headers |= _ask_since(options.since)
    request = client.build_request("GET", url.copy_with(host=numeric), headers=headers)
    request.extensions["sni_hostname"] = url.raw_host.decode("ascii")
    return request


def _ask_since(stamp: Stamp | None) -> dict[str, str]:
    """The headers that ask for a page only if it is newer than the stamp."""
    given = {
        "If-None-Match": stamp.etag if stamp else None,
        "If-Modified-Since": stamp.modified if stamp else None,
    }
    return {name: value for name, value in given.items() if value}


def _choose_numeric(host: str, port: int, options: CollectOptions, resolve: Resolve) -> str:
    numerics = resolve(host.strip("[]"), port)
    allowed = [n for n in numerics if options.allow_private or is_public(n)]
    if not allowed or len(allowed) < len(numerics):
        raise FetchError(
            f"{host} is an address of this machine or its network, which is not asked: "
            "allow private addresses if that is what you want"
        )
    return allowed[0]


def _send(
    client: httpx.Client, request: httpx.Request, max_bytes: int, deadline: float
) -> Page | str:
    """The page, or the address that it redirects to."""
    shown = f"{request.url.scheme}://{request.headers['Host']}{request.url.path}"
    response = client.send(request, stream=True)
    try:
        if response.status_code in REDIRECTS and "location" in response.headers:
            return response.headers["location"]
        if response.status_code == 304 and _was_asked_since(request):
            return Page(b"", None, None, str(request.url), unchanged=True)
        if response.status_code != 200:
            status = f"{response.status_code} {response.reason_phrase}".strip()
            raise FetchError(f"{shown} answered {status}: open it in a browser and save the page")
        encoding = response.headers.get("content-encoding", "identity").strip().lower()
        if encoding not in ENCODINGS:
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
        value if value and len(value) <= LONGEST_STAMP and value.isascii() else None
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
            raise FetchError(f"{shown} takes too long: try again later or save the page")
    return bytes(data)


def _content_type(header: str) -> tuple[str | None, str | None]:
    message = Message()
    message["content-type"] = header
    return (message.get_content_type() if header else None), message.get_content_charset()


def is_web_address(source: str) -> bool:
    """Whether a source is written as an address (scheme://…) and not as a path."""
    return ADDRESS.match(source) is not None
