"""The probable first article of a family, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.article import Article, Signal
from secondsource.lineage.direction.direct import names_other
from secondsource.lineage.direction.timing import is_later
from secondsource.lineage.family import Edge, Relation
from secondsource.lineage.names import name_apart, name_article

# Set by hand: they order, and are no probability (docs/decisions/0005-families.md).
_EARLIEST, _CREDITED, _LONGEST, _SOURCE = 0.5, 0.3, 0.1, 0.1
_MOST = 0.95
_HEADS = 30  # those with most children: a thousand undated copies are not all followed down


@dataclass(frozen=True, slots=True)
class Root:
    """The probable first article, how sure that is, and what speaks for and against it."""

    article: str
    confidence: float
    signals: tuple[Signal, ...]


def choose_root(
    core: Sequence[str], edges: Sequence[Edge], articles: Mapping[str, Article]
) -> Root:
    """Of the articles that took the text from none, the one that most others go back to.

    Args:
        core: the articles that carry the text, the earliest first.
        edges: of the family.
        articles: by id, all of the family.
    """
    children: dict[str, list[str]] = {}
    for edge in edges:
        children.setdefault(edge.parent, []).append(edge.child)
    below = {edge.child for edge in edges if edge.directed}
    heads = [a for a in core if a not in below] or list(core)
    heads = sorted(heads, key=lambda a: -len(children.get(a, ())))[:_HEADS]
    place = {article: k for k, article in enumerate(core)}
    root = max(heads, key=lambda a: (_count_below(a, children), -place[a]))
    taking = (edge.child for edge in edges if edge.parent == root and edge.directed)
    others = [articles[a] for a in core if a != root] or [articles[a] for a in taking]
    signals = _find_reasons(articles[root], others)
    against = _find_doubts(articles[root], edges, articles)
    return Root(root, _weigh(signals, against), (*signals, *against))


def _weigh(signals: Sequence[Signal], against: Sequence[Signal]) -> float:
    total = sum(signal.score for signal in signals) * (0.3 if against else 1.0)
    return round(min(_MOST, total), 2)


def _count_below(article: str, children: Mapping[str, Sequence[str]]) -> int:
    seen, todo = {article}, [article]
    while todo:
        for child in children.get(todo.pop(), ()):
            if child not in seen:
                seen.add(child)
                todo.append(child)
    return len(seen) - 1


def _find_reasons(root: Article, others: Sequence[Article]) -> tuple[Signal, ...]:
    found = (_is_earliest(root, others), _is_credited(root, others), _is_longest(root, others))
    return tuple(signal for signal in found if signal is not None)


def _is_earliest(root: Article, others: Sequence[Article]) -> Signal | None:
    dated = [other for other in others if other.published]
    if not root.published or not dated:
        return None
    if not all(is_later(str(other.published), root.published) for other in dated):
        return None
    without = len(others) - len(dated)
    score = _EARLIEST if not without else _EARLIEST * len(dated) / len(others)
    sentence = f"{_name_among(root, others)} has the earliest date, {root.published[:10]}"
    verb = "has" if without == 1 else "have"
    sentence += f"; {without} of the others {verb} none." if without else "."
    return Signal("earliest", round(score, 2), sentence)


def _is_credited(root: Article, others: Sequence[Article]) -> Signal | None:
    naming = [other for other in others if names_other(other, root)]
    if not naming:
        return None
    who = name_article(naming[0]) if len(naming) == 1 else f"{len(naming)} of the others"
    verb = "names" if len(naming) == 1 else "name"
    sentence = f"{who} {verb} {name_article(root)} as where the text comes from."
    return Signal("credited", min(0.4, _CREDITED + 0.05 * (len(naming) - 1)), sentence)


def _is_longest(root: Article, others: Sequence[Article]) -> Signal | None:
    if not others or any(len(other.text) > len(root.text) for other in others):
        return None
    if all(len(other.text) == len(root.text) for other in others):
        return None
    return Signal("longest", _LONGEST, f"{_name_among(root, others)} has the longest text.")


def _find_doubts(
    root: Article, edges: Sequence[Edge], articles: Mapping[str, Article]
) -> tuple[Signal, ...]:
    """The undecided ties of the root with articles that carry its whole text."""
    undecided = [
        articles[edge.parent if edge.child == root.id else edge.child]
        for edge in edges
        if root.id in (edge.child, edge.parent)
        and not edge.directed
        and edge.relation is not Relation.EXCERPT
    ]
    if not undecided:
        return ()
    first, more = name_apart(undecided[0], root), len(undecided) - 1
    whom = f"{first} and {more} more" if more else first
    sentence = f"Nothing decides between {name_apart(root, undecided[0])} and {whom}."
    return (Signal("contested", 0.0, sentence),)


def _name_among(root: Article, others: Sequence[Article]) -> str:
    """How the root is called where another article of its outlet may be among the others."""
    name = name_article(root)
    return next((name_apart(root, other) for other in others if name_article(other) == name), name)
