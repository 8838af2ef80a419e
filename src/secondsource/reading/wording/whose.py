"""Whose words the loaded ones are: the author's, or those of somebody who is quoted or reported."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from secondsource.article import Span
from secondsource.quotes import find_quotations
from secondsource.reading.attribution.voices import assign_voices
from secondsource.reading.statement import AUTHOR, Attribution, Loaded, Quotation, Statement, Voice
from secondsource.reading.wording.loaded import note_repetition
from secondsource.reading.wording.techniques import DOUBT

_QUOTED = Voice("attributed", quotation=Quotation.DIRECT)
"""Words in quotation marks of which it is not known who said them."""


def settle_loaded(
    text: str,
    language: str | None,
    statements: Sequence[Statement],
    attributions: Sequence[Attribution],
) -> tuple[Statement, ...]:
    """The same statements, each loaded word with its own voice and with how often it comes.

    A word is another's when it stands in what somebody is made to say, or in quotation marks;
    marks that only cast doubt on a word are the author's.

    Args:
        text: the article's text.
        language: ISO 639-1.
        statements: in their order; their loaded words do not overlap.
        attributions: as `find_attributions` gives them.
    """
    found = [loaded for statement in statements for loaded in statement.loaded]
    if not found:
        return tuple(statements)
    spans = [loaded.span for loaded in found]
    voices = assign_voices(text, language, spans, attributions)
    quoted = _find_quoted(text, spans)
    voiced = [
        replace(loaded, voice=_choose(loaded, voice, loaded.span in quoted))
        for loaded, voice in zip(found, voices, strict=True)
    ]
    noted = iter(note_repetition(text, voiced))
    return tuple(
        replace(s, loaded=tuple(next(noted) for _ in s.loaded)) if s.loaded else s
        for s in statements
    )


def _choose(loaded: Loaded, voice: Voice, quoted: bool) -> Voice:
    if loaded.technique == DOUBT and not quoted:
        return AUTHOR
    return _QUOTED if quoted and voice.type == AUTHOR.type else voice


def _find_quoted(text: str, spans: Sequence[Span]) -> set[Span]:
    """Those of the spans, which are in order, around which quotation marks stand."""
    starts = [span.start for span in spans]
    return {
        span
        for quotation in find_quotations(text)
        for piece in quotation.pieces
        for span in spans[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]
        if piece.contains(span) and piece != span
    }
