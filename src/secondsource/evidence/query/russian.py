"""Whom and what the words of a Russian statement mean, by the names of its article.

No word is put into another case here: a name takes the place of a word in the nominative, where
the article has that name in the nominative too; everywhere else it is added in brackets.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.article import Span
from secondsource.evidence.query.draft import Reference, find_first, keep_apart, name_mention
from secondsource.names.within import NamedIn, read_names
from secondsource.reading.attribution.russian.parse import (
    NameRu,
    SentenceRu,
    TokenRu,
    find_names,
    fold_yo,
    parse_sentences,
)
from secondsource.sentences import split_sentences

# How sure each rule is: set by hand (docs/claims-to-queries.md).
_NAME_SURE, _PRONOUN_SURE, _BODY_SURE, _PLACE_SURE = 0.9, 0.65, 0.85, 0.8
_PRONOUNS = {"он": "Masc", "она": "Fem"}
_BODY_NOUNS_WORDS = """
    министерство банк компания агентство ведомство комитет комиссия университет институт
    фонд партия суд прокуратура союз ассоциация корпорация холдинг завод фабрика
    администрация служба больница театр музей клуб управление департамент организация
"""
_BODY_NOUNS = frozenset(_BODY_NOUNS_WORDS.split())
_QUOTED = re.compile(r"[«„][^»“\n]{2,40}[»“]")
_LOCATIVE = frozenset(("в", "во", "на"))
_SENTENCES_BACK = 2
_TITLE_LENGTH = 40
"""Code points from what a person is ("глава района") to the name."""


@dataclass(frozen=True, slots=True)
class RussianText:
    """An article with its sentences, their grammar, and its names."""

    text: str
    spans: tuple[Span, ...]
    sentences: tuple[SentenceRu, ...]
    names: tuple[NameRu, ...]
    named: tuple[NamedIn, ...]

    def number_of(self, at: int) -> int:
        """The number of the sentence that holds a place."""
        return max(0, bisect_right(self.spans, at, key=_start) - 1)

    def tokens_in(self, span: Span) -> list[TokenRu]:
        """The tokens of the sentence at a stretch that lie within it."""
        tokens = self.sentences[self.number_of(span.start)].tokens if self.sentences else ()
        return [t for t in tokens if span.contains(t.span)]


def _start(span: Span) -> int:
    return span.start


def read_russian(text: str) -> RussianText:
    """An article with all that its statements may lean on."""
    spans = split_sentences(text, "ru")
    sentences = tuple(parse_sentences(text, [[span] for span in spans]))
    return RussianText(text, spans, sentences, find_names(text, spans), read_names(text, "ru"))


def find_references(article: RussianText, span: Span) -> list[Reference]:
    """All words in a stretch of one sentence that mean somebody or something named elsewhere."""
    found = [
        *_find_people(article, span),
        *_find_pronouns(article, span),
        *_find_bodies(article, span),
        *_find_places(article, span),
    ]
    return keep_apart(found)


def _people_at(article: RussianText, span: Span) -> Iterator[tuple[Span, str | None]]:
    """The people named in a stretch, each with the fullest form of the name, None if two fit."""
    full = {form.text: person for person in article.named for form in person.forms}
    for name in article.names:
        if name.label != "PER" or not span.contains(name.span):
            continue
        person = full.get(name.span.of(article.text))
        if person is not None:
            yield name.span, None if person.bare else person.name


def _find_people(article: RussianText, span: Span) -> Iterator[Reference]:
    for at, name in _people_at(article, span):
        words = at.of(article.text)
        if name is None:
            continue
        if " " in words or " " not in name:
            yield name_mention(at, name)
            continue
        source = find_first(article.text, name)
        tokens = article.tokens_in(at)
        plain = fold_yo(words) in fold_yo(name).split()
        is_first = plain and bool(tokens) and tokens[-1].case in ("Nom", "")
        if not plain and tokens and tokens[-1].case == "Nom":  # "Калинина" is not "Калинин"
            continue
        if plain and re.match(r"\s+и\s+[А-ЯЁ]", article.text[at.end :]):  # "Иван и Анна Лукины"
            continue
        put = name if is_first else f"{words} ({name})"
        yield Reference(at, put, name, source, "name", _NAME_SURE)


def _find_pronouns(article: RussianText, span: Span) -> Iterator[Reference]:
    """ "Он" and "она" as subjects, for the one person before whom they fit."""
    for token in article.tokens_in(span):
        gender = _PRONOUNS.get(token.low)
        if gender is None or token.dep not in ("nsubj", "nsubj:pass"):
            continue
        found = _person_before(article, token, gender)
        if found is not None:
            at, name = found
            yield Reference(token.span, name, name, at, "pronoun", _PRONOUN_SURE)


def _person_before(article: RussianText, token: TokenRu, gender: str) -> tuple[Span, str] | None:
    """The one person of the nearest sentence that names any, if nothing else there fits."""
    number = article.number_of(token.span.start)
    for back in range(number, max(-1, number - 1 - _SENTENCES_BACK), -1):
        whole = article.spans[back]
        stretch = Span(whole.start, max(whole.start, min(whole.end, token.span.start)))
        if back < number and "\n\n" in article.text[stretch.end : token.span.start]:
            return None
        people = [(at, name) for at, name in _people_at(article, stretch)]
        if any(name is None for _, name in people):
            return None
        fitting = [(at, n) for at, n in people if n and _gender_at(article, at) in (gender, "")]
        rivals = _rivals(article.sentences[back], stretch, gender, people)
        if fitting or rivals:
            names = {name for _, name in fitting}
            return fitting[0] if len(names) == 1 and not rivals else None
    return None


def _gender_at(article: RussianText, span: Span) -> str:
    genders = {t.gender for t in article.tokens_in(span) if t.gender}
    return genders.pop() if len(genders) == 1 else ""


def _rivals(
    sentence: SentenceRu,
    stretch: Span,
    gender: str,
    people: Sequence[tuple[Span, str | None]],
) -> bool:
    """Whether another noun of this gender is a subject there, so that it may be meant."""
    taken = [at for at, _ in people]
    for token in sentence.tokens:
        if not stretch.contains(token.span) or token.pos not in ("NOUN", "PROPN"):
            continue
        if token.gender != gender or any(at.contains(token.span) for at in taken):
            continue
        role = token.dep in ("nsubj", "nsubj:pass")
        with_name = any(_is_title(sentence, token, at) for at in taken)
        if role and not with_name:
            return True
    return False


def _is_title(sentence: SentenceRu, noun: TokenRu, name: Span) -> bool:
    """Whether a noun tells what a person is, the name after it: "глава района Иван Лукин"."""
    between = [t for t in sentence.tokens if noun.span.end <= t.span.start < name.start]
    near = 0 < name.start - noun.span.end <= _TITLE_LENGTH
    return near and all(t.pos not in ("PUNCT", "VERB", "AUX") for t in between)


def _find_bodies(article: RussianText, span: Span) -> Iterator[Reference]:
    """ "Министерство" alone, where one ministry was named in full before."""
    for token in article.tokens_in(span):
        if token.low not in _BODY_NOUNS or token.case not in ("Nom", ""):
            continue
        sentence = article.sentences[article.number_of(token.span.start)]
        if token.dep not in ("nsubj", "nsubj:pass") or any(
            c.dep in ("nmod", "appos", "amod", "acl", "acl:relcl", "flat:name", "det")
            for c in sentence.children(token)
        ):
            continue
        full = _bodies_before(article, token)
        folded = {fold_yo(at.of(article.text)) for at in full}
        if len(folded) == 1 and _is_last_named(article, full, token):
            words = full[0].of(article.text)
            put = words if token.text[0].isupper() else words[0].lower() + words[1:]
            yield Reference(token.span, put, words, full[0], "description", _BODY_SURE)


def _is_last_named(article: RussianText, full: Sequence[Span], token: TokenRu) -> bool:
    """Whether no other body is named between the full name and the word that may mean it."""
    named = [n.span for n in article.names if n.label == "ORG" and n.span.end <= token.span.start]
    quoted = [Span(*m.span()) for m in _QUOTED.finditer(article.text, 0, token.span.start)]
    last = max([*named, *quoted], key=_start, default=None)
    return last is None or any(at.overlaps(last) or at.start > last.start for at in full)


def _bodies_before(article: RussianText, token: TokenRu) -> list[Span]:
    """Where the article has put more words to this noun, in the nominative, before a place."""
    found = []
    for number in range(article.number_of(token.span.start)):
        sentence = article.sentences[number]
        for noun in sentence.tokens:
            if noun.low == token.low and (at := _body_name(article, sentence, noun)):
                found.append(at)
    return found


def _body_name(article: RussianText, sentence: SentenceRu, noun: TokenRu) -> Span | None:
    """A noun with what names it: genitives, a name in quotation marks."""
    text = article.text
    quoted = re.match(r"\s[«\"“][^»\"”\n]{2,40}[»\"”]", text[noun.span.end : noun.span.end + 44])
    if quoted:
        return Span(noun.span.start, noun.span.end + quoted.end())
    below = [c for c in sentence.children(noun) if c.dep == "nmod" and c.case == "Gen"]
    if not below or below[0].index != noun.index + 1:
        return None
    last = max(sentence.subtree(below[0]))
    at = Span(noun.span.start, sentence.tokens[last].span.end)
    return at if "," not in at.of(text) and len(at) < 80 else None


def _find_places(article: RussianText, span: Span) -> Iterator[Reference]:
    """ "Там", for the one "в Женеве" of the sentence before."""
    for token in article.tokens_in(span):
        if token.low != "там" or token.dep != "advmod":
            continue
        number = article.number_of(token.span.start)
        places = list(_places_of(article, number - 1)) if number else []
        joined = places and re.match(r"\s*(?:,|и\b)", article.text[places[-1].end :])
        if len(places) == 1 and not joined:
            entity = places[0].of(article.text)
            words = entity if token.text[:1].isupper() else entity[0].lower() + entity[1:]
            yield Reference(token.span, words, entity, places[0], "place", _PLACE_SURE)


def _places_of(article: RussianText, number: int) -> Iterator[Span]:
    within = article.spans[number]
    tokens = article.sentences[number].tokens
    for name in article.names:
        if name.label != "LOC" or not within.contains(name.span):
            continue
        before = [t for t in tokens if t.span.end <= name.span.start]
        if before and before[-1].low in _LOCATIVE:
            yield Span(before[-1].span.start, name.span.end)
