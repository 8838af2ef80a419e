"""A family as a picture: time across, outlets down, and the ways that its text went."""

from importlib.resources import files

from secondsource.lineage.family import Family
from secondsource.report.shelf import Shelf
from secondsource.report.timeline.picture import NARROW, WIDE, Sheet, lay_out
from secondsource.report.timeline.svg import draw

__all__ = ["NARROW", "WIDE", "Sheet", "draw_timeline", "read_style", "render_timeline"]


def draw_timeline(family: Family, shelf: Shelf, sheet: Sheet = WIDE, name: str = "tl") -> str:
    """The timeline of a family as an SVG element for a page that has the style of timelines.

    Args:
        family: what to show.
        shelf: its articles; the examined one is marked.
        sheet: how wide it is: `WIDE`, or `NARROW` for a telephone.
        name: begins the ids in it, which must be unique on the page.
    """
    return draw(lay_out(family, shelf, sheet), name)


def render_timeline(family: Family, shelf: Shelf, sheet: Sheet = WIDE) -> str:
    """The timeline of a family as an SVG file of its own, for light and dark screens."""
    return draw(lay_out(family, shelf, sheet), "tl", read_style("palette.css", "timeline.css"))


def read_style(*names: str) -> str:
    """The style sheets of these names, one after the other."""
    folder = files("secondsource.report") / "templates"
    return "".join((folder / name).read_text(encoding="utf-8") for name in names)
