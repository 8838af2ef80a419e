"""Reports that try to break out: hostile words in every field, and nothing in any field."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar

from secondsource.article import Article
from secondsource.evidence.finding import Coverage
from secondsource.review.report import Report

POISON = (
    "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7 * 7 }}"
    " | [click](javascript:alert(3)) `code` **bold** _it_ <b>b</b> &amp; \x1b[31mred\x1b[0m"
    " \u202edesrever\u202c a\u200bb \ud800 \U000e0041\U000e0042 [red]rich[/red]"
)

T = TypeVar("T")


def poison(value: T) -> T:
    """The same object with hostile words after every text in it, ids and addresses included."""
    if isinstance(value, Enum) or value is None:
        return value
    if isinstance(value, str):
        return value + POISON  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(poison(item) for item in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: poison(getattr(value, f.name)) for f in fields(value)}
        return replace(value, **changed)
    return value


EMPTY = Report(Article("nothing", ""), (), (), (), (), Coverage(0, (), (), None, None), ())
