"""Who took which text from whom, as JSON."""

from collections.abc import Iterable

from secondsource.article import Article
from secondsource.jsonvalues import JsonObject, signal_json, span_json
from secondsource.lineage.family import Edge, Edit, Family, Stretch
from secondsource.report.jsonform.articles import article_entry_json


def lineage_json(families: Iterable[Family], articles: Iterable[Article]) -> JsonObject:
    """Who took which text from whom, with a short entry for every article named."""
    return {
        "articles": [article_entry_json(article) for article in articles],
        "families": [family_json(family) for family in families],
    }


def family_json(family: Family) -> JsonObject:
    """All articles that share one text, and who took what from whom.

    `core` are those that carry the text for the most part; the others have an excerpt of it.
    Where `first_known` is false, `root` is only the article that the edges lead to.
    """
    return {
        "id": family.id,
        "root": family.root,
        "first_known": family.first_known,
        "root_confidence": family.root_confidence,
        "root_signals": [signal_json(signal) for signal in family.root_signals],
        "articles": list(family.articles),
        "core": list(family.core),
        "edges": [edge_json(edge) for edge in family.edges],
    }


def edge_json(edge: Edge) -> JsonObject:
    """One tie of lineage; where `directed` is false the order of child and parent says nothing."""
    return {
        "child": edge.child,
        "parent": edge.parent,
        "relation": edge.relation.value,
        "coverage": edge.coverage,
        "parent_coverage": edge.parent_coverage,
        "confidence": edge.confidence,
        "directed": edge.directed,
        "signals": [signal_json(signal) for signal in edge.signals],
        "stretches": [_stretch_json(stretch) for stretch in edge.stretches],
        "edits": [edit_json(edit) for edit in edge.edits],
        "edits_left_out": edge.edits_left_out,
    }


def edit_json(edit: Edit) -> JsonObject:
    """One change from the words of one version to those of the next."""
    return {
        "type": edit.type.value,
        "before": edit.before,
        "after": edit.after,
        "before_span": span_json(edit.before_span),
        "after_span": span_json(edit.after_span),
        "negation": edit.negation.value if edit.negation else None,
    }


def _stretch_json(stretch: Stretch) -> JsonObject:
    return {"child": span_json(stretch.child), "parent": span_json(stretch.parent)}
