"""The JSON has the names of the contract and loses nothing."""

import json
import re
from pathlib import Path

from secondsource.jsonvalues import JsonObject, JsonValue
from secondsource.report import jsonform, to_json
from secondsource.report.jsonform.articles import article_json
from tests.report.hostile import EMPTY, poison
from tests.report.sample import REPORT

CONTRACT = {
    "article": "id url title outlet byline published language text",
    "credits": "role name url date span",
    "statements": "id span text kind checkworthiness checkable why due voice loaded",
    "articles": "id url title outlet published",
    "families": "id root articles edges",
    "findings": "statement standing origins fact_checks",
    "coverage": "articles outlets languages first last",
}
NESTED = {
    ("families", "edges"): "child parent relation coverage confidence signals edits",
    ("findings", "origins"): "id stance echo because ties evidence",
}


def test_the_parts_that_the_page_of_the_report_names_are_there() -> None:
    page = Path(__file__).parents[2] / "docs/report.md"
    (_, told) = page.read_text("utf-8").split("`secondsource.report.jsonform` also has the parts:")
    parts = set(re.findall(r"`(\w+_json)`", told.split(";")[0]))
    assert parts
    assert parts | {"to_json"} == set(jsonform.__all__)


def _first(value: JsonValue) -> JsonObject:
    found = value[0] if isinstance(value, list) else value
    assert isinstance(found, dict)
    return found


def test_names_are_those_of_the_contract() -> None:
    written = to_json(REPORT)
    for key, names in CONTRACT.items():
        assert set(names.split()) <= set(_first(written[key]))
    for (outer, inner), names in NESTED.items():
        assert set(names.split()) <= set(_first(_first(written[outer])[inner]))


def test_evidence_and_signals_have_their_names() -> None:
    written = to_json(REPORT)
    origin = _first(_first(written["findings"])["origins"])
    assert {"article", "url", "span", "stance", "score", "published"} <= set(
        _first(origin["evidence"])
    )
    edge = _first(_first(written["families"])["edges"])
    assert set(_first(edge["signals"])) == {"name", "score", "sentence", "spans"}
    names = {"type", "before", "after", "before_span", "after_span", "negation"}
    assert set(_first(edge["edits"])) == names


def test_a_voice_within_a_voice_is_nested() -> None:
    written = to_json(REPORT)
    statements = written["statements"]
    assert isinstance(statements, list)
    nested = [
        s["voice"]["nested"]["source"]["text"]  # type: ignore[index, call-overload]
        for s in statements
        if isinstance(s, dict) and s["voice"]["nested"]  # type: ignore[index, call-overload]
    ]
    assert nested == ["the mayor of Oreth"]


def test_spans_point_at_their_words_after_a_round_trip() -> None:
    read = json.loads(json.dumps(to_json(REPORT)))
    text = read["article"]["text"]
    for statement in read["statements"]:
        assert text[statement["span"]["start"] : statement["span"]["end"]] == statement["text"]


def test_hostile_and_empty_reports_can_be_written() -> None:
    for report in (poison(REPORT), EMPTY):
        assert json.loads(json.dumps(to_json(report)))["article"]["id"] == report.article.id


def test_an_article_is_one_line_of_a_collection() -> None:
    assert "\n" not in json.dumps(article_json(REPORT.article))
