"""People and bodies over the API: listed, found by a spelling, told with their articles."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.article import Article, Credit, Role
from secondsource.collect import Collected
from secondsource.jobs.everybody import refresh_people
from secondsource.jobs.people import hear_articles
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.web.desk import ADDRESS, carry_token

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
    client = TestClient(create_app(Settings(archive=tmp_path, person="Anna")), ADDRESS)
    carry_token(client)
    return client


def _find(client: TestClient, name: str) -> Any:
    (found,) = client.get("/api/people", params={"name": name}).json()["items"]
    return found


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


def test_two_are_joined_and_taken_back(client: TestClient) -> None:
    weld, breck = _find(client, "Anna Weld"), _find(client, "Tomas Breck")
    joined = client.post(f"/api/people/{weld['id']}/merge", json={"other": breck["id"]})
    assert joined.status_code == 201
    decision, (both,) = joined.json()["decision"], joined.json()["people"]
    assert (decision["verb"], decision["decided_by"]) == ("merge", "Anna")
    assert decision["names"] == ["Anna Weld", "Tomas Breck"]
    assert (both["articles"], both["decided"]) == (4, [decision["number"]])
    assert _find(client, "Tomas Breck") == both
    told = client.get(f"/api/people/{both['id']}", params={"limit": 2}).json()
    assert (told["decisions"], told["decisions_count"]) == ([decision], 1)
    rest = client.get(f"/api/people/{both['id']}", params={"limit": 2, "after": told["next"]})
    assert (rest.json()["decisions"], rest.json()["decisions_count"]) == ([], 1)
    undo = f"/api/people/decisions/{decision['number']}/undo"
    undone = client.post(undo)
    assert undone.status_code == 201
    assert undone.json()["decision"]["undoes"] == decision["number"]
    assert [each["name"] for each in undone.json()["people"]] == ["Anna Weld", "Tomas Breck"]
    assert client.post(undo).status_code == 409
    history = client.get(f"/api/people/{weld['id']}").json()["decisions"]
    assert [(each["verb"], each["undone"]) for each in history] == [
        ("undo", False),
        ("merge", True),
    ]
    first = client.get("/api/people/decisions", params={"limit": 1}).json()
    after = {"limit": 1, "after": first["next"]}
    second = client.get("/api/people/decisions", params=after).json()
    assert [*first["items"], *second["items"]] == history
    assert second["next"] is None


def test_a_name_is_taken_off(client: TestClient) -> None:
    weld, breck = _find(client, "Anna Weld"), _find(client, "Tomas Breck")
    path = f"/api/people/{weld['id']}"
    client.post(f"{path}/merge", json={"other": breck["id"]})
    every = client.post(f"{path}/split", json={"names": ["Anna Weld", "Tomas Breck"]})
    assert every.status_code == 400
    assert "leave at least one" in every.json()["detail"]
    apart = client.post(f"{path}/split", json={"names": ["Tomas Breck"]})
    assert apart.status_code == 201
    assert apart.json()["decision"]["names"] == ["Anna Weld", "Tomas Breck"]
    assert [each["articles"] for each in apart.json()["people"]] == [3, 2]


@pytest.mark.parametrize(
    ("path", "sent", "status"),
    [
        ("nonsense/merge", {"other": "nonsense"}, 404),
        ("{weld}/merge", {"other": "nonsense"}, 404),
        ("{weld}/merge", {"other": "{weld}"}, 400),
        ("{weld}/merge", {}, 422),
        ("nonsense/split", {"names": ["Anna Weld"]}, 404),
        ("{weld}/split", {"names": []}, 422),
        ("decisions/7/undo", {}, 404),
        ("decisions/x/undo", {}, 422),
    ],
)
def test_what_cannot_be_decided(
    client: TestClient, path: str, sent: dict[str, Any], status: int
) -> None:
    weld = _find(client, "Anna Weld")["id"]
    filled = {
        key: value.replace("{weld}", weld) if isinstance(value, str) else value
        for key, value in sent.items()
    }
    answer = client.post(f"/api/people/{path.replace('{weld}', weld)}", json=filled)
    assert answer.status_code == status
    assert answer.json()["detail"]
    assert client.get("/api/people/decisions").json() == {"items": [], "next": None}


def test_why_names_are_one_and_who_is_credited_is_told(client: TestClient, tmp_path: Path) -> None:
    credit = Credit(Role.AUTHOR, "Tomas Breck")
    signed = Article("signed", f"{_TEXTS[1]} Signed.", language="en", credits=(credit,))
    other = Article("other", "Томас Брек вернулся в порт, сказал Брек.", language="ru")
    with Archive.open(tmp_path) as archive:
        archive.add(Collected(each, b"", "text/plain", each.id) for each in (signed, other))
        refresh_people(archive)
    told = client.get(f"/api/people/{_find(client, 'Tomas Breck')['id']}").json()
    assert told["credited_in"] == ["signed"]
    assert told["surname_only"] == 0
    assert all(each["reasons"] for each in told["joins"])
    assert bool(told["joins"]) is (len(told["names"]) > 1)
