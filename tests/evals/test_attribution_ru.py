"""The hand-made tables can be read, and their figures count what they say."""

from pathlib import Path

import pytest

from evals.attribution_ru import list_tables, measure
from evals.attribution_tables import read_table
from secondsource.article import Span
from secondsource.reading.statement import Attribution, Quotation, Source, Words

TEXT = "Мэр сказал, что дождь. Он сказал, что снег."
TABLE = f"""{TEXT}
мэр | сказал@1 | дождь | indirect | Пётр Мэров
он | сказал@2 | снег | indirect | -
"""


def _said(source: tuple[int, int], cue: int, content: tuple[int, int], name: str) -> Attribution:
    said = Words("сказал", Span(cue, cue + 6))
    who = Source(TEXT[slice(*source)], Span(*source), name)
    return Attribution(who, said, (Span(*content),), Quotation.INDIRECT)


def test_an_entry_has_a_text_and_its_attributions(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_text(f"Одно. ¶ Другое.\n\n{TABLE}", encoding="utf-8")
    first, second = read_table(path)
    assert (first.text, first.rows) == ("Одно.\n\nДругое.", ())
    assert [row.source and row.source.of(TEXT) for row in second.rows] == ["Мэр", "Он"]
    assert [row.cue and row.cue.start for row in second.rows] == [4, 26]


@pytest.mark.parametrize("line", ["мэр | сказал | дождь | indirect | -", "мэр | сказал@1 | град"])
def test_a_line_that_cannot_be_placed_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "table.txt"
    path.write_text(f"{TEXT}\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="this"):
        read_table(path)


def test_figures_tell_a_wrong_name_from_none(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_text(TABLE, encoding="utf-8")
    found = (
        _said((0, 3), 4, (16, 21), "Пётр Мэров"),
        _said((23, 25), 26, (38, 42), "Пётр Мэров"),
    )
    figures = measure(read_table(path), lambda _: [found])
    assert figures["relation_f1"] == figures["exact_content_f1"] == 1
    assert (figures["entity_right"], figures["entity_wrong"]) == (0.5, 0.5)


@pytest.mark.parametrize(("name", "path"), [(n, p) for n, _, p in list_tables()])
def test_every_table_can_be_read(name: str, path: Path) -> None:
    entries = read_table(path)
    assert len(entries) >= 25, name
    assert any(not entry.rows for entry in entries)
    assert all(
        row.quotation in set(Quotation) and row.content for entry in entries for row in entry.rows
    )
