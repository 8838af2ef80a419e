"""From edges to families: strong ties join, excerpts add, and no chain of ties welds stories."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from secondsource.article import Article, Span, make_id
from secondsource.lineage.compilations import number_places
from secondsource.lineage.edges import is_strong
from secondsource.lineage.family import Edge, Family
from secondsource.lineage.following import Reached, follow_down, index_by_parent
from secondsource.lineage.matching.tokens import I64
from secondsource.lineage.notices.learn import connect
from secondsource.lineage.parents import count_outside
from secondsource.lineage.roots import Root, choose_root

_MANY_PLACES = 8  # of one article, tied to others by undecided excerpts: a page of quotations
_OWN_PART = 0.8  # of what was taken: less where a text grows, as that of a live blog does
# The first is measured, the second set by hand: docs/decisions/0005-families.md.


def build_families(articles: Sequence[Article], edges: Sequence[Edge]) -> tuple[Family, ...]:
    """Families: cores joined by strong edges, each with those that took an excerpt of it.

    An excerpt adds its article to the family that it was taken from, and so do those that
    took the same words from it in turn, as far as these words go: an article made of
    quotations from thirty stories belongs to thirty families and welds none of them together.
    What was taken from an article's own part, and not from what it had taken itself, begins a
    family of that part; so do undecided excerpts of each place of one article.
    """
    texts = _Texts(articles, edges)
    strong = [edge for edge in edges if is_strong(edge)]
    core_of = connect(
        len(texts),
        np.array([texts.of_child(e) for e in strong], np.int64),
        np.array([texts.of_parent(e) for e in strong], np.int64),
    )
    edges_of: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        edges_of[int(core_of[texts.of_parent(edge)])].append(edge)
    by_parent = index_by_parent(edges)
    cores = texts.read_cores(core_of, edges_of)
    by_id = {article.id: article for article in articles}
    families: list[Family] = []
    for core in sorted(edges_of):
        own = _add_further(edges_of[core], cores[core], by_parent)
        root = choose_root(cores[core], own, by_id)
        part = edges_of[core][0].child if texts.is_part(root.article, core, core_of) else None
        families.append(_make_family(_name_family(root.article, part), root, cores[core], own))
    return tuple(families)


class _Texts:
    """The texts that the articles hold, by number.

    Most articles are one text. The part of an article that is its own is another one when others
    took from it and the article has taken the rest. So is each place of an article from which, or
    into which, excerpts went without anything saying in which direction.
    """

    def __init__(self, articles: Sequence[Article], edges: Sequence[Edge]) -> None:
        self._ids = [article.id for article in articles]
        self._number = {name: k for k, name in enumerate(self._ids)}
        self._holders = list(self._ids)
        self._taken: dict[str, list[Span]] = defaultdict(list)
        self._of_parent: dict[tuple[str, str], int] = {}
        undecided: dict[str, list[Edge]] = defaultdict(list)
        for edge in edges:
            if is_strong(edge):
                self._taken[edge.child] += [stretch.child for stretch in edge.stretches]
            elif edge.stretches and not edge.directed:
                undecided[edge.parent].append(edge)
        for own in undecided.values():
            self._add_places(own)
        self._add_own_parts(edges)

    def __len__(self) -> int:
        return len(self._holders)

    def of_child(self, edge: Edge) -> int:
        """The text of the child that an edge speaks of."""
        return self._number[edge.child]

    def of_parent(self, edge: Edge) -> int:
        """The text of the parent that an edge speaks of."""
        known = self._of_parent.get((edge.child, edge.parent))
        return self._number[edge.parent] if known is None else known

    def is_part(self, article: str, core: int, core_of: I64) -> bool:
        """Whether a core is not that of an article's whole text, but of a part of it."""
        return bool(core_of[self._number[article]] != core)

    def read_cores(self, core_of: I64, wanted: Mapping[int, object]) -> dict[int, list[str]]:
        """The articles of each wanted core, the earliest first."""
        cores: dict[int, list[str]] = {core: [] for core in wanted}
        for text, core in enumerate(core_of.tolist()):
            if core in cores:
                cores[core].append(self._holders[text])
        return {core: sorted(set(own), key=self._number.__getitem__) for core, own in cores.items()}

    def _add_places(self, edges: Sequence[Edge]) -> None:
        """A text for each place of an article, where undecided excerpts concern many."""
        places = number_places(edges)
        if max(places) < _MANY_PLACES:
            return
        first = len(self._holders)
        self._holders += [edges[0].parent] * (1 + max(places))
        for edge, place in zip(edges, places, strict=True):
            self._of_parent[edge.child, edge.parent] = first + place

    def _add_own_parts(self, edges: Sequence[Edge]) -> None:
        parts: dict[str, int] = {}
        for edge in edges:
            if self._gives_its_own(edge) and (edge.child, edge.parent) not in self._of_parent:
                if edge.parent not in parts:
                    parts[edge.parent] = len(self._holders)
                    self._holders.append(edge.parent)
                self._of_parent[edge.child, edge.parent] = parts[edge.parent]

    def _gives_its_own(self, edge: Edge) -> bool:
        """Whether what was taken from the parent is for the most part not what it had taken."""
        taken = self._taken.get(edge.parent)
        given = [stretch.parent for stretch in edge.stretches]
        if not taken or not given:
            return False
        own = sum(count_outside(span, taken) for span in given)
        return own > _OWN_PART * sum(map(len, given))


def _name_family(root: str, part: str | None) -> str:
    """The id of a family: its root's, and for a part of the root's text the first that took it."""
    return make_id("family", root) if part is None else make_id("family", root, part)


def _add_further(
    edges: Sequence[Edge], core: Sequence[str], by_parent: Mapping[str, Sequence[Edge]]
) -> list[Edge]:
    """The edges, and those over which others took the words of its excerpts from who has them."""
    inside = set(core)
    taken = [edge for edge in edges if edge.child not in inside]
    start = [Reached(e.child, e, tuple(s.child for s in e.stretches)) for e in taken]
    further = (reached.edge for reached in follow_down(start, by_parent))
    known = {(edge.child, edge.parent) for edge in edges}
    return [
        *edges,
        *(e for e in further if e.child not in inside and (e.child, e.parent) not in known),
    ]


def _make_family(name: str, root: Root, core: Sequence[str], edges: Sequence[Edge]) -> Family:
    inside = set(core)
    excerpts = dict.fromkeys(edge.child for edge in edges if edge.child not in inside)
    members = (*core, *excerpts)
    signals, confidence = root.signals, root.confidence
    return Family(name, root.article, members, tuple(edges), tuple(core), signals, confidence)
