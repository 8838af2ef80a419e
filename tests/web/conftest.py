"""A workbench over a small archive, and a client that asks it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.collect import collect
from secondsource.web.accounts.passwords import Passwords
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from secondsource.web.shared.scratch import Scratch
from tests.lineage.prose import HARBOUR, ORCHARD
from tests.web.desk import ADDRESS, carry_token, make_desk, open_browser
from tests.web.hooks.receiver import Receiver, receive


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of two articles that nobody changes."""
    place = tmp_path_factory.mktemp("desk")
    for name, text in (("harbour", HARBOUR), ("orchard", ORCHARD)):
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
    with Archive.open(place / "archive", create=True) as archive:
        for file in sorted(place.glob("*.txt")):
            archive.add(collect(file))
    return place / "archive"


@pytest.fixture
def scratch() -> Iterator[Scratch]:
    """A folder of a server, gone after the test."""
    scratch = Scratch()
    yield scratch
    scratch.close()


@pytest.fixture
def app(folder: Path) -> FastAPI:
    """The workbench over it, for one person of this machine."""
    return create_app(Settings(archive=folder, person="Anna"))


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """A browser of that person, whose writes carry the token of the pages."""
    with TestClient(app, ADDRESS) as client:
        carry_token(client)
        yield client


@pytest.fixture
def quick() -> Passwords:
    """Passwords that hash quickly."""
    return Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def desk(tmp_path: Path, quick: Passwords) -> FastAPI:
    """A workbench over an empty archive that several people use."""
    return make_desk(tmp_path / "desk", quick)


@pytest.fixture
def ann(desk: FastAPI) -> TestClient:
    """The browser of its administrator."""
    return open_browser(desk, "Ann")


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """What webhooks are sent to."""
    with receive() as running:
        yield running
