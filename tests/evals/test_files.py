"""Files of data sets are read alike however they were saved."""

import gzip
from pathlib import Path

import pytest

from evals.files import read_json, read_json_lines, read_lines, read_packed, read_rows, read_table


@pytest.mark.parametrize(("mark", "end"), [("", "\n"), ("\ufeff", "\n"), ("\ufeff", "\r\n")])
def test_a_byte_order_mark_and_the_end_of_lines_do_not_matter(
    tmp_path: Path, mark: str, end: str
) -> None:
    def write(*lines: str) -> Path:
        path = tmp_path / "file"
        path.write_bytes((mark + "".join(line + end for line in lines)).encode("utf-8"))
        return path

    assert read_lines(write("one", "", "two\u2028three")) == ["one", "", "two\u2028three"]
    assert read_json(write("[1,", "2]")) == [1, 2]
    assert [*read_json_lines(write('{"a": 1}', "", '{"a": 2}'))] == [{"a": 1}, {"a": 2}]
    assert [*read_rows(write("a,b", "", '"x, y",z'))] == [["a", "b"], ["x, y", "z"]]
    assert [*read_table(write("a;b", "x"), ";")] == [{"a": "x", "b": ""}]
    assert [*read_table(write("a\tb", '"x\ty'), "\t", quoted=False)] == [{"a": '"x', "b": "y"}]


def test_an_empty_table_has_no_rows(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert [*read_table(tmp_path / "file")] == []
    assert read_lines(tmp_path / "file") == []


def test_a_page_is_unpacked_if_it_was_packed(tmp_path: Path) -> None:
    for data in (b"<p>", gzip.compress(b"<p>")):
        (tmp_path / "page").write_bytes(data)
        assert read_packed(tmp_path / "page") == b"<p>"
