"""Which names were taken for one, as text: kept beside the names, so that it is worked out once."""

import json
from typing import TypeAlias

from secondsource.article import Signal
from secondsource.names.cluster import Cluster, Clusters, Join
from secondsource.names.name import NameKind

_Signal: TypeAlias = tuple[str, float, str]
_Join: TypeAlias = tuple[str, str, float, list[_Signal]]
_Cluster: TypeAlias = tuple[str, list[str], list[_Join]]


def pack_clusters(clusters: Clusters) -> str:
    """Clusters as JSON."""
    packed = [(c.kind, c.names, [_pack_join(join) for join in c.joins]) for c in clusters.clusters]
    return json.dumps([packed, dict(clusters.unclear)], ensure_ascii=False)


def _pack_join(join: Join) -> _Join:
    signals = [(s.name, s.score, s.sentence) for s in join.signals]
    return join.left, join.right, join.score, signals


def unpack_clusters(text: str) -> Clusters:
    """The clusters that were packed."""
    packed, unclear = json.loads(text)
    fits = {name: tuple(names) for name, names in unclear.items()}
    return Clusters(tuple(map(_unpack_cluster, packed)), fits)


def _unpack_cluster(packed: _Cluster) -> Cluster:
    kind, names, joins = packed
    return Cluster(NameKind(kind), tuple(names), tuple(map(_unpack_join, joins)))


def _unpack_join(packed: _Join) -> Join:
    left, right, score, signals = packed
    return Join(left, right, score, tuple(Signal(*signal) for signal in signals))
