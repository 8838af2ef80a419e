"""Zips of strangers: each is refused in one clear line, and nothing else is ever raised."""

import struct
from collections.abc import Callable
from pathlib import Path
from random import Random
from shutil import make_archive, unpack_archive
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from secondsource.errors import CaseError
from secondsource.jobs.cases.build import build_case
from secondsource.jobs.cases.manifest import MANIFEST
from secondsource.jobs.cases.verify import verify_case
from secondsource.jobs.cases.zipped import is_safe_name, open_zip
from tests.jobs.cases.small import fill_archive, make_report, write_all

_SAFE = ("report.html", "raw/ab.html", "a b.txt", "Отчёт.txt")
_UNSAFE = (
    "", "/etc/passwd", "../a", "raw/../../a", "raw//a", "./a", "raw/", "C:/a", "C:\\a", "..\\a",
    "a\x00b", "a\nb", "a\u202eb", "x" * 301,
)  # fmt: skip


@pytest.mark.parametrize("name", _SAFE)
def test_plain_names_are_safe(name: str) -> None:
    assert is_safe_name(name)


@pytest.mark.parametrize("name", _UNSAFE)
def test_names_that_lead_elsewhere_are_not(name: str) -> None:
    assert not is_safe_name(name)


def _entry(name: str, **values: int) -> ZipInfo:
    info = ZipInfo(name)
    for field, value in values.items():
        setattr(info, field, value)
    return info


def _zip(path: Path, info: ZipInfo, data: bytes = b"x", compression: int = ZIP_DEFLATED) -> None:
    with ZipFile(path, "w", compression) as file:
        file.writestr(info, data, compress_type=compression)


def _slip(path: Path) -> None:
    _zip(path, _entry("../../evil.txt"))


def _absolute(path: Path) -> None:
    _zip(path, _entry("/etc/cron.d/evil"))


def _folder_outside(path: Path) -> None:
    _zip(path, _entry("../raw/", external_attr=0o040755 << 16), b"")


def _folder_with_data(path: Path) -> None:
    _zip(path, _entry("raw/", external_attr=0o040755 << 16))


def _folder_that_is_a_link(path: Path) -> None:
    _zip(path, _entry("raw/", external_attr=0o120777 << 16), b"")


def _folder_named_as_a_file(path: Path) -> None:
    write_all(path, {"raw": b"1", "RAW/": b""})


def _link(path: Path) -> None:
    _zip(path, _entry("link", external_attr=0o120777 << 16), b"/etc/passwd")


def _packed_otherwise(path: Path) -> None:
    _zip(path, _entry("a"), b"x" * 100, ZIP_BZIP2)


def _bomb(path: Path) -> None:
    _zip(path, _entry("bomb"), b"\0" * 50_000_000)


def _twice(path: Path) -> None:
    with ZipFile(path, "w") as file:
        file.writestr("a.txt", b"1")
        file.writestr("A.txt", b"2")


def _encrypted(path: Path) -> None:
    _zip(path, _entry("secret.txt"))
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    path.write_bytes(data)


def _says_it_is_huge(path: Path) -> None:
    """An entry whose directory says three gigabytes."""
    _zip(path, _entry("a"), b"x" * 100)
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<2L", data, at + 20, 20_000_000, 3_000_000_000)
    path.write_bytes(data)


def _overlaps(path: Path) -> None:
    """Two names for one stretch of the file."""
    write_all(path, {"a": b"x" * 100, "b": b"x" * 100})
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, data.rindex(b"PK\x01\x02") + 42, 0)
    path.write_bytes(data)


def _hides_an_entry(path: Path) -> None:
    """A file that is in no directory: unpacked all the same by what reads from the front."""
    write_all(path, {"report.html": b"of a stranger"})
    hidden = path.read_bytes()
    hidden = hidden[: hidden.index(b"PK\x01\x02")]
    write_all(path, {MANIFEST: b"{}"})
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<L", data, len(data) - 6, at + len(hidden))
    path.write_bytes(data[:at] + hidden + data[at:])


def _hides_an_entry_between_two(path: Path) -> None:
    write_all(path, {"a": b"1", "hidden": b"2", "b": b"3"})
    data = path.read_bytes()
    first, second, third = (at for at in range(len(data)) if data.startswith(b"PK\x01\x02", at))
    kept = bytearray(data[:second] + data[third:])
    size = len(data) - 22 - first - (third - second)
    struct.pack_into("<2HL", kept, len(kept) - 14, 2, 2, size)
    path.write_bytes(kept)


def _begins_as_something_else(path: Path) -> None:
    write_all(path, {MANIFEST: b"{}"})
    path.write_bytes(b"<html>a page</html>" + path.read_bytes())


def _endless_directory(path: Path) -> None:
    path.write_bytes(struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, 500_000_000, 0, 0))


def _large_sizes(path: Path) -> None:
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, 10, 0, 0)
    path.write_bytes(b"PK\x06\x07" + b"\0" * 16 + end)


def _no_zip(path: Path) -> None:
    path.write_bytes(b"<html>not a zip</html>" * 100)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _no_manifest(path: Path) -> None:
    write_all(path, {"report.html": b"x"})


def _manifest(data: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        write_all(path, {MANIFEST: data})

    return write


_OTHER_VERSION = (
    b'{"format": "secondsource-case", "version": 2, "article": "a", "made_at": "", "made_with": "",'
    b' "archive": {"articles": 1, "digest": ""}, "files": [], "articles": []}'
)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_slip, "name is not that of a file within it: '../../evil.txt'"),
        (_absolute, "name is not that of a file within it"),
        (_folder_outside, "name is not that of a file within it: '../raw/'"),
        (_folder_with_data, "name is not that of a file within it: 'raw/'"),
        (_folder_that_is_a_link, "a link or no plain file: 'raw/'"),
        (_folder_named_as_a_file, "two entries of one name"),
        (_link, "a link or no plain file: 'link'"),
        (_packed_otherwise, "packed in a way that is not read"),
        (_bomb, "grows too much"),
        (_twice, "two entries of one name"),
        (_encrypted, "encrypted: 'secret.txt'"),
        (_says_it_is_huge, "too large for a case"),
        (_overlaps, "overlap"),
        (_hides_an_entry, "bytes that belong to none of its entries"),
        (_hides_an_entry_between_two, "bytes that belong to none of its entries"),
        (_begins_as_something_else, "bytes that belong to none of its entries"),
        (_endless_directory, "too many entries or is too large"),
        (_large_sizes, "too many entries or is too large"),
        (_no_zip, "no zip file, or was cut short"),
        (_empty, "no zip file, or was cut short"),
        (_no_manifest, "no manifest.json, so it is no case"),
        (_manifest(b"\xff\xfe"), "manifest.json is not one that this program writes"),
        (_manifest(b"[]"), "manifest.json is not one that this program writes"),
        (_manifest(b"{}"), "manifest.json is not one that this program writes"),
        (_manifest(b"[" * 100_000), "manifest.json is not one that this program writes"),
        (_manifest(_OTHER_VERSION), "of another kind or version"),
    ],
)
def test_a_hostile_zip_is_refused(
    tmp_path: Path, make: Callable[[Path], None], reason: str
) -> None:
    path = tmp_path / "case.zip"
    make(path)
    with pytest.raises(CaseError, match="cannot be checked") as caught:
        verify_case(path)
    assert reason in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_a_path_that_is_no_file(tmp_path: Path) -> None:
    for path in (tmp_path / "none.zip", tmp_path, Path("a\x00b")):
        with pytest.raises(CaseError, match="cannot be opened"):
            verify_case(path)


def test_a_case_that_was_packed_again_with_its_folders_is_intact(tmp_path: Path) -> None:
    archive = fill_archive(tmp_path)
    case = build_case(make_report(archive), archive, tmp_path / "case.zip").path
    unpack_archive(case, tmp_path / "unpacked")
    (tmp_path / "unpacked" / "empty").mkdir()
    again = Path(make_archive(str(tmp_path / "again"), "zip", tmp_path / "unpacked"))
    assert {"raw/", "empty/"} < set(ZipFile(again).namelist())
    assert verify_case(again) == verify_case(case)
    assert verify_case(again).intact


def test_any_cut_and_any_damage_is_told(tmp_path: Path) -> None:
    """Whatever is done to the bytes of a case: it is not intact, and nothing else is raised."""
    archive = fill_archive(tmp_path)
    whole = build_case(make_report(archive), archive, tmp_path / "case.zip").path.read_bytes()
    random, path = Random(6), tmp_path / "bent.zip"
    directory = whole.index(b"PK\x01\x02")
    told = 0
    for number in range(300):
        data = bytearray(whole)
        if number % 3 == 0:
            data = data[: random.randrange(len(data))]
        else:
            at = random.randrange(directory if number % 3 == 1 else 0, len(data))
            data[at] ^= 1 << random.randrange(8)
        path.write_bytes(data)
        try:
            told += not verify_case(path, read_raw=False).intact
        except CaseError:
            told += 1
    # A bit of a time, a version or a comment's length in the zip's own records says nothing.
    assert told > 200


def test_an_entry_is_read_to_a_bound(tmp_path: Path) -> None:
    path = write_all(tmp_path / "a.zip", {"a": b"x" * 100})
    with open_zip(path) as case:
        assert case.read("a", 100) == b"x" * 100
        assert list(case.lines("a", 60)) == [b"x" * 60, b"x" * 40]
        with pytest.raises(CaseError, match="too large to be read"):
            case.read("a", 99)
