"""Whom the words of a Russian source mean: the full name in the nominative, if it is one only.

A surname stands for the full name in the text, «он» and «она» for the one person near who fits.
Where two fit, nobody is named: a wrong name would join what is independent.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from secondsource.article import Span
from secondsource.reading.attribution.russian.cases import find_nominatives, to_nominative
from secondsource.reading.attribution.russian.cues import GENERIC
from secondsource.reading.attribution.russian.parse import (
    NameRu,
    SentenceRu,
    TokenRu,
    find_names,
    fold_yo,
    load_first_names,
    parse_sentences,
)

_PRONOUNS = {"он": "Masc", "его": "Masc", "она": "Fem", "ее": "Fem"}
_SENTENCES_BACK = 3
_QUOTES = '«»“”„"'


@dataclass(frozen=True, slots=True)
class _Person:
    """A person at one place: the words as they can be in the nominative, likeliest first."""

    sentence: int
    tokens: tuple[TokenRu, ...]
    gender: str
    name: str


@lru_cache(maxsize=4)
def name_in_first_case(text: str, sentence: Span, name: Span) -> str | None:
    """A person's full name in the nominative, read by the grammar of its sentence.

    Args:
        text: the text.
        sentence: the sentence.
        name: the name in it, in whatever case.
    """
    people = PeopleRu(tuple(parse_sentences(text, [[sentence]])), find_names(text, [sentence]))
    return people.name_at(name)


class PeopleRu:
    """The people and bodies that a text names, and whom its sources mean."""

    def __init__(self, sentences: Sequence[SentenceRu], names: Sequence[NameRu]) -> None:
        self._sentences = sentences
        self._labels = _label_tokens(sentences, names)
        self._nominative = _seen_as_subject(sentences)
        self._people = tuple(self._read_people())
        self._people_in: dict[int, list[_Person]] = {}
        for person in self._people:
            self._people_in.setdefault(person.sentence, []).append(person)
        self._full = _by_surname(self._people)

    def resolve(self, number: int, source: Iterable[int], is_subject: bool) -> str | None:
        """The entity that some tokens of a sentence mean.

        Args:
            number: The sentence.
            source: The indexes of the tokens.
            is_subject: Whether the source is a subject, and so in the nominative as it stands.
        """
        sentence = self._sentences[number]
        tokens = [sentence.tokens[i] for i in sorted(source) if sentence.tokens[i].pos != "PUNCT"]
        if not tokens:
            return None
        if tokens[0].low in _PRONOUNS and len(tokens) == 1:
            return self._resolve_pronoun(number, tokens[0])
        head = _head_of(tokens)
        meant = [
            p for p in self._people_in.get(number, ()) if _is_meant(p, head, tokens, is_subject)
        ]
        if meant:
            joined = any(c.dep == "conj" and c in tokens for c in sentence.children(head))
            own = max(meant, key=lambda p: (len(p.tokens), p.tokens[0].index))
            return None if joined else self._complete(own, is_subject)
        return self._resolve_body(number, head, tokens, is_subject)

    def name_at(self, place: Span) -> str | None:
        """The full name of the person named at a place of the text."""
        within = (p for p in self._people if all(place.contains(t.span) for t in p.tokens))
        return next((p.name for p in within if len(p.tokens) > 1), None)

    def _read_people(self) -> Iterator[_Person]:
        for number, sentence in enumerate(self._sentences):
            for run in _runs(sentence, self._labels[number], "PER"):
                genders = [t.gender for t in run if t.gender] or [""]
                words = " ".join(map(self._known, run))
                yield _Person(number, run, genders[0], words)

    def _known(self, token: TokenRu) -> str:
        forms = find_nominatives(token)
        seen = next((form for form in forms if fold_yo(form) in self._nominative), None)
        return seen or to_nominative(token, load_first_names())

    def _complete(self, person: _Person, is_subject: bool) -> str | None:
        """The one full name of the text that a name stands for; itself when it is full."""
        words = [t.text for t in person.tokens]
        if len(words) > 1:
            return " ".join(words) if is_subject else person.name
        forms = (words[0],) if is_subject else find_nominatives(person.tokens[0])
        full = {name for form in forms for name in self._full.get(fold_yo(form), ())}
        if len(full) > 1:
            return None
        return full.pop() if full else (words[0] if is_subject else person.name)

    def _resolve_pronoun(self, number: int, pronoun: TokenRu) -> str | None:
        gender = _PRONOUNS[pronoun.low]
        for back in range(number, max(-1, number - 1 - _SENTENCES_BACK), -1):
            near = [
                p
                for p in self._people_in.get(back, ())
                if (back < number or p.tokens[0].index < pronoun.index)
            ]
            fitting = {
                self._complete(p, is_subject=False) for p in near if p.gender in ("", gender)
            }
            if fitting:
                return fitting.pop() if len(fitting) == 1 else None
        return None

    def _resolve_body(
        self, number: int, head: TokenRu, tokens: Sequence[TokenRu], is_subject: bool
    ) -> str | None:
        """The name of a body: its words in the nominative, or what stands in marks beside it."""
        sentence, labels = self._sentences[number], self._labels[number]
        quoted = _inside_marks(sentence, tokens)
        if quoted and (head.low in GENERIC or head in quoted):
            return self._name_in_marks(quoted, is_subject or head not in quoted)
        if head.index not in labels or labels[head.index].label != "ORG" or head.low in GENERIC:
            return self._resolve_unlabelled(head, tokens, is_subject)
        run = next((r for r in _runs(sentence, labels, "ORG") if head in r), (head,))
        joined = any(c.dep == "conj" and c in tokens for c in sentence.children(head))
        if joined or not any(t.text[0].isupper() for t in run):
            return None
        return " ".join(_inflect_phrase(_with_place(run, tokens), head, is_subject))

    def _resolve_unlabelled(
        self, head: TokenRu, tokens: Sequence[TokenRu], is_subject: bool
    ) -> str | None:
        """A capitalised word that the recogniser passed over, or a place that speaks."""
        if head.pos != "PROPN" or head.dep == "appos" or not head.text[0].isupper():
            return None
        named = [t for t in tokens if t.pos == "PROPN"]
        if len(named) != len(tokens) or len(tokens) > 3:
            return None
        words = [t.text if is_subject else self._known(t) for t in tokens]
        return self._complete(_Person(-1, tuple(tokens), head.gender, " ".join(words)), is_subject)

    def _name_in_marks(self, quoted: Sequence[TokenRu], as_it_stands: bool) -> str:
        if as_it_stands:
            return " ".join(t.text for t in quoted)
        return " ".join(_inflect_phrase(quoted, _head_of(quoted), False))


def _label_tokens(
    sentences: Sequence[SentenceRu], names: Sequence[NameRu]
) -> tuple[dict[int, NameRu], ...]:
    """For each sentence the name in which each token stands, if it stands in one."""
    at = {n.span.start: n for n in names}
    labels: list[dict[int, NameRu]] = []
    for sentence in sentences:
        own: dict[int, NameRu] = {}
        name: NameRu | None = None
        for token in sentence.tokens:
            name = at.get(token.span.start, name)
            if name is not None and token.span.start < name.span.end:
                own[token.index] = name
        labels.append(own)
    return tuple(labels)


def _seen_as_subject(sentences: Iterable[SentenceRu]) -> frozenset[str]:
    return frozenset(
        t.low
        for sentence in sentences
        for t in sentence.tokens
        if t.case == "Nom" and t.pos in ("PROPN", "NOUN") and t.text[0].isupper() and t.index
    )


def _by_surname(people: Iterable[_Person]) -> dict[str, set[str]]:
    """The full names of each surname: of one person's the form that the text has most often."""
    forms: dict[tuple[str, str], Counter[str]] = {}
    for person in people:
        words = person.name.split()
        if len(words) > 1:
            key = (fold_yo(words[-1]), fold_yo(words[0]))
            forms.setdefault(key, Counter())[person.name] += 1
    full: dict[str, set[str]] = {}
    for (surname, first), counted in forms.items():
        if not _is_initial_of_another(surname, first, forms):
            full.setdefault(surname, set()).add(counted.most_common(1)[0][0])
    return full


def _is_initial_of_another(
    surname: str, first: str, forms: Mapping[tuple[str, str], Counter[str]]
) -> bool:
    """Whether «И.» stands for one other first name of the surname."""
    if len(first.rstrip(".")) > 1:
        return False
    others = {f for s, f in forms if s == surname and f != first and f[0] == first[0]}
    return len(others) == 1


def _runs(
    sentence: SentenceRu, labels: Mapping[int, NameRu], label: str
) -> Iterator[tuple[TokenRu, ...]]:
    """The tokens of each name of one label, marks left out."""
    named = ((labels[t.index], t) for t in sentence.tokens if t.index in labels)
    for name, pairs in groupby(named, key=lambda pair: pair[0]):
        run = tuple(t for _, t in pairs if t.pos != "PUNCT" or t.text == "-")
        if run and name.label == label:
            yield run


def _head_of(tokens: Sequence[TokenRu]) -> TokenRu:
    inside = {t.index for t in tokens}
    return next((t for t in tokens if t.head not in inside or t.head == t.index), tokens[0])


def _is_meant(
    person: _Person,
    head: TokenRu,
    tokens: Sequence[TokenRu],
    is_subject: bool,
) -> bool:
    """Whether a person's name is the source's own and not that of somebody it belongs to."""
    if not person.tokens or person.tokens[0] not in tokens:
        return False
    top = _head_of(person.tokens)
    if top.index == head.index:
        return True
    if top.dep == "appos" and top.head == head.index:
        return True
    return is_subject and top.case == "Nom" and top.dep in ("appos", "flat:name", "nsubj", "nmod")


def _inside_marks(sentence: SentenceRu, tokens: Sequence[TokenRu]) -> tuple[TokenRu, ...]:
    """The words between quotation marks at the end of a source."""
    last = tokens[-1].index + 1
    if last >= len(sentence.tokens) or sentence.tokens[last].text not in _QUOTES:
        return ()
    inside: list[TokenRu] = []
    for token in reversed(sentence.tokens[:last]):
        if token.text in _QUOTES:
            return tuple(reversed(inside))
        inside.append(token)
    return ()


def _with_place(run: Sequence[TokenRu], tokens: Sequence[TokenRu]) -> tuple[TokenRu, ...]:
    """A body with the country or town whose it is: «Министерство юстиции США»."""
    whole = list(run)
    for token in tokens:
        if token.index == whole[-1].index + 1 and token.pos == "PROPN" and token.case != "Dat":
            whole.append(token)
    return tuple(whole)


def _inflect_phrase(run: Sequence[TokenRu], head: TokenRu, is_subject: bool) -> Iterator[str]:
    """A body's name: the head and the adjectives that agree with it in the nominative."""
    for token in run:
        agrees = token.pos == "ADJ" and token.case == head.case and token.head == head.index
        if is_subject or not (token is head or agrees):
            yield token.text
        elif agrees:
            yield _to_adjective(token, head)
        else:
            yield to_nominative(head, load_first_names())


def _to_adjective(token: TokenRu, head: TokenRu) -> str:
    """An adjective in the nominative of the gender of its noun."""
    if token.case in ("", "Nom") or token.number == "Plur":
        return token.text
    stem = (
        token.text.removesuffix("ого").removesuffix("его").removesuffix("ому").removesuffix("ему")
    )
    stem = stem if stem != token.text else token.text[:-2]
    soft = token.text[len(stem) :][:1] in "еи" and stem[-1:] not in "гкхжчшщ"
    endings = {"Fem": ("ая", "яя"), "Neut": ("ое", "ее")}
    hard_form, soft_form = endings.get(head.gender, ("ый", "ий"))
    if head.gender == "Masc" and stem[-1:] in "гкхжчшщ":
        hard_form = "ий"
    return stem + (soft_form if soft else hard_form)
