"""When two addresses are the same address, and what of an address is nobody else's business."""

import re
from urllib.parse import SplitResult, quote, urlsplit

from secondsource.article import Article

# Parameters that say where a reader came from, not what is shown; the usual click identifiers.
_TRACKING = re.compile(
    r"(?:utm_\w*|fbclid|gclid|dclid|yclid|msclkid|mc_cid|mc_eid|igshid|_openstat)(?:=.*)?",
    re.IGNORECASE | re.DOTALL,
)
_DEFAULT_PORTS = re.compile(r"(?::(?:80|443)?)+$")
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_LEADING_NAMES = re.compile(r"^(?:(?:www|m|mobile|amp)\.)+")
_USER = re.compile(r"(?<=://)[^/?#]*@")
_USER_IN_TEXT = re.compile(
    r"(?<=://)(?:[^/?#\s<>\"«»“”„|,;:]*|[^/?#\s<>\"«»“”„|,;:]*:[^/?#\s<>\"«»“”„|]*)@"
)
_WEB = ("http", "https")


def hide_user(address: str) -> str:
    """An address without the name and password in it, which are to be kept and shown nowhere."""
    return _USER.sub("", address, count=1)


def hide_users_in(text: str) -> str:
    """A person's own words without the names and passwords in the addresses among them."""
    return _USER_IN_TEXT.sub("", text)


def normalise_address(url: str) -> str:
    """The form of an address under which the archive compares it with others.

    Without fragment, tracking parameters, default port and trailing slash; `http` counts as
    `https`; host names in small letters; characters beyond ASCII as escapes. Doing it twice
    changes nothing. What is no web address only loses its fragment.
    """
    url = url.strip()
    parts = _split(url)
    if parts is None:
        return url.partition("#")[0].rstrip()
    path = _escape(parts.path).rstrip("/")
    query = "&".join(
        piece for piece in _escape(parts.query).split("&") if not _TRACKING.fullmatch(piece)
    )
    return f"https://{_host(parts)}{path}" + (f"?{query}" if query else "")


def address_keys(article: Article) -> tuple[str, ...]:
    """The normalised addresses that an article answers to: none, one or two.

    A canonical address counts only when it names a page of the same host. Many sites name
    their front page for every article, and a reprint often names the original's address:
    neither makes two texts two states of one page.
    """
    keys = [normalise_address(article.url)] if article.url else []
    if article.canonical and _names_same_page(article.url, article.canonical):
        keys.append(normalise_address(article.canonical))
    return tuple(dict.fromkeys(keys))


def _names_same_page(url: str | None, canonical: str) -> bool:
    there = _split(canonical.strip())
    if there is None:
        return False
    here = _split(url.strip()) if url else there
    if here is None or _bare_host(here) != _bare_host(there):
        return False
    return bool(there.path.strip("/") or there.query)


def _split(url: str) -> SplitResult | None:
    """The parts of a web address; None for anything else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts if parts.scheme in _WEB and parts.netloc else None


def _host(parts: SplitResult) -> str:
    host = _DEFAULT_PORTS.sub("", parts.netloc.rpartition("@")[2].lower())
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return quote(host, safe="%:[]").lower()


def _bare_host(parts: SplitResult) -> str:
    return _LEADING_NAMES.sub("", _host(parts))


def _escape(part: str) -> str:
    escaped = quote(part, safe="%/:@!$&'()*+,;=~?[]", errors="surrogatepass")
    return _ESCAPE.sub(lambda found: found[0].upper(), escaped)
