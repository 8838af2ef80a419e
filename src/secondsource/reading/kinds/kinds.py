"""Whether a sentence is a claim that could be checked, an opinion, a forecast, or neither.

Forecasts and what is no statement at all are told by rules, opinions by a subjectivity head
(see the card in `models/sentences/`), in Russian also by a few words ("I think", "a shame").
"""

import re
from dataclasses import dataclass

from secondsource.reading.forecasts.forecasts import Forecast
from secondsource.reading.kinds.checkworthy import counts_something
from secondsource.reading.kinds.plain import denies_plainly
from secondsource.reading.statement import Kind

_CLOSING = " \"'”’“»«›‹)]"
_NOTE = re.compile(r"(?: ?\[\d{1,3}\]){1,5}$")
"""The numbers of notes at the end of a sentence: "The plant was closed in 2019.[3]"."""
_ENDS = ".!?…;:"
_LONGEST_HEADING = 14
_FEWEST_WORDS = 3
_WORD = re.compile(r"[^\W\d_]{2,}")
"""A word of two letters or more, so that "2:45 p.m." is none."""
_GREETING = re.compile(
    r"(?:thank you(?! (?:notes?|letters?|cards?)\b)|"
    r"thanks(?!(?: (?!for\b|so\b|very\b|again\b|everyone\b|all\b)\w+){0,3} to\b)|hello|"
    r"good (?:morning|evening|afternoon)(?! (?:america|britain)\b)|"
    r"welcome(?= to\b| back\b|\W*$|[,!])|"
    r"happy (?:birthday|holidays|new year|easter|christmas)(?=\W*$|[,!])|god bless|goodbye|"
    r"congratulations(?= to\b| on\b|\W*$|[,!])|"
    r"спасибо|здравствуйте|добрый (?:день|вечер)|до свидания)\b",
    re.IGNORECASE,
)
_SHARED = (
    r"(?= (?:this|that|these|those|the|our|your|my|his|her|their|it|them|him|us|how|what|who|why|"
    r"where|when|as|a|an|all|more|live|now|here|out|below|via|with (?:your|us|friends))\b|"
    r"[:!]|\W*$)"
)
"""What has to follow a word that is a noun as well: "Share this", not "Share prices fell"."""
_NO_NAME = (
    r"(?!(?-i:(?<=[a-z]) (?!(?:I|More|Also|Full|The|This|That|His|Our|You|Your|Us|Here|How|Now|Not|"
    r"What|Why|Who|All)\b)[A-ZÀ-ÞА-ЯЁ]))"
)
"""Not where a name goes on: "Imagine Dragons sold", but "Read More"."""
_IMPERATIVE = re.compile(
    r"(?:(?:read|click|see|look|subscribe|imagine|consider|listen|sign up|"
    rf"remember(?!(?-i: the [A-Z]))|join|check out|please|forget)\b{_NO_NAME}|"
    rf"(?:share|watch)\b{_SHARED}|"
    r"(?:let(?:'s|’s| us| me)|don(?:'t|’t)|do not|follow us|"
    r"never mind|ask yourself|читайте|смотрите|подписывайтесь|вспомните|"
    r"представьте|давайте|обратите внимание|lesen sie|abonnieren sie|sehen sie|denken sie|"
    r"stellen sie sich|lisez|abonnez-vous|regardez|imaginez|n['’]oubliez|suscríbase|imagine usted|"
    r"recuerde|no olvide|przeczytaj|zobacz|zapisz się|pamiętaj|wyobraź|дивіться|підписуйтесь|"
    r"уявіть|згадайте)\b)(?!-)(?! that\b)(?! (?:shows?|showed|said|says|was|is|are|were|of)\b)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:original article|translation|translated by|photo|image|source|by|фото|источник|перевод)"
    r"\s*:",
    re.IGNORECASE,
)
_OPINION_WORDS = {
    "ru": (
        r"я (?:считаю|думаю|полагаю|уверен\w?|верю)|на мой взгляд|по-моему|мне кажется|"
        r"к сожалению|к счастью|разумеется|увы|позор\w*|стыдно|ужасн\w+|безобрази\w+|"
        r"отвратительн\w+|прекрасн\w+|замечательн\w+|великолепн\w+|бессмысленн\w+|абсурд\w*|"
        r"глуп(?:ый|ая|ое|ые|о|ость)|подл(?:ый|ая|ое|ые|о|ость)|чудовищн\w+|следует \w+ть"
    ),
}  # fmt: skip
_OPINION = {
    language: re.compile(rf"\b(?:{words})\b|!(?=[!?…)»”\"]{{0,5}}$)", re.IGNORECASE)
    for language, words in _OPINION_WORDS.items()
}


_LEANING = re.compile(
    r"\b(?:should(?:n['’]t| not)?|ought to)\b(?! have\b)|"
    r"\b(?:I|we) (?:(?:don['’]t|do not|can['’]t|cannot|couldn['’]t) )?(?:think|believe|doubt|guess|"
    r"suppose|imagine|feel)\b|\bin my (?:view|opinion)\b|\bto my mind\b|"
    r"\b(?:the (?:best|worst|greatest|biggest|most \w+)|so-called|of course|it['’]s like|"
    r"is like)\b|"
    r"\b(?:disgrac|shamefu|outrageou|ridiculou|absur|pathetic|appallin|nonsens|scandalou)\w+|!$|"
    r"\b(?:totally|utterly|absolutely|incredibly|truly|(?:far|way) too|much better|"
    r"(?:more|most) important|beyond belief|I['’]m not sure|more than enough)\b",
    re.IGNORECASE,
)
"""English words that a view often has."""
_SURER = {"fr": 0.04, "es": 0.04, "pl": 0.04}
"""How much surer than by its threshold the model has to be of a view in some languages.

In 123 news documents (NTREX) the share of sentences that read as views is then what it is in their
English originals (.18, .20, .23; English .21), and they are more often the same ones; at the
threshold itself it was .27, .28, .33. In German, Russian and Ukrainian nothing is gained.
"""
_COUNTED = 0.7
"""How sure of a view, in other languages than English, where a sentence counts something.

English views seldom do: in sixty of these documents one sentence in fifty is such a view.
"""
_LOWER = 0.2
"""How much lower the score may be where such words stand in a sentence. Chosen by hand."""
_ONLY_SPEAKER = re.compile(
    r"[—–-]?\s*(?:ответил|сказал|спросил|говорит|добавил|отвечает|продолжает|рассказывает|"
    r"объясняет|вспоминает|пояснил|резюмирует)а?\s+[А-ЯЁа-яё][^,.;:]{0,60}\.?$"
)


@dataclass(frozen=True, slots=True)
class Judged:
    """The kind of a sentence and the reason, as a sentence for the reader; None for a claim."""

    kind: Kind
    because: str | None


def judge_kind(
    text: str,
    language: str | None,
    forecast: Forecast | None,
    subjective: float | None,
    threshold: float,
) -> Judged:
    """What kind of statement a sentence is, and why it is not a claim where it is none.

    Args:
        text: the sentence.
        language: ISO 639-1.
        forecast: what `find_forecast` found in it.
        subjective: how subjective the model finds it, 0..1; None where no head reads the
            language.
        threshold: from which subjectivity it is an opinion; chosen by cross-validation in
            `python -m training.sentences`.
    """
    if reason := say_no_statement(text):
        return Judged(Kind.OTHER, reason)
    if forecast is not None:
        return Judged(Kind.FORECAST, f"It speaks of what is to come: “{forecast.marker}”.")
    if words := find_opinion_words(text, language):
        return Judged(Kind.OPINION, f"It gives a view: “{words}”.")
    if subjective is None or denies_plainly(text, language):
        return Judged(Kind.CLAIM, None)
    nearly = language == "en" and threshold - _LOWER <= subjective < threshold
    if leaning := _LEANING.search(text) if nearly else None:
        words = leaning.group()
        return Judged(Kind.OPINION, f"It gives a view: “{words}” (model score {subjective:.2f}).")
    if subjective >= (threshold if language == "en" else _raise(threshold, text, language)):
        reason = f"It reads as an opinion (model score {subjective:.2f})."
        return Judged(Kind.OPINION, reason)
    return Judged(Kind.CLAIM, None)


def _raise(threshold: float, text: str, language: str | None) -> float:
    """From which score a sentence is a view, in another language than English."""
    raised = threshold + _SURER.get(language or "", 0.0)
    return max(raised, _COUNTED) if counts_something(text, language) else raised


def say_no_statement(text: str) -> str | None:
    """Why a sentence states nothing, in words; None when it does state something."""
    text = _NOTE.sub("", text.strip())
    bare = text.rstrip(_CLOSING)
    words = _WORD.findall(bare)
    opening = text.lstrip(_CLOSING + "«-–— ")
    if bare.endswith("?"):
        return "It is a question."
    if _GREETING.match(opening):
        return "It greets or thanks."
    if _ONLY_SPEAKER.match(text):
        return "It only says who speaks."
    if _CREDIT.match(opening):
        return "It is a credit line."
    if _IMPERATIVE.match(opening):
        return "It calls on the reader."
    if bare[-1:] not in _ENDS and text[-1:] not in '"”»' and len(words) <= _LONGEST_HEADING:
        return "It is a heading."
    if len(words) < _FEWEST_WORDS:
        return "It is too short to state something."
    return None


def find_opinion_words(text: str, language: str | None) -> str | None:
    """The first words that mark a view in a language without a model; None when none do."""
    pattern = _OPINION.get(language or "")
    match = pattern.search(text) if pattern else None
    return match.group() if match else None
