"""Russian sentences that only say whose word the one before is: «Об этом сообщил X.»."""

from collections.abc import Iterator

from secondsource.reading.attribution.russian.parse import SentenceRu, TokenRu
from secondsource.reading.attribution.russian.sources import find_source

_TELLING = (
    *("сообщи", "сообща", "заяви", "заявля", "рассказа", "написа", "пиш", "объяви", "доложи"),
    *("передае", "передают", "говорится", "говорилось", "сказано", "свидетельству"),
)
"""What begins a verb that tells of what it is about; not «спросил», «узнал», «думал»."""
_MADE = frozenset({"написан", "написана", "написано", "написаны"})
"""Forms after which the subject is what was made and not who tells: «написана книга»."""
_REACH = 9
"""Tokens from the head of the sentence among which its verb stands."""


def find_pointing(sentence: SentenceRu) -> Iterator[tuple[frozenset[int], frozenset[int], int]]:
    """Source, cue and the number of words that point back, if it says whose word another is."""
    tokens = sentence.tokens
    verb = _find_verb(sentence)
    if verb is None or any(t.text == ":" for t in tokens):
        return
    source = find_source(sentence, verb)
    points = 1 if tokens[0].low == "это" else 2
    if source and min(source) >= points:
        yield source - {verb.index}, frozenset({verb.index}), points


def _find_verb(sentence: SentenceRu) -> TokenRu | None:
    tokens = sentence.tokens
    heads = [t.low for t in tokens[:3]]
    if heads == ["это", "следует", "из"]:
        return tokens[1]
    if heads[:2] != ["об", "этом"]:
        return None
    near = (t for t in tokens[2:_REACH] if t.low.startswith(_TELLING) and t.low not in _MADE)
    return next((t for t in near if t.form in ("Fin", "Part", "")), None)
