"""A whole report as one JSON object."""

from secondsource.jsonvalues import JsonObject, JsonValue
from secondsource.report.checked import checked_json
from secondsource.report.jsonform.decided import decided_json, judged_json
from secondsource.report.jsonform.findings import coverage_json, finding_json
from secondsource.report.jsonform.lineage import lineage_json
from secondsource.report.jsonform.quotations import finding_quotation_json
from secondsource.report.jsonform.reading import reading_json
from secondsource.report.naming import naming_json
from secondsource.review.report import MadeWith, Report


def to_json(report: Report) -> JsonObject:
    """Everything that is said about one article, as one JSON object.

    Args:
        report: what the stages found.

    Returns:
        An object with the keys article, credits, statements, articles, families, findings,
        quotations, naming, coverage, fact_checks (how many were searched), methods, complete,
        not_done, not_looked_at, added (when, by id), made_with, made_at, decided (what people
        decided, by which the others are no longer the machine's alone) and verdicts (of people).
    """
    return {
        **reading_json(report.article, report.statements),
        **lineage_json(report.families, report.articles),
        "findings": [finding_json(finding) for finding in report.findings],
        "quotations": [finding_quotation_json(each) for each in report.quotations],
        "naming": [naming_json(pair) for pair in report.naming],
        "coverage": coverage_json(report.coverage),
        "fact_checks": checked_json(report.fact_checks),
        "methods": [{"stage": stage, "how": how} for stage, how in report.methods],
        "complete": report.complete,
        "not_done": list(report.not_done),
        "not_looked_at": list(report.not_looked_at),
        "added": dict(report.added),
        "made_with": _made_with_json(report.made_with),
        "made_at": report.made_at,
        "decided": [decided_json(each) for each in report.decided],
        "verdicts": [judged_json(each) for each in report.verdicts],
    }


def _made_with_json(made: MadeWith | None) -> JsonValue:
    if made is None:
        return None
    return {
        "version": made.version,
        "models": dict(made.models),
        "archive": {"articles": made.articles, "digest": made.archive},
        "settings": dict(made.settings),
    }
