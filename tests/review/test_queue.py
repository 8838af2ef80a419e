"""A claim of the queue is decided where a person's decision is on it, or in its numbers."""

from dataclasses import replace

import pytest

from secondsource.evidence.finding import Finding, Standing
from secondsource.review.apply import apply_decisions
from secondsource.review.decision import Verb
from secondsource.review.queue import QueuedClaim, queue_claims
from secondsource.review.subject import edge_subject, tie_subject, write_key
from tests.review.sample import HERALD, make_report, stance_key, take, the_finding

_REPORT = make_report()
_FINDING = the_finding(_REPORT)


def _queue_with(key: str, verb: Verb, finding: Finding | None = None) -> QueuedClaim:
    decided = apply_decisions(_REPORT, [take(_REPORT, 1, key, verb)])
    if finding:
        decided = replace(decided, findings=(finding,))
    (queued,) = queue_claims(decided, _REPORT)
    return queued


@pytest.mark.parametrize(
    "key",
    [
        stance_key(_REPORT, HERALD),
        f"attribution:{_FINDING.statement}",
        f"statement:{_FINDING.statement}",
        write_key(next(tie_subject(tie) for o in _FINDING.origins for tie in o.ties)),
    ],
)
def test_a_decision_on_a_part_of_a_claim_decides_it(key: str) -> None:
    assert _queue_with(key, Verb.CONFIRM).decided


@pytest.mark.parametrize(
    ("finding", "decided"),
    [
        (_FINDING, False),
        (replace(_FINDING, sentence="Another.", would_change="Another."), False),
        (replace(_FINDING, standing=Standing.DISPUTED), True),
        (replace(_FINDING, origins=_FINDING.origins[1:]), True),
    ],
)
def test_a_decision_on_lineage_decides_a_claim_where_its_numbers_are_others(
    finding: Finding, *, decided: bool
) -> None:
    key = write_key(edge_subject(_REPORT.families[0].edges[0]))
    assert _queue_with(key, Verb.REJECT, finding).decided is decided
