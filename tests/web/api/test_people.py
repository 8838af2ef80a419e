"""People and bodies over the API: listed, found by a spelling, told with their articles."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.collect import Collected
from secondsource.jobs.everybody import refresh_people
from secondsource.jobs.people import hear_articles
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.web.conftest import ADDRESS

_TEXTS = (
    'Mayor Anna Weld opened the bridge on Monday. "It was closed for good reason," Anna Weld said.',
    "Anna Weld met Tomas Breck at the quay. Tomas Breck is a pilot.",
    "Tomas Breck left the port on Friday. Nobody saw Tomas Breck again, a neighbour said.",
    "The bridge that Anna Weld had closed is open again since Friday.",
)


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    """The workbench over an archive that names two people."""
    with Archive.open(tmp_path, create=True) as archive:
        archive.add(
            Collected(Article(f"a{n}", text, language="en"), b"", "text/plain", f"a{n}")
            for n, text in enumerate(_TEXTS)
        )
        refresh_people(archive)
        hear_articles(archive, [1, 2, 3, 4])
    return TestClient(create_app(Settings(archive=tmp_path, person="Anna")), ADDRESS)


def test_the_most_named_first_page_by_page(client: TestClient) -> None:
    whole = client.get("/api/people", params={"kind": "person"}).json()
    assert [(each["name"], each["articles"]) for each in whole["items"]] == [
        ("Anna Weld", 3),
        ("Tomas Breck", 2),
    ]
    first = client.get("/api/people", params={"kind": "person", "limit": 1}).json()
    second = client.get(
        "/api/people", params={"kind": "person", "limit": 1, "after": first["next"]}
    ).json()
    assert [*first["items"], *second["items"]] == whole["items"]
    assert second["next"] is None
    assert whole["reach"]["later"] == 0


def test_by_a_spelling(client: TestClient) -> None:
    found = client.get("/api/people", params={"name": "weld"}).json()
    assert [each["name"] for each in found["items"]] == ["Anna Weld"]
    after = {"name": "weld", "after": found["items"][0]["id"]}
    assert client.get("/api/people", params=after).json()["items"] == []
    assert client.get("/api/people", params={"name": "weld", "kind": "body"}).json()["items"] == []


def test_one_with_the_articles_the_newest_first(client: TestClient) -> None:
    (found,) = client.get("/api/people", params={"name": "Anna Weld"}).json()["items"]
    path = f"/api/people/{found['id']}"
    whole = client.get(path).json()
    assert [each["id"] for each in whole["named_in"]] == ["a3", "a1", "a0"]
    assert [each["article"] for each in whole["quotes"]] == ["a0"]
    assert "closed for good reason" in whole["quotes"][0]["words"]
    first = client.get(path, params={"limit": 2}).json()
    rest = client.get(path, params={"limit": 2, "after": first["next"]}).json()
    assert [*first["named_in"], *rest["named_in"]] == whole["named_in"]
    assert [first["quotes"], rest["quotes"]] == [[], whole["quotes"]]
    assert rest["next"] is None


def test_what_is_not_there(client: TestClient) -> None:
    assert client.get("/api/people/nonsense").status_code == 404
    assert client.get("/api/people", params={"kind": "ghost"}).status_code == 422
