"""A file is written whole or not at all."""

import os
from pathlib import Path

import pytest

from secondsource.files import replacing, taking_place, write_whole


def test_what_stops_the_writing_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(b"good")

    def write_half() -> None:
        with replacing(path) as beside:
            beside.write_bytes(b"ha")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half()
    assert path.read_bytes() == b"good"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_takes_the_place_of_what_a_link_leads_to_with_its_rights(tmp_path: Path) -> None:
    path, link = tmp_path / "report.html", tmp_path / "link"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(tmp_path.iterdir()) == [link, path]


def test_two_who_write_one_file_at_a_time_do_not_mix_what_they_write(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    with replacing(path) as first, replacing(path) as second:
        first.write_bytes(b"first")
        second.write_bytes(b"second")
    assert path.read_bytes() == b"first"  # which took the place last
    assert list(tmp_path.iterdir()) == [path]


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_whole(Path(os.devnull), b"anything")
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize("answer", [("os.access", False), ("os.path.ismount", True)])
def test_a_file_whose_place_nothing_can_take_is_written_to_itself(
    answer: tuple[str, bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(b"old")
    name, value = answer
    monkeypatch.setattr(name, lambda *_: value)
    with taking_place(path) as place:
        assert place == path
    with taking_place(tmp_path / "new.json") as place:
        assert place != tmp_path / "new.json"
        place.touch()
