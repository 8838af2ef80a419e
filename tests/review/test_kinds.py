"""A person's word on the kind of a statement moves the counts, loses nothing and can go again."""

import json
from dataclasses import replace

import pytest

from secondsource.article import Credit, Role
from secondsource.evidence.choosing import close, tell_closed
from secondsource.evidence.finding import Standing
from secondsource.reading.statement import Kind
from secondsource.report.csvform import render_claims_csv
from secondsource.report.jsonform.whole import to_json
from secondsource.report.page import make_page
from secondsource.review.apply import apply_decisions
from secondsource.review.decided import State
from secondsource.review.decision import Decision, Verb
from secondsource.review.match import LaterText
from secondsource.review.queue import queue_claims
from secondsource.review.report import Report
from secondsource.review.subject import StatementSubject, write_key
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import OPEN, make_report, stance_key, take, the_finding


def _key(report: Report) -> str:
    return write_key(StatementSubject(report.statements[0].id))


def _say(report: Report, *verbs: Verb) -> list[Decision]:
    return [take(report, n, _key(report), verb) for n, verb in enumerate(verbs, start=1)]


def _as_opinion() -> Report:
    """The sample where the program saw an opinion and looked nothing up."""
    report = make_report()
    opinion = replace(report.statements[0], kind=Kind.OPINION, checkable=False)
    return replace(report, statements=(opinion,), findings=(tell_closed(opinion),))


@pytest.mark.parametrize(
    ("verbs", "kind", "standing", "claims"),
    [
        ((Verb.CONFIRM,), Kind.CLAIM, Standing.CONTESTED, 1),
        ((Verb.CLAIM,), Kind.CLAIM, Standing.CONTESTED, 1),
        ((Verb.OPINION,), Kind.OPINION, Standing.NOT_CHECKABLE, 0),
        ((Verb.FORECAST,), Kind.FORECAST, Standing.NOT_CHECKABLE, 0),
        ((Verb.OTHER,), Kind.OTHER, Standing.NOT_CHECKABLE, 0),
        ((Verb.OPINION, Verb.CLAIM), Kind.CLAIM, Standing.CONTESTED, 1),
    ],
)
def test_the_counts_follow(
    verbs: tuple[Verb, ...], kind: Kind, standing: Standing, claims: int
) -> None:
    report = make_report()
    decided = apply_decisions(report, _say(report, *verbs))
    page = make_page(decided)
    assert decided.statements[0].kind is kind
    assert dict(page.standings) == {standing: 1}
    assert sum(voice.claims for voice in page.voices) == claims
    assert the_finding(decided).origins == the_finding(report).origins, "the evidence stays"
    (queued,) = queue_claims(decided, report)
    assert (queued.standing, queued.machine) == (standing, Standing.CONTESTED)
    assert (queued.worth > 0) is bool(claims)
    assert queued.decided
    assert f",{kind.value}," in render_claims_csv(decided)
    (told,) = decided.decided
    assert (told.state, told.machine) == (State.APPLIED, "claim")


def test_taken_back_it_is_as_it_was() -> None:
    report = make_report()
    undone = [replace(each, undone=True) for each in _say(report, Verb.OPINION)]
    back = apply_decisions(report, undone)
    assert replace(back, decided=(), machine=None) == report


def test_a_claim_that_the_program_did_not_see_waits_to_be_looked_up() -> None:
    report = _as_opinion()
    decided = apply_decisions(report, _say(report, Verb.CLAIM))
    assert (decided.statements[0].kind, decided.statements[0].checkable) == (Kind.CLAIM, True)
    assert decided.findings == ()
    assert "calls a claim is among them" in make_page(decided).not_looked_up
    assert list(queue_claims(decided, report)) == []
    assert apply_decisions(report, _say(report, Verb.CONFIRM)).findings == report.findings


def test_looked_up_on_a_persons_word_it_has_its_standing_until_that_is_taken_back() -> None:
    found = make_report().findings
    report = replace(_as_opinion(), findings=found)
    decided = apply_decisions(report, _say(report, Verb.CLAIM))
    assert the_finding(decided).standing is Standing.CONTESTED
    undone = [replace(each, undone=True) for each in _say(report, Verb.CLAIM)]
    assert the_finding(apply_decisions(report, undone)).standing is Standing.NOT_CHECKABLE


def test_a_forecast_that_was_looked_up_counts_as_a_claim_by_a_persons_word() -> None:
    report = make_report()
    forecast = replace(report.statements[0], kind=Kind.FORECAST, checkable=False)
    closed = close(forecast, the_finding(report))
    report = replace(report, statements=(forecast,), findings=(closed,))
    assert closed.standing is Standing.NOT_CHECKABLE
    decided = apply_decisions(report, _say(report, Verb.CLAIM))
    assert the_finding(decided).standing is Standing.CONTESTED
    assert the_finding(decided).origins == closed.origins
    stance = take(report, 5, stance_key(report, OPEN), Verb.REJECT)
    still = the_finding(apply_decisions(report, [stance]))
    assert still.standing is Standing.NOT_CHECKABLE
    assert still.sentence.startswith("This is a forecast without a date. ")
    assert still.origins != closed.origins


def test_it_goes_together_with_other_decisions() -> None:
    report = make_report()
    stance = take(report, 5, stance_key(report, OPEN), Verb.REJECT)
    both = apply_decisions(report, [*_say(report, Verb.OPINION), stance])
    alone = apply_decisions(report, [stance])
    assert the_finding(both).standing is Standing.NOT_CHECKABLE
    assert the_finding(both).origins == the_finding(alone).origins


def test_other_words_at_the_address_flag_it() -> None:
    report = make_report()
    later = [LaterText(EXAMINED.id, "later", "All is new.", "2031-08-01T12:00:00+00:00")]
    decided = apply_decisions(report, _say(report, Verb.OPINION), later)
    (told,) = decided.decided
    assert (told.state, decided.statements) == (State.FLAGGED, report.statements)


def test_the_json_has_whose_it_is() -> None:
    report = make_report()
    given = json.dumps(to_json(apply_decisions(report, _say(report, Verb.OPINION))))
    (decided,) = json.loads(given)["decided"]
    assert (decided["decision"]["verb"], decided["machine"]) == ("opinion", "claim")


def test_the_queue_counts_the_articles_that_the_report_counts() -> None:
    report = make_report()
    (queued,) = queue_claims(report, report)
    (claim,) = make_page(report).claims
    finding = the_finding(report)
    assert queued.articles == len(finding.sided)
    assert (queued.supporting, queued.disputing, queued.echoes) == (
        claim.supporting,
        claim.disputing,
        claim.echoes,
    )


def test_the_queue_gives_no_day_of_an_earlier_step() -> None:
    report = make_report()
    credited = (Credit(Role.REPUBLISHED_FROM, "The Lantern", date="2019-02-18"),)
    report = replace(report, article=replace(report.article, published=None, credits=credited))
    (queued,) = queue_claims(report, report)
    assert report.article.dated == "2019-02-18"
    assert queued.published is None
