"""The axis of a timeline: from minutes to centuries, broken where nothing happened for long.

Each part between two breaks has a scale of its own, and ticks that say so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log2
from typing import Final, NamedTuple, TypeAlias

from secondsource.messages import name_month, ngettext
from secondsource.report.moments import Moment, Precision, to_datetime, to_minutes

# All lengths in pixels of the picture; chosen by eye on pictures 360 and 940 pixels wide.
_BREAK: Final = 64.0  # the room of a break, with its words
_PAD: Final = 14.0  # between the end of a part and the first point in it
_TICK: Final = 62.0  # the least distance of two ticks
_LABEL: Final = 44.0  # the room that a tick's label needs
_LEGIBLE: Final = 70.0  # a break is made where all that it leaves would get less than this
_PART: Final = 110.0  # the least width of an axis for each of its parts
_HOUR, _DAY = 60, 24 * 60


class Tick(NamedTuple):
    """A point of the axis with its label; `context` (a day or a year) is empty where it is the
    same as that of the tick before."""

    x: float
    label: str
    context: str


class Break(NamedTuple):
    """A place where time is left out, and how much of it."""

    x: float
    words: str


class Part(NamedTuple):
    """A stretch of time drawn to one scale: minutes, and where they stand in the picture."""

    first: int
    last: int
    left: float
    right: float

    def place(self, minutes: float) -> float:
        """Where a point in time stands; points outside stand at the nearer end."""
        share = (minutes - self.first) / (self.last - self.first)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class Axis:
    """The whole axis, its parts in order of time."""

    parts: tuple[Part, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[Break, ...]

    def place(self, minutes: float) -> float:
        """Where a point in time stands in the picture."""
        reached = [part for part in self.parts if part.first <= minutes]
        return (reached[-1] if reached else self.parts[0]).place(minutes)


def make_axis(moments: Sequence[Moment], left: float, right: float) -> Axis:
    """The axis on which all these moments (at least one) can be told apart as far as possible.

    Args:
        moments: when the articles were published.
        left: where the axis begins.
        right: where it ends.
    """
    groups = _break_up(_join_overlaps(moments), right - left)
    parts = tuple(_make_parts(groups, left, right))
    ends = [*(part.left - _PAD for part in parts[1:]), right + _PAD]
    each = zip(parts, ends, groups, strict=True)
    timed = any(moment.precision is Precision.TIME for moment in moments)
    ticks = [tick for part, end, group in each for tick in _ticks(part, end, group[0], timed=timed)]
    return Axis(parts, _without_repeats(ticks), tuple(_breaks(groups, parts)))


def _without_repeats(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """The ticks, their contexts only where they change."""
    before = ("", *(tick.context for tick in ticks))
    return tuple(
        tick._replace(context="" if tick.context == last else tick.context)
        for tick, last in zip(ticks, before, strict=False)
    )


_Stretch: TypeAlias = tuple[int, int]
_Group: TypeAlias = Sequence[_Stretch]


def _join_overlaps(moments: Sequence[Moment]) -> list[_Stretch]:
    """The moments as stretches of time without overlaps, in order."""
    joined: list[_Stretch] = []
    for start, end in sorted({(moment.start, moment.end) for moment in moments}):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _break_up(stretches: Sequence[_Stretch], width: float) -> list[list[_Stretch]]:
    """The stretches in groups: between two groups time is left out."""
    gaps = {k: b[0] - a[1] for k, (a, b) in enumerate(pairwise(stretches))}
    length = stretches[-1][1] - stretches[0][0]
    allowed = int(width // _PART) - 1
    broken: set[int] = set()
    while more := _worth_breaking(gaps, length, width)[: allowed - len(broken)]:
        length -= sum(gaps.pop(k) for k in more)
        broken.update(more)
    groups: list[list[_Stretch]] = [[]]
    for k, stretch in enumerate(stretches):
        groups[-1].append(stretch)
        if k in broken:
            groups.append([])
    return groups


def _worth_breaking(gaps: Mapping[int, int], length: int, width: float) -> list[int]:
    """The fewest gaps without which what is left becomes legible; none where it is already.

    At least one gap stays, since a break between any two stretches shows nothing better.
    """
    ranked = sorted(gaps, key=lambda k: -gaps[k])
    rest = length
    for count, k in enumerate(ranked[:-1], start=1):
        rest -= gaps[k]
        if rest * width < _LEGIBLE * length and gaps[k] >= rest:
            return ranked[:count]
    return []


def _make_parts(groups: Sequence[_Group], left: float, right: float) -> Iterator[Part]:
    """Room for each group: more for those with more in them."""
    free = right - left - _BREAK * (len(groups) - 1)
    weights = [1 + log2(len(group)) for group in groups]
    ends = [0, *(group[-1][1] for group in groups)]
    starts = [*(group[0][0] for group in groups), to_minutes(date.max) + _DAY]
    at = left
    for k, (group, weight) in enumerate(zip(groups, weights, strict=True)):
        width = free * weight / sum(weights)
        first, last = _snap(group[0][0], group[-1][1])
        first, last = max(first, min(ends[k], group[0][0])), min(last, starts[k + 1])
        yield Part(first, last, at + _PAD, at + width - _PAD)
        at += width + _BREAK


def _snap(start: int, end: int) -> _Stretch:
    """The stretch made longer, to whole hours or days; a single minute to its day."""
    unit = _HOUR if 1 < end - start < 12 * _HOUR else _DAY
    return start // unit * unit, -(-end // unit) * unit


def _breaks(groups: Sequence[_Group], parts: Sequence[Part]) -> Iterator[Break]:
    for k in range(len(parts) - 1):
        left_out = groups[k + 1][0][0] - groups[k][-1][1]
        yield Break((parts[k].right + parts[k + 1].left) / 2, say_duration(left_out))


_YEAR: Final = 365.25 * _DAY
_MONTH: Final = 30.44 * _DAY
_TWO: Final = 1.9  # from so many on a time is told in a unit


def say_duration(minutes: int) -> str:
    """About how long a time is, in its largest unit: "4 years", "10 days"."""
    years, months, days, hours = (
        round(minutes / size) if minutes >= _TWO * size else 0
        for size in (_YEAR, _MONTH, _DAY, _HOUR)
    )
    if years:
        return ngettext("%(num)s year", "%(num)s years", years)
    if months:
        return ngettext("%(num)s month", "%(num)s months", months)
    if days:
        return ngettext("%(num)s day", "%(num)s days", days)
    if hours:
        return ngettext("%(num)s hour", "%(num)s hours", hours)
    return ngettext("%(num)s minute", "%(num)s minutes", minutes)


class _Step(NamedTuple):
    """A distance between ticks: so many minutes, or so many months where that is not 0."""

    minutes: int
    months: int = 0


_STEPS: Final = (
    *(_Step(minutes) for minutes in (1, 5, 15, 30, 60, 180, 360, 720)),
    *(_Step(days * _DAY) for days in (1, 2, 7, 14)),
    *(_Step(round(months * 30.44 * _DAY), months) for months in (1, 3, 6)),
    *(
        _Step(round(years * 365.25 * _DAY), years * 12)
        for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
    ),
)


def _ticks(part: Part, end: float, first: _Stretch, *, timed: bool) -> Iterator[Tick]:
    """The ticks of a part whose labels end before `end`; if there is none, one at the first date.

    Hours are left out where no article has one, and where a part has more than two days.
    """
    scale = (part.right - part.left) / (part.last - part.first)
    finest = 0 if timed and part.last - part.first <= 2 * _DAY else _DAY
    fitting = (s for s in _STEPS if s.minutes >= finest and s.minutes * scale >= _TICK)
    step = next(fitting, _STEPS[-1])
    places = [t for t in _steps_between(step, part) if part.place(t) + _LABEL <= end]
    if not places:
        step, places = _Step(min(first[1] - first[0], _DAY)), [first[0]]
    for minutes in places:
        yield Tick(part.place(minutes), *_label(minutes, step))


def _steps_between(step: _Step, part: Part) -> Iterator[int]:
    """The points at whole steps; those of seven days are Mondays, as 1 January of year 1 was."""
    if not step.months:
        yield from range(-(-part.first // step.minutes) * step.minutes, part.last, step.minutes)
        return
    start = to_datetime(part.first)
    months = start.year * 12 + start.month - 1
    first = max(12, months - months % step.months)
    for number in range(first, 9999 * 12 + 12, step.months):
        at = to_minutes(date(number // 12, number % 12 + 1, 1))
        if at >= part.last:
            return
        if at >= part.first:
            yield at


def _label(minutes: int, step: _Step) -> tuple[str, str]:
    """What a tick says, and what must be known to read it."""
    at = to_datetime(minutes)
    month = name_month(at.month, alone=bool(step.months), short=True)
    if step.months >= 12:
        return str(at.year), ""
    if step.months:
        return month, str(at.year)
    if step.minutes < _DAY:
        return f"{at.hour:02}:{at.minute:02}", f"{at.day} {month} {at.year}"
    return f"{at.day} {month}", str(at.year)
