"""What the package makes of one claim among a few articles, and how its counts compare."""

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.archive.passages import split_passages
from secondsource.article import Article, Span
from secondsource.evidence import Examined, Finding, Options, Stance, Tools, find_evidence
from secondsource.evidence.examined import StanceJudge, TranslationFinder
from secondsource.evidence.origins.houses import Houses, load_houses
from secondsource.evidence.query.terms import content_words, fold
from secondsource.lineage import Family, find_families
from secondsource.reading import find_attributions
from secondsource.reading.statement import Kind, Statement

FAR_OFF = 2
"""Counting is far off when it misses by more than this."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that the word search found."""

    article: str
    span: Span
    text: str
    score: float


class WordSearch:
    """The passages of a few articles, found by rare words."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = {a.id: a for a in articles}
        self._passages = [
            (a.id, s, content_words(s.of(a.text), a.language))
            for a in articles
            for s in split_passages(a.text)
        ]
        self._counts = Counter(w for _, _, words in self._passages for w in words)

    def search_all(
        self, queries: Sequence[Mapping[str, float]], limit: int, *, exclude: Collection[str] = ()
    ) -> list[list[Found]]:
        """For each query the passages with most of its words, rare words counting more."""
        return [self._search(terms, limit, exclude) for terms in queries]

    def _search(
        self, terms: Mapping[str, float], limit: int, exclude: Collection[str]
    ) -> list[Found]:
        weights = {
            w: weight * math.log(1 + len(self._passages) / self._counts[w])
            for term, weight in terms.items()
            if self._counts[w := fold(term)]
        }
        scored = (
            (sum(weights[w] for w in weights.keys() & words), article, span)
            for article, span, words in self._passages
            if article not in exclude
        )
        best = sorted((s for s in scored if s[0] > 0), key=lambda s: (-s[0], s[1], s[2]))
        return [Found(a, s, s.of(self._articles[a].text), score) for score, a, s in best[:limit]]

    def articles(self, ids: Iterable[str] | None = None, /) -> list[Article]:
        """The articles with these ids."""
        return [self._articles[i] for i in (self._articles if ids is None else ids)]


FamilyFinder = Callable[[Sequence[Article]], Sequence[Family]]


@dataclass(frozen=True, slots=True)
class Case:
    """One claim in its article, and the articles that are searched."""

    claim: Span
    examined: Article
    articles: tuple[Article, ...]
    houses: Houses | None = None


def examine(
    case: Case,
    judge: StanceJudge,
    options: Options | None = None,
    find: FamilyFinder = find_families,
    translate: TranslationFinder | None = None,
) -> Finding:
    """What is found for the claim of a case."""
    text = case.claim.of(case.examined.text)
    statement = Statement("s1", case.claim, text, Kind.CLAIM, 0.9, True, ())
    tools = Tools(
        search=WordSearch(case.articles),
        judge=judge,
        find_attributions=find_attributions,
        find_families=find,
        houses=case.houses or load_houses(),
        latest="2031-12-31",
        find_translations=translate,
    )
    return find_evidence(Examined(case.examined, (statement,)), tools, options)[0]


def count_independent(finding: Finding, stance: Stance) -> int:
    """How many origins of one stance are no echo."""
    return sum(1 for o in finding.origins if o.stance is stance and not o.echo)


@dataclass(frozen=True, slots=True)
class Counts:
    """Supporting and disputing origins: the true ones, those found, and by counting others.

    `others` are counts by name: of articles, outlets and families. `kinds` says what the case
    is made of.
    """

    true: tuple[int, int]
    found: tuple[int, int]
    others: Mapping[str, tuple[int, int]]
    kinds: tuple[str, ...] = ()


def count_others(
    sides: tuple[Sequence[Article], Sequence[Article]], families: Sequence[Family]
) -> dict[str, tuple[int, int]]:
    """What counting all articles, outlets and families that take each side would say."""
    of_article = {a: family.id for family in families for a in family.articles}

    def count(name_of: Callable[[Article], str]) -> tuple[int, int]:
        supporting, disputing = (len({name_of(a) for a in side}) for side in sides)
        return supporting, disputing

    return {
        "articles": count(lambda a: a.id),
        "outlets": count(lambda a: a.outlet or a.id),
        "families": count(lambda a: of_article.get(a.id, a.id)),
    }


def measure(counts: Sequence[Counts]) -> dict[str, float | int]:
    """The figures over all cases; of supporting and disputing origins the worse counts."""
    found = [_error(c.true, c.found) for c in counts]
    outlets = [_error(c.true, c.others["outlets"]) for c in counts]
    hard = [f for f, o in zip(found, outlets, strict=True) if o > FAR_OFF]
    baselines = {
        f"baseline_{name}_within_one_share": _share(
            _error(c.true, c.others[name]) <= 1 for c in counts
        )
        for name in ("outlets", "articles", "families")
    }
    return {
        "within_one_share": _share(e <= 1 for e in found),
        "exact_share": _share(e == 0 for e in found),
        **baselines,
        "within_one_where_outlets_fail": _share(e <= 1 for e in hard),
        "hard_claims": len(hard),
        "claims": len(counts),
    }


def measure_by_kind(counts: Sequence[Counts]) -> dict[str, dict[str, float | int]]:
    """For what cases are made of: how many have it, and how many are right and within one."""
    kinds = sorted({kind for c in counts for kind in c.kinds})
    figures: dict[str, dict[str, float | int]] = {}
    for kind in kinds:
        errors = [_error(c.true, c.found) for c in counts if kind in c.kinds]
        figures[kind] = {
            "within_one": _share(e <= 1 for e in errors),
            "exact": _share(e == 0 for e in errors),
            "claims": len(errors),
        }
    return figures


def _error(true: tuple[int, int], counted: tuple[int, int]) -> int:
    return max(abs(t - c) for t, c in zip(true, counted, strict=True))


def _share(right: Iterable[bool]) -> float:
    marks = list(right)
    return round(sum(marks) / len(marks), 4) if marks else 0.0
