"""Real news, labelled by hand, for the stance models to learn from."""

from collections.abc import Iterator
from pathlib import Path

from evals.news_stance_set import PARTLY, STANCES, NewsCase, make_pairs, read_cases, read_news
from evals.verification_sets import LabelledPair
from secondsource.evidence.finding import Stance

SOURCE = "news"


def make_news_pairs(data: Path) -> list[LabelledPair]:
    """The pairs of `evals.news_stance_set` that are not kept, in the order of its table.

    Args:
        data: the folder that holds `bias/basil/` and `stance/fnc1/`.

    Returns:
        Claims as they are looked up, with their passages. What says the claim partly comes twice,
        once as support and once as neither: about as likely the one as the other.
    """
    articles = read_news(data)
    known = [case for case in read_cases() if {case.examined, case.other} <= articles.keys()]
    cases = [case for case in known if not case.kept]
    pairs = make_pairs(cases, articles)
    return [
        LabelledPair(pair.claim, pair.passage, stance, SOURCE, case.examined)
        for case, pair in zip(cases, pairs, strict=True)
        for stance in _stances(case)
    ]


def _stances(case: NewsCase) -> Iterator[Stance]:
    if case.label == PARTLY:
        yield from (Stance.SUPPORTS, Stance.DISCUSSES)
    else:
        yield STANCES[case.label]
