"""A timeline drawn as SVG: no script, nothing loaded, light and dark by the style sheet."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final, NamedTuple

from secondsource.lineage.family import Relation
from secondsource.messages import gettext as _
from secondsource.report.numbers import capitalize_first, ngettext
from secondsource.report.timeline.axis import Part
from secondsource.report.timeline.lines import Line, Segment, short
from secondsource.report.timeline.picture import AXIS, Name, Picture
from secondsource.report.timeline.rows import RADIUS, Mark
from secondsource.report.timeline.telling import describe, headline, name_picture, tell_mark
from secondsource.report.timeline.words import SIZE, Caption, measure
from secondsource.report.wording import (
    NO_FAMILIES,
    PROBABLY_FIRST,
    RELATION_NAMES,
    THIS_ARTICLE,
)

_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_LEGEND_LINE: Final = 24.0
_SAMPLE: Final = 38.0  # the length of a sample line in the legend
_APART: Final = 20.0  # between two entries of the legend
_MARGIN: Final = 20.0  # around the pictures of a file
_HEADLINE: Final = 30.0  # the room of a headline
_GRID: Final = 5.0  # how far a tick reaches above the axis
# Each relation has a tip of its own, so that it can be told where dashes are too short to show.
_TIPS: Final = {
    Relation.COPY: "M0 0L-8-4.5V4.5z",
    Relation.EDITED: "M0 0L-8-4.5V4.5z",
    Relation.EXCERPT: "M-7-4.5L0 0L-7 4.5",
    Relation.MERGED: "M-7-4.5L0 0L-7 4.5",
    Relation.TRANSLATION: "M0 0L-9-5.5V5.5z",
    Relation.CREDIT: "M0 0L-8-4.5V4.5z",
}


class _Entry(NamedTuple):
    """One entry of the legend: a sample drawn from 0 0 to the right, its width, its meaning."""

    sample: str
    width: float
    words: str


class Drawn(NamedTuple):
    """An SVG element, and how high it is."""

    text: str
    height: float


def draw(picture: Picture, name: str, x: float = 0, y: float = 0) -> Drawn:
    """The timeline as one SVG element.

    Args:
        picture: where everything stands.
        name: begins the ids in it, which must be unique on a page.
        x: where it stands in another SVG element.
        y: the same from the top.
    """
    legend, height = _draw_legend(picture)
    place = f'x="{short(x)}" y="{short(y)}" ' if x or y else ""
    size = _size(picture.sheet.width, height)
    pieces = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="tl" {place}{size} role="img" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-desc">',
        f'<title id="{name}-title">{_text(name_picture(picture))}</title>',
        f'<desc id="{name}-desc">{_text(describe(picture))}</desc>',
    ]
    pieces += [*_draw_axis(picture), *_draw_rows(picture)]
    pieces += [piece for line in picture.lines for piece in _draw_line(line)]
    pieces += map(_draw_name, picture.names)
    pieces += [_draw_mark(mark, picture) for mark in picture.marks]
    pieces += [*map(_draw_caption, picture.captions), *legend, "</svg>"]
    return Drawn("".join(pieces), height)


def draw_sheet(pictures: Sequence[Picture], width: float, style: str, left_out: int) -> str:
    """Timelines with their headlines as one SVG file with a background and a style of its own.

    Args:
        pictures: one below the other.
        width: of the widest.
        style: a style sheet.
        left_out: how many more there are, which is said below the last.
    """
    pieces, y = [], _MARGIN
    for number, picture in enumerate(pictures, start=1):
        pieces.append(_put(headline(picture), _MARGIN, y + SIZE, "tl-head"))
        drawn = draw(picture, f"tl-{number}", _MARGIN, y + _HEADLINE)
        pieces.append(f"{drawn.text}\n")
        y += _HEADLINE + drawn.height + 2 * _MARGIN
    if left_out or not pictures:
        words = capitalize_first(
            ngettext(
                "%(num)s further family not shown.", "%(num)s further families not shown.", left_out
            )
        )
        words = words if pictures else _(NO_FAMILIES)
        pieces.append(_put(words, _MARGIN, y + SIZE, "tl-soft"))
        y += _HEADLINE
    size = _size(width + 2 * _MARGIN, y)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="tl" {size}>\n<style>{style}</style>\n'
        f'<rect class="tl-paper" width="100%" height="100%"/>\n{"".join(pieces)}</svg>\n'
    )


def _size(width: float, height: float) -> str:
    wide, high = short(width), short(height)
    return f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'


def _text(words: str) -> str:
    return escape(_NOT_IN_XML.sub("\ufffd", words))


def _put(words: str, x: float, y: float, kind: str = "", anchor: str = "") -> str:
    """One line of words; `anchor` is "middle" or "end" where they do not begin at x."""
    at = f'x="{short(x)}" y="{short(y)}"'
    anchored = f' text-anchor="{anchor}"' if anchor else ""
    named = f' class="{kind}"' if kind else ""
    return f"<text {at}{anchored}{named}>{_text(words)}</text>"


def _draw_axis(picture: Picture) -> Iterator[str]:
    if picture.undated is not None:
        yield _put(_("no date"), picture.undated, AXIS - 22, "tl-soft", "middle")
    if picture.axis is None:
        return
    lines = "".join(
        f"M{short(tick.x)} {short(AXIS - _GRID)}V{short(picture.bottom)}"
        for tick in picture.axis.ticks
    )
    yield f'<path class="tl-grid" d="{lines}"/>'
    parts = "".join(_level(part, AXIS) for part in picture.axis.parts)
    yield f'<path class="tl-axis" d="{parts}"/>'
    for tick in picture.axis.ticks:
        wide = max(measure(tick.label), measure(tick.context))
        over = tick.x + 4 + wide > picture.sheet.width
        x, anchor = (picture.sheet.width, "end") if over else (tick.x + 4, "")
        yield _put(tick.label, x, AXIS - 22, "", anchor)
        yield _put(tick.context, x, AXIS - 8, "tl-soft", anchor) if tick.context else ""
    for gap in picture.axis.breaks:
        yield f'<path class="tl-axis" d="M{short(gap.x - 7)} {AXIS + 4}l4-8m6 8l4-8"/>'
        yield _put(gap.words, gap.x, AXIS + 20, "tl-soft tl-gap", "middle")


def _level(part: Part, y: float) -> str:
    """A level line through one part of the axis, as far as its ends."""
    return f"M{short(part.left - 14)} {short(y)}H{short(part.right + 14)}"


def _draw_rows(picture: Picture) -> Iterator[str]:
    parts = picture.axis.parts if picture.axis else ()
    lines = "".join(_level(part, row.y) for row in picture.rows for part in parts)
    if picture.undated is not None:
        x = picture.undated
        lines += "".join(f"M{short(x - 20)} {short(r.y)}H{short(x + 44)}" for r in picture.rows)
    yield f'<path class="tl-row" d="{lines}"/>'
    for mark in picture.marks:
        if mark.bar:
            left, right = mark.bar
            yield f'<path class="tl-bar" d="M{short(left)} {short(mark.y)}H{short(right)}"/>'


def _draw_name(name: Name) -> str:
    put = _put(name.words, name.x, name.y, "tl-name", "end" if name.end else "")
    if name.words == name.whole:
        return put
    return put.replace("</text>", f"<title>{_text(name.whole)}</title></text>")


def _draw_line(line: Line) -> Iterator[str]:
    relation = line.relation.value
    own = " tl-own" if line.own else ""
    own += " tl-rejected" if line.rejected else ""
    yield f'<path class="tl-l tl-{relation}{own}" d="{line.route.path}"/>'
    if line.relation is Relation.TRANSLATION:
        yield f'<path class="tl-l tl-core" d="{line.route.path}"/>'
    if line.directed:
        head = line.route.head
        turn = f" rotate({head.turn})" if head.turn else ""
        yield _tip(line.relation, f"translate({short(head.x)} {short(head.y)}){turn}", own)
    if line.rejected:
        yield _cross(
            max(line.route.segments, key=lambda s: abs(s.right - s.left + s.bottom - s.top))
        )


def _cross(segment: Segment) -> str:
    """The sign that a person says no, in the middle of a straight piece of a line."""
    x, y = (segment.left + segment.right) / 2, (segment.top + segment.bottom) / 2
    return f'<path class="tl-cross" d="M{short(x - 5)} {short(y - 5)}l10 10m0-10l-10 10"/>'


def _tip(relation: Relation, place: str, own: str = "") -> str:
    kind = f"tl-tip tl-tip-{relation.value}{own}"
    return f'<path class="{kind}" transform="{place}" d="{_TIPS[relation]}"/>'


def _draw_mark(mark: Mark, picture: Picture) -> str:
    shape = _shape(mark.x, mark.y, mark)
    return f"<g>{shape}<title>{_text(tell_mark(mark, picture.story))}</title></g>"


def _shape(x: float, y: float, mark: Mark) -> str:
    kind = "tl-mark tl-this" if mark.examined else "tl-mark"
    if mark.first:
        r = RADIUS - 0.5
        at = f'x="{short(x - r)}" y="{short(y - r)}" width="{short(2 * r)}"'
        return f'<rect class="{kind}" {at} height="{short(2 * r)}"/>'
    circle = f'<circle class="{kind}" cx="{short(x)}" cy="{short(y)}" r="{short(mark.radius)}"/>'
    if len(mark.members) == 1:
        return circle
    return circle + _put(str(len(mark.members)), x, y + 4, "tl-count", "middle")


def _draw_caption(caption: Caption) -> str:
    anchor = ' text-anchor="end"' if caption.end else ""
    strong = f'<tspan class="tl-strong">{_text(caption.strong)}</tspan>' if caption.strong else ""
    space = ": " if caption.strong and caption.plain else ""
    at = f'x="{short(caption.x)}" y="{short(caption.y)}"'
    return f"<text {at}{anchor}>{strong}{space}{_text(caption.plain)}</text>"


def _draw_legend(picture: Picture) -> tuple[list[str], float]:
    """What each sign means, in as many lines as there must be, and where the picture ends."""
    x, y = 0.0, picture.bottom + _LEGEND_LINE
    pieces = [f'<path class="tl-row" d="M0 {short(picture.bottom)}H{short(picture.sheet.width)}"/>']
    for entry in _legend(picture):
        width = entry.width + 6 + measure(entry.words)
        if x and x + width > picture.sheet.width:
            x, y = 0.0, y + _LEGEND_LINE
        pieces.append(f'<g transform="translate({short(x)} {short(y)})">{entry.sample}</g>')
        pieces.append(_put(entry.words, x + entry.width + 6, y + SIZE / 3, "tl-soft"))
        x += width + _APART
    if picture.ties_left_out:
        y += _LEGEND_LINE
        words = ngettext(
            "%(num)s further tie without a line",
            "%(num)s further ties without a line",
            picture.ties_left_out,
        )
        pieces.append(_put(capitalize_first(words), 0, y + SIZE / 3, "tl-soft"))
    return pieces, y + _LEGEND_LINE / 2


def _legend(picture: Picture) -> Iterator[_Entry]:
    marks = picture.marks
    if any(mark.first for mark in marks):
        first = Mark(RADIUS + 1, 0, ("",), first=True)
        yield _Entry(_shape(first.x, 0, first), 2 * RADIUS + 2, _(PROBABLY_FIRST).lower())
    if any(mark.examined for mark in marks):
        this = Mark(RADIUS + 1, 0, ("",), examined=True)
        yield _Entry(_shape(this.x, 0, this), 2 * RADIUS + 2, _(THIS_ARTICLE).lower())
    if any(len(mark.members) > 1 for mark in marks):
        sample = '<circle class="tl-mark" cx="12" r="11"/>' + _put("n", 12, 4, "tl-count", "middle")
        yield _Entry(sample, 24, _("n articles close together"))
    if any(mark.bar for mark in marks):
        yield _Entry('<path class="tl-bar" d="M0 0H30"/>', 30, _("at some time within"))
    used = {line.relation for line in picture.lines}
    tipped = {line.relation for line in picture.lines if line.directed}
    for relation, words in RELATION_NAMES.items():
        if relation in used:
            yield _Entry(_sample(relation, tipped=relation in tipped), _SAMPLE, _(words))
    if any(line.rejected for line in picture.lines):
        sample = f'<path class="tl-l tl-copy tl-rejected" d="M0 0H{_SAMPLE}"/>'
        middle = Segment(0, 0, _SAMPLE, 0)
        yield _Entry(sample + _cross(middle), _SAMPLE, _("a person says it does not hold"))
    if any(not line.directed for line in picture.lines):
        sample = f'<path class="tl-l tl-copy" d="M0 0H{_SAMPLE}"/>'
        yield _Entry(sample, _SAMPLE, _("no tip: direction unknown"))


def _sample(relation: Relation, *, tipped: bool) -> str:
    path = f'd="M0 0H{short(_SAMPLE - 2)}"'
    core = f'<path class="tl-l tl-core" {path}/>' if relation is Relation.TRANSLATION else ""
    tip = _tip(relation, f"translate({short(_SAMPLE)} 0)") if tipped else ""
    return f'<path class="tl-l tl-{relation.value}" {path}/>{core}{tip}'
