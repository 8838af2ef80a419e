"""The bundled newsroom, with a judge that knows the truth: origins and standing must be right.

The stance model has tests of its own; here every passage gets the stance that truth.json gives
its article, so that what is tested is search, shared text, voices, credits, houses and standing.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import secondsource
from secondsource.archive import Archive
from secondsource.article import Article, Span
from secondsource.collect import CollectOptions, collect
from secondsource.evidence import (
    ClaimPassage,
    Examined,
    Finding,
    Stance,
    StanceScore,
    Tools,
    find_evidence,
    load_houses,
)
from secondsource.evidence.query.terms import content_words
from secondsource.lineage import trace
from secondsource.load import load_article
from secondsource.reading import find_attributions
from secondsource.reading.statement import Kind, Statement
from tests.evidence.newsroom import ANY_WORDS

DEMO = Path(secondsource.__file__).parent / "demo"
TRUTH: dict[str, Any] = json.loads((DEMO / "truth.json").read_text("utf-8"))
CLAIMS = [c for c in TRUTH["claims"] if c["standing"] != "not_checkable"]

pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found for each claim of the demo, and the truth's name for each article."""

    findings: dict[str, Finding]
    keys: dict[str, str]


@dataclass(frozen=True, slots=True)
class Knowing:
    """A judge that gives each passage the stance that the truth gives its article."""

    articles: tuple[Article, ...]
    keys: dict[str, str]

    def __call__(self, pairs: Sequence[ClaimPassage], /) -> list[StanceScore]:
        return [StanceScore(self._stance(pair), 0.9) for pair in pairs]

    def _stance(self, pair: ClaimPassage) -> Stance:
        asked = content_words(pair.claim, "en")
        truth = max(CLAIMS, key=lambda c: len(asked & content_words(c["sentence"], "en")))
        sides = {a: Stance(o["stance"]) for o in truth["origins"] for a in o["articles"]}
        holders = [a.id for a in self.articles if pair.passage in a.text]
        known = (sides[self.keys[i]] for i in holders if self.keys[i] in sides)
        return next(known, Stance.UNRELATED)


def name_article(article: Article) -> str:
    """The key that truth.json has for an article: its address, or its file by how it begins."""
    addresses = {article.url, article.canonical}
    for entry in TRUTH["articles"]:
        if entry["key"] in addresses:
            return str(entry["key"])
    for entry in TRUTH["articles"]:
        path = DEMO / str(entry["key"])
        if path.suffix == ".txt" and path.read_text("utf-8").strip()[:40] in article.text:
            return str(entry["key"])
    return article.id


def make_statement(sentence: str, article: Article) -> Statement:
    start = article.text.index(sentence)
    span = Span(start, start + len(sentence))
    return Statement(sentence, span, sentence, Kind.CLAIM, 0.9, True, ())


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checked]:
    with Archive.open(tmp_path_factory.mktemp("demo"), create=True) as archive:
        archive.add(collect(DEMO / "newsroom"))
        articles = tuple(archive.articles())
        keys = {a.id: name_article(a) for a in articles}
        article = load_article(DEMO / "examined.html", archive, CollectOptions())
        statements = tuple(make_statement(c["sentence"], article) for c in CLAIMS)
        tools = Tools(
            search=archive,
            judge=Knowing(articles, keys),
            find_attributions=find_attributions,
            find_families=lambda found: trace(found, archive.boilerplate()).families,
            houses=load_houses((DEMO / "houses.toml").read_text("utf-8")),
            latest=archive.coverage().last,
            find_page=archive.snapshots,
        )
        own = trace([article, *articles], archive.boilerplate()).families
        families = tuple(f for f in own if article.id in f.articles)
        found = find_evidence(Examined(article, statements, families), tools, ANY_WORDS)
        yield Checked({f.statement: f for f in found}, keys)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda c: c["sentence"][:50])
def test_the_standing_is_the_true_one(claim: dict[str, Any], checked: Checked) -> None:
    assert checked.findings[claim["sentence"]].standing == claim["standing"]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda c: c["sentence"][:50])
def test_what_was_found_falls_into_the_true_origins(
    claim: dict[str, Any], checked: Checked
) -> None:
    finding = checked.findings[claim["sentence"]]
    home = {a: n for n, o in enumerate(claim["origins"]) for a in o["articles"]}
    placed = {
        checked.keys[e.article]: (n, o.echo)
        for n, o in enumerate(finding.origins)
        if o.stance is not Stance.DISCUSSES
        for e in o.evidence
    }
    assert all(echo for article, (_, echo) in placed.items() if article not in home)
    known = sorted(article for article in placed if article in home)
    for left, right in combinations(known, 2):
        assert (home[left] == home[right]) == (placed[left][0] == placed[right][0]), (left, right)
    for article in known:
        assert claim["origins"][home[article]]["echo"] == placed[article][1]
