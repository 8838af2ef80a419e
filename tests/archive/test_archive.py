"""Opening an archive, and what it says of itself."""

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.archive import Archive, migrations, rows
from secondsource.archive.adding import Adding
from secondsource.archive.database import explain_errors
from secondsource.archive.migrations import load_migrations
from secondsource.article import Article, Boilerplate, Credit, Link, Role, Span
from secondsource.collect.item import Collected
from secondsource.errors import ArchiveError, ArchiveMissingError, ArticleNotFoundError
from secondsource.evidence.finding import Coverage
from tests.archive.items import BAKERY, BRIDGE, FERRY, make_full_article, make_item


def test_an_archive_is_made_only_when_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "newsroom"
    with pytest.raises(ArchiveMissingError, match=r"`secondsource add --archive .* makes one"):
        Archive.open(folder)
    assert not folder.exists()
    with Archive.open(str(folder), create=True) as archive:
        archive.add([make_item(FERRY)])
        assert archive.path == folder
    with Archive.open(folder) as archive:
        assert len(archive) == 1


def write_foreign_database(folder: Path) -> None:
    connection = sqlite3.connect(folder / "archive.db")
    connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.commit()
    connection.close()


def write_newer_schema(folder: Path) -> None:
    Archive.open(folder, create=True).close()
    connection = sqlite3.connect(folder / "archive.db")
    connection.execute("INSERT INTO migration VALUES (9999, 'later', '2040')")
    connection.commit()
    connection.close()


def write_text(folder: Path) -> None:
    (folder / "archive.db").write_text("This is a diary, not a database. " * 100)


def cut_in_half(folder: Path) -> None:
    with Archive.open(folder, create=True) as archive:
        archive.add(make_item(f"{FERRY} {number}") for number in range(300))
    file = folder / "archive.db"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


UNFIT = [
    (write_foreign_database, "a database of another program"),
    (write_newer_schema, r"a newer version of Second Source \(schema 9999"),
    (write_text, "is not a database that Second Source made"),
    (cut_in_half, "is damaged"),
]


@pytest.mark.parametrize(("spoil", "words"), UNFIT)
def test_an_unfit_database_is_refused_in_one_line(
    tmp_path: Path, spoil: object, words: str
) -> None:
    assert callable(spoil)
    spoil(tmp_path)
    before = (tmp_path / "archive.db").read_bytes()
    with pytest.raises(ArchiveError, match=words) as refused, Archive.open(tmp_path) as archive:
        list(archive.articles())
    assert "\n" not in str(refused.value)
    assert (tmp_path / "archive.db").read_bytes() == before


def test_a_folder_in_the_place_of_the_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "archive.db").mkdir()
    with pytest.raises(ArchiveError, match=r"archive\.db is a folder"):
        Archive.open(tmp_path, create=True)


@pytest.mark.parametrize(
    ("free", "words"),
    [
        (4096, r"The disk that holds .* is full\. Everything added before is kept"),
        (10**9, r"a quota or a limit on the size of files was reached, or its disk fails"),
    ],
)
def test_where_the_disk_has_no_room_for_reading_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, words: str
) -> None:
    """SQLite says no more than “disk I/O error” of a full disk, a quota and a limit."""
    room = shutil.disk_usage(tmp_path)._replace(free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: room)
    with pytest.raises(ArchiveError, match=words), explain_errors(tmp_path):
        raise sqlite3.OperationalError("disk I/O error")


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limits")
def test_a_limit_on_the_size_of_files_is_told_and_keeps_what_was_there(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.add([make_item(FERRY)])
    program = (
        "import resource, sys; from secondsource.archive import Archive\n"
        "from tests.archive.items import BRIDGE, make_item\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, resource.RLIM_INFINITY))\n"
        "with Archive.open(sys.argv[1]) as archive: archive.add([make_item(BRIDGE * 900)])"
    )
    words = [sys.executable, "-c", program, str(tmp_path)]
    root = Path(__file__).parents[2]
    done = subprocess.run(words, capture_output=True, text=True, cwd=root, check=False)
    assert "a limit on the size of files was reached" in done.stderr.splitlines()[-1]
    with Archive.open(tmp_path) as archive:
        assert [article.text for article in archive.articles()] == [FERRY]


def test_a_number_too_large_elsewhere_is_no_matter_of_the_archive(tmp_path: Path) -> None:
    with pytest.raises(OverflowError, match="date value"), explain_errors(tmp_path):
        datetime.max + timedelta(1)


def test_a_file_is_no_archive(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("x")
    with pytest.raises(ArchiveError, match=r"is a file; an archive is a folder"):
        Archive.open(file, create=True)
    with pytest.raises(ArchiveError, match=r"could not be made \(Not a directory\)"):
        Archive.open(file / "newsroom", create=True)


def test_a_database_cut_off_at_birth_is_finished(tmp_path: Path) -> None:
    (tmp_path / "archive.db").touch()
    with Archive.open(tmp_path) as archive:
        assert len(archive.add([make_item(FERRY)]).added) == 1


def test_a_migration_and_its_record_are_written_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as patched:
        patched.setattr(migrations, "_record", crash)
        with pytest.raises(RuntimeError, match="killed"):
            Archive.open(tmp_path, create=True)
    with sqlite3.connect(tmp_path / "archive.db") as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    connection.close()
    with Archive.open(tmp_path) as archive:
        assert len(archive) == 0


def test_migrations_are_numbered_without_gaps() -> None:
    numbers = [migration.number for migration in load_migrations()]
    assert numbers == list(range(1, len(numbers) + 1))


def test_an_article_is_found_by_its_id_or_the_beginning_of_it(archive: Archive) -> None:
    ids = ("abcdef01", "abcdef02", "abcxyz_%", "abcxyzzz")
    archive.add([make_item(f"{FERRY} {id_}", id=id_) for id_ in ids])
    assert archive.get("abcdef01").id == "abcdef01"
    assert archive.get("abcxyz_").id == "abcxyz_%"
    with pytest.raises(ArticleNotFoundError, match=r"More than one .* abcdef01, abcdef02"):
        archive.get("abcdef")
    with pytest.raises(ArticleNotFoundError, match="at least 6 of its first characters"):
        archive.get("abcde")
    with pytest.raises(ArchiveError, match="half a character"):
        archive.get("\udcff1234567")
    with pytest.raises(ArticleNotFoundError, match=r"`secondsource search WORDS"):
        archive.get("nowhere")
    assert "abcdef01" in archive
    assert "abcdef" not in archive


def test_articles_stream_in_the_order_of_adding(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "BATCH", 2)
    ids = ["zeta", "alpha", "mid", "beta", "last"]
    archive.add([make_item(f"{FERRY} {id_}", id=id_) for id_ in ids])
    archive.remove("mid")
    ids.remove("mid")
    assert [article.id for article in archive.articles()] == ids
    assert [article.id for article in archive.articles(reversed(ids))] == ids[::-1]
    with pytest.raises(ArticleNotFoundError, match="nowhere"):
        list(archive.articles(["beta", "nowhere"]))


def test_streaming_takes_four_queries_a_batch(archive: Archive) -> None:
    archive.add([make_item(f"{FERRY} {number}") for number in range(450)])
    asked: list[str] = []
    archive._database.connection.set_trace_callback(asked.append)
    assert len(list(archive.articles())) == 450
    archive._database.connection.set_trace_callback(None)
    assert len(asked) == 16  # three batches of 1 + 4, and one look that finds no more


def test_adding_is_possible_while_streaming(archive: Archive) -> None:
    archive.add([make_item(f"{FERRY} {number}") for number in range(250)])
    streaming = archive.articles()
    list(islice(streaming, 10))
    archive.add([make_item(BRIDGE)])
    assert [article.text for article in streaming][-1] == BRIDGE


def test_removed_articles_leave_a_note_and_no_bytes(archive: Archive) -> None:
    archive.add([make_item(FERRY, id="ferry-1", raw=b"one"), make_item(BRIDGE, id="bridge-1")])
    raw = archive.get("ferry-1").raw
    assert raw is not None
    assert archive.remove("ferry-1").text == FERRY
    assert len(archive) == 1
    assert archive.search("ferry", 5) == []
    with pytest.raises(ArticleNotFoundError, match=r"was removed from .* on 2\d{3}-.* UTC"):
        archive.get("ferry-1")
    with pytest.raises(ArticleNotFoundError, match="no raw bytes"):
        archive.raw(raw)
    assert archive.add([make_item(FERRY, id="ferry-1", raw=b"one")]).added == ("ferry-1",)
    assert sorted(archive.index_entries()) == [2, 3]  # an ordinal is never given twice


def test_bytes_shared_with_another_article_stay(archive: Archive) -> None:
    for number in (1, 2):
        url = f"https://mast{number}.example/x"
        archive.add([make_item(FERRY, id=f"copy-{number}", url=url, raw=b"same")])
    archive.remove("copy-1")
    kept = archive.get("copy-2").raw
    assert kept is not None
    assert archive.raw(kept) == b"same"


def test_coverage(archive: Archive) -> None:
    assert archive.coverage() == Coverage(0, (), (), None, None)
    described = [
        ("a", "Fennmark Courier", "en", "2031-04-07"),
        ("b", "Голос гавани", "ru", "2031-04"),
        ("c", "Fennmark Courier", None, None),
        ("d", None, "en", "2032-01-01T10:00:00Z"),
    ]
    archive.add(
        make_item(id_, article=Article("", id_, outlet=outlet, language=lang, published=date))
        for id_, outlet, lang, date in described
    )
    assert archive.coverage() == Coverage(
        4, ("Fennmark Courier", "Голос гавани"), ("en", "ru"), "2031-04", "2032-01-01T10:00:00Z"
    )


def test_the_generation_grows_with_every_change(archive: Archive) -> None:
    generations = [archive.generation]
    archive.add([make_item(FERRY, id="ferry-1")])
    generations.append(archive.generation)
    archive.remove("ferry-1")
    generations.append(archive.generation)
    assert generations == sorted(set(generations))
    assert archive.add([]).added == ()
    assert archive.generation == generations[-1]


def test_what_a_derived_index_needs(archive: Archive) -> None:
    full = make_full_article()
    archive.add([make_item(BAKERY), Collected(full, b"", "text/plain", "x")])
    assert archive.index_entries()[2] == (full.id, full.outlet, full.published)
    assert archive.last_ordinal == 2


TEXT = st.text(st.characters(exclude_categories=["Cs"]))
MAYBE = st.none() | TEXT


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(TEXT.filter(str.strip))
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = ends.map(lambda pair: Span(min(pair), max(pair)))
    credit = st.builds(Credit, st.sampled_from(Role), TEXT, MAYBE, MAYBE, st.none() | spans)
    return Article(
        id=draw(TEXT),
        text=text,
        url=draw(MAYBE),
        canonical=draw(MAYBE),
        title=draw(MAYBE),
        outlet=draw(MAYBE),
        byline=tuple(draw(st.lists(TEXT, max_size=3))),
        published=draw(MAYBE),
        language=draw(MAYBE),
        credits=tuple(draw(st.lists(credit, max_size=3))),
        links=tuple(draw(st.lists(st.builds(Link, TEXT, TEXT), max_size=3))),
        boilerplate=tuple(draw(st.lists(st.builds(Boilerplate, spans, TEXT), max_size=3))),
        raw=None,
    )


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(articles())
def test_any_article_comes_back_as_it_was(archive: Archive, article: Article) -> None:
    # Straight to the database: the search index has tests of its own and takes its time.
    article = replace(article, id=f"{archive.last_ordinal}-{article.id}")
    adding = Adding(archive._database)
    adding.take(Collected(article, b"", "text/plain", "x"))
    adding.flush()
    for id_ in adding.result().added + adding.result().changed:
        assert archive.get(id_) == replace(article, id=id_)
        assert next(iter(archive.articles([id_]))) == replace(article, id=id_)


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(min_size=1, max_size=300))
def test_raw_bytes_come_back_as_they_were(archive: Archive, data: bytes) -> None:
    with archive._database.transaction() as connection:
        name = rows.insert_raw(connection, data, "application/octet-stream")
    assert name == hashlib.sha256(data).hexdigest()
    assert archive.raw(name) == data
