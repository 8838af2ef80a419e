"""The pairs of the last stage: what comes twice, what comes again, what the English model gets."""

import json
from collections import Counter
from pathlib import Path

import pytest

from evals.news_stance_set import read_cases
from evals.verification_sets import LabelledPair
from secondsource.evidence.finding import Stance
from training.stance_hard import RETOLD, read_hard_pairs
from training.stance_hard import SOURCE as HARD
from training.stance_last import (
    AGAIN,
    HARD_ROUNDS,
    NEWS_ROUNDS,
    RATES,
    RETOLD_ROUNDS,
    make_last_pairs,
)
from training.stance_news import SOURCE as NEWS

_EARLIER = [
    LabelledPair(f"{word} {n}", "Passage – “quoted”.", Stance.SUPPORTS, "earlier", str(n))
    for word in ("Claim", "Утверждение")
    for n in range(3000)
]


def _write_events(data: Path, kept: bool) -> int:
    """Write the articles of one event of the table, all of one sentence; how many pairs it has."""
    cases = [c for c in read_cases() if c.kept is kept and c.examined.startswith("basil-")]
    event = cases[0].examined.rpartition("_")[0]
    cases = [case for case in cases if case.examined.startswith(event)]
    folder = data / "bias" / "basil" / "articles" / "2019"
    folder.mkdir(parents=True, exist_ok=True)
    for name in {name for case in cases for name in (case.examined, case.other)}:
        paragraphs = [["The mill in the old town burnt down on Monday."] for _ in range(200)]
        record = {"title": "", "source": "NYT", "date": "2019-03-05", "body-paragraphs": paragraphs}
        (folder / f"{name.removeprefix('basil-')}.json").write_text(json.dumps(record))
    return sum(2 if case.label == "partly" else 1 for case in cases)


@pytest.mark.parametrize("base", RATES)
def test_each_kind_of_pairs_comes_as_often_as_it_is_to(base: str, tmp_path: Path) -> None:
    learnt = _write_events(tmp_path, kept=False)
    _write_events(tmp_path, kept=True)
    counts = Counter(p.source for p in make_last_pairs(tmp_path, _EARLIER, base, seed=1))
    hard, retold = (
        sum(base == "multilingual" or one.is_english for one in pairs)
        for pairs in (read_hard_pairs(), read_hard_pairs(RETOLD))
    )
    own = hard * HARD_ROUNDS + retold * RETOLD_ROUNDS
    assert counts == {NEWS: learnt * NEWS_ROUNDS, HARD: own, "earlier": AGAIN[base]}


def test_the_english_model_gets_english_hard_pairs_and_latin_letters(tmp_path: Path) -> None:
    abroad = {one.pair for one in read_hard_pairs() if not one.is_english}
    english = make_last_pairs(tmp_path, _EARLIER, "english", seed=1)
    assert not abroad & set(english)
    assert {pair.claim.split()[0] for pair in english if pair.source == "earlier"} == {"Claim"}
    both = make_last_pairs(tmp_path, _EARLIER, "multilingual", seed=1)
    assert abroad < set(both)
    assert "Утверждение" in {pair.claim.split()[0] for pair in both}


def test_few_earlier_pairs_all_come_and_the_order_is_the_seeds(tmp_path: Path) -> None:
    pairs = make_last_pairs(tmp_path, _EARLIER[:5], "english", seed=1)
    assert set(_EARLIER[:5]) < set(pairs)
    assert pairs == make_last_pairs(tmp_path, _EARLIER[:5], "english", seed=1)
    assert pairs != make_last_pairs(tmp_path, _EARLIER[:5], "english", seed=2)
    assert Counter(pairs) == Counter(make_last_pairs(tmp_path, _EARLIER[:5], "english", seed=2))
