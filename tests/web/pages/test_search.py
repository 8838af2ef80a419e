"""The page of the search: shared addresses, marked words, hostile text as text."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.collect import Collected
from secondsource.jobs.families import refresh_families
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.lineage.prose import HARBOUR, article

HOSTILE = '<script>alert("x")</script> \u202eferry'


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A browser at an archive with three copies of a text, and a page with bad manners."""
    folder: Path = tmp_path_factory.mktemp("search") / "archive"
    with Archive.open(folder, create=True) as archive:
        archive.add(
            Collected(each, each.text.encode(), "text/plain", each.id)
            for number, one in enumerate(
                (
                    article("one", HARBOUR, outlet="Courier", language="en", title="Old pier shut"),
                    article("two", HARBOUR, outlet="Inland", language="en", title="Pier closed"),
                    article("three", HARBOUR, outlet="Islander", language="en", title="No ferry"),
                    article(
                        "bad", f"The ferry. {HOSTILE}", outlet=HOSTILE, title=HOSTILE, language="en"
                    ),
                )
            )
            for each in [replace(one, url=f"https://{number}.example/")]
        )
        refresh_families(archive)
    app = create_app(Settings(archive=folder, person="Anna"))
    with TestClient(app, base_url="http://127.0.0.1:8380") as client:
        yield client


def test_without_words_it_says_what_to_do(reader: TestClient) -> None:
    page = reader.get("/search")
    assert page.status_code == 200
    assert "Type some words" in page.text


def test_words_are_marked_and_copies_are_under_one(reader: TestClient) -> None:
    page = reader.get("/search", params={"q": "ferries"}).text
    assert "<mark>ferry</mark>" in page
    assert "4 articles, which are 2 texts once copies are taken together." in page
    assert "2 other articles carry this text or part of it" in page
    assert page.count('class="result"') == 2
    for title in ("Old pier shut", "Pier closed", "No ferry"):
        assert title in page


def test_hostile_text_is_only_text(reader: TestClient) -> None:
    page = reader.get("/search", params={"q": "ferry"}).text
    assert "<script>alert" not in page
    assert "\u202e" not in page
    assert "⟨right-to-left override⟩" in page


def test_what_was_asked_stands_in_the_form(reader: TestClient) -> None:
    asked = {"q": '"><b>', "outlet": "Courier", "since": "2020-01-01", "order": "date"}
    page = reader.get("/search", params=asked).text
    assert 'value="&#34;&gt;&lt;b&gt;"' in page
    assert 'value="Courier"' in page
    assert 'value="2020-01-01"' in page
    assert '<option value="date" selected>' in page
    assert "Nothing in this archive" in page


@pytest.mark.parametrize("asked", [{"q": "x" * 2_001}, {"q": "a", "since": "yesterday"}])
def test_what_cannot_be_asked_is_told(reader: TestClient, asked: dict[str, str]) -> None:
    page = reader.get("/search", params=asked)
    assert page.status_code == 422
    assert 'role="alert"' in page.text


def test_a_place_that_is_gone_shows_the_first_page(reader: TestClient) -> None:
    page = reader.get("/search", params={"q": "ferries", "after": "gone"})
    assert page.status_code == 200
    assert "The archive changed in between" in page.text
    assert page.text.count('class="result"') == 2
