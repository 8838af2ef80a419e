"""Whether two names are of one person or body: what speaks for it, each reason in words.

Three answers: the same, different, or unclear. Two people of one surname are different when their
first names differ; a surname alone is unclear beside any full name.
"""

import re

from secondsource.article import Signal
from secondsource.names.agree import (
    FAIR,
    Agreement,
    agree_in_given,
    agree_in_spelling,
    agree_in_surname,
    may_be_woman_of,
)
from secondsource.names.bodies import compare_bodies
from secondsource.names.name import NameKind, PersonName, read_body, read_person
from secondsource.names.outcome import DIFFERENT, UNCLEAR, Comparison, Outcome
from secondsource.names.sounds import fold_word, is_cyrillic
from secondsource.names.words import given_names

__all__ = ["Comparison", "Outcome", "compare_bodies", "compare_names", "compare_persons"]


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
    return DIFFERENT if a is None or b is None else compare_persons(a, b)


def compare_persons(a: PersonName, b: PersonName) -> Comparison:
    """Whether two names are of one person; the same both ways round."""
    if b.words < a.words:
        return compare_persons(b, a)
    if _is_numbered(a.surname) and _is_numbered(b.surname) and a.surname != b.surname:
        return DIFFERENT  # Henry VII and Henry VIII
    if not a.given or not b.given:
        return _compare_single(a, b)
    return _compare_full(a, b) or _compare_turned(a, b) or _compare_longer(a, b) or DIFFERENT


def _is_numbered(surname: str) -> bool:
    """Whether the last word of a name is the number of a king or a pope."""
    return bool(_NUMERAL.fullmatch(surname))


_NUMERAL = re.compile(r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})")


def _compare_single(a: PersonName, b: PersonName) -> Comparison:
    """A name of one word fits whoever has that surname (or first name): unclear, at most."""
    inflects = a.inflects or b.inflects
    fits = any(
        agree_in_surname(x, y, inflects)
        for x in (a.words if not b.given else (a.surname,))
        for y in (b.words if not a.given else (b.surname,))
    )
    return UNCLEAR if fits else DIFFERENT


def _compare_full(a: PersonName, b: PersonName) -> Comparison | None:
    inflects = a.inflects or b.inflects
    surname = agree_in_surname(a.surname, b.surname, inflects)
    if surname is None:
        return None
    given = agree_in_given(a.given, b.given, inflects)
    if given is None:
        return DIFFERENT
    if a.junior != b.junior and len((a if a.junior else b).given) == 1:
        return DIFFERENT  # Donald Trump Jr; "Joseph R. Biden Jr" is only the formal style
    if given.name in ("initials", "short_first_name") and _is_weak(surname, a, b):
        return UNCLEAR
    if any(_may_be_woman(one, other, inflects) for one, other in ((a, b), (b, a))):
        return UNCLEAR
    return _say((surname, given))


def _may_be_woman(a: PersonName, b: PersonName, inflects: bool) -> bool:
    """Whether the first is as likely a woman's name as a case of the second, a man's."""
    return may_be_woman_of((a.given[0], a.surname), (b.given[0], b.surname), inflects)


def _is_weak(surname: Agreement, a: PersonName, b: PersonName) -> bool:
    """Whether two surnames are only alike: Jack Read and Ian Reed, Kofman and Coffman."""
    same_script = is_cyrillic(a.surname) == is_cyrillic(b.surname)
    return surname.name == "like_sound" or (surname.name == "same_sound" and same_script)


def _compare_turned(a: PersonName, b: PersonName) -> Comparison | None:
    """Surname first in one of them, as Chinese and Hungarian names are written."""
    if len(a.words) != 2 or len(b.words) != 2:
        return None
    inflects = a.inflects or b.inflects
    pairs = ((a.words[0], b.words[1]), (a.words[1], b.words[0]))
    if min(map(len, a.words)) < 2 or not all(agree_in_spelling(*p, inflects) for p in pairs):
        return None
    if all(fold_word(word) in given_names() for word in a.words):
        return UNCLEAR  # Paul Martin and Martin Paul may be two
    sentence = f"“{a.text}” and “{b.text}” have the same two words, in another order."
    return Comparison(Outcome.SAME, FAIR, (Signal("turned_round", FAIR, sentence),))


def _compare_longer(a: PersonName, b: PersonName) -> Comparison | None:
    """One has a second surname that the other leaves out (Pedro Sánchez Pérez-Castejón)."""
    short, long = sorted((a, b), key=lambda name: len(name.words))
    inflects = a.inflects or b.inflects
    if len(short.given) != 1 or len(long.words) < 3 or len(short.given[0]) < 2:
        return None
    if _is_numbered(long.surname) or all(map(_is_first_name, short.words)):
        return None  # John Paul II is no John Paul I, Martin Luther King no Martin Luther
    first = agree_in_spelling(short.given[0], long.given[0], inflects)
    last = any(agree_in_spelling(short.surname, w, inflects) for w in long.given[1:2])
    if not first or not last:
        return None
    sentence = f"“{long.text}” has both words of “{short.text}”."
    return Comparison(Outcome.SAME, FAIR, (Signal("second_surname", FAIR, sentence),))


def _is_first_name(word: str) -> bool:
    return fold_word(word) in given_names()


def _say(agreements: tuple[Agreement, ...]) -> Comparison:
    signals = tuple(Signal(each.name, each.score, each.said) for each in agreements)
    return Comparison(Outcome.SAME, min(each.score for each in agreements), signals)


def share_surname(left: str, right: str) -> bool:
    """Whether the last words of two persons' names can be one surname."""
    a, b = read_person(left), read_person(right)
    if a is None or b is None:
        return False
    return agree_in_surname(a.surname, b.surname, a.inflects or b.inflects) is not None
