"""From the words of a claim to those by which it may be found in another language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from secondsource.evidence.query.terms import fold
from secondsource.names.sounds import is_cyrillic, to_latin

LETTER_SHARE = 0.5
"""What a word in other letters counts, against 1 for the word itself: names stand so in texts.

Chosen, as all numbers here, on the development half of `evals.retrieval`.
"""
FORM_SHARE = 0.7
"""What another form of a word counts, where a language has no stemmer."""

_SPELT = (
    ("shch", "щ"), ("sch", "ш"), ("tsch", "ч"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"),
    ("ts", "ц"), ("ya", "я"), ("yu", "ю"), ("yo", "ё"), ("ye", "е"), ("ph", "ф"), ("th", "т"),
    ("ck", "к"), ("oo", "у"), ("ee", "и"), ("ou", "у"), ("qu", "кв"), ("x", "кс"),
    ("a", "а"), ("b", "б"), ("c", "к"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"),
    ("i", "и"), ("j", "дж"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"),
    ("q", "к"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("v", "в"), ("w", "у"), ("y", "й"),
    ("z", "з"),
)  # fmt: skip
_GROUPS = re.compile("|".join(letters for letters, _ in _SPELT))
_LETTERS = dict(_SPELT)


@dataclass(frozen=True, slots=True)
class Concept:
    """One word of a claim: its weight, and the words by which it may be found, with their shares.

    A share is what a spelling counts of the weight (0..1).
    """

    weight: float
    spellings: Mapping[str, float]

    def add_forms(self, forms: Mapping[str, tuple[str, ...]]) -> "Concept":
        """The same with further forms of its words."""
        further = {
            form: share * FORM_SHARE
            for word, share in self.spellings.items()
            for form in forms.get(word, ())
        }
        return replace(self, spellings=further | dict(self.spellings))


def spell_abroad(
    query: Mapping[str, float],
    near: Mapping[str, tuple[tuple[str, float], ...]],
    *,
    cyrillic: bool,
) -> tuple[Concept, ...]:
    """The words to look for in another language, for each word of a claim.

    Args:
        query: the words in the claim's language, in small letters, with their weights.
        near: for these words others of like meaning, with their likeness (0..1).
        cyrillic: whether the other language is written in Cyrillic letters.
    """
    concepts = []
    for word, weight in query.items():
        own = 1.0 if word[0].isdigit() or is_cyrillic(word) == cyrillic else LETTER_SHARE
        written = dict.fromkeys(respell(word, cyrillic=cyrillic), own)
        concepts.append(Concept(weight, written | dict(near.get(word, ()))))
    return tuple(concepts)


def respell(word: str, *, cyrillic: bool) -> list[str]:
    """A word as it may be written in Cyrillic or in Latin letters, if it is a name."""
    if word[0].isdigit() or is_cyrillic(word) == cyrillic:
        return [word]
    if not cyrillic:
        return [to_latin(word)]
    plain = fold(word)
    return [_GROUPS.sub(lambda m: _LETTERS[m.group()], plain)]
