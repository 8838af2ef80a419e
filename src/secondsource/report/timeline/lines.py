"""The lines of a timeline: down from the mark that gave text, then across to the one that took it.

Right angles keep apart what curves would tangle: a line runs across only in the row of the
article that it leads to, and passes above the other marks of that row.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from secondsource.lineage.family import Edge, Relation
from secondsource.messages import gettext as _
from secondsource.report.timeline.rows import Judged, Mark, Story
from secondsource.report.wording import say_relation

_CORNER: Final = 9.0  # radius of a bend
_BEND: Final = 5.0  # radius of the bend from a rail down to a mark
_NEAR: Final = 34.0  # a child less than this to the right is reached around the left of both
_ASIDE: Final = 20.0  # how far left of a mark the first way around it is
_LANE: Final = 7.0  # between two ways side by side
_LANES: Final = 6  # how many ways side by side are tried
_RAIL: Final = 24.0  # how far from its row a line passes by other marks
_CLEAR: Final = 4.0  # what stays free between a line and a mark that it passes
_GIVERS: Final = 4  # marks of which lines are drawn in a crowd
_TIP: Final = 2.0  # what stays free between the tip of an arrow and its mark


class Head(NamedTuple):
    """The tip of an arrow; `turn` is 0 where it points to the right, 90 down, -90 up."""

    x: float
    y: float
    turn: int


class Segment(NamedTuple):
    """A straight piece of a line, level or upright, between two points."""

    left: float
    top: float
    right: float
    bottom: float


class Route(NamedTuple):
    """Where a line runs: an SVG path, its tip, and about which straight pieces it has."""

    path: str
    head: Head
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """So many ties of one relation between two marks.

    `rejected` says that a person said they do not hold, `own` that the text of the examined
    article came this way; `label` is the relation in a word or two.
    """

    parent: Mark
    child: Mark
    relation: Relation
    directed: bool
    rejected: bool
    own: bool
    ties: int
    label: str
    route: Route


class _Ends(NamedTuple):
    """What the ties that share a line have in common."""

    parent: Mark
    child: Mark
    relation: Relation
    directed: bool
    rejected: bool


def draw_lines(story: Story, marks: Sequence[Mark]) -> tuple[tuple[Line, ...], int]:
    """The lines between the marks, and how many ties have none; those within a mark need none.

    In a crowd only the lines of the few marks that gave most are drawn, and those on the way of
    the examined article, which come last in any case, so that they lie on top.
    """
    own = _own_edges(story)
    ways = _gather_ways(story, marks)
    givers = _givers(story, ways)
    router = _Router(marks)
    lines = [
        Line(
            *ends,
            not own.isdisjoint(ties),
            len(ties),
            _label(ties, story.judged),
            router.route(ends.parent, ends.child),
        )
        for ends, ties in ways.items()
        if not own.isdisjoint(ties) or ends.parent in givers
    ]
    drawn = sum(line.ties for line in lines)
    left_out = sum(map(len, ways.values())) - drawn
    return tuple(sorted(lines, key=lambda line: line.own)), left_out


def _gather_ways(story: Story, marks: Sequence[Mark]) -> dict[_Ends, list[Edge]]:
    """The ties of the family, those that share a line together."""
    mark_of = {member: mark for mark in marks for member in mark.members}
    ways: dict[_Ends, list[Edge]] = defaultdict(list)
    for edge in story.family.edges:
        rejected = (edge.child, edge.parent) in story.judged.rejected
        marks_of = mark_of[edge.parent], mark_of[edge.child]
        ends = _Ends(*marks_of, edge.relation, edge.directed, rejected)
        if ends.parent is not ends.child:
            ways[ends].append(edge)
    return ways


def _givers(story: Story, ways: Mapping[_Ends, Sequence[Edge]]) -> set[Mark]:
    """The marks whose lines are drawn: all, or in a crowd the few that gave most."""
    gave: Counter[Mark] = Counter()
    for ends, ties in ways.items():
        gave[ends.parent] += len(ties)
    return {mark for mark, _count in gave.most_common(_GIVERS if story.is_crowd else None)}


def _label(ties: Sequence[Edge], judged: Judged) -> str:
    """What the ties of a line are; how much was taken only where there is one."""
    said = say_relation(ties[0] if len(ties) == 1 else replace(ties[0], coverage=0.0))
    ends = {(edge.child, edge.parent) for edge in ties}
    if ends <= judged.rejected:
        return _("%(relation)s; a person says no", relation=said)
    return _("%(relation)s; a person agrees", relation=said) if ends <= judged.confirmed else said


def _own_edges(story: Story) -> set[Edge]:
    """The directed ties by which the text of the examined article came to it."""
    by_child: dict[str, list[Edge]] = {}
    for edge in story.family.edges:
        if edge.directed and (edge.child, edge.parent) not in story.judged.rejected:
            by_child.setdefault(edge.child, []).append(edge)
    found: set[Edge] = set()
    todo = [story.shelf.examined]
    while todo:
        fresh = [edge for edge in by_child.get(todo.pop(), ()) if edge not in found]
        found.update(fresh)
        todo += [edge.parent for edge in fresh]
    return found


class _Router:
    """Finds a way for each line, and remembers which ways are taken."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = marks
        self._taken: list[tuple[float, float, float, Mark]] = []

    def route(self, parent: Mark, child: Mark) -> Route:
        """The way from one mark to another."""
        if parent.y == child.y:
            return _route_over(parent, child)
        x = self._find_way(parent, child)
        side = 1 if child.y > parent.y else -1
        rail = child.y - side * _RAIL if self._is_blocked(x, child) else child.y
        path = f"{_leave(parent, x, side)}V{short(rail - side * _CORNER)}"
        path += f"q0 {short(side * _CORNER)} {short(_CORNER)} {short(side * _CORNER)}"
        head = Head(child.x - child.radius - _TIP, child.y, 0)
        if rail != child.y:
            head = Head(child.x, child.y - side * (child.radius + _TIP), 90 * side)
        path += f"H{short(head.x)}" if rail == child.y else _reach_from_rail(head, side)
        down = Segment(x, min(parent.y, rail), x, max(parent.y, rail))
        leave = Segment(x, parent.y, parent.x, parent.y)
        return Route(path, head, (leave, down, Segment(x, rail, head.x, rail)))

    def _find_way(self, parent: Mark, child: Mark) -> float:
        """Where the line goes up or down: past all marks between, beside no other's line."""
        ways = list(_possible_ways(parent, child))
        low, high = sorted((parent.y, child.y))
        x = next((x for x in ways if self._is_free(x, low, high, parent)), ways[0])
        self._taken.append((x, low, high, parent))
        return x

    def _is_free(self, x: float, low: float, high: float, parent: Mark) -> bool:
        past = (m for m in self._marks if low < m.y < high)
        beside = (
            way for way in self._taken
            if way[3] is not parent and way[1] < high and low < way[2]
        )  # fmt: skip
        return all(abs(m.x - x) > m.radius + _CLEAR for m in past) and all(
            abs(way[0] - x) >= _LANE - 1 for way in beside
        )

    def _is_blocked(self, x: float, child: Mark) -> bool:
        return any(m.y == child.y and x < m.x < child.x for m in self._marks)


def _possible_ways(parent: Mark, child: Mark) -> Iterator[float]:
    """Where a line may go up or down, the best first."""
    if child.x - parent.x >= _NEAR:
        yield parent.x
    left = min(parent.x, child.x) - _ASIDE
    yield from (left - k * _LANE for k in range(_LANES))


def _leave(parent: Mark, x: float, side: int) -> str:
    """The beginning of a path: straight up or down, or out to the left and around."""
    if x == parent.x:
        return f"M{short(x)} {short(parent.y + side * parent.radius)}"
    bend = f"q{short(-_CORNER)} 0 {short(-_CORNER)} {short(side * _CORNER)}"
    return f"M{short(parent.x - parent.radius)} {short(parent.y)}H{short(x + _CORNER)}{bend}"


def _reach_from_rail(head: Head, side: int) -> str:
    """The end of a path: along the rail, then to the mark from above or below."""
    bend = f"q{short(_BEND)} 0 {short(_BEND)} {short(side * _BEND)}"
    return f"H{short(head.x - _BEND)}{bend}V{short(head.y)}"


def _route_over(parent: Mark, child: Mark) -> Route:
    """From one mark to another of the same row, over what stands between."""
    side = _BEND if child.x > parent.x else -_BEND
    head = Head(child.x, child.y - child.radius - _TIP, 90)
    rail = parent.y - _RAIL
    path = (
        f"M{short(parent.x)} {short(parent.y - parent.radius)}V{short(rail + _BEND)}"
        f"q0 {short(-_BEND)} {short(side)} {short(-_BEND)}H{short(child.x - side)}"
        f"q{short(side)} 0 {short(side)} {short(_BEND)}V{short(head.y)}"
    )
    left, right = sorted((parent.x, child.x))
    return Route(path, head, (Segment(left, rail, right, rail),))


def short(value: float) -> str:
    """A number as short as a picture needs it."""
    return f"{value:.1f}".removesuffix(".0")
