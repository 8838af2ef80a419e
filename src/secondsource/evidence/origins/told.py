"""To which outlet an unnamed source of a passage spoke, where another sentence says so.

"A senior port official has told Reuters ...", and below it "the official said".
"""

import re
from collections.abc import Iterable, Iterator

from secondsource.article import Article, Span
from secondsource.evidence.origins.credit import CITED_NEAR, Debt, KnownOutlets, find_owed
from secondsource.evidence.origins.voicekey import VoiceAt, VoiceKind
from secondsource.evidence.origins.voicewords import PEOPLE_WITHOUT_NAME
from secondsource.evidence.query.terms import find_words, fold
from secondsource.sentences import split_sentences

_STEM = 7  # letters by which the forms of one noun are known
_NEW = re.compile(r"^(?:an?|one|ein|eine[mnrs]?|une?|una|un|jeden|jedna)$", re.IGNORECASE)
_OTHER = re.compile(
    r"(?:an)?other|second|third|different|друг\w+|второ\w+|ещ[её]|інш\w+|weiter\w+|ander\w+|"
    r"zweite\w*|autre|deuxième|otr[oa]|segund[oa]|inn[yaeio]\w*|drug[iae]\w*",
    re.IGNORECASE,
)
_WORDS_BEFORE = 4


def find_told(
    article: Article, focus: Span, voices: Iterable[VoiceAt], known: KnownOutlets
) -> tuple[Debt, ...]:
    """The outlet that "the official" of a passage spoke to, by the sentences before it.

    Read back to the sentence that brings the source in: "a senior official said" without an
    outlet, or "another official", ends the search.

    Args:
        article: the article.
        focus: the sentence that bears on the claim.
        voices: whom it is attributed to.
        known: the outlets that may be owed something.
    """
    for voice in voices:
        noun = _find_noun(voice) if voice.key.kind is VoiceKind.UNNAMED else None
        if noun is not None:
            return next(_read_back(article, focus, noun, known), ())
    return ()


def _find_noun(voice: VoiceAt) -> str | None:
    """What the source is called ("official"); None where the passage itself brings it in."""
    words = [w.text for w in find_words(voice.key.shown)]
    place = next((n for n, w in enumerate(words) if fold(w) in PEOPLE_WITHOUT_NAME), None)
    if place is None or any(map(_is_new, words[: place + 1])):
        return None
    return fold(words[place])[:_STEM]


def _is_new(word: str) -> bool:
    """Whether a word before a noun says that it was not spoken of before."""
    return bool(_NEW.match(word) or _OTHER.fullmatch(word))


def _read_back(
    article: Article, focus: Span, noun: str, known: KnownOutlets
) -> Iterator[tuple[Debt, ...]]:
    """What the sentences before a place owe that name the source, the last first."""
    before = split_sentences(article.text[: focus.start], article.language)
    for sentence in reversed(before):
        words = [w.text for w in find_words(sentence.of(article.text))]
        places = [n for n, word in enumerate(words) if fold(word).startswith(noun)]
        if not places:
            continue
        leads = [words[max(0, n - _WORDS_BEFORE) : n] for n in places]
        if any(_OTHER.fullmatch(word) for lead in leads for word in lead):
            return
        if debts := find_owed(article, sentence, known, CITED_NEAR):
            yield debts[:1]
        elif any(map(_is_new, (word for lead in leads for word in lead))):
            return
