"""A sentence with a name of the claim and little else of it may take a side, if it is clear."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from secondsource.article import Article
from secondsource.evidence import (
    ClaimPassage,
    Evidence,
    Examined,
    Options,
    Stance,
    StanceScore,
    Tools,
    find_evidence,
)
from tests.evidence.newsroom import WordSearch, read_said, state, write

CLAIM = "Police in Port Ansel seized 340 crates of smuggled cigarettes hidden in a fishing boat."
EXAMINED = write("The Evening Lamp", f"It was a long night. {CLAIM}")
FEW_WORDS = write("Post", "A boat full of smuggled tobacco was towed into Port Ansel.")
ITS_NUMBER = write("Mail", "In Port Ansel 340 boxes were burnt.")
NO_NAME = write("Star", "Police seized a boat.")
LITTLE = write("Globe", "Port Ansel has a new mayor.")


@dataclass(frozen=True)
class Judge:
    """Says the same of every passage."""

    score: StanceScore

    def __call__(self, pairs: Sequence[ClaimPassage], /) -> list[StanceScore]:
        return [self.score for _ in pairs]


def _say(stance: Stance, supports: float, disputes: float) -> Judge:
    probabilities = (supports, disputes, 1 - supports - disputes)
    return Judge(StanceScore(stance, max(supports, disputes), probabilities))


SUPPORTS = _say(Stance.SUPPORTS, 0.5, 0.2)


def _check(judge: Judge, *articles: Article) -> dict[str | None, Evidence]:
    """The evidence for the claim, by outlet."""
    tools = Tools(WordSearch(articles), judge, read_said)
    examined = Examined(EXAMINED, (state(EXAMINED, CLAIM),))
    (finding,) = find_evidence(examined, tools, Options(near=2.0))
    return {e.outlet: e for origin in finding.origins for e in origin.evidence}


@pytest.mark.parametrize("article", [FEW_WORDS, ITS_NUMBER])
def test_a_name_with_some_words_or_all_numbers_is_enough_to_be_read(article: Article) -> None:
    (evidence,) = _check(SUPPORTS, article).values()
    assert evidence.judged
    assert evidence.stance is Stance.SUPPORTS


@pytest.mark.parametrize("article", [NO_NAME, LITTLE])
def test_some_words_without_a_name_or_a_name_without_words_are_not(article: Article) -> None:
    assert not [e for e in _check(SUPPORTS, article).values() if e.judged]


@pytest.mark.parametrize(
    ("supports", "disputes", "stance"),
    [
        (0.1, 0.6, Stance.DISPUTES),
        (0.25, 0.6, Stance.DISCUSSES),
        (0.25, 0.72, Stance.DISPUTES),
    ],
)
def test_a_dispute_in_so_little_must_be_clear_or_sure(
    supports: float, disputes: float, stance: Stance
) -> None:
    judge = _say(Stance.DISPUTES, supports, disputes)
    assert _check(judge, FEW_WORDS)["Post"].stance is stance


def test_a_name_counts_in_every_case_where_names_are_declined() -> None:
    claim = "Полиция в Воронеже изъяла 340 ящиков контрабандных сигарет в рыбацком катере."
    examined = write("Вестник", claim, language="ru")
    other = write("Курьер", "Катер контрабандных сигарет привели из Воронежа.", language="ru")
    tools = Tools(WordSearch([other]), SUPPORTS, read_said)
    asked = Examined(examined, (state(examined, claim),))
    (finding,) = find_evidence(asked, tools, Options(near=2.0))
    (evidence,) = (e for origin in finding.origins for e in origin.evidence)
    assert evidence.stance is Stance.SUPPORTS


def test_a_dispute_whose_probabilities_are_not_known_is_not_clear() -> None:
    judge = Judge(StanceScore(Stance.DISPUTES, 0.6))
    assert _check(judge, FEW_WORDS)["Post"].stance is Stance.DISCUSSES
