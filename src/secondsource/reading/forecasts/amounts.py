"""Four figures that count something and name no year: "for 2100 euros", "на 2100 гривень"."""

import re
from collections.abc import Callable

from secondsource.reading.forecasts.due_dates import Day, When

Reader = Callable[[re.Match[str], Day | None], When | None]

_UNIT = (
    r"(?:euro|dollar|dólar|dolar|pound|libra|livre|rouble|ruble|rubel|rublo|złot|peso|fran[ck]|yuan|"
    r"yen\b|shekel|lira|kron|crown|hryvn|griw|рубл|гривен|гривн|евро|євро|доллар|долар|тенге|крон|"
    r"people|person|(?:wo)?men\b|child|jobs?\b|homes?\b|houses?\b|troops|soldier|votes?\b|cases?\b|"
    r"mensch|stelle|soldat|einwohner|mitarbeit|habitant|emplo|empleo|muert|morts?\b|osób|osob|ludzi|"
    r"żołn|miejsc|осіб|людей|людин|человек|военн|солдат|бойц|km\b|kilom|kg\b|kilo|mètre|meter|metre|"
    r"metro|miles?\b|milla|hect|hekt|tonn|tonel|tons?\b|litr|liter|barrel|acre|degree|grad[ios]*\b|"
    r"percent|per cent|prozent|pour cent|por ciento|proc(?:ent\w*)?\b|процент|відсот|километр|"
    r"кілометр|метр|тонн|гектар|градус|mw\b|m[eé]gawat|мегават|(?:кг|км|руб|грн|zł|usd|eur|m|t|м|т)\b)"
)
_AMOUNT = re.compile(rf"-?[ \xa0]?(?:[%‰€$£₴₽°²]|{_UNIT})|[.,]\d|-[a-zа-яіїєґ]", re.IGNORECASE)
"""What may follow a number and makes it none of a year, in any language."""
_PLURAL = re.compile(
    r"[ \xa0](?!(?:is|was|has|as|its|his|this|plus|always|unless|perhaps|besides|across|thus|"
    r"towards|less|does|us|las|los|les|des|dès|ces|ses|nos|vos|mes|tes|más|muchos|muchas|dans|sans|mais|sous|"
    r"vers|pas|alors|depuis|après|sus|tras|pues|entonces|además|nous|vous|ils|elles|todos|todas|esos|"
    r"esas|estos|estas|otros|otras|toutes|tous|leurs|[a-zà-ÿ]*mos)\b)[a-zà-ÿ]{2,}s\b"
)
"""A noun of the plural, in English, French and Spanish; words that only end alike are left out."""
_NO_YEAR_WORD = re.compile(
    r"[ \xa0](?!(?:i|a|oraz|lub|albo|do|ale|та|і|й|або|чи|до|але)\b)[a-zà-ÿąćęłńóśźżа-яіїєґ]{2,}"
)
"""Any word but a conjunction: Polish and Ukrainian put "roku", "року" after a year."""
_NOUNS = {"en": _PLURAL, "fr": _PLURAL, "es": _PLURAL, "pl": _NO_YEAR_WORD, "uk": _NO_YEAR_WORD}


def skip_amounts(read: Reader, language: str) -> Reader:
    """The given reader of a match that ends in a year, which takes no amount for one."""
    nouns = _NOUNS.get(language)

    def read_year_only(match: re.Match[str], today: Day | None) -> When | None:
        text, end = match.string, match.end()
        if text[end - 1 : end].isdigit() and (
            _AMOUNT.match(text, end) or (nouns and nouns.match(text, end))
        ):
            return None
        return read(match, today)

    return read_year_only
