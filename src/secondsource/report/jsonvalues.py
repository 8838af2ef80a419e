"""What JSON can hold, as types; a stretch of text as JSON."""

from typing import TypeAlias

from secondsource.article import Span

JsonValue: TypeAlias = bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"] | None
JsonObject: TypeAlias = dict[str, JsonValue]


def span_json(span: Span | None) -> JsonValue:
    """A stretch of text as its two offsets, or null."""
    return None if span is None else {"start": span.start, "end": span.end}
