"""Says what a whole article does to a claim, and which of its sentences decides.

First whether both are about one matter, by the words they share; then which side the article
takes, by what the stance model says of its nearest sentences and its lede and by the words of
doubt in claim and article. It knows English only; `models/article_stance/CARD.md` has figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.article import Span
from secondsource.evidence.finding import Stance
from secondsource.evidence.stance.article_features import (
    PASSAGES,
    Met,
    choose_passages,
    measure_relation,
    measure_side,
    meet_article,
)
from secondsource.evidence.stance.judge import StanceModel
from secondsource.evidence.stance.nearest import StemmedArticle, join_sentences, stem_article
from secondsource.evidence.stance.readers import default_readers
from secondsource.models.article_stance import ArticleStanceModel, default_article_stance
from secondsource.models.rarity import Rarity, default_rarity

SIDES = (Stance.SUPPORTS, Stance.DISPUTES, Stance.DISCUSSES)
RELATED = 0.5
"""The least probability at which an article is about the claim's matter."""

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ClaimArticle:
    """A claim or headline and the text of a whole article."""

    claim: str
    article: str


@dataclass(frozen=True, slots=True)
class ArticleStance:
    """What an article does to a claim, and how sure that is (0..1).

    `probabilities` are those of supports, disputes, discusses and unrelated, adding up to 1;
    `span` is the sentence that decides, in the article's text, None in an unrelated one.
    """

    stance: Stance
    score: float
    probabilities: tuple[float, float, float, float]
    span: Span | None


@dataclass(frozen=True, slots=True)
class ArticleTools:
    """The models that are asked: the stance model, the classifier, the table of rare words."""

    judge: StanceModel
    model: ArticleStanceModel
    rarity: Rarity


def default_tools() -> ArticleTools:
    """The models that came with the package."""
    return ArticleTools(default_readers(), default_article_stance(), default_rarity())


def judge_articles(
    pairs: Sequence[ClaimArticle], tools: ArticleTools | None = None
) -> list[ArticleStance]:
    """What each article does to its claim, with the sentence that decides.

    Args:
        pairs: claims (or headlines) with English articles; of an article the first 30,000
            characters are read.
        tools: other models to ask; those of the package by default.

    Returns:
        One for each pair, in their order. The stance is not always the likeliest one: a side
        that is seldom taken is chosen at a lower probability, so that disputes are not missed.
        The deciding sentence is, where a side is taken, the one of the nearest sentences for
        which the stance model says so most; otherwise the nearest one.

    Raises:
        ModelError: the models' files are missing or cannot be read.
    """
    tools = tools or default_tools()
    met = meet_articles(pairs, tools.rarity)
    rows = score_articles(met, tools)
    chosen = choose_stances(rows, tools.model)
    spans = _find_deciding(met, chosen, tools.judge)
    return [
        ArticleStance(stance, float(row[_COLUMNS.index(stance)]), _as_four(row), span)
        for stance, row, span in zip(chosen, rows, spans, strict=True)
    ]


_COLUMNS = (*SIDES, Stance.UNRELATED)


def meet_articles(pairs: Sequence[ClaimArticle], rarity: Rarity) -> list[Met]:
    """Each claim with its article, every article cut into sentences once."""
    articles: dict[str, StemmedArticle] = {}
    for pair in pairs:
        if pair.article not in articles:
            articles[pair.article] = stem_article(pair.article)
    return [meet_article(pair.claim, articles[pair.article], rarity) for pair in pairs]


def score_articles(met: Sequence[Met], tools: ArticleTools) -> Numbers:
    """The probabilities of supports, disputes, discusses and unrelated, one row for each pair.

    The stance model reads only pairs that are related; for the others the three sides share
    what is left in equal parts.
    """
    rows = np.full((len(met), len(_COLUMNS)), 1 / len(SIDES))
    if not met:
        return rows
    relations = np.array([measure_relation(one, tools.rarity) for one in met])
    related = tools.model.score_related(relations)
    near = [place for place in range(len(met)) if related[place] >= RELATED]
    if near:
        readings = read_passages([met[place] for place in near], tools.judge)
        sides = [
            measure_side(met[place], relations[place], read)
            for place, read in zip(near, readings, strict=True)
        ]
        rows[near, : len(SIDES)] = tools.model.score_sides(np.array(sides))
    rows[:, : len(SIDES)] *= related[:, None]
    rows[:, -1] = 1 - related
    return rows


def read_passages(met: Sequence[Met], judge: StanceModel) -> list[list[list[float]]]:
    """For each pair, what the stance model says of each of its passages, each text read once."""
    wanted = [(one.claim, passage) for one in met for passage in choose_passages(one)]
    once = list(dict.fromkeys(wanted))
    said = dict(zip(once, judge.read_pairs(once).tolist(), strict=True))
    read = [said[pair] for pair in wanted]
    return [read[start : start + PASSAGES] for start in range(0, len(read), PASSAGES)]


def choose_stances(rows: Numbers, model: ArticleStanceModel) -> list[Stance]:
    """The stance of each row: unrelated, or the side that is likeliest by its leaning."""
    sides = (rows[:, : len(SIDES)] * model.leanings).argmax(axis=1)
    return [
        SIDES[side] if row[-1] <= 1 - RELATED else Stance.UNRELATED
        for side, row in zip(sides, rows, strict=True)
    ]


def _find_deciding(
    met: Sequence[Met], chosen: Sequence[Stance], judge: StanceModel
) -> list[Span | None]:
    """The sentence that decides in each pair; for sides the stance model reads a few once more."""
    sided = [
        (number, place)
        for number, (one, stance) in enumerate(zip(met, chosen, strict=True))
        if stance.takes_side
        for place in _candidates(one)
    ]
    said = judge.read_pairs(
        [(met[number].claim, join_sentences(met[number].article, [at])) for number, at in sided]
    )
    best: dict[int, tuple[float, int]] = {}
    for (number, place), row in zip(sided, said.tolist(), strict=True):
        score = row[SIDES.index(chosen[number])]
        best[number] = max(best.get(number, (-1.0, place)), (score, -place))
    return [
        None
        if stance is Stance.UNRELATED or not one.nearest
        else one.article.sentences[
            -best[number][1] if number in best else one.nearest[0].place
        ].span
        for number, (one, stance) in enumerate(zip(met, chosen, strict=True))
    ]


def _candidates(met: Met) -> list[int]:
    found = [*met.nearest, *([met.refuting] if met.refuting else [])]
    return [near.place for near in found]


def _as_four(row: Numbers) -> tuple[float, float, float, float]:
    supports, disputes, discusses, unrelated = row.tolist()
    return supports, disputes, discusses, unrelated
