"""The bibliography: BibTeX that BibTeX's rules read, CSL-JSON that a citing program sets."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.article import Article, Credit, Role
from secondsource.report.bibliography import (
    csl_json,
    escape_latex,
    list_sources,
    render_bibtex,
)
from secondsource.review.report import Report
from tests.report.hostile import EMPTY, poison
from tests.report.sample import FAMILY, REPORT

pybtex = pytest.importorskip("pybtex.database", reason="pybtex is not installed")
REPORTS = {"sample": REPORT, "hostile": poison(REPORT), "empty": EMPTY}
_ID = "f8aad128" + "0" * 24


def _entries(report: Report) -> dict[str, Any]:
    return dict(pybtex.parse_string(render_bibtex(report), "bibtex").entries)


def _one(**values: Any) -> Report:
    return replace(EMPTY, article=Article(**{"id": _ID, "text": "", **values}))


def _entry(**values: Any) -> Any:
    (entry,) = _entries(_one(**values)).values()
    return entry


def test_sources_are_the_article_its_family_and_all_evidence() -> None:
    (first, *_), count = list_sources(REPORT), len(list_sources(REPORT))
    pieces = {e.article for f in REPORT.findings for o in f.origins for e in o.evidence}
    assert count == len({REPORT.article.id, *FAMILY.articles, *pieces})
    assert first.title == REPORT.article.title
    unnamed = replace(REPORT, articles=(*REPORT.articles, Article("elsewhere", "")))
    assert len(list_sources(unnamed)) == count


@pytest.mark.parametrize("name", REPORTS)
def test_bibtex_is_read(name: str) -> None:
    entries = _entries(REPORTS[name])
    assert len(entries) == len(list_sources(REPORTS[name]))
    for entry in entries.values():
        assert entry.type == "misc"
        assert entry.fields["title"]


def test_every_field_of_an_entry() -> None:
    entry = _entry(
        title="Lake Tolm Talks",
        outlet="Open Horizon Review",
        url="https://horizon.example/a_b%20c?x={1}",
        byline=("Anton Verik", "Office of Trade and Ports"),
        published="2024-02-20T10:00:00+03:00",
        language="en",
        raw="ab" * 32,
        credits=(Credit(Role.TRANSLATOR, "Mira Sand"),),
    )
    assert dict(entry.fields.items()) == {
        "title": "{Lake Tolm Talks}",
        "howpublished": "Open Horizon Review",
        "date": "2024-02-20",
        "year": "2024",
        "month": "February",
        "translator": "{Mira Sand}",
        "language": "en",
        "url": "https://horizon.example/a_b%20c?x=%7B1%7D",
        "note": f"Article {_ID}, read from bytes with the SHA-256 {'ab' * 32}.",
    }
    names = [str(person) for person in entry.persons["author"]]
    assert names == ["{Anton Verik}", "{Office of Trade and Ports}"]


@pytest.mark.parametrize(
    ("published", "fields"),
    [
        ("2019", {"date": "2019", "year": "2019"}),
        ("2019-02", {"date": "2019-02", "year": "2019", "month": "February"}),
        ("2019-02-18", {"date": "2019-02-18", "year": "2019", "month": "February"}),
        ("2019-02-18T23:30:00-05:00", {"date": "2019-02-18", "year": "2019", "month": "February"}),
        ("0001-01-01", {"date": "0001-01-01", "year": "0001", "month": "January"}),
        ("last spring", {}),
        (None, {}),
    ],
)
def test_dates_are_as_precise_as_they_are_known(
    published: str | None, fields: dict[str, str]
) -> None:
    found = _entry(published=published).fields
    assert {name: found[name] for name in ("date", "year", "month") if name in found} == fields
    (item,) = csl_json(_one(published=published))
    assert isinstance(item, dict)
    parts = fields.get("date", "").split("-") if fields else []
    issued: Any = item.get("issued", {"date-parts": [[]]})
    assert issued["date-parts"] == [[int(part) for part in parts]]


def test_a_source_was_accessed_when_it_was_added() -> None:
    report = replace(_one(url="https://a.example/"), made_at="2026-11-29T10:00:00+00:00")
    assert _entries(report).popitem()[1].fields["urldate"] == "2026-11-29"
    added = replace(report, added=((_ID, "2025-01-02T23:00:00+00:00"),))
    assert _entries(added).popitem()[1].fields["urldate"] == "2025-01-02"
    (item,) = csl_json(added)
    assert isinstance(item, dict)
    assert item["accessed"] == {"date-parts": [[2025, 1, 2]]}


def test_keys_rest_on_the_article_alone() -> None:
    key = list_sources(_one(outlet="Open Horizon Review", published="2024-02-20"))[0].key
    assert key == "openhorizonreview2024-f8aad128"
    assert list_sources(_one(outlet="Порт"))[0].key == "source-f8aad128"
    keys = [source.key for source in list_sources(REPORT)]
    assert len(set(keys)) == len(keys)
    fewer = replace(REPORT, findings=REPORT.findings[:1])
    assert {source.key for source in list_sources(fewer)} < set(keys)


def test_what_has_no_title_is_called_by_its_first_words() -> None:
    text = f"The pier is shut.\n\n{'Nobody knows why. ' * 20}"
    entry = _entry(text=text)
    assert entry.fields["title"] == "{[The pier is shut. Nobody knows why. Nobody knows why.…]}"
    (item,) = csl_json(_one(text=text))
    assert isinstance(item, dict)
    assert str(item["title"]).startswith("[The pier is shut.")


def test_two_sources_never_share_a_key() -> None:
    twin = Article(_ID[:-1] + "1", "", outlet="Post")
    family = replace(FAMILY, articles=(_ID, twin.id))
    report = replace(_one(outlet="Post"), articles=(twin,), families=(family,))
    assert [source.key for source in list_sources(report)] == [f"post-{_ID}", f"post-{twin.id}"]


@pytest.mark.parametrize(
    "title",
    ["100% & more #1_a $5 ~ ^ \\", "a } b { c", "{", "\\}", 'say "yes"', "@misc{x,", "a,\n@b{"],
)
def test_nothing_in_a_title_ends_its_field(title: str) -> None:
    entry = _entry(title=title)
    assert entry.fields["title"] == f"{{{escape_latex(' '.join(title.split()))}}}"


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_name_and_title_is_read_whole(text: str) -> None:
    report = _one(title=f"A {text}", byline=(f"A {text}", "Second"), outlet=text)
    (entry,) = _entries(report).values()
    assert len(entry.persons["author"]) == 2
    plain = escape_latex(text)
    assert not re.search(r"(?<!\\)[&%$#_]", plain)
    assert plain.count("{") == plain.count("}")


@pytest.mark.filterwarnings("ignore:The following arguments for Reference are unsupported")
@pytest.mark.parametrize("name", ["sample", "hostile"])
def test_a_citing_program_sets_every_source(name: str) -> None:
    citeproc = pytest.importorskip("citeproc", reason="citeproc-py is not installed")
    from citeproc.source.json import CiteProcJSON

    items: Any = csl_json(REPORTS[name])
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    sources = CiteProcJSON(items)
    made = citeproc.CitationStylesBibliography(style, sources, citeproc.formatter.plain)
    for item in items:
        made.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
    told = [str(line) for line in made.bibliography()]
    assert len(told) == len(items)
    if name == "sample":
        assert any(str(REPORT.article.title) in line for line in told)


def test_csl_has_no_empty_fields_and_known_types() -> None:
    for item in csl_json(REPORT):
        assert isinstance(item, dict)
        assert item["type"] in ("article-newspaper", "webpage")
        assert all(item.values())
