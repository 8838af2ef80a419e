"""What a page says of itself in JSON-LD and meta elements.

schema.org's NewsArticle: headline, author, datePublished, publisher, isBasedOn,
translationOfWork; Open Graph's og:site_name and og:title; article:published_time.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from secondsource.collect.dates import is_iso_date

ARTICLE_TYPES = ("article", "posting", "report", "review", "opinion")
MAX_DEPTH = 12
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


def read_facts(tree: HtmlElement) -> PageFacts:
    """The facts in a page's JSON-LD and meta elements, JSON-LD first."""
    meta = _read_meta(tree)
    article = _find_article(tree)
    return PageFacts(
        title=_text(article.get("headline")) or meta.get("og:title"),
        site=meta.get("og:site_name") or meta.get("application-name"),
        publisher=next(iter(_names(article.get("publisher"))), None),
        authors=tuple(_names(article.get("author"))),
        published=_published(article, meta),
        canonical=_canonical(tree) or meta.get("og:url"),
        language=_language(tree, article, meta),
        body=_text(article.get("articleBody")),
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


def _find_article(tree: HtmlElement) -> JsonObject:
    """The first JSON-LD object whose type is a kind of article, or an empty one."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            for item in _walk(_load(script.text or ""), MAX_DEPTH):
                if _is_article(item):
                    return item
    return {}


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
    types = item.get("@type")
    listed = types if isinstance(types, list) else [types]
    return any(isinstance(t, str) and t.lower().endswith(ARTICLE_TYPES) for t in listed)


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


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
    return next((date for date in candidates if date and is_iso_date(date)), None)


def _canonical(tree: HtmlElement) -> str | None:
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            return (element.get("href") or "").strip() or None
    return None


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
