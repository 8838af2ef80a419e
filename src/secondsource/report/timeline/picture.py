"""A timeline laid out: every place in pixels, nothing drawn yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from secondsource.lineage.family import Family
from secondsource.report.shelf import Shelf
from secondsource.report.timeline.axis import Axis, make_axis
from secondsource.report.timeline.lines import Line, draw_lines
from secondsource.report.timeline.rows import (
    UNJUDGED,
    Judged,
    Mark,
    Row,
    Scale,
    Story,
    make_marks,
    make_rows,
    read_story,
)
from secondsource.report.timeline.words import (
    SIZE,
    Box,
    Caption,
    boxes_of,
    cut_to,
    measure,
    place_captions,
)

AXIS: Final = 42.0  # where the line of the axis is
_ASIDE: Final = 34.0  # left of the first mark: room for lines that go around
_UNDATED: Final = 84.0  # the room of the articles without a date
_MARGIN: Final = 10.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper that a timeline is laid out on, in pixels.

    `gutter` is the room for names left of the rows; 0 where they stand above them. `rows` is
    the most rows, `pitch` the distance from one to the next.
    """

    width: float
    gutter: float
    rows: int
    pitch: float


WIDE: Final = Sheet(width=960, gutter=206, rows=14, pitch=48)
NARROW: Final = Sheet(width=360, gutter=0, rows=12, pitch=70)


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a row where it stands; `end` where it ends there."""

    x: float
    y: float
    words: str
    whole: str
    end: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that a timeline shows, where it stands; `undated` is None without a column
    for articles that have no date."""

    story: Story
    sheet: Sheet
    axis: Axis | None
    undated: float | None
    rows: tuple[Row, ...]
    names: tuple[Name, ...]
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    captions: tuple[Caption, ...]
    ties_left_out: int

    @property
    def bottom(self) -> float:
        """Where the rows end."""
        return self.rows[-1].y + self.sheet.pitch / 2 + _MARGIN


def lay_out(family: Family, shelf: Shelf, sheet: Sheet, judged: Judged = UNJUDGED) -> Picture:
    """The timeline of a family on a sheet."""
    story = read_story(family, shelf, judged)
    left = sheet.gutter + _ASIDE
    undated = left if len(story.moments) < len(family.articles) else None
    begin = left - _ASIDE + (_UNDATED + _ASIDE if undated else _ASIDE / 2)
    right = sheet.width - _MARGIN
    axis = make_axis(tuple(story.moments.values()), begin, right) if story.moments else None
    rows = make_rows(story, sheet.rows, AXIS + sheet.pitch * 0.75, sheet.pitch)
    marks = make_marks(story, rows, Scale(axis, left, right - _MARGIN))
    lines, left_out = draw_lines(story, marks)
    names = tuple(_place_names(rows, sheet))
    told = [m for m in marks if m.first or m.examined or not story.is_crowd]
    taken = [*map(_box_of_name, names), *boxes_of(marks, lines)]
    captions = place_captions(told, lines, taken, sheet.width)
    return Picture(story, sheet, axis, undated, rows, names, marks, lines, captions, left_out)


def _place_names(rows: tuple[Row, ...], sheet: Sheet) -> Iterator[Name]:
    """The name of each row: left of it where there is room, else above its beginning."""
    for row in rows:
        if sheet.gutter:
            words = cut_to(row.name, sheet.gutter - _MARGIN)
            yield Name(sheet.gutter - _MARGIN, row.y + SIZE / 3, words, row.name, end=True)
        else:
            words = cut_to(row.name, sheet.width)
            yield Name(0, row.y - sheet.pitch / 2 + SIZE * 0.6, words, row.name, end=False)


def _box_of_name(name: Name) -> Box:
    wide = measure(name.words)
    left = name.x - wide if name.end else name.x
    return Box(left, name.y - SIZE * 0.8, left + wide, name.y + SIZE * 0.25)
