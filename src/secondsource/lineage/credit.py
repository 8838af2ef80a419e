"""The credit chain: an article that names where its text comes from, tied to that article."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from secondsource.article import Article, Credit, Passage, Role, Signal
from secondsource.lineage.direction.direct import credits_outlet, shared_author
from secondsource.lineage.direction.timing import is_later
from secondsource.lineage.family import Edge, Relation
from secondsource.lineage.names import list_outlet_names, name_article, outlet_key

# Weights set by hand; no measurement is recorded.
_ENOUGH = 0.6  # outlet and author, or outlet and date, or the very address
_OUTLET, _ADDRESS, _AUTHOR, _DATE, _LINK = 0.4, 0.9, 0.4, 0.3, 0.4
_TRANSLATOR, _SOON = 0.1, 0.1
_SOON_DAYS = 3
_SAME_AS = {"credits_outlet": "credits_other", "links_to_credited": "links_to_other"}
_MOST_OF_OUTLET = 300  # articles of a credited outlet that are looked at for one child


def tie_credits(articles: Sequence[Article]) -> tuple[Edge, ...]:
    """Edges from articles to the ones that their credits name, whatever the language.

    A named outlet alone is not enough, since it has many articles: the author, the date, a
    link or the address must fit as well, or it is a translation of what appeared just before.
    """
    children = [article for article in articles if article.credits]
    if not children:
        return ()
    by_outlet = _index_by_outlet(articles)
    outlets = {a.id: outlet_key(a.outlet or a.url or a.id) for a in articles}
    edges: list[Edge] = []
    for child in children:
        ties = (_tie(child, parent) for parent in _named_articles(child, by_outlet))
        edges += _best_of_outlet([tie for tie in ties if tie is not None], outlets)
    return tuple(edges)


def join_credits(text_edges: Sequence[Edge], credit_edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """Credit edges added, or their signals where the two articles share text already.

    Two articles that credit each other are tied once, without direction.
    """
    credited: dict[frozenset[str], Edge] = {}
    for edge in credit_edges:
        other = credited.get(_ends(edge))
        credited[_ends(edge)] = edge if other is None else _contradict(other, edge)
    joined = [_add_signals(edge, credited.pop(_ends(edge), None)) for edge in text_edges]
    return (*joined, *credited.values())


def _ends(edge: Edge) -> frozenset[str]:
    return frozenset((edge.child, edge.parent))


def _contradict(first: Edge, second: Edge) -> Edge:
    return replace(first, directed=False, signals=(*first.signals, *second.signals))


def _add_signals(edge: Edge, credit: Edge | None) -> Edge:
    """A text edge with what a credit between the same articles says as well."""
    if credit is None or credit.child != edge.child:
        return edge
    told = {signal.name for signal in edge.signals}
    fresh = tuple(s for s in credit.signals if not {s.name, _SAME_AS.get(s.name)} & told)
    doubt = (1 - edge.confidence) * (1 - credit.confidence)
    sure = round(min(0.99, 1 - doubt), 3)
    return replace(edge, confidence=sure, signals=(*edge.signals, *fresh))


def _best_of_outlet(ties: Sequence[Edge], outlets: Mapping[str, str]) -> list[Edge]:
    """Of the ties to one outlet the surest; none when two articles of it fit equally well."""
    by_outlet: dict[str, list[Edge]] = defaultdict(list)
    for tie in ties:
        by_outlet[outlets[tie.parent]].append(tie)
    best = [sorted(group, key=lambda e: -e.confidence)[:2] for group in by_outlet.values()]
    return [g[0] for g in best if len(g) == 1 or g[0].confidence > g[1].confidence]


def _index_by_outlet(articles: Iterable[Article]) -> Mapping[str, list[Article]]:
    index: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for key in set(map(outlet_key, list_outlet_names(article))):
            index[key].append(article)
    for of_outlet in index.values():
        of_outlet.sort(key=lambda article: (article.published or "", article.id))
    return index


def _named_articles(child: Article, by_outlet: Mapping[str, list[Article]]) -> list[Article]:
    keys = {outlet_key(name) for c in child.credits for name in (c.name, c.url) if name}
    found = {a.id: a for key in sorted(keys) for a in _just_before(child, by_outlet.get(key, []))}
    return [a for a in found.values() if a.id != child.id]


def _just_before(child: Article, of_outlet: list[Article]) -> list[Article]:
    """The latest articles of an outlet before the child: a large outlet has too many for all."""
    day = (child.published or "9999")[:10] + "~"
    end = bisect_right(of_outlet, day, key=lambda article: article.published or "")
    return of_outlet[max(0, end - _MOST_OF_OUTLET) : end]


def _tie(child: Article, parent: Article) -> Edge | None:
    credit = credits_outlet(child, parent)
    if credit is None or _is_later(parent, child):
        return None
    signals = _credit_signals(child, parent, credit)
    confidence = round(min(0.99, sum(signal.score for signal in signals)), 3)
    if confidence < _ENOUGH:
        return None
    relation = Relation.TRANSLATION if _is_translation(child, parent) else Relation.CREDIT
    return Edge(child.id, parent.id, relation, 0.0, 0.0, confidence, True, signals)


def _is_later(left: Article, right: Article) -> bool:
    if not left.published or not right.published:
        return False
    return is_later(left.published[:10], right.published[:10])


def _is_translation(child: Article, parent: Article) -> bool:
    """Whether the languages differ, and nobody says that it is anything but a translation."""
    return bool(child.language and parent.language and child.language != parent.language)


def _credit_signals(child: Article, parent: Article, credit: Credit) -> tuple[Signal, ...]:
    spans = (Passage(child.id, credit.span),) if credit.span is not None else ()
    who, whom = name_article(child), name_article(parent)
    sentence = f"{who} names “{credit.name}” as where its text comes from."
    signals = [Signal("credits_outlet", _OUTLET, sentence, spans)]
    if credit.url and credit.url in (parent.url, parent.canonical):
        signals.append(Signal("credits_address", _ADDRESS, f"It gives the address of {whom}."))
    author = shared_author(child, parent)
    if author:
        sentence = f"Both name the same author, in {whom} written “{author}”."
        signals.append(Signal("same_author", _AUTHOR, sentence))
    if _names_date(child, parent):
        sentence = f"The credit gives the day on which {whom} published."
        signals.append(Signal("credits_date", _DATE, sentence))
    if any(link.url in (parent.url, parent.canonical) for link in child.links):
        signals.append(Signal("links_to_credited", _LINK, f"{who} links to the text at {whom}."))
    if _is_soon_after(child, parent):
        sentence = f"{who} published within {_SOON_DAYS} days of {whom}."
        signals.append(Signal("soon_after", _SOON, sentence))
    if _names_translator(child) and _is_translation(child, parent):
        sentence = f"{who} names a translator, and {whom} is in another language."
        signals.append(Signal("names_translator", _TRANSLATOR, sentence))
    return tuple(signals)


def _names_date(child: Article, parent: Article) -> bool:
    dates = {credit.date[:10] for credit in child.credits if credit.date}
    return bool(parent.published and parent.published[:10] in dates)


def _is_soon_after(child: Article, parent: Article) -> bool:
    try:
        days = [date.fromisoformat((a.published or "")[:10]) for a in (child, parent)]
    except ValueError:
        return False
    return timedelta(0) <= days[0] - days[1] <= timedelta(days=_SOON_DAYS)


def _names_translator(article: Article) -> bool:
    return any(credit.role is Role.TRANSLATOR for credit in article.credits)
