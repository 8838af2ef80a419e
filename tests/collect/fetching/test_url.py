from collections.abc import Callable, Sequence

import httpx
import pytest

from secondsource.addresses import hide_user
from secondsource.collect import Collected, CollectOptions, Rejected, collect
from secondsource.collect.fetching.target import is_public
from secondsource.collect.fetching.url import fetch_page, is_web_address
from secondsource.collect.page import Page, Stamp
from secondsource.errors import FetchError

PUBLIC = "93.184.216.34"
NUMERIC = {"quay.example": PUBLIC, "inside.example": "10.0.0.7", "moved.example": PUBLIC}


def resolve(host: str, port: int) -> Sequence[str]:
    assert port in (80, 443, 8080)
    return [NUMERIC.get(host, host)]


def fetch(
    address: str,
    answer: Callable[[httpx.Request], httpx.Response],
    options: CollectOptions | None = None,
) -> Page:
    transport = httpx.MockTransport(answer)
    return fetch_page(address, options or CollectOptions(), transport, resolve)


def test_page_is_fetched_from_the_checked_address() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(
            200,
            content="Бот".encode("cp1251"),
            headers={"Content-Type": "text/html; charset=cp1251"},
        )

    page = fetch("https://quay.example/boats?x=1", answer)
    assert page == Page(
        "Бот".encode("cp1251"), "text/html", "cp1251", "https://quay.example/boats?x=1"
    )
    assert asked[0].url.host == PUBLIC
    assert asked[0].headers["Host"] == "quay.example"
    assert asked[0].extensions["sni_hostname"] == "quay.example"


def test_redirect_is_followed_and_named() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.headers["Host"] == "moved.example":
            return httpx.Response(301, headers={"Location": "//quay.example/new"})
        return httpx.Response(200, content=b"<html>")

    assert fetch("http://moved.example/", answer).url == "http://quay.example/new"


REFUSED = [
    ("ftp://quay.example/", "not a web address"),
    ("file:///etc/passwd", "not a web address"),
    ("http://", "not a"),
    ("http://quay.example:port/", "not an address"),
    ("http://inside.example/", "this machine or its network"),
    ("http://127.0.0.1:8080/", "this machine or its network"),
    ("http://169.254.1.1/", "this machine or its network"),
    ("http://[::1]/", "this machine or its network"),
    ("http://[::ffff:10.0.0.1]/", "this machine or its network"),
    ("http://[64:ff9b::a00:1]/", "this machine or its network"),
    ("http://[::7f00:1]/", "this machine or its network"),
    ("http://[fec0::1]/", "this machine or its network"),
    ("http://xn--a/", "not an address"),
    ("http://quay.example/nowhere", "redirects to no address"),
    ("http://quay.example/missing", "answered 404"),
    ("http://quay.example/inward", "this machine or its network"),
    ("http://quay.example/round", "redirects more than 5 times"),
    ("http://quay.example/large", "more than 1,000 bytes"),
    ("http://quay.example/broken", "did not answer"),
    ("http://quay.example/packed", "packed with 'br'"),
]


def answer_badly(request: httpx.Request) -> httpx.Response:
    moves = {"/inward": "http://inside.example/", "/round": "/round", "/nowhere": "http://[x"}
    if request.url.path in moves:
        return httpx.Response(302, headers={"Location": moves[request.url.path]})
    if request.url.path == "/large":
        return httpx.Response(200, content=b"x" * 2000)
    if request.url.path == "/packed":
        return httpx.Response(200, headers={"Content-Encoding": "br"}, stream=httpx.ByteStream(b""))
    if request.url.path == "/broken":
        raise httpx.ConnectError("refused")
    return httpx.Response(404)


@pytest.mark.parametrize(("address", "reason"), REFUSED)
def test_refusal_says_why(address: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        fetch(address, answer_badly, CollectOptions(max_bytes=1000))


def test_slow_page_is_given_up() -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=b"x")

    with pytest.raises(FetchError, match="takes too long"):
        fetch("http://quay.example/", answer, CollectOptions(timeout=-1.0))


def test_a_name_with_one_private_address_is_refused() -> None:
    with pytest.raises(FetchError, match="its network"):
        fetch_page(
            "http://quay.example/",
            CollectOptions(),
            httpx.MockTransport(answer_badly),
            lambda _host, _port: [PUBLIC, "192.168.0.1"],
        )


def test_private_address_may_be_allowed() -> None:
    page = fetch(
        "http://inside.example/",
        lambda _: httpx.Response(200, content=b"in"),
        CollectOptions(allow_private=True),
    )
    assert page.data == b"in"


@pytest.mark.parametrize(
    ("numeric", "public"),
    [
        (PUBLIC, True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:192.168.1.1", False),
    ],
)
def test_public(numeric: str, public: bool) -> None:
    assert is_public(numeric) is public


@pytest.mark.parametrize(
    ("source", "address"),
    [("https://a.example", True), ("ftp://a.example", True), ("a/b.html", False), ("C:\\a", False)],
)
def test_what_is_an_address(source: str, address: bool) -> None:
    assert is_web_address(source) is address


def test_address_becomes_an_article() -> None:
    page = Page(
        b"Boats are late\n\nThe boats were late.", "text/plain", None, "https://a.example/1"
    )
    (item,) = collect("https://a.example/", CollectOptions(fetch=lambda _a, _o: page))
    assert isinstance(item, Collected)
    assert item.article.url == "https://a.example/1"
    assert item.article.title == "Boats are late"


def test_refused_address_is_rejected() -> None:
    (item,) = collect("ftp://a.example/")
    assert isinstance(item, Rejected)
    assert "http(s)://" in item.reason


def test_empty_page_is_rejected() -> None:
    page = Page(b" ", "text/html", None, "https://a.example/1")
    (item,) = collect("https://a.example/", CollectOptions(fetch=lambda _a, _o: page))
    assert isinstance(item, Rejected)
    assert "empty page" in item.reason


def test_a_page_is_asked_for_since_the_state_that_is_known() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(
            304 if "if-none-match" in request.headers else 200,
            content=b"<rss>",
            headers={"ETag": '"1"', "Last-Modified": "x" * 501},
        )

    first = fetch("https://quay.example/", answer)
    assert first.stamp == Stamp('"1"')
    again = fetch("https://quay.example/", answer, CollectOptions(since=first.stamp))
    assert (again.unchanged, again.data) == (True, b"")
    assert "if-modified-since" not in asked[1].headers


def test_an_unasked_304_is_an_error() -> None:
    with pytest.raises(FetchError, match="answered 304"):
        fetch("https://quay.example/", lambda _request: httpx.Response(304))


@pytest.mark.parametrize(
    ("start", "is_followed"), [("http://quay.example/", False), ("http://10.0.0.7/", True)]
)
def test_a_public_page_leads_to_no_private_address_though_these_are_allowed(
    start: str, is_followed: bool
) -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers["Host"])
        if request.url.path == "/":
            return httpx.Response(302, headers={"Location": "http://inside.example/secret"})
        return httpx.Response(200, content=b"<html>")

    options = CollectOptions(allow_private=True)
    if is_followed:
        assert fetch(start, answer, options).url == "http://inside.example/secret"
    else:
        with pytest.raises(FetchError, match=r"inside\.example is an address of this machine"):
            fetch(start, answer, options)
    assert ("inside.example" in asked) is is_followed


def test_a_password_in_an_address_is_sent_and_not_kept() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["Authorization"].startswith("Basic ")
        return httpx.Response(200, content=b"<html>")

    page = fetch("http://me:secret@quay.example/a?b=c@d#e@f", answer)
    assert page.url == "http://quay.example/a?b=c@d#e@f"


@pytest.mark.parametrize("status", [302, 500])
def test_a_password_in_an_address_is_not_told_where_it_fails(status: int) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers={"Location": str(request.url.path)})

    start = "http://me:secret@quay.example/a"
    with pytest.raises(FetchError) as refused:
        fetch(start, answer)
    assert "quay.example/a" in str(refused.value)
    assert "secret" not in str(refused.value)
    with pytest.raises(FetchError, match=r"^ftp://quay\.example/a is not"):
        fetch(start.replace("http", "ftp"), answer)


def test_a_password_is_neither_in_what_is_collected_nor_in_what_is_rejected() -> None:
    text = b"The boats were late on Monday.\n\nNobody on the quay minded at all."

    def answer(address: str, _options: CollectOptions) -> Page:
        return Page(text if "good" in address else b"", "text/plain", None, hide_user(address))

    for name in ("good", "bad"):
        address = f"https://me:secret@quay.example/{name}"
        (item,) = collect(address, CollectOptions(fetch=answer))
        assert item.source == f"https://quay.example/{name}"
        assert "secret" not in repr(item)
