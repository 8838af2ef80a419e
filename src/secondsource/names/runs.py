"""Capitalised words that stand together in a text: what a name can be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from secondsource.article import Span
from secondsource.names.cases import first_cases
from secondsource.names.name import read_body
from secondsource.names.sounds import (
    fold_word,
    is_cyrillic,
    make_keys,
    measure_likeness,
)
from secondsource.names.words import given_names, list_openers, list_words

_RANGES = ((0x41, 0x250), (0x370, 0x530), (0x1E00, 0x2000))


def _upper_class() -> str:
    return "".join(chr(c) for a, b in _RANGES for c in range(a, b) if chr(c).isupper())


_U = f"[{_upper_class()}]"
_WORD = (
    rf"(?:(?:{_U}\.){{1,3}}(?!\w)|(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Col|Prof|Lt|Capt|Sgt|St|Rev|Jr|Sr)\."
    rf"|(?:[dlDLO]['’])?{_U}\w{{0,40}}(?:['’ʼ‑-]\w{{1,40}}){{0,4}})"
)
_JOINING = """
of for de del della der den da dos du des la van von ten ter bin ibn af zu y e the les el al
"""
_SMALL = rf"(?:{'|'.join(_JOINING.split())})"
_RUN = re.compile(rf"(?<!\w){_WORD}(?:[ \u00a0](?:{_SMALL}[ \u00a0]){{0,3}}{_WORD}){{0,9}}")
_PART = re.compile(rf"{_WORD}|\w+")
_OPENING = frozenset('.!?:…;"“”„«»(—–-•*|')
# Part with a capital, fewest words and most letters of a heading's line; set by hand.
_MOST, _FEWEST, _LONGEST_HEADING = 0.75, 4, 250
_NOT_JOINED = frozenset(["of", "for", "the"])
_NOUNS_IN_CAPITALS = frozenset(("de", "lb"))
_OWNING = re.compile(r"['’]s$")
_OWN_NAMES = frozenset(("people's", "people’s", "lloyd's", "lloyd’s"))
_SHORTEST_GIVEN, _GIVEN_SOUND = 3, 0.9
_LOOK_BACK = 6
_MOST_RUNS = 4_000
"""Runs looked at in one text: ten times what the longest article of PolNeAR has."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some capitalised words together: each word and where it stands."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    opens: bool

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.spans[0].start, self.spans[-1].end)

    def cut(self, first: int, last: int | None = None) -> "Run":
        """Some of its words, by their numbers; none may be left."""
        return Run(self.words[first:last], self.spans[first:last], self.opens and first == 0)


def find_runs(text: str, language: str) -> Iterator[Run]:
    """The runs of capitalised words of a text, without the words that only open a sentence.

    "of", "de la" and the like may stand between. A line in capitals is no run.
    """
    openers, headings = list_openers(language), _Headings()
    all_nouns = language in _NOUNS_IN_CAPITALS
    for number, match in enumerate(_RUN.finditer(text)):
        if number >= _MOST_RUNS:
            return
        run = _read_run(text, match, openers)
        if run is not None and (all_nouns or not headings.holds(text, run.span.start)):
            yield run


def _read_run(text: str, match: re.Match[str], openers: frozenset[str]) -> Run | None:
    parts = list(_PART.finditer(text, match.start(), match.end()))
    opens = _opens_sentence(text, match.start())
    while parts and _is_opener(parts[0].group(), openers, opens):
        parts, opens = parts[1:], False
    while parts and parts[-1].group().islower():
        parts.pop()
    if not parts:
        return None
    words = tuple(part.group() for part in parts)
    return Run(words, tuple(Span(*part.span()) for part in parts), opens)


def _is_opener(word: str, openers: frozenset[str], opens: bool) -> bool:
    folded = fold_word(word)
    if len(word) == 1 and not opens:
        return folded in openers
    return word.islower() or folded == "the" or (opens and folded in openers)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start]
    bare = before.rstrip(" \u00a0\t'‘’[")
    return not bare or bare[-1] in _OPENING or bare[-1] in "\n\r"


class _Headings:
    """Knows of each line of a text whether it is a heading, in which most words have capitals."""

    def __init__(self) -> None:
        self._line, self._is_heading = Span(0, 0), False

    def holds(self, text: str, at: int) -> bool:
        """Whether a place lies in a heading; asked in the order of the text."""
        if not self._line.start <= at < self._line.end:
            start = text.rfind("\n", 0, at) + 1
            end = text.find("\n", at)
            self._line = Span(start, end if end >= 0 else len(text))
            self._is_heading = is_heading(
                text[start : min(self._line.end, start + _LONGEST_HEADING)]
            )
        return self._is_heading


def is_heading(line: str) -> bool:
    """Whether a line is a heading, in which most words have capitals."""
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _FEWEST and len(line) < _LONGEST_HEADING and capitals > _MOST * len(words)


def split_run(run: Run) -> Iterator[tuple[Run, bool]]:
    """The names within a run, each with whether a title stands right before it.

    "Supreme Court Justice Antonin Scalia" holds two; "Ministry of Defence" is one.
    """
    for piece in _split_at_possessives(run):
        yield from _split_piece(piece)


def _split_at_possessives(run: Run) -> Iterator[Run]:
    first = 0
    for number, word in enumerate(run.words):
        if _OWNING.search(word) and word.lower() not in _OWN_NAMES:
            yield run.cut(first, number + 1)
            first = number + 1
            while first < len(run.words) and run.words[first].islower():
                first += 1
    if first < len(run.words):
        yield run.cut(first)


def _split_piece(run: Run) -> Iterator[tuple[Run, bool]]:
    for piece in _split_at_small(run):
        for part in _split_at_letters(piece):
            yield from _split_at_titles(part)


def _split_at_letters(run: Run) -> Iterator[Run]:
    """Cut between the letters of a body and a first name: "МИД РФ Сергей Лавров", two names."""
    for number in range(1, len(run.words) - 1):
        rest = run.words[number:]
        before = run.words[number - 1]
        if _is_letters(before) and is_given(rest[0]) and not has_body_word(rest):
            yield run.cut(0, number)
            yield run.cut(number)
            return
    yield run


def _is_letters(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper() and is_cyrillic(word)


def _split_at_small(run: Run) -> Iterator[Run]:
    """Cut at "of" and the like, unless they stand within the name of a body or a person."""
    first = 0
    for number, word in enumerate(run.words):
        if not word.islower() or number <= first:
            continue
        before = run.words[first:number]
        keeps = has_body_word(before) or (
            word not in _NOT_JOINED and (is_given(before[0]) or len(before[0].rstrip(".")) == 1)
        )
        if keeps or before[-1].islower():
            continue
        yield run.cut(first, number)
        first = _skip_office(run.words, number)
    if first < len(run.words):
        yield run.cut(first)


def _skip_office(words: tuple[str, ...], small: int) -> int:
    """Where a name goes on after a small word: after "Secretary of State" the person's."""
    first = small
    while first < len(words) and words[first].islower():
        first += 1
    office = is_title(words[small - 1]) and first + 2 < len(words)
    return first + office


def _split_at_titles(run: Run) -> Iterator[tuple[Run, bool]]:
    titled, first = False, 0
    for number, word in enumerate(run.words):
        rest = run.words[number + 1 :]
        is_office = bool(rest) and has_body_word(rest) and not _is_letters(rest[0])
        if word.islower() or not is_title(word) or is_office or (not rest and number > first):
            continue
        if number > first:
            yield from _split_at_given(run.cut(first, number), titled)
        titled, first = True, number + 1
    if first < len(run.words):
        yield from _split_at_given(run.cut(first), titled)


def _split_at_given(run: Run, titled: bool) -> Iterator[tuple[Run, bool]]:
    """Cut before a first name that is followed by more: "Apple Tim Cook" holds two names."""
    if not has_body_word(run.words):
        for number in range(1, len(run.words) - 1):
            before = run.words[number - 1]
            if (
                is_given(run.words[number])
                and not is_given(before)
                and len(before) > 2
                and not titled
            ):
                yield run.cut(0, number), False
                yield run.cut(number), False
                return
    yield run, titled


@lru_cache(maxsize=65_536)
def is_title(word: str) -> bool:
    """Whether a word is a title or an office, in whatever case."""
    return _is_listed(word, list_words("titles"))


def has_body_word(words: tuple[str, ...]) -> bool:
    """Whether one of the words is that of a body: Ministry, University, Inc."""
    return any(map(_is_body_word, words))


@lru_cache(maxsize=65_536)
def _is_body_word(word: str) -> bool:
    return _is_listed(word, list_words("bodies"))


@lru_cache(maxsize=65_536)
def is_given(word: str) -> bool:
    """Whether a word is a known first name, in whatever case, or sounds like one in Cyrillic."""
    known = given_names()
    folded = fold_word(word)
    if folded in known or folded.partition("-")[0] in known:
        return True
    if not is_cyrillic(word) or word.isupper() or read_body(word).known is not None:
        return False  # "США Дональда Трампа": two names
    forms = first_cases(word, False)
    return any(form in known for form in forms) or any(map(_sounds_given, forms))


def _sounds_given(word: str) -> bool:
    """Whether a Cyrillic word spells a known first name in Latin letters: Джек, Томпсон not."""
    if len(word) < _SHORTEST_GIVEN:
        return False
    near = {name for key in make_keys(word) for name in _given_by_key().get(key, ())}
    return any(measure_likeness(word, name) >= _GIVEN_SOUND for name in near)


@cache
def _given_by_key() -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for name in given_names():
        if not is_cyrillic(name) and len(name) >= _SHORTEST_GIVEN:
            for key in make_keys(name):
                index.setdefault(key, []).append(name)
    return index


def _is_listed(word: str, listed: frozenset[str]) -> bool:
    folded = fold_word(word.rstrip("."))
    if folded in listed:
        return True
    return is_cyrillic(word) and bool(first_cases(word, False) & listed)
