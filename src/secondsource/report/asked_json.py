"""How a statement was looked up, as JSON: the text, and what was put in the place of what."""

from secondsource.article import Span
from secondsource.evidence.query.question import Part, Question, Replacement
from secondsource.report.jsonvalues import JsonObject, JsonValue


def question_json(question: Question | None) -> JsonValue:
    """The self-standing text of a statement; None where it was not looked up."""
    if question is None:
        return None
    return {
        **asked_json(question.whole),
        "place": question.place,
        "date": question.date,
        "endpoint": question.endpoint,
    }


def asked_json(part: Part) -> JsonObject:
    """One fact as it was looked up, with every replacement."""
    return {
        "id": part.id,
        "text": part.text,
        "spans": [_span(span) for span in part.spans],
        "replaced": [_replacement(each) for each in part.replaced],
    }


def _replacement(replaced: Replacement) -> JsonObject:
    return {
        "span": _span(replaced.span),
        "was": replaced.was,
        "words": replaced.words,
        "source": _span(replaced.source) if replaced.source else None,
        "reason": replaced.reason,
        "sure": replaced.sure,
    }


def _span(span: Span) -> JsonObject:
    return {"start": span.start, "end": span.end}
