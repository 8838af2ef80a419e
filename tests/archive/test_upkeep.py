"""The search index follows the database, whatever happened to either."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from secondsource.archive import Archive, database, upkeep
from secondsource.archive.index import IndexedText, IndexState, PassageIndex
from secondsource.errors import ArchiveError
from tests.archive.items import BAKERY, BRIDGE, FERRY, make_item


def find(folder: Path, query: str) -> list[str]:
    """The texts that a newly opened archive finds."""
    with Archive.open(folder) as archive:
        return [hit.text for hit in archive.search(query, 9)]


def index_of(folder: Path) -> Path:
    return folder / "index" / "passages"


def fill(folder: Path, *texts: str) -> None:
    with Archive.open(folder, create=True) as archive:
        archive.add(make_item(text, id=text[:9]) for text in texts)


def remove_folder(index: Path) -> None:
    shutil.rmtree(index.parent)


def spoil_meta(index: Path) -> None:
    (index / "meta.json").write_text("{}")


def cut_segments(index: Path) -> None:
    for file in index.glob("*.term"):
        file.write_bytes(file.read_bytes()[:10])


def remove_segments(index: Path) -> None:
    for file in index.glob("*.idx"):
        file.unlink()


def put_a_file_there(index: Path) -> None:
    shutil.rmtree(index)
    index.write_text("not a folder")


def scramble_segments(index: Path) -> None:
    for file in index.glob("*.term"):
        data = bytearray(file.read_bytes())
        data[10:60] = b"\xff" * 50  # tantivy panics on this, which is no ordinary exception
        file.write_bytes(data)


SPOILT = [
    remove_folder,
    spoil_meta,
    cut_segments,
    scramble_segments,
    remove_segments,
    put_a_file_there,
]


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_missing_or_broken_index_is_built_anew(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    fill(tmp_path, FERRY, BRIDGE)
    spoil(index_of(tmp_path))
    assert find(tmp_path, "ferry") == [FERRY]
    fill(tmp_path, BAKERY)
    assert find(tmp_path, "bread") == [BAKERY]


def test_a_crash_between_truth_and_index_is_made_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise RuntimeError("killed")

    fill(tmp_path, FERRY)
    with monkeypatch.context() as patched:
        patched.setattr(PassageIndex, "update", crash)
        with pytest.raises(RuntimeError, match="killed"):
            fill(tmp_path, BRIDGE)
        with Archive.open(tmp_path) as archive, pytest.raises(RuntimeError, match="killed"):
            archive.remove(FERRY[:9])
    assert find(tmp_path, "ferry bridge") == [BRIDGE]


def test_catching_up_takes_in_only_what_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, FERRY, BRIDGE)
    taken: list[str] = []
    update = PassageIndex.update

    def count(
        self: PassageIndex, texts: Iterable[IndexedText], removed: Iterable[int], state: IndexState
    ) -> None:
        new = list(texts)
        taken.extend(text.text for text in new)
        update(self, new, removed, state)

    monkeypatch.setattr(PassageIndex, "update", count)
    fill(tmp_path, BAKERY)
    find(tmp_path, "bread")
    assert taken == [BAKERY]


def test_large_archives_are_taken_in_part_by_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "COMMIT_ARTICLES", 3)
    with Archive.open(tmp_path, create=True) as archive:
        archive.add(make_item(f"{FERRY} {number}", id=str(number)) for number in range(10))
        archive.remove("4")
        remove_folder(index_of(tmp_path))
        assert len(archive.search("ferry", 20)) == 9


def test_an_index_of_another_archive_is_not_believed(tmp_path: Path) -> None:
    fill(tmp_path / "one", FERRY)
    fill(tmp_path / "two", BRIDGE)
    shutil.rmtree(index_of(tmp_path / "one"))
    shutil.copytree(index_of(tmp_path / "two"), index_of(tmp_path / "one"))
    assert find(tmp_path / "one", "ferry bridge") == [FERRY]


def test_a_database_put_back_from_a_copy_is_indexed_anew(tmp_path: Path) -> None:
    fill(tmp_path, FERRY)
    copy = (tmp_path / "archive.db").read_bytes()
    fill(tmp_path, BRIDGE)
    (tmp_path / "archive.db").write_bytes(copy)
    assert find(tmp_path, "ferry bridge") == [FERRY]
    fill(tmp_path, BAKERY)
    assert find(tmp_path, "bread bridge") == [BAKERY]


def test_what_another_process_adds_is_found(archive: Archive) -> None:
    archive.add([make_item(FERRY)])
    assert archive.search("bridge", 5) == []
    fill(archive.path, BRIDGE)
    assert [hit.text for hit in archive.search("bridge", 5)] == [BRIDGE]


def test_an_index_that_cannot_be_written_anywhere_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(PassageIndex, "update", refuse)
    with pytest.raises(ArchiveError, match=r"No space left.*The articles are kept"):
        fill(tmp_path, FERRY)
    with Archive.open(tmp_path) as archive:
        assert len(archive) == 1


def test_an_index_that_may_not_be_read_is_made_anew_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    list_files = Path.iterdir

    def refuse(folder: Path) -> Iterator[Path]:
        if folder == index_of(tmp_path):
            raise PermissionError(13, "Permission denied")
        return list_files(folder)

    fill(tmp_path, FERRY)
    monkeypatch.setattr(Path, "iterdir", refuse)
    monkeypatch.setattr(os, "access", lambda *_given: False)
    assert find(tmp_path, "ferry") == [FERRY]


def test_an_archive_that_was_emptied_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    fill(tmp_path, FERRY)
    (tmp_path / "archive.db").write_bytes(b"")
    for create in (True, False):
        with pytest.raises(ArchiveError, match=r"archive.db is empty, .* put back a copy of it"):
            Archive.open(tmp_path, create=create)
    shutil.rmtree(tmp_path / "index")  # as when the making of one was cut off
    with Archive.open(tmp_path) as archive:
        assert len(archive) == 0


def test_what_cannot_be_opened_says_which_file_it_is(tmp_path: Path) -> None:
    fill(tmp_path, FERRY)
    lock = tmp_path / "archive.lock"
    for spoil in (lambda: lock.write_bytes(b"something else" * 99), lambda: make_folder(lock)):
        spoil()
        with (
            Archive.open(tmp_path) as archive,
            pytest.raises(ArchiveError, match=r"archive.lock cannot be used .* delete it"),
        ):
            archive.add([make_item(BRIDGE)])
        assert find(tmp_path, "ferry") == [FERRY]
    error = sqlite3.OperationalError("unable to open database file")
    with (
        pytest.raises(ArchiveError, match=r"archive.db cannot be opened: you may not read"),
        database.explain_errors(tmp_path),
    ):
        raise error


def make_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def test_an_index_without_room_to_grow_is_not_called_broken_nor_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fill(tmp_path, FERRY)
    before = {file: file.read_bytes() for file in index_of(tmp_path).glob("*.term")}
    kept_update, full = PassageIndex.update, ["Internal error: 'No space left (os error 28)'"]

    def refuse_once(*given: object) -> None:
        if full:
            raise ValueError(full.pop())
        kept_update(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(PassageIndex, "update", refuse_once)
    with Archive.open(tmp_path) as archive:
        archive.add([make_item(BRIDGE)])
        assert [hit.text for hit in archive.search("ferry bridge", 5)] != []
    assert not full
    assert [line for line in caplog.messages if "broken" in line] == []
    assert {file: file.read_bytes() for file in index_of(tmp_path).glob("*.term")} == before


READ_ONLY = """
import json, os, sys
from secondsource.archive import Archive
from secondsource.errors import ArchiveError
from tests.archive.items import BRIDGE, make_item
# Everything is imported before root becomes somebody who may not read root's Python.
with Archive.open(sys.argv[2], create=True) as archive:
    archive.add([make_item(BRIDGE, url="https://a.example")])
    archive.search("bridge", 5)
if os.geteuid() == 0:
    os.setuid(65534)
with Archive.open(sys.argv[1]) as archive:
    found = [hit.text for hit in archive.search("ferry", 5)]
    try:
        archive.add([make_item(BRIDGE)])
        refused = ""
    except ArchiveError as error:
        refused = str(error)
    print(json.dumps([archive.writable, len(archive), found, refused]))
"""


needs_rights = pytest.mark.skipif(
    sys.platform == "win32", reason="takes away the right to write by chmod"
)


def open_read_only(folder: Path) -> subprocess.CompletedProcess[str]:
    """What `READ_ONLY` says of a folder in which nobody may write."""
    set_rights(folder, 0o555)
    for parent in (folder.parent, *folder.parents[1:3]):
        parent.chmod(0o755)
    shown = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(folder), str(folder.parent / "warm")],
        capture_output=True,
        text=True,
        check=False,
    )
    set_rights(folder, 0o755)
    return shown


@pytest.mark.slow
@needs_rights
@pytest.mark.parametrize("has_index", [True, False])
def test_a_read_only_folder_can_be_searched(tmp_path: Path, has_index: bool) -> None:
    folder = tmp_path / "newsroom"
    fill(folder, FERRY)
    if not has_index:
        shutil.rmtree(folder / "index")
    before = sorted(folder.rglob("*"))
    shown = open_read_only(folder)
    assert shown.returncode == 0, shown.stderr
    writable, count, found, refused = json.loads(shown.stdout)
    assert (writable, count, found) == (False, 1, [FERRY])
    assert "is read-only: it can be searched" in refused
    assert sorted(folder.rglob("*")) == before


@pytest.mark.slow
@needs_rights
def test_a_read_only_folder_with_unfinished_writes_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "newsroom"
    folder.mkdir()
    with Archive.open(tmp_path / "live", create=True) as archive:
        archive.add([make_item(FERRY)])
        for name in ("archive.db", "archive.db-wal"):
            shutil.copyfile(archive.path / name, folder / name)
    shown = open_read_only(folder)
    assert "its last writer did not finish (archive.db-wal is not empty)" in shown.stderr


def set_rights(folder: Path, rights: int) -> None:
    for path in [folder, *folder.rglob("*")]:
        path.chmod(rights if path.is_dir() else rights & 0o666)
    assert os.access(folder, os.R_OK)
