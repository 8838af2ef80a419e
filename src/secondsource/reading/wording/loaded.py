"""Words that carry a judgement, and the named technique where a rule can tell it.

English words are found by the word head of the sentence model. The techniques are two of
those of Da San Martino et al., "Fine-Grained Analysis of Propaganda in News Articles" (EMNLP
2019); a technique is named only for the words of a small table, which was not measured.
"""

import re
from collections.abc import Sequence

from secondsource.article import Span
from secondsource.models.heads import ScoredWords, SentenceScores
from secondsource.reading.statement import Loaded

NAME_CALLING = "name_calling"
EXAGGERATION = "exaggeration"
UNMEASURED = 0.5
"""The score of words found by a rule alone: not a measured likelihood."""

_EN = (
    (
        NAME_CALLING,
        r"puppets?|talking heads?|junta|regime|cronies|thugs?|warmongers?|fascists?|nazis?|"
        r"fifth column|traitors?|clowns?|stooges?|lackeys?|henchm[ae]n|scarecrows?|fanatics?|"
        r"extremists?|snowflakes?|elites?|hordes?|scum|liars?|radicals?",
    ),
    (
        EXAGGERATION,
        r"(?:biggest|greatest|worst|most \w+|largest) .{0,30}(?:of our time|in history|of all time|"
        r"of the (?:\w+ )?century|ever)|catastroph(?:e|ic)|apocalyp(?:se|tic)|total(?:ly)? \w+|"
        r"at any cost|beyond belief|unprecedented|world-changing",
    ),
)
_RU = (
    (
        NAME_CALLING,
        r"марионетк\w+|хунт[аыеуой]+|режим(?:а|у|ом|е)? (?=[А-ЯЁ])|приспешник\w*|фашист\w*|"
        r"нацист\w*|пят(?:ая|ой|ую) колонн\w+|предател\w+|клоун\w*|холу[йяе]\w*|бандит\w*|"
        r"негодя\w+|либераст\w*|вор(?:ы|ов|ами)",
    ),
    (
        EXAGGERATION,
        r"катастроф\w+|небывал\w+|беспрецедентн\w+|чудовищн\w+|любой ценой|величайш\w+|"
        r"крупнейш\w+ .{0,30}(?:века|в истории)",
    ),
)


def _compile(table: Sequence[tuple[str, str]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in table)


_RULES = {"en": _compile(_EN), "ru": _compile(_RU)}
_JOINED_BY = re.compile(r"[\s,-]*(?:and|or)?[\s-]*")


def find_loaded(
    text: str, language: str | None, scores: SentenceScores | None, is_loaded: bool
) -> tuple[Loaded, ...]:
    """The words of a sentence that carry a judgement, in their order.

    Args:
        text: the sentence.
        language: ISO 639-1; rules exist for "en" and "ru".
        scores: what the model says of the sentence, None where it cannot read the language.
        is_loaded: whether the whole sentence counts as loaded.

    Returns:
        Spans from the start of the sentence; neighbouring words make one.
    """
    rules = [
        (span, name) for span, name in _find_rules(text, language) if scores is None or is_loaded
    ]
    words = _join(text, scores.loaded_words) if scores and is_loaded else []
    found = [_name(word, rules) for word in words]
    found += [
        Loaded(span, name, UNMEASURED)
        for span, name in rules
        if not any(span.overlaps(word.span) for word in words)
    ]
    return tuple(sorted(found, key=lambda loaded: loaded.span))


def _find_rules(text: str, language: str | None) -> list[tuple[Span, str]]:
    return [
        (Span(*match.span()), name)
        for name, pattern in _RULES.get(language or "", ())
        for match in pattern.finditer(text)
    ]


def _name(words: ScoredWords, rules: Sequence[tuple[Span, str]]) -> Loaded:
    technique = next((name for span, name in rules if span.overlaps(words.span)), None)
    return Loaded(words.span, technique, round(words.score, 3))


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
