"""Who took from whom: signals that one of two articles is the earlier text."""

from dataclasses import dataclass

from secondsource.article import Article, Credit, Passage, Role, Signal
from secondsource.lineage.direction.tells import find_tells
from secondsource.lineage.direction.timing import credits_third, find_later
from secondsource.lineage.names import (
    is_same_outlet,
    list_outlet_names,
    name_apart,
    name_article,
    same_person,
)

# Set by hand, beside the plants of `python -m evals.direction` (docs/decisions/0007-direction.md).
DECIDED = 0.3  # by how much one side's signals must outweigh the other's
_CREDIT, _LINK, _CANONICAL, _CUT, _DROPPED = 0.9, 0.7, 0.9, 0.2, 0.2
_ORIGIN_ROLES = (Role.ORIGINAL_OUTLET, Role.REPUBLISHED_FROM, Role.WIRE, Role.OTHER)


@dataclass(frozen=True, slots=True)
class Direction:
    """Which article the text goes back to, if the signals decide, and the signals."""

    child: Article
    parent: Article
    decided: bool
    signals: tuple[Signal, ...]


def judge_direction(
    left: Article,
    right: Article,
    cut: tuple[float, float],
    further: tuple[Signal | None, Signal | None] = (None, None),
) -> Direction:
    """Which of two articles that share text is the child.

    Args:
        left: one article; the child when nothing decides.
        right: the other.
        cut: the share of each one's own words found in the other, in the same order.
        further: what else says that the left, or the right one, is the child.
    """
    left_signals = find_child_signals(left, right, cut)
    right_signals = find_child_signals(right, left, (cut[1], cut[0]))
    left_signals += (further[0],) if further[0] else ()
    right_signals += (further[1],) if further[1] else ()
    balance = sum(s.score for s in left_signals) - sum(s.score for s in right_signals)
    decided = abs(balance) >= DECIDED
    # Undecided, the order given is kept, whatever leans: one order for all makes no circles.
    child, parent = (right, left) if decided and balance < 0 else (left, right)
    return Direction(child, parent, decided, left_signals + right_signals)


def find_child_signals(
    child: Article, parent: Article, cut: tuple[float, float]
) -> tuple[Signal, ...]:
    """The signals that say the first article took from the second."""
    found = (
        find_later(child, parent, cut[0]),
        _credits_other(child, parent),
        _links_to_other(child, parent),
        _canonical_is_other(child, parent),
        _is_cut(child, parent, cut),
        _drops_credit(child, parent, cut[0]),
        *find_tells(child, parent, cut[0]),
    )
    return tuple(signal for signal in found if signal is not None)


def credits_outlet(child: Article, parent: Article) -> Credit | None:
    """The credit by which one article names the other's outlet or address, if any."""
    own = child.outlet
    names = [n for n in list_outlet_names(parent) if not (own and is_same_outlet(own, n))]
    for credit in child.credits:
        if credit.role in _ORIGIN_ROLES and any(is_same_outlet(credit.name, n) for n in names):
            return credit
        if credit.url and credit.url in (parent.url, parent.canonical):
            return credit
    return None


def names_other(child: Article, parent: Article) -> bool:
    """Whether an article itself says that it has its text from the other."""
    found = (_credits_other, _links_to_other, _canonical_is_other)
    return any(signal(child, parent) is not None for signal in found)


def shared_author(child: Article, parent: Article) -> str | None:
    """The person that both name as the author, as the parent writes it."""
    authors = [*child.byline, *(c.name for c in child.credits if c.role is Role.AUTHOR)]
    theirs = [*parent.byline, *(c.name for c in parent.credits if c.role is Role.AUTHOR)]
    return next((t for t in theirs for a in authors if same_person(a, t)), None)


def _credits_other(child: Article, parent: Article) -> Signal | None:
    credit = credits_outlet(child, parent)
    if credit is None:
        return None
    spans = (Passage(child.id, credit.span),) if credit.span is not None else ()
    sentence = f"{name_article(child)} credits “{credit.name}”."
    return Signal("credits_other", _CREDIT, sentence, spans)


def _links_to_other(child: Article, parent: Article) -> Signal | None:
    addresses = {parent.url, parent.canonical} - {None}
    if not any(link.url in addresses for link in child.links):
        return None
    sentence = f"{name_apart(child, parent)} links to the text at {name_apart(parent, child)}."
    return Signal("links_to_other", _LINK, sentence)


def _canonical_is_other(child: Article, parent: Article) -> Signal | None:
    if not child.canonical or child.canonical == child.url or child.canonical != parent.url:
        return None
    who, whom = name_apart(child, parent), name_apart(parent, child)
    sentence = f"{who} gives {whom} as its canonical address."
    return Signal("canonical_is_other", _CANONICAL, sentence)


def _is_cut(child: Article, parent: Article, cut: tuple[float, float]) -> Signal | None:
    if cut[0] < 0.9 or cut[1] > 0.8:
        return None
    sentence = f"Nearly all of {name_apart(child, parent)} is found in the longer other text."
    return Signal("is_shorter_part", _CUT, sentence)


def _drops_credit(child: Article, parent: Article, coverage: float) -> Signal | None:
    """An agency's name that one version has and the other lacks: a lean, since both may have
    their text from that agency."""
    third = credits_third(parent, child)
    if third is None or coverage < 0.5 or child.credits or child.byline:
        return None
    sentence = f"{name_article(parent)} names {third}; {name_article(child)} names nobody."
    return Signal("drops_credit", _DROPPED, sentence)
