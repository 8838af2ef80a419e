"""Changes are told in order, at least once, signed; a bad receiver waits and is paused."""

import json
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.errors import ArchiveLockedError
from secondsource.evidence.finding import Standing
from secondsource.web.hooks import deliverer
from secondsource.web.hooks.message import make_signature
from secondsource.web.hooks.posting import Poster
from secondsource.web.hooks.store import PAUSES
from secondsource.web.hooks.subscription import Wanted
from secondsource.web.hooks.webhooks import Webhooks
from secondsource.web.shared.desk import Desk
from tests.evidence.newsroom import EXAMINED
from tests.web.accounts.conftest import HandClock
from tests.web.hooks.conftest import Newsroom, open_webhooks
from tests.web.hooks.receiver import Received, Receiver, receive

ANY = Wanted()


def _numbers(received: list[Received]) -> list[int]:
    return [json.loads(each.body)["number"] for each in received]


def test_what_is_sent(
    newsroom: Newsroom, webhooks: Webhooks, receiver: Receiver, clock: HandClock
) -> None:
    newsroom.change(Standing.ECHOED)  # before it was made: not told
    made = webhooks.add(receiver.address, ANY, "Ann")
    newsroom.change(Standing.DISPUTED)
    assert not webhooks.deliverer.run_round()
    (sent,) = receiver.received
    told = json.loads(sent.body)
    assert told.pop("event") == "standing_changed"
    assert (told["number"], told["before"], told["after"]) == (2, "echoed", "disputed")
    assert told["because"] == {"kind": "examination", "number": None, "by": None}
    assert sent.path == "/hook"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["X-Second-Source-Event"] == "standing_changed"
    timestamp = sent.headers["X-Second-Source-Timestamp"]
    assert timestamp == str(int(clock().timestamp()))
    signature = make_signature(made.secret, timestamp, sent.body)
    assert sent.headers["X-Second-Source-Signature"] == signature
    subscription = webhooks.store.get(1)
    assert (subscription.told, subscription.delivered) == (2, clock().isoformat())
    webhooks.deliverer.run_round()
    assert len(receiver.received) == 1


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (ANY, [1, 2, 3]),
        (Wanted(before=Standing.ECHOED), [2]),
        (Wanted(after=Standing.ECHOED), [1, 3]),
        (Wanted(before=Standing.ECHOED, after=Standing.ECHOED), []),
        (Wanted(language="EN", outlet=str(EXAMINED.outlet).upper()), [1, 2, 3]),
        (Wanted(outlet="Another"), []),
        (Wanted(language="en"), [1, 2, 3]),
        (Wanted(language="ru"), []),
    ],
)
def test_only_what_is_wanted(
    newsroom: Newsroom, webhooks: Webhooks, receiver: Receiver, wanted: Wanted, told: list[int]
) -> None:
    webhooks.add(receiver.address, wanted, "Ann")
    newsroom.change(Standing.ECHOED, Standing.DISPUTED, Standing.ECHOED)
    webhooks.deliverer.run_round()
    assert _numbers(receiver.received) == told
    assert webhooks.store.get(1).told == 3


def test_nothing_is_lost_or_told_again_over_a_restart(
    newsroom: Newsroom, receiver: Receiver, clock: HandClock
) -> None:
    first = open_webhooks(newsroom.folder, clock)
    first.add(receiver.address, ANY, "Ann")
    newsroom.change(Standing.ECHOED)
    first.deliverer.run_round()
    first.close()
    newsroom.change(Standing.DISPUTED, Standing.ECHOED)
    second = open_webhooks(newsroom.folder, clock)
    second.deliverer.run_round()
    second.close()
    assert _numbers(receiver.received) == [1, 2, 3]


def test_it_is_tried_again_after_growing_pauses_and_then_paused(
    newsroom: Newsroom, webhooks: Webhooks, receiver: Receiver, clock: HandClock
) -> None:
    webhooks.add(receiver.address, ANY, "Ann")
    newsroom.change(Standing.ECHOED)
    receiver.status = 500
    for tried, pause in enumerate(PAUSES, start=1):
        webhooks.deliverer.run_round()
        assert len(receiver.received) == tried
        clock.wait(pause - timedelta(seconds=1))
        webhooks.deliverer.run_round()
        assert len(receiver.received) == tried
        clock.wait(timedelta(seconds=1))
    webhooks.deliverer.run_round()
    paused = webhooks.store.get(1)
    assert (paused.active, paused.failures, paused.problem) == (False, 6, "answered 500")
    clock.wait(timedelta(days=9))
    assert not webhooks.deliverer.run_round()
    ids = {each.headers["X-Second-Source-Delivery"] for each in receiver.received}
    assert (len(receiver.received), len(ids)) == (6, 1)
    receiver.status = 200
    newsroom.change(Standing.DISPUTED)
    assert webhooks.resume(1).active
    webhooks.deliverer.run_round()
    assert _numbers(receiver.received[6:]) == [1, 2]
    assert webhooks.store.get(1).failures == 0


def test_one_that_takes_some_each_time_is_not_paused(
    newsroom: Newsroom, webhooks: Webhooks, receiver: Receiver, clock: HandClock
) -> None:
    """As one does that takes so many an hour."""
    webhooks.add(receiver.address, ANY, "Ann")
    receiver.most = 0
    for _turn in PAUSES:
        newsroom.change(Standing.ECHOED, Standing.DISPUTED)
        receiver.most += 1
        webhooks.deliverer.run_round()
        clock.wait(PAUSES[0])
    assert (webhooks.store.get(1).failures, webhooks.store.get(1).active) == (1, True)


def test_a_bad_receiver_does_not_keep_the_others_waiting(
    newsroom: Newsroom, receiver: Receiver, clock: HandClock
) -> None:
    webhooks = open_webhooks(newsroom.folder, clock, seconds=0.5)
    with receive() as bad:
        bad.slow = True
        webhooks.add(bad.address, ANY, "Ann")
        webhooks.add(receiver.address, ANY, "Ann")
        newsroom.change(Standing.ECHOED, Standing.DISPUTED)
        begun = time.monotonic()
        webhooks.deliverer.run_round()
        assert time.monotonic() - begun < 5
    assert _numbers(receiver.received) == [1, 2]
    assert webhooks.store.get(1).problem == "no answer within 0.5 seconds"
    webhooks.close()


def test_after_a_while_the_next_has_its_turn(
    newsroom: Newsroom, webhooks: Webhooks, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliverer, "TURN_CHANGES", 1)
    for _ in range(2):
        webhooks.add(receiver.address, ANY, "Ann")
    newsroom.change(Standing.ECHOED, Standing.DISPUTED)
    assert webhooks.deliverer.run_round()
    assert _numbers(receiver.received) == [1, 1]
    assert not webhooks.deliverer.run_round()
    assert _numbers(receiver.received) == [1, 1, 2, 2]


def test_another_archive_in_its_place_is_followed(
    newsroom: Newsroom, webhooks: Webhooks, receiver: Receiver
) -> None:
    webhooks.add(receiver.address, ANY, "Ann")
    webhooks.store.note_passed(1, 99)
    newsroom.change(Standing.ECHOED)
    webhooks.deliverer.run_round()
    assert webhooks.store.get(1).told == 1
    newsroom.change(Standing.DISPUTED)
    webhooks.deliverer.run_round()
    assert _numbers(receiver.received) == [2]


def _threads() -> list[str]:
    return [each.name for each in threading.enumerate() if each.name == "webhooks"]


@pytest.fixture
def running(newsroom: Newsroom) -> Webhooks:
    """Webhooks with their own thread."""
    return Webhooks(newsroom.folder, Desk(newsroom.folder), Poster(allow_private=True))


def test_the_thread_lives_while_there_is_somebody_to_tell(
    newsroom: Newsroom, running: Webhooks, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliverer, "POLL_SECONDS", 0.05)
    running.start()
    assert _threads() == []
    running.add(receiver.address, ANY, "Ann")
    assert _threads() == ["webhooks"]
    newsroom.change(Standing.ECHOED)
    assert _numbers(receiver.wait_for(1)) == [1]
    running.store.remove(1)
    deadline = time.monotonic() + 10
    while _threads() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert _threads() == []
    running.add(receiver.address, ANY, "Ann")
    newsroom.change(Standing.DISPUTED)
    assert _numbers(receiver.wait_for(2)) == [1, 2]
    running.close()
    assert _threads() == []


def test_the_thread_outlives_a_file_that_is_in_use(
    newsroom: Newsroom, running: Webhooks, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliverer, "POLL_SECONDS", 0.05)
    running.add(receiver.address, ANY, "Ann")
    asked = threading.Event()

    def fail() -> bool:
        asked.set()
        raise ArchiveLockedError("somebody writes")

    with monkeypatch.context() as patch:
        patch.setattr(running.store, "any_active", fail)
        assert asked.wait(10)
    newsroom.change(Standing.ECHOED)
    assert _numbers(receiver.wait_for(1)) == [1]
    running.close()


def test_it_ends_though_a_receiver_says_nothing(newsroom: Newsroom, receiver: Receiver) -> None:
    webhooks = Webhooks(
        newsroom.folder, Desk(newsroom.folder), Poster(allow_private=True, seconds=0.5)
    )
    receiver.slow = True
    webhooks.add(receiver.address, ANY, "Ann")
    newsroom.change(Standing.ECHOED)
    webhooks.start()
    receiver.wait_for(1)
    begun = time.monotonic()
    webhooks.close()
    assert time.monotonic() - begun < 5
    assert _threads() == []


def test_the_workbench_tells_what_changed_while_it_was_not_served(
    newsroom: Newsroom, receiver: Receiver, clock: HandClock, tmp_path: Path
) -> None:
    from secondsource.web.app import create_app
    from secondsource.web.settings import Settings

    before = open_webhooks(newsroom.folder, clock)
    before.add(receiver.address, ANY, "Ann")
    before.close()
    newsroom.change(Standing.ECHOED)
    with TestClient(create_app(Settings(archive=tmp_path, allow_private=True))):
        assert _numbers(receiver.wait_for(1)) == [1]
    assert _threads() == []
