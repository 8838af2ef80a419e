"""A sentence, or a clause of one, with what is known of it, and its kind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.article import Article, Span
from secondsource.models.heads import SentenceModel, SentenceScores
from secondsource.reading.forecasts.forecasts import Forecast, find_forecast
from secondsource.reading.kinds.kinds import Judged, judge_kind
from secondsource.reading.statement import Kind, Voice
from secondsource.sentences import blank_marks

_SPACE = re.compile("[\n\r\t\x0b\x0c\xa0\u2007\u2009\u202f\u3000]")
_LOOSE_ENDS = " ,;:–—-"
_SINGLE_MARKS = re.compile(r"(?<!\w)‘((?:[^‘’]|\b’\b)+)’(?!\w)")
"""A quotation in single marks, with the apostrophes within it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with everything that is known of it before it is judged.

    `is_clause` says that it is only a part of a sentence; `view` are the words by which such a
    part is a view whatever the model says.
    """

    article: Article
    language: str
    span: Span
    text: str
    voice: Voice
    scores: SentenceScores | None
    subjective: float | None
    is_clause: bool = False
    view: str | None = None

    @property
    def plain(self) -> str:
        """Its text with every kind of white space as one plain space, of the same length."""
        return _SPACE.sub(" ", self.text)


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """A sentence with its kind and, where it looks ahead, what makes it do so."""

    sentence: Sentence
    judged: Judged
    forecast: Forecast | None

    @property
    def kind(self) -> Kind:
        """What kind of statement it is."""
        return self.judged.kind


def score_texts(
    model: SentenceModel, texts: Sequence[str], language: str
) -> tuple[Sequence[SentenceScores | None], Sequence[float | None]]:
    """What the model says of each text, and how subjective it is, as far as it can tell.

    English is read without its quotation marks: the sentences that the model learnt from count
    whatever is quoted as no view, and here a view is one whoever holds it.
    """
    if language == "en":
        scores = model.score([_blank_all_marks(text) for text in texts])
        return scores, [score.subjective for score in scores]
    return [None] * len(texts), model.score_subjective(texts, language)


def _blank_all_marks(text: str) -> str:
    return _SINGLE_MARKS.sub(r" \1 ", blank_marks(text))


def judge_sentence(sentence: Sentence, model: SentenceModel) -> JudgedSentence:
    """A sentence with its kind, by the rules and by what the model said of it."""
    text = sentence.plain
    if sentence.is_clause:
        bare = text.rstrip(_LOOSE_ENDS)
        text = bare if bare[-1:] in ".!?…" else f"{bare}."
    if sentence.view:
        reason = f"It gives a view: “{sentence.view}”."
        return JudgedSentence(sentence, Judged(Kind.OPINION, reason), None)
    forecast = find_forecast(
        sentence.plain,
        sentence.language,
        sentence.article.dated,
        reported=sentence.voice.source is not None,
    )
    threshold = model.subjective_threshold(sentence.language)
    judged = judge_kind(text, sentence.language, forecast, sentence.subjective, threshold)
    return JudgedSentence(sentence, judged, forecast)
