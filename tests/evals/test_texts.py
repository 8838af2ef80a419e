"""Whole articles are read from whatever files of a set a folder holds."""

from pathlib import Path

from evals.texts import read_articles, read_fnc1, read_ntrex, read_polnear


def test_bodies_are_read_whatever_their_file_is_called(tmp_path: Path) -> None:
    for name in ("bodies.csv", "competition_test_bodies.csv", "test_bodies.csv"):
        table = f'Body ID,articleBody\r\n7,"From {name}."\r\n'
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + table.encode())
    assert [(a.id, a.text) for a in read_fnc1(tmp_path)] == [
        ("fnc1-b7", "From bodies.csv."),
        ("fnc1-competition_test_bodies-7", "From competition_test_bodies.csv."),
        ("fnc1-t7", "From test_bodies.csv."),
    ]


def test_texts_without_metadata_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "test/text").mkdir(parents=True)
    for name in ("one", "two"):
        (tmp_path / f"test/text/{name}.txt").write_text(f"Text {name}.", encoding="utf-8")
    assert [a.title for a in read_polnear(tmp_path)] == [None, None]
    head = "compartment\tfilename\tpublisher\tpublication_date\ttitle"
    rows = f"{head}\ntest\ttwo\tThe Post\t2031-01-02\tA title\ntest\tthree\tX\t2031-01-02\tY\n"
    (tmp_path / "metadata.tsv").write_text(rows, encoding="utf-8")
    two, one = read_polnear(tmp_path)
    assert (two.text, two.outlet, two.title) == ("Text two.", "The Post", "A title")
    assert (one.text, one.outlet) == ("Text one.", None)


def test_empty_folders_hold_no_articles(tmp_path: Path) -> None:
    for name in ("stance/fnc1", "attribution/polnear/test/text", "translation/ntrex"):
        (tmp_path / name).mkdir(parents=True)
    assert read_articles(tmp_path) == []
    assert read_ntrex(tmp_path / "translation/ntrex") == []


def test_documents_of_another_year_and_language_are_read(tmp_path: Path) -> None:
    (tmp_path / "DOCUMENT_IDS.tsv").write_text("a.1\na.1\n", encoding="utf-8")
    lines = "Titolo\u2028due\r\nUna frase.\r\n"
    (tmp_path / "newstest2020-ref.ita.txt").write_text(lines, encoding="utf-8", newline="")
    (article,) = read_ntrex(tmp_path)
    assert (article.id, article.language) == ("ita-a.1", "it")
    assert article.text == "Titolo\u2028due\n\nUna frase."
