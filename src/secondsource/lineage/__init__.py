"""Lineage: which articles share text, and who took it from whom. Pure: no files, no network."""

from secondsource.lineage.edits import find_edits, with_edits
from secondsource.lineage.family import Edge, Edit, EditType, Family, Relation, Stretch
from secondsource.lineage.matching.index import AnchorIndex, empty_index
from secondsource.lineage.tracing import Lineage, find_families, trace

__all__ = [
    "AnchorIndex",
    "Edge",
    "Edit",
    "EditType",
    "Family",
    "Lineage",
    "Relation",
    "Stretch",
    "empty_index",
    "find_edits",
    "find_families",
    "trace",
    "with_edits",
]
