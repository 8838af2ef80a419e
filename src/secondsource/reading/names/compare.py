"""Whether two names are of one person or body: what speaks for it, each reason in words.

Three answers: the same, different, or unclear. Two people of one surname are different when their
first names differ; a surname alone is unclear beside any full name.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz

from secondsource.article import Signal
from secondsource.reading.names.cases import first_cases
from secondsource.reading.names.name import BodyName, NameKind, PersonName, read_body, read_person
from secondsource.reading.names.sounds import (
    fold_word,
    is_cyrillic,
    measure_likeness,
    read_sounds,
    to_latin,
)
from secondsource.reading.names.words import given_names

# Chosen on the development half of evals/people_pairs.tsv (`python -m evals.people --half dev`).
LEAST_SHARED = 40
"""Least share of letters, of 100, below which two words are not compared at all: Chruschtschow and
Jruschov have 57, Eltsine and Jelzin 62."""
_SHORT = 4
SAME_SOUND = 0.85
"""Least likeness of two words across scripts, or of surnames whose first names agree."""
LIKE_SOUND = 0.94
"""Least likeness of two surnames in one script whose first names agree."""
SAME_SPELLING = 0.95
"""Least likeness of two first names in one script: "Maria" and "Mario" are .93."""
_CERTAIN, _SURE, _LIKELY, _FAIR = 1.0, 0.95, 0.85, 0.75


class Outcome(StrEnum):
    """What comparing two names gives."""

    SAME = "same"
    DIFFERENT = "different"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer, how sure (0..1), and why: one signal for each reason."""

    outcome: Outcome
    score: float
    signals: tuple[Signal, ...] = ()


_DIFFERENT = Comparison(Outcome.DIFFERENT, 0.0)


@dataclass(frozen=True, slots=True)
class _Agreement:
    """How two words agree: a signal's name, its score, and the words that say it."""

    name: str
    score: float
    said: str


def compare_names(
    left: str, right: str, kind: NameKind, languages: tuple[str | None, str | None] = (None, None)
) -> Comparison:
    """Whether two names are of one person, or of one body.

    Args:
        left: a name as written.
        right: another.
        kind: what both are.
        languages: ISO 639-1 codes of the texts they stand in, where known.
    """
    if kind is NameKind.BODY:
        return compare_bodies(read_body(left), read_body(right))
    a, b = read_person(left, languages[0]), read_person(right, languages[1])
    return _DIFFERENT if a is None or b is None else compare_persons(a, b)


def compare_persons(a: PersonName, b: PersonName) -> Comparison:
    """Whether two names are of one person; the same both ways round."""
    if b.words < a.words:
        return compare_persons(b, a)
    if not a.given or not b.given:
        return _compare_single(a, b)
    return _compare_full(a, b) or _compare_turned(a, b) or _compare_longer(a, b) or _DIFFERENT


def _compare_single(a: PersonName, b: PersonName) -> Comparison:
    """A name of one word fits whoever has that surname (or first name): unclear, at most."""
    inflects = a.inflects or b.inflects
    fits = any(
        _agree_in_surname(x, y, inflects)
        for x in (a.words if not b.given else (a.surname,))
        for y in (b.words if not a.given else (b.surname,))
    )
    return Comparison(Outcome.UNCLEAR, 0.5) if fits else _DIFFERENT


def _compare_full(a: PersonName, b: PersonName) -> Comparison | None:
    inflects = a.inflects or b.inflects
    surname = _agree_in_surname(a.surname, b.surname, inflects)
    if surname is None:
        return None
    given = _agree_in_given(a.given, b.given, inflects)
    if given is None:
        return _DIFFERENT
    if surname.name == "like_sound" and given.name in ("initials", "short_first_name"):
        return Comparison(Outcome.UNCLEAR, 0.5)
    return _say((surname, given))


def _compare_turned(a: PersonName, b: PersonName) -> Comparison | None:
    """Surname first in one of them, as Chinese and Hungarian names are written."""
    if len(a.words) != 2 or len(b.words) != 2:
        return None
    inflects = a.inflects or b.inflects
    pairs = ((a.words[0], b.words[1]), (a.words[1], b.words[0]))
    found = [_agree_in_spelling(x, y, inflects) for x, y in pairs]
    if not all(found) or min(map(len, a.words)) < 2:
        return None
    sentence = f"“{a.text}” and “{b.text}” have the same two words, in another order."
    return Comparison(Outcome.SAME, _FAIR, (Signal("turned_round", _FAIR, sentence),))


def _compare_longer(a: PersonName, b: PersonName) -> Comparison | None:
    """One has a second surname that the other leaves out (Pedro Sánchez Pérez-Castejón)."""
    short, long = sorted((a, b), key=lambda name: len(name.words))
    inflects = a.inflects or b.inflects
    if len(short.given) != 1 or len(long.words) < 3 or len(short.given[0]) < 2:
        return None
    first = _agree_in_spelling(short.given[0], long.given[0], inflects)
    last = any(_agree_in_spelling(short.surname, w, inflects) for w in long.given[1:2])
    if not first or not last:
        return None
    sentence = f"“{long.text}” has both words of “{short.text}”."
    return Comparison(Outcome.SAME, _FAIR, (Signal("second_surname", _FAIR, sentence),))


def _say(agreements: tuple[_Agreement, ...]) -> Comparison:
    signals = tuple(Signal(each.name, each.score, each.said) for each in agreements)
    return Comparison(Outcome.SAME, min(each.score for each in agreements), signals)


def _agree_in_spelling(x: str, y: str, inflects: bool) -> _Agreement | None:
    """The two words are one but for capitals, marks, a case ending or a scheme of spelling."""
    if fold_word(x) == fold_word(y):
        return _Agreement("same_spelling", _CERTAIN, f"“{x}” is spelt as “{y}”.")
    return _agree_in_sound(x, y, inflects) if _look_alike(x, y) else None


def _look_alike(x: str, y: str) -> bool:
    """Whether two words have letters enough in common to be worth comparing sound by sound."""
    if min(len(x), len(y)) <= _SHORT:
        return True
    return fuzz.ratio(_spell_plainly(x), _spell_plainly(y)) >= LEAST_SHARED


@lru_cache(maxsize=131_072)
def _spell_plainly(word: str) -> str:
    return to_latin(fold_word(word))


@lru_cache(maxsize=262_144)
def _agree_in_sound(x: str, y: str, inflects: bool) -> _Agreement | None:
    if first_cases(x, inflects) & first_cases(y, inflects):
        return _Agreement("same_but_case", _SURE, f"“{x}” and “{y}” may be cases of one word.")
    likeness = _measure(x, y, inflects)
    if likeness >= _least_likeness(x, y):
        said = f"“{x}” and “{y}” spell one sound ({likeness:.2f})."
        return _Agreement("same_sound", _SURE if likeness > SAME_SPELLING else _LIKELY, said)
    return None


def _least_likeness(x: str, y: str) -> float:
    return SAME_SOUND if is_cyrillic(x) != is_cyrillic(y) else SAME_SPELLING


def _measure(x: str, y: str, inflects: bool) -> float:
    """How alike two words sound, the best over the first cases that each may have."""
    if not inflects and not is_cyrillic(x + y):
        return measure_likeness(fold_case(x), fold_case(y))
    if is_cyrillic(x) == is_cyrillic(y):
        return measure_likeness(fold_case(x), fold_case(y))
    lefts = {fold_case(x), *first_cases(x, inflects)}
    rights = {fold_case(y), *first_cases(y, inflects)}
    return max(measure_likeness(one, other) for one in lefts for other in rights)


def fold_case(word: str) -> str:
    """A word in small letters, its marks kept: they change the sound."""
    return word.casefold()


def _agree_in_surname(x: str, y: str, inflects: bool) -> _Agreement | None:
    found = _agree_in_spelling(x, y, inflects)
    if found or not _look_alike(x, y):
        return found
    likeness = _measure(x, y, inflects)
    least = SAME_SOUND if is_cyrillic(x) != is_cyrillic(y) else LIKE_SOUND
    if likeness < least or min(len(x), len(y)) < 5 or not _begin_alike(x, y):
        return None
    if _is_feminine_of(x, y) or _is_feminine_of(y, x):
        return None
    return _Agreement("like_sound", _FAIR, f"“{x}” and “{y}” sound nearly alike ({likeness:.2f}).")


def _begin_alike(x: str, y: str) -> bool:
    """Whether the first sounds can be one: Carter and Harter cannot."""
    a, b = ([s for s in read_sounds(word) if s != {"j"}] for word in (x, y))
    return bool(a and b and a[0] & b[0])


def _is_feminine_of(x: str, y: str) -> bool:
    """Whether one is the other with the ending of a woman's surname: Petrov and Petrova."""
    longer, shorter = fold_word(x), fold_word(y)
    return longer.endswith(("a", "а", "ая", "aya")) and not shorter.endswith(("a", "а", "o", "о"))


def _agree_in_given(a: tuple[str, ...], b: tuple[str, ...], inflects: bool) -> _Agreement | None:
    """How the first names agree; None when they name two people."""
    first = _agree_in_first(a[0], b[0], inflects)
    if first is not None:
        return first if _middles_agree(a[1:], b[1:], inflects) else None
    # "Tayyip" for "Recep Tayyip": a later first name of one is the only one of the other.
    for few, many in ((a, b), (b, a)):
        if len(few) == 1 and len(few[0]) > 1:
            for word in many[1:]:
                if len(word) > 1 and _agree_in_spelling(few[0], word, inflects):
                    said = f"“{few[0]}” is one of the first names “{' '.join(many)}”."
                    return _Agreement("later_first_name", _LIKELY, said)
    return None


def _middles_agree(a: tuple[str, ...], b: tuple[str, ...], inflects: bool) -> bool:
    """Whether the middle names of two can be one person's: none, or the same in order."""
    if not a or not b:
        return True
    if len(a) != len(b) and all(len(word) == 1 for word in a + b):
        return False
    few, many = sorted((a, b), key=len)
    rest = iter(many)
    return all(any(_agree_in_first(x, y, inflects) for y in rest) for x in few)


@lru_cache(maxsize=262_144)
def _agree_in_first(x: str, y: str, inflects: bool) -> _Agreement | None:
    if 1 in (len(x), len(y)):
        return _agree_in_initial(x, y)
    found = _agree_in_spelling(x, y, inflects)
    groups = _given_groups(x, inflects) & _given_groups(y, inflects)
    if groups and (found is None or found.score < _SURE):
        return _Agreement("short_first_name", _LIKELY, f"“{x}” and “{y}” are forms of one name.")
    if found and found.name == "same_sound" and _ends_otherwise(x, y):
        return None
    return found


def _ends_otherwise(x: str, y: str) -> bool:
    """Whether one of two first names in Latin letters ends in a and the other does not."""
    return fold_word(x).endswith("a") != fold_word(y).endswith("a") and not is_cyrillic(x + y)


def _given_groups(word: str, inflects: bool) -> frozenset[int]:
    known = given_names()
    forms = first_cases(word, inflects)
    return frozenset().union(*(known.get(form, frozenset()) for form in forms))


def _agree_in_initial(x: str, y: str) -> _Agreement | None:
    """Whether one letter can stand for a first name, as its scheme of spelling has it."""
    short, long = sorted((x, y), key=len)
    starts = {fold_word(long)[0]} | {fold_word(w)[0] for w in _same_names(long)}
    letters = {fold_word(short)[0], *_LATIN_OF.get(fold_word(short)[0], "")}
    starts |= {c for s in starts for c in _LATIN_OF.get(s, "")}
    if not letters & starts:
        return None
    return _Agreement("initials", _FAIR, f"“{short}.” is the first letter of “{long}”.")


_LATIN_OF = {
    "а": "a", "б": "b", "в": "vw", "г": "gh", "д": "d", "е": "ey", "ж": "zj", "з": "z", "и": "i",
    "й": "yj", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "uw", "ф": "f", "х": "kh", "ц": "tc", "ч": "c", "ш": "s", "щ": "s", "э": "e",
    "ю": "yji", "я": "yji", "і": "i", "є": "yj", "w": "v", "j": "y",
}  # fmt: skip


@lru_cache(maxsize=16_384)
def _same_names(word: str) -> frozenset[str]:
    """Names that start otherwise only by their script: Yevgeny for Евгений."""
    return frozenset((fold_word(word),))


def compare_bodies(a: BodyName, b: BodyName) -> Comparison:
    """Whether two names are of one body; the same both ways round.

    An acronym is the same as a name with its letters; whether that name is the only one with them
    is for the caller, who knows the archive.
    """
    if (b.words, b.text) < (a.words, a.text):
        a, b = b, a
    for rule in (_same_known, _same_words, _same_acronym, _same_telling):
        found = rule(a, b)
        if found is not None:
            return found
    return _DIFFERENT


def _same_known(a: BodyName, b: BodyName) -> Comparison | None:
    if a.known is None or b.known is None:
        return None
    if a.known != b.known:
        return _DIFFERENT
    sentence = f"“{a.text}” and “{b.text}” are known names of {a.known}."
    return Comparison(Outcome.SAME, _SURE, (Signal("known_body", _SURE, sentence),))


def _same_words(a: BodyName, b: BodyName) -> Comparison | None:
    if len(a.words) != len(b.words):
        return None
    if a.words == b.words:
        sentence = f"“{a.text}” and “{b.text}” have the same words."
        return Comparison(Outcome.SAME, _CERTAIN, (Signal("same_spelling", _CERTAIN, sentence),))
    if a.acronym and b.acronym:
        return None
    in_order = all(map(_same_body_word, a.words, b.words))
    if in_order or (_may_be_turned(a, b) and _pairs_agree(a.words, b.words)):
        sentence = f"“{a.text}” and “{b.text}” have the same words, in another form or order."
        return Comparison(Outcome.SAME, 0.9, (Signal("same_words", 0.9, sentence),))
    return None


_TURNING = re.compile(r"\s(?:of|for|de|du|des|del|d['’]\w+)\s")
_CITY = frozenset(("university", "college", "institute"))


def _may_be_turned(a: BodyName, b: BodyName) -> bool:
    """Whether "X of Y" is "Y X": not of universities, which share their cities."""
    return bool(_TURNING.search(a.text) or _TURNING.search(b.text)) and not _CITY & {*a.words}


def _pairs_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether every word of one has its like in the other, each used once."""
    left = list(b)
    for word in a:
        like = next((w for w in left if _same_body_word(word, w)), None)
        if like is None:
            return False
        left.remove(like)
    return True


@lru_cache(maxsize=262_144)
def _same_body_word(x: str, y: str) -> bool:
    if x == y or first_cases(x, False) & first_cases(y, False):
        return True
    if is_cyrillic(x) != is_cyrillic(y):
        return len(x) > 3 and _measure(x, y, False) >= SAME_SPELLING
    return len(x) > 6 and not is_cyrillic(x) and _fold_british(x) == _fold_british(y)


def _fold_british(word: str) -> str:
    return word.replace("isation", "ization").replace("ence", "ense").replace("our", "or")


def _same_acronym(a: BodyName, b: BodyName) -> Comparison | None:
    if a.acronym == b.acronym:
        return None
    short, long = (a, b) if a.acronym else (b, a)
    if not spells_acronym(short.words[0], long):
        return None
    sentence = f"“{short.text}” has the first letters of “{long.text}”."
    return Comparison(Outcome.SAME, _FAIR, (Signal("acronym", _FAIR, sentence),))


def spells_acronym(letters: str, name: BodyName) -> bool:
    """Whether some letters are the first ones of a body's words, small words left out or not."""
    every = [w for w in fold_body_words(name.text) if w]
    spelt = {"".join(w[0] for w in words) for words in (name.words, every) if len(words) > 1}
    return fold_word(letters) in spelt


def fold_body_words(text: str) -> list[str]:
    """The folded words of a body's name, small ones included but for a leading article."""
    words = [fold_word(word) for word in text.replace("-", " ").split()]
    return words[1:] if words[:1] == ["the"] else words


def _same_telling(a: BodyName, b: BodyName) -> Comparison | None:
    """One has all the words of the other and more: perhaps the same, perhaps its parent."""
    few, many = sorted((set(a.words), set(b.words)), key=len)
    holds: Callable[[str], bool] = lambda word: any(_same_body_word(word, w) for w in many)  # noqa: E731
    if few and len(few) < len(many) and all(map(holds, few)):
        return Comparison(Outcome.UNCLEAR, 0.5)
    return None
