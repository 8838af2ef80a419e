"""The pages of people: found by any spelling, told with their articles, joined and taken apart."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from secondsource.archive import Archive
from secondsource.article import Article, Credit, Role
from secondsource.collect import Collected
from secondsource.jobs.everybody import refresh_people
from secondsource.web.accounts.passwords import Passwords
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.web.desk import carry_token, make_desk, open_browser

_TEXTS = (
    "Anna Weld, the mayor, said the harbour stays open. Anna Weld spoke on Monday.",
    "The minister Tomas Breck met Anna Weld, said Tomas Breck.",
    "The mayor Anna Reed spoke. Anna Reed said that the harbour is closed.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(
            Collected(Article(f"a{n}", text, language="en"), b"", "text/plain", f"a{n}")
            for n, text in enumerate(_TEXTS)
        )
        refresh_people(archive)
    return tmp_path / "archive"


@pytest.fixture
def reader(folder: Path) -> Iterator[TestClient]:
    app = create_app(Settings(archive=folder, person="Anna"))
    with TestClient(app, base_url="http://127.0.0.1:8380") as client:
        carry_token(client)
        yield client


def _find_id(folder: Path, name: str) -> str:
    with Archive.open(folder) as archive:
        return archive.people.spelled(name)[0].id


def test_they_are_listed_and_found(reader: TestClient) -> None:
    assert "Tomas Breck" in reader.get("/people").text
    page = reader.get("/people", params={"q": "weld"}).text
    assert "Anna Weld" in page
    assert "Tomas Breck" not in page
    assert "Nobody in this archive" in reader.get("/people", params={"q": "Zzyzx"}).text


def test_one_is_told_with_the_articles(reader: TestClient, folder: Path) -> None:
    page = reader.get(f"/people/{_find_id(folder, 'Anna Weld')}").text
    assert page.count("<h1") == 1
    assert "named in 2 articles" in page
    assert 'href="/articles/a0"' in page
    assert "“Anna Weld, the mayor," in page  # an article without a title, by its first words


def test_where_nothing_is_quoted_no_command_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"/people/{_find_id(folder, 'Anna Weld')}"
    monkeypatch.setattr("secondsource.web.pages.people._list_quotes", lambda *_: [])
    with open_browser(create_app(Settings(archive=folder, person="Anna"))) as client:
        page = client.get(address).text
        assert "Whoever runs this workbench can have more of them read." in page
        assert "secondsource people" not in page
        with Archive.open(folder) as archive:
            archive.names.hear([1, 2, 3], lambda texts: [() for _ in texts])
        assert "Nothing in any article with this name." in client.get(address).text


def test_two_are_joined_and_taken_apart_again(reader: TestClient, folder: Path) -> None:
    weld = _find_id(folder, "Anna Weld")
    page = reader.post(f"/people/{weld}/merge", data={"other": "anna reed"})
    assert page.url.path == f"/people/{weld}"
    assert "named in 3 articles" in page.text
    assert "Anna: Anna Weld and Anna Reed are one" in page.text
    assert _read_note(page.text) == "Decision 1 is kept. Anna: Anna Weld and Anna Reed are one."
    page = reader.post("/people/undo", data={"number": "1"})
    assert "named in 2 articles" in page.text
    assert "<del>" in page.text
    assert _read_note(page.text) == "Decision 2 is kept. Anna took decision 1 back."
    assert 'id="just-kept"' not in reader.get(f"/people/{weld}?kept=9").text


def _read_note(page: str) -> str:
    """What somebody who has just decided is told, up to the link to all decisions."""
    (note,) = html.document_fromstring(page).xpath("//*[@id='just-kept']")
    return " ".join(note.text_content().split()).removesuffix(" See it among all decisions")


def test_a_name_is_taken_off(reader: TestClient, folder: Path) -> None:
    weld = _find_id(folder, "Anna Weld")
    reader.post(f"/people/{weld}/merge", data={"other": "Anna Reed"})
    refused = reader.post(f"/people/{weld}/split", data={"names": ["Anna Weld", "Anna Reed"]})
    assert refused.status_code == 400
    assert "leave at least one" in refused.text
    page = reader.post(f"/people/{weld}/split", data={"names": ["Anna Reed"]})
    assert "named in 2 articles" in page.text
    assert _read_note(page.text) == "Decision 2 is kept. Anna: Anna Reed is not Anna Weld."


@pytest.mark.parametrize(("other", "told"), [("Anna", "choose one"), ("Zzyzx", "Nobody else")])
def test_who_is_meant_is_asked(reader: TestClient, folder: Path, other: str, told: str) -> None:
    page = reader.post(f"/people/{_find_id(folder, 'Tomas Breck')}/merge", data={"other": other})
    assert page.status_code == 422
    assert told in page.text
    (field,) = html.document_fromstring(page.text).xpath("//input[@autofocus]")
    assert field.get("id") == "other"


def test_nobody_is_told(reader: TestClient) -> None:
    assert reader.get("/people/nobody").status_code == 404


def test_every_number_explains_itself(reader: TestClient, folder: Path) -> None:
    for address in ("/people", f"/people/{_find_id(folder, 'Anna Weld')}"):
        page = html.document_fromstring(reader.get(address).text)
        keys = {each.get("popovertarget") for each in page.xpath("//*[@class='num']")}
        assert keys
        assert keys <= {each.get("id") for each in page.xpath("//*[@popover]")}


def test_what_credited_counts_is_explained(reader: TestClient, folder: Path) -> None:
    credit = Credit(Role.AUTHOR, "Tomas Breck")
    signed = Article("signed", _TEXTS[1] + " Signed.", language="en", credits=(credit,))
    with Archive.open(folder) as archive:
        archive.add([Collected(signed, b"", "text/plain", "signed")])
        refresh_people(archive)
    page = html.document_fromstring(reader.get(f"/people/{_find_id(folder, 'Tomas Breck')}").text)
    told = {" ".join(each.text_content().split()) for each in page.xpath("//details")}
    assert any(each.startswith("credited in 1 articleArticles that give this") for each in told)
    counted = page.xpath("//*[@class='said-of']/li[translate(., '0123456789', '') != .]")
    assert len(counted) == len(page.xpath("//*[@class='said-of']/li/details")) == 2


def test_a_reader_is_not_asked_who_is_one(folder: Path, quick: Passwords) -> None:
    weld = f"/people/{_find_id(folder, 'Anna Weld')}"
    rob = open_browser(make_desk(folder, quick), "Rob")
    assert "Is this one person or body?" not in rob.get(weld).text
    with Archive.open(folder) as archive:
        archive.decide("people", "merge", ("Anna Weld", "Anna Reed"), "Ann")
    page = rob.get("/people", params={"q": "Weld"}, follow_redirects=True).text
    decided = re.search(r'href="(/people/[^"]+)"[^>]*>(?:<bdi>)?Anna Weld', page)
    assert decided
    page = rob.get(decided[1]).text
    assert "Ann: Anna Weld and Anna Reed are one" in page
    assert "/people/undo" not in page
