"""Where the words of a passage stand in the other articles of its family."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from secondsource.article import Passage, Span
from secondsource.lineage.family import Edge, Family, Relation

_ENOUGH_SHARED = 0.5
"""The part of a passage that must lie in shared stretches to count as the same text; set by hand
(docs/decisions/0002-origins.md)."""
_MOST_IMAGES = 64
"""How many articles of one family a passage is followed into: a wire story may have hundreds."""


@dataclass(frozen=True, slots=True)
class Image:
    """The same passage in another article: where (None: somewhere in it), how much of it."""

    article: str
    span: Span | None
    share: float
    translated: bool


@dataclass(frozen=True, slots=True)
class _Way:
    """One edge as it is walked from one article to the other."""

    to: str
    stretches: tuple[tuple[Span, Span], ...]
    translated: bool
    up: bool


@dataclass(slots=True)
class SharedText:
    """The shared stretches of many families, followed from passage to passage.

    Two copies of one story need not have an edge between them: both may hang on a third. So a
    passage is followed through the stretches of its family to its images in other articles.
    """

    families: Sequence[Family]
    _ways: dict[str, list[_Way]] = field(init=False)
    _edges: dict[str, list[Edge]] = field(init=False)
    _family: dict[str, str] = field(init=False)
    _web: dict[str, str] = field(init=False)
    _images: dict[Passage, Mapping[str, Image]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._ways, self._edges = defaultdict(list), defaultdict(list)
        self._family = {a: f.id for f in self.families for a in f.articles}
        self._family |= {a: f.id for f in self.families for a in f.core}
        for edge in (e for f in self.families for e in f.edges):
            self._edges[edge.child].append(edge)
            self._edges[edge.parent].append(edge)
            for start, way in _ways_of(edge):
                self._ways[start].append(way)
        self._web = _label_webs(self._ways)

    def family_of(self, article: str) -> str | None:
        """The id of the family that an article belongs to, or None.

        Of several families the one whose text it carries; of the others it has an excerpt.
        """
        return self._family.get(article)

    def web_of(self, article: str) -> str:
        """An article that it is connected with, the same for all that are; without any itself.

        Only articles with one web can share a passage.
        """
        return self._web.get(article, article)

    def edges_of(self, article: str) -> Sequence[Edge]:
        """The edges that tie an article to others directly."""
        return self._edges.get(article, ())

    def edges_between(self, left: str, right: str) -> Iterator[Edge]:
        """The edges that tie two articles directly."""
        return (e for e in self._edges.get(left, ()) if right in (e.child, e.parent))

    def images_of(self, passage: Passage) -> Mapping[str, Image]:
        """Where else in its family the words of a passage stand, itself first, by article id."""
        if passage not in self._images:
            self._images[passage] = self._follow(passage)
        return self._images[passage]

    def _follow(self, passage: Passage) -> Mapping[str, Image]:
        start = Image(passage.article, passage.span, 1.0, False)
        found, queue = {passage.article: start}, deque([start])
        while queue and len(found) < _MOST_IMAGES:
            here = queue.popleft()
            for way in self._ways.get(here.article, ()):
                image = _project(here, way)
                if image and image.article not in found:
                    found[image.article] = image
                    # Up first: of five hundred copies any two meet in what they come from, and
                    # not all of them are walked to.
                    (queue.appendleft if way.up else queue.append)(image)
        return found

    def share(self, left: Passage, right: Passage) -> Image | None:
        """The image of the left passage that the right one lies in, or None.

        Its `share` is the smaller of the two parts that are shared.
        """
        if left.article == right.article:
            overlap = _overlap(left.span, right.span)
            return Image(right.article, right.span, overlap, False) if overlap else None
        if self.web_of(left.article) != self.web_of(right.article):
            return None
        images, others = self.images_of(left), self.images_of(right)
        best: Image | None = None
        for article in images:
            meeting = _meet(images[article], others[article]) if article in others else None
            if meeting and (best is None or meeting.share > best.share):
                best = meeting
            if best and best.share == 1.0:
                break
        return best

    def is_own_part(self, passage: Passage) -> bool:
        """Whether the article shares text with others, but not this passage of it."""
        ways = [w for w in self._ways.get(passage.article, ()) if w.stretches]
        return bool(ways) and len(self.images_of(passage)) == 1

    def is_added(self, passage: Passage) -> bool:
        """Whether the passage is its article's own part, beside a text that it reprints.

        A few sentences in common, a quotation say, make no reprint.
        """
        edges = self._edges.get(passage.article, ())
        return self.is_own_part(passage) and any(_reprints(edge) for edge in edges)

    def is_taken(self, passage: Passage) -> bool:
        """Whether the passage stands in text that its article took from another one."""
        edges = (e for e in self._edges.get(passage.article, ()) if e.child == passage.article)
        parents = {e.parent for e in edges if e.directed}
        return any(article in parents for article in self.images_of(passage))


def _label_webs(ways: Mapping[str, Sequence[_Way]]) -> dict[str, str]:
    """For each article one that it is connected with, the same for all that are."""
    labels: dict[str, str] = {}
    for first in ways:
        queue = [] if first in labels else [first]
        while queue:
            article = queue.pop()
            if article not in labels:
                labels[article] = first
                queue += [way.to for way in ways[article]]
    return labels


def _reprints(edge: Edge) -> bool:
    """Whether the stretches of an edge are the most of one of its two articles."""
    return bool(edge.stretches) and max(edge.coverage, edge.parent_coverage) >= _ENOUGH_SHARED


def _ways_of(edge: Edge) -> Iterator[tuple[str, _Way]]:
    translated = edge.relation is Relation.TRANSLATION
    if not edge.stretches and not translated:
        return
    forth = tuple((s.child, s.parent) for s in edge.stretches)
    back = tuple((s.parent, s.child) for s in edge.stretches)
    yield edge.child, _Way(edge.parent, forth, translated, up=True)
    yield edge.parent, _Way(edge.child, back, translated, up=False)


def _project(here: Image, way: _Way) -> Image | None:
    translated = here.translated or way.translated
    if not way.stretches or here.span is None:
        unaligned = way.translated and not way.stretches
        return Image(way.to, None, here.share * 0.9, translated) if unaligned else None
    parts = [(_overlap_span(here.span, a), a, b) for a, b in way.stretches if a.overlaps(here.span)]
    covered = sum(len(part) for part, _, _ in parts) / max(1, len(here.span))
    if covered < _ENOUGH_SHARED:
        return None
    places = [_map_span(part, a, b) for part, a, b in parts]
    span = Span(min(p.start for p in places), max(p.end for p in places))
    return Image(way.to, span, min(here.share, covered, 1.0), translated)


def _overlap_span(left: Span, right: Span) -> Span:
    return Span(max(left.start, right.start), min(left.end, right.end))


def _map_span(part: Span, source: Span, target: Span) -> Span:
    """Where a part of a stretch stands in the other text, by proportion."""
    scale = len(target) / max(1, len(source))
    start = target.start + round((part.start - source.start) * scale)
    return Span(start, max(start, target.start + round((part.end - source.start) * scale)))


def _meet(left: Image, right: Image) -> Image | None:
    if left.span is None or right.span is None:
        share = min(left.share, right.share)
    else:
        share = min(left.share, right.share, _overlap(left.span, right.span))
    if share < _ENOUGH_SHARED:
        return None
    return Image(right.article, right.span, share, left.translated != right.translated)


def _overlap(left: Span, right: Span) -> float:
    """The part of the shorter span that the other one covers."""
    return left.count_shared(right) / max(1, min(len(left), len(right)))
