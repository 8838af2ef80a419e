"""Words that carry a judgement, and the named technique where a rule can tell it.

English words are found by the word head of the sentence model, in sentences that as a whole
are scored as loaded. Readable rules (`rules.py`) name techniques and find words of their own,
in English and in the other languages that have a table.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from secondsource.article import Span
from secondsource.lineage.edits.words import words_for
from secondsource.models.heads import ScoredWords, SentenceScores
from secondsource.reading.statement import Loaded, Voice
from secondsource.reading.wording.rules import rules_for
from secondsource.reading.wording.techniques import LOADED_LANGUAGE, REPETITION

UNMEASURED = 0.5
"""The score of words found by a rule alone: not a measured likelihood."""
SHOWN_FROM = 0.4
"""The score from which reports mark a word. Of the model's words judged by hand in the seed and
four BASIL articles 31 of 48 at or above it were right, 4 of 8 below (`evals.loaded`)."""
_REPEATED_FROM = 3
"""How often one voice must use a loaded word in an article for it to count as repeated."""
_SURE = 0.5
"""The score from which a word counts among those that are repeated; set by hand."""
_STEM = 7
"""Letters by which forms of one word are known as the same."""
_JOINED_BY = re.compile(r"[\s,-]*(?:and|or)?[\s-]*")
_LONGEST_READ = 2000
_SHORTEST_TELLING = 3


def find_loaded(
    text: str, language: str | None, scores: SentenceScores | None, is_loaded: bool
) -> tuple[Loaded, ...]:
    """The words of a sentence that carry a judgement, in their order, no two overlapping.

    Args:
        text: the sentence; of a very long one only the beginning is read.
        language: ISO 639-1; there are rules for those of `rules.LANGUAGES`.
        scores: what the model says of the sentence, None where it cannot read the language.
        is_loaded: whether the whole sentence counts as loaded.

    Returns:
        Spans from the start of the sentence; neighbouring words make one. Words that a rule
        and the model both find have the technique of the one and the score of the other.
    """
    start = text[:_LONGEST_READ]
    lowered = start.lower()
    by_rule = [
        Loaded(span, rule.technique, UNMEASURED)
        for rule in rules_for(language)
        for span in rule.find(start, lowered)
    ]
    words = scores.loaded_words if scores and is_loaded else ()
    telling = [word for word in words if not _is_minor(word.span.of(text), language)]
    by_model = [Loaded(w.span, None, round(w.score, 3)) for w in _join(text, telling)]
    return _merge(by_rule, by_model)


def _is_minor(word: str, language: str | None) -> bool:
    """Whether a word is one of grammar, such as "up" or "doesn't": it carries no judgement."""
    return len(word) < _SHORTEST_TELLING or word.lower() in words_for(language).minor


def _merge(by_rule: Sequence[Loaded], by_model: Sequence[Loaded]) -> tuple[Loaded, ...]:
    """The finds of both, those that overlap as one, with the technique of the longest."""
    kept: list[Loaded] = []
    for found in (*by_rule, *by_model):
        touching = [other for other in kept if other.span.overlaps(found.span)]
        kept = [other for other in kept if other not in touching]
        kept.append(_unite([*touching, found]))
    return tuple(sorted(kept, key=lambda loaded: loaded.span))


def _unite(parts: Sequence[Loaded]) -> Loaded:
    span = Span(min(p.span.start for p in parts), max(p.span.end for p in parts))
    named = [p for p in parts if p.technique not in (None, LOADED_LANGUAGE)]
    technique = max(named, key=lambda p: len(p.span)).technique if named else parts[0].technique
    return Loaded(span, technique, max(p.score for p in parts))


def _join(text: str, words: Sequence[ScoredWords]) -> list[ScoredWords]:
    """Neighbouring words as one, with the highest of their scores."""
    joined: list[ScoredWords] = []
    for word in words:
        if joined and _JOINED_BY.fullmatch(text, joined[-1].span.end, word.span.start):
            last = joined.pop()
            span = Span(last.span.start, word.span.end)
            joined.append(ScoredWords(span, max(last.score, word.score)))
        else:
            joined.append(word)
    return joined


def note_repetition(text: str, found: Iterable[Loaded]) -> tuple[Loaded, ...]:
    """The same finds, those that one voice repeats through the article counted and named so.

    Args:
        text: the article's text, into which the spans count.
        found: the loaded words of all its statements, each with its voice.

    Returns:
        In the same order, each with how many `times` its voice surely uses the word; from
        `_REPEATED_FROM` times on the technique of a find that has none but its being loaded
        is `repetition`.
    """
    kept = list(found)
    keys = [(_name_voice(item.voice), _stem(item.span.of(text))) for item in kept]
    counts = Counter(key for item, key in zip(kept, keys, strict=True) if item.score >= _SURE)
    return tuple(_count(item, max(1, counts[key])) for item, key in zip(kept, keys, strict=True))


def _count(item: Loaded, times: int) -> Loaded:
    plain = item.technique in (None, LOADED_LANGUAGE)
    technique = REPETITION if plain and times >= _REPEATED_FROM else item.technique
    return replace(item, technique=technique, times=times)


def _name_voice(voice: Voice) -> str:
    source = voice.source
    return f"{voice.type} {(source.entity or source.text) if source else ''}"


def _stem(words: str) -> str:
    return " ".join(word[:_STEM] for word in words.casefold().split())
