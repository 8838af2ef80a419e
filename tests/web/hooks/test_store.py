"""Subscriptions: kept privately, with a secret that is shown once, and not too many."""

import sqlite3
import stat
from pathlib import Path

import pytest

from secondsource.errors import WebhookError, WebhookNotFoundError
from secondsource.web.hooks import store
from secondsource.web.hooks.subscription import Wanted
from secondsource.web.hooks.webhooks import Webhooks
from tests.web.accounts.conftest import HandClock
from tests.web.hooks.conftest import Newsroom, open_webhooks
from tests.web.hooks.receiver import Receiver


def test_reading_makes_no_file(webhooks: Webhooks, newsroom: Newsroom) -> None:
    assert webhooks.store.list() == ()
    assert not webhooks.store.any_active()
    assert not webhooks.deliverer.run_round()
    with pytest.raises(WebhookNotFoundError):
        webhooks.store.get(1)
    assert not (newsroom.folder / store.FILE.name).exists()


def test_only_its_owner_may_read_the_file(
    webhooks: Webhooks, newsroom: Newsroom, receiver: Receiver
) -> None:
    webhooks.add(receiver.address, Wanted(), "Ann")
    modes = {
        path.name: stat.S_IMODE(path.stat().st_mode)
        for path in newsroom.folder.glob(f"{store.FILE.name}*")
    }
    assert store.FILE.name in modes
    assert set(modes.values()) == {0o600}


def test_the_secret_is_not_in_the_archive(
    webhooks: Webhooks, newsroom: Newsroom, receiver: Receiver
) -> None:
    secrets = [webhooks.add(receiver.address, Wanted(), "Ann").secret for _ in range(2)]
    assert len(set(secrets)) == 2
    assert all(secret.startswith(store.PREFIX) and len(secret) > 40 for secret in secrets)
    for path in newsroom.folder.glob("archive.db*"):
        assert not any(secret.encode() in path.read_bytes() for secret in secrets)
    assert secrets[0] not in repr(webhooks.store.list())


def test_not_too_many(
    webhooks: Webhooks, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MOST", 2)
    for _ in range(2):
        webhooks.add(receiver.address, Wanted(), "Ann")
    with pytest.raises(WebhookError, match="There are 2 webhooks"):
        webhooks.add(receiver.address, Wanted(), "Ann")
    webhooks.store.remove(1)
    assert webhooks.add(receiver.address, Wanted(), "Ann").subscription.number == 3


def test_what_was_removed_is_gone(webhooks: Webhooks, receiver: Receiver) -> None:
    webhooks.add(receiver.address, Wanted(language="ru"), "Ann")
    webhooks.store.remove(1)
    for ask in (webhooks.store.remove, webhooks.resume, webhooks.test, webhooks.store.read_secret):
        with pytest.raises(WebhookNotFoundError, match="no webhook 1"):
            ask(1)


def test_another_programs_file_is_left_alone(tmp_path: Path, clock: HandClock) -> None:
    with sqlite3.connect(tmp_path / store.FILE.name) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    with pytest.raises(WebhookError, match="another program"):
        open_webhooks(tmp_path, clock).store.list()
