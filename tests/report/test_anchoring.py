"""Annotations in a real browser: each statement is found where it stands, in either unit."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from secondsource.article import Article, Span
from secondsource.demo import EXAMINED
from secondsource.load import load_article
from secondsource.reading import read_article
from secondsource.reading.statement import Statement
from secondsource.report.annotation import annotations_json, hypothesis_json
from secondsource.review.report import Report
from tests.report.browsing import BROWSED
from tests.report.hostile import EMPTY
from tests.report.sample_reading import EXAMINED as SAMPLE
from tests.report.sample_reading import PORT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = BROWSED

# A position counts code points in the Recommendation, UTF-16 units in Hypothesis.
_BY_POSITION = """([selectors, inCodePoints]) => selectors.map(s => {
  const text = document.getElementById("text").textContent
  const {start, end} = s.find(each => each.type === "TextPositionSelector")
  return inCodePoints ? Array.from(text).slice(start, end).join("") : text.slice(start, end)
})"""
# The order of `anchor` in the client's html.ts: the position if the words there are those quoted,
# else the quotation; here only where it stands once as it is.
_LIKE_THE_CLIENT = """selectors => selectors.map(s => {
  const text = document.body.textContent
  const {start, end} = s.find(each => each.type === "TextPositionSelector")
  const {exact} = s.find(each => each.type === "TextQuoteSelector")
  if (text.slice(start, end) === exact) return "position"
  const at = text.indexOf(exact)
  return at >= 0 && text.indexOf(exact, at + 1) < 0 ? "quotation" : "not found"
})"""


def _statement(text: str, words: str) -> Statement:
    start = text.index(words)
    span = Span(start, start + len(words))
    return replace(PORT, id=f"s{start}", text=words, span=span)


def _w3c(report: Report) -> list[object]:
    items = annotations_json(report)["first"]["items"]  # type: ignore[index,call-overload]
    return [item["target"]["selector"] for item in items]  # type: ignore[index,call-overload,union-attr]


def _hypothesis(report: Report) -> list[object]:
    return [
        each["target"][0]["selector"]  # type: ignore[index,call-overload]
        for each in hypothesis_json(report)["annotations"]  # type: ignore[union-attr]
    ]


@pytest.mark.parametrize("in_code_points", [True, False], ids=["code points", "UTF-16"])
def test_positions_give_the_words_in_the_text_itself(
    browser: Browser, in_code_points: bool
) -> None:
    text = f"🌊🌊 {SAMPLE.text} 𝔏ast: «Порт закрыт» 🚢, они сказали."
    words = [PORT.text, "«Порт закрыт» 🚢", "🌊 ", "они сказали."]
    statements = tuple(_statement(text, each) for each in words)
    report = replace(EMPTY, article=Article("a", text), statements=statements)
    page = browser.new_page()
    page.set_content(f'<meta charset="utf-8"><main id="text">{escape(text)}</main>')
    selectors = _w3c(report) if in_code_points else _hypothesis(report)
    assert page.evaluate(_BY_POSITION, [selectors, in_code_points]) == words
    assert page.evaluate(_BY_POSITION, [selectors, not in_code_points]) != words
    page.close()


def test_every_statement_is_found_on_the_page_it_was_read_from(browser: Browser) -> None:
    article = load_article(Path(EXAMINED))
    report = replace(EMPTY, article=article, statements=read_article(article))
    page = browser.new_page(java_script_enabled=True)
    page.goto(EXAMINED.as_uri())
    found = page.evaluate(_LIKE_THE_CLIENT, _hypothesis(report))
    page.close()
    assert len(found) == len(report.statements) > 40
    assert set(found) <= {"position", "quotation"}
