"""A statement of several facts: what was found for one of them is shown and counted."""

import json
from dataclasses import replace

from lxml import html

from secondsource.article import Span
from secondsource.evidence.finding import Finding, PartFinding, StanceReason, Standing
from secondsource.evidence.query.question import Part
from secondsource.report import render_html, to_json
from secondsource.report.claims import ClaimView
from secondsource.report.page import make_page
from secondsource.review.report import Report
from tests.report.sample import REPORT
from tests.report.sample_reading import LOCK_MONEY, NO_ENGINEER

_DISPUTED = next(f for f in REPORT.findings if f.statement == NO_ENGINEER.id)
_ONCE = next(f for f in REPORT.findings if f.statement == LOCK_MONEY.id)


def _part(id_: str, standing: Standing, finding: Finding | None = None) -> PartFinding:
    origins = finding.origins if finding else ()
    return PartFinding(Part(id_, f"Fact {id_}.", ()), standing, f"Of {id_}.", origins)


def _with_parts(*parts: PartFinding) -> Report:
    return replace(REPORT, findings=(replace(_ONCE, parts=parts),))


def _claim(report: Report) -> ClaimView:
    (claim,) = make_page(report).claims
    return claim


def test_origins_of_a_fact_are_shown_and_counted() -> None:
    report = _with_parts(
        _part("one", Standing.DISPUTED, _DISPUTED), _part("two", Standing.NOT_FOUND)
    )
    claim = _claim(report)
    assert (claim.supporting, claim.disputing, claim.pieces) == (1, 2, 3)
    assert claim.tally == (
        "1 says the same; of its 2 facts 1 disputed, 1 not found; 3 articles take a side"
    )
    assert claim.brief == "1 says the same; of its 2 facts 1 disputed, 1 not found"
    words = " ".join(html.document_fromstring(render_html(report)).xpath("string(//main)").split())
    for origin in _DISPUTED.origins:
        assert origin.because in words


def test_what_is_shown_for_the_whole_is_not_shown_again_for_a_fact() -> None:
    claim = _claim(_with_parts(_part("one", Standing.SINGLE_ORIGIN, _ONCE)))
    assert [part.origins for part in claim.parts] == [()]
    assert claim.pieces == 1


def test_the_passage_in_the_margin_may_be_of_a_fact() -> None:
    part = _part("one", Standing.DISPUTED, _DISPUTED)
    report = replace(REPORT, findings=(replace(_ONCE, origins=(), parts=(part,)),))
    best = _claim(report).best
    assert best
    assert best.decided == _DISPUTED.origins[0].evidence[0].text


def test_the_sentence_that_decides_and_what_rules_saw_are_shown() -> None:
    origin = _ONCE.origins[0]
    evidence = origin.evidence[0]
    start = evidence.span.start
    seen = replace(
        evidence,
        decided_by=Span(start + 9, start + 14),
        reasons=(
            StanceReason(
                "only_hedged", (0.4, 1.0, 1.0), "It may be so.", (Span(start, start + 3),)
            ),
        ),
    )
    report = replace(
        REPORT, findings=(replace(_ONCE, origins=(replace(origin, evidence=(seen,)),)),)
    )
    tree = html.document_fromstring(render_html(report))
    assert tree.xpath("string(//*[@class='decided'])") == "voted"
    assert evidence.text in tree.xpath("string(//*[@id='evidence']//blockquote)")
    assert tree.xpath("//*[@class='seen']/li/text()") == ["It may be so."]
    (found,) = json.loads(json.dumps(to_json(report)))["findings"][0]["origins"][0]["evidence"]
    assert found["decided_by"] == {"start": start + 9, "end": start + 14}
    assert found["reasons"][0]["name"] == "only_hedged"
