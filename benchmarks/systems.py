"""What the benchmark compares: lineage, and two peers set up for the same question.

The question is which articles share text. datasketch and rensa (both MIT) estimate the Jaccard
similarity of two sets by MinHash; what locality-sensitive hashing gives as candidates is verified
by the exact similarity, as both recommend. A set is made of the words of a text, as in the
documentation of both, or of its word 5-grams, as usual for near copies. `rensa readme` is what
its documentation shows for many documents, and says of each only whether it is a near copy.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial

from secondsource.article import Article
from secondsource.lineage import find_families

Pair = frozenset[str]
_PERMUTATIONS = 128
_BANDS = 32  # of four values each: candidates from a similarity of about .4 on


@dataclass(frozen=True, slots=True)
class Found:
    """The pairs that a system finds; `candidates` and seconds of verifying them where it does."""

    pairs: Set[Pair]
    candidates: int | None = None
    verifying: float | None = None


System = Callable[[Sequence[Article]], Found]


def run_lineage(articles: Sequence[Article]) -> Found:
    """The pairs that lineage ties."""
    families = find_families(articles)
    return Found({frozenset((edge.child, edge.parent)) for f in families for edge in f.edges})


def run_datasketch(articles: Sequence[Article], words: int, threshold: float) -> Found:
    """The pairs that datasketch finds at a threshold, verified."""
    from datasketch import MinHash, MinHashLSH

    sets = [frozenset(shingle(article.text, words)) for article in articles]
    coded = ([word.encode() for word in own] for own in sets)
    hashes = MinHash.bulk(coded, num_perm=_PERMUTATIONS)
    index = MinHashLSH(threshold=threshold, num_perm=_PERMUTATIONS)
    for number, minhash in enumerate(hashes):
        index.insert(number, minhash)
    candidates = (index.query(minhash) for minhash in hashes)
    return _verify(articles, sets, candidates, threshold)


def run_rensa(articles: Sequence[Article], words: int, threshold: float) -> Found:
    """The pairs that rensa finds at a threshold, verified."""
    from rensa import RMinHash, RMinHashLSH

    sets = [frozenset(shingle(article.text, words)) for article in articles]
    hashes = RMinHash.from_token_sets(sets, num_perm=_PERMUTATIONS, seed=42)
    index = RMinHashLSH(threshold=threshold, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    index.insert_many(hashes)
    return _verify(articles, sets, index.query_all(hashes), threshold)


def run_rensa_readme(articles: Sequence[Article]) -> Found:
    """Pairs of one: the articles that rensa's deduplicator would not keep, at its own .8."""
    from rensa import RMinHashDeduplicator

    deduplicator = RMinHashDeduplicator(threshold=0.8, num_perm=_PERMUTATIONS, use_lsh=True)
    kept = deduplicator.add_pairs((article.id, article.text.split()) for article in articles)
    return Found({frozenset((a.id,)) for a, keep in zip(articles, kept, strict=True) if not keep})


def shingle(text: str, words: int) -> Iterator[str]:
    """The n-grams of a text's words; the words themselves for n = 1."""
    split = text.casefold().split()
    if words == 1:
        return iter(split)
    return (" ".join(split[k : k + words]) for k in range(max(1, len(split) - words + 1)))


def _verify(
    articles: Sequence[Article],
    sets: Sequence[frozenset[str]],
    candidates: Iterable[Iterable[int]],
    threshold: float,
) -> Found:
    """The candidates whose exact similarity reaches the threshold, each pair judged once."""
    pairs = [(k, other) for k, others in enumerate(candidates) for other in others if other < k]
    start = time.perf_counter()
    found = {
        frozenset((articles[left].id, articles[right].id))
        for left, right in pairs
        if _find_jaccard(sets[left], sets[right]) >= threshold
    }
    return Found(found, len(pairs), time.perf_counter() - start)


def _find_jaccard(left: Set[str], right: Set[str]) -> float:
    common = len(left & right)
    return common / max(1, len(left) + len(right) - common)


OURS = "secondsource"
SYSTEMS: dict[str, System] = {
    OURS: run_lineage,
    "rensa words .5": partial(run_rensa, words=1, threshold=0.5),
    "rensa 5-grams .5": partial(run_rensa, words=5, threshold=0.5),
    "rensa 5-grams .3": partial(run_rensa, words=5, threshold=0.3),
    "rensa readme": run_rensa_readme,
    "datasketch words .5": partial(run_datasketch, words=1, threshold=0.5),
    "datasketch 5-grams .5": partial(run_datasketch, words=5, threshold=0.5),
    "datasketch 5-grams .3": partial(run_datasketch, words=5, threshold=0.3),
}
