"""A passage that has the whole claim at the beginning of a sentence, in the same words."""

import re
from collections.abc import Iterator

from secondsource.article import Span
from secondsource.evidence.finding import StanceReason
from secondsource.evidence.stance.cues import load_cues, lower
from secondsource.evidence.stance.texts import Texts
from secondsource.lineage.edits.words import words_for

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_FEWEST = 4
"""Words of a claim: shorter ones, "He denied it", say little by themselves."""
_AGAINST = ("reject", "deny", "open", "hedge", "hearsay", "corrected", "earlier")
_AFTER = ("negation", "shaken")
_QUOTATION_MARK = re.compile("[«»“”„\"‹›]|(?<!\\w)['‘‚]|['’](?!\\w)")
_ENDS = re.compile(r"\s*(?:[.!…]+\s*)?$|\s+\(")


def find_verbatim(texts: Texts) -> StanceReason | None:
    """The claim stands there, and nothing in the passage takes it back.

    A sentence may go on after it with a circumstance ("after inspectors found cracks"), unless a
    negation, a condition or the like follows in it; a weekday may stand beside a date. Not in
    questions and quotations, nor in what anybody may only have said.
    """
    claim = [word.casefold() for word in _WORD.findall(texts.claim)]
    if texts.is_abroad or len(claim) < _FEWEST or texts.in_passage(*_AGAINST):
        return None
    for sentence in texts.sentences:
        end = _find_end(texts, sentence, claim)
        if end is not None and _stands(texts, Span(end, sentence.end)):
            told = "The passage says it in the claim's own words."
            return StanceReason("same_words", (1.0, 0.1, 0.2), told, (Span(sentence.start, end),))
    return None


def _stands(texts: Texts, rest: Span) -> bool:
    """Whether what a sentence has after the claim's words leaves them standing."""
    if "?" in rest.of(texts.passage) or _is_quoted(texts.passage[: rest.start]):
        return False
    cues = (span for kind in _AFTER for span in texts.spans(kind))
    return _adds(texts, rest) and not any(rest.contains(span) for span in cues)


def _is_quoted(before: str) -> bool:
    """Whether a quotation mark is open at the end of a text: each quotation has two."""
    return len(_QUOTATION_MARK.findall(before)) % 2 == 1


def _adds(texts: Texts, rest: Span) -> bool:
    """Whether the sentence is over or goes on with a circumstance.

    "The bank closed 40" may go on with "branches", "She resigned" with "herself to waiting".
    """
    more = lower(rest.of(texts.passage))
    if _ENDS.match(more):
        return True
    kind = "adds_aside" if more.startswith(",") else "adds"
    start = len(more) - len(more.lstrip(" ,"))
    if load_cues(kind, texts.passage_language).match(more, start):
        return start > 0
    word = _WORD.match(more, start)
    return word is not None and start > 0 and _names_weekday(word[0], texts.passage_language)


def _find_end(texts: Texts, sentence: Span, claim: list[str]) -> int | None:
    """Where the claim's words end that the sentence begins with, or None."""
    wanted = iter(claim)
    word = next(wanted, None)
    for found, end in _read_words(texts, sentence):
        if found == word:
            word = next(wanted, None)
            if word is None:
                return end
        elif not _names_weekday(found, texts.passage_language):
            return None
    return None


def _read_words(texts: Texts, sentence: Span) -> Iterator[tuple[str, int]]:
    for match in _WORD.finditer(texts.passage, sentence.start, sentence.end):
        yield match[0].casefold(), match.end()


def _names_weekday(word: str, language: str) -> bool:
    weekdays = words_for(language).weekdays
    return any(weekdays.fullmatch(form) for form in (word, word.capitalize()))
