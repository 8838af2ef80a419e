"""Whatever people decide, a report stays whole: each passage once, on the side that was said."""

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.evidence.finding import Finding, Stance, Standing
from secondsource.evidence.standing import decide_standing
from secondsource.review.apply import apply_decisions
from secondsource.review.decision import KINDS, Decision, Verb
from secondsource.review.index import ReportIndex
from secondsource.review.report import Report
from secondsource.review.subject import (
    AttributionSubject,
    EdgeSubject,
    StanceSubject,
    StatementSubject,
    Subject,
    TieSubject,
    write_key,
)
from tests.review.sample import make_report, take, the_finding

_VERBS = {
    EdgeSubject: (Verb.CONFIRM, Verb.REJECT),
    TieSubject: (Verb.CONFIRM, Verb.REJECT),
    AttributionSubject: (Verb.CONFIRM, Verb.REJECT, Verb.SAID_BY, Verb.AUTHOR),
    StanceSubject: (
        *(Verb.CONFIRM, Verb.REJECT),
        *(Verb.SUPPORTS, Verb.DISPUTES, Verb.DISCUSSES, Verb.UNRELATED),
    ),
    StatementSubject: (Verb.CONFIRM, *KINDS),
}
_CLOSED = (Verb.OPINION, Verb.FORECAST, Verb.OTHER)
_SUBJECTS = [subject for subject, _ in ReportIndex(make_report()).list_all()]


@st.composite
def _decisions(draw: st.DrawFn) -> list[Decision]:
    """Decisions on any parts of the sample, some of them on the same part."""
    subjects: list[Subject] = draw(st.lists(st.sampled_from(_SUBJECTS), max_size=8))
    return [
        take(
            make_report(),
            number,
            write_key(subject),
            draw(st.sampled_from(_VERBS[type(subject)])),
            draw(st.sampled_from(("Mayor Anna Weld", "a senior official", "х", "🌊"))),
        )
        for number, subject in enumerate(subjects, 1)
    ]


def _stances(finding: Finding) -> dict[tuple[str, int], list[Stance]]:
    found: dict[tuple[str, int], list[Stance]] = {}
    for origin in finding.origins:
        for evidence in origin.evidence:
            assert evidence.stance is origin.stance
            found.setdefault((evidence.article, evidence.span.start), []).append(origin.stance)
    return found


@settings(max_examples=200)
@given(_decisions())
def test_a_report_stays_whole(decisions: list[Decision]) -> None:
    report: Report = apply_decisions(make_report(), decisions)
    finding = the_finding(report)
    shown = _stances(finding)
    assert all(len(stances) == 1 for stances in shown.values())
    said = {type(d.subject): d.decision.verb for d in report.decided if d.decision}
    closed = said.get(StatementSubject) in _CLOSED
    expected = Standing.NOT_CHECKABLE if closed else decide_standing(finding.origins)
    assert finding.standing is expected
    for each in report.decided:
        subject, last = each.subject, each.decision
        if isinstance(subject, StanceSubject) and last is not None:
            place = (subject.article, subject.span.start)
            out = last.verb in (Verb.REJECT, Verb.UNRELATED)
            assert (place in shown) != out
            if last.verb in (Verb.SUPPORTS, Verb.DISPUTES, Verb.DISCUSSES):
                assert shown[place] == [Stance(last.verb.value)]
        if isinstance(subject, TieSubject) and last is not None and last.verb is Verb.REJECT:
            ties = (t for o in finding.origins for t in o.ties)
            kept = {TieSubject(t.left, t.right, t.signal.name) for t in ties}
            assert subject not in kept
