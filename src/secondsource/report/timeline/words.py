"""The words in a timeline: how wide they are, and where each finds room."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from secondsource.messages import gettext as _
from secondsource.report.timeline.lines import Line, Segment
from secondsource.report.timeline.rows import Mark
from secondsource.report.wording import PROBABLY_FIRST, RELATION_NAMES, THIS_ARTICLE, say_list

SIZE: Final = 12.5  # the height of all letters, in pixels
_NARROW, _WIDE = 0.6, 1.05  # the width of a letter in letter heights; the second in East Asia
_BOLD: Final = 1.12  # how much wider bold letters are
_ASIDE: Final = 6.0  # between a mark and its words
_CLEAR: Final = 5.0  # between a line down from a mark and the words beside it
_LINE: Final = 15.0  # from one line of words to the next


def measure(text: str, *, bold: bool = False) -> float:
    """About how wide a text is at most; no font is at hand, so letters are of two widths.

    The widths are those of DejaVu Sans, the widest of the usual fonts.
    """
    return SIZE * sum(map(_letter, text)) * (_BOLD if bold else 1)


def _letter(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    wide = unicodedata.east_asian_width(letter) in ("W", "F") or letter == "\u2014"
    return _WIDE if wide else _NARROW


def cut_to(text: str, width: float) -> str:
    """The text, or as much of its beginning as has room in bold letters, with an ellipsis."""
    if measure(text, bold=True) <= width:
        return text
    cut = text
    while cut and measure(cut, bold=True) > width - SIZE:
        cut = cut[:-1]
    return f"{cut.rstrip()}…"


class Box(NamedTuple):
    """A rectangle that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box | Segment") -> bool:
        """Whether the two have a point in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom + 1
            and other.top - 1 < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Caption:
    """Words beside a mark: `strong` what the article is, `plain` how it came by its text."""

    x: float
    y: float
    strong: str
    plain: str
    end: bool = False


def place_captions(
    marks: Sequence[Mark], lines: Sequence[Line], taken: Sequence[Box | Segment], width: float
) -> tuple[Caption, ...]:
    """Words for as many of the marks as there is room beside; first those that must have some.

    Args:
        marks: those to have words.
        lines: all lines of the picture.
        taken: where other things stand.
        width: of the picture.
    """
    boxes = [*taken]
    ways: dict[Mark, list[Line]] = defaultdict(list)
    for line in lines:
        ways[line.child].append(line)
    captions: list[Caption] = []
    for mark in sorted(marks, key=lambda mark: not (mark.examined or mark.first)):
        strong, plain = _words_for(mark, ways[mark])
        if caption := _find_room(mark, strong, plain, boxes, width):
            captions.append(caption)
            boxes.append(_box(caption))
    return tuple(captions)


def boxes_of(marks: Iterable[Mark], lines: Iterable[Line]) -> Iterator[Box | Segment]:
    """Where marks and lines stand, which words must not hide."""
    for mark in marks:
        r = mark.radius
        yield Box(mark.x - r, mark.y - r, mark.x + r, mark.y + r)
        if mark.bar:
            yield Box(mark.bar[0], mark.y - 3, mark.bar[1], mark.y + 3)
    for line in lines:
        yield from line.route.segments


def _words_for(mark: Mark, ways: Sequence[Line]) -> tuple[str, str]:
    """What a mark is, and how its text came to it."""
    roles = [*([_(PROBABLY_FIRST)] * mark.first), *([_(THIS_ARTICLE)] * mark.examined)]
    if len(ways) == 1:
        return ", ".join(roles), ways[0].label
    names = list(dict.fromkeys(_(RELATION_NAMES[way.relation]) for way in ways))
    if not ways:
        return ", ".join(roles), ""
    plain = _("%(names)s, from %(count)s places", names=say_list(names), count=len(ways))
    return ", ".join(roles), plain


def _find_room(
    mark: Mark, strong: str, plain: str, taken: Sequence[Box | Segment], width: float
) -> Caption | None:
    """The first place where the words meet nothing; where the mark must have some, any place."""
    tries = [(strong, plain), (strong, "")] if strong and plain else [(strong, plain)]
    for words in tries:
        for caption in _places(mark, *words) if any(words) else ():
            box = _box(caption)
            inside = box.left >= 0 and box.right <= width
            if inside and not any(box.meets(other) for other in taken):
                return caption
    if not strong:
        return None
    caption = Caption(mark.x, mark.y + mark.radius + _LINE, strong, "")
    return _push_inside(caption, width)


def _places(mark: Mark, strong: str, plain: str) -> Iterator[Caption]:
    """Right of the mark, then below and above it, to the right and to the left."""
    beside, below = mark.radius + _ASIDE, mark.radius + _LINE
    yield Caption(mark.x + beside, mark.y + SIZE / 3, strong, plain)
    for y in (mark.y + below, mark.y - mark.radius - _ASIDE):
        yield from (Caption(x, y, strong, plain) for x in (mark.x - mark.radius, mark.x + _CLEAR))
        yield Caption(mark.x + mark.radius, y, strong, plain, end=True)


def _push_inside(caption: Caption, width: float) -> Caption:
    over = _box(caption).right - width
    return Caption(caption.x - max(0.0, over), caption.y, caption.strong, caption.plain)


def _box(caption: Caption) -> Box:
    wide = measure(caption.strong, bold=True) + measure(caption.plain) + 2 * SIZE * _NARROW
    left = caption.x - wide if caption.end else caption.x
    return Box(left, caption.y - SIZE * 0.8, left + wide, caption.y + SIZE * 0.25)
