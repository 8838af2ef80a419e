"""What the classifier of whole articles looks at."""

import numpy as np
import pytest

from secondsource.evidence.stance.article_features import (
    READINGS,
    RELATION,
    Met,
    choose_passages,
    measure_relation,
    measure_side,
    meet_article,
)
from secondsource.evidence.stance.nearest import stem_article, stem_text
from secondsource.models.article_stance import default_article_stance
from secondsource.models.rarity import count_rarity

HOAX = (
    "Visitors crowded the harbour of Minden. The ferry to Orle was late. A crocodile was seen in "
    "the harbour, a pupil wrote. The crocodile was filmed in the harbour. Many came to see the "
    "crocodile of Minden harbour. The animal was a hoax."
)
CLAIM = "Crocodile seen in Minden harbour"
RARITY = count_rarity([stem_text("The ferry was late"), stem_text("Visitors came to see")])
EVEN = [(1 / 3, 1 / 3, 1 / 3)] * 2


def _meet(claim: str, text: str = HOAX) -> Met:
    return meet_article(claim, stem_article(text), RARITY)


@pytest.mark.parametrize("text", [HOAX, "One sentence about Minden.", ""])
def test_the_numbers_are_always_as_many_as_the_model_asks_for(text: str) -> None:
    met = _meet(CLAIM, text)
    relation = measure_relation(met, RARITY)
    assert len(relation) == RELATION == len(default_article_stance().related) - 1
    side = measure_side(met, relation, EVEN)
    assert np.isfinite(side).all()
    assert default_article_stance().trees.feature.max() < len(side)


def test_the_refuting_sentence_is_found_behind_the_nearest_ones() -> None:
    met = _meet(CLAIM)
    assert [near.place for near in met.nearest] == [2, 4, 0]
    assert met.refuting is not None
    assert met.refuting.place == 5


def test_the_nearest_sentences_and_the_lede_are_read() -> None:
    nearest, lede = choose_passages(_meet(CLAIM))
    assert nearest == (
        "Visitors crowded the harbour of Minden. A crocodile was seen in the harbour, a pupil "
        "wrote. Many came to see the crocodile of Minden harbour."
    )
    assert lede == "Visitors crowded the harbour of Minden. The ferry to Orle was late."


def test_the_stance_models_answers_stand_where_is_said() -> None:
    met = _meet(CLAIM)
    relation = measure_relation(met, RARITY)
    even = measure_side(met, relation, EVEN)
    other = measure_side(met, relation, [(0.8, 0.1, 0.1), (0.1, 0.8, 0.1)])
    assert np.flatnonzero(even != other).tolist() == [READINGS.start, READINGS.stop - 1]


def test_a_hoax_called_a_hoax_is_not_refuted() -> None:
    relation = np.zeros(RELATION)
    plain = measure_side(_meet(CLAIM), relation, EVEN)
    called = measure_side(_meet("Crocodile seen in Minden harbour was a hoax"), relation, EVEN)
    assert any(one > 0 > other for one, other in zip(plain, called, strict=True))
