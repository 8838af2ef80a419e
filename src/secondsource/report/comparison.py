"""Two articles side by side in words: what ties them, what both have, and what was changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, zip_longest
from typing import Final

from secondsource.article import Article
from secondsource.lineage.compare import Comparison
from secondsource.lineage.family import Edge, Relation
from secondsource.messages import N_
from secondsource.messages import gettext as _
from secondsource.report.edits import EditsView, view_edits
from secondsource.report.kinship import EdgeView, view_edge
from secondsource.report.pairs import PairView, view_pairs
from secondsource.report.segments import find_paragraphs
from secondsource.report.shelf import Label, make_shelf
from secondsource.report.versions import RowView, view_versions
from secondsource.report.visible import show_on_one_line

ROWS_SHOWN: Final = 300
"""The most rows of one comparison; rows with changes are kept first."""
_LENGTH: Final = 400_000  # characters of all rows together
_RUN_LENGTH: Final = 3_000
_TOO_LONG: Final = N_(
    "Both texts are too long to be compared word by word, so that they stand here each by itself."
)
_NOTHING_SHARED: Final = N_(
    "The program found no stretch of text that both articles have, and none that says in one "
    "language what the other says in another. Neither credits the other. Both texts stand here "
    "each by itself."
)
_ONLY_CREDIT: Final = N_(
    "The program found no stretch of text that both articles have. Both texts stand here each by "
    "itself."
)


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Two articles side by side, the left one first.

    `tie` says who has the text from whom; None where nothing ties the two. Of `rows` (both in one
    language) and `pairs` (a translation) one is filled; where neither is, `apart` says why, and
    `texts` are the paragraphs of both, each by itself. `turned` where the right one is the
    original, so that the changes lead back from what was made of it.
    """

    left: Label
    right: Label
    tie: EdgeView | None
    turned: bool
    edits: EditsView | None
    rows: tuple[RowView, ...] = ()
    pairs: tuple[PairView, ...] = ()
    apart: str = ""
    texts: tuple[PairView, ...] = ()
    left_out: int = 0

    @property
    def parent(self) -> Label:
        """The left one, as the older of two is called where they are laid side by side."""
        return self.left

    @property
    def child(self) -> Label:
        """The right one."""
        return self.right


@dataclass(frozen=True, slots=True)
class _Laid:
    """Both texts as they stand beside each other; of the three kinds of rows one is filled."""

    rows: tuple[RowView, ...] = ()
    pairs: tuple[PairView, ...] = ()
    texts: tuple[PairView, ...] = ()
    left_out: int = 0


def view_comparison(comparison: Comparison) -> ComparisonView:
    """Two articles side by side, in words; some hundred rows of them at most."""
    left, right, laid = comparison.left, comparison.right, comparison.laid
    shelf = make_shelf(None, (left, right))
    beside = _lay(laid, left, right)
    return ComparisonView(
        left=shelf.label(left.id),
        right=shelf.label(right.id),
        tie=view_edge(comparison.edge, shelf) if comparison.edge else None,
        turned=comparison.is_turned,
        edits=view_edits(laid) if laid else None,
        rows=beside.rows,
        pairs=beside.pairs,
        apart=_say_apart(laid) if beside.texts else "",
        texts=beside.texts,
        left_out=beside.left_out,
    )


def _lay(laid: Edge | None, left: Article, right: Article) -> _Laid:
    """Both texts in rows, as far as there is room for them."""
    if laid is not None and laid.relation is Relation.TRANSLATION and laid.stretches:
        pairs = tuple(view_pairs(laid, right, left, _RUN_LENGTH))
        kept = pairs[: _count_fitting([len(pair.parent) + len(pair.child) for pair in pairs])]
        return _Laid(pairs=kept, left_out=len(pairs) - len(kept))
    versions = laid and view_versions(laid, right, left, ROWS_SHOWN, at_length=True)
    if versions:
        rows = versions.rows
        shown = rows[: _count_fitting([row.length for row in rows])]
        return _Laid(rows=shown, left_out=versions.left_out + len(rows) - len(shown))
    texts = tuple(_pair_paragraphs(left, right))
    kept = texts[: _count_fitting([len(text.parent) + len(text.child) for text in texts])]
    return _Laid(texts=kept, left_out=len(texts) - len(kept))


def _count_fitting(sizes: Sequence[int]) -> int:
    """How many of the first rows there is room for, by their characters."""
    return sum(1 for total in accumulate(sizes[:ROWS_SHOWN]) if total <= _LENGTH)


def _say_apart(laid: Edge | None) -> str:
    """Why no row holds words of both."""
    if laid is None:
        return _(_NOTHING_SHARED)
    return _(_TOO_LONG if laid.stretches else _ONLY_CREDIT)


def _pair_paragraphs(left: Article, right: Article) -> Iterator[PairView]:
    """The paragraphs of two texts that have nothing in common, beside each other as they come."""
    sides = (
        [show_on_one_line(p.of(each.text), _RUN_LENGTH) for p in find_paragraphs(each.text)]
        for each in (left, right)
    )
    for one, other in zip_longest(*sides, fillvalue=""):
        yield PairView(child=other, parent=one)
