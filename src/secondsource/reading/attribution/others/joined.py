"""Sources that need more than the words beside a verb: joined verbs, bodies, clauses after them."""

import re

from secondsource.article import Span
from secondsource.reading.attribution.others.names import CAPITALISED
from secondsource.reading.attribution.others.table import Table
from secondsource.reading.attribution.pieces import trim_piece

_AND_LAST = re.compile(r"\s(?:et|y|e|i|oraz|und|en|та|і|й|и|ды)\s*\Z", re.I)
_OF = r"(?:de|del|du|des|di|della|do|da|von|vom|van)"
_ARTICLE = (
    r"(?:le|la|les|un|une|son|sa|ses|leurs?|el|los|las|una|su|sus|il|lo|i|gli|o|a|os|as|um|uma|"
    r"de|het|een|der|die|das|ein|eine|seine?|ihre?)\s+|l['’]"
)
_NOUN = r"[\w-]{3,}"
_SUBJECT = re.compile(
    rf"(?P<titled>(?i:(?:{_ARTICLE}))?(?:{_NOUN}\s+){{0,3}}?(?:(?:{_OF}\s+|d['’])(?:la\s+|l['’])?)?"
    rf"{CAPITALISED}(?:\s+(?:{_OF}\s+)?{CAPITALISED})*)(?=\s+[a-zà-ÿа-яіїє])|"
    rf"(?P<plain>(?i:{_ARTICLE}){_NOUN}(?:\s+{_OF}\s+(?:{_ARTICLE})?{_NOUN})?)(?=\s)",
)
_NAME_BESIDE = re.compile(
    rf",\s+(?P<name>{CAPITALISED}(?:\s+(?:{_OF}\s+)?{CAPITALISED}){{1,3}})(?=\s*(?:[.,;!?…»)]|\Z))"
)
_FEWEST = 4
"""Words before "and": fewer are two sources, "the mayor and the police"."""
_RELATIVE = re.compile(
    r",\s+(?:(?:à|de|avec|con|en|z|w|o|з|в|у|до)\s+)?(?:qui|dont|laquelle|lequel|quien(?:es)?|que|"
    r"któr\w+|який|яка|яке|які|якого|якої|якому|якій|der|die|das|dem|den|deren|dessen|котор\w+|"
    r"who|which|whose)\s"
    r"[^.;:!?\n]*?(?=\s*[.!?…]|\s*\Z)"
)


def find_subject_of_joined(text: str, source: Span, table: Table) -> Span | None:
    """The subject of two verbs, of which the second says something: «*El alcalde* fue y dijo que».

    Args:
        text: the text.
        source: what stands before the second verb, "and" at its end.
        table: the words of the language.

    Returns:
        None where the words before are no clause with "and" at its end, or show no subject.
    """
    words = source.of(text)
    if _AND_LAST.search(words + " ") is None or len(words.split()) < _FEWEST:
        return None
    start = source.start
    while (lead := table.lead.match(text, start, source.end)) is not None:
        start = lead.end() + 1
    if table.adverbial.match(text, start):
        return None
    match = _SUBJECT.match(text, start, source.end)
    if match is None or (match["plain"] and table.nouns_capital):
        return None
    return trim_piece(text, *match.span())


def ends_in_and(words: str) -> bool:
    """Whether some words end in "and": what follows them goes on with the same subject."""
    return _AND_LAST.search(words + " ") is not None


def find_inside(text: str, cue: Span, end: int, table: Table) -> Span | None:
    """Where it was said, for a verb without a subject: «wynika z *raportu*»."""
    match = table.inside.match(text, cue.start, end)
    if match is None or match.end() <= cue.start:
        return None
    words = re.compile(r"[^.,:;!?…()\n—–]{3,120}").match(text, match.end(), end)
    body = trim_piece(text, *words.span()) if words else None
    return None if body is None or table.never.match(text, body.start) else body


def with_name_beside(text: str, source: Span | None, end: int, table: Table) -> Span | None:
    """A source with the name that closes it after a comma: «la maire, *Ines Dorrow*»."""
    if (
        source is None
        or not source.of(text)[:1].islower()
        or source.of(text).lower() in table.pronouns
    ):
        return source
    match = _NAME_BESIDE.match(text, source.end, end)
    return Span(source.start, match.end("name")) if match else source


def skip_relative(text: str, at: int, end: int) -> int:
    """Where what is said of a source ends that closes a sentence: «, selon X, *qui a vu tout*»."""
    match = _RELATIVE.match(text, at, end)
    return match.end() if match else at
