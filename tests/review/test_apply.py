"""What people decide shapes origins, counts and sentences; undone, the very report is back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.article import Article
from secondsource.evidence.finding import Evidence, Stance, Standing
from secondsource.evidence.origins.make import make_origins
from secondsource.reading.statement import Kind, Source, Voice
from secondsource.report.forms import FORMS, Form, find_form, render_form
from secondsource.review.apply import apply_decisions
from secondsource.review.bases import carry_to_part, keep_paths
from secondsource.review.decided import State
from secondsource.review.decision import Decision, Verb
from secondsource.review.queue import queue_claims
from secondsource.review.report import Report
from secondsource.review.subject import (
    AttributionSubject,
    EdgeSubject,
    StanceSubject,
    StatementSubject,
    TieSubject,
    edge_subject,
    write_key,
)
from tests.evidence.newsroom import WIRE, write
from tests.review.sample import (
    COURIER,
    GAZETTE,
    HERALD,
    MAYOR,
    MAYOR_AGAIN,
    OPEN,
    REPRINT,
    count,
    make_report,
    stance_key,
    take,
    the_finding,
)


def _tie(left: Article, right: Article, signal: str) -> str:
    return write_key(TieSubject(left.id, right.id, signal))


def test_the_sample_is_what_the_other_tests_need() -> None:
    report = make_report()
    assert the_finding(report).standing is Standing.CONTESTED
    assert (count(report), count(report, Stance.DISPUTES)) == (3, 1)  # the house, the wire, Weld
    assert [len(f.edges) for f in report.families] == [1]


def test_a_rejected_stance_takes_the_passage_out() -> None:
    report = make_report()
    decided = apply_decisions(report, [take(report, 1, stance_key(report, OPEN), Verb.REJECT)])
    assert the_finding(decided).standing is Standing.CORROBORATED
    assert "dispute" not in the_finding(decided).sentence
    (told,) = decided.decided
    assert (told.state, told.decision.decided_by if told.decision else None) == (
        State.APPLIED,
        "Anna",
    )
    assert told.machine.startswith("disputes")


def test_another_stance_changes_side() -> None:
    report = make_report()
    decided = apply_decisions(report, [take(report, 1, stance_key(report, HERALD), Verb.DISPUTES)])
    assert (count(decided), count(decided, Stance.DISPUTES)) == (2, 2)


def test_whom_a_passage_without_a_side_has_it_from_was_not_read() -> None:
    report = make_report(extra=(NO_SIDE,))
    key = stance_key(report, NO_SIDE)
    assert take(report, 1, key, Verb.REJECT).machine.startswith("discusses")
    decided = apply_decisions(report, [take(report, 1, key, Verb.DISPUTES)])
    assert count(decided, Stance.DISPUTES) == 2
    (own,) = (
        o
        for o in the_finding(decided).origins
        if o.stance is Stance.DISPUTES and {e.article for e in o.evidence} == {NO_SIDE.id}
    )
    assert "was not read" in own.because


NO_SIDE = write("Jetty News", "The north bridge of Port Ansel has been painted green since May.")


def test_a_stance_holds_for_the_same_words_elsewhere() -> None:
    report = make_report()
    decided = apply_decisions(report, [take(report, 1, stance_key(report, GAZETTE), Verb.REJECT)])
    assert count(decided) == 2
    keys = {d.key for d in decided.decided}
    assert keys == {stance_key(report, GAZETTE), stance_key(report, COURIER)}


def test_a_note_elsewhere_and_what_was_taken_back_there_change_no_count() -> None:
    report = make_report()
    rejected = take(report, 1, stance_key(report, GAZETTE), Verb.REJECT)
    note = take(report, 2, stance_key(report, COURIER), Verb.NOTE, "The same dispatch.")
    undone = replace(take(report, 3, stance_key(report, COURIER), Verb.CONFIRM), undone=True)
    decided = apply_decisions(report, [rejected, note, undone])
    assert count(decided) == 2
    there = {d.key: d for d in decided.decided}[stance_key(report, COURIER)]
    assert (there.decision, there.notes, there.last) == (rejected, (note,), 3)


def test_of_two_decisions_on_the_same_words_the_last_goes_to_others() -> None:
    again = write("Loch Post", f"{WIRE}\nThe market was full.")
    report = make_report(extra=(again,))
    decisions = [
        take(report, 1, stance_key(report, COURIER), Verb.DISPUTES),
        take(report, 2, stance_key(report, GAZETTE), Verb.CONFIRM),
    ]
    told = [d for d in apply_decisions(report, decisions).decided if d.key not in _keys(decisions)]
    assert [(d.key, d.decision) for d in told] == [(stance_key(report, again), decisions[1])]
    assert told[0].last is None


def _keys(decisions: list[Decision]) -> set[str]:
    return {decision.key for decision in decisions}


def test_words_elsewhere_that_somebody_decided_on_keep_that_decision() -> None:
    report = make_report()
    decisions = [
        take(report, 1, stance_key(report, COURIER), Verb.CONFIRM),
        take(report, 2, stance_key(report, GAZETTE), Verb.REJECT),
    ]
    assert count(apply_decisions(report, decisions)) == 3


def test_rejected_ties_split_an_origin() -> None:
    report = make_report()
    key = _tie(MAYOR, MAYOR_AGAIN, "same_voice")
    decided = apply_decisions(report, [take(report, 1, key, Verb.REJECT)])
    assert count(decided) == count(report) + 1
    assert "4 independent origins support" in the_finding(decided).sentence


def test_what_holds_otherwise_stays_together() -> None:
    report = make_report(extra=(THIRD_MAYOR,))
    key = _tie(MAYOR, MAYOR_AGAIN, "same_voice")
    decided = apply_decisions(report, [take(report, 1, key, Verb.REJECT)])
    assert count(decided) == count(report)  # both are tied to the third by the same voice


THIRD_MAYOR = replace(
    MAYOR_AGAIN,
    id="third",
    outlet="Finch Post",
    url=None,
    text="Mayor Anna Weld said that on Monday the north bridge at Port Ansel was closed.",
)


def test_a_rejected_edge_takes_the_ties_by_text_with_it() -> None:
    report = make_report()
    (edge,) = report.families[0].edges
    key = write_key(edge_subject(edge))
    decided = apply_decisions(report, [take(report, 1, key, Verb.REJECT)])
    assert decided.families == ()
    assert count(decided) == count(report) + 1  # the reprint now counts for itself
    assert not any(o.echo for o in the_finding(decided).origins)


def test_what_is_noted_is_told_and_changes_nothing() -> None:
    report = make_report()
    key = stance_key(report, OPEN)
    decided = apply_decisions(report, [take(report, 1, key, Verb.NOTE, "so it is")])
    assert replace(decided, decided=(), machine=None) == report
    assert [d.key for d in decided.decided] == [key]


def _make_unsure(report: Report, stance: Stance | None = None) -> Report:
    """The report as a model would have made it that is unsure of all it reads; of what nobody
    disputes it may have read another stance.
    """

    def doubt(evidence: Evidence) -> Evidence:
        read = stance if stance and evidence.article == OPEN.id else evidence.stance
        return replace(evidence, score=0.5, judged=True, stance=read)

    finding = the_finding(report)
    assert finding.basis is not None
    basis = replace(
        finding.basis,
        pieces=tuple(
            replace(p, evidence=doubt(p.evidence) if p.evidence else None)
            for p in finding.basis.pieces
        ),
    )
    made = make_origins(basis, keep_paths(finding.origins, basis, ()))
    return replace(report, findings=(replace(finding, basis=basis, origins=made),))


def test_a_reading_that_is_confirmed_is_no_longer_unsure() -> None:
    report = _make_unsure(make_report())
    key = stance_key(report, OPEN)
    (before,) = queue_claims(report, report)
    kept = take(report, 1, key, Verb.CONFIRM)
    decided = apply_decisions(report, [kept])
    (claim,) = queue_claims(decided, report)
    assert (before.may_dispute, claim.may_dispute) == (1, 0)
    assert claim.may_support == before.may_support
    assert (claim.standing, claim.supporting, claim.disputing) == (
        before.standing,
        before.supporting,
        before.disputing,
    )
    assert "as a person says" in find_form("html").render(decided)
    again = apply_decisions(report, [replace(kept, undone=True)])
    assert tuple(queue_claims(again, report)) == (before,)


def test_what_supports_the_whole_settles_its_facts_that_were_read_so() -> None:
    whole = the_finding(make_report()).basis
    assert whole is not None
    read = {
        StanceSubject(whole.claim, e.article, e.span): e.stance
        for e in (piece.evidence for piece in whole.pieces)
        if e is not None
    }
    fact = carry_to_part(replace(whole, claim="a fact of it"), whole, read)
    settled = {p.evidence.stance for p in fact.pieces if p.evidence and p.evidence.by_person}
    assert settled == {Stance.SUPPORTS}
    assert len({*read.values()}) > 1


def test_a_confirmed_stance_holds_where_the_program_reads_otherwise_later() -> None:
    before, after = make_report(), _make_unsure(make_report(), Stance.SUPPORTS)
    said = take(before, 1, stance_key(before, OPEN), Verb.CONFIRM)
    assert count(after, Stance.DISPUTES) == 0
    assert count(apply_decisions(after, [said]), Stance.DISPUTES) == 1


def test_a_confirmed_reading_settles_no_other_reading_of_the_same_words() -> None:
    report = make_report()
    key, twin = (stance_key(report, each) for each in (GAZETTE, COURIER))
    said = take(report, 1, key, Verb.CONFIRM)
    assert {d.key for d in apply_decisions(report, [said]).decided} == {key, twin}
    other = replace(said, machine="disputes (0.48)")
    assert {d.key for d in apply_decisions(report, [other]).decided} == {key}


def test_a_confirmed_voice_and_kind_hold_where_the_program_says_otherwise_later() -> None:
    before = make_report()
    (statement,) = before.statements
    other = replace(statement, voice=Voice("attributed", Source("a clerk", None)), kind=Kind.OTHER)
    after = replace(before, statements=(other,))
    voice = take(before, 1, write_key(AttributionSubject(statement.id)), Verb.CONFIRM)
    kind = take(before, 2, write_key(StatementSubject(statement.id)), Verb.CONFIRM)
    (told,) = apply_decisions(after, [voice, kind]).statements
    assert (told.voice.type, told.kind) == (statement.voice.type, statement.kind)
    (same,) = apply_decisions(before, [voice, kind]).statements
    assert same == statement


@pytest.mark.parametrize("name", ["a clerk", None])
def test_a_confirmed_source_holds_where_the_program_names_another_later(name: str | None) -> None:
    (statement,) = make_report().statements
    source = Source(name, None) if name else None
    before = replace(
        make_report(), statements=(replace(statement, voice=Voice("attributed", source)),)
    )
    voice = take(before, 1, write_key(AttributionSubject(statement.id)), Verb.CONFIRM)
    (told,) = apply_decisions(make_report(), [voice]).statements
    assert (told.voice.type, told.voice.source) == ("attributed", source)


def test_another_voice_moves_the_ties_by_voice() -> None:
    report = make_report()
    key = write_key(AttributionSubject(report.statements[0].id))
    decided = apply_decisions(report, [take(report, 1, key, Verb.SAID_BY, "Mayor Anna Weld")])
    assert count(decided) == count(report) - 1  # what Weld is quoted with is its echo now
    said = the_finding(decided).said
    assert said is not None
    assert set(said.reports) == {MAYOR.id, MAYOR_AGAIN.id}
    lost = apply_decisions(report, [take(report, 1, key, Verb.REJECT)])
    assert lost.statements[0].voice == Voice("attributed")
    assert count(lost) == count(report)
    back = apply_decisions(
        report,
        [
            take(report, 1, key, Verb.SAID_BY, "Mayor Anna Weld"),
            take(report, 2, key, Verb.AUTHOR),
        ],
    )
    assert replace(back, decided=(), machine=None) == report


def test_another_voice_makes_no_tie_to_what_quotes_it_only_beside() -> None:
    told = "The north bridge at Port Ansel, now shut, will carry no cars."
    beside = write(
        "Harbour Post", f"{told} Conductor Ida Marr said that she was helping everybody."
    )
    report = make_report(extra=(beside,))
    key = write_key(AttributionSubject(report.statements[0].id))
    decided = apply_decisions(report, [take(report, 1, key, Verb.SAID_BY, "Ida Marr")])
    assert count(decided) == count(report)
    said = the_finding(decided).said
    assert said is not None
    assert said.reports == ()


def test_the_last_decision_counts_and_the_others_are_told() -> None:
    report = make_report()
    key = stance_key(report, HERALD)
    anna = take(report, 1, key, Verb.SUPPORTS)
    boris = replace(take(report, 2, key, Verb.DISPUTES), decided_by="Boris", seen=1)
    (told,) = apply_decisions(report, [boris, anna]).decided
    assert (told.decision, told.overruled, told.last) == (boris, (anna,), 2)
    undone = replace(boris, undone=True)
    undoing = replace(boris, number=3, verb=Verb.UNDO, undoes=2)
    (told,) = apply_decisions(report, [anna, undone, undoing]).decided
    assert (told.decision, told.overruled, told.last) == (anna, (), 3)


def _list_all(report: Report) -> list[Decision]:
    """A decision on each kind of subject, which changes something each."""
    (edge,) = report.families[0].edges
    statement = AttributionSubject(report.statements[0].id)
    keys = [
        (stance_key(report, OPEN), Verb.REJECT, ""),
        (stance_key(report, HERALD), Verb.DISPUTES, ""),
        (_tie(MAYOR, MAYOR_AGAIN, "same_voice"), Verb.REJECT, ""),
        (_tie(GAZETTE, COURIER, "same_text"), Verb.REJECT, ""),
        (write_key(edge_subject(edge)), Verb.REJECT, ""),
        (write_key(statement), Verb.SAID_BY, "Mayor Anna Weld"),
        (write_key(EdgeSubject(REPRINT.id, report.article.id)), Verb.NOTE, "seen in print"),
    ]
    return [take(report, n, key, verb, value) for n, (key, verb, value) in enumerate(keys, 1)]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_of_the_report_can_be_written(form: Form) -> None:
    report = make_report()
    assert render_form(form, apply_decisions(report, _list_all(report)))


@given(st.permutations(range(7)), st.integers(0, 7))
def test_the_order_in_which_they_come_is_no_matter(order: list[int], many: int) -> None:
    report = make_report()
    known = _list_all(report)
    chosen = [known[n] for n in order[:many]]
    assert apply_decisions(report, chosen) == apply_decisions(report, sorted(chosen, key=_number))


def _number(decision: Decision) -> int:
    return decision.number


@given(st.sets(st.integers(0, 6)))
def test_undone_the_very_report_is_back(chosen: set[int]) -> None:
    report = make_report()
    known = _list_all(report)
    taken_back = [replace(known[n], undone=True) for n in sorted(chosen)]
    decided = apply_decisions(report, taken_back)
    assert replace(decided, decided=(), machine=None) == report
    assert {d.state for d in decided.decided} <= {State.OPEN}


def test_unchanged_the_origins_come_out_as_the_machine_made_them() -> None:
    for report in (make_report(), make_report(extra=(THIRD_MAYOR,))):
        finding = the_finding(report)
        assert finding.basis is not None
        paths = keep_paths(finding.origins, finding.basis, ())
        assert make_origins(finding.basis, paths) == finding.origins
