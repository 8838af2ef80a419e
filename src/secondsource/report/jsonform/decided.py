"""What people decided about a report, and their verdicts, as JSON."""

from secondsource.factcheck.reviews.export import verdict_json
from secondsource.jsonvalues import JsonObject
from secondsource.review.decided import Decided, Judged
from secondsource.review.decision import Decision


def decided_json(decided: Decided) -> JsonObject:
    """A part of a report on which people decided, with all that was decided on it.

    `key` names the part, `state` is applied, flagged or open; `last` is the number that a further
    decision names as the last one seen.
    """
    return {
        "key": decided.key,
        "state": decided.state.value,
        "flag": decided.flag,
        "machine": decided.machine,
        "decision": decision_json(decided.decision) if decided.decision else None,
        "history": [decision_json(decision) for decision in decided.history],
        "last": decided.last,
    }


def decision_json(decision: Decision) -> JsonObject:
    """One decision: on what, what, why, on which words, what the machine had said, whose, when."""
    return {
        "number": decision.number,
        "key": decision.key,
        "verb": decision.verb.value,
        "value": decision.value,
        "reasons": decision.reasons,
        "words": list(decision.words),
        "machine": decision.machine,
        "article": decision.article,
        "other": decision.other,
        "seen": decision.seen,
        "by": decision.decided_by,
        "at": decision.decided_at,
        "undoes": decision.undoes,
        "undone": decision.undone,
    }


def judged_json(judged: Judged) -> JsonObject:
    """A person's verdict as everywhere else; its `statement` is the one of this report it is on."""
    return {**verdict_json(judged.verdict, judged.flag), "statement": judged.statement}
