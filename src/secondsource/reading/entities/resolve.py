"""Whom a source means: pronouns, surnames and descriptions to the name they stand for.

Where two people fit, nobody is named: a wrong name would join what is independent.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from secondsource.article import Span
from secondsource.reading.entities.bodies import Bodies, is_kind
from secondsource.reading.entities.gender import Gender, agrees
from secondsource.reading.entities.people import Mention, People
from secondsource.reading.parse import Parse, Token
from secondsource.reading.statement import Attribution

_PRONOUNS = {"he": Gender.MALE, "she": Gender.FEMALE, "him": Gender.MALE, "her": Gender.FEMALE}
_PRONOUNS |= {"his": Gender.MALE, "hers": Gender.FEMALE}
_SENTENCES_BACK = 4
_LONGEST_ROLE = 7
"""Words and marks of a description ("the White House press secretary") that is looked up."""
_ROLE_WORD = re.compile(r"\w+(?:-\w+)*")


def resolve_sources(parse: Parse, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Give the same attributions with the entity that each source means, where it is known.

    A name stands for the fullest form of it in the text; "he" and "she" for the last person
    that fits, a speaker before others; "the minister" for the one person called so before.
    """
    resolver = Resolver(parse)
    resolved: list[Attribution] = []
    for attribution in attributions:
        source = attribution.source
        if source is not None and source.span is not None:
            source = replace(source, entity=resolver.resolve(source.span, resolved))
        resolved.append(replace(attribution, source=source))
    return tuple(resolved)


class Resolver:
    """Knows the people and bodies of one text, and whom its words mean."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self.people = People(parse)
        self.bodies = Bodies(parse.text)
        self._shown: dict[str, Gender] = {}

    def resolve(self, span: Span, before: Sequence[Attribution] = ()) -> str | None:
        """The entity that the words of a source mean, given the attributions before it."""
        tokens = [t for t in self._parse.tokens_in(span) if t.pos != "PUNCT"]
        if not tokens:
            return None
        head = _head_of(tokens)
        if body := self.bodies.abbreviated(head.text):
            return body
        if head.text.lower() in _PRONOUNS:
            return self._resolve_pronoun(head, before)
        if head.text.lower() in ("who", "which", "that"):
            return self._resolve_relative(head)
        named = self._named_at(head, span)
        if named is not None:
            return self.bodies.abbreviated(named.words[-1]) or self.people.name_of(named)
        if body := self.bodies.abbreviated(head.text):
            return body
        described = self._resolve_description(tokens)
        if described is None and self._is_name(head, tokens[0]):
            return self.people.complete(_proper_name(self._parse, head))
        return described

    def _is_name(self, head: Token, first: Token) -> bool:
        """Whether a capitalised word names somebody, and is no "the Minister" that two can be."""
        if head.pos != "PROPN" or not head.text[:1].isupper():
            return False
        word = head.text.lower()
        is_role = first.text.lower() == "the" and self.people.is_role(word, first.start)
        return first.text.lower() != "the" or not (is_role or is_kind(word))

    def _named_at(self, head: Token, span: Span) -> Mention | None:
        """The name that holds the head of the source, or stands in apposition to it."""
        inside = self.people.named_in(span)
        for mention in inside:
            if mention.span.contains(head.span):
                return mention
        beside = {c.index for c in self._parse.children(head) if c.dep == "appos"}
        for mention in inside:
            if mention.is_person and beside & _indexes(self._parse, mention.span):
                return mention
        return None

    def _resolve_relative(self, head: Token) -> str | None:
        verb = self._parse.tokens[head.head]
        while verb.dep not in ("relcl", "acl") and verb.head != verb.index:
            verb = self._parse.tokens[verb.head]
        noun = self._parse.tokens[verb.head]
        mention = self.people.named_at(noun.span)
        return self.people.name_of(mention) if mention else None

    def _resolve_description(self, tokens: Sequence[Token]) -> str | None:
        """Whom "the minister" or "the ministry" means: the one whom the text has called so."""
        if tokens[0].text.lower() not in ("the", "this", "that") or len(tokens) > _LONGEST_ROLE:
            return None
        start = tokens[0].start
        words = _ROLE_WORD.findall(self._parse.text[tokens[0].end : tokens[-1].end])
        role = frozenset(word.lower() for word in words)
        fitting = self.people.with_role(role, start) if role else set()
        if fitting:
            return fitting.pop() if len(fitting) == 1 else None
        return self.bodies.called(words[0].lower(), start) if len(words) == 1 else None

    def _resolve_pronoun(self, pronoun: Token, before: Sequence[Attribution]) -> str | None:
        gender = _PRONOUNS[pronoun.text.lower()]
        for number in range(pronoun.sentence, pronoun.sentence - 1 - _SENTENCES_BACK, -1):
            if number < 0:
                return None
            stretch = self._stretch(number, pronoun.start)
            fitting = self._people_in(stretch, gender)
            if len(fitting) > 1 and number == pronoun.sentence:
                return None
            if fitting:
                name = next(iter(fitting)) if len(fitting) == 1 else None
                return self._remember(name or self._prefer(stretch, fitting, before), gender)
        return None

    def _remember(self, name: str | None, gender: Gender) -> str | None:
        """Keep what a pronoun has shown of a person for the pronouns that follow."""
        if name is not None:
            self._shown[name] = gender
        return name

    def _stretch(self, sentence: int, end: int) -> Span:
        first, last = self._parse.sentences[sentence]
        start = self._parse.tokens[first].start
        return Span(start, max(start, min(end, self._parse.tokens[last - 1].end)))

    def _people_in(self, stretch: Span, gender: Gender) -> set[str]:
        names = {self.people.name_of(m) for m in self.people.named_in(stretch) if m.is_person}
        return {n for n in names if n and agrees(self._gender_of(n), gender)}

    def _gender_of(self, name: str) -> Gender:
        known = self.people.gender_of(name)
        return self._shown.get(name, known) if known is Gender.UNKNOWN else known

    def _prefer(
        self, stretch: Span, fitting: set[str], before: Sequence[Attribution]
    ) -> str | None:
        """Of several people in one sentence: the one who speaks in it, or its only subject."""
        speakers = {
            a.source.entity
            for a in before
            if a.source and a.source.span and stretch.contains(a.source.span)
        }
        subjects = {
            self.people.name_of(m)
            for m in self.people.named_in(stretch)
            if any(_is_subject(self._parse, t) for t in self._parse.tokens_in(m.span))
        }
        for preferred in (speakers & fitting, subjects & fitting):
            if len(preferred) == 1:
                return preferred.pop()
        return None


def _is_subject(parse: Parse, token: Token) -> bool:
    """Whether a word is a verb's subject, or joined to one by "and"."""
    for _ in range(_SENTENCES_BACK):
        if token.dep in ("nsubj", "nsubjpass"):
            return True
        if token.dep not in ("conj", "appos"):
            return False
        token = parse.tokens[token.head]
    return False


def _head_of(tokens: Sequence[Token]) -> Token:
    inside = {t.index for t in tokens}
    return next((t for t in tokens if t.head not in inside or t.head == t.index), tokens[0])


def _indexes(parse: Parse, span: Span) -> set[int]:
    return {t.index for t in parse.tokens_in(span)}


def _proper_name(parse: Parse, head: Token) -> str:
    """A name that the recogniser missed: the run of proper nouns that ends in the head."""
    first = head.index
    while (
        first > 0
        and parse.tokens[first - 1].pos == "PROPN"
        and (parse.tokens[first - 1].sentence == head.sentence)
    ):
        first -= 1
    return parse.text[parse.tokens[first].start : head.end]
