"""To which outlet an unnamed source of a passage spoke, where another sentence says so.

"A senior port official has told Reuters ...", and below it "the official said".
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from secondsource.article import Article, Span
from secondsource.evidence.origins.credit import CITED_NEAR, Debt, KnownOutlets, find_owed
from secondsource.evidence.origins.voicekey import VoiceAt, VoiceKind
from secondsource.evidence.origins.voicewords import PEOPLE_WITHOUT_NAME, RANKS
from secondsource.evidence.query.terms import Word, find_words, fold, stop_words_of
from secondsource.sentences import split_sentences

_STEM = 7  # letters by which the forms of one noun are known
_THE = re.compile(
    r"the|that|this|same|de[rmn]|die|das|diese[rmns]?|l[aeo]s?|el|ce|cet|cette|es[ea]|est[ea]",
    re.IGNORECASE,
)
_WITHOUT_ARTICLES = ("ru", "uk", "pl")
_MANY = re.compile(r"\w+(?:[иыі]|ов|ей|ів|[ая][мх])")
_NEW = re.compile(r"^(?:an?|one|ein|eine[mnrs]?|une?|una|un|jeden|jedna)$", re.IGNORECASE)
_OTHER = re.compile(
    r"(?:an)?other|second|third|different|друг\w+|второ\w+|ещ[её]|інш\w+|weiter\w+|ander\w+|"
    r"zweite\w*|autre|deuxième|otr[oa]|segund[oa]|inn[yaeio]\w*|drug(?:i|a|iego|iej)",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"told|tells?|telling|said|says?|saying|spoke|speaking|according|cit(?:ed|ing)|quot(?:ed|ing)|"
    r"confirmed|admitted|"
    r"слов\w*|ссылкой|сообщил\w*|рассказал\w*|заявил\w*|сказал\w*|пояснил\w*|подтвердил\w*|"
    r"посиланням|повідоми\w+|розпові\w+|"
    r"laut|zufolge|sagten?|erklärten?|bestätigten?|berufung|gegenüber|"
    r"selon|dit|déclaré|affirmé|indiqué|confié|citant|"
    r"según|dij(?:o|eron)|declaró|afirmó|explicó|confirmó|aseguró|citando",
    re.IGNORECASE,
)
_TO_US = re.compile(
    r"\b(?:us|our|this (?:newspaper|paper|magazine|website|outlet|broadcaster|correspondent)|"
    r"нам|нашему|нашей|uns|unsere[mrn]|diese[rm] (?:Zeitung|Redaktion|Blatt|Magazin|Portal)|"
    r"nous|notre|nos|este (?:diario|medio|periódico)|nam|nasze(?:j|mu))\b",
    re.IGNORECASE,
)
_WORDS_BEFORE = 4
_WORDS_AFTER = 7
_GOES_ON = frozenset(("close", "familiar", "briefed", "involved", "has", "had", "have"))


def find_told(
    article: Article, focus: Span, voices: Iterable[VoiceAt], known: KnownOutlets
) -> tuple[Debt, ...]:
    """The outlet that "the official" of a passage spoke to, by the sentences before it.

    Read back to the sentence that brings the source in: "a senior official said" without an
    outlet, or "another official", ends the search. "The health official" is none that is brought
    in without that word; "officials said" is anybody; who "told us" spoke to the article's own
    outlet.

    Args:
        article: the article.
        focus: the sentence that bears on the claim.
        voices: whom it is attributed to.
        known: the outlets that may be owed something.
    """
    said = focus.of(article.text)
    if _TO_US.search(said) or (article.outlet and article.outlet in said):
        return ()
    for voice in voices:
        if voice.key.kind is not VoiceKind.UNNAMED:
            continue
        noun, *more = _find_nouns(voice.key.shown, article.language)
        if noun:
            return next(_read_back(article, focus, noun, more, known), ())
    return ()


def _find_nouns(shown: str, language: str | None) -> list[str]:
    """What a source is called ("official") and what else tells which one it is ("health").

    The first is empty where it may be anybody, or where the passage itself brings it in.
    """
    words = [w.text for w in find_words(shown)]
    place = next((n for n, w in enumerate(words) if fold(w) in PEOPLE_WITHOUT_NAME), None)
    if place is None or any(map(_is_new, words[: place + 1])):
        return [""]
    if language in _WITHOUT_ARTICLES:
        known = not _MANY.fullmatch(fold(words[place]))
    else:
        known = any(map(_THE.fullmatch, words[:place]))
    if not known:
        return [""]
    stop = stop_words_of(language or "en")
    rest = [fold(w) for n, w in enumerate(words) if n != place and w.casefold() not in stop]
    more = [w for w in rest if w not in RANKS and not _THE.fullmatch(w)]
    return [part[:_STEM] for part in (fold(words[place]), *more)]


def _is_new(word: str) -> bool:
    """Whether a word before a noun says that it was not spoken of before."""
    return bool(_NEW.match(word) or _OTHER.fullmatch(word))


def _read_back(
    article: Article, focus: Span, noun: str, more: Sequence[str], known: KnownOutlets
) -> Iterator[tuple[Debt, ...]]:
    """What the sentences before a place owe that let the source speak, the last first."""
    before = split_sentences(article.text[: focus.start], article.language)
    for sentence in reversed(before):
        words = find_words(article.text, sentence)
        plain = [word.text for word in words]
        places = [n for n, word in enumerate(plain) if fold(word).startswith(noun)]
        leads = [word for n in places for word in plain[max(0, n - _WORDS_BEFORE) : n]]
        if any(map(_OTHER.fullmatch, leads)):
            return
        speaks = any(_speaks(words, n, article) for n in places)
        same = all(any(fold(word).startswith(each) for word in plain) for each in more)
        debts = find_owed(article, sentence, known, CITED_NEAR) if speaks and same else ()
        if debts:
            yield debts[:1]
        elif same and any(map(_is_new, leads)):
            return


def _speaks(words: Sequence[Word], place: int, article: Article) -> bool:
    """Whether somebody is made to say something there; "the official residence" says nothing."""
    beside = words[max(0, place - _WORDS_BEFORE) : place + _WORDS_AFTER]
    if not any(_TELLING.fullmatch(word.text) for word in beside):
        return False
    if article.language not in (None, "en") or place + 1 == len(words):
        return True
    here, after = words[place], words[place + 1]
    follows = after.text.casefold()
    apart = article.text[here.span.end : after.span.start] != " "
    plain = follows in stop_words_of("en") or follows in _GOES_ON
    return apart or plain or _TELLING.fullmatch(follows) is not None
