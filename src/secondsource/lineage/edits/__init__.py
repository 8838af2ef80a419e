"""Edits: what was changed between two versions of a text, and what kind of change it is."""

from secondsource.lineage.edits.find import find_edits, with_edits
from secondsource.lineage.edits.order import EDIT_ORDER, WORDING_SHOWN

__all__ = ["EDIT_ORDER", "WORDING_SHOWN", "find_edits", "with_edits"]
