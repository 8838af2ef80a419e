"""The page with two articles side by side: any two, from the family, from an article, by id."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.lineage.prose import HARBOUR, ORCHARD, article
from tests.web.desk import ADDRESS
from tests.web.pages.reading import add_articles, keep_examined

_FIRST = article("first", HARBOUR, outlet="Courier", language="en", published="2024-03-05")
_ARTICLES = (
    replace(_FIRST, url="https://courier.example/"),
    replace(
        _FIRST, id="reprint", url="https://inland.example/", outlet="Inland", published="2024-03-06"
    ),
    article("orchard", ORCHARD, outlet="Courier", language="en"),
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("compare") / "archive"
    add_articles(folder, _ARTICLES)
    keep_examined(folder)
    with TestClient(create_app(Settings(archive=folder, person="Anna")), ADDRESS) as client:
        yield client


def test_two_of_a_family(reader: TestClient) -> None:
    page = reader.get("/compare", params={"left": "first", "right": "reprint"}).text
    assert "Inland" in page
    assert "carries the same text as" in page
    assert page.count('class="shared"') > 2
    assert 'href="/compare?left=reprint&amp;right=first"' in page
    turned = reader.get("/compare", params={"left": "reprint", "right": "first"}).text
    assert "The right one is the earlier" in turned
    assert "The right one is the earlier" not in page


def test_two_that_share_nothing(reader: TestClient) -> None:
    page = reader.get("/compare", params={"left": "first", "right": "orchard"}).text
    assert "found no stretch of text that both articles have" in page


def test_it_is_reached_from_the_family_and_from_the_article(reader: TestClient) -> None:
    family = reader.get("/api/families").json()["items"][0]["id"]
    page = reader.get(f"/families/{family}").text
    assert 'href="/compare?left=first&amp;right=reprint"' in page
    assert page.count('<option value="reprint"') == 2
    assert 'href="/compare?left=reprint"' in reader.get("/articles/reprint").text
    chosen = reader.get("/compare", params={"left": "reprint", "right": ""}).text
    assert '<option value="reprint" selected>' in chosen
    assert '<option value="first">' in chosen
    assert "What ties them" not in chosen


@pytest.mark.parametrize(
    ("query", "status", "told"),
    [
        ("", 200, "Any two, by their ids"),
        ("?left=first&right=first", 200, "Both are one article"),
        ("?left=first&right=nothing-like-it", 404, "No article here has this id"),
        ("?left=" + "x" * 400, 422, "look at: left"),
        ("?left=%3Cscript%3E", 404, "No article here has this id"),
        ("?left=orchard", 200, "No other article of this archive is known to share text"),
    ],
)
def test_what_else_is_asked_for(reader: TestClient, query: str, status: int, told: str) -> None:
    answer = reader.get(f"/compare{query}")
    assert (answer.status_code, told in answer.text) == (status, True)
    assert "<script>" not in answer.text


def test_the_same_as_json(reader: TestClient) -> None:
    asked = {"left": "reprint", "right": "first"}
    given = reader.get("/api/compare", params=asked).json()
    assert (given["left"]["id"], given["right"]["id"]) == ("reprint", "first")
    assert (given["edge"]["child"], given["edge"]["relation"]) == ("reprint", "copy")
    assert given["rows"][0]["left"] == given["rows"][0]["right"]
    apart = reader.get("/api/compare", params={"left": "first", "right": "orchard"}).json()
    assert (apart["edge"], apart["rows"]) == (None, [])
    assert reader.get("/api/compare", params={"left": "a", "right": "b"}).status_code == 404
    assert reader.get("/api/compare", params={"left": "first"}).status_code == 422
    same = reader.get("/api/compare", params={"left": "first", "right": "first"})
    assert (same.status_code, "Both are one article" in same.json()["detail"]) == (422, True)
