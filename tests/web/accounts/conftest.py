"""Accounts for the tests: a clock that is set by hand, and passwords that hash quickly."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from secondsource.web.accounts.accounts import Accounts
from secondsource.web.accounts.passwords import Passwords


class HandClock:
    """A clock that stands until it is told to go on."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 1, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def wait(self, time: timedelta) -> None:
        self.moment += time


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def accounts(tmp_path: Path, clock: HandClock, quick: Passwords) -> Iterator[Accounts]:
    with Accounts(tmp_path, clock, quick) as opened:
        yield opened
