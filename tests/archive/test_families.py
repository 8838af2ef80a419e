"""The stored families of an archive: counted, paged, found by article, and how old they are."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from secondsource.archive import Archive, database, derived
from secondsource.archive.families import FamiliesReach
from secondsource.article import Article, Signal
from secondsource.collect import Collected
from secondsource.errors import ArchiveError, FamilyNotFoundError
from secondsource.lineage import Edge, Family, Relation

_ROWS = (
    ("a", "Harbour News", "en", "2020-05-01"),
    ("b", "Inland", "en", "2020-05-03"),
    ("c", "Маяк", "ru", "2020-05-02"),
    ("d", "Inland", "en", None),
    ("e", None, "en", "2020-06-01"),
)


def _edge(child: str, parent: str, relation: Relation = Relation.COPY) -> Edge:
    why = (Signal("same_words", 0.9, "Nine tenths of its words are the other’s."),)
    return Edge(child, parent, relation, 0.9, 0.8, 0.95, True, why)


LARGE = Family(
    id="large",
    root="a",
    articles=("a", "b", "c", "e"),
    edges=(_edge("b", "a"), _edge("c", "a", Relation.TRANSLATION), _edge("e", "a")),
    core=("a", "b", "c"),
    root_signals=(Signal("earliest", 0.7, "Its date is the earliest."),),
    root_confidence=0.7,
)
SMALL = Family("small", "d", ("d", "b"), (_edge("b", "d", Relation.EXCERPT),), ("d",))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True) as opened:
        opened.add(_collect(*row) for row in _ROWS)
        opened.families.replace([SMALL, LARGE], opened.families.read_wanted())
        yield opened


def _collect(id_: str, outlet: str | None, language: str, published: str | None) -> Collected:
    article = Article(id_, f"Text of {id_}.", outlet=outlet, language=language, published=published)
    return Collected(article, id_.encode(), "text/plain", id_)


def test_the_largest_come_first_with_their_counts(archive: Archive) -> None:
    large, small = archive.families.largest(10)
    assert (large.id, large.articles, large.outlets, large.languages) == (
        "large", 4, 3, ("en", "ru"),
    )  # fmt: skip
    assert (large.first, large.last) == ("2020-05-01", "2020-06-01")
    assert (small.id, small.articles, small.outlets) == ("small", 2, 1)
    assert archive.families.largest(10, after=large.number) == [small]


def test_a_family_comes_back_as_it_was_kept(archive: Archive) -> None:
    assert archive.families.get("large")[1] == LARGE


def test_an_article_belongs_to_the_family_whose_text_it_carries(archive: Archive) -> None:
    ordinals = {entry.id: entry.ordinal for entry in archive.listing.find_ids("abcde").values()}
    found = archive.families.of_articles(list(ordinals.values()))
    assert {id_: found[o].id for id_, o in ordinals.items() if o in found} == {
        "a": "large", "b": "large", "c": "large", "d": "small",
    }  # fmt: skip
    assert [head.id for head in archive.families.holding("b")] == ["large", "small"]
    assert archive.families.holding("nobody") == []


def test_it_tells_what_was_added_and_removed_since(archive: Archive) -> None:
    assert archive.families.measure().is_current
    archive.add([_collect("f", None, "en", None)])
    archive.remove("e")
    reach = archive.families.measure()
    assert (reach.families, reach.later, reach.removed, reach.is_current) == (2, 1, 1, False)


def test_families_that_were_never_worked_out_are_none(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "new", create=True) as archive:
        archive.add([_collect("a", None, "en", None)])
        assert archive.families.measure() == FamiliesReach(later=1)
        assert archive.families.largest(10) == []
        with pytest.raises(FamilyNotFoundError):
            archive.families.get("large")


def test_a_broken_file_is_made_anew(archive: Archive) -> None:
    path = archive.path / "index" / "families.db"
    archive.families.close()
    for name in ("-wal", "-shm"):
        path.with_name(path.name + name).unlink(missing_ok=True)
    path.write_bytes(b"not a database" * 100)
    assert archive.families.measure().made_at is None
    archive.families.replace([SMALL], archive.families.read_wanted())
    assert len(archive.families.largest(10)) == 1


def test_a_file_that_is_only_locked_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derived, "BUSY_WAIT_SECONDS", 0.05)
    path = tmp_path / "archive" / "index" / "families.db"
    with Archive.open(tmp_path / "archive", create=True) as opened:
        path.parent.mkdir(exist_ok=True)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            other.execute("CREATE TABLE theirs (x)")
            with pytest.raises(ArchiveError, match="locked"):
                opened.families.measure()
            other.execute("COMMIT")
            assert path.exists()
        assert opened.families.measure().made_at is None


@pytest.mark.parametrize("log", ["there", "gone"])
def test_a_read_only_archive_whose_last_writer_did_not_finish(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, log: str
) -> None:
    archive.families.measure()  # its writer holds the file open: all is in the log still
    monkeypatch.setattr(database, "_may_write", lambda *_paths: False)
    path = archive.path / "index" / "families.db"
    if log == "gone":
        archive.families.close()
        for name in ("-wal", "-shm"):
            path.with_name(path.name + name).unlink(missing_ok=True)
        path.write_bytes(b"")
    with Archive.open(archive.path) as reading:
        assert len(reading.families.largest(10)) == (2 if log == "there" else 0)
        assert (reading.families.measure().made_at is None) is (log == "gone")


def test_those_of_another_archive_are_not_believed(archive: Archive, tmp_path: Path) -> None:
    archive.families.close()
    with Archive.open(tmp_path / "other", create=True) as other:
        other.add([_collect("z", None, "en", None)])
        (other.path / "index" / "families.db").write_bytes(
            (archive.path / "index" / "families.db").read_bytes()
        )
        assert other.families.largest(10) == []
