"""Four figures that count something and name no year: "for 2100 euros", "на 2100 гривень"."""

import re
from collections.abc import Callable

from secondsource.reading.forecasts.due_dates import Day, When

Reader = Callable[[re.Match[str], Day | None], When | None]

_MEASURE = (
    r"(?:euros?\b|dollar|dólar|dolar|pound|libra|livres?\b|rouble|ruble|rubel|rublo|złot|pesos?\b|"
    r"francs?\b|frank(?:en|ów|i|a)?\b|yuan|yen\b|shekel|lira|kron|crowns?\b|hryvn|griw|рубл|"
    r"гривен|гривн|(?:евро|євро)\b|доллар|долар|тенге|крон\b|km\b|kilom|kg\b|kilos?\b|kilogr|"
    r"mètre|met(?:er|re)s?\b|metros\b|miles?\b(?! de\b)|millas?\b|hect|hekt|tonn|tonel|tons?\b|"
    r"lit(?:er|re|ro)s?\b|litr(?:ów|y|a)?\b|barrel|acres?\b|degrees?\b|grad(?:os?)?\b|percent|"
    r"per cent|prozent|pour cent|por ciento|proc(?:ent\w*)?\b|процент|відсот|километр|кілометр|"
    r"метр(?:ов|ів|а|и|ы)?\b|тонн|гектар|градус|mw\b|m[eé]gawat|мегават|"
    r"(?:кг|км|руб|грн|zł|usd|eur|m|t|м|т)\b)"
)
_AMOUNT = re.compile(rf"-?[ \xa0]?(?:[%‰€$£₴₽°²]|{_MEASURE})|[.,]\d|-[a-zа-яіїєґ]", re.IGNORECASE)
"""What may follow a number and makes it none of a year, wherever it stands."""
_COUNTED = re.compile(
    r"[ \xa0](?:people|person|(?:wo)?men\b|child|jobs?\b|homes?\b|houses?\b|troops|soldier|"
    r"votes?\b|cases?\b|mensch|stellen?\b|soldat|einwohner|mitarbeit|habitant|emplo|muert|morts?\b|"
    r"osób|osob|ludzi|żołn|miejsc|осіб|людей|людин|человек|военн|солдат|бойц)\w*"
    r"(?! (?:will|would|are|were|can|could|may|might|must|should|shall)\b)",
    re.IGNORECASE,
)
"""What is counted, unless it goes on as a sentence: "by 2030 people will live longer"."""
_PLURAL = re.compile(
    r"[ \xa0](?!(?:is|was|has|as|its|his|this|plus|always|unless|perhaps|besides|across|thus|"
    r"towards|less|does|us|las|los|les|des|dès|ces|ses|nos|vos|mes|tes|más|muchos|muchas|dans|sans|mais|sous|"
    r"vers|pas|alors|depuis|après|sus|tras|pues|entonces|además|nous|vous|ils|elles|todos|todas|esos|"
    r"esas|estos|estas|otros|otras|toutes|tous|leurs|[a-zà-ÿ]*mos)\b)[a-zà-ÿ]{2,}s\b"
)
"""A noun of the plural, in English, French and Spanish; words that only end alike are left out."""
_ANY_WORD = re.compile(
    r"[ \xa0](?!(?:i|a|oraz|lub|albo|do|ale|та|і|й|або|чи|до|але)\b)[a-zà-ÿąćęłńóśźżа-яіїєґ]{2,}"
)
_NOUNS = {"en": _PLURAL, "fr": _PLURAL, "es": _PLURAL, "pl": _ANY_WORD, "uk": _ANY_WORD}
"""What may be a counted noun: one of the plural; in Polish and Ukrainian any word but "roku"."""
_NEAR = 2070
"""From here on a number before such a noun is no year. Chosen by hand: few name later years."""
_LEADS = re.compile(
    r"(?:^|[,;:–—(\"“”«»„‘…]|(?:^|\W)(?:that|and|but|or|said|says?|if|because|que|et|mais|y|pero|"
    r"dass|und|że|i|ale|що|і|але|та|что|и|но))\s*$",
    re.IGNORECASE,
)
_LONGEST_LEAD = 9


def skip_amounts(read: Reader, language: str) -> Reader:
    """The given reader of a match that ends in a year, which takes no amount for one."""
    nouns = _NOUNS.get(language)

    def read_year_only(match: re.Match[str], today: Day | None) -> When | None:
        text, end = match.string, match.end()
        if not text[end - 1 : end].isdigit():
            return read(match, today)
        if _AMOUNT.match(text, end) or (not begins_clause(match) and _is_counted(match, nouns)):
            return None
        return read(match, today)

    return read_year_only


def begins_clause(match: re.Match[str]) -> bool:
    """Whether a match stands first in its sentence or clause: "By 2030 prices will double"."""
    before = match.string[max(0, match.start() - _LONGEST_LEAD) : match.start()]
    return bool(_LEADS.search(before))


def _is_counted(match: re.Match[str], nouns: re.Pattern[str] | None) -> bool:
    text, end = match.string, match.end()
    if _COUNTED.match(text, end):
        return True
    return int(text[end - 4 : end]) >= _NEAR and bool(nouns and nouns.match(text, end))
