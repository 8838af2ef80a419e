"""The order of passages: what agrees in title, names, dates and one sentence comes first."""

from dataclasses import dataclass

import pytest

from secondsource.article import Article, Span
from secondsource.evidence.query.dates import read_dates
from secondsource.evidence.search import rerank
from secondsource.evidence.search.candidates import PassageReader
from secondsource.evidence.search.rerank import Wanted, rerank_hits

CLAIM = "Harbour Bank closed four branches on 3 March."
TERMS = {"harbour": 1.3, "bank": 1.3, "closed": 1.0, "branches": 1.0, "march": 1.3}
WANTED = Wanted(TERMS, frozenset(("harbour", "bank")), read_dates(CLAIM, "en"))


@dataclass(frozen=True)
class Found:
    article: str
    span: Span
    text: str
    score: float


def order(*texts: tuple[str, str, str | None, float], wanted: Wanted = WANTED) -> list[str]:
    articles = {i: Article(i, text, title=title, language="en") for i, text, title, _ in texts}
    hits = [Found(i, Span(0, len(text)), text, score) for i, text, _, score in texts]
    return [h.article for h in rerank_hits(hits, wanted, articles, PassageReader())]


OTHER = ("z", "Rain fell all night.", None, 5.0)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (("It closed branches on March 3.", None), ("It closed branches on March 9.", None)),
        (("It closed branches.", "Harbour Bank"), ("It closed branches.", "The weather")),
        (("The bank closed branches. It rained.", None), ("The bank rose. It closed.", None)),
    ],
)
def test_what_agrees_more_comes_first(
    better: tuple[str, str | None], worse: tuple[str, str | None]
) -> None:
    found = order(("a", *worse, 5.0), ("b", *better, 5.0), OTHER)
    assert found.index("b") < found.index("a")


def test_equals_are_in_the_order_of_their_ids() -> None:
    same = ("It closed branches.", None, 5.0)
    assert order(("b", *same), ("a", *same), OTHER)[:2] == ["a", "b"]
    assert order(("a", *same), ("b", *same), OTHER)[:2] == ["a", "b"]


def test_passages_beyond_the_first_stay_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rerank, "RERANKED", 1)
    first, behind = ("a", "Rain.", None, 9.0), ("b", "Harbour Bank closed.", "Harbour Bank", 8.0)
    assert order(behind, first) == ["a", "b"]


def test_nothing_found_is_nothing() -> None:
    assert order() == []
