"""Which edits come first, and how many of the least are kept."""

from collections.abc import Sequence

from secondsource.article import Span
from secondsource.lineage.family import Edit, EditType

WORDING_SHOWN = 30  # edits of wording kept for one edge; the rest is counted
EDIT_ORDER = (
    EditType.HEDGE_REMOVED,
    EditType.ATTRIBUTION_REMOVED,
    EditType.ATTRIBUTION_CHANGED,
    EditType.NUMBER,
    EditType.QUOTATION,
    EditType.NAME,
    EditType.DATE,
    EditType.HEDGE_ADDED,
    EditType.LOADED_WORD,
    EditType.HEADLINE,
    EditType.PARAGRAPH_CUT,
    EditType.PARAGRAPH_ADDED,
    EditType.WORDING,
)
"""What a fact-checker looks for first comes first: what makes a claim stronger or another one.

Before all of them, whatever their type, come those that take out or put in a negation."""
_RANK = {kind: rank for rank, kind in enumerate(EDIT_ORDER)}


def order_edits(edits: Sequence[Edit]) -> tuple[tuple[Edit, ...], int]:
    """The edits by what matters, then by their place, and how many of wording were left out."""
    ordered = _once_each_quotation(sorted(dict.fromkeys(edits), key=_place))
    wording = [edit for edit in ordered if edit.type is EditType.WORDING and not edit.negation]
    kept = ordered[: len(ordered) - len(wording)] + wording[:WORDING_SHOWN]
    return tuple(kept), len(ordered) - len(kept)


def _once_each_quotation(edits: Sequence[Edit]) -> list[Edit]:
    """The edits without those that show the same quotation again for its next sentence."""
    seen: set[Span] = set()
    kept: list[Edit] = []
    for edit in edits:
        spans = {span for span in (edit.before_span, edit.after_span) if span}
        if edit.type is EditType.QUOTATION:
            if spans & seen:
                continue
            seen |= spans
        kept.append(edit)
    return kept


def _place(edit: Edit) -> tuple[bool, int, int, int]:
    child = edit.after_span.start if edit.after_span else -1
    parent = edit.before_span.start if edit.before_span else -1
    return not edit.negation, _RANK[edit.type], child if child >= 0 else parent, parent
