"""What JSON can hold, as types; stretches of text and reasons as JSON."""

from typing import TypeAlias

from secondsource.article import Passage, Signal, Span

JsonValue: TypeAlias = bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"] | None
JsonObject: TypeAlias = dict[str, JsonValue]


def span_json(span: Span | None) -> JsonValue:
    """A stretch of text as its two offsets, or null."""
    return None if span is None else {"start": span.start, "end": span.end}


def passage_json(passage: Passage) -> JsonObject:
    """A stretch of one article."""
    return {"article": passage.article, "start": passage.span.start, "end": passage.span.end}


def signal_json(signal: Signal) -> JsonObject:
    """One readable reason for a judgement, with the words it used."""
    return {
        "name": signal.name,
        "score": signal.score,
        "sentence": signal.sentence,
        "spans": [passage_json(passage) for passage in signal.spans],
    }
