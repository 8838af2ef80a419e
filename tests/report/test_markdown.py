"""The Markdown report renders as it is meant, whatever the texts hold."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from secondsource.article import Span
from secondsource.messages.speaking import use_language
from secondsource.report import render_markdown
from secondsource.report.markdown import escape_markdown
from tests.report.hostile import EMPTY, poison
from tests.report.sample import REPORT

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _tokens(text: str) -> list[Token]:
    tokens = READER.parse(text)
    return [*tokens, *(child for token in tokens for child in token.children or ())]


def _shape(text: str) -> list[str]:
    return [token.type for token in READER.parse(text)]


ESCAPED = [
    ("plain words, (with) brackets.", "plain words, (with) brackets."),
    ("a | b", "a \\| b"),
    ("*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"),
    ("[a](b)", "\\[a\\](b)"),
    ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
    ("1. first", "1\\. first"),
    ("4.2 million", "4.2 million"),
    ("- item", "\\- item"),
    ("# head", "\\# head"),
    ("see https://a.example", "see https\\://a.example"),
    ("two\nlines", "two lines"),
]


@pytest.mark.parametrize(("text", "expected"), ESCAPED)
def test_markup_of_strangers_is_escaped(text: str, expected: str) -> None:
    assert escape_markdown(text) == expected


@given(st.text(alphabet=" ab1.)-+#>=*_`~[](){}!|<&\\$:;/wh\n\t"))
def test_escaped_text_reads_as_it_was(text: str) -> None:
    tokens = READER.parse(escape_markdown(text).strip())
    shown = "".join(
        child.content if child.type in ("text", "text_special") else f"<{child.type}>"
        for token in tokens
        for child in token.children or ()
    )
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    assert shown == " ".join(text.split())


def test_hostile_words_change_nothing_of_the_shape() -> None:
    plain, hostile = render_markdown(REPORT), render_markdown(poison(REPORT))
    tokens = _tokens(hostile)
    assert not [token for token in tokens if token.type.startswith("html")]
    before, after = Counter(_shape(plain)), Counter(token.type for token in tokens)
    for kind in ("heading_open", "table_open", "tr_open", "td_open", "ordered_list_open"):
        assert after[kind] == before[kind]


def test_links_are_web_addresses() -> None:
    tokens = _tokens(render_markdown(REPORT))
    links = [token.attrGet("href") for token in tokens if token.type == "link_open"]
    assert links
    assert all(str(link).startswith("https://") for link in links)


def test_every_claim_is_a_row_and_a_section() -> None:
    text = render_markdown(REPORT)
    assert _shape(text).count("table_open") == 6
    for finding in REPORT.findings:
        assert finding.sentence in text
        assert finding.would_change in text


PASSAGES = [
    ("It rained [a bit]. ", "*The bridge* is shut.", " Nobody came."),
    ("他走了。", "“桥关了。”", "没有人来。"),
    ("", "“It is shut,” she said:", "(“never”)"),
]


@pytest.mark.parametrize(("before", "decided", "after"), PASSAGES)
def test_the_sentence_that_decides_is_bold_within_its_passage(
    before: str, decided: str, after: str
) -> None:
    tokens = _tokens(_render_passage(before + decided + after, decided))
    (place,) = (n for n, t in enumerate(tokens) if t.content == decided and not t.children)
    around = [token.type for token in tokens[place - 1 : place + 2]]
    assert around == ["strong_open", "text", "strong_close"]


def test_no_bold_is_begun_for_blanks() -> None:
    told = _render_passage("It rained.   Nobody came.", "   ")
    assert "> It rained. Nobody came." in told


def _render_passage(text: str, decided: str) -> str:
    finding = next(each for each in REPORT.findings if each.origins)
    origin = finding.origins[0]
    first = origin.evidence[0]
    start = text.index(decided)
    span = Span(first.span.start, first.span.start + len(text))
    by = Span(start, start + len(decided)).shift(span.start)
    evidence = replace(first, text=text, span=span, decided_by=by)
    told = replace(finding, origins=(replace(origin, evidence=(evidence,)), *finding.origins[1:]))
    kept = tuple(told if each is finding else each for each in REPORT.findings)
    return render_markdown(replace(REPORT, findings=kept))


def test_in_russian_it_has_the_same_shape_and_none_of_our_english() -> None:
    with use_language("ru"):
        told = render_markdown(REPORT)
    assert _shape(told) == _shape(render_markdown(REPORT))
    ours = re.compile(
        r"\b(?:said by|worth checking|further|outlets:|changed:|not recorded|"
        r"reading:|why they count|the same words|what would change|share text|is of this|match)\b",
        re.IGNORECASE | re.MULTILINE,
    )
    headings = [line for line in told.splitlines() if line.startswith("## ")]
    assert len(headings) > 6
    assert [line for line in headings if re.search("[A-Za-z]", line)] == []
    assert ours.findall(told) == []


def test_an_empty_report_can_be_written() -> None:
    assert "# untitled" in render_markdown(EMPTY)
