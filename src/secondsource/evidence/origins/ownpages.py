"""Whether an outlet is a body's own page, and whether a source is that body.

What the Harbour Authority says on its own page and what a paper has from the Harbour Authority
go back to one voice. The name of a page may have more in it than the name in a report ("Harbour
Authority newsroom", "Electoral Board of Dale"), and stand in another case («Музей у Дейлі»).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from secondsource.article import Span
from secondsource.evidence.origins.citing import MASTHEAD, is_cited, is_rebutted
from secondsource.evidence.origins.trades import are_levels_apart, are_one_word, find_trades
from secondsource.evidence.origins.voicekey import VoiceKey, VoiceKind
from secondsource.evidence.origins.voicematch import VoiceMatch, match_voices
from secondsource.evidence.origins.voicewords import (
    BODIES_WITH_PAGES,
    DOCUMENTS,
    LEGAL_FORMS,
    PEOPLE_WITHOUT_NAME,
    SMALL_IN_NAMES,
    SPEAKERS_FOR_A_BODY,
)
from secondsource.evidence.query.terms import Word, find_words, fold
from secondsource.names.sounds import to_latin

_PART = re.compile(r"\s[—–|-]\s|[|:]\s|\.\s(?=[^\W\d_a-z])")
_ABOUT_PAGE = re.compile(
    r"\s+(?:newsroom|(?:press|media) (?:office|centre|center|releases?)|news|website|bulletin|"
    r"magazin\w?|aktualności|biuletyn|aktuell\w*|pressestelle|actualités|noticias|prensa|"
    r"новости|новини|пресс?-(?:служба|центр)|сайт|вісник|вестник)$",
    re.IGNORECASE,
)
_MASTHEAD = re.compile(rf"(?<!\w){MASTHEAD}(?!\w)|\b(?:news|press) agency\b", re.IGNORECASE)
_OF_BODY = re.compile(
    r"\s(?:of|from|at|for|by|von|vom|der|des|du|de l[a'’]|del?|z|ze|iz|из|від|із|з|от|przez)\s|, "
)
_ITS_FIGURE = re.compile(
    r"(?:['’]s?)? (?:own )?"
    r"(?:figures?|count|tally|data|statement|announcement|report|notice|records?)\b"
)
_CUE_REACH = 60
_LEAST_WORDS = 2
_LEAST_LETTERS = 3
OWN_PAGE = 0.85
"""What the name of a body's own page says of a source that has no other words than it."""


def match_page(outlet: str, key: VoiceKey) -> VoiceMatch | None:
    """Whether a source is the body whose own page an outlet is, and how surely.

    Args:
        outlet: the outlet as written.
        key: a source of another article.
    """
    page = read_page(outlet)
    if page is None or are_levels_apart(page.shown, key.shown):
        return None
    if any(_is_within(words, page) for words in _list_bodies(key)):
        return VoiceMatch(OWN_PAGE, key.shown)
    found = match_voices(page, key) if find_trades(page.shown) else None
    return None if found is None or found.formula else found


@lru_cache(maxsize=4096)
def read_page(outlet: str) -> VoiceKey | None:
    """The body whose own page an outlet is by its name; None for newspapers.

    A body is known by what it is ("office", «музей»), by its trade or by its legal form.
    """
    name = _ABOUT_PAGE.sub("", _PART.split(outlet)[0])
    folded = {fold(word.text) for word in find_words(name)}
    is_body = folded & (BODIES_WITH_PAGES | LEGAL_FORMS) or find_trades(name)
    if not is_body or _MASTHEAD.search(name):
        return None
    return make_page_key(name)


def make_page_key(name: str) -> VoiceKey:
    """The key of a body by its name, as it is called on its page or in a report."""
    return VoiceKey(VoiceKind.NAMED, tuple(sorted(_list_words(name))), True, name, name)


def _list_bodies(key: VoiceKey) -> Iterator[frozenset[str]]:
    """The words that may name a body among those of a source: all, its name, what follows "of"."""
    whole = [fold(word.text) for word in find_words(key.shown)]
    if not PEOPLE_WITHOUT_NAME & set(whole):
        yield _list_words(key.shown)
    if key.body and key.name:
        yield _list_words(key.name)
    yield from (_list_words(part) for part in _OF_BODY.split(key.shown)[1:])


def _list_words(name: str) -> frozenset[str]:
    """The words of a body's name in Latin letters, without those that any name may have."""
    left_out = SMALL_IN_NAMES | LEGAL_FORMS | SPEAKERS_FOR_A_BODY - {"service"} | DOCUMENTS
    folded = (_strip_genitive(fold(word.text)) for word in find_words(name))
    return frozenset(
        to_latin(word) for word in folded if word not in left_out and len(word) >= _LEAST_LETTERS
    )


def _strip_genitive(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _is_within(words: frozenset[str], page: VoiceKey) -> bool:
    """Whether these are all the words of a body's name, or two and more with what it is."""
    if not words or not all(any(are_one_word(w, own) for own in page.words) for w in words):
        return False
    whole = all(any(are_one_word(w, own) for w in words) for own in page.words)
    kinds = {to_latin(word) for word in BODIES_WITH_PAGES}
    told = any(are_one_word(w, kind) for w in words for kind in kinds)
    return whole or (len(words) >= _LEAST_WORDS and told)


def find_cited_page(outlet: str, text: str, around: Span) -> Span | None:
    """Where a part of a text gives as its source the body whose own page an outlet is.

    "The association said", "according to the electoral board of Dale", "the museum's figure":
    the words for it stand together, and are enough to know it by.
    """
    page = read_page(outlet)
    if page is None:
        return None
    for place in _list_places(page, text, around):
        before = text[max(around.start, place.start - _CUE_REACH) : place.start]
        after = text[place.end : min(around.end, place.end + _CUE_REACH)]
        if is_cited(before, after) or (_ITS_FIGURE.match(after) and not is_rebutted(before)):
            return place
    return None


def _list_places(page: VoiceKey, text: str, around: Span) -> Iterator[Span]:
    """The runs of words, small ones among them, that are the body's name or enough of it."""
    run: list[Word] = []
    for word in (*find_words(text, around), None):
        bare = to_latin(_strip_genitive(fold(word.text))) if word else ""
        if word and any(are_one_word(bare, own) for own in page.words):
            run.append(word)
        elif word is None or fold(word.text) not in SMALL_IN_NAMES:
            own = frozenset(to_latin(_strip_genitive(fold(w.text))) for w in run)
            if _is_within(own, page):
                yield Span(run[0].span.start, run[-1].span.end)
            run = []
