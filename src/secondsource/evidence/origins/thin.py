"""Of very many ties those by which pieces stay together even when a person rejects some."""

from collections import defaultdict
from collections.abc import Sequence

from secondsource.evidence.finding import Link
from secondsource.evidence.origins.group import STRONG, Partition, sort_links

_MANY = 150
"""Up to so many ties for one reason all are kept."""
_ROUNDS = 3
"""So many times over pieces are held together for one reason; one time fewer may be rejected."""

_Pairs = set[tuple[int, int]]


def thin_links(sides: Sequence[str], links: Sequence[Link]) -> tuple[Link, ...]:
    """The ties that are kept for making origins anew; they make the same origins as all of them.

    Two hundred copies of one dispatch have twenty thousand ties. Of each reason a spanning forest
    is kept, another of what is left, and a third (a sparse certificate for connectivity: Nagamochi
    and Ibaraki, Algorithmica 1992); of weak ties the best between any two groups that strong ones
    make. Pieces of each side are thinned apart, as each side has its own origins.

    Args:
        sides: for each piece what tells it from those of other sides; the examined statement has
            one of its own.
        links: all ties.
    """
    classes: dict[tuple[str, frozenset[str]], list[Link]] = defaultdict(list)
    cores = Partition(len(sides))
    for link in sort_links(links):
        between = frozenset((sides[link.left], sides[link.right]))
        classes[link.signal.name, between].append(link)
        if len(between) == 1 and link.signal.score >= STRONG:
            cores.join(link.left, link.right)
    pairs: _Pairs = set()
    for own in classes.values():
        if len(own) <= _MANY:
            pairs.update((link.left, link.right) for link in own)
        else:
            pairs |= _hold_together(len(sides), [k for k in own if k.signal.score >= STRONG])
            pairs |= _best_between(cores, [k for k in own if k.signal.score < STRONG])
    return tuple(link for link in links if (link.left, link.right) in pairs)


def _hold_together(count: int, strong: Sequence[Link]) -> _Pairs:
    """The pairs of three spanning forests, the surest ties first."""
    pairs: _Pairs = set()
    left = list(strong)
    for _ in range(_ROUNDS):
        forest = Partition(count)
        pairs.update((k.left, k.right) for k in left if forest.join(k.left, k.right))
        left = [link for link in left if (link.left, link.right) not in pairs]
    return pairs


def _best_between(cores: Partition, weak: Sequence[Link]) -> _Pairs:
    """The pairs of the best weak tie between any two cores."""
    best: dict[frozenset[int], Link] = {}
    for link in weak:
        best.setdefault(frozenset((cores.find(link.left), cores.find(link.right))), link)
    return {(link.left, link.right) for link in best.values()}
