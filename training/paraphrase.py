"""Fits how likely a sentence of an article on the same matter says a claim in other words.

    python -m training.paraphrase

Reads the small newsrooms of `training/rooms/`: forty invented events in seven languages by
five hands, each with an article, seven to eleven others, and for four claims of the article what
each other one does to it. They are read as `secondsource check` reads articles that are near; of
each article the sentence that the stance model takes most for support counts.

Prints for the claim's language and for others the weights (`Weights` of
`secondsource.evidence.stance.paraphrase`) and one line of figures, each room answered by weights
of the other rooms: the area under the curve, that of the model alone, and for the model alone and
for the rating at `Options.sure_of_paraphrase` which share of the articles that support a claim is
found, which share of the silent and of the disputing ones is taken for support. Takes about a
minute; nothing is drawn by lot.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import typer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from evals.archived import find_statement
from evals.newsrooms import Asked, Room, read_rooms
from secondsource import Article
from secondsource.evidence import Options, Stance
from secondsource.evidence.examined import SentenceLikeness
from secondsource.evidence.finding import ClaimPassage, StanceScore
from secondsource.evidence.judging import Reading
from secondsource.evidence.query.restate import restate_statements
from secondsource.evidence.query.terms import content_words
from secondsource.evidence.search.candidates import Candidate, PassageReader
from secondsource.evidence.search.near import NearArticles
from secondsource.evidence.search.near_sentences import NearSentences
from secondsource.evidence.stance.judge import SURE, judge_stances
from secondsource.evidence.stance.paraphrase import Weights, list_signs, share_numbers
from secondsource.jobs.abroad import compare_by
from secondsource.models.multilingual import load_words
from secondsource.reading import read_article

ROOMS = Path(__file__).with_name("rooms")
FOLDS = 10
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Told:
    """What was read of one article for one claim, and what the article does in truth."""

    room: str
    truth: Stance | None
    score: StanceScore
    numbers: float
    abroad: bool

    @property
    def signs(self) -> tuple[float, ...]:
        """What is weighed."""
        return list_signs(self._probabilities[0], self.numbers)

    @property
    def is_contrary(self) -> bool:
        """Whether the model takes the contrary for likelier."""
        return self._probabilities[0] <= self._probabilities[1]

    @property
    def _probabilities(self) -> tuple[float, float, float]:
        return self.score.probabilities or (0.0, 0.0, 1.0)


def read_room(room: Room, likeness: SentenceLikeness) -> Iterator[Told]:
    """Each claim of a newsroom with each article that has a sentence."""
    examined = _make_article(room.examined)
    others = [_make_article(row) for row in room.articles]
    near = NearArticles(
        tuple(a for a in others if a.language == examined.language),
        tuple(a for a in others if a.language != examined.language),
    )
    statements = read_article(examined)
    reader = PassageReader()
    reading = Reading(examined, Options(), reader, near.ids, abroad=True)
    found = [find_statement(asked.claim, examined.text, statements) for asked in room.asked]
    claims = [question.whole.text for question in restate_statements(examined, found)]
    sentences = NearSentences(near, claims, reader, likeness)
    for asked, claim in zip(room.asked, claims, strict=True):
        words = content_words(claim, examined.language)
        candidates = sentences.find(claim, words, (), near.ids)
        pairs = [reading.make_pair(claim, each) for each in candidates]
        read = list(zip(candidates, pairs, judge_stances(pairs), strict=True))
        yield from _choose(room.name, asked, read)


def _make_article(row: Mapping[str, str]) -> Article:
    return Article(
        row["id"],
        row["text"],
        title=row["title"],
        outlet=row["outlet"],
        published=row["published"],
        language=row["language"],
    )


def _choose(
    room: str, asked: Asked, read: Sequence[tuple[Candidate, ClaimPassage, StanceScore]]
) -> Iterator[Told]:
    """Of each article the sentence that the model takes most for support."""
    for article in dict.fromkeys(candidate.article.id for candidate, *_ in read):
        _, pair, score = max(
            (each for each in read if each[0].article.id == article),
            key=lambda each: (each[2].probabilities or (0.0,))[0],
        )
        abroad = pair.claim_language != pair.passage_language
        truth = asked.side_of(article)
        yield Told(room, truth, score, share_numbers(pair) or 0.0, abroad)


def fit(told: Sequence[Told]) -> Weights:
    """The weights under which the articles that support a claim are told from others."""
    model = LogisticRegression(max_iter=2000)
    model.fit([each.signs for each in told], [each.truth is Stance.SUPPORTS for each in told])
    fitted = (*model.intercept_, *model.coef_[0])
    return Weights(*(round(float(weight), 2) for weight in fitted))


def rate(told: Sequence[Told], weights: Weights) -> Floats:
    """How likely each is support (0..1)."""
    nothing, *others = weights
    signs = np.array([each.signs for each in told])
    rated: Floats = 1 / (1 + np.exp(-(nothing + signs @ np.array(others))))
    return rated


def measure(told: Sequence[Told]) -> dict[str, object]:
    """The figures, each newsroom rated with weights that were fitted on the others."""
    rooms = sorted({each.room for each in told})
    fold = {room: number % FOLDS for number, room in enumerate(rooms)}
    rated = np.zeros(len(told))
    for number in range(FOLDS):
        held = [place for place, each in enumerate(told) if fold[each.room] == number]
        weights = fit([each for each in told if fold[each.room] != number])
        rated[held] = rate([told[place] for place in held], weights)
    alone = np.array([each.signs[0] for each in told])
    sure = np.log(SURE / (1 - SURE))
    truth = [each.truth for each in told]
    supporting = [each is Stance.SUPPORTS for each in truth]
    contrary = np.array([each.is_contrary for each in told])
    either = ((rated >= Options().sure_of_paraphrase) & ~contrary) | (alone >= sure)
    return {
        "pairs": len(told),
        "auc": round(float(roc_auc_score(supporting, rated)), 3),
        "auc_of_model": round(float(roc_auc_score(supporting, alone)), 3),
        "found_by_model": _share(truth, alone >= sure),
        "found": _share(truth, either),
    }


def _share(truth: Sequence[Stance | None], found: npt.NDArray[np.bool_]) -> dict[str, float]:
    marks = {"supporting": Stance.SUPPORTS, "disputing": Stance.DISPUTES, "silent": None}
    return {
        name: round(float(np.mean([f for t, f in zip(truth, found, strict=True) if t is side])), 3)
        for name, side in marks.items()
    }


def main(rooms: Path = ROOMS) -> None:
    """Prints the weights and the figures."""
    likeness = compare_by(load_words())
    told = [each for room in read_rooms(rooms) for each in read_room(room, likeness)]
    for name, abroad in (("WEIGHTS", False), ("WEIGHTS_ABROAD", True)):
        part = [each for each in told if each.abroad is abroad]
        print(name, "=", fit(part))
        print(json.dumps(measure(part)))


if __name__ == "__main__":
    typer.run(main)
