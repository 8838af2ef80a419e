"""How two words of names agree: in spelling, in a case, in sound, as first names, as initials."""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from secondsource.names.cases import first_cases
from secondsource.names.sounds import (
    fold_word,
    is_cyrillic,
    measure_likeness,
    read_sounds,
    to_latin,
)
from secondsource.names.words import given_names

# Chosen on the development half of evals/people_pairs.tsv (`python -m evals.people --half dev`).
_LEAST_SHARED = 40
"""Least share of letters, of 100, below which two words are not compared at all: Chruschtschow and
Jruschov have 57, Eltsine and Jelzin 62."""
_SHORT = 4
_SAME_SOUND = 0.85
"""Least likeness of two words across scripts, or of surnames whose first names agree."""
_LIKE_SOUND = 0.94
"""Least likeness of two surnames in one script whose first names agree."""
SAME_SPELLING = 0.95
"""Least likeness of two first names in one script: "Maria" and "Mario" are .93."""
CERTAIN, SURE, LIKELY, FAIR = 1.0, 0.95, 0.85, 0.75


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two words agree: a signal's name, its score, and the words that say it."""

    name: str
    score: float
    said: str


def agree_in_spelling(x: str, y: str, inflects: bool) -> Agreement | None:
    """The two words are one but for capitals, marks, a case ending or a scheme of spelling."""
    if fold_word(x) == fold_word(y):
        return Agreement("same_spelling", CERTAIN, f"“{x}” is spelt as “{y}”.")
    return _agree_in_sound(x, y, inflects) if _look_alike(x, y) else None


def _look_alike(x: str, y: str) -> bool:
    """Whether two words have letters enough in common to be worth comparing sound by sound."""
    if min(len(x), len(y)) <= _SHORT and is_cyrillic(x) != is_cyrillic(y):
        return True
    return fuzz.ratio(_spell_plainly(x), _spell_plainly(y)) >= _LEAST_SHARED


@lru_cache(maxsize=131_072)
def _spell_plainly(word: str) -> str:
    return to_latin(fold_word(word))


@lru_cache(maxsize=262_144)
def _agree_in_sound(x: str, y: str, inflects: bool) -> Agreement | None:
    if first_cases(x, inflects) & first_cases(y, inflects):
        return Agreement("same_but_case", SURE, f"“{x}” and “{y}” may be cases of one word.")
    likeness = measure_words(x, y, inflects)
    if likeness >= _least_likeness(x, y):
        said = f"“{x}” and “{y}” spell one sound ({likeness:.2f})."
        return Agreement("same_sound", SURE if likeness > SAME_SPELLING else LIKELY, said)
    return None


def _least_likeness(x: str, y: str) -> float:
    return _SAME_SOUND if is_cyrillic(x) != is_cyrillic(y) else SAME_SPELLING


def measure_words(x: str, y: str, inflects: bool) -> float:
    """How alike two words sound, the best over the first cases that each may have."""
    if not inflects and not is_cyrillic(x + y):
        return measure_likeness(_fold_case(x), _fold_case(y))
    lefts = {_fold_case(x), *first_cases(x, inflects)}
    rights = {_fold_case(y), *first_cases(y, inflects)}
    pairs = ((one, other) for one in lefts for other in rights if not _adds_a(one, other))
    return max((measure_likeness(one, other) for one, other in pairs), default=0.0)


def _adds_a(x: str, y: str) -> bool:
    """Whether one ends in a and the other in a consonant: Alexandra is not Александр."""
    ends = x[-1:] in _A, y[-1:] in _A
    other = y if ends[0] else x
    return ends[0] != ends[1] and other[-1:] not in _OPEN_ENDS


_A = frozenset("aаяą")
_OPEN_ENDS = frozenset("aeiouyаеиоуыэюяёіїєйьъąęó")


def _fold_case(word: str) -> str:
    """A word in small letters, its marks kept: they change the sound."""
    return word.casefold()


def agree_in_surname(x: str, y: str, inflects: bool) -> Agreement | None:
    found = agree_in_spelling(x, y, inflects)
    if found or not _look_alike(x, y):
        return found
    likeness = measure_words(x, y, inflects)
    least = _SAME_SOUND if is_cyrillic(x) != is_cyrillic(y) else _LIKE_SOUND
    if likeness < least or min(len(x), len(y)) < 5 or not _begin_alike(x, y):
        return None
    if _is_feminine_of(x, y) or _is_feminine_of(y, x):
        return None
    return Agreement("like_sound", FAIR, f"“{x}” and “{y}” sound nearly alike ({likeness:.2f}).")


def _begin_alike(x: str, y: str) -> bool:
    """Whether the first sounds can be one: Carter and Harter cannot."""
    a, b = ([s for s in read_sounds(word) if s != {"j"}] for word in (x, y))
    return bool(a and b and a[0] & b[0])


def _is_feminine_of(x: str, y: str) -> bool:
    """Whether one is the other with the ending of a woman's surname: Petrov and Petrova."""
    longer, shorter = fold_word(x), fold_word(y)
    return longer.endswith(("a", "а", "ая", "aya")) and not shorter.endswith(("a", "а", "o", "о"))


def agree_in_given(a: tuple[str, ...], b: tuple[str, ...], inflects: bool) -> Agreement | None:
    """How the first names agree; None when they name two people."""
    first = _agree_in_first(a[0], b[0], inflects)
    if first is not None and not _goes_by_second(a, b):
        return first if _middles_agree(a[1:], b[1:], inflects) else None
    # "Tayyip" for "Recep Tayyip": a later first name of one is the only one of the other.
    for few, many in ((a, b), (b, a)):
        if len(few) == 1 and len(few[0]) > 1:
            for word in many[1:]:
                if len(word) > 1 and agree_in_spelling(few[0], word, inflects):
                    said = f"“{few[0]}” is one of the first names “{' '.join(many)}”."
                    return Agreement("later_first_name", LIKELY, said)
    return None


def _goes_by_second(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one has an initial before a first name (C. Rick), and the other another one."""
    for one, other in ((a, b), (b, a)):
        if len(one) > 1 and len(one[0]) == 1 < len(one[1]) and len(other) == 1 < len(other[0]):
            return True
    return False


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
def _agree_in_first(x: str, y: str, inflects: bool) -> Agreement | None:
    if 1 in (len(x), len(y)):
        return _agree_in_initial(x, y)
    found = agree_in_spelling(x, y, inflects)
    if found and found.name == "same_sound" and not _sound_as_first_names(x, y, inflects):
        found = None
    groups = _given_groups(x, inflects) & _given_groups(y, inflects)
    if groups and found is None:
        return Agreement("short_first_name", LIKELY, f"“{x}” and “{y}” are forms of one name.")
    if found and found.name == "same_sound" and _ends_otherwise(x, y):
        return None
    return found


def _sound_as_first_names(x: str, y: str, inflects: bool) -> bool:
    """Whether two first names sound alike, each as it stands or in a first case that is a name.

    "Виктория" is no case of "Викторий", which would sound nearly as "Виктор".
    """
    is_across = is_cyrillic(x) != is_cyrillic(y)
    lefts, rights = (_list_first_names(word, inflects, is_across) for word in (x, y))
    pairs = ((one, other) for one in lefts for other in rights if not _adds_a(one, other))
    best = max((measure_likeness(one, other) for one, other in pairs), default=0.0)
    return best >= _least_likeness(x, y)


def _list_first_names(word: str, inflects: bool, is_across: bool) -> set[str]:
    """A first name as written, and the known names it may be a case of; of one that is no known
    name, across scripts, all first cases."""
    known = given_names()
    cases = first_cases(word, inflects) - {fold_word(word)}
    takes_all = is_across and fold_word(word) not in known
    return {_fold_case(word), *(form for form in cases if takes_all or form in known)}


def may_be_woman_of(woman: tuple[str, str], man: tuple[str, str], inflects: bool) -> bool:
    """Whether a name is both a woman's and a case of a man's: Александра Иванова.

    Args:
        woman: the first name and the surname that may be a woman's, as written.
        man: those of the other, with which they agree.
        inflects: whether words in Latin letters may have cases.
    """
    first, other = fold_word(woman[0]), fold_word(man[0])
    if first[-1:] not in _A or first not in given_names():
        return False
    across = is_cyrillic(first) != is_cyrillic(other)
    is_nominative = not is_cyrillic(other) if across else other in first_cases(first, inflects)
    if first == other or other[-1:] in _A or not is_nominative:
        return False
    surname, others = fold_word(woman[1]), fold_word(man[1])
    if not across:
        return surname == others or surname.endswith(_FEMININE)
    if surname.endswith(_FEMININE):
        return True
    return measure_likeness(_fold_case(woman[1]), _fold_case(man[1])) >= _SAME_SOUND and (
        surname[-1:] not in _A or others[-1:] in _A
    )


_FEMININE = (
    *("ова", "ева", "єва", "ина", "ына", "іна", "ая", "яя", "ська", "цька"),
    *("ova", "eva", "ina", "owa", "ska", "cka"),
)
"""Endings of women's surnames, folded as `fold_word` does."""


def _ends_otherwise(x: str, y: str) -> bool:
    """Whether one of two first names in Latin letters ends in a and the other does not."""
    return fold_word(x).endswith("a") != fold_word(y).endswith("a") and not is_cyrillic(x + y)


def _given_groups(word: str, inflects: bool) -> frozenset[int]:
    known = given_names()
    forms = first_cases(word, inflects)
    return frozenset().union(*(known.get(form, frozenset()) for form in forms))


def _agree_in_initial(x: str, y: str) -> Agreement | None:
    """Whether one letter can stand for a first name, as its scheme of spelling has it."""
    short, long = sorted((x, y), key=len)
    if not _first_letters(short) & _first_letters(long):
        return None
    return Agreement("initials", FAIR, f"“{short}.” is the first letter of “{long}”.")


def _first_letters(word: str) -> set[str]:
    """The first letter of a word, and the Latin ones by which other schemes write it."""
    first = fold_word(word)[:1]
    return {first, *_LATIN_OF.get(first, "")}


_LATIN_OF = {
    "а": "a", "б": "b", "в": "vw", "г": "gh", "д": "d", "е": "ey", "ж": "zj", "з": "z", "и": "i",
    "й": "yj", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "uw", "ф": "f", "х": "kh", "ц": "tc", "ч": "c", "ш": "s", "щ": "s", "э": "e",
    "ю": "yji", "я": "yji", "і": "i", "є": "yj", "w": "v", "j": "y",
}  # fmt: skip
