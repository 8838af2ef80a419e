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


@pytest.mark.parametrize("name", ["state.json", "hashes.npy", "boilerplate.npy"])
def test_rebuilt_when_broken(folder: Path, name: str) -> None:
    (folder / "index" / "fingerprints" / name).write_bytes(b"\x93NUMPY broken")
    assert _sharing(folder, ORCHARD) == ("orchard",)


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
