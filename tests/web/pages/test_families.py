"""The pages of families: the largest first, all articles of one a page at a time."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.collect import Collected
from secondsource.jobs.families import refresh_families
from secondsource.lineage import Edge, Family, Relation
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD, article
from tests.web.desk import carry_token

HOSTILE = "<script>alert(1)</script>"
COPIES = 120


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive with a text, its reprint in another outlet, and an article by itself."""
    first = article("first", HARBOUR, title=HOSTILE, outlet="Courier", published="2024-03-05")
    there = "https://inland.example/"
    reprint = replace(first, id="reprint", url=there, outlet="Inland", published="2024-03-06")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(
            Collected(each, each.text.encode(), "text/plain", each.id)
            for each in (
                replace(first, url="https://courier.example/"),
                reprint,
                article("orchard", ORCHARD, title="Apples", outlet="Courier"),
            )
        )
    return tmp_path / "archive"


@pytest.fixture
def reader(folder: Path) -> Iterator[TestClient]:
    app = create_app(Settings(archive=folder, person="Anna"))
    with TestClient(app, base_url="http://127.0.0.1:8380") as client:
        yield client


def test_before_they_are_worked_out_it_says_so(reader: TestClient) -> None:
    assert "has not been worked out yet" in reader.get("/families").text


def test_a_family_is_listed_and_told(reader: TestClient, folder: Path) -> None:
    with Archive.open(folder) as archive:
        refresh_families(archive)
        (head,) = archive.families.largest(10)
    listed = reader.get("/families").text
    assert f'href="/families/{head.id}"' in listed
    page = reader.get(f"/families/{head.id}").text
    assert "2 articles of 2 outlets" in page
    assert page.count("<h1") == 1
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="tl"' in page
    assert 'href="/articles/first"' in page
    assert 'href="/articles/reprint"' in page
    assert 'data-subject="edge:' in page
    assert "Probably first: Courier." in page
    assert HOSTILE not in listed + page


def test_of_a_large_family_every_article_is_on_one_page(reader: TestClient, folder: Path) -> None:
    ids = [f"copy{n}" for n in range(COPIES)]
    edges = tuple(Edge(id_, ids[0], Relation.COPY, 1, 1, 0.9, True) for id_ in ids[1:])
    family = Family("large", ids[0], tuple(ids), edges, tuple(ids))
    with Archive.open(folder) as archive:
        copies = [article(id_, f"Copy {id_}.", url=f"https://{id_}.example/") for id_ in ids]
        archive.add(Collected(each, b"", "text/plain", each.id) for each in copies)
        archive.families.replace([family], archive.families.read_wanted())
    seen = []
    for start in (1, 51, 101):
        page = reader.get(f"/families/large?start={start}").text
        members = page.partition('id="members"')[2]
        found = [id_ for id_ in ids if f'<p class="line"><a href="/articles/{id_}"' in members]
        assert ("start=" + str(start + 50) in members) == (start < 101)
        seen += found
    assert seen == ids


def test_a_family_that_is_not_there_is_told(reader: TestClient) -> None:
    page = reader.get("/families/nothing")
    assert page.status_code == 404
    assert "Look for one of its articles" in page.text


def _decide(reader: TestClient, key: str, verb: str, **given: str) -> tuple[int, str]:
    form = {"key": key, "article": "first", "verb": verb, "reasons": HOSTILE, **given}
    answer = reader.post("/decisions", data=form, follow_redirects=False)
    return answer.status_code, answer.headers.get("location", "")


def test_a_decision_on_a_tie_is_shown_beside_it_at_once_and_kept(
    reader: TestClient, folder: Path
) -> None:
    carry_token(reader)
    with Archive.open(folder) as archive:
        refresh_families(archive)
        (head,) = archive.families.largest(10)
    address = f"/families/{head.id}"
    (key,) = set(re.findall(r'data-subject="(edge:[^"]*)"', reader.get(address).text))
    assert "/decisions/on?key=edge%3A" in reader.get(address).text
    asked = {"key": key, "article": "first", "family": head.id}
    assert f'name="family" value="{head.id}"' in reader.get("/decisions/on", params=asked).text
    assert _decide(reader, key, "reject", family=head.id) == (303, f"{address}?kept=1#just-kept")
    for again in range(2):
        page, listed = reader.get(address).text, reader.get("/families").text
        assert "Anna: this is wrong" in page
        assert HOSTILE not in page
        assert "As people decided, it is: 2 articles alone." in page
        assert "tl-cross" in page
        assert "2 articles alone" in listed
        assert "2 articles alone" in reader.get("/articles/reprint").text
        if not again:
            with Archive.open(folder) as archive:
                archive.add([Collected(article("bridge", BRIDGE), b"", "text/plain", "b")])
                refresh_families(archive)
    with Archive.open(folder) as archive:
        number = archive.review.latest(1)[0].number
    reader.post(f"/decisions/{number}/undo", data={"family": head.id})
    assert "As people decided" not in reader.get(address).text


def test_a_tie_that_no_family_has_cannot_be_decided(reader: TestClient, folder: Path) -> None:
    carry_token(reader)
    with Archive.open(folder) as archive:
        refresh_families(archive)
    assert _decide(reader, "edge:first:orchard", "reject")[0] == 404
