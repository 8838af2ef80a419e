"""Lengths, weights and the like in units that a paper may have converted: 12 feet, 3.7 metres."""

import re

_AGREE = 0.12  # of the larger; papers round when they convert; set by hand
_UNITS = {
    "length": {
        "inch inches": 0.0254,
        "ft foot feet фут фута футов футів": 0.3048,
        "yd yard yards": 0.9144,
        "mi mile miles meile meilen milla millas миля мили миль": 1609.34,
        "mm millimetre millimetres millimeter millimeters millimetern millimètre millimètres "
        "milímetro milímetros мм миллиметр миллиметра миллиметров міліметр міліметра міліметрів "
        "milimetr milimetry milimetrów": 0.001,
        "cm centimetre centimetres centimeter centimeters zentimeter zentimetern centimètre "
        "centimètres centímetro centímetros см сантиметр сантиметра сантиметров сантиметри "
        "сантиметрів centymetr centymetry centymetrów": 0.01,
        "m metre metres meter meters metern mètre mètres metros м метр метра метры метров метри "
        "метрів metr metry metrów": 1.0,
        "km kilometre kilometres kilometer kilometers kilometern kilomètre kilomètres kilómetro "
        "kilómetros км километр километра километры километров кілометр кілометра кілометри "
        "кілометрів kilometr kilometry kilometrów": 1000.0,
    },
    "weight": {
        "oz ounce ounces": 0.02835,
        "lb lbs pound pounds": 0.4536,
        "st stone": 6.35,
        "kg kilo kilos kilogram kilograms kilogramm kilogrammes kilogramos kilogramów кг килограмм "
        "килограмма килограммов кілограм кілограма кілограмів": 1.0,
    },
    "speed": {"mph": 1.609, "kph kmh km/h км/ч км/год": 1.0},
    "area": {
        "acre acres": 0.4047,
        "hectare hectares hektar hectárea hectáreas гектар гектара гектары гектаров гектари "
        "гектарів hektary hektarów": 1.0,
    },
}
_FACTORS = {
    name: (kind, factor)
    for kind, units in _UNITS.items()
    for names, factor in units.items()
    for name in names.split()
}
_CURRENCIES = {
    "$": r"(?:us\s+)?dollars?|usd|доллар\w*|долар\w*|dólar(?:es)?|dolar\w*",
    "€": r"euros?|eur|евро|євро",
    "£": r"pounds?(?:\s+sterling)?|gbp|фунт\w*|pfund|livres?\s+sterling|libras?|funt\w*",
    "¥": r"yen|yuan|renminbi|иен\w*|юан\w*|ієн\w*|jen\w*|juan\w*",
    "₽": r"rou?bles?|rubles?|rub|рубл\w*|rubel|rublos?|rubl\w*",
    "₴": r"hryvn\w+|uah|гривен|гривн\w*|гривень|hrywien|hrywn\w*",
    "₹": r"rupees?|рупи\w+|рупі\w+|rupi\w+|roupies?",
    "zł": r"zlotys?|złot\w+|zł|pln|злот\w+",
    "fr": r"francs?|franken|франк\w*|francos?|frank\w*|chf",
}
_SIGNS = tuple(_CURRENCIES)
_CURRENCY = re.compile(
    "|".join(f"({names})" for names in _CURRENCIES.values()).join(
        (r"[\s-]+(?:de\s+|d['’])?(?:", r")(?!\w)")
    )
)
_DEGREES = re.compile(
    r"(?:\s?[°º]\s?|\s|[\s-]degrees?\s)(?:(?P<f>f|fahrenheit)|(?P<c>c|celsius))(?!\w)"
)
_ONE_DEGREE = 1.0  # Celsius
_UNIT = re.compile(rf"[\s-]?({'|'.join(sorted(_FACTORS, key=len, reverse=True))})(?!\w)")
Measure = tuple[str, str, float]
"""What is measured, in which unit, and the value in the first unit of the metric system."""


def read_measure(lower: str, end: int, value: float) -> Measure | None:
    """The measure that a number gives with the unit right after it, in a text of small letters."""
    if degrees := _DEGREES.match(lower, end):
        celsius = (value - 32) / 1.8 if degrees["f"] else value
        return "temperature", degrees.lastgroup or "", celsius
    match = _UNIT.match(lower, end)
    if match is None:
        return None
    kind, factor = _FACTORS[match[1]]
    return kind, match[1], value * factor


def read_currency(lower: str, end: int) -> str:
    """The sign of the currency whose word follows a number, empty if none does."""
    match = _CURRENCY.match(lower, end)
    return _SIGNS[(match.lastindex or 1) - 1] if match else ""


def is_currency(word: str) -> bool:
    """Whether a word in small letters is the name of a currency: Euro, Dollar."""
    return _CURRENCY.fullmatch(f" {word}") is not None


def is_converted(left: Measure | None, right: Measure | None) -> bool:
    """Whether two measures are one in two units, as nearly as papers convert."""
    if left is None or right is None or left[:1] != right[:1] or left[1] == right[1]:
        return False
    if left[0] == "temperature":
        return abs(left[2] - right[2]) <= _ONE_DEGREE
    return abs(left[2] - right[2]) <= _AGREE * max(left[2], right[2])
