"""What a text calls a person beside the name: "Interior Minister X", "X, the mayor of Orrin"."""

import re

from secondsource.article import Span
from secondsource.reading.parse import Parse, Token

_TITLES = {
    "sen": "senator",
    "gen": "general",
    "rep": "representative",
    "gov": "governor",
    "dr": "doctor",
    "prof": "professor",
    "col": "colonel",
    "lt": "lieutenant",
    "capt": "captain",
    "sgt": "sergeant",
}
_WORD = re.compile(r"\w+(?:-\w+)*")
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_AFTER = re.compile(r"(?:’s|'s)?(?: \([^()]{1,20}\))?(?:, \d{1,3})?, (?=(?:the|a|an) |[a-z])")
_LONGEST = 10
"""Words before a name, or in what is set beside it, that can belong to a role."""


def find_roles(parse: Parse, span: Span) -> frozenset[str]:
    """The words of the roles that stand just before or after a name, in lower case.

    Args:
        parse: The text.
        span: A person's name in it, with or without a title.
    """
    inside = parse.tokens_in(span)
    if not inside:
        return frozenset()
    stretches = [_before(parse, inside[0]), _after(parse, span), _above(parse, inside), span]
    words = {
        word.lower()
        for stretch in stretches
        if stretch is not None
        for word in _WORD.findall(stretch.of(parse.text))
    }
    words -= {t.text.lower() for t in inside[1:]}
    short = {word.split("-")[0] for word in words}
    return frozenset(words | short | {_TITLES[word] for word in words if word in _TITLES})


def _before(parse: Parse, first: Token) -> Span | None:
    """The nouns that lead up to a name, "editor-in-chief" as one of them."""
    start, lowest = first.index, max(parse.sentences[first.sentence][0], first.index - _LONGEST)
    while start > lowest and _joins(parse, start - 1):
        start -= 1
    return Span(parse.tokens[start].start, first.start) if start < first.index else None


def _joins(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    text = parse.text
    hyphens = "-" in (text[token.end : token.end + 1], text[max(0, token.start - 1) : token.start])
    return token.pos in _NAMING or token.text == "-" or hyphens


def _after(parse: Parse, span: Span) -> Span | None:
    """The noun group after a comma: ", 54, a nurse in Orrin" gives "a nurse"."""
    match = _AFTER.match(parse.text, span.end, span.end + 40)
    return _noun_group(parse, match.end()) if match else None


def _noun_group(parse: Parse, start: int) -> Span | None:
    tokens = parse.tokens_in(Span(start, min(len(parse.text), start + 100)))[:_LONGEST]
    end = start
    for token in tokens:
        if token.pos == "DET" and end == start:
            continue
        if not _joins(parse, token.index):
            break
        end = token.end
    return Span(start, end) if end > start else None


def _above(parse: Parse, inside: tuple[Token, ...]) -> Span | None:
    """The noun that a name is set beside: "The mayor of Orrin, X" gives "The mayor"."""
    span = Span(inside[0].start, inside[-1].end)
    heads = [t for t in inside if not span.contains(parse.tokens[t.head].span)]
    if not heads or heads[-1].dep != "appos" or parse.tokens[heads[-1].head].pos != "NOUN":
        return None
    return _noun_group(parse, parse.tokens[parse.tokens[heads[-1].head].edge[0]].span.start)
