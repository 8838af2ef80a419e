"""Who says what: the attributions of an article, and the voice of each of its sentences."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from secondsource.article import Span
from secondsource.quotes import find_quotations
from secondsource.reading.attribution.blocks import cut_blocks, join_blocks
from secondsource.reading.attribution.english.attribute import attribute_english
from secondsource.reading.attribution.others.attribute import attribute_by_table
from secondsource.reading.attribution.others.joined import skip_relative
from secondsource.reading.attribution.others.table import load_table
from secondsource.reading.attribution.pieces import find_words, measure_gap
from secondsource.reading.attribution.russian.attribute import attribute_russian
from secondsource.reading.attribution.turns.attach import attach_turns
from secondsource.reading.statement import AUTHOR, Attribution, Quotation, Voice
from secondsource.sentences import LONGEST_READ

_HALF = 0.5  # of the telling words of a sentence, for it to be a voice's; set by hand
_SHORTEST_TELLING = 3
"""Shorter words (of, to, и, в) do not count when a sentence is shared out among voices."""
_WIDEST_FRAME = 25
"""Code points between source and cue up to which the words there belong to neither side."""
_MARK = re.compile(
    r"[,;:–—(]|\. |\b(?:and|but|und|aber|et|mais|y|pero|e|i|oraz|ale|и|а|но|і|та|й|але)\b"
)
_FIRST_PERSON = {"en": {"i", "we"}, "ru": {"я", "мы"}}


def find_attributions(text: str, language: str | None) -> tuple[Attribution, ...]:
    """Find who in a text is made to say, think, want or deny what.

    English and Russian are read by their grammar and their quotation marks, the languages of
    `others/tables` by a table of words; in others only quotations are found, with no source.
    Whom a word means is looked for only within a block (`blocks.LONGEST_BLOCK`) of a very long
    text.

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
    kept = list(texts)
    cuts = [cut_blocks(text) for text in kept]
    blocks = (block.of(text) for text, own in zip(kept, cuts, strict=True) for block in own)
    yield from join_blocks(_read_blocks(blocks, language), cuts)


def _read_blocks(texts: Iterable[str], language: str | None) -> Iterator[tuple[Attribution, ...]]:
    kept = list(texts)
    for text, found in zip(kept, _read_words(kept, language), strict=True):
        yield attach_turns(text, language, found)


def _read_words(texts: Iterable[str], language: str | None) -> Iterator[tuple[Attribution, ...]]:
    if language in (None, "en"):
        return attribute_english(texts)
    if language == "ru":
        return map(attribute_russian, texts)
    table = load_table(language)
    if table is None:
        return map(_quotations_only, texts)
    return (attribute_by_table(text, language, table) for text in texts)


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

    A sentence has the voice of an attribution when at least half of its words, those of
    source and cue left aside, are that attribution's content. What a source is only said to
    want or oppose is the author's word about it. Where one attribution lies within another's
    content, the outer voice carries the inner one.

    Args:
        text: The article's text.
        language: ISO 639-1 code.
        sentences: Ordered and disjoint, as `split_sentences` gives them; one of more than
            `LONGEST_READ` code points is the author's.
        attributions: As `find_attributions` gives them.

    Returns:
        One voice for each sentence, in the same order.
    """
    of_others = [a for a in attributions if a.asserts and not _is_author(a, language)]
    touching = _touching(sentences, of_others)
    return tuple(
        _voice_of(text, sentence, touching[number]) for number, sentence in enumerate(sentences)
    )


def _touching(
    sentences: Sequence[Span], attributions: Iterable[Attribution]
) -> defaultdict[int, list[Attribution]]:
    """For the number of each sentence the attributions whose content reaches into it."""
    starts, ends = [s.start for s in sentences], [s.end for s in sentences]
    touching: defaultdict[int, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        numbers = {
            number
            for piece in attribution.content
            for number in range(bisect_right(ends, piece.start), bisect_left(starts, piece.end))
        }
        for number in numbers:
            if len(sentences[number]) <= LONGEST_READ:
                touching[number].append(attribution)
    return touching


def _is_author(attribution: Attribution, language: str | None) -> bool:
    """Whether the source is the author's own "I": what "I" says in a quotation is not found."""
    source = attribution.source
    return source is not None and source.text.lower() in _FIRST_PERSON.get(language or "en", ())


def _voice_of(text: str, sentence: Span, attributions: Sequence[Attribution]) -> Voice:
    fitting = [a for a in attributions if _says_most(text, sentence, a)]
    if not fitting:
        return AUTHOR
    fitting.sort(key=lambda a: -a.length)
    voice: Voice | None = None
    for attribution in reversed(_chain(fitting)):
        voice = Voice(
            "attributed",
            attribution.source,
            attribution.cue,
            attribution.quotation,
            voice,
            attribution.content,
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


def _says_most(text: str, sentence: Span, attribution: Attribution) -> bool:
    frame = (*_frame(attribution), *_find_rest(text, sentence, attribution))
    words = [
        word for word in find_words(text, sentence) if not any(s.contains(word) for s in frame)
    ]
    telling = [word for word in words if len(word) >= _SHORTEST_TELLING] or words
    content = [piece for piece in attribution.content if piece.overlaps(sentence)]
    inside = sum(any(p.contains(word) for p in content) for word in telling)
    return bool(telling) and inside >= _HALF * len(telling)


def _find_rest(text: str, sentence: Span, attribution: Attribution) -> Iterator[Span]:
    """What goes on after who says it, up to the next mark: "..., he told *members in Orrin*."."""
    named = [w.span for w in (attribution.source, attribution.cue) if w and w.span]
    own = [piece for piece in attribution.content if piece.overlaps(sentence)]
    if not named or not own or any(piece.end > named[0].end for piece in own):
        return
    start = max(span.end for span in named)
    if sentence.start < start < sentence.end:
        mark = _MARK.search(text, start, sentence.end)
        end = mark.start() if mark else sentence.end
        yield Span(start, skip_relative(text, end, sentence.end))


def _frame(attribution: Attribution) -> tuple[Span, ...]:
    """Source and cue, with the few words between and after: "X told *reporters here that* ..."."""
    spans = [w.span for w in (attribution.source, attribution.cue) if w and w.span]
    if len(spans) == 2 and measure_gap(*spans) <= _WIDEST_FRAME:
        spans = [Span(min(s.start for s in spans), max(s.end for s in spans))]
    end = max((s.end for s in spans), default=0)
    starts = [piece.start for piece in attribution.content]
    if spans and starts and end < min(starts) <= end + _WIDEST_FRAME:
        spans.append(Span(end, min(starts)))
    return tuple(spans)
