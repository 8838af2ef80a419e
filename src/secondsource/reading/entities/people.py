"""The people and bodies that one text names, and where it names them."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile, groupby, takewhile

from secondsource.article import Span
from secondsource.reading.attribution.pieces import find_touching
from secondsource.reading.entities.gender import Gender, agrees, guess_gender
from secondsource.reading.entities.roles import find_roles
from secondsource.reading.parse import Name, Parse

_POSSESSIVE = re.compile(r"['’`]s?$")
_TITLE = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Prof|Lt|Capt|Sgt|St|Hon|Rev)\b\.?|Sir|Lady|Lord|"
    r"President|Senator|Governor|Secretary|Minister|Chancellor|Judge|Justice|Professor)\s+"
)
_PAST = frozenset({"former", "ex", "onetime", "late", "emeritus", "retired", "ousted"})
_LESSER = _PAST | {
    *("vice", "deputy", "acting", "interim", "caretaker", "assistant", "elect", "designate"),
    *("incoming", "shadow"),
}
"""Beside an office these say that its bearer does not hold it: "vice", "former", "-elect"."""
_OVERLAPPING = 4
"""Mentions that start before a word and may hold it."""
_FIRST_WORD = re.compile(r"\S+\s*$")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person or body is named.

    `words` are those of the name without titles; `roles` are the words of what the text calls
    its bearer beside it ("prime", "minister"), in lower case.
    """

    span: Span
    words: tuple[str, ...]
    is_person: bool
    gender: Gender
    roles: frozenset[str]

    @property
    def lesser(self) -> frozenset[str]:
        """Those of its roles' words that say that an office is not fully held: "deputy"."""
        return _LESSER & _parts_of(self.roles)


class People:
    """Everybody that a text names; knows which full name a shorter one stands for."""

    def __init__(self, parse: Parse) -> None:
        names = sorted([*parse.names, *_missed_names(parse)], key=lambda n: n.span)
        self.mentions = tuple(m for n in names if (m := _read_mention(parse, n)))
        self._starts = [m.span.start for m in self.mentions]
        self._full: dict[tuple[str, str], str] = {}
        self._by_surname: defaultdict[str, set[str]] = defaultdict(set)
        self._by_first_name: defaultdict[str, set[str]] = defaultdict(set)
        self._shown: defaultdict[str | None, set[Gender]] = defaultdict(set)
        for mention in self.mentions:
            if mention.is_person and len(mention.words) > 1:
                self._add_full(mention)
        for mention in self.mentions:
            if mention.is_person and mention.gender is not Gender.UNKNOWN:
                self._shown[self.name_of(mention)].add(mention.gender)

    def _add_full(self, mention: Mention) -> None:
        ends = (mention.words[0], mention.words[-1])
        name = self._full.setdefault(ends, " ".join(mention.words))
        self._by_first_name[ends[0]].add(name)
        self._by_surname[ends[1]].add(name)
        if mention.gender is not Gender.UNKNOWN:
            self._shown[name].add(mention.gender)

    def name_of(self, mention: Mention) -> str | None:
        """The fullest form of a mentioned name; None when two people in the text fit it."""
        if mention.is_person and len(mention.words) > 1:
            ends = (mention.words[0], mention.words[-1])
            return self._full.get(ends, " ".join(mention.words))
        if mention.is_person or len(mention.words) == 1:
            return self._name_of_single(mention)
        return " ".join(mention.words)

    def _name_of_single(self, mention: Mention) -> str | None:
        """A surname, a first name, or a body's name of one word."""
        word = mention.words[-1]
        known = self._by_surname.get(word) or self._by_first_name.get(word, set())
        fitting = [n for n in known if agrees(self.gender_of(n), mention.gender)]
        if len(fitting) > 1 or (not known and len(self._shown.get(word, ())) > 1):
            return None
        return fitting[0] if fitting else word

    def complete(self, name: str) -> str | None:
        """The fullest form of a name that was not recognised as anybody's; None if two fit."""
        words = tuple(name.split())
        return self.name_of(Mention(Span(0, 0), words, True, Gender.UNKNOWN, frozenset()))

    def gender_of(self, name: str | None) -> Gender:
        """What the mentions of a full name show of the person's gender."""
        shown = self._shown.get(name, set())
        return next(iter(shown)) if len(shown) == 1 else Gender.UNKNOWN

    def named_in(self, span: Span) -> list[Mention]:
        """The mentions that lie within a stretch."""
        first = bisect_left(self._starts, span.start)
        near = self.mentions[first : bisect_left(self._starts, span.end)]
        return [m for m in near if m.span.end <= span.end]

    def named_at(self, span: Span) -> Mention | None:
        """The mention that a word is part of."""
        last = bisect_right(self._starts, span.start)
        near = self.mentions[max(0, last - _OVERLAPPING) : last]
        return next((m for m in near if m.span.contains(span)), None)

    def with_role(self, role: frozenset[str], before: int) -> set[str | None]:
        """The people beside whose names the text has put all these words before a place.

        "The president" is no vice president, unless the words say so. A former one may still be
        called so: nobody (None) is among them then.
        """
        barred = _LESSER - _parts_of(role)
        called = list(self._called(role, before))
        found = {self.name_of(m) for m in called if not barred & m.lesser}
        past = {self.name_of(m) for m in called if barred & m.lesser & _PAST}
        return found | {None} if past - found else found

    def is_role(self, word: str, before: int) -> bool:
        """Whether the text has put a word beside anybody's name before a place."""
        return any(self._called(frozenset({word}), before))

    def _called(self, role: frozenset[str], before: int) -> Iterator[Mention]:
        return (
            m for m in self.mentions if m.is_person and m.span.start < before and role <= m.roles
        )


def _parts_of(words: frozenset[str]) -> frozenset[str]:
    """Some words and the parts of those with a hyphen: "president-elect", "ex-mayor"."""
    return words | {part for word in words if "-" in word for part in word.split("-")}


def _missed_names(parse: Parse) -> Iterator[Name]:
    """Where the recogniser saw nobody: proper nouns with a known first name, known surnames."""
    taken = sorted(n.span for n in parse.names if n.label == "PERSON")
    surnames = {n.text.split()[-1] for n in parse.names if n.label == "PERSON" and " " in n.text}
    for (is_proper, _), group in groupby(
        parse.tokens, key=lambda t: (t.pos == "PROPN", t.sentence)
    ):
        if not is_proper:
            continue
        run = list(group)
        if len(run) == 1 and run[0].text in surnames and not find_touching(taken, run[0].span):
            yield Name(run[0].text, run[0].span, "PERSON")
        run = list(dropwhile(lambda t: guess_gender((t.text,)) is Gender.UNKNOWN, run))
        if not 2 <= len(run) <= 3:
            continue
        span = Span(run[0].start, run[-1].end)
        if not find_touching(taken, span):
            yield Name(span.of(parse.text), span, "PERSON")


def _read_mention(parse: Parse, name: Name) -> Mention | None:
    text = _POSSESSIVE.sub("", name.text.strip())
    title = _FIRST_WORD.search(parse.text[max(0, name.span.start - 12) : name.span.start])
    while match := _TITLE.match(text):
        title, text = match, text[match.end() :]
    split = re.split(r"\s+", text.removeprefix("the ").removeprefix("The "))
    words = tuple(takewhile(lambda word: word[:1].isalnum(), split))
    if not words or not any(c.isalpha() for c in text) or "\n" in text:
        return None
    before = (title.group().strip(),) if title else ()
    is_person = name.label == "PERSON"
    gender = guess_gender(before + words) if is_person else Gender.UNKNOWN
    roles = find_roles(parse, name.span) if is_person else frozenset()
    return Mention(name.span, words, is_person, gender, roles)
