"""Two articles held against each other, whatever they are: what they share and what differs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from secondsource.article import Article
from secondsource.lineage.edits.find import find_edits
from secondsource.lineage.family import Edge, Family, turn_edge
from secondsource.lineage.notices.learn import Repeated
from secondsource.lineage.tracing import trace
from secondsource.lineage.translation.translate import tie_article
from secondsource.lineage.translation.translator import Translator


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles, with the boilerplate that was learned of them, and what ties them.

    `edge` says who has the text from whom, as far as that is decided. `laid` is the same tie
    read from the left to the right whichever came first: its parent is the left article, and
    its edits, where both are in one language, lead from there to the right one. Both are None
    where the two share no text and neither credits the other.
    """

    left: Article
    right: Article
    edge: Edge | None
    laid: Edge | None

    @property
    def is_turned(self) -> bool:
        """Whether the right article is the one that the left has its text from."""
        return self.edge is not None and self.edge.directed and self.edge.child == self.left.id


def compare_articles(
    left: Article,
    right: Article,
    known_boilerplate: Repeated | None = None,
    translator: Translator | None = None,
) -> Comparison:
    """What two articles share, and what was changed from the left to the right one.

    Args:
        left: an article.
        right: another one, with another id.
        known_boilerplate: learned from a collection that they are part of; learned from these
            two alone when None.
        translator: finds whether one translates the other; without it that is told only by
            credits.
    """
    translations: tuple[Edge, ...] = ()
    if translator and left.language and right.language and left.language != right.language:
        translations = tuple(tie_article(left, [right], translator))
    lineage = trace([left, right], known_boilerplate, translations)
    left, right = (
        replace(each, boilerplate=(*each.boilerplate, *lineage.boilerplate.get(each.id, ())))
        for each in (left, right)
    )
    edge = _find_edge(lineage.families)
    if edge is None:
        return Comparison(left, right, None, None)
    laid = find_edits(edge if edge.parent == left.id else turn_edge(edge), left, right)
    return Comparison(left, right, edge, laid)


def _find_edge(families: Iterable[Family]) -> Edge | None:
    """The tie between the two; of several that by which most of the text went over."""
    edges = [edge for family in families for edge in family.edges]
    return max(edges, key=lambda edge: edge.coverage + edge.parent_coverage, default=None)
