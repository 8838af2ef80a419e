"""Articles over the API: pages, filters, and clear refusals."""

import pytest
from fastapi.testclient import TestClient


def test_coverage(client: TestClient) -> None:
    assert client.get("/api/coverage").json()["articles"] == 2


def test_pages_follow_each_other(client: TestClient) -> None:
    first = client.get("/api/articles", params={"limit": 1}).json()
    second = client.get("/api/articles", params={"limit": 1, "after": first["next"]}).json()
    ids = [page["items"][0]["id"] for page in (first, second)]
    assert len(set(ids)) == 2
    assert second["next"] is None
    assert client.get(f"/api/articles/{ids[0]}").json()["id"] == ids[0]
    assert client.get(f"/api/articles/{ids[0][:8]}").json()["text"]


@pytest.mark.parametrize(
    ("path", "status", "named"),
    [
        ("/api/articles/nosucharticle", 404, "No article here has this id"),
        ("/api/articles/no%2Fsuch%2Farticle", 404, "No article here has this id"),
        ("/api/search?q=harbour&after=gone", 422, "begin again"),
        ("/api/articles?after=x", 422, "`after`"),
        ("/api/articles?limit=0", 422, "limit"),
        ("/api/articles?since=yesterday", 422, "since"),
        ("/api/articles?nonsense=1", 422, "nonsense"),
    ],
)
def test_a_refusal_names_what_is_wrong(
    client: TestClient, path: str, status: int, named: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert named in answer.json()["detail"]


def test_the_api_describes_itself(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert "/api/articles/{id}" in described["paths"]
    assert not [path for path in described["paths"] if not path.startswith("/api/")]
