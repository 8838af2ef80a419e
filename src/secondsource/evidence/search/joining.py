"""Families known beforehand and families found on the way, as one list without doubles."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.lineage.family import Family

_SAME = 0.5
"""Of the smaller core: two families that share more of it carry one text. Set by hand."""


def join_families(known: Sequence[Family], found: Sequence[Family]) -> tuple[Family, ...]:
    """All families, one found again put together with the one known, under the known id.

    Families overlap on purpose: a round-up has an excerpt of each of its stories and is in the
    families of all. So only the cores say whether two are one, and each is joined to one other
    at most, the one that shares most of its core: no chain welds two stories.
    """
    joined = list(known)
    free = set(range(len(known)))
    for family in found:
        shares = {n: _share_core(known[n], family) for n in free}
        best = max(sorted(shares), key=lambda n: shares[n], default=None)
        if best is None or shares[best] <= _SAME:
            joined.append(family)
        else:
            free.remove(best)
            joined[best] = _join(known[best], family)
    return tuple(joined)


def _share_core(left: Family, right: Family) -> float:
    """The part of the smaller core that is in the other (0..1)."""
    one, other = set(_core_of(left)), set(_core_of(right))
    return len(one & other) / max(1, min(len(one), len(other)))


def _core_of(family: Family) -> tuple[str, ...]:
    return family.core or family.articles


def _join(known: Family, found: Family) -> Family:
    return replace(
        known,
        articles=tuple(dict.fromkeys((*known.articles, *found.articles))),
        core=tuple(dict.fromkeys((*_core_of(known), *_core_of(found)))),
        edges=tuple(dict.fromkeys((*known.edges, *found.edges))),
    )
