"""Each article and each of its files is reached whatever its id holds."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from secondsource.archive import Archive
from secondsource.collect import Collected
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.report.sample import REPORT
from tests.web.serving import serve
from tests.web.work.stand_in import StandInQueue

IDS = [
    "set",
    "set/one",
    "set/raw",
    "set/case.zip",
    "set/report",
    "set/report/html",
    "set/examine",
    "set/one/report/raw",
    "/set",
    "set/",
    "set//one",
    "../users",
    "set/../../users",
    "set?x=1#y",
    "set%2Fone",
    "set one",
    "набор/raw",
    "<b>set</b>",
    '"set"',
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A workbench over articles with these ids, each examined."""
    folder: Path = tmp_path_factory.mktemp("files") / "archive"
    with Archive.open(folder, create=True) as archive:
        for id_ in IDS:
            raw = f"bytes of {id_}".encode()
            given = replace(
                REPORT.article,
                id=id_,
                url=None,
                title=f"Title of {id_}",
                raw=sha256(raw).hexdigest(),
            )
            archive.add([Collected(given, raw, "text/plain", "sample")])
            archive.examinations.keep(replace(REPORT, article=given, families=()))
    app = create_app(Settings(archive=folder, person="Anna"))
    app.state.work = StandInQueue()
    # A real server: the client for tests takes the % out of addresses twice.
    with serve(app) as address, httpx.Client(base_url=address) as client:
        client.headers["X-CSRF-Token"] = client.get("/api/me").json()["csrf"]
        yield client


@pytest.mark.parametrize("id_", IDS)
def test_every_id_leads_to_its_article_and_files(client: httpx.Client, id_: str) -> None:
    named = quote(id_, safe="")
    raw = f"bytes of {id_}".encode()
    assert f'href="/files/raw/{named}"' in client.get(f"/articles/{named}").text
    assert client.get(f"/api/articles/{named}").json()["id"] == id_
    assert client.get(f"/api/reports/{named}").json()["article"]["id"] == id_
    assert client.get(f"/files/case/{named}").content.startswith(b"PK")
    for begin in ("/files", "/api/files"):
        assert client.get(f"{begin}/raw/{named}").content == raw
        assert client.get(f"{begin}/report/json/{named}").json()["article"]["id"] == id_


@pytest.mark.parametrize("id_", IDS)
def test_every_id_can_be_examined_by_the_api(client: httpx.Client, id_: str) -> None:
    asked = client.post(f"/api/articles/{quote(id_, safe='')}/examine")
    assert asked.status_code == 202
    assert asked.json()["task"]["subject"] == f"Title of {id_}"
