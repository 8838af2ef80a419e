"""Two sentences, among others that stay, as they are compared in the tests."""

from secondsource.article import Span
from secondsource.lineage import Edge, Relation, Stretch, find_edits
from secondsource.lineage.family import Edit
from tests.lineage.prose import BRIDGE, ORCHARD, article


def list_edits(
    before: str,
    after: str,
    language: str = "en",
    titles: tuple[str | None, str | None] = (None, None),
) -> tuple[Edit, ...]:
    """The edits between two sentences (the parent's first) that stand among others."""
    parent, child = (
        article(name, f"{BRIDGE}\n\n{words}\n\n{ORCHARD}", language=language, title=title)
        for name, words, title in (("p", before, titles[0]), ("c", after, titles[1]))
    )
    stretch = Stretch(Span(0, len(child.text)), Span(0, len(parent.text)))
    edge = Edge("c", "p", Relation.EDITED, 0.9, 0.9, 0.9, True, stretches=(stretch,))
    return find_edits(edge, parent, child).edits
