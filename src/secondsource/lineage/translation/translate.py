"""Edges between articles of which one is a translation of another, though they share no words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from secondsource.article import Article, Signal, Span
from secondsource.lineage.direction.direct import judge_direction
from secondsource.lineage.direction.timing import when
from secondsource.lineage.edges import say_coverage
from secondsource.lineage.family import Edge, Relation, Stretch
from secondsource.lineage.names import name_article
from secondsource.lineage.translation.nearest import ArticleVectors, Neighbours, join_vectors
from secondsource.lineage.translation.numbers_said import count_numbers
from secondsource.lineage.translation.translator import Proof, Translator


def tie_translations(
    articles: Sequence[Article], translator: Translator, vectors: ArticleVectors | None = None
) -> tuple[Edge, ...]:
    """Edges between articles of which one is a translation of the other.

    Looked at are articles in two languages, each among the nearest to the other by its vector.

    Args:
        articles: with unique ids; those without a language are left out.
        translator: the models.
        vectors: those that are known already, in any order; of other articles too.
    """
    return tie_groups([articles], translator, vectors)


def tie_groups(
    groups: Sequence[Sequence[Article]],
    translator: Translator,
    vectors: ArticleVectors | None = None,
) -> tuple[Edge, ...]:
    """The same where only articles of one group can be translations of one another.

    Args:
        groups: articles with unique ids; one may be in several groups.
        translator: the models.
        vectors: as for `tie_translations`.
    """
    mixed = [group for group in groups if len({a.language for a in group if a.language}) > 1]
    by_id = {article.id: article for group in mixed for article in group}
    if not by_id:
        return ()
    known = _complete(vectors.keep(by_id.keys()) if vectors else None, by_id.values(), translator)
    members = [{article.id for article in group} for group in mixed]
    near: dict[str, list[Article]] = defaultdict(list)
    for left, right in Neighbours(known).pairs():
        if any(left in group and right in group for group in members):
            near[left].append(by_id[right])
    edges = (tie_article(by_id[left], rights, translator) for left, rights in near.items())
    return tuple(edge for of_article in edges for edge in of_article)


def tie_article(
    article: Article, candidates: Sequence[Article], translator: Translator
) -> Iterator[Edge]:
    """Edges between an article and those of some candidates that are translations."""
    for proof in translator.prove(article, candidates):
        yield _make_edge(proof)


def _complete(
    known: ArticleVectors | None, articles: Iterable[Article], translator: Translator
) -> ArticleVectors:
    """The known vectors, and those of the articles that have none."""
    have = set(known.ids) if known else set()
    fresh = translator.vectorise([a for a in articles if a.id not in have])
    return join_vectors([known, fresh]) if known and len(known) else fresh


def _make_edge(proof: Proof) -> Edge:
    left, right = proof.left.article, proof.right.article
    cut = _cover(proof)
    if when(left) >= when(right):  # of two that nothing tells apart the later is the child
        direction = judge_direction(left, right, cut)
    else:
        direction = judge_direction(right, left, cut[::-1])
    swap = direction.child is right
    coverage, parent_coverage = cut[::-1] if swap else cut
    edge = Edge(
        direction.child.id,
        direction.parent.id,
        Relation.TRANSLATION,
        coverage,
        parent_coverage,
        proof.confidence,
        direction.decided,
        (),
        tuple(_locate(proof, swap=swap)),
    )
    told = _say_alignment(edge, direction.child, direction.parent, by_network=proof.by_network)
    numbers = count_numbers(edge, direction.child, direction.parent)
    return replace(edge, signals=(told, *numbers, *direction.signals))


def _cover(proof: Proof) -> tuple[float, float]:
    """The share of each text, by weight of its words, that has a counterpart in the other."""
    left, right = proof.left.words.weights, proof.right.words.weights
    pairs = proof.alignment.pairs
    return (
        min(1.0, sum(float(left[slice(*p.left)].sum()) for p in pairs) / float(left.sum())),
        min(1.0, sum(float(right[slice(*p.right)].sum()) for p in pairs) / float(right.sum())),
    )


def _locate(proof: Proof, *, swap: bool) -> Iterator[Stretch]:
    """The sentence pairs as spans of the two texts, child first."""
    for pair in proof.alignment.pairs:
        left = _join(proof.left.spans[slice(*pair.left)])
        right = _join(proof.right.spans[slice(*pair.right)])
        yield Stretch(right, left) if swap else Stretch(left, right)


def _join(spans: Sequence[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end)


def _say_alignment(edge: Edge, child: Article, parent: Article, *, by_network: bool) -> Signal:
    how = "a network that reads whole sentences" if by_network else "the meaning of single words"
    share = say_coverage(edge.coverage)
    sentence = (
        f"{len(edge.stretches)} stretches of {name_article(child)} ({share} of it) say in "
        f"{child.language} what {name_article(parent)} says in {parent.language}, in the same "
        f"order; compared by {how}."
    )
    return Signal("translates", edge.confidence, sentence, edge.passages)
