"""Slavic names across their cases, without a dictionary: which first cases a form may have.

"Путину" may be of "Путин" or of "Путина". Two forms can be one name when they have a first case in
common. Russian, Ukrainian, Belarusian and Polish; the endings are those of the school grammars.
"""

from functools import lru_cache

from secondsource.names.sounds import fold_word, is_cyrillic

_CYRILLIC = """
а: |о|й
я:й|ь|ия
у: |а|о
ю:й|ь|я
ом: |о
ем: |й|ь
ём: |й|ь
єм:й|ь
ем:ец
е: |а|о
і: |а|я|ь
ї:я|й
и:а|я|ь|
ы:а|
ой:а|ая
ою:а|ая
ей:а|я|яя
ею:а|я
єю:я
ії:ія
ії:ія
ии:ия
ию:ия
ией:ия
ову:ова
ової:ова
овій:ова
ову:ов
ові:
еві:ь|й|
єві:й
ым: |ый|ой
им: |ий|ый|ій|ой
ому:ий|ый|ой|ій
ему:ий|ый
ого:ий|ый|ой|ій
его:ий|ый
ом:ий|ый|ой
ій:а|ий
ої:а
ую:ая
юю:яя
ої:ая
ых: |ые
ими: |и
ами: |ы
ов: |
иса:ис
"""
_POLISH = """
a:
owi:|o
em:
iem:
ie:|a
u:
iego:i
iemu:i
im:i
ego:y
emu:y
ym:y
y:a
i:a|ia
ę:a
ą:a
iej:ia|a
ej:a
o:a
ów:
"""
_SHORTEST = 2


def _read(table: str) -> dict[str, tuple[str, ...]]:
    endings: dict[str, tuple[str, ...]] = {}
    for line in table.strip().splitlines():
        ending, _, firsts = line.partition(":")
        parts = tuple(first.strip() for first in firsts.split("|"))
        endings[ending] = tuple(dict.fromkeys((*endings.get(ending, ()), *parts)))
    return endings


_ENDINGS = {True: _read(_CYRILLIC), False: _read(_POLISH)}
_VOWELS = frozenset("аеиоуыэюяёіїє" + "aeiouyąęó")


@lru_cache(maxsize=131_072)
def first_cases(word: str, inflects: bool) -> frozenset[str]:
    """The forms that a word, small and without accents, may be a case of; itself always.

    Args:
        word: one word of a name.
        inflects: whether a word in Latin letters may have cases: Polish text; Cyrillic always may.
    """
    plain = fold_word(word)
    cyrillic = is_cyrillic(plain)
    if not cyrillic and not inflects:
        return frozenset((plain,))
    endings = _ENDINGS[cyrillic]
    found = {plain}
    for size in range(1, 5):
        stem, ending = plain[:-size], plain[-size:]
        if len(stem) < _SHORTEST or ending not in endings:
            continue
        for first in endings[ending]:
            found.add(stem + first)
            if not first:
                found.update(_with_fleeting_vowel(stem, cyrillic))
    return frozenset(found)


def _with_fleeting_vowel(stem: str, cyrillic: bool) -> tuple[str, ...]:
    """ "Павл" is of "Павел": the vowel before the last consonant goes in the other cases."""
    if len(stem) < 3 or stem[-1] in _VOWELS or stem[-2] in _VOWELS:
        return ()
    return tuple(stem[:-1] + vowel + stem[-1] for vowel in ("ео" if cyrillic else "e"))
