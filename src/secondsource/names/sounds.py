"""How a written name may sound: what lets spellings by different schemes be compared.

One Russian name is Zhirinovsky in English, Schirinowski in German and Jirinovski in French. Each
group of letters is read as the set of sounds that it stands for in any of these schemes, and two
words are alike as far as their sets meet, sound by sound. The tables follow BGN/PCGN and ISO 9
(English), the Duden's transcription (German), and the usual French, Polish and Spanish ones; for
names that went into Russian or Ukrainian, the usual practical transcription.
"""

import re
import unicodedata
from functools import lru_cache
from typing import TypeAlias

Sound: TypeAlias = frozenset[str]
"""What some letters may stand for. Small vowels and consonants as usual; S is sh, Z is zh, C is ch,
T is ts, J is English j, x is kh, X is ks, Q is shch; j is the glide of "yes"."""

_CYRILLIC = """
а:a б:b в:v г:gh ґ:g д:d е:e ё:oe є:e ж:Z з:z и:i і:i ї:i й:ij к:k л:l м:m н:n о:o п:p р:r с:s т:t
у:u ф:f х:xh ц:T ч:C ш:S щ:Q ъ: ы:i ь: э:e ю:u я:a ў:uv қ:k ғ:g ң:n ө:o ү:u ұ:u һ:h ә:a ђ:J ћ:C
љ:l њ:n џ:J ј:ij ѓ:g ќ:k ѕ:z ѳ:f ѣ:e
дж:J дз:JzT кс:X цз:JzT
"""
_LATIN = """
schtsch:Q schtch:Q chtch:Q shch:Q szcz:Q chtsch:Q
tsch:C tch:C tsh:C cz:C sch:SQZ zh:Z kh:x ch:CSxk ck:k cc:kC sh:S sz:Ss rz:Zr drz:J dż:J dź:J
dj:J dsch:J
dzh:J dz:JzT ts:T tz:T tc:T ks:X kc:X ph:f th:tsf gh:g gn:n qu:k
a:a b:b c:ksT d:d e:e f:fv g:gJh h:hx i:i j:jiZJxh k:k l:l m:m n:n o:o p:p q:kC r:r s:sz t:t u:u
v:vf w:vu x:XsSx y:ij z:zTs
ł:l ø:o œ:o æ:a ß:s đ:d ð:d þ:t ı:i ə:e
å:oa ö:oe ä:ae ü:u ó:ou ç:sC š:S ś:S ş:S ș:S ć:C č:C ž:Z ż:Z ź:zZ ř:rZ ğ:gh ñ:n ń:n ţ:T ț:T
oo:uo ee:ie ea:ie ou:uo oe:oe ue:u ae:ae
"""
_GLIDES = frozenset("ёєїюя")
_USEFUL = 0.25
"""Cost for each sound beyond which two words are not likened further: their likeness is then 0.
Set by hand."""
_VOWELS = frozenset("aeiou")
_SOFT = frozenset("ij")
_LONGEST_WORD = 40
_MARKED = set("åöäüóçšśşșćčžżźřğñńţț")
_MANY = 16


def _read_table(text: str) -> dict[str, tuple[Sound, ...]]:
    table: dict[str, tuple[Sound, ...]] = {}
    for entry in text.split():
        letters, _, sounds = entry.partition(":")
        glide = (frozenset("j"),) if letters in _GLIDES else ()
        table[letters] = (*glide, frozenset(sounds)) if sounds else ()
    return table


_TABLE = _read_table(_CYRILLIC) | _read_table(_LATIN)
_GROUPS = re.compile("|".join(sorted(map(re.escape, _TABLE), key=len, reverse=True)))
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_DOUBLED = re.compile(r"([^\W\daeiouаеиоу_])\1+")
# Endings that schemes write in many ways: -sky, -skiy, -skij, -skyy; -off for -ov.
_CODAS = (
    (re.compile("(?<=[^aeiou])ii?[jy]$|[iy][iyj]$|ые$"), "y"),
    (re.compile("(?<=[иы])й$"), ""),
    (re.compile("(?<=[оеoe])ff$"), "v"),
)


def to_latin(name: str) -> str:
    """A Cyrillic name in plain Latin letters (after BGN/PCGN, without its marks)."""
    return "".join(_PLAIN.get(letter, letter) for letter in name.casefold())


_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўқғңөұүһә"
_SPELT = (
    "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e yu ya"
    " i i e g u k g n o u u h a"
)
_PLAIN = dict(zip(_LETTERS, _SPELT.replace("-", "").split(" "), strict=True))


@lru_cache(maxsize=262_144)
def fold_word(word: str) -> str:
    """A word as names are compared: small letters, no accents; ё is е, but й and ў stay."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    bare = "".join(
        c
        for c, before in zip(decomposed, " " + decomposed, strict=False)
        if not unicodedata.combining(c) or (c == _BREVE and before in "иу")
    )
    return unicodedata.normalize("NFC", bare).translate(_STROKES)


_BREVE = "\u0306"
_STROKES = str.maketrans("łøıđ", "loid")


def is_cyrillic(word: str) -> bool:
    """Whether a word is written in Cyrillic letters."""
    return _CYRILLIC_LETTER.search(word) is not None


@lru_cache(maxsize=131_072)
def read_sounds(word: str) -> tuple[Sound, ...]:
    """The sounds of a word in their order, each as the set of what its letters may stand for."""
    plain = _DOUBLED.sub(r"\1", _keep_marks(word[:_LONGEST_WORD]))
    for pattern, instead in _CODAS:
        plain = pattern.sub(instead, plain)
    found: list[Sound] = []
    for match in _GROUPS.finditer(plain):
        found.extend(_TABLE[match.group()])
    return tuple(found)


def _keep_marks(word: str) -> str:
    """Small letters without accents but those that change the sound."""
    folded = unicodedata.normalize("NFC", word.casefold().replace("ß", "s"))
    return "".join(c if c in _MARKED or c in "ёйїў" else fold_word(c) for c in folded)


@lru_cache(maxsize=262_144)
def measure_likeness(left: str, right: str) -> float:
    """How alike two words sound, 0..1; 1 when some pair of schemes spells one name both ways.

    An alignment of their sounds. What it costs to change or leave out a sound was set by hand on
    the development half of evals/people_pairs.tsv.
    """
    if right < left:
        return measure_likeness(right, left)
    a, b = read_sounds(left), read_sounds(right)
    if not a or not b:
        return float(fold_word(left) == fold_word(right))
    return max(0.0, 1 - _align(a, b) / max(len(a), len(b)))


def _align(a: tuple[Sound, ...], b: tuple[Sound, ...]) -> float:
    """The least cost of making one of the other; as much as all of it once it is past use."""
    allowed = _USEFUL * max(len(a), len(b))
    leaving = _costs_of_leaving(b)
    row = [0.0]
    for cost in leaving:
        row.append(row[-1] + cost)
    for one, left_out in zip(a, _costs_of_leaving(a), strict=True):
        last = row[0] + left_out
        fresh = [last]
        for k, other in enumerate(b):
            last = min(
                row[k] + _cost_of_change(one, other), row[k + 1] + left_out, last + leaving[k]
            )
            fresh.append(last)
        if min(fresh) > allowed:
            return float(max(len(a), len(b)))
        row = fresh
    return row[-1]


@lru_cache(maxsize=131_072)
def _costs_of_leaving(sounds: tuple[Sound, ...]) -> tuple[float, ...]:
    return tuple(
        _cost_of_leaving(sound, last=k == len(sounds) - 1) for k, sound in enumerate(sounds)
    )


_KIN = tuple(map(frozenset, ("SZCQJTsz", "td", "pbfv", "kgxhX", "vu", "rZ")))


@lru_cache(maxsize=8192)
def _cost_of_change(one: Sound, other: Sound) -> float:
    if one & other:
        return 0.0
    if one <= _VOWELS | _SOFT and other <= _VOWELS | _SOFT:
        return 0.35
    if any(one & kin and other & kin for kin in _KIN):
        return 0.6
    return 1.3


def _cost_of_leaving(sound: Sound, *, last: bool) -> float:
    if sound & _SOFT:
        return 0.15
    if "h" in sound:
        return 0.25
    if sound <= _VOWELS:
        return 0.15 if last and "e" in sound else 0.4
    return 1.0


_CLASSES = {
    **dict.fromkeys("SZCQJTszX", "S"),
    **dict.fromkeys("kgx", "K"),
    **dict.fromkeys("pb", "P"),
    **dict.fromkeys("fv", "F"),
    **dict.fromkeys("td", "D"),
    **{letter: letter.upper() for letter in "mnlr"},
}


@lru_cache(maxsize=131_072)
def make_keys(word: str) -> frozenset[str]:
    """The skeletons under which a word is looked up: its consonants by class, with no vowels.

    Several where letters stand for sounds of several classes, at most sixteen: two spellings of one
    name share one. A name without such consonants has its first letters as its key.
    """
    keys = {""}
    for sound in read_sounds(word):
        classes = {_CLASSES.get(s, "") for s in sound}
        grown = {key if key.endswith(c) and c else key + c for key in keys for c in classes}
        keys = grown if len(grown) <= _MANY else {key + max(classes) for key in keys}
    return frozenset(key or fold_word(word)[:2] for key in keys)


def list_first_classes(word: str) -> set[str]:
    """The classes that the first sound of a word may have; all vowels are one, with h."""
    return {_CLASSES.get(letter, "-") for sound in read_sounds(word)[:1] for letter in sound}
