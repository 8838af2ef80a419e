"""What the search found for each statement, as JSON."""

from secondsource.evidence.finding import (
    Coverage,
    Evidence,
    Finding,
    Origin,
    PartFinding,
    Path,
    Saying,
    StanceReason,
    Tie,
)
from secondsource.jsonvalues import JsonObject, JsonValue, signal_json, span_json
from secondsource.report.checked import match_json
from secondsource.report.jsonform.questions import asked_json, question_json


def finding_json(finding: Finding) -> JsonObject:
    """What the search found for one statement."""
    return {
        "statement": finding.statement,
        "standing": finding.standing.value,
        "sentence": finding.sentence,
        "would_change": finding.would_change,
        "origins": [_origin_json(origin) for origin in finding.origins],
        "fact_checks": [match_json(match) for match in finding.fact_checks],
        "question": question_json(finding.question),
        "parts": [_part_json(part) for part in finding.parts],
        "said": _saying_json(finding.said),
    }


def coverage_json(coverage: Coverage) -> JsonObject:
    """What was searched, and so what was not."""
    return {
        "articles": coverage.articles,
        "outlets": list(coverage.outlets),
        "languages": list(coverage.languages),
        "first": coverage.first,
        "last": coverage.last,
    }


def _part_json(part: PartFinding) -> JsonObject:
    return {
        **asked_json(part.part),
        "standing": part.standing.value,
        "sentence": part.sentence,
        "origins": [_origin_json(origin) for origin in part.origins],
    }


def _saying_json(said: Saying | None) -> JsonValue:
    if said is None:
        return None
    return {
        "source": said.source,
        "reports": list(said.reports),
        "independent": said.independent,
        "sentence": said.sentence,
    }


def _origin_json(origin: Origin) -> JsonObject:
    return {
        "id": origin.id,
        "stance": origin.stance.value,
        "echo": origin.echo,
        "because": origin.because,
        "path": _path_json(origin.path) if origin.path else None,
        "ties": [_tie_json(tie) for tie in origin.ties],
        "evidence": [_evidence_json(evidence) for evidence in origin.evidence],
    }


def _path_json(path: Path) -> JsonObject:
    """The circle or chain of an origin: each step from who took it to who had it, in order."""
    return {
        "circular": path.circular,
        "sentence": path.sentence,
        "steps": [
            {
                "article": step.article,
                "name": step.name,
                "verb": step.verb,
                "to": step.to,
                "to_name": step.to_name,
                "words": step.words,
                "span": span_json(step.at.span) if step.at else None,
            }
            for step in path.steps
        ],
    }


def _tie_json(tie: Tie) -> JsonObject:
    return {"left": tie.left, "right": tie.right, **signal_json(tie.signal)}


def _evidence_json(evidence: Evidence) -> JsonObject:
    """A passage; `score` is how sure the machine is of `machine_stance`, also where `stance` is
    what a person says (`by_person`)."""
    return {
        "article": evidence.article,
        "url": evidence.url,
        "title": evidence.title,
        "outlet": evidence.outlet,
        "published": evidence.published,
        "span": span_json(evidence.span),
        "text": evidence.text,
        "stance": evidence.stance.value,
        "by_person": evidence.by_person,
        "machine_stance": (evidence.machine_stance or evidence.stance).value,
        "score": evidence.score,
        "judged": evidence.judged,
        "decided_by": span_json(evidence.decided_by),
        "reasons": [_reason_json(reason) for reason in evidence.reasons],
        "when": evidence.when,
    }


def _reason_json(reason: StanceReason) -> JsonObject:
    """What a rule saw in a passage, and by how much it made each stance less likely."""
    supports, disputes, neither = reason.factors
    return {
        "name": reason.name,
        "sentence": reason.sentence,
        "factors": {"supports": supports, "disputes": disputes, "neither": neither},
        "spans": [span_json(span) for span in reason.spans],
    }
