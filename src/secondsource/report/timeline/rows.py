"""The rows of a timeline, one for each outlet, and the marks in them, one for each article.

Where articles would stand on top of each other they become one mark that says how many, so
that a story with five hundred copies stays legible.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from secondsource.lineage.family import Family
from secondsource.report.moments import Moment, Precision, read_moment
from secondsource.report.numbers import ngettext
from secondsource.report.shelf import Shelf
from secondsource.report.timeline.axis import Axis

RADIUS: Final = 6.0
_GROUP_RADIUS: Final = 11.0
_CLOSE: Final = 14.0  # marks nearer than this would touch
_CLOSE_IN_A_CROWD: Final = 26.0
_CROWD: Final = 40  # articles; from here on the picture is less exact
_BAR: Final = 2 * RADIUS + 4  # a stretch of time shorter than this is covered by its mark
_BETWEEN: Final = 2.0  # what stays free between two marks


@dataclass(frozen=True, slots=True)
class Judged:
    """The ties on which people decided, each as its child and its parent (their ids)."""

    confirmed: frozenset[tuple[str, str]] = frozenset()
    rejected: frozenset[tuple[str, str]] = frozenset()


UNJUDGED: Final = Judged()


@dataclass(frozen=True, slots=True)
class Story:
    """A family with its articles, when each was published where that is known, and what people
    say of its ties."""

    family: Family
    shelf: Shelf
    moments: Mapping[str, Moment]
    judged: Judged = UNJUDGED

    @property
    def first(self) -> str:
        """The probable first article, or an empty id where nothing decides which it is."""
        return self.family.root if self.family.first_known else ""

    @property
    def is_crowd(self) -> bool:
        """Whether there are too many articles to show each on its own."""
        return len(self.family.articles) >= _CROWD

    def order(self, article: str) -> tuple[bool, int]:
        """Where an article comes in an order by date; those without one come last."""
        moment = self.moments.get(article)
        return moment is None, moment.start if moment else 0


def read_story(family: Family, shelf: Shelf, judged: Judged) -> Story:
    """A family with the dates of its articles."""
    found = ((member, shelf.get(member)) for member in family.articles)
    moments = ((member, read_moment(a.published)) for member, a in found if a is not None)
    return Story(family, shelf, {m: moment for m, moment in moments if moment}, judged)


@dataclass(frozen=True, slots=True)
class Row:
    """One outlet, or all that have no row of their own, with its articles; `y` is its line."""

    name: str
    members: tuple[str, ...]
    y: float


@dataclass(frozen=True, slots=True)
class Mark:
    """One article in the picture, or several that stand at one place.

    `bar` is the stretch in which the only article of the mark was published, where that is
    wide enough to be drawn; `first` says that it is probably the first of its family.
    """

    x: float
    y: float
    members: tuple[str, ...]
    first: bool = False
    examined: bool = False
    bar: tuple[float, float] | None = None

    @property
    def radius(self) -> float:
        """How far the mark reaches from its middle."""
        return RADIUS if len(self.members) == 1 else _GROUP_RADIUS


def make_rows(story: Story, most: int, top: float, pitch: float) -> tuple[Row, ...]:
    """One row for each outlet, the one that was first on top.

    Args:
        story: whose articles to show.
        most: the most rows; the last takes all outlets that have none of their own.
        top: where the line of the first row is.
        pitch: from one row to the next.
    """
    outlets: dict[str, list[str]] = defaultdict(list)
    for member in sorted(story.family.articles, key=story.order):
        outlets[story.shelf.label(member).outlet].append(member)
    telling = _most_telling(story, outlets)
    shown = telling if len(telling) <= most else telling[: most - 1]
    named = [(name, outlets[name]) for name in outlets if name in set(shown)]
    named.sort(key=lambda row: story.first not in row[1])
    if rest := [member for name in telling[len(shown) :] for member in outlets[name]]:
        more = len(telling) - len(shown)
        count = ngettext("and %(num)s more outlet", "and %(num)s more outlets", more)
        named.append((count, rest))
    return tuple(
        Row(name, tuple(members), top + k * pitch) for k, (name, members) in enumerate(named)
    )


def _most_telling(story: Story, outlets: Mapping[str, Sequence[str]]) -> list[str]:
    """The outlets in the order in which they deserve a row: first, examined, passed it on."""
    gave = Counter(edge.parent for edge in story.family.edges if edge.directed)
    telling = {story.first, story.shelf.examined}

    def worth(outlet: str) -> tuple[bool, int]:
        members = outlets[outlet]
        return not telling.isdisjoint(members), sum(gave[member] for member in members)

    return sorted(outlets, key=worth, reverse=True)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where dates stand: on the axis (None where no article has a date), or at `undated`."""

    axis: Axis | None
    undated: float
    right: float


def make_marks(story: Story, rows: Iterable[Row], scale: Scale) -> tuple[Mark, ...]:
    """The marks of all rows, from left to right in each."""
    close = _CLOSE_IN_A_CROWD if story.is_crowd else _CLOSE
    marks: list[Mark] = []
    for row in rows:
        single = sorted((_mark(a, row, story, scale) for a in row.members), key=lambda m: m.x)
        grouped = sorted(_group(single, close), key=lambda mark: mark.x)
        marks += _push_apart(grouped, scale.right)
    return tuple(marks)


def _mark(article: str, row: Row, story: Story, scale: Scale) -> Mark:
    mark = Mark(
        scale.undated, row.y, (article,), article == story.first, article == story.shelf.examined
    )
    moment = story.moments.get(article)
    if moment is None or scale.axis is None:
        return mark
    left, right = scale.axis.place(moment.start), scale.axis.place(moment.end)
    wide = moment.precision is not Precision.TIME and right - left > _BAR
    return replace(mark, x=(left + right) / 2, bar=(left, right) if wide else None)


def _group(marks: Iterable[Mark], close: float) -> Iterator[Mark]:
    """The marks of a row, those too close to another joined to it; two kinds never are."""
    held: Mark | None = None
    for mark in marks:
        if mark.first or mark.examined:
            yield mark
        elif held is not None and mark.x - held.x < close:
            held = replace(held, members=held.members + mark.members, bar=None)
        else:
            if held is not None:
                yield held
            held = mark
    if held is not None:
        yield held


def _push_apart(marks: Sequence[Mark], right: float) -> list[Mark]:
    """The marks of a row moved by a few pixels so that none hides another."""
    placed: list[Mark] = []
    for mark in marks:
        least = placed[-1].x + _distance(placed[-1], mark) if placed else mark.x
        placed.append(replace(mark, x=max(mark.x, least)))
    limit = right
    back: list[Mark] = []
    for mark in reversed(placed):
        limit = limit - (_distance(back[-1], mark) if back else 0)
        back.append(replace(mark, x=min(mark.x, limit)))
        limit = back[-1].x
    return back[::-1]


def _distance(left: Mark, right: Mark) -> float:
    return left.radius + right.radius + _BETWEEN
