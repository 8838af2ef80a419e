"""How pieces of evidence fall into origins: what goes back to one thing counts once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from secondsource.evidence.finding import BasisPiece, Link, Path
from secondsource.evidence.origins.piece import Piece
from secondsource.evidence.origins.sametext import SharedText
from secondsource.evidence.origins.ties import find_signals

# Set by hand, as all scores of ties; nothing was fitted (docs/decisions/0002-origins.md).
STRONG = 0.8
"""From this score on a tie joins whatever its two ends already belong to."""
WEAK = 0.5
"""From this score on a tie joins two groups if it, or another, holds between all their parts."""

_FEW = 6
"""Up to so many pieces all their credits are kept as ties; in larger origins only those needed."""
_MOST_SAID = 3


@dataclass(frozen=True, slots=True)
class Group:
    """The numbers of the pieces that have one origin, with the ties that hold them together."""

    members: tuple[int, ...]
    links: tuple[Link, ...]


def link_pieces(pieces: Sequence[Piece], shared: SharedText) -> list[Link]:
    """All ties between pieces, by the four rules of the design."""
    return [
        Link(i, j, signal)
        for (i, left), (j, right) in combinations(enumerate(pieces), 2)
        for signal in find_signals(left, right, shared)
        if signal.score >= WEAK
    ]


def group_pieces(
    count: int, links: Sequence[Link], homes: Sequence[str] | None = None
) -> list[Group]:
    """The origins of `count` pieces: a partition of their numbers, whatever order links come in.

    Strong ties join as connected components. Weak ties come after, and join two components only
    when every strong component in the one is tied to every one in the other (complete link): a
    chain of weak ties cannot weld many origins into one. A component counts the same however
    many copies it has, so that a further copy never makes a further origin. Last, what one house
    has from a further source that nobody else has is folded into the rest of what it says: one
    outlet that quotes two people is not two. `homes` names the house of each piece.
    """
    cores = Partition(count)
    strong = sort_links(link for link in links if link.signal.score >= STRONG)
    kept = [link for link in strong if cores.join(link.left, link.right)]
    weak = sort_links(link for link in links if link.signal.score < STRONG)
    folding = [link for link in weak if link.signal.name == "same_house"]
    kept += _join_weak(count, cores, [link for link in weak if link not in folding])
    final = Partition(count)
    for link in kept:
        final.join(link.left, link.right)
    kept += _fold(final, folding, _read_homes(count, links, homes))
    return _collect(final, kept, links)


def sort_links(links: Iterable[Link]) -> list[Link]:
    """Ties in the order in which they join: the surest first."""
    return sorted(links, key=lambda k: (-k.signal.score, k.left, k.right, k.signal.name))


def _join_weak(count: int, cores: "Partition", weak: Sequence[Link]) -> list[Link]:
    tied = {frozenset((cores.find(k.left), cores.find(k.right))) for k in weak}
    clusters = {cores.find(n): {cores.find(n)} for n in range(count)}
    kept: list[Link] = []
    for link in weak:
        a, b = clusters[cores.find(link.left)], clusters[cores.find(link.right)]
        if a is b or not all(frozenset((x, y)) in tied for x in a for y in b):
            continue
        a |= b
        clusters.update(dict.fromkeys(b, a))
        kept.append(link)
    return kept


def _read_homes(
    count: int, links: Sequence[Link], homes: Sequence[str] | None
) -> list[frozenset[str]]:
    """For each piece the houses that print its very text."""
    names = homes or [str(n) for n in range(count)]
    texts = Partition(count)
    for link in links:
        if link.signal.name == "same_text":
            texts.join(link.left, link.right)
    printed: dict[int, set[str]] = defaultdict(set)
    for n in range(count):
        printed[texts.find(n)].add(names[n])
    return [frozenset(printed[texts.find(n)]) for n in range(count)]


def _fold(
    final: "Partition", folding: Sequence[Link], homes: Sequence[frozenset[str]]
) -> list[Link]:
    """Join the origins of one house that nobody else has, whole ones to whole ones.

    Of two origins that a house has a part in, one is folded into the other when every text in
    the one stands with a house of the other. So a round-up of two reports welds neither.
    """
    texts: list[set[frozenset[str]]] = [set() for _ in range(final.count)]
    for n in range(final.count):
        texts[final.find(n)].add(homes[n])
    kept: list[Link] = []
    apart: set[tuple[int, int]] = set()
    for link in folding:
        a, b = sorted((final.find(link.left), final.find(link.right)))
        if a == b or (a, b) in apart:
            continue
        if _is_within(texts[a], texts[b]) or _is_within(texts[b], texts[a]):
            final.join(a, b)
            texts[a] |= texts[b]
            apart = {pair for pair in apart if a not in pair and b not in pair}
            kept.append(link)
        else:
            apart.add((a, b))
    return kept


def _is_within(texts: set[frozenset[str]], others: set[frozenset[str]]) -> bool:
    """Whether each of these texts is printed by a house that prints one of the others."""
    houses = frozenset().union(*others)
    return all(text & houses for text in texts)


def _collect(final: "Partition", kept: Sequence[Link], links: Sequence[Link]) -> list[Group]:
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(final.count):
        members[final.find(number)].append(number)
    holding: dict[int, list[Link]] = defaultdict(list)
    pairs = {(k.left, k.right) for k in kept}
    for link in links:
        root = final.find(link.left)
        loose = root == final.find(link.right) and len(members[root]) <= _FEW
        if (link.left, link.right) in pairs or (loose and link.signal.name == "credit"):
            holding[root].append(link)
    return [
        Group(tuple(m), tuple(sort_links(holding[root]))) for root, m in sorted(members.items())
    ]


@dataclass(slots=True)
class Partition:
    """Disjoint sets of numbers; the least number of a set stands for it."""

    count: int
    _parent: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._parent = list(range(self.count))

    def find(self, number: int) -> int:
        """The number that stands for the set of this one."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, left: int, right: int) -> bool:
        """Put two sets together; False when they are one already."""
        a, b = sorted((self.find(left), self.find(right)))
        self._parent[b] = a
        return a != b


def explain_group(group: Group, pieces: Sequence[BasisPiece], path: Path | None) -> str:
    """Why these pieces count as one, or why one stands alone, in a sentence or two."""
    if len(group.members) == 1:
        return pieces[group.members[0]].alone
    said = list(dict.fromkeys(_sentences(group.links, pieces)))
    head = f"{path.sentence} " if path and path.circular else ""
    left_out = len(said) - _MOST_SAID
    more = f" And {left_out} more {'tie' if left_out == 1 else 'ties'}." if left_out > 0 else ""
    return head + " ".join(said[:_MOST_SAID]) + more


def _sentences(links: Sequence[Link], pieces: Sequence[BasisPiece]) -> list[str]:
    """What the ties say; where many pairs share one reason, their names in one sentence."""
    named: dict[str, list[str]] = defaultdict(list)
    for link in links:
        names = [pieces[link.left].name, pieces[link.right].name]
        head = f"{names[0]} and {names[1]} "
        both = link.signal.sentence.startswith(head)
        named[link.signal.sentence.removeprefix(head)] += names if both else []
    return [_join_names(list(dict.fromkeys(names)), said) for said, names in named.items()]


def _join_names(names: Sequence[str], said: str) -> str:
    if not names:
        return said
    verb = said.replace("both", "all", 1) if len(names) > 2 and said.startswith("both") else said
    return f"{', '.join(names[:-1])} and {names[-1]} {verb}"
