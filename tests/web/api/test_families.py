"""Families over the API: the largest first, one with its articles a page at a time."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.collect import Collected
from secondsource.jobs.families import refresh_families
from secondsource.web.api import families
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.lineage.prose import HARBOUR, ORCHARD, article
from tests.web.desk import ADDRESS, carry_token

_PRINTED = (("harbour", HARBOUR, 3), ("orchard", ORCHARD, 2))
_ARTICLES = [
    article(f"{name}{n}", text, outlet=f"Outlet {n}", url=f"https://outlet{n}.example/{name}")
    for name, text, times in _PRINTED
    for n in range(times)
]


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    """The workbench over an archive of two texts, printed thrice and twice."""
    with Archive.open(tmp_path, create=True) as archive:
        archive.add(
            Collected(each, each.text.encode(), "text/plain", each.id) for each in _ARTICLES
        )
    return TestClient(create_app(Settings(archive=tmp_path, person="Anna")), ADDRESS)


@pytest.fixture
def worked_out(client: TestClient, tmp_path: Path) -> TestClient:
    """The same, once the families are worked out."""
    with Archive.open(tmp_path) as archive:
        refresh_families(archive)
    return client


def test_before_they_are_worked_out_it_says_so(client: TestClient) -> None:
    reach = {"made_at": None, "later": 5, "removed": 0}
    assert client.get("/api/families").json() == {"items": [], "next": None, "reach": reach}


def test_the_largest_first_page_by_page(worked_out: TestClient) -> None:
    first = worked_out.get("/api/families", params={"limit": 1}).json()
    second = worked_out.get("/api/families", params={"limit": 1, "after": first["next"]}).json()
    found = [*first["items"], *second["items"]]
    assert [(each["articles"], each["outlets"]) for each in found] == [(3, 3), (2, 2)]
    assert second["next"] is None
    assert first["reach"]["later"] == 0


def test_one_with_its_articles_and_edges(worked_out: TestClient) -> None:
    (largest, *_others) = worked_out.get("/api/families").json()["items"]
    path = f"/api/families/{largest['id']}"
    whole = worked_out.get(path).json()
    assert sorted(each["id"] for each in whole["members"]) == ["harbour0", "harbour1", "harbour2"]
    assert {edge["relation"] for edge in whole["edges"]} == {"copy"}
    first = worked_out.get(path, params={"limit": 2}).json()
    rest = worked_out.get(path, params={"limit": 2, "after": first["next"]}).json()
    assert [*first["members"], *rest["members"]] == whole["members"]
    assert [*first["edges"], *rest["edges"]] == whole["edges"]
    assert rest["next"] is None


def test_what_people_decided_regroups_one_at_once(worked_out: TestClient) -> None:
    carry_token(worked_out)
    (largest, *_others) = worked_out.get("/api/families").json()["items"]
    path = f"/api/families/{largest['id']}"
    whole = worked_out.get(path).json()
    assert (whole["apart"], whole["decided"], len(whole["parts"])) == (False, [], 1)
    (edge, *_) = whole["edges"]
    key = f"edge:{edge['child']}:{edge['parent']}"
    given = {"key": key, "article": edge["child"], "verb": "reject"}
    taken = worked_out.post("/api/decisions", json=given)
    assert (taken.status_code, taken.json()["machine"][:5]) == (201, "copy.")
    after = worked_out.get(path).json()
    assert (after["apart"], after["edges"]) == (True, whole["edges"])
    assert [each["decision"]["verb"] for each in after["decided"]] == ["reject"]
    assert sum(len(part["articles"]) for part in after["parts"]) + len(after["alone"]) == 3
    listed = worked_out.get("/api/families").json()["items"]
    assert [each["apart"] for each in listed] == [True, False]
    worked_out.post(f"/api/decisions/{taken.json()['number']}/undo")
    assert worked_out.get(path).json()["parts"] == whole["parts"]


def test_what_is_not_there(worked_out: TestClient) -> None:
    assert worked_out.get("/api/families/nonsense").status_code == 404
    assert worked_out.get("/api/families", params={"after": "x"}).status_code == 422


def test_the_parts_stand_on_the_first_page_and_are_counted(
    worked_out: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(families, "MOST_ITEMS", 2)
    (largest, *_others) = worked_out.get("/api/families").json()["items"]
    path = f"/api/families/{largest['id']}"
    first = worked_out.get(path, params={"limit": 2}).json()
    (part,) = first["parts"]
    assert (len(part["articles"]), part["articles_count"], first["parts_count"]) == (2, 3, 1)
    rest = worked_out.get(path, params={"limit": 2, "after": first["next"]}).json()
    assert (rest["parts"], rest["alone"], rest["decided"]) == ([], [], [])
    assert (rest["parts_count"], rest["alone_count"], rest["decided_count"]) == (1, 0, 0)


def test_those_of_one_article(worked_out: TestClient) -> None:
    (found,) = worked_out.get("/api/families", params={"article": "orchard0"}).json()["items"]
    assert found["articles"] == 2
    params = {"article": "orchard0", "after": "9"}
    assert worked_out.get("/api/families", params=params).json()["items"] == []
    assert worked_out.get("/api/families", params={"article": "nobody"}).status_code == 404


def test_a_search_counts_the_copies_of_each_text(worked_out: TestClient) -> None:
    found = worked_out.get("/api/search", params={"q": "harbour"}).json()
    assert found["items"][0]["copies"] == 2


def test_the_texts_of_an_address_are_listed(client: TestClient, tmp_path: Path) -> None:
    url = "https://outlet0.example/orchard"
    later = article("orchard-later", f"{ORCHARD} More.", outlet="Outlet 0", url=url)
    with Archive.open(tmp_path) as archive:
        archive.add([Collected(later, b"", "text/plain", later.id)])
    first = client.get("/api/texts/orchard0", params={"limit": 1}).json()
    second = client.get("/api/texts/orchard0", params={"limit": 1, "after": first["next"]}).json()
    found = [*first["items"], *second["items"]]
    assert [each["id"] for each in found] == ["orchard0", later.id]
    assert found[0]["added_at"]
    assert found[0]["examined_at"] is None
    assert second["next"] is None
