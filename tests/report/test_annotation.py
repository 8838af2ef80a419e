"""Annotations: a statement is found again by its words and by its place, in either unit."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.article import Article, Span
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.report.annotation import (
    annotations_json,
    count_utf16,
    hypothesis_json,
    name_bytes,
    name_target,
    quote_span,
)
from secondsource.review.report import Report
from secondsource.review.verdicts import match_verdicts
from tests.report.hostile import EMPTY, poison
from tests.report.sample import REPORT
from tests.report.sample_reading import INITIALLED, PORT

REPORTS = {"sample": REPORT, "hostile": poison(REPORT), "empty": EMPTY}


def _items(report: Report) -> list[dict[str, Any]]:
    collection: dict[str, Any] = json.loads(json.dumps(annotations_json(report)))
    items: list[dict[str, Any]] = collection["first"]["items"]
    return items


def _selectors(target: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["type"]: each for each in target["selector"]}


@pytest.mark.parametrize("name", REPORTS)
def test_the_collection_is_what_the_model_asks_for(name: str) -> None:
    collection: dict[str, Any] = json.loads(json.dumps(annotations_json(REPORTS[name])))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    page = collection["first"]
    assert (page["type"], page["partOf"]) == ("AnnotationPage", collection["id"])
    assert collection["total"] == len(page["items"]) == len(REPORTS[name].statements)
    ids = [item["id"] for item in page["items"]]
    assert len(set(ids)) == len(ids)
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert {body["type"] for body in item["body"]} == {"TextualBody"}
        assert {body["purpose"] for body in item["body"]} == {"describing", "tagging"}
        assert _selectors(item["target"]).keys() == {"TextQuoteSelector", "TextPositionSelector"}


def test_every_statement_is_found_by_place_and_by_words() -> None:
    text = REPORT.article.text
    for item, statement in zip(_items(REPORT), REPORT.statements, strict=True):
        selectors = _selectors(item["target"])
        place, words = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
        assert text[place["start"] : place["end"]] == words["exact"] == statement.text
        assert (
            text.index(words["prefix"] + words["exact"] + words["suffix"]) + len(words["prefix"])
            == place["start"]
        )


def test_a_body_tells_voice_kind_and_standing() -> None:
    items = {item["id"].rsplit(":", 1)[1]: item for item in _items(REPORT)}
    port = [body["value"] for body in items[PORT.id]["body"]]
    assert port[1:] == ["kind:claim", "voice:author", "standing:contested"]
    assert port[0].endswith(
        "What stands: contested. Two independent origins say the same and one says the contrary."
    )
    assert "voice:attributed" in [body["value"] for body in items[INITIALLED.id]["body"]]
    looked_up = {finding.statement for finding in REPORT.findings}
    other = next(s for s in REPORT.statements if s.id not in looked_up)
    assert items[other.id]["body"][0]["value"].endswith("It was not looked up.")


def test_a_verdict_on_words_that_no_statement_has_is_on_the_whole_article() -> None:
    given = Verdict("Own words.", "No", "Anna", decided_at="2026-11-29T11:20:33+00:00", number=7)
    verdict = replace(given, article=REPORT.article.id, reasons=("I *asked*.",))
    report = replace(REPORT, verdicts=match_verdicts(REPORT, [verdict], ()))
    collection = json.loads(json.dumps(annotations_json(report)))
    item = collection["first"]["items"][-1]
    assert collection["total"] == len(REPORT.statements) + 1
    assert item["motivation"] == "assessing"
    assert item["target"]["source"] == REPORT.article.url
    article = replace(REPORT.article, id="later")
    again: Any = annotations_json(replace(report, article=article))
    assert again["first"]["items"][-1]["id"] != item["id"], "it is another annotation"
    assert "selector" not in item["target"]
    (body,) = (body for body in item["body"] if body["purpose"] == "assessing")
    assert body["creator"]["name"] == "Anna"
    assert body["value"].startswith(
        "“Own words.” A person’s verdict, not the program’s: “No” Signed"
    )
    annotations: Any = hypothesis_json(report)["annotations"]
    note = annotations[-1]
    assert note["target"] == [{"source": REPORT.article.url}]
    assert "“Own words.”" in note["text"]
    assert r"\*asked\*" in note["text"]


def test_an_address_is_an_iri() -> None:
    article = replace(REPORT.article, url="https://a.example/{1}/мост?x=a|b")
    assert name_target(article) == "https://a.example/%7B1%7D/мост?x=a%7Cb"


def test_a_hypothesis_client_finds_what_it_needs() -> None:
    """What `readExportFile`, `duplicateMatch` and `getImportData` of the client read, and what
    the service's `AnnotationSchema` demands: `annotations` in an object, `uri` not empty, `tags`
    and `document.title` lists of strings, `target[0].selector` a list of typed objects."""
    file: dict[str, Any] = json.loads(json.dumps(hypothesis_json(REPORT)))
    assert isinstance(file["annotations"], list)
    assert len(file["annotations"]) == len(REPORT.statements)
    for annotation in file["annotations"]:
        assert annotation.keys() == {"uri", "document", "text", "tags", "target"}
        assert annotation["uri"] == REPORT.article.url
        assert annotation["document"]["title"] == [REPORT.article.title]
        assert all(isinstance(tag, str) for tag in annotation["tags"])
        assert isinstance(annotation["text"], str)
        (target,) = annotation["target"]
        assert target["source"] == annotation["uri"]
        assert all(isinstance(each["type"], str) for each in target["selector"])
        assert _selectors(target)["TextQuoteSelector"]["exact"]


def test_units_differ_after_a_character_beyond_the_basic_plane() -> None:
    text = "🌊 The pier is shut. 𝔏ate."
    span = Span(2, 20)
    assert count_utf16(text, span) == Span(3, 21)
    units = text.encode("utf-16-le")
    assert units[2 * 3 : 2 * 21].decode("utf-16-le") == span.of(text) == "The pier is shut. "
    statement = replace(PORT, span=span, text=span.of(text))
    report = replace(EMPTY, article=Article("a", text), statements=(statement,))
    (ours,) = _items(report)
    theirs: Any = hypothesis_json(report)["annotations"]
    assert _selectors(ours["target"])["TextPositionSelector"]["start"] == 2
    assert _selectors(theirs[0]["target"][0])["TextPositionSelector"]["start"] == 3


@st.composite
def _texts_with_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(st.text(alphabet="ab c🌊é\n𝔏", max_size=300))
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


@given(_texts_with_spans())
def test_any_span_is_found_again(given_: tuple[str, Span]) -> None:
    text, span = given_
    quoted = quote_span(text, span)
    around = quoted.prefix + quoted.exact + quoted.suffix
    assert quoted.exact == text[span.start : span.end]
    starts = [at for at in range(len(text) + 1) if text.startswith(around, at)]
    assert span.start - len(quoted.prefix) in starts
    assert len(starts) == 1 or len(quoted.prefix) in (256, span.start)
    place = count_utf16(text, span)
    units = text.encode("utf-16-le")[2 * place.start : 2 * place.end]
    assert units.decode("utf-16-le") == quoted.exact


def test_more_is_kept_around_words_that_stand_twice() -> None:
    text = f"First. {'x' * 40} It is shut. {'y' * 40} {'x' * 40} It is shut. {'y' * 40} Last."
    once, twice = text.index("It is"), text.rindex("It is")
    assert len(quote_span(text, Span(once, once + 11)).prefix) > 32
    for at in (once, twice):
        quoted = quote_span(text, Span(at, at + 11))
        assert text.count(quoted.prefix + quoted.exact + quoted.suffix) == 1
    assert len(quote_span("One pier. Two.", Span(4, 8)).prefix) == 4


def test_an_article_without_an_address_has_a_name() -> None:
    assert name_target(Article("a b", "")) == "urn:secondsource:article:a%20b"
    assert name_target(Article("a", "", url="javascript:alert(1)")) == "urn:secondsource:article:a"


def test_bytes_are_named_by_their_hash() -> None:
    # The example of RFC 6920, section 3: the SHA-256 of "Hello World!".
    sha256 = "7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069"
    assert name_bytes(sha256) == "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"
    report = replace(REPORT, article=replace(REPORT.article, raw=sha256))
    assert _items(report)[0]["target"]["state"]["cached"] == name_bytes(sha256)
