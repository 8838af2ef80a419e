"""Who says what: the attributions of an article, and the voice of each of its sentences."""

import re
from collections.abc import Iterable, Iterator, Sequence

from secondsource.article import Span
from secondsource.reading.quotes import find_quotations
from secondsource.reading.statement import AUTHOR, Attribution, Quotation, Voice
from secondsource.reading.voices_en import attribute_english
from secondsource.reading.voices_ru import attribute_russian

_WORD = re.compile(r"\w+")
_MOST = 0.5
_FIRST_PERSON = {"en": {"i", "we"}, "ru": {"я", "мы"}}


def find_attributions(text: str, language: str | None) -> tuple[Attribution, ...]:
    """Find who in a text is made to say, think, want or deny what.

    English is read by its grammar and its quotation marks, Russian by quotation marks and
    verbs of saying; in other languages only quotations are found, with no source.

    Args:
        text: The article's text.
        language: ISO 639-1 code; None is read as English.

    Returns:
        Attributions in the order of their cues; the parts are spans into the text.
    """
    return next(find_attributions_batch([text], language))


def find_attributions_batch(
    texts: Iterable[str], language: str | None
) -> Iterator[tuple[Attribution, ...]]:
    """The attributions of each of several texts of one language, read together for speed."""
    if language in (None, "en"):
        yield from attribute_english(texts)
        return
    read = attribute_russian if language == "ru" else _quotations_only
    for text in texts:
        yield read(text)


def _quotations_only(text: str) -> tuple[Attribution, ...]:
    return tuple(
        Attribution(None, None, q.pieces, Quotation.DIRECT)
        for q in find_quotations(text)
        if q.depth == 0 and len(q.hull.of(text).split()) > 3
    )


def assign_voices(
    text: str,
    language: str | None,
    sentences: Sequence[Span],
    attributions: Sequence[Attribution],
) -> tuple[Voice, ...]:
    """Say for every sentence who asserts it: the author, or somebody the author names.

    A sentence has the voice of an attribution when more than half of its words, those of
    source and cue left aside, are that attribution's content. Where one attribution lies
    within another's content, the outer voice carries the inner one.

    Returns:
        One voice for each sentence, in the same order.
    """
    of_others = [a for a in attributions if a.content and not _is_author(a, language)]
    return tuple(_voice_of(text, sentence, of_others) for sentence in sentences)


def _is_author(attribution: Attribution, language: str | None) -> bool:
    """Whether the source is the author's own "I": what "I" says in a quotation is not found."""
    source = attribution.source
    return source is not None and source.text.lower() in _FIRST_PERSON.get(language or "en", ())


def _voice_of(text: str, sentence: Span, attributions: Sequence[Attribution]) -> Voice:
    fitting = [a for a in attributions if _says_most(text, sentence, a)]
    if not fitting:
        return AUTHOR
    fitting.sort(key=lambda a: -_size(a))
    voice: Voice | None = None
    for attribution in reversed(_chain(fitting)):
        voice = Voice(
            "attributed", attribution.source, attribution.cue, attribution.quotation, voice
        )
    return voice or AUTHOR


def _chain(fitting: Sequence[Attribution]) -> list[Attribution]:
    """The widest attribution and those whose cue lies within the content of the one before."""
    chain = [fitting[0]]
    for inner in fitting[1:]:
        cue = inner.cue
        if cue and any(piece.contains(cue.span) for piece in chain[-1].content):
            chain.append(inner)
    return chain


def _size(attribution: Attribution) -> int:
    return sum(len(piece) for piece in attribution.content)


def _says_most(text: str, sentence: Span, attribution: Attribution) -> bool:
    if not any(piece.overlaps(sentence) for piece in attribution.content):
        return False
    apart = [w.span for w in (attribution.source, attribution.cue) if w and w.span]
    total = inside = 0
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        word = Span(match.start(), match.end())
        if any(s.contains(word) for s in apart):
            continue
        total += 1
        inside += any(piece.contains(word) for piece in attribution.content)
    return inside > _MOST * total
