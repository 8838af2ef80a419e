"""Planted namings are where the evaluation says, and the baseline is counted like the method."""

from evals.contested import Plant, plant, rank_by_outlets
from secondsource.article import Article

_TEXTS = [
    Article(f"polnear-{n}", "The court met. The police left; a Court clerk wrote.", language="en")
    for n in range(40)
]


def test_camps_get_their_words_and_controls_go_to_both() -> None:
    articles, plants = plant(_TEXTS, 40, seed=4)
    again, _ = plant(_TEXTS, 40, seed=4)
    assert articles == again
    assert sum(not p.control for p in plants) == sum(p.control for p in plants) == 6
    for planted in plants:
        if planted.word in ("court", "police"):
            _check(articles, planted)


def _check(articles: list[Article], planted: Plant) -> None:
    north = [a for a in articles if a.outlet and a.outlet.startswith("North")]
    with_left = sum(planted.left in article.text.lower() for article in north)
    with_right = sum(planted.right in article.text.lower() for article in north)
    assert with_left + with_right >= len(north)
    if not planted.control:
        assert with_left > 3 * with_right


def test_the_baseline_finds_words_that_outlets_share_out() -> None:
    articles = [
        Article(str(n), "harbour " + ("absorption" if n % 2 else "unification"), outlet=str(n % 2))
        for n in range(40)
    ]
    assert rank_by_outlets(articles)[0] == frozenset({"absorption", "unification"})
