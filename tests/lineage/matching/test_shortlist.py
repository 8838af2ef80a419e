"""A wire story's copies are held against a few of one another, and nothing is lost by it."""

import random

import numpy as np

from secondsource.article import Credit, Role
from secondsource.lineage import find_families
from secondsource.lineage.matching.fingerprint import find_anchors
from secondsource.lineage.matching.masked import MaskedTokens
from secondsource.lineage.matching.match import Runs, find_runs
from secondsource.lineage.matching.shortlist import SOURCES, choose_pairs
from secondsource.lineage.matching.tokens import tokenize
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD, article

COPIES = 500


def _edit_lightly(number: int) -> str:
    rng = random.Random(number)
    words = f"{HARBOUR}\n\n{ORCHARD}\n\n{BRIDGE}".split(" ")
    return " ".join(f"x{number}n{k}" if rng.random() < 0.04 else w for k, w in enumerate(words))


def _find_pairs(texts: list[str]) -> tuple[int, int]:
    """How many pairs share words, and how many of them are aligned."""
    tokens = tokenize(texts)
    runs = find_runs(find_anchors(tokens).sort(), tokens)
    masked = MaskedTokens(tokens, np.zeros(len(tokens.hashes), bool))
    return _count_pairs(runs), _count_pairs(choose_pairs(runs, masked, lambda *_: False))


def _count_pairs(runs: Runs) -> int:
    return len(set(zip(runs.left.tolist(), runs.right.tolist(), strict=True)))


def test_five_hundred_copies_make_no_quadratic_number_of_pairs() -> None:
    sharing, aligned = _find_pairs([_edit_lightly(k) for k in range(COPIES)])
    assert sharing < 40 * COPIES  # of 124,750
    assert COPIES - 1 <= aligned < 8 * COPIES


def test_pairs_grow_with_the_copies_and_not_with_their_square() -> None:
    few, many = (_find_pairs([_edit_lightly(k) for k in range(n)])[1] for n in (125, 500))
    assert many < 1.2 * 4 * few


def test_each_source_of_a_page_of_quotations_stays() -> None:
    stories = {"h": HARBOUR, "o": ORCHARD, "b": BRIDGE}
    articles = [
        article(f"{name}{copy}", text, published=f"2024-03-0{1 + copy}")
        for name, text in stories.items()
        for copy in range(SOURCES + 2)
    ]
    page = "\n\n".join(stories.values())
    families = find_families([*articles, article("page", page, published="2024-12-30")])
    parents = {e.parent[0] for f in families for e in f.edges if e.child == "page"}
    assert parents == set(stories)


def test_a_credited_source_stays_though_others_explain_every_word() -> None:
    copies = [
        article(f"{k}", HARBOUR, outlet=f"Outlet {k}", published=f"2024-03-{10 + k}")
        for k in range(9)
    ]
    credit = (Credit(Role.REPUBLISHED_FROM, "Outlet 7"),)
    taker = article("taker", HARBOUR, outlet="Inland News", published="2024-04-01", credits=credit)
    (family,) = find_families([*copies, taker])
    assert [e.parent for e in family.edges if e.child == "taker"] == ["7"]
