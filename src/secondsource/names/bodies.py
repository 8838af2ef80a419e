"""Whether two names are of one body: a ministry, a company, an agency, a country."""

import re
from functools import lru_cache

from secondsource.article import Signal
from secondsource.names.agree import CERTAIN, FAIR, SAME_SPELLING, SURE, measure_words
from secondsource.names.cases import first_cases
from secondsource.names.name import BodyName
from secondsource.names.outcome import DIFFERENT, UNCLEAR, Comparison, Outcome
from secondsource.names.sounds import fold_word, is_cyrillic


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
    return DIFFERENT


def _same_known(a: BodyName, b: BodyName) -> Comparison | None:
    if a.known is None or b.known is None:
        return None
    if a.known != b.known:
        return DIFFERENT
    sentence = f"“{a.text}” and “{b.text}” are known names of {a.known}."
    return Comparison(Outcome.SAME, SURE, (Signal("known_body", SURE, sentence),))


def _same_words(a: BodyName, b: BodyName) -> Comparison | None:
    if len(a.words) != len(b.words):
        return None
    if a.words == b.words:
        sentence = f"“{a.text}” and “{b.text}” have the same words."
        return Comparison(Outcome.SAME, CERTAIN, (Signal("same_spelling", CERTAIN, sentence),))
    if a.acronym and b.acronym:
        return None
    in_order = all(map(_same_body_word, a.words, b.words))
    if in_order or (_may_be_turned(a, b) and _pairs_agree(a.words, b.words)):
        sentence = f"“{a.text}” and “{b.text}” have the same words, in another form or order."
        return Comparison(Outcome.SAME, 0.9, (Signal("same_words", 0.9, sentence),))
    return None


_TURNING = re.compile(r"\s(?:of|for|de|du|des|del|d['’]\w+)\s")
_HEADS = "ministry department bureau office committee commission secretary government parliament"
_TURNED = frozenset(_HEADS.split())


def _may_be_turned(a: BodyName, b: BodyName) -> bool:
    """Whether "X of Y" is "Y X": of ministries and the like, not of universities or centres."""
    turning = bool(_TURNING.search(a.text) or _TURNING.search(b.text))
    return turning and bool(_TURNED & {*a.words})


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
        return len(x) > 3 and measure_words(x, y, False) >= SAME_SPELLING
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
    return Comparison(Outcome.SAME, FAIR, (Signal("acronym", FAIR, sentence),))


def spells_acronym(letters: str, name: BodyName) -> bool:
    """Whether some letters are the first ones of a body's words, small words left out or not."""
    every = [w for w in _fold_body_words(name.text) if w]
    spelt = {"".join(w[0] for w in words) for words in (name.words, every) if len(words) > 1}
    return fold_word(letters) in spelt


def _fold_body_words(text: str) -> list[str]:
    """The folded words of a body's name, small ones included but for a leading article."""
    words = [fold_word(word) for word in text.replace("-", " ").split()]
    return words[1:] if words[:1] == ["the"] else words


def _same_telling(a: BodyName, b: BodyName) -> Comparison | None:
    """One has all the words of the other and more: perhaps the same, perhaps its parent."""
    few, many = sorted((set(a.words), set(b.words)), key=len)
    holds = all(any(_same_body_word(word, w) for w in many) for word in few)
    if few and len(few) < len(many) and holds:
        return UNCLEAR
    return None
