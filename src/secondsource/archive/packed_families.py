"""Families as bytes, and bytes as families again: their ties and reasons, without the shared words.

The words that two articles share are found again in a moment for one pair; those of a hundred
thousand articles would take more room than the articles themselves.
"""

import json
import zlib
from typing import TypeAlias

from secondsource.article import Signal
from secondsource.lineage.family import Edge, Family, Relation

_Signal: TypeAlias = tuple[str, float, str]
_Edge: TypeAlias = tuple[str, str, str, float, float, float, bool, list[_Signal]]


def pack_family(family: Family) -> bytes:
    """A family as bytes."""
    parts = [
        family.id,
        family.root,
        family.articles,
        family.core,
        [_pack_edge(edge) for edge in family.edges],
        _pack_signals(family.root_signals),
        family.root_confidence,
    ]
    return zlib.compress(json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def unpack_family(data: bytes) -> Family:
    """The family that was packed; its ties have no stretches and no edits."""
    text = zlib.decompress(data).decode("utf-8", "surrogatepass")
    id_, root, articles, core, edges, signals, confidence = json.loads(text)
    return Family(
        id=id_,
        root=root,
        articles=tuple(articles),
        edges=tuple(map(_unpack_edge, edges)),
        core=tuple(core),
        root_signals=_unpack_signals(signals),
        root_confidence=confidence,
    )


def _pack_edge(edge: Edge) -> _Edge:
    return (
        edge.child,
        edge.parent,
        edge.relation.value,
        edge.coverage,
        edge.parent_coverage,
        edge.confidence,
        edge.directed,
        _pack_signals(edge.signals),
    )


def _unpack_edge(packed: _Edge) -> Edge:
    child, parent, relation, coverage, parent_coverage, confidence, directed, signals = packed
    return Edge(
        child,
        parent,
        Relation(relation),
        coverage,
        parent_coverage,
        confidence,
        directed,
        _unpack_signals(signals),
    )


def _pack_signals(signals: tuple[Signal, ...]) -> list[_Signal]:
    return [(signal.name, signal.score, signal.sentence) for signal in signals]


def _unpack_signals(packed: list[_Signal]) -> tuple[Signal, ...]:
    return tuple(Signal(*signal) for signal in packed)
