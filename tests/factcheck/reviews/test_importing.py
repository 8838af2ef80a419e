"""Fact-checks from files of each kind; bad items are told and the rest is kept."""

import gzip
import json
from pathlib import Path

import pytest

from secondsource.collect.item import Rejected
from secondsource.errors import CollectionError
from secondsource.evidence.fact_check import FactCheck
from secondsource.factcheck.reviews import claimreview
from secondsource.factcheck.reviews.importing import FactCheckFile, load_broken, read_page
from tests.factcheck.reviews.samples import CLAIM, FEED, REVIEW, SECOND, dump, make_page


def _read(folder: Path, name: str, text: str) -> tuple[list[str], list[str]]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    items = list(FactCheckFile(path).read())
    kept = [each.claim for each in items if isinstance(each, FactCheck)]
    return kept, [each.reason for each in items if isinstance(each, Rejected)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.html", make_page(dump(REVIEW))),
        ("page.html", make_page("{broken", dump({"@graph": [REVIEW]}))),
        ("one.json", dump(REVIEW)),
        ("list.json", f"[{dump(REVIEW)}]"),
        ("lines.jsonl", f"{dump(REVIEW)}\n\n"),
        ("scripts.jsonl", f'<script type="application/ld+json">{dump(REVIEW)}</script>\n'),
        ("\ufeffmarked.json", f"\ufeff{dump(REVIEW)}"),
    ],
)
def test_kinds_of_file(tmp_path: Path, name: str, text: str) -> None:
    assert _read(tmp_path, name, text) == ([CLAIM], [])


def test_a_feed(tmp_path: Path) -> None:
    kept, rejected = _read(tmp_path, "data.json", dump(FEED))
    assert kept == [CLAIM, SECOND["claimReviewed"], CLAIM]
    assert rejected == ["it holds no ClaimReview"]


@pytest.mark.parametrize(
    ("value", "kept", "rejected"),
    [
        ({"claim": CLAIM, "checker": "Velmark Checks"}, [CLAIM], []),
        ({"reviews": [REVIEW]}, [CLAIM], []),
        ({"statement": CLAIM}, [], ["it holds no ClaimReview"]),
    ],
)
def test_an_object_without_a_type_is_taken_or_told(
    tmp_path: Path, value: object, kept: list[str], rejected: list[str]
) -> None:
    assert _read(tmp_path, "a.json", dump(value)) == (kept, rejected)


def test_reviews_beyond_the_most_that_are_read_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claimreview, "MOST_VALUES", 3)
    kept, rejected = _read(tmp_path, "a.json", dump({"reviews": [REVIEW] * 5}))
    assert kept == [CLAIM]
    assert len(rejected) == 1
    assert "more than 3 values" in rejected[0]
    assert _read(tmp_path, "b.json", dump({"reviews": [REVIEW]})) == ([CLAIM], [])


@pytest.mark.parametrize("name", ["row.jsonl", "page.html"])
def test_values_nested_too_deeply_are_told(tmp_path: Path, name: str) -> None:
    deep = "[" * 700 + "]" * 700
    review = dump(REVIEW).replace(dump(CLAIM), deep)
    text = make_page(review, dump(SECOND)) if name == "page.html" else f'{{"claim": {deep}}}'
    _, rejected = _read(tmp_path, name, text)
    assert rejected == ["its values are nested too deeply"]


def test_bad_lines_are_told(tmp_path: Path) -> None:
    text = f"{dump(REVIEW)}\n{{no\n[1]\n{dump({'@type': 'ClaimReview'})}\n"
    kept, rejected = _read(tmp_path, "a.jsonl", text)
    assert kept == [CLAIM]
    assert [reason[:12] for reason in rejected] == ["it is no JSO", "it holds no ", "it names no "]


def test_a_broken_feed_keeps_what_came_before(tmp_path: Path) -> None:
    kept, rejected = _read(tmp_path, "a.json", f"[{dump(REVIEW)}, {{")
    assert kept == [CLAIM]
    assert "broken after 1 items" in rejected[0]


def test_a_table_with_its_columns_named(tmp_path: Path) -> None:
    table = "date,id,title\n2031-05-06,https://checks.example.org/1,The bridge is closed\n2031,,\n"
    mapping = {"claim": "title", "url": "id", "published": "date"}
    fixed = {"checker": "Velmark Checks", "rating": "Disinformation", "language": "en"}
    path = tmp_path / "posts.csv"
    path.write_text(table, encoding="utf-8")
    first, second = FactCheckFile(path, mapping, fixed).read()
    assert isinstance(first, FactCheck)
    assert (first.checker, first.rating, first.published) == (
        "Velmark Checks", "Disinformation", "2031-05-06",
    )  # fmt: skip
    assert second == Rejected("posts.csv, row 3", "it names no claim (claimReviewed)")


def test_a_table_whose_first_row_has_no_claim(tmp_path: Path) -> None:
    table = f"claim,checker,url,published\n,Velmark Checks,,\n{CLAIM},Velmark Checks,,\nshort\n"
    kept, rejected = _read(tmp_path, "a.csv", table)
    assert kept == [CLAIM]
    assert [reason[:12] for reason in rejected] == ["it names no ", "it names nei"]


_TABLE = "claim;rating;checker\nМост закрыт навсегда;Ложь;Проверка\n"
_SAVED = [
    *(
        "claim,rating,checker\nМост закрыт навсегда,Ложь,Проверка\n".encode(encoding)
        for encoding in ("utf-16-le", "utf-16-be")
    ),
    _TABLE.encode("cp1251"),
    _TABLE.encode("utf-8-sig"),
    _TABLE.encode("utf-16"),
    _TABLE.replace(";", "|").encode(),
    f"sep=;\n{_TABLE}".encode(),
    f"\n\n{_TABLE}".encode(),
    _TABLE.replace("claim", " Claim ").replace("rating", "RATING").encode(),
    _TABLE.replace("rating", '"a, b, c",rating')
    .replace(";Ложь", ";;Ложь")
    .replace(",rating", ";rating")
    .encode(),
]


@pytest.mark.parametrize("data", _SAVED)
def test_tables_as_spreadsheets_save_them(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(data)
    (found,) = FactCheckFile(path).read()
    assert isinstance(found, FactCheck)
    read = found.claim, found.rating, found.checker
    assert read == ("Мост закрыт навсегда", "Ложь", "Проверка")


_ROW = {"claim": "Мост закрыт навсегда", "rating": "Ложь", "checker": "Проверка"}
_AS_JSON = [
    ("rows.json", json.dumps(_ROW, ensure_ascii=False).encode("utf-16")),
    ("rows.json", json.dumps(_ROW, ensure_ascii=False).encode("utf-16-be")),
    ("rows.json", json.dumps([_ROW], ensure_ascii=False).encode("cp1251")),
    ("rows.csv", json.dumps(_ROW).encode()),
    ("rows.csv", json.dumps([_ROW], indent=1).encode()),
]


@pytest.mark.parametrize(("name", "data"), _AS_JSON)
def test_json_is_read_in_any_encoding_and_by_any_name(
    tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    (found,) = FactCheckFile(tmp_path / name).read()
    assert isinstance(found, FactCheck)
    assert (found.claim, found.rating) == ("Мост закрыт навсегда", "Ложь")


def test_a_packed_file_is_told_as_one(tmp_path: Path) -> None:
    (tmp_path / "feed.json.gz").write_bytes(gzip.compress(dump(REVIEW).encode()))
    with pytest.raises(CollectionError, match=r"is packed \(gzip\). Unpack it"):
        list(FactCheckFile(tmp_path / "feed.json.gz").read())


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx"])
def test_a_workbook_is_no_table_and_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04" + bytes(range(200)) * 3)
    with pytest.raises(CollectionError, match="is no CSV"):
        list(FactCheckFile(tmp_path / name).read())


def test_a_column_that_was_named_and_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("claim,checker\nA pier was sold,Desk\n")
    with pytest.raises(CollectionError, match="no column “link”"):
        list(FactCheckFile(tmp_path / "table.csv", {"url": "link"}).read())


_PAGE = "https://desk.example/checks/7"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ({}, _PAGE),
        ({"url": "/checks/8"}, "https://desk.example/checks/8"),
        ({"url": "javascript:alert(1)"}, _PAGE),
        ({"url": "https://other.example/9"}, "https://other.example/9"),
    ],
)
def test_a_page_s_own_review_without_an_address_has_the_page_s(
    url: dict[str, str], kept: str
) -> None:
    review = {"@type": "ClaimReview", "claimReviewed": "A pier was sold", **url}
    (found,) = read_page(make_page(dump(review)).encode(), _PAGE)
    assert isinstance(found, FactCheck)
    assert found.url == kept


@pytest.mark.parametrize("name", ["missing.json", "empty.json", "folder"])
def test_what_is_no_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.json").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(CollectionError, match="Give"):
        list(FactCheckFile(tmp_path / name).read())


def test_a_table_without_the_column(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match="--map claim=COLUMN"):
        _read(tmp_path, "a.csv", "one,two\n1,2\n")


@pytest.mark.parametrize(
    "text",
    [
        dump(REVIEW),
        f"<!-- {dump(REVIEW)} -->",
        f"//<![CDATA[\n{dump(REVIEW)}\n//]]>",
        dump(REVIEW)[:-1] + ",}",
        dump(REVIEW) + ";",
        dump(REVIEW).replace('"', "&quot;"),
        dump(REVIEW).replace("its only", "its\nonly"),
    ],
)
def test_json_as_pages_break_it(text: str) -> None:
    value = load_broken(text)
    assert isinstance(value, dict)
    assert value["@type"] == "ClaimReview"


def test_a_page_whose_review_is_beyond_repair() -> None:
    (found,) = read_page(make_page('{"@type": "ClaimReview", ').encode(), "page")
    assert isinstance(found, Rejected)
    assert "broken JSON" in found.reason


def test_a_page_that_only_writes_of_it() -> None:
    assert list(read_page(b"<p>ClaimReview is a word.</p>", "page")) == []
    deep = make_page("[" * 200_000 + '"ClaimReview"').encode()
    assert all(isinstance(each, Rejected) for each in read_page(deep, "page"))
