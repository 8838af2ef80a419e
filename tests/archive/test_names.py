"""The index of names: found in pieces, kept when stopped, made anew when broken."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.archive import Archive, database, names
from secondsource.article import Article
from secondsource.collect import Collected
from secondsource.errors import ArchiveError, SecondSourceError
from secondsource.jobs.people import (
    find_one,
    hear_articles,
    index_people,
    list_quotes,
    merge_people,
    split_someone,
)
from secondsource.names.people import People

_NAMES = ("Anna Weld", "Tom Reed", "Eva Venn")
ARTICLES = 23


def _items(first: int, last: int) -> list[Collected]:
    return [_make_item(f"a{k}", k) for k in range(first, last)]


def _make_item(id_: str, k: int) -> Collected:
    text = f"In town number {k} they met {_NAMES[k % 3]} at noon."
    article = Article(id_, text, language="en", outlet="Courier")
    return Collected(article, text.encode(), "text/plain", id_)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(names, "PIECE", 5)
    with Archive.open(tmp_path / "newsroom", create=True) as archive:
        archive.add(_items(0, ARTICLES))
    return tmp_path / "newsroom"


def _count(archive: Archive) -> dict[str, int]:
    everybody = index_people(archive).people.everybody
    return {someone.name: len(someone.articles) for someone in everybody}


_ALL = {"Courier": 23, "Anna Weld": 8, "Tom Reed": 8, "Eva Venn": 7}


def test_what_was_found_before_a_stop_is_kept(folder: Path) -> None:
    def stop(done: int) -> None:
        if done >= 10:
            raise KeyboardInterrupt

    with Archive.open(folder) as archive, pytest.raises(KeyboardInterrupt):
        archive.names.refresh(stop)
    with Archive.open(folder) as archive:
        assert archive.names.measure().done == 10
        steps: list[int] = []
        archive.names.refresh(steps.append)
        assert steps == [15, 20, 23]
        assert _count(archive) == _ALL


def test_added_and_removed_articles(folder: Path) -> None:
    with Archive.open(folder) as archive:
        assert _count(archive) == _ALL
        archive.add(_items(ARTICLES, ARTICLES + 2))
        archive.remove("a0")
        assert _count(archive) == {**_ALL, "Courier": 24, "Eva Venn": 8}


@pytest.mark.parametrize("damage", [b"", b"not a database" * 50, None])
def test_a_broken_index_is_made_anew(folder: Path, damage: bytes | None) -> None:
    with Archive.open(folder) as archive:
        index_people(archive)
    path = folder / "index" / "names.db"
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    with Archive.open(folder) as archive:
        assert _count(archive) == _ALL


def test_who_is_quoted_is_read_once(folder: Path) -> None:
    text = "Mayor Anna Weld said that the pier is closed."
    item = Collected(Article("q", text, language="en"), text.encode(), "text/plain", "q")
    with Archive.open(folder) as archive:
        archive.add([item])
        weld = find_one(index_people(archive), "Anna Weld")
        assert list_quotes(archive, [weld]) == {}
        assert hear_articles(archive, weld.articles) == len(weld.articles)
        assert hear_articles(archive, weld.articles) == 0
        (quote,) = list_quotes(archive, [weld])[weld.id]
        assert "pier is closed" in quote.said.spans[0].of(text)
        assert list_quotes(archive, [weld], 1) == {weld.id: [quote]}
        assert quote.article == max(weld.articles), "only the newest of those read is looked at"


def test_the_exact_name_means_the_one_who_has_it(folder: Path) -> None:
    with Archive.open(folder) as archive:
        index = index_people(archive)
    first, *_ = index.people.everybody
    both = (replace(first, name="Rada", names=("Rada",)), replace(first, name="RADA", names=()))
    twice = replace(index, people=People(both))
    assert [find_one(twice, name).name for name in ("Rada", "RADA")] == ["Rada", "RADA"]
    with pytest.raises(SecondSourceError, match="may be Rada, RADA"):
        find_one(twice, "rada")


def test_decisions_are_signed_kept_and_undone(folder: Path) -> None:
    with Archive.open(folder) as archive:
        made = merge_people(archive, "Tom Reed", "Eva Venn", "A. Reader")
        assert (made.decided_by, made.verb) == ("A. Reader", "merge")
        assert _count(archive)["Tom Reed"] == 15
    (folder / "index" / "names.db").unlink()
    with Archive.open(folder) as archive:
        assert _count(archive)["Tom Reed"] == 15
        archive.undo("people", None, "B. Reader")
        assert _count(archive) == _ALL
        history = archive.decisions("people")
        assert [(d.verb, d.decided_by, d.undone) for d in history] == [
            ("merge", "A. Reader", True),
            ("undo", "B. Reader", False),
        ]
        with pytest.raises(ArchiveError, match="no decision to undo"):
            archive.undo("people", None, "B. Reader")


def test_a_split_outlives_what_the_program_finds(folder: Path) -> None:
    text = "In the end they met A. Weld there."
    item = Collected(Article("w", text, language="en"), text.encode(), "text/plain", "w")
    with Archive.open(folder) as archive:
        archive.add([item])
        assert _count(archive)["Anna Weld"] == 9
        split_someone(archive, "Anna Weld", ["A. Weld"], "A. Reader")
        assert (_count(archive)["Anna Weld"], _count(archive)["A. Weld"]) == (8, 1)


@pytest.mark.parametrize("sql", ["DELETE FROM decision", "UPDATE decision SET verb = 'split'"])
def test_a_decision_cannot_be_changed_or_taken_out(folder: Path, sql: str) -> None:
    with Archive.open(folder) as archive:
        merge_people(archive, "Tom Reed", "Eva Venn", "A. Reader")
    with sqlite3.connect(folder / "archive.db") as connection, pytest.raises(sqlite3.Error):
        connection.execute(sql)


def test_an_unsigned_decision_is_refused(folder: Path) -> None:
    with Archive.open(folder) as archive, pytest.raises(ArchiveError, match="needs the name"):
        merge_people(archive, "Tom Reed", "Eva Venn", " ")


def test_joins_are_worked_out_once_and_kept_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive.open(folder) as archive:
        archive.add(_items(ARTICLES, ARTICLES + 3))
        archive.add([_make_other("w", "In the end they met A. Weld there.")])
        fresh = index_people(archive)
        monkeypatch.setattr("secondsource.jobs.people.join_names", None)
        assert index_people(archive) == fresh
    monkeypatch.undo()
    with Archive.open(folder) as archive:
        archive.remove("w")
        assert _count(archive)["Anna Weld"] == 9


def _make_other(id_: str, text: str) -> Collected:
    return Collected(Article(id_, text, language="en"), text.encode(), "text/plain", id_)


@pytest.mark.parametrize("found_before", [0, 1])
def test_a_read_only_archive_has_its_people(
    folder: Path, monkeypatch: pytest.MonkeyPatch, found_before: int
) -> None:
    if found_before:
        with Archive.open(folder) as archive:
            index_people(archive)
            archive.add(_items(ARTICLES, ARTICLES + 1))
    monkeypatch.setattr(database, "_may_write", lambda *_places: False)
    with Archive.open(folder) as archive:
        assert _count(archive)["Courier"] == ARTICLES + found_before
        with pytest.raises(ArchiveError, match="read-only"):
            merge_people(archive, "Tom Reed", "Eva Venn", "A. Reader")


@pytest.mark.parametrize("sql", ["UPDATE reach SET format = 1", "UPDATE reach SET until = 99"])
def test_names_of_another_format_or_archive_are_found_anew(folder: Path, sql: str) -> None:
    with Archive.open(folder) as archive:
        index_people(archive)
    connection = sqlite3.connect(folder / "index" / "names.db")
    connection.execute(sql)
    connection.execute("DELETE FROM named")
    connection.commit()
    connection.close()
    with Archive.open(folder) as archive:
        assert archive.names.measure().done == 0
        assert _count(archive) == _ALL
