"""Lengths, weights and the like in units that a paper may have converted: 12 feet, 3.7 metres."""

import re

_AGREE = 0.12  # of the larger; papers round when they convert; set by hand
_UNITS = {
    "length": {
        "inch inches": 0.0254,
        "ft foot feet": 0.3048,
        "yd yard yards": 0.9144,
        "mi mile miles": 1609.34,
        "mm millimetre millimetres millimeter millimeters": 0.001,
        "cm centimetre centimetres centimeter centimeters": 0.01,
        "m metre metres meter meters": 1.0,
        "km kilometre kilometres kilometer kilometers": 1000.0,
    },
    "weight": {
        "oz ounce ounces": 0.02835,
        "lb lbs pound pounds": 0.4536,
        "st stone": 6.35,
        "kg kilo kilos kilogram kilograms": 1.0,
    },
    "speed": {"mph": 1.609, "kph kmh": 1.0},
    "area": {"acre acres": 0.4047, "hectare hectares": 1.0},
}
_FACTORS = {
    name: (kind, factor)
    for kind, units in _UNITS.items()
    for names, factor in units.items()
    for name in names.split()
}
_UNIT = re.compile(rf"[\s-]?({'|'.join(sorted(_FACTORS, key=len, reverse=True))})(?!\w)")
Measure = tuple[str, str, float]
"""What is measured, in which unit, and the value in the first unit of the metric system."""


def read_measure(lower: str, end: int, value: float) -> Measure | None:
    """The measure that a number gives with the unit right after it, in a text of small letters."""
    match = _UNIT.match(lower, end)
    if match is None:
        return None
    kind, factor = _FACTORS[match[1]]
    return kind, match[1], value * factor


def is_converted(left: Measure | None, right: Measure | None) -> bool:
    """Whether two measures are one in two units, as nearly as papers convert."""
    if left is None or right is None or left[:1] != right[:1] or left[1] == right[1]:
        return False
    return abs(left[2] - right[2]) <= _AGREE * max(left[2], right[2])
