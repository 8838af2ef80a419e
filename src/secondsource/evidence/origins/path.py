"""Who took it from whom within one origin: the circle, or the longest chain, step by step."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from secondsource.article import Passage
from secondsource.evidence.finding import Path, Step
from secondsource.evidence.origins.credit import Debt
from secondsource.evidence.origins.piece import Piece
from secondsource.evidence.origins.sametext import SharedText
from secondsource.evidence.origins.ties import find_debt
from secondsource.lineage.family import Edge
from secondsource.sentences import paragraph_around

_VERBS = {"translation": "translates", "credit": "credits", "excerpt": "excerpts"}
_FEWEST_STEPS = 2
_MOST_OUTLETS = 200
"""Of a larger origin only the first so many outlets are followed, by name."""
_WORDS = 160  # characters of a paragraph that a step quotes

Ways = Mapping[str, Mapping[str, Step]]


def find_path(pieces: Sequence[Piece], shared: SharedText) -> Path | None:
    """The circle among these pieces, else the longest chain of two steps and more, else None.

    A step goes from the outlet that took to the one it took from. An outlet stands in it once,
    whatever it printed.
    """
    ways = _find_ways(pieces, shared)
    circle = _find_circle(ways)
    steps = circle or _find_chain(ways)
    if not circle and len(steps) < _FEWEST_STEPS:
        return None
    return Path(tuple(steps), bool(circle))


def _find_ways(pieces: Sequence[Piece], shared: SharedText) -> Ways:
    """For each outlet the steps to those it took from."""
    ways: dict[str, dict[str, Step]] = defaultdict(dict)
    first: dict[str, Piece] = {}
    for piece in sorted(pieces, key=lambda p: (p.article.published or "9", p.key)):
        first.setdefault(_node(piece), piece)
    chosen = sorted(first)[:_MOST_OUTLETS]
    by_article = {p.article.id: p for p in pieces if _node(p) in chosen}
    for piece in sorted(by_article.values(), key=lambda p: p.key):
        for edge in shared.edges_of(piece.article.id):
            parent = by_article.get(edge.parent)
            if edge.directed and edge.child == piece.article.id and parent:
                _add(ways, piece, parent, _follow_edge(edge, piece, parent))
    for piece in sorted(pieces, key=lambda p: p.key):
        for name in chosen if piece.debts and _node(piece) in chosen else ():
            debt = find_debt(piece, first[name])
            if debt is not None and debt.outlet == first[name].outlet:
                _add(ways, piece, first[name], _follow_debt(debt, piece, first[name]))
    return ways


def _add(ways: dict[str, dict[str, Step]], child: Piece, parent: Piece, step: Step) -> None:
    if _node(child) != _node(parent):
        ways[_node(child)].setdefault(_node(parent), step)


def _node(piece: Piece) -> str:
    return piece.outlet or piece.article.id


def _follow_edge(edge: Edge, child: Piece, parent: Piece) -> Step:
    verb = _VERBS.get(edge.relation.value, "copies")
    words = " ".join(child.focus.span.of(child.article.text).split())
    return _step(child, parent, verb, words, child.focus)


def _follow_debt(debt: Debt, child: Piece, parent: Piece) -> Step:
    words = _quote_around(debt, child)
    return _step(child, parent, debt.verb, words, debt.at)


def _step(child: Piece, parent: Piece, verb: str, words: str, at: Passage | None) -> Step:
    return Step(
        child.article.id, child.name, verb, parent.article.id, parent.name, _shorten(words), at
    )


def _quote_around(debt: Debt, piece: Piece) -> str:
    """The words around the name that a debt rests on; what the credit names when it has none."""
    if debt.at is None:
        return debt.url or debt.name
    text, span = piece.article.text, debt.at.span
    around = paragraph_around(text, span)
    start = max(around.start, span.start - _WORDS // 2)
    end = min(around.end, span.end + _WORDS // 2)
    if start > around.start:
        start = text.find(" ", start, span.start) + 1 or start
    end = end if end == around.end else max(span.end, text.rfind(" ", start, end))
    return " ".join(text[start:end].split())


def _shorten(words: str) -> str:
    return words if len(words) <= _WORDS else words[:_WORDS].rsplit(" ", 1)[0] + " …"


def _find_circle(ways: Ways) -> list[Step]:
    """A shortest way that comes back to where it began; empty when there is none."""
    found = (circle for start in sorted(ways) if (circle := _circle_from(start, ways)))
    return min(found, key=len, default=[])


def _circle_from(start: str, ways: Ways) -> list[Step]:
    paths: list[tuple[str, list[Step]]] = [(start, [])]
    seen = {start}
    while paths:
        here, steps = paths.pop(0)
        for after, step in sorted(ways.get(here, {}).items()):
            if after == start:
                return [*steps, step]
            if after not in seen:
                seen.add(after)
                paths.append((after, [*steps, step]))
    return []


def _find_chain(ways: Ways) -> list[Step]:
    """The longest way in ties without a circle."""
    longest: dict[str, list[Step]] = {}
    for start in _from_the_ends(ways):
        longer = [
            [step, *longest.get(after, [])] for after, step in sorted(ways.get(start, {}).items())
        ]
        longest[start] = max(longer, key=len, default=[])
    return max((longest[name] for name in sorted(longest)), key=len, default=[])


def _from_the_ends(ways: Ways) -> Iterator[str]:
    """The outlets, each after all that it took from."""
    done: set[str] = set()
    for root in sorted(ways):
        stack = [(root, iter(sorted(ways.get(root, {}))))]
        while stack:
            name, rest = stack[-1]
            after = next((n for n in rest if n not in done), None)
            if after is not None:
                stack.append((after, iter(sorted(ways.get(after, {})))))
                continue
            stack.pop()
            if name not in done:
                done.add(name)
                yield name
