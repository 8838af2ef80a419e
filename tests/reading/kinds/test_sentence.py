"""What the network is shown of a sentence: English without its quotation marks."""

from collections.abc import Sequence

import pytest

from secondsource.models.heads import SentenceScores, default_model
from secondsource.reading.kinds.sentence import score_texts


class _Shown:
    """Keeps the texts that it is asked of, and says of each what the model would."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def score(self, texts: Sequence[str]) -> Sequence[SentenceScores]:
        self.texts += texts
        return default_model().score(texts)

    def score_subjective(self, texts: Sequence[str], language: str) -> list[float | None]:  # noqa: ARG002
        self.texts += texts
        return [None] * len(texts)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("He called it “a shame”.", "He called it  a shame ."),
        ("He called it ‘a shame’.", "He called it  a shame ."),
        ("The mayor’s aide called it ‘the town’s shame’, twice.",
         "The mayor’s aide called it  the town’s shame , twice."),
        ("‘A shame,’ he said, ‘and the boys’ fault.’",
         " A shame,  he said,  and the boys  fault.’"),
        ("In the ’90s the boys’ school closed.", "In the ’90s the boys’ school closed."),
        ("He said ‘it never ends.", "He said ‘it never ends."),
    ],
)  # fmt: skip
def test_english_is_shown_without_marks_and_every_letter_stays_in_place(
    text: str, shown: str
) -> None:
    model = _Shown()
    scores, views = score_texts(model, [text], "en")  # type: ignore[arg-type]
    assert model.texts == [shown]
    assert len(shown) == len(text)
    (score,) = scores
    assert score is not None
    assert views == [score.subjective]


def test_other_languages_are_shown_as_they_are() -> None:
    model = _Shown()
    score_texts(model, ["Er nannte es ‚eine Schande‘."], "de")  # type: ignore[arg-type]
    assert model.texts == ["Er nannte es ‚eine Schande‘."]
