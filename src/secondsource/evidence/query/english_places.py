"""Pairs ("the two sides") and places ("there") that a statement leans on, by their names before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.article import Span
from secondsource.evidence.query.draft import Reference
from secondsource.reading.entities.people import Mention
from secondsource.reading.entities.resolve import Resolver
from secondsource.reading.parse import Parse, Token

_SURE = 0.8  # set by hand (docs/claims-to-queries.md)
_PAIR = re.compile(
    r"(?:the two|both) (?:sides|countries|states|men|women|companies|nations|leaders|parties|"
    r"governments|cities|neighbours|neighbors)\b|\bthe pair\b",
    re.IGNORECASE,
)
_TOWN = re.compile(r"\bthe (?:town|city|village)\b(?! of\b)", re.IGNORECASE)
_MOVING_WORDS = """
    move go travel come fly arrive return head get send bring drive walk run ride sail take
"""
_MOVING = frozenset(_MOVING_WORDS.split())
"""After these "there" is no "in Geneva"."""
_TO = re.compile(r"^to\b", re.IGNORECASE)
_DATELINE = re.compile(
    r"(?:^|\n)[ \t]*((?:[A-Z][A-Z.'’]+(?:-[A-Z]+)? ?){1,4})(?:, [\w.]+){0,2}(?: ?\([^)\n]+\))?"
    r"(?: ?[—–]|\s--?\s)"
)


@dataclass(frozen=True, slots=True)
class EnglishText:
    """An article with its grammar and its names."""

    parse: Parse
    resolver: Resolver

    @property
    def text(self) -> str:
        """The article's text."""
        return self.parse.text


def read_english(parse: Parse) -> EnglishText:
    """The names of a parsed article, ready to be asked."""
    return EnglishText(parse, Resolver(parse))


def find_dateline(text: str) -> Span | None:
    """The place in capitals that the article's first lines give before a dash; None without."""
    match = _DATELINE.search(text[:600])
    return Span(match.start(1), match.start(1) + len(match[1].rstrip())) if match else None


def find_pairs(article: EnglishText, span: Span) -> Iterator[Reference]:
    """ "The two sides", where the sentences before name two together."""
    for match in _PAIR.finditer(article.text, span.start, span.end):
        found = find_pair_before(article, match.start())
        if found is not None:
            at = Span(*match.span())
            yield Reference(at, found[0], found[0], found[1], "pair", _SURE)


def find_pair_before(article: EnglishText, start: int) -> tuple[str, Span] | None:
    """The two names joined by "and" in the sentence before, where it names only these."""
    parse = article.parse
    here = parse.tokens_in(Span(start, start + 1))
    if not here or here[0].sentence == 0:
        return None
    begin, end = parse.sentences[here[0].sentence - 1]
    before = Span(parse.tokens[begin].span.start, parse.tokens[end - 1].span.end)
    own = Span(parse.tokens[parse.sentences[here[0].sentence][0]].span.start, start)
    if any(t.pos == "PROPN" for t in parse.tokens_in(own)):
        return None
    pairs = [pair for m in _mentions(article, before) if (pair := _joined_pair(article, m, before))]
    return pairs[0] if len(pairs) == 1 else None


def _mentions(article: EnglishText, span: Span) -> Sequence[Mention]:
    return article.resolver.people.named_in(span)


def _joined_pair(article: EnglishText, first: Mention, within: Span) -> tuple[str, Span] | None:
    """This name and the one joined to it, unless a third is joined too."""
    others = [m for m in _mentions(article, within) if m.span.start > first.span.end]
    if not others or article.text[first.span.end : others[0].span.start].strip() != "and":
        return None
    before = article.text[: first.span.start].rstrip()
    second = others[0]
    if before.endswith((",", " and")) or first.is_person is not second.is_person:
        return None
    kinds = [m for m in _mentions(article, within) if m.is_person is first.is_person]
    if first.is_person and len(kinds) > 2:
        return None
    names = [article.resolver.people.name_of(m) for m in (first, second)]
    if None in names:
        return None
    return f"{names[0]} and {names[1]}", Span(first.span.start, second.span.end)


def find_places(article: EnglishText, span: Span) -> Iterator[Reference]:
    """ "There" for the one place of the sentence before, "the town" for that of the dateline."""
    for token in article.parse.tokens_in(span):
        moved = article.parse.tokens[token.head].lemma in _MOVING
        is_place = token.dep == "advmod" and token.pos == "ADV"
        if token.text.lower() == "there" and is_place and not moved:
            found = _place_before(article, token)
            if found is not None:
                words = _TO.sub("in", found.of(article.text))
                yield Reference(token.span, words, words, found, "place", _SURE)
    line = find_dateline(article.text)
    for match in _TOWN.finditer(article.text, span.start, span.end) if line else ():
        noun = article.parse.tokens_in(Span(*match.span()))[-1]
        if noun.dep == "compound":  # "the town hall"
            continue
        name = line.of(article.text).title() if line else ""
        yield Reference(Span(*match.span()), name, name, line, "place", _SURE)


def _place_before(article: EnglishText, token: Token) -> Span | None:
    """The one "in Geneva" of the sentence before, where this one names no place."""
    parse = article.parse
    if token.sentence == 0:
        return None
    begin, end = parse.sentences[token.sentence - 1]
    before = Span(parse.tokens[begin].span.start, parse.tokens[end - 1].span.end)
    own = Span(parse.tokens[parse.sentences[token.sentence][0]].span.start, token.span.start)
    if any(name.label == "GPE" and own.contains(name.span) for name in parse.names):
        return None
    found = []
    for name in parse.names:
        if name.label != "GPE" or not before.contains(name.span):
            continue
        head = parse.tokens[parse.tokens_in(name.span)[-1].head]
        if head.dep == "prep" and head.text.lower() in ("in", "at", "to", "near"):
            found.append(Span(head.span.start, name.span.end))
    return found[0] if len(found) == 1 else None
