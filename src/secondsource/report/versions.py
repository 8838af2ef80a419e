"""Two versions of a text side by side: what both have in one row, and what differs marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from secondsource.article import Article, Span
from secondsource.lineage.family import Edge, Edit, EditType
from secondsource.report.edits import say_edit
from secondsource.report.numbers import ngettext
from secondsource.report.rows import Row, lay_rows
from secondsource.report.visible import show_on_one_line

_ROWS_SHOWN: Final = 80
_ALIKE_SHOWN: Final = 110  # characters shown at either end of a long run that both have
_ALONE_SHOWN: Final = 1_200
_AT_LENGTH: Final = 3_000  # of one run, where both texts are shown at length


@dataclass(frozen=True, slots=True)
class Bit:
    """Some words of one version; `differs` where the other has others, or none, in their place."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class RowView:
    """A paragraph of one version beside what the other has of it; an empty side has nothing.

    `kinds` names the changes in it that were told apart.
    """

    parent: tuple[Bit, ...]
    child: tuple[Bit, ...]
    kinds: tuple[str, ...]

    @property
    def is_shared(self) -> bool:
        """Whether both have some of it."""
        return any(not bit.differs for bit in self.parent)

    @property
    def length(self) -> int:
        """How many characters both sides have."""
        return sum(len(bit.text) for bit in (*self.parent, *self.child))


@dataclass(frozen=True, slots=True)
class VersionsView:
    """Two versions in rows, in the order of the later one; `left_out` rows are not shown."""

    rows: tuple[RowView, ...]
    left_out: int

    @property
    def length(self) -> int:
        """How many characters both sides have."""
        return sum(row.length for row in self.rows)


def view_versions(
    edge: Edge, child: Article, parent: Article, most: int = _ROWS_SHOWN, *, at_length: bool = False
) -> VersionsView | None:
    """The two texts of a tie in rows of paragraphs.

    None where they share no stretch, or one too long to be compared word by word.

    Args:
        edge: the tie, with its stretches; its edits name the kinds of change.
        child: the article that has the text from the other.
        parent: the other.
        most: how many rows are shown at most. Those with changes are kept first.
        at_length: whether what both have is shown whole, and each paragraph by itself that only
            one of them has.
    """
    rows = lay_rows(edge, child, parent, by_paragraph=at_length)
    if rows is None:
        return None
    kept = _choose_rows(rows, most)
    views = (_view_row(row, edge.edits, child, parent, at_length=at_length) for row in kept)
    shown = tuple(view for view in views if view.parent or view.child)
    return VersionsView((*_head_lines(edge.edits), *shown), len(rows) - len(kept))


def _head_lines(edits: Sequence[Edit]) -> Iterator[RowView]:
    """A row for the headlines, where they differ."""
    for edit in edits:
        if edit.type is EditType.HEADLINE and not (edit.before_span or edit.after_span):
            sides = (show_on_one_line(words, _ALONE_SHOWN) for words in (edit.before, edit.after))
            parent, child = ((Bit(words, differs=True),) if words else () for words in sides)
            yield RowView(parent, child, (say_edit(edit),))


def _choose_rows(rows: Sequence[Row], most: int) -> list[Row]:
    ranked = sorted(range(len(rows)), key=lambda n: (not rows[n].differs, n))
    return [rows[n] for n in sorted(ranked[:most])]


def _view_row(
    row: Row, edits: Sequence[Edit], child: Article, parent: Article, *, at_length: bool
) -> RowView:
    return RowView(
        tuple(_show(row.parent, row.parent_differs, parent.text, at_length=at_length)),
        tuple(_show(row.child, row.child_differs, child.text, at_length=at_length)),
        tuple(dict.fromkeys(say_edit(edit) for edit in _list_edits(row, edits))),
    )


def name_kinds(row: Row, edits: Sequence[Edit]) -> tuple[EditType, ...]:
    """The kinds of change that were told apart in a row."""
    return tuple(dict.fromkeys(edit.type for edit in _list_edits(row, edits)))


def _list_edits(row: Row, edits: Sequence[Edit]) -> list[Edit]:
    """The changes that stand in a row."""
    return [
        edit
        for edit in edits
        if row.differs
        and (
            (edit.after_span and edit.after_span.overlaps(row.child))
            or (edit.before_span and edit.before_span.overlaps(row.parent))
        )
    ]


def _show(whole: Span, differs: Sequence[Span], text: str, *, at_length: bool) -> Iterator[Bit]:
    at = whole.start
    for span in differs:
        words = span.of(text)
        start, end = span.end - len(words.lstrip()), span.start + len(words.rstrip())
        yield from _bit(Span(at, start), text, differs=False, at_length=at_length)
        yield from _bit(Span(start, end), text, differs=True, at_length=at_length)
        at = end
    yield from _bit(Span(at, whole.end), text, differs=False, at_length=at_length)


def _bit(span: Span, text: str, *, differs: bool, at_length: bool) -> Iterator[Bit]:
    """The words on one line, a blank at either end kept; none where there are only blanks."""
    raw = span.of(text)
    if at_length or differs:
        words = show_on_one_line(raw, _AT_LENGTH if at_length else _ALONE_SHOWN)
    else:
        words = _shorten(show_on_one_line(raw))
    if words:
        before, after = (" " * sign.isspace() for sign in (raw[:1], raw[-1:]))
        yield Bit(f"{before}{words}{after}", differs)


def _shorten(words: str) -> str:
    """What both have, without its middle where it is long: how many words that is stands there."""
    if len(words) <= 3 * _ALIKE_SHOWN:
        return words
    head, tail = words[:_ALIKE_SHOWN].rsplit(" ", 1)[0], words[-_ALIKE_SHOWN:].partition(" ")[2]
    middle = len(words[len(head) : len(words) - len(tail)].split())
    alike = ngettext("%(num)s word alike", "%(num)s words alike", middle, num=f"{middle:,}")
    return f"{head} […{alike}…] {tail}"
