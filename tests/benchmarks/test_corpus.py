"""The benchmark's corpus: what is planted is known, and nothing else is shared."""

import random
from itertools import islice
from pathlib import Path

from benchmarks.corpus import (
    STORY,
    build_corpus,
    count_sharing,
    read_corpus,
    recombine,
    write_corpus,
)
from benchmarks.lineage import judge
from benchmarks.systems import run_lineage
from evals.planting import KINDS
from secondsource.article import Article

_SIZE = 300


def _write_articles() -> list[Article]:
    """Articles of invented words, some far more frequent than others, with four paragraphs each."""
    rng = random.Random(1)
    letters = "abcdefghiklmnoprstuvw"
    words = ["".join(rng.choices(letters, k=rng.randint(2, 9))) for _ in range(3000)]
    weights = [1 / (rank + 10) for rank in range(len(words))]
    return [
        Article(
            f"real{number}",
            "\n\n".join(" ".join(rng.choices(words, weights, k=60)) + "." for _ in range(4)),
            language="en",
        )
        for number in range(100)
    ]


def test_recombined_articles_share_no_twenty_words() -> None:
    articles = list(islice(recombine(_write_articles(), random.Random(2)), _SIZE))
    assert all(250 <= len(article.text.split()) <= 800 for article in articles)
    assert count_sharing(articles, 20) == 0


def test_sharing_is_counted() -> None:
    first, second, third = list(islice(recombine(_write_articles(), random.Random(2)), 3))
    copy = Article("copy", f"{second.text} {' '.join(first.text.split()[:30])}")
    assert count_sharing([first, second, third, copy], 20) == 2


def test_what_is_planted_is_known_and_found(tmp_path: Path) -> None:
    corpus = build_corpus(_write_articles(), _SIZE, random.Random(3))
    assert len(corpus.articles) == _SIZE
    assert {p.kind for p in corpus.planted} == {*KINDS, STORY}
    write_corpus(corpus, tmp_path / "corpus.jsonl")
    again = read_corpus(tmp_path / "corpus.jsonl")
    assert [a.text for a in again.articles] == [a.text for a in corpus.articles]
    figures = judge(again, run_lineage(again.articles))
    assert figures["recall"] == dict.fromkeys(sorted(KINDS), 1.0)
    assert (figures["precision"], figures["story_joined"]) == (1.0, _SIZE // 10 + 1)
