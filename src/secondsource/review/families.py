"""Families without the edges that a person says do not hold."""

from collections.abc import Collection, Iterator, Sequence

from secondsource.article import Article
from secondsource.lineage.families import build_families
from secondsource.lineage.family import Family
from secondsource.review.subject import EdgeSubject, edge_subject


def drop_edges(
    families: Sequence[Family],
    rejected: Collection[EdgeSubject],
    examined: Article,
    articles: Sequence[Article],
) -> tuple[Family, ...]:
    """The families of the examined article over the edges that are left.

    A family that loses none stays as it is. One that falls apart leaves the part, or the parts,
    that hold the examined article.
    """
    return tuple(
        family
        for former in families
        for family in _rebuild(former, rejected, (examined, *articles))
        if examined.id in family.articles
    )


def _rebuild(
    family: Family, rejected: Collection[EdgeSubject], articles: Sequence[Article]
) -> Iterator[Family]:
    edges = [edge for edge in family.edges if edge_subject(edge) not in rejected]
    if len(edges) == len(family.edges):
        yield family
        return
    ends = {end for edge in edges for end in (edge.child, edge.parent)}
    yield from build_families([a for a in articles if a.id in ends], edges)
