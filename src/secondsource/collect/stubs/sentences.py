"""Stubs known by their sentences: most of them ask one thing of whoever reads the page."""

import re
from collections.abc import Iterable
from itertools import takewhile

from secondsource.collect.layout import SENTENCE_BREAK
from secondsource.collect.stubs.kinds import KINDS, SUBSCRIBING, StubKind

_MOST_BESIDE = 1 / 3
"""The most of a stub's words that may stand in sentences which are not of its kind."""
_LEAST_OF_ARTICLE = 12
"""Words before a subscribers' notice that are the beginning of an article."""
# Words that an article quotes ask nothing of whoever reads it.
_QUOTED = re.compile(
    r"„[^“”\"]*[“”\"]|“[^”]*(?:”|$)|«[^»]*»|»[^«]*«|\"[^\"]*\""
    r"|(?<!\w)['‘](?:[^'’]|(?<=\w)['’](?=\w))*['’](?!\w)"
)


def name_by_sentences(text: str) -> str | None:
    """The kind of a page most of whose words ask one thing of its reader."""
    lowered = text.lower()
    for kind in (*KINDS, SUBSCRIBING):
        if len(text) <= kind.longest and kind.may_ask(lowered) and _is_stub(kind, text):
            return kind.name
    return None


def _is_stub(kind: StubKind, text: str) -> bool:
    lines = text.split("\n")
    closely = (line for line in lines if kind.may_ask(line.lower()))
    heard = closely if kind.quotes_ask else (_QUOTED.sub(" ", line) for line in closely)
    if not any(kind.asks(sentence) for line in heard for sentence in _split(line)):
        return False
    said = [sentence for line in lines for sentence in _split(line)]
    beside = [s for s in said if not (kind.words.search(s) or kind.asks(s))]
    if kind is SUBSCRIBING:
        before = takewhile(lambda s: not kind.asks(s), said)
        return max(_count(before), _count(beside)) < _LEAST_OF_ARTICLE
    return _count(beside) <= len(text.split()) * _MOST_BESIDE


def _count(sentences: Iterable[str]) -> int:
    return sum(len(sentence.split()) for sentence in sentences)


def _split(line: str) -> list[str]:
    return SENTENCE_BREAK.split(line.strip())
