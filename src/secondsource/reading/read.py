"""From an article to its statements: who says what, of which kind, and why it may need checking."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from secondsource.article import Article, Passage, Signal, Span, make_id
from secondsource.language import guess_language as language_of
from secondsource.models.heads import SentenceModel, default_model
from secondsource.reading.attribution.turns.turns import drop_openings
from secondsource.reading.attribution.voices import assign_voices, find_attributions_batch
from secondsource.reading.forecasts.forecasts import read_due
from secondsource.reading.kinds.checkworthy import find_signals, score_checkworthiness
from secondsource.reading.kinds.kinds import Judged
from secondsource.reading.kinds.mixed import JudgedArticle, split_mixed
from secondsource.reading.kinds.sentence import (
    JudgedSentence,
    Sentence,
    judge_sentence,
    score_texts,
)
from secondsource.reading.kinds.uncheckable import is_closed
from secondsource.reading.statement import Attribution, Kind, Loaded, Statement
from secondsource.reading.wording.loaded import find_loaded
from secondsource.reading.wording.whose import settle_loaded
from secondsource.sentences import split_sentences

_AT_ONCE = 16
LONGEST_TEXT = 300_000
"""Code points of an article that are read, some 50,000 words: bounds the time at under a minute."""


def read_article(article: Article) -> tuple[Statement, ...]:
    """The statements of an article in their order.

    Headlines, credit lines and what is not the article are left out.

    Args:
        article: an article; `published` is what "next spring" is counted from.

    Returns:
        One statement for each sentence, or for each clause where a sentence mixes kinds or
        voices, in the first `LONGEST_TEXT` code points. Spans count from the start of
        `article.text`.
    """
    return next(read_articles([article]))


def read_articles(articles: Iterable[Article]) -> Iterator[tuple[Statement, ...]]:
    """The statements of each article, in the same order; reads several together for speed.

    What is found in an article does not depend on which others are read with it.
    """
    waiting, model = iter(articles), default_model()
    while group := list(islice(waiting, _AT_ONCE)):
        languages = [guess_language(article) for article in group]
        found = _attribute([article.text[:LONGEST_TEXT] for article in group], languages)
        judged = [_judge(*item, model) for item in zip(group, languages, found, strict=True)]
        split = split_mixed(judged, model)
        for article, language, whole, parts in zip(group, languages, judged, split, strict=True):
            statements = [_state(item, model) for item in parts]
            yield settle_loaded(article.text, language, statements, whole.attributions)


def say_cut(article: Article) -> str:
    """What of an article is not read, in words; empty when all of it is."""
    if len(article.text) > LONGEST_TEXT:
        return f"only its first {LONGEST_TEXT:,} of {len(article.text):,} characters were read"
    return "its text says that the rest is for subscribers" if article.is_cut_short else ""


def _attribute(texts: Sequence[str], languages: Sequence[str]) -> list[tuple[Attribution, ...]]:
    """The attributions of each text, those of one language found together."""
    found: list[tuple[Attribution, ...]] = [()] * len(texts)
    for language in dict.fromkeys(languages):
        places = [place for place, each in enumerate(languages) if each == language]
        some = find_attributions_batch([texts[place] for place in places], language)
        for place, attributions in zip(places, some, strict=True):
            found[place] = attributions
    return found


def guess_language(article: Article) -> str:
    """The language to read an article in: its own, else what its words and script tell."""
    return article.language.lower()[:2] if article.language else language_of(article.text)


def _judge(
    article: Article, language: str, attributions: Sequence[Attribution], model: SentenceModel
) -> JudgedArticle:
    """The sentences of an article's body, each with its voice and its kind."""
    title = _fold(article.title or "")
    text = article.text[:LONGEST_TEXT]
    spans = [
        span
        for span in drop_openings(text, language, split_sentences(text, language))
        if _belongs_to_body(article, title, span)
    ]
    texts = [span.of(article.text) for span in spans]
    voices = assign_voices(article.text, language, spans, attributions)
    scores = score_texts(model, texts, language)
    judged = [
        judge_sentence(Sentence(article, language, *parts), model)
        for parts in zip(spans, texts, voices, *scores, strict=True)
    ]
    return JudgedArticle(judged, attributions)


def _belongs_to_body(article: Article, title: str, span: Span) -> bool:
    """Whether a sentence is neither boilerplate nor a credit line nor the headline."""
    if article.is_boilerplate(span) or _folds_to(span.of(article.text), title):
        return False
    credited = sum(
        credit.span.count_shared(span) for credit in article.credits if credit.span is not None
    )
    return credited * 2 <= len(span)


def _folds_to(text: str, folded: str) -> bool:
    first = next(filter(str.isalnum, text.casefold()), "")
    return folded.startswith(first) and _fold(text) == folded


def _fold(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _state(item: JudgedSentence, model: SentenceModel) -> Statement:
    sentence, judged = item.sentence, item.judged
    place = Passage(sentence.article.id, sentence.span)
    signals = find_signals(sentence.plain, sentence.language, sentence.voice, place)
    statement = Statement(
        id=make_id(sentence.article.id, sentence.span.start, sentence.span.end),
        span=sentence.span,
        text=sentence.text,
        kind=judged.kind,
        checkworthiness=score_checkworthiness(signals, sentence.scores),
        checkable=judged.kind is Kind.CLAIM and not is_closed(signals),
        why=_reasons(judged, signals),
        voice=sentence.voice,
        loaded=_loaded(sentence, model),
        signals=signals,
    )
    if item.forecast is None or judged.kind is not Kind.FORECAST:
        return statement
    due = read_due(sentence.plain, sentence.language, item.forecast, sentence.voice)
    return replace(statement, due=due)


def _reasons(judged: Judged, signals: Sequence[Signal]) -> tuple[str, ...]:
    sentences = tuple(signal.sentence for signal in signals)
    return (judged.because, *sentences) if judged.because else sentences


def _loaded(sentence: Sentence, model: SentenceModel) -> tuple[Loaded, ...]:
    """The loaded words with spans counted from the start of the article."""
    is_loaded = (
        sentence.scores is not None and sentence.scores.loaded >= model.heads["loaded"].threshold
    )
    found = find_loaded(sentence.plain, sentence.language, sentence.scores, is_loaded)
    return tuple(replace(item, span=item.span.shift(sentence.span.start)) for item in found)
