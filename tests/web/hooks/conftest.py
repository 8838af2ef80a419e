"""An archive whose one claim changes when it is told to, and who is told of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.archive import Archive
from secondsource.evidence.finding import Standing
from secondsource.web.hooks.posting import Poster
from secondsource.web.hooks.webhooks import Webhooks
from secondsource.web.shared.desk import Desk
from tests.review.sample import make_report, the_finding
from tests.web.accounts.conftest import HandClock


class Newsroom:
    """An archive with one kept report, whose claim was found to be contested."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with Archive.open(folder, create=True) as archive:
            archive.examinations.keep(make_report())

    def change(self, *standings: Standing) -> None:
        """Examine the article again and again, and find these standings."""
        with Archive.open(self.folder) as archive:
            for standing in standings:
                found = replace(the_finding(make_report()), standing=standing)
                archive.examinations.keep(replace(make_report(), findings=(found,)))


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def webhooks(newsroom: Newsroom, clock: HandClock) -> Iterator[Webhooks]:
    """The webhooks of the archive; their thread is not begun, rounds are run by hand."""
    opened = open_webhooks(newsroom.folder, clock)
    yield opened
    opened.close()


def open_webhooks(folder: Path, clock: HandClock, seconds: float = 5) -> Webhooks:
    """The webhooks of an archive that run no thread of their own."""
    opened = Webhooks(folder, Desk(folder), Poster(allow_private=True, seconds=seconds), clock)
    opened.deliverer.start = lambda: None  # type: ignore[method-assign]
    return opened
