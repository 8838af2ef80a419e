"""Where an address leads: which machine is asked, and that it is none of the own network.

The numeric address that a name resolves to is checked, and is then what is connected to, so that
a second look-up cannot lead elsewhere (DNS rebinding).
"""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, Queue
from threading import Thread

import httpx

from secondsource.addresses import hide_user
from secondsource.errors import FetchError

LOOK_UP_SECONDS = 5.0
"""So long a host name may be looked up."""
Resolve = Callable[[str, int], Sequence[str]]
# What a gateway between IPv6 and IPv4 translates (RFC 6052): the last four bytes are IPv4.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """A checked address: `url` names the machine by number, `host` and `server` by its name.

    `host` goes into the request's Host; `server` is whose certificate an https answer must show.
    """

    url: httpx.URL
    host: str
    server: str


def find_target(address: str, *, allow_private: bool, resolve: Resolve | None = None) -> Target:
    """Where an address leads.

    Args:
        address: an http or https address.
        allow_private: whether addresses of the own machine and network may be asked.
        resolve: what turns a host name into numeric addresses, for tests.

    Raises:
        FetchError: it is not http(s), its host is not known, or is private and may not be asked.
    """
    try:
        url = httpx.URL(address)
        port = url.port or (443 if url.scheme == "https" else 80)
        has_host = bool(url.host)
    except (httpx.InvalidURL, ValueError) as error:  # ValueError: a host that IDNA does not allow
        shown = hide_user(address)
        raise FetchError(f"{shown} is not an address ({error}): give http(s)://…") from error
    if url.scheme not in ("http", "https") or not has_host:
        shown = hide_user(address)
        raise FetchError(f"{shown} is not a web address: give one that begins with http(s)://")
    server = url.raw_host.decode("ascii")
    numerics = (resolve or resolve_host)(server.strip("[]"), port)
    numeric = _choose_numeric(server, numerics, allow_private)
    return Target(url.copy_with(host=numeric), url.netloc.decode("ascii"), server)


def resolve_host(host: str, port: int) -> Sequence[str]:
    """The numeric addresses of a host name, looked up within seconds.

    Raises:
        FetchError: the name is not known, or nobody said so in time.
    """
    # The system's own look-up cannot be ended: its thread is left to itself when time is up.
    answers: Queue[list[str] | Exception] = Queue()
    Thread(target=_look_up, args=(host, port, answers), name="look-up", daemon=True).start()
    try:
        found = answers.get(timeout=LOOK_UP_SECONDS)
    except Empty:
        raise FetchError(
            f"the host {host} was not found within {LOOK_UP_SECONDS:g} seconds: try again later"
        ) from None
    if isinstance(found, Exception):
        raise FetchError(f"the host {host} is not known ({found}): check the address") from found
    return found


def _look_up(host: str, port: int, answers: Queue[list[str] | Exception]) -> None:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        answers.put(error)
    else:
        answers.put([str(entry[4][0]) for entry in found])


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
    return ipaddress.IPv4Address(address.packed[-4:]) if address in _NAT64 else None


def _choose_numeric(host: str, numerics: Sequence[str], allow_private: bool) -> str:
    allowed = [n for n in numerics if allow_private or is_public(n)]
    if not allowed or len(allowed) < len(numerics):
        raise FetchError(
            f"{host} is an address of this machine or its network, which is not asked: "
            "allow private addresses if that is what you want"
        )
    return allowed[0]
