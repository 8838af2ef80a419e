"""All edits of an edge: what was changed between the parent's words and the child's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from secondsource.article import Article, Boilerplate, Span
from secondsource.lineage.edits.changes import find_changes
from secondsource.lineage.edits.compare import Range, compare
from secondsource.lineage.edits.headline import Headline, find_headline, is_same_headline
from secondsource.lineage.edits.kinds import classify
from secondsource.lineage.edits.order import order_edits
from secondsource.lineage.edits.paragraphs import classify_alone
from secondsource.lineage.edits.version import Source, Version, make_versions
from secondsource.lineage.edits.words import EditWords, words_for
from secondsource.lineage.family import Edge, Edit, EditType, Family, Relation
from secondsource.lineage.matching.align import SHARED_PART
from secondsource.lineage.quoted import only_quotes

Learned = Mapping[str, Sequence[Boilerplate]]
_NOTHING_LEARNED: Learned = MappingProxyType({})
_COMPARED = (Relation.COPY, Relation.EDITED, Relation.EXCERPT, Relation.MERGED)


def with_edits(
    families: Iterable[Family], articles: Iterable[Article], learned: Learned = _NOTHING_LEARNED
) -> tuple[Family, ...]:
    """The families, every edge of shared text with its edits; asked for only what is shown.

    Args:
        families: as `trace` gives them.
        articles: those that the edges tie; an edge of another article stays as it is.
        learned: boilerplate that was learned, by article: it is no part of a version.
    """
    kept = list(families)
    named = {end for f in kept for edge in f.edges for end in (edge.parent, edge.child)}
    read = _read([article for article in articles if article.id in named], learned)
    return tuple(replace(f, edges=tuple(_fill(edge, read) for edge in f.edges)) for f in kept)


def find_edits(
    edge: Edge, parent: Article, child: Article, learned: Learned = _NOTHING_LEARNED
) -> Edge:
    """An edge with its edits, in the order of what matters; other relations have none."""
    return _fill(edge, _read([parent, child], learned))


@dataclass(frozen=True, slots=True)
class _Read:
    """An article as it is compared."""

    article: Article
    version: Version
    headline: Headline | None


def _read(articles: Sequence[Article], learned: Learned) -> dict[str, _Read]:
    """Articles as they are compared, by id."""
    headlines = [find_headline(article) for article in articles]
    sources = [
        _source(article, headline, learned.get(article.id, ()))
        for article, headline in zip(articles, headlines, strict=True)
    ]
    read = map(_Read, articles, make_versions(sources), headlines)
    return {each.article.id: each for each in read}


def _source(article: Article, headline: Headline | None, notices: Sequence[Boilerplate]) -> Source:
    hidden = [stretch.span for stretch in (*article.boilerplate, *notices)]
    hidden += [headline.span] if headline and headline.span else []
    return Source(article.text, article.language, tuple(hidden))


def _fill(edge: Edge, read: Mapping[str, _Read]) -> Edge:
    """An edge with its edits, where both articles are at hand and share text."""
    if edge.relation not in _COMPARED or not edge.stretches:
        return edge
    parent, child = read.get(edge.parent), read.get(edge.child)
    if parent is None or child is None:
        return edge
    words = words_for(child.article.language or parent.article.language)
    edits = list(_compare_headlines(parent, child, words)) if _is_whole(edge) else []
    edits += _compare_texts(edge, parent.version, child.version, words)
    kept, left_out = order_edits(edits)
    return replace(edge, edits=kept, edits_left_out=left_out)


def _is_whole(edge: Edge) -> bool:
    """Whether the two are versions of one text, and not only share a part."""
    if edge.relation is Relation.MERGED or only_quotes(edge):
        return False
    return max(edge.coverage, edge.parent_coverage) >= SHARED_PART


def _compare_headlines(parent: _Read, child: _Read, words: EditWords) -> Iterator[Edit]:
    """The change of a headline, and what kinds of change it holds."""
    left, right = parent.headline, child.headline
    if left is None or right is None or is_same_headline(left.text, right.text):
        return
    yield Edit(EditType.HEADLINE, left.text, right.text, left.span, right.span)
    language = child.article.language or parent.article.language
    before, after = make_versions([Source(h.text, language) for h in (left, right)])
    for group in compare(before, after, _everything(before, after)).groups:
        for edit in classify(find_changes(before, after, group), words):
            if edit.type is not EditType.WORDING or edit.negation:
                yield replace(
                    edit,
                    before_span=_shift(edit.before_span, left),
                    after_span=_shift(edit.after_span, right),
                )


def _shift(span: Span | None, headline: Headline) -> Span | None:
    """A place of a headline as one of the text, if the text has the headline."""
    return span.shift(headline.span.start) if span and headline.span else None


def _compare_texts(edge: Edge, parent: Version, child: Version, words: EditWords) -> Iterator[Edit]:
    whole = _is_whole(edge)
    where = _everything(parent, child) if whole else _shared_sentences(edge, parent, child)
    comparison = compare(parent, child, where)
    for group in comparison.groups:
        if not _is_equal(parent, group.parent, child, group.child):
            yield from classify(find_changes(parent, child, group), words, whole)
    if whole:
        yield from classify_alone(parent, child, comparison.cut, comparison.added)


def _everything(parent: Version, child: Version) -> list[tuple[Range, Range]]:
    return [((0, len(parent.sentences)), (0, len(child.sentences)))]


def _shared_sentences(edge: Edge, parent: Version, child: Version) -> list[tuple[Range, Range]]:
    """The sentences of each shared stretch, none twice."""
    found: list[tuple[Range, Range]] = []
    for stretch in sorted(edge.stretches, key=lambda s: s.child):
        parts = _sentences(parent, stretch.parent), _sentences(child, stretch.child)
        if parts[0] is None or parts[1] is None:
            continue
        if not any(_overlap(parts[0], p) or _overlap(parts[1], c) for p, c in found):
            found.append((parts[0], parts[1]))
    return found


def _sentences(version: Version, span: Span) -> Range | None:
    begin, end = version.range_of(span.start, span.end)
    if begin >= end:
        return None
    return version.sentence_at(begin), version.sentence_at(end - 1) + 1


def _overlap(left: Range, right: Range) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _is_equal(parent: Version, here: Range, child: Version, there: Range) -> bool:
    """Whether two groups of sentences are written alike to the last mark."""
    texts = (_with_end(version, part) for version, part in ((parent, here), (child, there)))
    return len(set(texts)) == 1


def _with_end(version: Version, part: Range) -> str:
    begin, end = part
    start = version.starts[begin]
    while start and not version.text[start - 1].isspace():
        start -= 1
    return version.text[start : version.ends[end - 1] + 1]
