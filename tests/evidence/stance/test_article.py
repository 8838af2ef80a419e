"""Whole articles: what is unrelated, which side is taken, and which sentence decides."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest

from secondsource.evidence.finding import Stance
from secondsource.evidence.stance.article import (
    ArticleTools,
    ClaimArticle,
    choose_stances,
    default_tools,
    judge_articles,
)
from secondsource.models.article_stance import default_article_stance
from secondsource.models.rarity import default_rarity

CLAIM = "Crocodile seen in the harbour of Minden"
OPENING = "Visitors crowded the harbour of Minden on Sunday."
DENIAL = "The crocodile in the harbour is a hoax, police said."
ENDING = "The ferry to Orle was late."
ARTICLE = f"{OPENING} {DENIAL} {ENDING} The picture was a fake made by pupils."
OTHER = "Wheat prices fell for the third week. Farmers in the valley have asked for help."


class FakeJudge:
    """Finds that what has the word "hoax" disputes, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float32]:
        self.asked += pairs
        rows = [(0.02, 0.95, 0.03) if "hoax" in text else (0.1, 0.1, 0.8) for _, text in pairs]
        return np.array(rows, dtype=np.float32).reshape(-1, 3)


def _tools(judge: FakeJudge) -> ArticleTools:
    return ArticleTools(judge, default_article_stance(), default_rarity())


def test_an_article_about_something_else_is_unrelated_and_not_read() -> None:
    judge = FakeJudge()
    (found,) = judge_articles([ClaimArticle(CLAIM, OTHER)], _tools(judge))
    assert (found.stance, found.span, judge.asked) == (Stance.UNRELATED, None, [])
    assert found.score > 0.9


def test_a_related_article_is_judged_and_its_sentence_shown() -> None:
    (found,) = judge_articles([ClaimArticle(CLAIM, ARTICLE)], _tools(FakeJudge()))
    assert found.stance is not Stance.UNRELATED
    assert sum(found.probabilities) == pytest.approx(1)
    assert found.span is not None
    assert found.span.of(ARTICLE) == DENIAL


def test_answers_come_in_order_and_do_not_depend_on_their_neighbours() -> None:
    pairs = [ClaimArticle(CLAIM, ARTICLE), ClaimArticle(CLAIM, OTHER), ClaimArticle(CLAIM, ARTICLE)]
    together = judge_articles(pairs, _tools(FakeJudge()))
    assert together == [judge_articles([pair], _tools(FakeJudge()))[0] for pair in pairs]


def test_rare_sides_are_chosen_at_a_lower_probability() -> None:
    model = default_article_stance()
    row = np.array([[0.01, 0.48, 0.49, 0.02], [0.2, 0.05, 0.2, 0.55]])
    assert model.leanings[1] > 1
    assert choose_stances(row, model) == [Stance.DISPUTES, Stance.UNRELATED]


@pytest.mark.parametrize("article", ["", "   ", "x", "1\n\n2"])
def test_a_text_without_sentences_is_unrelated(article: str) -> None:
    (found,) = judge_articles([ClaimArticle(CLAIM, article)], _tools(FakeJudge()))
    assert found.stance is Stance.UNRELATED


def test_nothing_asked_nothing_answered() -> None:
    assert judge_articles([], _tools(FakeJudge())) == []


def test_the_models_of_the_package_judge_a_plain_denial() -> None:
    (found,) = judge_articles([ClaimArticle(CLAIM, ARTICLE)], default_tools())
    assert found.stance is Stance.DISPUTES
