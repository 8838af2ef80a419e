"""What a page says of itself in JSON-LD and meta elements.

schema.org's NewsArticle: headline, author, datePublished, publisher, isBasedOn,
translationOfWork; Open Graph's og:site_name and og:title; article:published_time.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from secondsource.addresses import normalise_address
from secondsource.collect.dates import is_iso_date
from secondsource.collect.formats.text import make_storable

_ARTICLE_TYPES = ("article", "posting", "report", "review", "opinion")
# What software writes where it has no date.
_NO_DATES = ("0001-01-01", "1900-01-01", "1970-01-01")
_MAX_DEPTH = 12
JsonObject = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page's metadata states; anything it does not state is None or empty."""

    title: str | None = None
    site: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    canonical: str | None = None
    language: str | None = None
    body: str | None = None
    based_on: tuple[str, ...] = ()
    translation_of: tuple[str, ...] = ()


def read_facts(tree: HtmlElement, url: str | None = None) -> PageFacts:
    """The facts in a page's JSON-LD and meta elements, JSON-LD first.

    Args:
        tree: the page.
        url: the address it was fetched from, if any.
    """
    meta = _read_meta(tree)
    canonical = _find_canonical(tree, meta)
    article = _choose_article(tuple(_find_articles(tree)), _join(url or "", canonical or ""))
    return PageFacts(
        title=_text(article.get("headline")) or meta.get("og:title"),
        site=meta.get("og:site_name") or meta.get("application-name"),
        publisher=next(iter(_names(article.get("publisher"))), None),
        authors=tuple(_names(article.get("author"))),
        published=_published(article, meta),
        canonical=canonical,
        language=_language(tree, article, meta),
        body=_lines(article.get("articleBody")),
        based_on=tuple(_addresses(article.get("isBasedOn"))),
        translation_of=tuple(_addresses(article.get("translationOfWork"))),
    )


def _read_meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _find_articles(tree: HtmlElement) -> Iterator[JsonObject]:
    """The JSON-LD objects whose type is a kind of article."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            yield from filter(_is_article, _walk(_load(script.text or ""), _MAX_DEPTH))


def _choose_article(articles: Sequence[JsonObject], page: str) -> JsonObject:
    """The first object that names the page as its own, else the first; an empty one if none.

    A page may list other articles before its own; a review is of what the page is about.
    """

    def rank(article: JsonObject) -> tuple[bool, bool]:
        own = (article.get(name) for name in ("url", "@id", "mainEntityOfPage"))
        named = (_join(page, each) for value in own for each in _addresses(value))
        is_own = bool(page) and normalise_address(page) in map(normalise_address, named)
        return not is_own, _has_type(article, ("review",))

    return min(articles, key=rank, default={})


def _join(base: str, address: str) -> str:
    """An address on a page in full; as it is written where it is none."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _load(source: str) -> object:
    """The script's JSON; None when it is broken, as one page in fifty has it."""
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None


def _walk(value: object, depth: int) -> Iterator[JsonObject]:
    if depth == 0:
        return
    if isinstance(value, dict):
        yield value
        for part in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _walk(value.get(part), depth - 1)
    elif isinstance(value, list):
        for item in value:
            yield from _walk(item, depth - 1)


def _is_article(item: JsonObject) -> bool:
    return _has_type(item, _ARTICLE_TYPES)


def _has_type(item: JsonObject, endings: tuple[str, ...]) -> bool:
    types = item.get("@type")
    listed = types if isinstance(types, list) else [types]
    return any(isinstance(t, str) and t.lower().endswith(endings) for t in listed)


def _text(value: object) -> str | None:
    """The words of a string on one line, with HTML's "&quot;" as the sign that it stands for."""
    lines = _lines(value)
    return " ".join(lines.split()) if lines else None


def _lines(value: object) -> str | None:
    """The words of a string, its lines apart."""
    if not isinstance(value, str):
        return None
    lines = (" ".join(line.split()) for line in make_storable(unescape(value)).splitlines())
    return "\n".join(filter(None, lines)) or None


def _names(value: object) -> Iterator[str]:
    """The names in a value that is a string, an object with a name, or a list of these."""
    for item in value if isinstance(value, list) else [value]:
        named = item.get("name") if isinstance(item, dict) else item
        if isinstance(named, list):
            yield from _names(named)
        elif (name := _text(named)) and "://" not in name:
            yield name


def _addresses(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = item.get("url") or item.get("@id") or item.get("name")
        if address := _text(item):
            yield address


def _published(article: JsonObject, meta: Mapping[str, str]) -> str | None:
    candidates = (
        _text(article.get("datePublished")),
        meta.get("article:published_time"),
        meta.get("og:article:published_time"),
        meta.get("datepublished"),
    )
    found = (date for date in candidates if date and is_iso_date(date))
    return next((date for date in found if not date.startswith(_NO_DATES)), None)


def _find_canonical(tree: HtmlElement, meta: Mapping[str, str]) -> str | None:
    """The address that the page names as its own; many sites name the front page for all."""
    named = (
        (element.get("href") or "").strip()
        for element in tree.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    )
    candidates = (next(named, ""), meta.get("og:url", ""))
    return next((address for address in candidates if not _is_front_page(address)), None)


def _is_front_page(address: str) -> bool:
    """Whether an address, or what is left of one, names no page of its site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return not parts.path.strip("/") and not parts.query


def _language(tree: HtmlElement, article: JsonObject, meta: Mapping[str, str]) -> str | None:
    declared = (
        _text(article.get("inLanguage")),
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        meta.get("og:locale"),
    )
    for value in declared:
        code = (value or "").replace("_", "-").partition("-")[0].lower()
        if len(code) == 2 and code.isalpha():
            return code
    return None
