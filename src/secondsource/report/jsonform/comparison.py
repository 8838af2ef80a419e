"""Two articles held against each other, as JSON."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from secondsource.article import Span
from secondsource.jsonvalues import JsonObject, span_json
from secondsource.lineage.compare import Comparison
from secondsource.lineage.family import EditType, Relation
from secondsource.report.jsonform.articles import article_entry_json
from secondsource.report.jsonform.lineage import edge_json, edit_json
from secondsource.report.pairs import pair_sentences
from secondsource.report.rows import lay_rows
from secondsource.report.versions import name_kinds

_ROWS_GIVEN: Final = 2_000


@dataclass(frozen=True, slots=True)
class _Places:
    """What stands in one row, as places of both texts; None where one has nothing."""

    left: Span | None
    right: Span | None
    left_differs: tuple[Span, ...] = ()
    right_differs: tuple[Span, ...] = ()
    kinds: tuple[EditType, ...] = ()


def comparison_json(comparison: Comparison) -> JsonObject:
    """What ties two articles, what was changed, and which places belong together.

    `edge` is null where they share no text and neither credits the other; `edits` lead from the
    left to the right article whichever was first. `rows` are at most 2,000 and empty where no
    text is shared or both are too long to be compared word by word; a side that is null has
    nothing there.
    """
    edge, laid = comparison.edge, comparison.laid
    rows = list(islice(_find_rows(comparison), _ROWS_GIVEN + 1))
    return {
        "left": article_entry_json(comparison.left),
        "right": article_entry_json(comparison.right),
        "edge": edge_json(replace(edge, edits=(), edits_left_out=None)) if edge else None,
        "edits": [edit_json(edit) for edit in laid.edits] if laid else [],
        "edits_left_out": laid.edits_left_out if laid else None,
        "rows": [_row_json(row) for row in rows[:_ROWS_GIVEN]],
        "more_rows": len(rows) > _ROWS_GIVEN,
    }


def _find_rows(comparison: Comparison) -> Iterator[_Places]:
    left, right, laid = comparison.left, comparison.right, comparison.laid
    if laid is None:
        return
    if laid.relation is Relation.TRANSLATION:
        for pair in pair_sentences(laid, right, left):
            yield _Places(pair.parent, pair.child)
        return
    for row in lay_rows(laid, right, left, by_paragraph=True) or ():
        yield _Places(
            row.parent if len(row.parent) else None,
            row.child if len(row.child) else None,
            row.parent_differs,
            row.child_differs,
            name_kinds(row, laid.edits),
        )


def _row_json(row: _Places) -> JsonObject:
    return {
        "left": span_json(row.left),
        "right": span_json(row.right),
        "left_differs": [span_json(span) for span in row.left_differs],
        "right_differs": [span_json(span) for span in row.right_differs],
        "edits": [kind.value for kind in row.kinds],
    }
