"""What people decided about a report, and their verdicts, as JSON."""

from secondsource.report.jsonvalues import JsonObject
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
    """A person's verdict: on which claim, what, why, on what it rests, whose it is and when."""
    verdict = judged.verdict
    return {
        "number": verdict.number,
        "statement": judged.statement,
        "claim": verdict.claim,
        "claimant": verdict.claimant,
        "claimed": verdict.claimed,
        "rating": verdict.rating,
        "text": verdict.text,
        "reasons": list(verdict.reasons),
        "sources": list(verdict.sources),
        "url": verdict.url,
        "replaces": verdict.replaces,
        "by": verdict.decided_by,
        "at": verdict.decided_at,
        "flag": judged.flag,
    }
