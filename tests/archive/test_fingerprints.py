"""The fingerprint index: in step with the database, rebuilt when missing or broken."""

import shutil
from pathlib import Path

import pytest

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.collect import Collected
from tests.lineage.prose import BRIDGE, FOOTER, HARBOUR, ORCHARD

_TEXTS = {"harbour": HARBOUR, "orchard": ORCHARD, "bridge": BRIDGE}


def _items(texts: dict[str, str], outlet: str | None = None) -> list[Collected]:
    return [
        Collected(Article(name, text, outlet=outlet), text.encode(), "text/plain", name)
        for name, text in texts.items()
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(_items(_TEXTS))
    return tmp_path / "archive"


def _sharing(folder: Path, text: str) -> tuple[str, ...]:
    with Archive.open(folder) as archive:
        return archive.find_sharing([text], 10)


def test_finds_after_reopening(folder: Path) -> None:
    assert _sharing(folder, HARBOUR[:300]) == ("harbour",)
    assert _sharing(folder, "not one of the words here stands in any article of the three") == ()


def test_catches_up_with_what_is_added_and_removed(folder: Path) -> None:
    with Archive.open(folder) as archive:
        archive.add(_items({"copy": HARBOUR + " More."}))
        assert set(archive.find_sharing([HARBOUR], 10)) == {"harbour", "copy"}
        archive.remove("harbour")
        assert archive.find_sharing([HARBOUR], 10) == ("copy",)
    assert _sharing(folder, HARBOUR) == ("copy",)


def test_rebuilt_when_missing(folder: Path) -> None:
    shutil.rmtree(folder / "index" / "fingerprints")
    assert _sharing(folder, ORCHARD) == ("orchard",)
    assert (folder / "index" / "fingerprints" / "state.json").exists()


@pytest.mark.parametrize("name", ["state.json", "*/positions.npy", "*/hashes.npy", "*/notice.npy"])
@pytest.mark.parametrize("broken", [b"\x93NUMPY broken", None, 70])
def test_rebuilt_when_broken(folder: Path, name: str, broken: bytes | int | None) -> None:
    for path in (folder / "index" / "fingerprints").glob(name):
        if isinstance(broken, int):
            path.write_bytes(path.read_bytes()[:broken])
        elif broken:
            path.write_bytes(broken)
        else:
            path.unlink()
    assert _sharing(folder, ORCHARD) == ("orchard",)
    assert len(_list_arrays(folder)) == 7


def _list_arrays(folder: Path) -> dict[str, int]:
    """The arrays on disk, each with the time it was written."""
    paths = (folder / "index" / "fingerprints").glob("*/*.npy")
    return {str(path): path.stat().st_mtime_ns for path in paths}


def test_adding_writes_a_new_segment_and_leaves_the_others(folder: Path) -> None:
    before = _list_arrays(folder)
    with Archive.open(folder) as archive:
        archive.add(_items({"copy": HARBOUR + " More."}))
    after = _list_arrays(folder)
    anchors = {path: time for path, time in before.items() if "positions" in path}
    assert anchors.items() <= after.items()
    assert sum("positions" in path for path in after) == len(anchors) + 1


def test_removing_writes_no_array(folder: Path) -> None:
    before = _list_arrays(folder)
    with Archive.open(folder) as archive:
        archive.remove("orchard")
        assert archive.find_sharing([ORCHARD], 10) == ()
    assert _list_arrays(folder) == before
    assert _sharing(folder, ORCHARD) == ()


def test_killed_between_the_files_of_an_index_it_is_used_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = list(range(100))

    def save_and_die(*_: object) -> None:
        if not saved.pop():
            raise KeyboardInterrupt

    for writes in range(7):
        saved[:] = [0, *range(1, writes + 1)]
        with Archive.open(folder) as archive, monkeypatch.context() as patched:
            patched.setattr("secondsource.archive.segments.os.fsync", save_and_die)
            with pytest.raises(KeyboardInterrupt):
                archive.add(_items({f"copy{writes}": f"{HARBOUR} Number {writes}."}))
        kept = _list_arrays(folder)
        with Archive.open(folder) as archive:
            found = archive.find_sharing([HARBOUR], 10)
            assert set(found) == {"harbour", *(f"copy{n}" for n in range(writes + 1))}
        assert len(_list_arrays(folder)) <= len(kept) + 7


def test_two_processes_that_catch_up_at_once_leave_one_whole_index(folder: Path) -> None:
    with Archive.open(folder) as first, Archive.open(folder) as second:
        assert first.find_sharing([HARBOUR], 10) == second.find_sharing([HARBOUR], 10)
        first.add(_items({"one": HARBOUR + " One."}))
        second.add(_items({"two": HARBOUR + " Two."}))
        first.add(_items({"three": HARBOUR + " Three."}))
        everything = {"harbour", "one", "two", "three"}
        assert set(second.find_sharing([HARBOUR], 10)) == everything
        assert set(first.find_sharing([HARBOUR], 10)) == everything
    assert set(_sharing(folder, HARBOUR)) == everything


def test_an_index_of_another_archive_is_not_believed(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    with Archive.open(other, create=True) as archive:
        archive.add(_items({"bridge": BRIDGE, "a": ORCHARD, "b": HARBOUR}))
    shutil.rmtree(other / "index" / "fingerprints")
    shutil.copytree(folder / "index" / "fingerprints", other / "index" / "fingerprints")
    assert _sharing(other, BRIDGE) == ("bridge",)


def test_boilerplate_is_learned_from_the_archive(tmp_path: Path) -> None:
    texts = {name: f"{text}\n\n{FOOTER}" for name, text in _TEXTS.items()}
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(_items(texts, outlet="Coast Courier"))
        assert len(archive.boilerplate())
        assert archive.find_sharing([f"Nothing else.\n\n{FOOTER}"], 10) == ()


def test_articles_added_while_it_catches_up_are_taken_in_the_next_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(folder / "index" / "fingerprints")
    with Archive.open(folder) as archive:
        with monkeypatch.context() as patched:
            # What was read just before another process added two more articles.
            patched.setattr("secondsource.archive.fingerprints.read_reach", lambda _: (1, 0))
            assert archive.find_sharing([HARBOUR, ORCHARD], 10) == ("harbour",)
        assert set(archive.find_sharing([HARBOUR, ORCHARD], 10)) == {"harbour", "orchard"}
