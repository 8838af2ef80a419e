"""How a statement was looked up, as JSON: the text, and what was put in the place of what."""

from secondsource.evidence.query.question import Part, Question, Replacement
from secondsource.jsonvalues import JsonObject, JsonValue, span_json


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
        "spans": [span_json(span) for span in part.spans],
        "replaced": [_replacement(each) for each in part.replaced],
    }


def _replacement(replaced: Replacement) -> JsonObject:
    return {
        "span": span_json(replaced.span),
        "was": replaced.was,
        "words": replaced.words,
        "source": span_json(replaced.source),
        "reason": replaced.reason,
        "sure": replaced.sure,
    }
