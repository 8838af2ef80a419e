"""What an article says and who says it, as JSON."""

from collections.abc import Iterable

from secondsource.article import Article
from secondsource.jsonvalues import JsonObject, JsonValue, signal_json, span_json
from secondsource.reading.kinds.ranking import rank_statements
from secondsource.reading.statement import Due, Loaded, Source, Statement, Voice, Words
from secondsource.report.jsonform.articles import article_json, credit_json


def reading_json(article: Article, statements: Iterable[Statement]) -> JsonObject:
    """What one article says and who says it: its text, its credits and its statements."""
    kept = tuple(statements)
    ranks = {s.id: rank for rank, s in enumerate(rank_statements(kept), start=1)}
    return {
        "article": article_json(article),
        "credits": [credit_json(credit) for credit in article.credits],
        "statements": [statement_json(statement, ranks.get(statement.id)) for statement in kept],
    }


def statement_json(statement: Statement, rank: int | None = None) -> JsonObject:
    """One statement with its voice, its kind and why it does or does not ask to be checked.

    `rank` is its place among the claims of the article that can be checked, 1 for the one that
    asks most for it; null for what is no such claim. `reasons` are those of `why` that rest on
    words, with the words.
    """
    return {
        "id": statement.id,
        "span": span_json(statement.span),
        "text": statement.text,
        "kind": statement.kind.value,
        "checkworthiness": statement.checkworthiness,
        "checkable": statement.checkable,
        "why": list(statement.why),
        "rank": rank,
        "reasons": [signal_json(signal) for signal in statement.signals],
        "due": _due_json(statement.due),
        "voice": voice_json(statement.voice),
        "loaded": [_loaded_json(loaded) for loaded in statement.loaded],
    }


def voice_json(voice: Voice | None) -> JsonValue:
    """Who asserts a statement, with the voice within the voice where there is one."""
    if voice is None:
        return None
    return {
        "type": voice.type,
        "source": _source_json(voice.source),
        "cue": _words_json(voice.cue),
        "quotation": voice.quotation.value if voice.quotation else None,
        "nested": voice_json(voice.nested),
    }


def _source_json(source: Source | None) -> JsonValue:
    if source is None:
        return None
    return {"text": source.text, "span": span_json(source.span), "entity": source.entity}


def _words_json(words: Words | None) -> JsonValue:
    return None if words is None else {"text": words.text, "span": span_json(words.span)}


def _due_json(due: Due | None) -> JsonValue:
    if due is None:
        return None
    return {
        "start": due.start,
        "end": due.end,
        "condition": due.condition,
        "holder": due.holder,
        "certainty": due.certainty,
        "likelihood": due.likelihood,
    }


def _loaded_json(loaded: Loaded) -> JsonObject:
    return {
        "span": span_json(loaded.span),
        "technique": loaded.technique,
        "score": loaded.score,
        "voice": voice_json(loaded.voice),
        "times": loaded.times,
    }
