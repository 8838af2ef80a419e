"""Russian words back in the nominative, by their endings.

No dictionary of the language is used: the ending, the gender and the case that the tagger gives
leave one form or a few; names that are known decide among these.
"""

from collections.abc import Container

from secondsource.reading.attribution.russian.parse import TokenRu, fold_yo

_VOWELS = "аеёиоуыэюя"
_HUSHING = "гкхжчшщ"
_IRREGULAR = {"павл": "павел", "льв": "лев", "петр": "пётр", "кремл": "кремль"}
_MASCULINE = {
    "ого": ("ый", "ий", "ой"),
    "его": ("ий", "ый"),
    "ому": ("ый", "ий", "ой"),
    "ему": ("ий", "ый"),
    "ым": ("", "ый", "ой"),
    "им": ("", "ий"),
    "ом": ("", "ый", "ой", "о"),
    "ой": ("а",),
    "ем": ("", "й", "ь"),
    "ём": ("ь", "й"),
    "ей": ("я", "а"),
    "ии": ("ий",),
    "а": ("",),
    "я": ("й", "ь"),
    "у": ("", "а"),
    "ю": ("й", "ь", "я"),
    "ы": ("а",),
    "и": ("я", "а"),
    "е": ("", "й", "ь", "а", "я"),
}
_FEMININE = {
    "овой": ("ова",),
    "евой": ("ева",),
    "иной": ("ина",),
    "ыной": ("ына",),
    "ской": ("ская",),
    "цкой": ("цкая",),
    "ией": ("ия",),
    "ии": ("ия",),
    "ию": ("ия",),
    "ую": ("ая",),
    "ой": ("а", "ая"),
    "ей": ("я", "а", "ая"),
    "ью": ("ь",),
    "у": ("а",),
    "ю": ("я",),
    "ы": ("а",),
    "и": ("я", "а", "ь"),
    "е": ("а", "я"),
}
_NEUTER = {
    "ого": ("ое",),
    "его": ("ее",),
    "ому": ("ое",),
    "ым": ("ое",),
    "им": ("ее",),
    "ии": ("ие",),
    "ию": ("ие",),
    "ия": ("ие",),
    "ом": ("о",),
    "ем": ("е",),
    "а": ("о",),
    "я": ("е",),
    "у": ("о",),
    "ю": ("е",),
    "е": ("о", "е"),
}
_ENDINGS = {"Masc": _MASCULINE, "Fem": _FEMININE, "Neut": _NEUTER}


def find_nominatives(token: TokenRu) -> tuple[str, ...]:
    """The forms that a word can have as a subject, the likeliest first; never none."""
    if token.case in ("", "Nom") or token.number == "Plur" or token.text.isupper():
        return (token.text,)
    table = _ENDINGS.get(token.gender, _MASCULINE)
    for length in (4, 3, 2, 1):
        ending = token.text[-length:].lower()
        if ending in table and len(token.text) > length + 1:
            stem = token.text[:-length]
            forms = [_join(stem, new) for new in table[ending] if _may_end(stem, ending, new)]
            return tuple(dict.fromkeys(forms)) or (token.text,)
    return (token.text,)


def to_nominative(token: TokenRu, known: Container[str]) -> str:
    """The form of a word as a subject; of several possible the first that is known.

    Args:
        token: The word, in any case.
        known: Names in the nominative, in small letters, ё as е.
    """
    forms = find_nominatives(token)
    return next((form for form in forms if fold_yo(form) in known), forms[0])


def _join(stem: str, ending: str) -> str:
    form = _IRREGULAR.get((stem + ending).lower())
    return form.capitalize() if form else stem + ending


def _may_end(stem: str, old: str, ending: str) -> bool:
    """Whether Russian spells this ending after this stem."""
    last = stem[-1].lower()
    if ending == "" and old in ("ем", "ём"):
        return last in "жчшщц"
    if ending == "й":
        return last in _VOWELS
    if ending in ("ь", ""):
        return last not in _VOWELS
    if ending == "я":
        return last not in _HUSHING and not (old == "и" and last == "т")
    if ending == "а":
        return last not in _VOWELS and not (old == "и" and last == "т")
    return not (ending == "ый" and last in _HUSHING)
