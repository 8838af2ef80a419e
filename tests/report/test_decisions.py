"""Every written form says of each part whose decision it is, and what the machine says of it."""

import csv
import io
import json
import re
from dataclasses import replace
from html import unescape

import pytest

from secondsource.evidence.finding import Standing
from secondsource.messages.speaking import use_language
from secondsource.report import csvform, decisions
from secondsource.report.decisions import find_shaped
from secondsource.report.forms import find_form
from secondsource.report.page import make_page
from secondsource.review.apply import apply_decisions
from secondsource.review.decision import Decision, Verb
from secondsource.review.report import Report
from secondsource.review.subject import read_key, stance_subject, write_key
from tests.review.sample import HERALD, OPEN, make_report, stance_key, take, the_finding

_IN_WORDS = ("html", "markdown", "text", "annotations", "hypothesis")


def _decide(*taken: tuple[str, Verb, str]) -> Report:
    report = make_report()
    decisions = [take(report, n, key, verb, said) for n, (key, verb, said) in enumerate(taken, 1)]
    return apply_decisions(report, decisions)


def _write(report: Report, form: str) -> str:
    """The words of a form, without its markup and line ends."""
    text = find_form(form).render(report)
    if form == "html":
        text = unescape(re.sub(r"<[^>]*>", "", text))
    return " ".join(text.replace("\\", "").split())


def _key(kind: str) -> str:
    return f"{kind}:{the_finding(make_report()).statement}"


@pytest.mark.parametrize("form", _IN_WORDS)
@pytest.mark.parametrize(
    ("key", "verb", "value", "told"),
    [
        (
            stance_key(make_report(), OPEN),
            Verb.UNRELATED,
            "",
            "Taken out by Anna, 1 July 2031: it has nothing to do with the claim. "
            "The machine said: says the contrary",
        ),
        (
            stance_key(make_report(), HERALD),
            Verb.DISPUTES,
            "",
            "Decided by Anna, 1 July 2031: it says the contrary. The machine said: says the same",
        ),
        (
            _key("attribution"),
            Verb.SAID_BY,
            "the mayor",
            "Decided by Anna, 1 July 2031: said by the mayor. The machine said: the author.",
        ),
        (
            _key("statement"),
            Verb.OPINION,
            "",
            "Decided by Anna, 1 July 2031: it is an opinion. The machine said: claim.",
        ),
    ],
)
def test_each_form_names_who_decided_when_and_what_the_machine_said(
    form: str, key: str, verb: Verb, value: str, told: str
) -> None:
    assert told in _write(_decide((key, verb, value)), form)


@pytest.mark.parametrize("form", _IN_WORDS)
def test_a_tie_that_a_person_rejects_is_told(form: str) -> None:
    tie = next(t for o in the_finding(make_report()).origins for t in o.ties)
    key = f"tie:{min(tie.left, tie.right)}:{max(tie.left, tie.right)}:{tie.signal.name}"
    written = _write(_decide((key, Verb.REJECT, "")), form)
    assert "Taken out by Anna, 1 July 2031: this is wrong." in written


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_the_first_screen_says_that_people_shaped_the_counts(form: str) -> None:
    report = _decide((stance_key(make_report(), OPEN), Verb.UNRELATED, ""))
    sentence = "What stands for one of these claims was shaped by people’s decisions."
    assert sentence in _write(report, form)
    confirmed = _decide((stance_key(make_report(), OPEN), Verb.CONFIRM, ""))
    assert "this is right" in _write(confirmed, form)
    assert "shaped by people" not in _write(confirmed, form)


def test_a_claim_is_shaped_only_where_its_numbers_are_others_than_the_machine_s() -> None:
    report = make_report()
    edge = report.families[0].edges[0]
    decided = _decide((f"edge:{edge.child}:{edge.parent}", Verb.REJECT, ""))
    (finding,) = report.findings
    same = replace(decided, findings=(replace(finding, would_change="Another sentence."),))
    page = make_page(same)
    assert not page.shaped
    assert not page.claims[0].decisions
    assert page.decided
    other = replace(decided, findings=(replace(finding, standing=Standing.DISPUTED),))
    assert "for one of these claims" in make_page(other).shaped
    assert make_page(other).claims[0].decisions


@pytest.mark.parametrize("form", _IN_WORDS)
def test_a_report_of_the_machine_alone_names_nobody(form: str) -> None:
    written = _write(make_report(), form)
    assert not re.search("decided by|taken out|people decided|decided:person", written, re.I)


def test_what_is_taken_back_is_told_no_more() -> None:
    report = make_report()
    first = take(report, 1, stance_key(report, OPEN), Verb.UNRELATED)
    back = Decision(first.key, Verb.UNDO, number=2, decided_by="Boris", undoes=1)
    undone = replace(first, undone=True)
    page = make_page(apply_decisions(report, [undone, back]))
    assert not page.decided
    assert not page.shaped


def test_an_annotation_has_a_body_whose_creator_is_the_person() -> None:
    report = _decide((stance_key(make_report(), OPEN), Verb.UNRELATED, ""))
    (item,) = json.loads(find_form("annotations").render(report))["first"]["items"]
    (body,) = (each for each in item["body"] if each["purpose"] == "commenting")
    assert body["creator"] == {"type": "Person", "name": "Anna"}
    assert body["created"].startswith("2031-07-01")


def test_the_table_of_claims_names_who_said_of_what_kind_it_is() -> None:
    table = find_form("claims").render(_decide((_key("statement"), Verb.OPINION, "")))
    (row,) = csv.DictReader(io.StringIO(table))
    assert row["decided_by"] == "Anna"


def test_words_of_people_are_shown_and_do_nothing() -> None:
    nasty = "<script>alert(1)</script> [x](http://a.example) \u202e"
    written = find_form("html").render(_decide((_key("attribution"), Verb.SAID_BY, nasty)))
    assert "<script>alert" not in written
    assert "\u202e" not in written


def test_decisions_are_told_in_russian() -> None:
    with use_language("ru"):
        written = _write(_decide((stance_key(make_report(), OPEN), Verb.UNRELATED, "")), "text")
    assert "Исключено (Anna, 1 июля 2031" in written


def _list_out(report: Report) -> list[str]:
    """The words that the HTML has struck through, without those of changed wordings."""
    html = find_form("html").render(report)
    return [
        " ".join(unescape(re.sub("<[^>]*>", "", s)).split())
        for s in re.findall("<s>(.*?)</s>", html, re.DOTALL)
    ]


def test_a_passage_that_is_taken_out_stays_struck_through_in_the_block_of_its_claim() -> None:
    key = stance_key(make_report(), OPEN)
    html = find_form("html").render(_decide((key, Verb.UNRELATED, "")))
    block = html[html.index('class="claim-block"') : html.index('id="decided"')]
    (figure,) = re.findall(
        rf'<figure class="is-out" data-subject="{key}">(.*?)</figure>', block, re.DOTALL
    )
    assert "<s>The north bridge at Port Ansel stayed open all Monday" in figure
    assert "Taken out by Anna, 1 July 2031" in figure
    assert "<form" not in html.replace('<form class="filter"', "")
    assert "take it back" not in html


def test_a_tie_that_is_taken_out_stays_struck_through_once() -> None:
    tie = next(t for o in the_finding(make_report()).origins for t in o.ties)
    key = f"tie:{min(tie.left, tie.right)}:{max(tie.left, tie.right)}:{tie.signal.name}"
    assert _list_out(_decide((key, Verb.REJECT, ""))) == [tie.signal.sentence]


def test_an_edge_that_is_taken_out_stays_though_no_family_is_left() -> None:
    report = make_report()
    edge = report.families[0].edges[0]
    decided = _decide((f"edge:{edge.child}:{edge.parent}", Verb.REJECT, ""))
    assert not decided.families
    html = find_form("html").render(decided)
    families = html[html.index('<section id="families"') :]
    assert "Taken out by Anna" in families
    assert len(_list_out(decided)) >= 1


def test_a_claim_keeps_its_block_where_all_its_evidence_is_taken_out() -> None:
    report = make_report()
    pieces = [e for o in the_finding(report).origins for e in o.evidence]
    keys = [write_key(stance_subject(the_finding(report).statement, piece)) for piece in pieces]
    decided = _decide(*((key, Verb.UNRELATED, "") for key in keys))
    (claim,) = make_page(decided).claims
    assert not claim.pieces
    assert claim.has_block
    assert {each.subject for each in claim.out.passages} == set(map(read_key, keys))
    assert f'id="c{claim.number}"' in find_form("html").render(decided)


def test_the_heading_says_that_a_person_decided_something() -> None:
    key = stance_key(make_report(), OPEN)
    sign = "a person decided here"
    assert sign in find_form("html").render(_decide((key, Verb.CONFIRM, "")))
    assert sign not in find_form("html").render(make_report())


def test_the_table_of_evidence_keeps_what_was_taken_out_and_why() -> None:
    report = make_report()
    decision = take(report, 1, stance_key(report, OPEN), Verb.UNRELATED)
    decided = apply_decisions(report, [replace(decision, reasons="Another bridge.")])
    rows = find_form("evidence").render(decided).splitlines()
    assert rows[0].endswith(",decided_by,taken_out,decided_why,machine_stance")
    ends = ",Anna,true,Another bridge.,disputes"
    assert [row for row in rows if row.endswith(ends)] == rows[-1:]
    assert "stayed open all Monday" in rows[-1]


@pytest.mark.parametrize("verb", [Verb.SUPPORTS, Verb.CONFIRM])
def test_the_json_says_which_stance_is_a_person_s_and_which_the_machine_s(verb: Verb) -> None:
    report = make_report()

    def read(report: Report) -> dict[str, dict[str, object]]:
        written = json.loads(find_form("json").render(report))
        origins = (origin for finding in written["findings"] for origin in finding["origins"])
        return {piece["article"]: piece for origin in origins for piece in origin["evidence"]}

    machine = read(report)
    decided = read(_decide((stance_key(report, OPEN), verb, "")))
    names = ("stance", "machine_stance", "by_person")
    said = "supports" if verb is Verb.SUPPORTS else "disputes"
    assert [machine[OPEN.id][name] for name in names] == ["disputes", "disputes", False]
    assert [decided[OPEN.id][name] for name in names] == [said, "disputes", True]
    assert decided[OPEN.id]["score"] == machine[OPEN.id]["score"]
    assert not any(piece["by_person"] for id_, piece in decided.items() if id_ != OPEN.id)


@pytest.mark.parametrize("form", [*_IN_WORDS, "claims"])
def test_what_people_changed_is_worked_out_once_for_all_claims(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = _decide((stance_key(make_report(), OPEN), Verb.UNRELATED, ""))
    more = [f"s-{number}" for number in range(20)]
    (statement,), (finding,) = report.statements, report.findings
    findings = (finding, *(replace(finding, statement=id_) for id_ in more))
    assert report.machine
    report = replace(
        report,
        statements=(statement, *(replace(statement, id=id_) for id_ in more)),
        findings=findings,
        machine=replace(report.machine, findings=findings),
    )
    worked_out: list[Report] = []

    def count(given: Report) -> frozenset[str]:
        worked_out.append(given)
        return find_shaped(given)

    for module in (decisions, csvform):
        monkeypatch.setattr(module, "find_shaped", count)
    find_form(form).render(report)
    assert len(worked_out) <= 1


def _reject_edge() -> tuple[Report, str]:
    """A report in which an edge that bears on its claim is rejected, and what the edge is about."""
    report = make_report()
    edge = report.families[0].edges[0]
    decided = _decide((f"edge:{edge.child}:{edge.parent}", Verb.REJECT, ""))
    (finding,) = report.findings
    other = replace(decided, findings=(replace(finding, standing=Standing.DISPUTED),))
    (view,) = make_page(other).decided.values()
    return other, view.machine


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_lists_of_decisions_say_which_claim_each_is_about(form: str) -> None:
    words = make_report().statements[0].text[:50]
    key = stance_key(make_report(), OPEN)
    decided = _decide((key, Verb.UNRELATED, ""))
    if form == "text":
        decided = replace(decided, findings=())
    assert f"On “{words}" in _write(decided, form)


def test_a_claim_says_what_the_machine_said_of_an_edge_that_bears_on_it() -> None:
    decided, machine = _reject_edge()
    html = unescape(find_form("html").render(decided))
    block = html[html.index('class="claim-block"') : html.index('id="decided"')]
    assert machine
    assert machine in block


def test_the_summary_shows_all_claims_decided_on_and_tells_an_edge_once() -> None:
    decided, machine = _reject_edge()
    (statement,) = decided.statements
    (finding,) = decided.findings
    assert decided.machine is not None
    many = [(replace(statement, id=f"s{n}"), replace(finding, statement=f"s{n}")) for n in range(9)]
    before = [replace(finding, statement=f"s{n}", standing=Standing.ECHOED) for n in range(9)]
    report = replace(
        decided,
        statements=tuple(s for s, _f in many),
        findings=tuple(f for _s, f in many),
        machine=replace(decided.machine, findings=tuple(before)),
    )
    written = _write(report, "text")
    assert "further statement" not in written
    assert written.count(machine) == 1
    assert written.count("the decision stands above") == 8


def test_decisions_that_do_not_fit_under_a_claim_stand_after_the_claims_in_the_summary() -> None:
    report = make_report()
    pieces = [e for o in the_finding(report).origins for e in o.evidence]
    keys = [write_key(stance_subject(the_finding(report).statement, piece)) for piece in pieces]
    written = _write(_decide(*((key, Verb.CONFIRM, "") for key in keys[:5])), "text")
    assert written.count("this is right") == 5
    assert "further decision" not in written


@pytest.mark.parametrize("verb", [Verb.SUPPORTS, Verb.DISPUTES])
def test_what_a_person_says_of_a_passage_is_never_told_as_an_unsure_reading(verb: Verb) -> None:
    report = make_report()
    finding = the_finding(report)
    assert finding.basis is not None
    pieces = tuple(
        replace(p, evidence=replace(p.evidence, score=0.4)) if p.evidence else p
        for p in finding.basis.pieces
    )
    unsure = replace(finding, basis=replace(finding.basis, pieces=pieces))
    report = replace(report, findings=(unsure,))
    decided = apply_decisions(report, [take(report, 1, stance_key(report, OPEN), verb)])
    (claim,) = make_page(decided).claims
    said = {o.stance: p for o in claim.origins for p in o.pieces if p.label.outlet == "Isle Record"}
    ((stance, piece),) = said.items()
    assert stance == ("says the same" if verb is Verb.SUPPORTS else "says the contrary")
    assert (piece.stance, piece.sure) == (stance, "as a person says")
    assert "may say" in claim.tally  # the others, of which nobody said anything
    assert f"1 {stance}" in claim.tally
    assert the_finding(report).basis == unsure.basis
