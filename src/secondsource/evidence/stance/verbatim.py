"""A passage that has the whole claim at the beginning of a sentence, in the same words."""

import re
from collections.abc import Iterator

from secondsource.article import Span
from secondsource.evidence.finding import StanceReason
from secondsource.evidence.stance.texts import Texts
from secondsource.lineage.edits.words import words_for

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_FEWEST = 4
"""Words of a claim: shorter ones, "He denied it", say little by themselves."""
_AGAINST = ("reject", "deny", "open", "hedge", "hearsay", "corrected", "earlier")


def find_verbatim(texts: Texts) -> StanceReason | None:
    """The claim stands there, and nothing in the passage takes it back.

    A sentence may go on after it ("after inspectors found cracks") unless a negation follows in it;
    a weekday may stand beside a date. Not in questions, nor in what anybody may only have said.
    """
    claim = [word.casefold() for word in _WORD.findall(texts.claim)]
    if texts.is_abroad or len(claim) < _FEWEST or texts.in_passage(*_AGAINST):
        return None
    for sentence in texts.sentences:
        end = _find_end(texts, sentence, claim)
        if end is None or "?" in texts.passage[end : sentence.end]:
            continue
        if not any(end <= span.start < sentence.end for span in texts.spans("negation")):
            told = "The passage says it in the claim's own words."
            return StanceReason("same_words", (1.0, 0.1, 0.2), told, (Span(sentence.start, end),))
    return None


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
