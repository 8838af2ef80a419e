"""Dates, moments, languages and lists as the reader's language writes them in a sentence."""

import re
from collections.abc import Sequence
from typing import Final

from secondsource.messages.catalogue import gettext as _
from secondsource.messages.local import name_language, name_month

_DAY: Final = r"\d{4}(?:-\d\d){0,2}"
_MOMENT = re.compile(rf"({_DAY})(?: at (\d\d:\d\d) \(([^()]+)\))?", re.ASCII)
_DATED_NAME = re.compile(rf"(.+ \()({_DAY})(?:T(\d\d:\d\d))?\)", re.ASCII | re.S)
_LANGUAGES = re.compile(r"[a-z]{2,3}(?:, [a-z]{2,3})*", re.ASCII)


def write_date(date: str) -> str:
    """An ISO date as a reader writes it, as precise as it is given: "18 February 2019".

    What is no such date is given back as it is.
    """
    parts = date[:10].split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3 or len(parts[0]) != 4:
        return date
    month = int(parts[1]) if len(parts) > 1 else 0
    if month > 12 or (len(parts) > 1 and not month):
        return date
    if not month:
        return parts[0]
    if len(parts) < 3:
        return _("%(month)s %(year)s", month=name_month(month, alone=True), year=parts[0])
    name = name_month(month)
    return _("%(day)s %(month)s %(year)s", day=int(parts[2]), month=name, year=parts[0])


def write_list(names: Sequence[str]) -> str:
    """Names joined as in a sentence: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s and %(last)s", first=", ".join(names[:-1]), last=names[-1])


def write_moment(moment: str) -> str:
    """A date of a stage's sentence, "2019-02-18" or "2019-02-18 at 23:30 (+03:00)", as a reader
    writes it; anything else as it is."""
    found = _MOMENT.fullmatch(moment)
    if not found:
        return moment
    day, time, zone = found.groups()
    if not time:
        return write_date(day)
    shown = {"local time": _("local time"), "Z": "UTC"}.get(zone, zone)
    return _("%(day)s at %(time)s (%(zone)s)", day=write_date(day), time=time, zone=shown)


def write_name(name: str) -> str:
    """A name with the date behind it that tells it from another of that name, "Post (2019-02-18)",
    its date as a reader writes it; any other name as it is."""
    found = _DATED_NAME.fullmatch(name)
    if not found:
        return name
    before, day, time = found.groups()
    return f"{before}{write_date(day)}{f', {time}' if time else ''})"


def write_languages(codes: str) -> str:
    """The names of languages given by their codes, "en, ru"; anything else as it is."""
    if not _LANGUAGES.fullmatch(codes):
        return codes
    return write_list([name_language(code) for code in codes.split(", ")])
