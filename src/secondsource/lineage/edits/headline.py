"""The headline of an article, in its text or beside it, and whether another one replaced it."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from secondsource.article import Article, Span
from secondsource.lineage.names import outlet_key

_LIKE = 70  # of 100, in letters
_LONGEST = 25  # words; a first line that is longer is no headline
_SENTENCE_END = re.compile(r"[.,;:…]['\"”’»)]*$")
_NO_HEADLINE = re.compile(
    r"(?i)(?:by|von|par|por|автор)\b|\S+ ?(?:\([\w ]+\))? ?[—–-]+ |https?:|.*\b\d{1,2}:\d\d\b"
)
_SITE = re.compile(r"\s+(?:[|–—:-]|::)\s+|\s*\|\s*")


@dataclass(frozen=True, slots=True)
class Headline:
    """The words of a headline; `span` says where the text has it, None if only its page does."""

    text: str
    span: Span | None


def find_headline(article: Article) -> Headline | None:
    """The headline of an article: its first line if it looks like one, else its title."""
    line = _first_line(article.text)
    title = _without_site(article.title or "", article.outlet)
    if line is not None:
        words = line.of(article.text)
        if _looks_like_headline(words) or _is_like(words, title):
            return Headline(words, line)
    return Headline(title, None) if title else None


def _first_line(text: str) -> Span | None:
    """The first line that is followed by others."""
    match = re.match(r"\s*(\S[^\n]*?)\s*\n\s*\S", text)
    return Span(*match.span(1)) if match else None


def _looks_like_headline(line: str) -> bool:
    words = len(line.split())
    if not 2 <= words <= _LONGEST or _NO_HEADLINE.match(line):
        return False
    return not _SENTENCE_END.search(line) and any(c.isalpha() for c in line)


def _is_like(line: str, title: str) -> bool:
    """Whether a first line is the title, or an edited form of it."""
    return fuzz.ratio(_fold(line), _fold(title), score_cutoff=_LIKE) > 0


def _without_site(title: str, outlet: str | None) -> str:
    """A page's title without the name of its site: "Pier closed | Coast Courier"."""
    parts = _SITE.split(title.strip())
    if len(parts) > 1 and outlet and outlet_key(parts[-1]) == outlet_key(outlet):
        return title[: title.rindex(parts[-1])].rstrip(" |–—:-")
    return title.strip()


def _fold(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def is_same_headline(left: str, right: str) -> bool:
    """Whether two headlines have the same letters, or one only a site's name more."""
    short, long = sorted((left, right), key=len)
    if _fold(left) == _fold(right):
        return True
    tail = long[len(short) :] if _fold(long).startswith(_fold(short)) else ""
    return bool(tail and _SITE.match(tail))
