"""From articles to families: shared text, credits, direction, and no chain of weak ties.

The steps: tokens and anchors of all texts, boilerplate learned and masked, runs of equal
words, stretches, edges with direction, parents chosen, families built.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from secondsource.article import Article, Boilerplate
from secondsource.lineage.credit import join_credits, tie_credits
from secondsource.lineage.direction.direct import names_other
from secondsource.lineage.direction.timing import when
from secondsource.lineage.edges import make_edge
from secondsource.lineage.families import build_families
from secondsource.lineage.family import Edge, Family
from secondsource.lineage.matching.align import Alignment, align_runs
from secondsource.lineage.matching.candidates import is_among
from secondsource.lineage.matching.masked import MaskedTokens, mask_tokens
from secondsource.lineage.matching.match import find_runs
from secondsource.lineage.matching.scan import scan
from secondsource.lineage.matching.shortlist import choose_pairs
from secondsource.lineage.matching.tokens import tokenize
from secondsource.lineage.matching.words import share_enough
from secondsource.lineage.notices.learn import Repeated, describe_texts, learn_boilerplate
from secondsource.lineage.notices.show import (
    RepeatedAt,
    join_notices,
    only_ends_alike,
    show_endings,
    show_notices,
)
from secondsource.lineage.parents import choose_parents
from secondsource.lineage.translation.translate import tie_translations
from secondsource.lineage.translation.translator import Translator

_AT_ONCE = 2_000  # pairs of articles whose words are looked up again together


@dataclass(frozen=True, slots=True)
class Lineage:
    """All families among some articles, and the boilerplate that was learned on the way."""

    families: tuple[Family, ...]
    boilerplate: dict[str, tuple[Boilerplate, ...]]


def find_families(
    articles: Iterable[Article],
    translator: Translator | None = None,
    known_boilerplate: Repeated | None = None,
) -> tuple[Family, ...]:
    """The families among the articles: who shares text with whom, and who credits whom.

    Args:
        articles: with unique ids.
        translator: the models that find translations; without it only those are found that
            credit their original.
        known_boilerplate: learned from a larger collection; from these articles when None.
    """
    ordered = _put_in_order(articles)
    translations = tie_translations(ordered, translator) if translator else ()
    return _build(ordered, _match(ordered, known_boilerplate), translations).families


def trace(
    articles: Iterable[Article],
    known_boilerplate: Repeated | None = None,
    translations: Sequence[Edge] = (),
) -> Lineage:
    """The families among the articles and the boilerplate in them.

    Args:
        articles: with unique ids; their own marked boilerplate is left out of the matching.
        known_boilerplate: learned from a larger collection that these articles are part of;
            learned from these articles alone when None.
        translations: edges between these articles that `tie_translations` found.
    """
    ordered = _put_in_order(articles)
    matched = _match(ordered, known_boilerplate)
    built = _build(ordered, matched, translations)
    learned = show_notices(ordered, matched.repeated)
    return Lineage(built.families, join_notices(learned, built.boilerplate))


def add_translations(
    families: Sequence[Family], translations: Sequence[Edge], articles: Iterable[Article]
) -> tuple[Family, ...]:
    """The families once it is known which of their articles translate one another.

    Args:
        families: among these articles.
        translations: edges between these articles that `tie_translations` found.
        articles: with unique ids.
    """
    if not translations:
        return tuple(families)
    ordered = _put_in_order(articles)
    known = dict.fromkeys(edge for family in families for edge in family.edges)
    credits = [edge for edge in known if not edge.stretches]
    texts = [edge for edge in known if edge.stretches]
    found = join_credits((*texts, *translations), credits)
    return build_families(ordered, choose_parents(ordered, found))


def _put_in_order(articles: Iterable[Article]) -> list[Article]:
    return sorted(articles, key=when)


@dataclass(frozen=True, slots=True)
class _Matched:
    """Which texts share what, and which of their words are repeated elsewhere."""

    alignments: tuple[Alignment, ...]
    repeated: RepeatedAt


def _match(ordered: Sequence[Article], known_boilerplate: Repeated | None) -> _Matched:
    scanned = scan(ordered)
    shared = scanned.anchors.sort_shared()
    if known_boilerplate is None:
        table = describe_texts(scanned.anchors, [article.outlet for article in ordered])
        learned, among = learn_boilerplate(shared, table), shared
    else:
        learned, among = known_boilerplate, scanned.anchors
    common = among.take(is_among(among.hashes, learned.hashes))
    mask = mask_tokens(scanned.words, common.texts, common.positions)
    mask[scanned.marked] = True
    masked = MaskedTokens(scanned.words, mask)
    own = shared.take(~is_among(shared.hashes, learned.hashes))
    runs = choose_pairs(find_runs(own, scanned.words), masked, _name_each_other(ordered))
    alignments = align_runs(runs, masked)
    return _Matched(tuple(alignments), RepeatedAt(common, learned, scanned.words))


def _name_each_other(ordered: Sequence[Article]) -> Callable[[int, int], bool]:
    """Whether one of two articles, by their numbers, credits or links the other."""
    speak = [bool(article.credits or article.links or article.canonical) for article in ordered]

    def name_each_other(left: int, right: int) -> bool:
        if not (speak[left] or speak[right]):
            return False
        one, other = ordered[left], ordered[right]
        return names_other(one, other) or names_other(other, one)

    return name_each_other


def _build(ordered: Sequence[Article], matched: _Matched, translations: Sequence[Edge]) -> Lineage:
    """The families that matches, translations and credits give, and the endings that give none."""
    edges: list[Edge] = []
    notices: dict[str, tuple[Boilerplate, ...]] = {}
    for begin in range(0, len(matched.alignments), _AT_ONCE):
        judged = _judge(ordered, matched.alignments[begin : begin + _AT_ONCE])
        edges += judged.edges
        notices = join_notices(notices, judged.notices)
    found = join_credits((*edges, *translations), tie_credits(ordered))
    return Lineage(build_families(ordered, choose_parents(ordered, found)), notices)


@dataclass(frozen=True, slots=True)
class _Judged:
    """The edges that some pairs of articles give, and the endings of those that give none."""

    edges: tuple[Edge, ...]
    notices: dict[str, tuple[Boilerplate, ...]]


def _judge(ordered: Sequence[Article], alignments: Sequence[Alignment]) -> _Judged:
    near = sorted({text for pair in alignments for text in (pair.left, pair.right)})
    place = {text: k for k, text in enumerate(near)}
    articles = [ordered[text] for text in near]
    tokens = tokenize([article.text for article in articles])
    pairs = (replace(p, left=place[p.left], right=place[p.right]) for p in alignments)
    enough = [p for p in pairs if share_enough(articles[p.left].text, p, tokens)]
    alike = [only_ends_alike(p, articles, tokens) for p in enough]
    endings = [p for p, ends in zip(enough, alike, strict=True) if ends]
    shared = [p for p, ends in zip(enough, alike, strict=True) if not ends]
    edges = tuple(make_edge(articles, tokens, p) for p in shared)
    return _Judged(edges, show_endings(endings, articles, tokens))
