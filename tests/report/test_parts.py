"""The parts of a report in another page: the same words, with what that page offers beside them."""

from dataclasses import asdict

import pytest
from lxml import html
from markupsafe import Markup

from secondsource.report import render_html
from secondsource.report.html import STYLES, Parts, read_files, render_parts
from secondsource.review.report import Report
from secondsource.review.subject import (
    AttributionSubject,
    StatementSubject,
    Subject,
    read_key,
    stance_subject,
    write_key,
)
from tests.report.hostile import EMPTY, poison
from tests.report.sample import FINDINGS, REPORT

KINDS = {"edge", "attribution", "stance", "tie", "statement", "article"}


def _offer(subject: Subject) -> Markup:
    return Markup('<button value="{}">decide</button>').format(write_key(subject))


def _tree(parts: Parts) -> html.HtmlElement:
    drawn = "".join(value for name, value in asdict(parts).items() if name != "title")
    return html.document_fromstring(f"<main>{drawn}</main>")


@pytest.mark.parametrize("report", [REPORT, EMPTY, poison(REPORT)], ids=["full", "empty", "bad"])
def test_the_file_holds_the_parts_as_they_are(report: Report) -> None:
    page = render_html(report)
    for name, part in asdict(render_parts(report)).items():
        assert name == "title" or part in page


def test_what_is_offered_stands_beside_every_item() -> None:
    tree = _tree(render_parts(REPORT, _offer))
    marked = set(tree.xpath("//@data-subject"))
    offered = set(tree.xpath("//*[@class='acts']/button/@value"))
    assert offered == marked
    assert all(write_key(read_key(key)) == key for key in marked)
    assert {key.split(":")[0] for key in marked} == KINDS


def test_every_statement_that_was_looked_up_can_be_decided_on() -> None:
    marked = _tree(render_parts(REPORT, _offer)).xpath("//@data-subject")
    for finding in FINDINGS:
        assert marked.count(write_key(StatementSubject(finding.statement))) == 1
        assert write_key(AttributionSubject(finding.statement)) in marked
        for origin in finding.origins:
            for piece in origin.evidence:
                assert write_key(stance_subject(finding.statement, piece)) in marked


def test_nothing_is_offered_where_nobody_asks() -> None:
    assert _tree(render_parts(REPORT)).xpath("//*[@class='acts'] | //button[@value]") == []


def test_the_parts_need_no_unsafe_policy() -> None:
    tree = _tree(render_parts(poison(REPORT), _offer))
    assert tree.xpath("//script | //style | //@style") == []
    names = {name for element in tree.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on")]


def test_the_files_are_those_that_the_page_has_in_it() -> None:
    page = render_html(REPORT)
    files = read_files()
    assert set(files) == {*STYLES, "report.js"}
    assert all(text.strip() in page for text in files.values())


def test_links_lead_to_pages_of_ours_where_there_are_some_with_the_originals_beside_them() -> None:
    known = REPORT.articles[0].id

    def find_page(id_: str) -> str:
        return "/articles/here" if id_ == known else ""

    plain, inside = render_parts(REPORT), render_parts(REPORT, addresses=find_page)
    tree = html.fromstring("".join(str(getattr(inside, n)) for n in ("evidence", "families")))
    here = tree.xpath("//a[@href='/articles/here']")
    originals = tree.xpath("//a[@class='original']")
    assert here
    assert {link.getnext() in originals for link in here} == {True}
    assert {link.get("href") for link in originals} == {REPORT.articles[0].url}
    assert all(link.text_content() in link.get("aria-label") for link in originals)
    for part in ("evidence", "families", "first"):
        assert "/articles/here" not in getattr(plain, part)
        assert 'class="original"' not in getattr(plain, part)
    assert 'class="original"' not in render_html(REPORT)
