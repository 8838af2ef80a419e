"""How pieces of evidence fall into origins: what goes back to one thing counts once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from secondsource.article import Signal
from secondsource.evidence.finding import Stance
from secondsource.evidence.origins.piece import Piece
from secondsource.evidence.origins.sametext import SharedText
from secondsource.evidence.origins.ties import find_debt, find_signals

STRONG = 0.8
"""From this score on a tie joins whatever its two ends already belong to."""
WEAK = 0.5
"""From this score on a tie joins two groups if it, or another, holds between all their parts."""

_FEW = 6
"""Up to so many pieces all their credits are kept as ties; in larger origins only those needed."""
_MOST_SAID = 3


@dataclass(frozen=True, slots=True)
class Link:
    """Two pieces of evidence, by their numbers, and one reason why they have one origin."""

    left: int
    right: int
    signal: Signal


@dataclass(frozen=True, slots=True)
class Group:
    """The numbers of the pieces that have one origin, with the ties that hold them together."""

    members: tuple[int, ...]
    links: tuple[Link, ...]


def link_pieces(pieces: Sequence[Piece], shared: SharedText, stance: Stance) -> list[Link]:
    """All ties between pieces of one stance, by the four rules of the design.

    What contradicts an article is no echo of it: for pieces that dispute, only shared text ties
    them to the examined one. So a correction by its own outlet, or a rebuttal that links it,
    still counts.
    """
    return [
        Link(i, j, signal)
        for (i, left), (j, right) in combinations(enumerate(pieces), 2)
        for signal in find_signals(left, right, shared)
        if signal.score >= WEAK and _holds(signal, left, right, stance)
    ]


def _holds(signal: Signal, left: Piece, right: Piece, stance: Stance) -> bool:
    with_examined = left.examined or right.examined
    return not with_examined or stance is not Stance.DISPUTES or signal.name == "same_text"


def group_pieces(count: int, links: Sequence[Link]) -> list[Group]:
    """The origins of `count` pieces: a partition of their numbers, whatever order links come in.

    Strong ties join as connected components. Weak ties come after, and join two components only
    when every strong component in the one is tied to every one in the other (complete link): a
    chain of weak ties cannot weld many origins into one. A component counts the same however
    many copies it has, so that a further copy never makes a further origin.
    """
    cores = _Partition(count)
    strong = _sort(link for link in links if link.signal.score >= STRONG)
    kept = [link for link in strong if cores.join(link.left, link.right)]
    kept += _join_weak(count, cores, _sort(link for link in links if link.signal.score < STRONG))
    final = _Partition(count)
    for link in kept:
        final.join(link.left, link.right)
    return _collect(final, kept, links)


def _sort(links: Iterable[Link]) -> list[Link]:
    return sorted(links, key=lambda k: (-k.signal.score, k.left, k.right, k.signal.name))


def _join_weak(count: int, cores: "_Partition", weak: Sequence[Link]) -> list[Link]:
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


def _collect(final: "_Partition", kept: Sequence[Link], links: Sequence[Link]) -> list[Group]:
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
    return [Group(tuple(m), tuple(_sort(holding[root]))) for root, m in sorted(members.items())]


@dataclass(slots=True)
class _Partition:
    """Disjoint sets of numbers; the least number of a set stands for it."""

    count: int
    _parent: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._parent = list(range(self.count))

    def find(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, left: int, right: int) -> bool:
        """Put two sets together; False when they are one already."""
        a, b = sorted((self.find(left), self.find(right)))
        self._parent[b] = a
        return a != b


def explain_group(group: Group, pieces: Sequence[Piece], shared: SharedText) -> str:
    """Why these pieces count as one, or why one stands alone, in a sentence or two."""
    if len(group.members) == 1:
        return _explain_single(pieces[group.members[0]])
    said = list(dict.fromkeys(_sentences(group.links, pieces)))
    circle = _find_circle(_directions(group, pieces, shared))
    head = f"This is a circle: {_tell_circle(circle)}. " if circle else ""
    left_out = len(said) - _MOST_SAID
    more = f" And {left_out} more {'tie' if left_out == 1 else 'ties'}." if left_out > 0 else ""
    return head + " ".join(said[:_MOST_SAID]) + more


def _sentences(links: Sequence[Link], pieces: Sequence[Piece]) -> list[str]:
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


def _explain_single(piece: Piece) -> str:
    if piece.voices:
        whom = piece.voices[0].key.shown
        return f"Only {piece.name} has it, from {whom}; nothing ties it to the other pieces."
    if piece.debts:
        whom = piece.debts[0].name
        return f"{piece.name} has it from {whom}; nothing ties it to the other pieces."
    return f"{piece.name} says it in its own words; nothing ties it to the other pieces."


def _directions(
    group: Group, pieces: Sequence[Piece], shared: SharedText
) -> Mapping[str, dict[str, str]]:
    """Which outlet took from which, with the verb that says how."""
    ways: dict[str, dict[str, str]] = defaultdict(dict)
    one_of_each = {pieces[n].article.id: pieces[n] for n in group.members}
    for left, right in combinations(sorted(one_of_each.values(), key=lambda p: p.key), 2):
        if left.name == right.name:
            continue
        for edge in shared.edges_between(left.article.id, right.article.id):
            if edge.directed:
                child, parent = (left, right) if edge.child == left.article.id else (right, left)
                ways[child.name][parent.name] = _VERBS.get(edge.relation.value, "copies")
        for debtor, creditor in ((left, right), (right, left)):
            debt = find_debt(debtor, creditor)
            if debt is not None and debt.outlet == creditor.outlet:
                ways[debtor.name].setdefault(creditor.name, debt.verb)
    return ways


_VERBS = {"translation": "translates", "credit": "credits", "excerpt": "excerpts"}


def _find_circle(ways: Mapping[str, Mapping[str, str]]) -> list[tuple[str, str]] | None:
    """A shortest way that comes back to where it began: (outlet, verb) pairs; None if none."""
    for start in sorted(ways):
        paths: list[list[str]] = [[start]]
        seen = {start}
        while paths:
            path = paths.pop(0)
            for after in sorted(ways.get(path[-1], ())):
                if after == start:
                    steps = zip(path, [*path[1:], start], strict=True)
                    return [(a, ways[a][b]) for a, b in steps]
                if after not in seen:
                    seen.add(after)
                    paths.append([*path, after])
    return None


def _tell_circle(circle: Sequence[tuple[str, str]]) -> str:
    after = [*circle[1:], circle[0]]
    steps = zip(circle, after, strict=True)
    return ", ".join(f"{name} {verb} {then}" for (name, verb), (then, _) in steps)
