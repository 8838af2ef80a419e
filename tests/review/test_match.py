"""Decisions outlive a new examination; where the text under one changed it is flagged, not lost."""

from dataclasses import replace

import pytest

from secondsource.article import Article
from secondsource.evidence.finding import PartFinding, Standing
from secondsource.evidence.query.question import Part
from secondsource.review.apply import apply_decisions
from secondsource.review.decided import Decided, State
from secondsource.review.decision import Decision, Verb
from secondsource.review.match import LaterText, match_decisions
from secondsource.review.report import Report
from secondsource.review.subject import (
    ArticleSubject,
    AttributionSubject,
    TieSubject,
    edge_subject,
    write_key,
)
from tests.evidence.newsroom import CLAIM, EXAMINED
from tests.review.sample import (
    MAYOR,
    MAYOR_AGAIN,
    OPEN,
    make_report,
    stance_key,
    take,
    the_finding,
)

_SAME_MAYOR = TieSubject(MAYOR.id, MAYOR_AGAIN.id, "same_voice")
LATER, SOONER = "2031-08-01T00:00:00+00:00", "2031-06-01T00:00:00+00:00"  # than `sample.WHEN`


def _add(article: Article, text: str, when: str = LATER) -> LaterText:
    return LaterText(article.id, f"later-{article.id[:6]}", text, when)


def _reject_denial(report: Report) -> Decision:
    return take(report, 1, stance_key(report, OPEN), Verb.REJECT)


def _only(report: Report, decision: Decision, *later: LaterText) -> Decided:
    (decided,) = match_decisions(report, [decision], later)
    return decided


def test_a_new_examination_keeps_it() -> None:
    first = make_report()
    again = replace(make_report(), made_at=LATER)
    decided = apply_decisions(again, [_reject_denial(first)])
    assert the_finding(decided).standing is Standing.CORROBORATED


def test_ids_that_changed_are_found_again_by_the_words() -> None:
    """As when a new version cuts the same article into statements at other places."""
    decision = _reject_denial(make_report())
    moved = _rename(make_report(), "s-moved")
    decided = _only(moved, decision)
    assert decided.state is State.APPLIED
    assert decided.key == stance_key(moved, OPEN) != decision.key


def _rename(report: Report, id_: str) -> Report:
    (statement,), (finding,) = report.statements, report.findings
    assert finding.basis is not None
    basis = replace(finding.basis, claim=id_)
    return replace(
        report,
        statements=(replace(statement, id=id_),),
        findings=(replace(finding, statement=id_, basis=basis),),
    )


def test_a_statement_that_is_gone_is_told() -> None:
    decision = _reject_denial(make_report())
    (statement,) = make_report().statements
    other = replace(statement, text="Something else was said.")
    decided = _only(replace(_rename(make_report(), "x"), statements=(other,)), decision)
    assert (decided.state, decided.decision) == (State.FLAGGED, decision)
    assert "no longer in the text" in decided.flag


def test_a_statement_that_is_now_a_part_of_another_is_gone() -> None:
    """A part has no voice of its own, so nothing can be said of who says it."""
    first = make_report()
    key = write_key(AttributionSubject(first.statements[0].id))
    decision = take(first, 1, key, Verb.SAID_BY, "Mayor Anna Weld")
    moved = _rename(make_report(), "s-longer")
    (statement,), (finding,) = moved.statements, moved.findings
    part = PartFinding(Part("p-one", statement.text, ()), finding.standing, "")
    longer = replace(statement, text=f"{statement.text} A ferry runs.")
    again = replace(moved, statements=(longer,), findings=(replace(finding, parts=(part,)),))
    (decided,) = apply_decisions(again, [decision]).decided
    assert (decided.state, decided.decision) == (State.FLAGGED, decision)


def test_a_statement_that_stands_there_twice_is_not_guessed() -> None:
    decision = _reject_denial(make_report())
    renamed = _rename(make_report(), "s-one")
    twice = (*renamed.statements, replace(renamed.statements[0], id="s-two"))
    assert _only(replace(renamed, statements=twice), decision).state is State.FLAGGED


def test_a_passage_that_was_not_found_again_is_told() -> None:
    decision = _reject_denial(make_report())
    (finding,) = make_report().findings
    assert finding.basis is not None
    fewer = replace(finding.basis, pieces=finding.basis.pieces[:1], links=())
    bare = replace(make_report(), findings=(replace(finding, basis=fewer, origins=()),))
    decided = _only(bare, decision)
    assert decided.state is State.FLAGGED
    assert "not among what was found" in decided.flag
    assert apply_decisions(bare, [decision]).findings == bare.findings


@pytest.mark.parametrize(
    ("later", "state"),
    [
        (_add(OPEN, "The bridge was closed after all, we regret."), State.FLAGGED),
        (_add(OPEN, f"Corrected.  {OPEN.text}\n\nMore."), State.APPLIED),
        (_add(OPEN, "Other words, but known when it was decided.", SOONER), State.APPLIED),
        (_add(EXAMINED, "The examined article says something else."), State.FLAGGED),
        (_add(EXAMINED, f"A longer one. {CLAIM}"), State.APPLIED),
        (_add(MAYOR, "Quite another article changed."), State.APPLIED),
    ],
    ids=["retracted", "grown", "known before", "statement gone", "statement there", "another"],
)
def test_a_later_text_at_the_same_address(later: LaterText, state: State) -> None:
    report = make_report()
    decided = _only(report, _reject_denial(report), later)
    assert decided.state is state
    applied = apply_decisions(report, [_reject_denial(report)], [later])
    changed = the_finding(applied).standing is Standing.CORROBORATED
    assert changed == (state is State.APPLIED)


def test_who_looked_again_has_decided() -> None:
    report = make_report()
    first = _reject_denial(report)
    again = replace(first, number=2, seen=1, decided_at="2031-09-01T00:00:00+00:00")
    later = _add(OPEN, "The bridge was closed after all, we regret.")
    (decided,) = match_decisions(report, [first, again], [later])
    assert (decided.state, decided.decision) == (State.APPLIED, again)


@pytest.mark.parametrize("later", [(), (_add(MAYOR, "Nobody said so."),)], ids=["same", "changed"])
def test_ties_and_edges(later: tuple[LaterText, ...]) -> None:
    report = make_report()
    (edge,) = report.families[0].edges
    tie = take(
        report, 1, write_key(TieSubject(MAYOR.id, MAYOR_AGAIN.id, "same_voice")), Verb.REJECT
    )
    cut = take(report, 2, write_key(edge_subject(edge)), Verb.REJECT)
    states = {d.key: d.state for d in match_decisions(report, [tie, cut], later)}
    assert states[tie.key] is (State.FLAGGED if later else State.APPLIED)
    assert states[cut.key] is State.APPLIED


@pytest.mark.parametrize("of", ["same", "later"])
def test_ties_and_edges_that_were_not_found_again_are_told(of: str) -> None:
    report = make_report()
    (edge,) = report.families[0].edges
    tie = take(report, 1, write_key(_SAME_MAYOR), Verb.REJECT)
    cut = take(report, 2, write_key(edge_subject(edge)), Verb.REJECT)
    (finding,) = report.findings
    assert finding.basis is not None
    unlinked = replace(finding, basis=replace(finding.basis, links=()), origins=())
    bare = replace(report, findings=(unlinked,), families=())
    later: tuple[LaterText, ...] = ()
    if of == "later":
        renamed = tuple(replace(a, id="new") if a.id == MAYOR.id else a for a in bare.articles)
        bare, later = replace(bare, articles=renamed), (LaterText(MAYOR.id, "new", "-", SOONER),)
    told = {d.key: d for d in match_decisions(bare, [tie, cut], later)}
    assert (told[tie.key].state, told[tie.key].decision) == (State.FLAGGED, tie)
    assert "was not found now" in told[tie.key].flag
    assert told[cut.key].state is State.FLAGGED
    assert apply_decisions(bare, [tie, cut], later).findings == bare.findings
    one = replace(bare, articles=tuple(a for a in bare.articles if a.id == MAYOR_AGAIN.id))
    assert match_decisions(one, [tie], later) == ()  # another report, without one of the two


def test_a_tie_between_a_later_text_is_told_at_it() -> None:
    report = make_report()
    former = TieSubject("earlier", MAYOR_AGAIN.id, "same_voice")
    decision = replace(
        take(report, 1, write_key(_SAME_MAYOR), Verb.REJECT),
        key=write_key(former),
        article="earlier",
    )
    later = LaterText("earlier", MAYOR.id, MAYOR.text, SOONER)
    decided = _only(report, decision, later)
    assert (decided.state, decided.subject) == (State.FLAGGED, _SAME_MAYOR)


def test_decisions_on_an_earlier_text_of_the_article_come_along() -> None:
    former, report = make_report(), make_report(_REWRITTEN)
    later = LaterText(EXAMINED.id, _REWRITTEN.id, _REWRITTEN.text, LATER)
    statement = write_key(AttributionSubject(former.statements[0].id))
    voice = take(former, 2, statement, Verb.SAID_BY, "Mayor Anna Weld")
    decided = match_decisions(report, [_reject_denial(former), voice], [later])
    assert [d.state for d in decided] == [State.APPLIED, State.APPLIED]
    assert {d.key for d in decided} == {
        stance_key(report, OPEN),
        write_key(AttributionSubject(report.statements[0].id)),
    }
    assert match_decisions(report, [_reject_denial(former)], []) == ()  # of another article


_REWRITTEN = replace(EXAMINED, text=f"It has been rewritten. {CLAIM} Nobody was hurt.").with_id()


def test_decisions_on_what_the_report_does_not_have_are_left_out() -> None:
    report = make_report()
    foreign = TieSubject("x", "y", "credit")
    tie = replace(_reject_denial(report), key=write_key(foreign))
    note = replace(tie, key=write_key(ArticleSubject("x")), verb=Verb.NOTE, value="a note")
    assert match_decisions(report, [tie, note]) == ()
    own = replace(note, key=write_key(ArticleSubject(OPEN.id)))
    assert [d.state for d in match_decisions(report, [own])] == [State.OPEN]
