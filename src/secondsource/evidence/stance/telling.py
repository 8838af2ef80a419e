"""Which dates of a text are the day when something was told, and not the day when it was."""

import re

from secondsource.article import Span
from secondsource.evidence.query.terms import stop_words_of
from secondsource.evidence.stance.cues import load_cues, lower
from secondsource.lineage.edits.words import words_for
from secondsource.sentences import split_sentences

_NEAR = 45  # characters between a verb of saying and a day; set by hand
_WORDS = 4  # between a day that begins a sentence and the verb
_OWNS = re.compile(r"'s\b")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_NAME_YEARS = frozenset({"ru", "uk", "pl"})
_NAMES = 3  # words with a capital: "told the Harbour Weekly on Monday"


def is_of_telling(text: str, date: Span, language: str) -> bool:
    """Whether a date is that of the verb of saying beside it: "the paper reported Wednesday".

    Only small words, and who was told, may stand between; "said that on Wednesday" dates what is
    told, and so does "announced Wednesday's vote".
    """
    small = lower(text)
    if _OWNS.match(small, date.end):
        return False
    return _follows_telling(text, small, date, language) or _leads_telling(
        text, small, date, language
    )


def is_count(text: str, year: Span, language: str) -> bool:
    """Whether a number that could be a year counts what follows it: "1862 srebrne monety".

    Only in languages that say which number is a year; a month or a preposition before it does too.
    """
    if language not in _NAME_YEARS:
        return False
    named = load_cues("of_year", language)
    after = _NEXT_WORD.match(lower(text), year.end)
    if after is None or named.fullmatch(after[1]):
        return False
    before = _WORD.findall(text[max(0, year.start - _NEAR) : year.start])
    if not before:
        return True
    led = named.fullmatch(before[-1].lower()) or words_for(language).months.fullmatch(before[-1])
    return led is None


def _follows_telling(text: str, small: str, date: Span, language: str) -> bool:
    cues = load_cues("telling", language).finditer(small, max(0, date.start - _NEAR), date.start)
    return any(_is_filled(text, Span(cue.end(), date.start), language) for cue in cues)


def _leads_telling(text: str, small: str, date: Span, language: str) -> bool:
    """Whether the verb comes after: "teilte" right behind "am Mittwoch"."""
    telling = load_cues("telling", language)
    cue = telling.search(small, date.end, date.end + _NEAR)
    if cue is None:
        return False
    between = Span(date.end, cue.start())
    if _is_filled(text, between, language):
        return True
    return _begins(text, date, language) and _is_short(between.of(text))


def _is_short(between: str) -> bool:
    """Whether only a subject stands between a day and the verb: "On Monday, the mayor said"."""
    rest = between.removeprefix(",")
    return not re.search(r"[,.;:!?]", rest) and len(rest.split()) <= _WORDS


def _is_filled(text: str, between: Span, language: str) -> bool:
    said = between.of(text)
    if re.search(r"[,.;:!?\"“”«»]", said) or words_for(language).that.search(lower(said)):
        return False
    stop, told = stop_words_of(language), load_cues("told_to", language)
    words = _WORD.findall(said)
    left = [
        w
        for w in words
        if w.casefold() not in stop and not told.fullmatch(lower(w)) and not w.isdigit()
    ]
    return len(left) <= _NAMES and all(w[0].isupper() for w in left)


def _begins(text: str, date: Span, language: str) -> bool:
    """Whether only small words stand before a date in its sentence."""
    sentence = next((s for s in split_sentences(text, language) if s.contains(date)), date)
    stop = stop_words_of(language)
    before = _WORD.findall(text[sentence.start : date.start])
    return all(word.casefold() in stop or word.isdigit() for word in before)
