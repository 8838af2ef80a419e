"""The folder of one server: kept while it lives, removed when it is gone."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.web.shared.scratch import Scratch, remove_abandoned

_SERVER = """
import sys
from secondsource.web.shared.scratch import Scratch
scratch = Scratch()
(scratch.make_folder("upload-") / "page.html").write_text("words")
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for temporary files of its own, for this process and those that it starts."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


@pytest.fixture
def other() -> Iterator["subprocess.Popen[str]"]:
    """Another server, which has made its folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", _SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
        process.kill()


def test_it_is_for_its_owner_alone_and_goes_with_the_server(place: Path) -> None:
    scratch = Scratch()
    folder = scratch.make_folder("case-")
    (folder / "case.zip").write_bytes(b"x")
    assert folder.parent.stat().st_mode & 0o077 == 0
    scratch.close()
    assert list(place.glob("secondsource-*")) == []


def test_what_a_running_server_keeps_is_left_alone(
    place: Path, other: "subprocess.Popen[str]"
) -> None:
    own = Scratch()
    folder = own.make_folder("upload-")
    remove_abandoned()
    assert folder.is_dir()
    assert [file.read_text() for file in place.glob("*/upload-*/page.html")] == ["words"]
    assert other.poll() is None
    own.close()


def test_what_a_killed_server_left_is_removed(place: Path, other: "subprocess.Popen[str]") -> None:
    other.kill()
    other.wait()
    assert list(place.glob("*/upload-*/page.html"))
    remove_abandoned()
    assert list(place.glob("secondsource-*")) == []


def test_a_link_is_not_followed(place: Path) -> None:
    kept = place / "kept"
    kept.mkdir()
    (kept / "lock").touch()
    (place / "secondsource-serve-trap").symlink_to(kept)
    remove_abandoned()
    assert (kept / "lock").exists()


def test_a_folder_that_was_tidied_away_is_made_anew() -> None:
    scratch = Scratch()
    first = scratch.make_folder("upload-").parent
    shutil.rmtree(first)
    assert scratch.make_folder("upload-").is_dir()
    scratch.close()


def test_what_a_server_was_killed_in_making_goes_after_a_day(place: Path) -> None:
    day = 24 * 3600
    for name, age in (("old", day + 60), ("young", day - 60)):
        folder = place / f"secondsource-new-{name}"
        folder.mkdir()
        (folder / "lock").touch()
        os.utime(folder, (time.time() - age,) * 2)
    (place / "secondsource-new-trap").symlink_to(place)
    remove_abandoned()
    left = {each.name for each in place.glob("secondsource-new-*")}
    assert left == {"secondsource-new-young", "secondsource-new-trap"}
