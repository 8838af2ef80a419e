"""Families as pictures: time across, outlets down, and the ways that a text went."""

from collections.abc import Sequence
from importlib.resources import files
from typing import Final

from secondsource.lineage.family import Family
from secondsource.report.shelf import Shelf
from secondsource.report.timeline.picture import NARROW, WIDE, Sheet, lay_out
from secondsource.report.timeline.rows import UNJUDGED, Judged
from secondsource.report.timeline.svg import draw, draw_sheet

__all__ = ["NARROW", "WIDE", "Judged", "Sheet", "draw_timeline", "read_style", "render_timelines"]

_STYLES: Final = ("palette.css", "timeline.css")


def draw_timeline(
    family: Family,
    shelf: Shelf,
    sheet: Sheet = WIDE,
    name: str = "tl",
    judged: Judged = UNJUDGED,
) -> str:
    """The timeline of a family as an SVG element, for a page that has the style of timelines.

    Args:
        family: what to show.
        shelf: its articles; the examined one is marked.
        sheet: how wide it is: `WIDE`, or `NARROW` for a telephone.
        name: begins the ids in it, which must be unique on the page.
        judged: what people say of its ties; a tie that they reject is crossed out.
    """
    return draw(lay_out(family, shelf, sheet, judged), name).text


def render_timelines(
    families: Sequence[Family], shelf: Shelf, sheet: Sheet = WIDE, left_out: int = 0
) -> str:
    """The timelines of families as one SVG file, one below the other, for light and dark screens.

    Args:
        families: what to show, in this order.
        shelf: their articles; the examined one is marked.
        sheet: how wide the picture is.
        left_out: how many more families there are, which the picture says.
    """
    pictures = [lay_out(family, shelf, sheet) for family in families]
    return draw_sheet(pictures, sheet.width, read_style(*_STYLES), left_out)


def read_style(*names: str) -> str:
    """The style sheets of these names, one after the other."""
    folder = files("secondsource.report") / "templates"
    return "".join((folder / name).read_text(encoding="utf-8") for name in names)
