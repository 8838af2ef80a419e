"""Which articles share a text, quotations aside: they count as one where prints are counted."""

from collections.abc import Iterable, Mapping

from secondsource.article import Article
from secondsource.lineage.family import Edge, Relation
from secondsource.lineage.quoted import share_quoted
from secondsource.lineage.tracing import find_families

_OWN_WORDS = 200  # characters beside quotations that make a shared passage a copy


def group_families(articles: Iterable[Article]) -> Mapping[str, str]:
    """For each article that shares its text with others one name for all of these.

    Articles that share a quotation and nothing else are not of one family here.
    """
    known = list({article.id: article for article in articles}.values())
    parent = {article.id: article.id for article in known}

    def find(item: str) -> str:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    texts = {article.id: article.text for article in known}
    for family in find_families(known):
        for edge in family.edges:
            if _is_copy(edge, texts[edge.child]):
                parent[find(edge.child)] = find(edge.parent)
    return {item: find(item) for item in parent}


def _is_copy(edge: Edge, child: str) -> bool:
    """Whether two articles share more than quotations: most of a text, or words around them."""
    if edge.relation is not Relation.EXCERPT:
        return edge.relation is not Relation.CREDIT
    spans = [stretch.child for stretch in edge.stretches]
    return sum(map(len, spans)) * (1 - share_quoted(child, spans)) >= _OWN_WORDS
