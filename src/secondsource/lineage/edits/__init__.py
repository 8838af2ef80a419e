"""Edits: what was changed between two versions of a text, and what kind of change it is.

`find` asks `compare` for the changes of two `version`s and each module named for a kind
(`headline`, `paragraphs`, `amounts`, `naming`, `negation`, `quoting`, `sayings`, `kinds`) what it
sees in them; `order` says what matters first. The words of each language are in `words_*`.
"""

from secondsource.lineage.edits.find import find_edits, with_edits
from secondsource.lineage.edits.order import EDIT_ORDER, WORDING_SHOWN

__all__ = ["EDIT_ORDER", "WORDING_SHOWN", "find_edits", "with_edits"]
