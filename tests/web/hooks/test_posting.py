"""Where messages are sent, and where not."""

import socket
import threading
import time
from collections.abc import Sequence

import pytest

from secondsource.collect.fetching import target
from secondsource.errors import DeliveryError, WebhookError
from secondsource.web.hooks.message import Message
from secondsource.web.hooks.posting import Poster
from tests.web.hooks.receiver import Receiver

MESSAGE = Message(b"{}", {"Content-Type": "application/json"})
PUBLIC = "93.184.216.34"


def _resolve(host: str, _port: int) -> Sequence[str]:
    return [{"desk.example": PUBLIC, "inside.example": "10.0.0.7"}.get(host, host)]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ftp://desk.example/", "not a web address"),
        ("file:///etc/passwd", "not a web address"),
        ("http://127.0.0.1:8380/api/decisions", "this machine or its network"),
        ("http://[::1]/", "this machine or its network"),
        ("http://169.254.169.254/latest/meta-data", "this machine or its network"),
        ("https://inside.example/", "this machine or its network"),
        ("https://ann:secret@desk.example/", "name or password"),
        ("https://desk.example/" + "x" * 2_000, "at most 2,000"),
        ("http://", "not a web address"),
    ],
)
def test_addresses_that_are_refused(address: str, said: str) -> None:
    poster = Poster(allow_private=False, resolve=_resolve)
    with pytest.raises(WebhookError, match=said):
        poster.check(address)
    with pytest.raises(DeliveryError, match=said):
        poster.post(address, MESSAGE)


def test_one_that_is_taken() -> None:
    Poster(allow_private=False, resolve=_resolve).check("https://desk.example/hook?x=1")


def test_a_process_without_a_file_left_is_a_failed_try() -> None:
    def resolve(_host: str, _port: int) -> Sequence[str]:
        raise OSError(24, "Too many open files")

    with pytest.raises(DeliveryError, match="Too many open files"):
        Poster(allow_private=False, resolve=resolve).post("https://desk.example/", MESSAGE)


def test_a_name_that_leads_inside_later_is_not_followed(receiver: Receiver) -> None:
    """DNS rebinding: a public address when the webhook was made, this machine afterwards."""
    found = [[PUBLIC], ["127.0.0.1"]]
    poster = Poster(allow_private=False, resolve=lambda _host, _port: found.pop(0))
    address = receiver.address.replace("127.0.0.1", "desk.example")
    poster.check(address)
    with pytest.raises(DeliveryError, match="this machine or its network"):
        poster.post(address, MESSAGE)
    assert receiver.received == []


def test_it_connects_to_the_address_that_was_checked(receiver: Receiver) -> None:
    poster = Poster(allow_private=True, resolve=lambda _host, _port: ["127.0.0.1"])
    poster.post(receiver.address.replace("127.0.0.1", "desk.example"), MESSAGE)
    (sent,) = receiver.received
    assert sent.headers["Host"].startswith("desk.example:")
    assert sent.body == b"{}"


@pytest.mark.parametrize(
    ("status", "said"), [(302, "redirects are not followed"), (404, "answered 404"), (500, "500")]
)
def test_answers_that_are_no_yes(receiver: Receiver, status: int, said: str) -> None:
    receiver.status = status
    with pytest.raises(DeliveryError, match=said):
        Poster(allow_private=True).post(receiver.address, MESSAGE)
    assert [each.path for each in receiver.received] == ["/hook"]


def test_a_name_that_nobody_answers_for_takes_no_longer_than_a_message_may(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = threading.Event()
    monkeypatch.setattr(target, "LOOK_UP_SECONDS", 0.1)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kinds: [][: asked.wait(20)])
    start = time.monotonic()
    with pytest.raises(DeliveryError, match=r"not found within 0\.1 seconds"):
        Poster(allow_private=False).post("https://desk.example/", MESSAGE)
    assert time.monotonic() - start < 10
    asked.set()


def test_a_look_up_takes_of_the_time_of_its_message(receiver: Receiver) -> None:
    def resolve(_host: str, _port: int) -> Sequence[str]:
        time.sleep(0.2)
        return ["127.0.0.1"]

    with pytest.raises(DeliveryError, match="no answer within"):
        Poster(allow_private=True, resolve=resolve, seconds=0.1).post(receiver.address, MESSAGE)
    assert receiver.received == []


def test_nobody_there(receiver: Receiver) -> None:
    address = receiver.address
    receiver.shutdown()
    receiver.server_close()
    with pytest.raises(DeliveryError, match="no answer"):
        Poster(allow_private=True, seconds=1).post(address, MESSAGE)
