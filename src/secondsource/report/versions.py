"""Two versions of a text side by side: what both have in one row, and what differs marked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import Levenshtein

from secondsource.article import Article, Span
from secondsource.lineage.family import Edge, Edit, EditType, Stretch
from secondsource.messages import gettext as _
from secondsource.report.numbers import ngettext
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import EDIT_WORDS

# A word or a sign with the blanks around it; in scripts without blanks, a letter.
_LETTER: Final = r"[^\W\u2e80-\u9fff]"
_WORD: Final = re.compile(rf"\s*(?:[\u2e80-\u9fff]|{_LETTER}+(?:['’-]{_LETTER}+)*|[^\w\s])\s*")
_ROWS_SHOWN: Final = 80
_COMPARED: Final = 150_000_000  # words of one side times words of the other: 20 MB, 0.2 s
_ALIKE_SHOWN: Final = 110  # characters shown at either end of a long run that both have
_ALONE_SHOWN: Final = 1_200


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


@dataclass(frozen=True, slots=True)
class VersionsView:
    """Two versions in rows, in the order of the later one; `left_out` rows are not shown."""

    rows: tuple[RowView, ...]
    left_out: int

    @property
    def length(self) -> int:
        """How many characters both sides have."""
        return sum(len(bit.text) for row in self.rows for bit in (*row.parent, *row.child))


@dataclass(frozen=True, slots=True)
class _Row:
    """Places in both texts that belong together, and what differs within them."""

    parent: Span
    child: Span
    parent_differs: tuple[Span, ...] = ()
    child_differs: tuple[Span, ...] = ()

    @property
    def differs(self) -> bool:
        return bool(self.parent_differs or self.child_differs)


def view_versions(
    edge: Edge, child: Article, parent: Article, most: int = _ROWS_SHOWN
) -> VersionsView | None:
    """The two texts of a tie in rows of paragraphs.

    None where they share no stretch, or one too long to be compared word by word.

    Args:
        edge: the tie, with its stretches; its edits name the kinds of change.
        child: the article that has the text from the other.
        parent: the other.
        most: how many rows are shown at most. Those with changes are kept first.
    """
    longest = max((_count_pairs(s, child, parent) for s in edge.stretches), default=0)
    if not longest or longest > _COMPARED:
        return None
    stretches = [_take_in_signs(s, child.text, parent.text) for s in edge.stretches]
    rows = list(_join_alike(_lay_out(stretches, child, parent)))
    kept = _choose_rows(rows, most)
    views = (_view_row(row, edge.edits, child, parent) for row in kept)
    shown = tuple(view for view in views if view.parent or view.child)
    return VersionsView((*_head_lines(edge.edits), *shown), len(rows) - len(kept))


def _count_pairs(stretch: Stretch, child: Article, parent: Article) -> int:
    ours, theirs = stretch.child.of(child.text), stretch.parent.of(parent.text)
    return len(ours.split()) * len(theirs.split())


def _head_lines(edits: Sequence[Edit]) -> Iterator[RowView]:
    """A row for the headlines, where they differ."""
    for edit in edits:
        if edit.type is EditType.HEADLINE and not (edit.before_span or edit.after_span):
            sides = (show_on_one_line(words, _ALONE_SHOWN) for words in (edit.before, edit.after))
            parent, child = ((Bit(words, differs=True),) if words else () for words in sides)
            yield RowView(parent, child, (_(EDIT_WORDS[edit.type]),))


def _take_in_signs(stretch: Stretch, child: str, parent: str) -> Stretch:
    """A stretch with the signs that follow it in both texts: words alone were compared for it."""
    ours, theirs = stretch.child.end, stretch.parent.end
    while ours < len(child) and theirs < len(parent) and child[ours] == parent[theirs]:
        if child[ours].isalnum() or child[ours].isspace():
            break
        ours, theirs = ours + 1, theirs + 1
    return Stretch(Span(stretch.child.start, ours), Span(stretch.parent.start, theirs))


def _choose_rows(rows: Sequence[_Row], most: int) -> list[_Row]:
    ranked = sorted(range(len(rows)), key=lambda n: (not rows[n].differs, n))
    return [rows[n] for n in sorted(ranked[:most])]


def _lay_out(stretches: Sequence[Stretch], child: Article, parent: Article) -> Iterator[_Row]:
    """The rows in the order of the child; what only the parent has stands where it would be."""
    in_order = _without_overlaps(sorted(stretches, key=lambda s: (s.child, s.parent)))
    missing = _find_gaps([s.parent for s in in_order], parent)
    at = 0
    yield from (_alone(Span(0, 0), gap) for gap in missing if gap.start == 0)
    for stretch in in_order:
        yield from _alone_in_child(child, Span(at, stretch.child.start))
        yield from _compare(stretch, child, parent)
        after = (gap for gap in missing if gap.start == stretch.parent.end)
        yield from (_alone(Span(stretch.child.end, stretch.child.end), gap) for gap in after)
        at = stretch.child.end
    yield from _alone_in_child(child, Span(at, len(child.text)))


def _without_overlaps(stretches: Sequence[Stretch]) -> list[Stretch]:
    kept: list[Stretch] = []
    for stretch in stretches:
        if all(
            not stretch.child.overlaps(other.child) and not stretch.parent.overlaps(other.parent)
            for other in kept[-1:]
        ):
            kept.append(stretch)
    return kept


def _find_gaps(covered: Sequence[Span], article: Article) -> list[Span]:
    """The places of a text between those that are covered, notices left out."""
    edges = [Span(0, 0), *sorted(covered), Span(len(article.text), len(article.text))]
    gaps = (Span(a.end, b.start) for a, b in pairwise(edges) if a.end < b.start)
    return [gap for gap in gaps if _has_words(article, gap)]


def _has_words(article: Article, span: Span) -> bool:
    told = any(map(str.isalnum, span.of(article.text)))
    return told and not article.is_boilerplate(span)


def _alone(child: Span, parent: Span) -> _Row:
    return _Row(parent, child, parent_differs=(parent,))


def _alone_in_child(child: Article, span: Span) -> Iterator[_Row]:
    if span and _has_words(child, span):
        yield _Row(Span(0, 0), span, child_differs=(span,))


@dataclass(frozen=True, slots=True)
class _Step:
    """A word that both have, or words that one or either has in place of the other's."""

    parent: Span
    child: Span
    alike: bool


def _compare(stretch: Stretch, child: Article, parent: Article) -> Iterator[_Row]:
    """A shared stretch, cut where a paragraph of the child ends, with the words that differ."""
    at_parent, at_child = stretch.parent.start, stretch.child.start
    row = _Row(Span(at_parent, at_parent), Span(at_child, at_child))
    for step in _align(stretch, child.text, parent.text):
        row = _extend(row, step)
        if "\n" in step.child.of(child.text):
            yield row
            row = _Row(Span(row.parent.end, row.parent.end), Span(row.child.end, row.child.end))
    if row.parent or row.child:
        yield row


def _extend(row: _Row, step: _Step) -> _Row:
    parent, child = Span(row.parent.start, step.parent.end), Span(row.child.start, step.child.end)
    if step.alike:
        return _Row(parent, child, row.parent_differs, row.child_differs)
    return _Row(
        parent,
        child,
        _add(row.parent_differs, step.parent),
        _add(row.child_differs, step.child),
    )


def _add(spans: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """The places with one more, joined to the last where it follows that."""
    if not span:
        return spans
    if spans and spans[-1].end == span.start:
        return (*spans[:-1], Span(spans[-1].start, span.end))
    return (*spans, span)


def _align(stretch: Stretch, child: str, parent: str) -> Iterator[_Step]:
    """Both sides of a stretch word by word."""
    ours, theirs = _cut_words(stretch.child, child), _cut_words(stretch.parent, parent)
    if not (ours and theirs):
        yield _Step(stretch.parent, stretch.child, alike=False)
        return
    plain = [[span.of(text).strip() for span in s] for s, text in ((theirs, parent), (ours, child))]
    for code in Levenshtein.opcodes(*plain):
        old, new = theirs[code.src_start : code.src_end], ours[code.dest_start : code.dest_end]
        if code.tag == "equal":
            yield from (_Step(a, b, alike=True) for a, b in zip(old, new, strict=True))
        else:
            yield _Step(
                _join(old, theirs, code.src_start), _join(new, ours, code.dest_start), alike=False
            )


def _cut_words(span: Span, text: str) -> list[Span]:
    """The words of a stretch with the blanks after each, which join up to it."""
    return [Span(m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.end)]


def _join(words: Sequence[Span], among: Sequence[Span], at: int) -> Span:
    """The words as one place; an empty one where there are none."""
    if words:
        return Span(words[0].start, words[-1].end)
    place = among[at].start if at < len(among) else among[-1].end
    return Span(place, place)


def _join_alike(rows: Iterable[_Row]) -> Iterator[_Row]:
    """The rows, with those that follow each other and do not differ put into one."""
    held: _Row | None = None
    for row in rows:
        follows = held and held.child.end == row.child.start and held.parent.end == row.parent.start
        if held and follows and not row.differs and not held.differs:
            held = _Row(
                Span(held.parent.start, row.parent.end), Span(held.child.start, row.child.end)
            )
            continue
        if held:
            yield held
        held = row
    if held:
        yield held


def _view_row(row: _Row, edits: Sequence[Edit], child: Article, parent: Article) -> RowView:
    return RowView(
        tuple(_show(row.parent, row.parent_differs, parent.text)),
        tuple(_show(row.child, row.child_differs, child.text)),
        _name_kinds(row, edits),
    )


def _name_kinds(row: _Row, edits: Sequence[Edit]) -> tuple[str, ...]:
    here = [
        edit.type
        for edit in edits
        if (edit.after_span and edit.after_span.overlaps(row.child))
        or (edit.before_span and edit.before_span.overlaps(row.parent))
    ]
    return tuple(_(EDIT_WORDS[kind]) for kind in dict.fromkeys(here)) if row.differs else ()


def _show(whole: Span, differs: Sequence[Span], text: str) -> Iterator[Bit]:
    at = whole.start
    for span in differs:
        words = span.of(text)
        start, end = span.end - len(words.lstrip()), span.start + len(words.rstrip())
        yield from _bit(Span(at, start), text, differs=False)
        yield from _bit(Span(start, end), text, differs=True)
        at = end
    yield from _bit(Span(at, whole.end), text, differs=False)


def _bit(span: Span, text: str, *, differs: bool) -> Iterator[Bit]:
    """The words on one line, a blank at either end kept; none where there are only blanks."""
    raw = span.of(text)
    words = show_on_one_line(raw, _ALONE_SHOWN) if differs else _shorten(show_on_one_line(raw))
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
