"""Credit lines: a label, and after it nothing but names, outlets and dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.article import Credit, Role, Span
from secondsource.collect.credits.agencies import find_agencies
from secondsource.collect.credits.names import (
    DOMAIN,
    NAME_GAP,
    is_personal_name,
    is_whole_outlet,
    trim,
)
from secondsource.collect.credits.patterns import (
    FIGURES_AND_PICTURES,
    LABELS,
    MEANS,
    OUTLET_WORDS,
    OWN_WORK,
    POSITION,
    UNNAMED_TRANSLATION,
)
from secondsource.collect.credits.rows import Label
from secondsource.collect.dates import FoundDate, find_date
from secondsource.collect.layout import Line

_OPENING = r"[\s(\[*_–—-]*"
_LABEL_STARTS = tuple(
    re.compile(rf"{_OPENING}(?i:{label.words})" + (r"\s*[:：]\s*" if label.colon else r"\s*:?\s+"))
    for label in LABELS
)
_ANY_LABEL = re.compile(
    _OPENING + "(?i:" + "|".join(f"(?:{label.words})" for label in LABELS) + r")(?:\s|[:：])"
)
_MAX_POSITION_WORDS = 4
_PART_BREAK = re.compile(r"\s+[-–—]+\s+|\s+(?i:via)\s+")
_PLACE_OR_USE = re.compile(r",?\s+(?:in|from|for|special to|в|из|для)\s+[^\W\d_a-z][^,]*$")
_AROUND_DATE = re.compile(r"[\s,.(]*(?:(?i:on|published|updated|posted):?\s*)?$")


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A credit, and the line or sentence that is nothing but credit (None: it is more)."""

    credit: Credit
    words: Span | None


@dataclass(frozen=True, slots=True)
class Named:
    """One name in a credit line and the role it has there; None: named, but not credited."""

    span: Span
    role: Role | None


def read_label_line(unit: Line) -> list[CreditLine]:
    """The credits in a line such as "Translation: A & B – Outlet – 18/02/2019".

    Empty when the line has no label, or when anything in it is not a name, outlet or date.
    """
    if _ANY_LABEL.match(unit.text) is None:
        return []
    for label, pattern in zip(LABELS, _LABEL_STARTS, strict=True):
        if (start := pattern.match(unit.text)) and (found := _read_value(unit, start.end(), label)):
            return found
    if unnamed := UNNAMED_TRANSLATION.match(unit.text):
        span = trim(unit.text, *unnamed.span())
        credit = Credit(Role.OTHER, span.of(unit.text), span=span.shift(unit.start))
        return [CreditLine(credit, unit.span)]
    return []


def _read_value(unit: Line, start: int, label: Label) -> list[CreditLine]:
    dated = find_date(unit.text[start:])
    names: list[Named] = []
    for number, part in enumerate(_parts(unit.text, start, dated)):
        read = _read_part(unit.text, part, label, first=number == 0)
        if read is None:
            return []
        names.extend(read)
    date = dated.iso if dated else None
    return [
        CreditLine(
            Credit(
                named.role,
                named.span.of(unit.text),
                url=_address(unit.text, named.span),
                date=date,
                span=named.span.shift(unit.start),
            ),
            unit.span,
        )
        for named in names
        if named.role is not None
    ]


def _parts(text: str, start: int, dated: FoundDate | None) -> Iterator[Span]:
    """The parts between dashes, without the date."""
    stop = len(text)
    if dated is not None and dated.span.end + start >= len(text.rstrip(" .)]")):
        stop = start + dated.span.start
        stop -= len(text[start:stop]) - len(_AROUND_DATE.sub("", text[start:stop]))
    position = start
    for gap in _PART_BREAK.finditer(text, start, stop):
        yield trim(text, position, gap.start())
        position = gap.end()
    last = trim(text, position, stop)
    if len(last) and not set(last.of(text)) <= set("-–— "):
        yield last


def _read_part(text: str, part: Span, label: Label, *, first: bool) -> list[Named] | None:
    """The names in one part; None when it holds something else."""
    words = part.of(text)
    if agencies := find_agencies(text, part):
        return [Named(agency, Role.WIRE) for agency in agencies]
    if words.split()[0].lower().strip(",.") in MEANS:
        return None
    if FIGURES_AND_PICTURES.search(words) or OWN_WORK.match(words):
        return None
    if label.outlet is Role.WIRE:
        return None
    # After a dash stands an outlet; before it, persons where the label promises them.
    if not first or label.person is None or _tells_outlet(words):
        outlet = is_whole_outlet(text, part, loose=label.colon)
        return [Named(outlet, label.outlet)] if outlet else None
    return _read_people(text, part, label)


def _tells_outlet(words: str) -> bool:
    return DOMAIN.match(words) is not None or (
        any(word.lower().strip(".,") in OUTLET_WORDS for word in words.split()[-3:])
        and not NAME_GAP.search(words)
    )


def _read_people(text: str, part: Span, label: Label) -> list[Named] | None:
    cut = _PLACE_OR_USE.search(text, part.start, part.end)
    end = cut.start() if cut else part.end
    names: list[Named] = []
    for piece in _pieces(text, part.start, end):
        if agencies := find_agencies(text, piece):
            names += (Named(agency, Role.WIRE) for agency in agencies)
            continue
        shouted = not names or names[0].span.of(text).isupper()
        named = _read_piece(text, piece, label, shouted=shouted)
        if named is None:
            return None
        names.append(named)
    return names or None


def _read_piece(text: str, piece: Span, label: Label, *, shouted: bool) -> Named | None:
    """One piece between commas: a person, an outlet, or what somebody is."""
    words = piece.of(text)
    if POSITION.search(words) and len(words.split()) <= _MAX_POSITION_WORDS:
        return Named(piece, None)
    one_word = 1 if label.colon and label.person is Role.TRANSLATOR else 2
    if is_personal_name(words, one_word) and (shouted or not words.isupper()):
        return Named(piece, label.person)
    outlet = is_whole_outlet(text, piece, loose=False)
    known = outlet is not None and (words.isupper() or _tells_outlet(words))
    return Named(piece, label.outlet) if known else None


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    for gap in NAME_GAP.finditer(text, start, end):
        if gap.start() > start:
            yield trim(text, start, gap.start())
        start = gap.end()
    if end > start:
        yield trim(text, start, end)


def _address(text: str, name: Span) -> str | None:
    """The whole address when the name is the domain in one."""
    found = DOMAIN.search(text, max(0, name.start - 12))
    written = found.group() if found and found.span(1) == (name.start, name.end) else ""
    return written.rstrip(".,)") if written.lower().startswith("http") else None
