"""What one of two versions of a text has that the other lacks, and what that tells.

A reprint carries the name of the outlet it was made for first, an editor's remarks, the headline of
the page it was copied from, or an end that says that it is not the end.
"""

import re

from secondsource.article import Article, Passage, Role, Signal, Span
from secondsource.lineage.names import is_same_outlet, name_article

# Scores set by hand, as in docs/decisions/0007-direction.md.
_NAMED, _NAMED_PLAINLY, _REMARK, _CUT_SHORT, _HEADLINE, _TRANSLATOR = 0.6, 0.4, 0.4, 0.4, 0.3, 0.5
_AROUND, _CLOSE = 60, 16  # characters before and after a name in which it is said to report
_CUES = re.compile(
    r"\b(?:according to|told|reported|reports?|said in|first published|cit(?:ing|ed)|quoted by"
    r"|interview with|via|сообщ\w+|переда[её]т|пишет|по данным|со ссылкой на|рассказал\w*"
    r"|заявил\w*|повідом\w+|за даними|з посиланням|laut|berichtet\w*|sagte|gegenüber|selon"
    r"|rapport\w+|d'après|déclaré à|según|inform\w+|dijo a|podał\w*|według|jak donosi"
    r"|aktard\w+|göre)\b",
    re.I,
)
_REMARKS = re.compile(
    r"\[[^\[\]\n]{0,80}?\b(?:eds?|editors?|sic|translator'?s? note|прим|ред|NDLR|NdT|Anm)\b\.?"
    r"[^\[\]\n]{0,40}\]"
    r"|\((?:emphasis (?:added|ours|mine)|курсив наш|(?:ed|editor'?s note|прим)\b[^()\n]{0,80})\)",
    re.I,
)
_CUT_MARKS = re.compile(
    r"(?:\[?(?:…|\.{3})\]?"
    r"|\b(?P<more>read more(?: (?:at|on|in) [^\n]{0,60})?|read the (?:rest|full \w+)|full story"
    r"|continue reading|читать (?:далее|полностью|дальше)|weiterlesen|lire la suite|leer más"
    r"|czytaj dalej)\W{0,3})\s*$",
    re.I,
)
# Within a word, letters of two scripts side by side, or a mark of no width and no use. The letters
# and marks themselves are looked for first: most texts have none, and that is told at once.
_SWAPPED = re.compile(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]|\w[\u200b\u2060\ufeff]+\w")
_HIDING = ("\u200b", "\u2060", "\ufeff", *"аеорсухі")
_OF_A_SWAP = re.compile("[\u0400-\u04ff\u200b\u2060\ufeff]")  # without one there is none
_SWAPS, _SWAPS_SHOWN, _SWAPPED_SCORE = 3, 5, 0.5
_OPENING = 400  # characters in which a page's headline is repeated
_HEADLINE_WORDS = 4
_MOSTLY = 0.7  # of the child that stands in the parent; set by hand, as `_BEFORE_END`
_LONGEST_CUT_MARK = 120  # characters
_LAST_WORDS, _BEFORE_END = 5, 0.9  # words before an ellipsis, and where the longer text has them


def find_tells(child: Article, parent: Article, coverage: float) -> tuple[Signal, ...]:
    """The signals, in the texts themselves, that the first article took from the second.

    Args:
        child: the article that may have taken from the other.
        parent: the other.
        coverage: the share of the child's own words that stand in the parent.
    """
    found = (
        _names_outlet(child, parent),
        _adds_remarks(child, parent, coverage),
        _ends_cut_short(child, parent, coverage),
        _repeats_headline(child, parent),
        _swaps_letters(child, parent, coverage),
        _names_translator(child, parent),
    )
    return tuple(signal for signal in found if signal is not None)


def _names_outlet(child: Article, parent: Article) -> Signal | None:
    """ "According to the Coast Courier": in the reprint, and often kept from the first text."""
    mention = _find_name(child, parent.outlet)
    if mention is None or _find_name(parent, child.outlet) is not None:
        return None
    plain = " " not in mention.of(child.text)  # "Time", "the Sun": a word like others
    reach = _CLOSE if plain else _AROUND
    said = bool(_CUES.search(child.text[max(0, mention.start - reach) : mention.end + reach]))
    if plain and not said:
        return None
    sentence = f"{name_article(child)} names {parent.outlet} in its text."
    spans = (Passage(child.id, mention),)
    return Signal("names_outlet", _NAMED if said else _NAMED_PLAINLY, sentence, spans)


def _find_name(article: Article, outlet: str | None) -> Span | None:
    """Where an article's own text names another outlet than its own."""
    if not outlet or (article.outlet and is_same_outlet(article.outlet, outlet)):
        return None
    name = re.sub(r"^the\s+", "", outlet, flags=re.I)
    if len(name) < 3 or not any(c.isupper() for c in name) or name not in article.text:
        return None
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", article.text):
        span = Span(*found.span())
        if not article.is_boilerplate(span):
            return span
    return None


def _adds_remarks(child: Article, parent: Article, coverage: float) -> Signal | None:
    if coverage < _MOSTLY:
        return None
    remark = _REMARKS.search(child.text)
    if remark is None or _REMARKS.search(parent.text):
        return None
    sentence = f"{name_article(child)} has a remark of an editor that the other lacks: {remark[0]}"
    span = Passage(child.id, Span(*remark.span()))
    return Signal("adds_remarks", _REMARK, sentence, (span,))


def _ends_cut_short(child: Article, parent: Article, coverage: float) -> Signal | None:
    if coverage < _MOSTLY or len(parent.text) < 1.2 * len(child.text):
        return None
    mark = _find_cut_mark(child.text)
    if mark is None or _find_cut_mark(parent.text):
        return None
    if not mark["more"] and not _goes_on(parent.text, child.text[: mark.start()]):
        return None  # dots may end a sigh, or "Developing ..."
    sentence = f"{name_article(child)} breaks off where {name_article(parent)} goes on."
    return Signal("ends_cut_short", _CUT_SHORT, sentence, (Passage(child.id, Span(*mark.span())),))


def _find_cut_mark(text: str) -> re.Match[str] | None:
    """The mark at a text's end that says that it goes on; only the end is looked at."""
    return _CUT_MARKS.search(text, max(0, len(text.rstrip()) - _LONGEST_CUT_MARK))


def _goes_on(text: str, beginning: str) -> bool:
    """Whether a text has the last words of another one, and more after them."""
    last = " ".join(beginning.split()[-_LAST_WORDS:])
    place = " ".join(text.split()).find(last)
    return 0 <= place < _BEFORE_END * len(text)


def _repeats_headline(child: Article, parent: Article) -> Signal | None:
    """The other page's headline in the text: it was copied from there together with the text."""
    title = " ".join((parent.title or "").split())
    if len(title.split()) < _HEADLINE_WORDS or _fold(child.title) == _fold(title):
        return None
    place = child.text[:_OPENING].casefold().find(title.casefold())
    if place < 0 or title.casefold() in parent.text[:_OPENING].casefold():
        return None
    sentence = f"{name_article(child)} has the headline of {name_article(parent)} in its text."
    span = Passage(child.id, Span(place, place + len(title)))
    return Signal("repeats_headline", _HEADLINE, sentence, (span,))


def _swaps_letters(child: Article, parent: Article, coverage: float) -> Signal | None:
    """Cyrillic letters in Latin words, or characters that are not seen: a copy made unlike."""
    if coverage < _MOSTLY or not any(mark in child.text for mark in _HIDING):
        return None
    places = _find_swapped(child.text)
    if len(places) < _SWAPS or len(_find_swapped(parent.text)) >= _SWAPS:
        return None
    sentence = (
        f"At {len(places)} places within words {name_article(child)} has letters of another script "
        "or characters that are not seen: a faulty conversion leaves them, or they hide a copy."
    )
    spans = tuple(Passage(child.id, place) for place in places[:_SWAPS_SHOWN])
    return Signal("swaps_letters", _SWAPPED_SCORE, sentence, spans)


def _find_swapped(text: str) -> list[Span]:
    if not _OF_A_SWAP.search(text):
        return []
    return [Span(*found.span()) for found in _SWAPPED.finditer(text)]


def _names_translator(child: Article, parent: Article) -> Signal | None:
    if not child.language or not parent.language or child.language == parent.language:
        return None
    named = [credit for credit in child.credits if credit.role is Role.TRANSLATOR]
    if not named or any(credit.role is Role.TRANSLATOR for credit in parent.credits):
        return None
    spans = tuple(Passage(child.id, credit.span) for credit in named if credit.span)
    sentence = f"{name_article(child)} names a translator, {named[0].name}."
    return Signal("names_translator", _TRANSLATOR, sentence, spans)


def _fold(title: str | None) -> str:
    return " ".join((title or "").casefold().split())
