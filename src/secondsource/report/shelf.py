"""The articles that a report names, found by id and called by a name a reader knows."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Protocol

from secondsource.article import Article, Passage, Role
from secondsource.messages import gettext as _
from secondsource.report.visible import safe_href, show_on_one_line
from secondsource.report.wording import say_date, say_language

_TITLE_LENGTH = 160
_NAME_LENGTH = 80
_QUOTE_LENGTH = 400
_CODE = re.compile("[a-z]{2,3}", re.ASCII)


class Listed(Protocol):
    """What is called by a label: an article, or what a list shows of one."""

    @property
    def title(self) -> str | None:
        """Its headline."""

    @property
    def outlet(self) -> str | None:
        """Who published it."""

    @property
    def published(self) -> str | None:
        """When, as an ISO 8601 date."""

    @property
    def language(self) -> str | None:
        """Its language (ISO 639-1)."""

    @property
    def url(self) -> str | None:
        """Its address."""


@dataclass(frozen=True, slots=True)
class Label:
    """What one article is called in a report; every field can be shown as it is.

    `href` is None where there is no address or one that may not become a link; `code` is the
    language for a browser, empty where it is unknown, `id` that of the article, empty where it is
    only named.
    """

    title: str
    outlet: str
    date: str
    language: str
    href: str | None
    examined: bool
    code: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Some words of an article, as they stand there."""

    label: Label
    text: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every article that is named, the examined one (an empty id where there is none) included."""

    examined: str
    articles: Mapping[str, Article]

    def get(self, article: str) -> Article | None:
        """The article with this id, or None where the report does not hold it."""
        return self.articles.get(article)

    def label(self, article: str) -> Label:
        """What the article with this id is called."""
        found = self.get(article)
        if found is None:
            return _label_unknown(article)
        return replace(label_article(found, examined=article == self.examined), id=article)

    def quote(self, passage: Passage, limit: int = _QUOTE_LENGTH) -> Quote | None:
        """The words of a passage on one line, or None where there are none to show."""
        found = self.get(passage.article)
        words = show_on_one_line(passage.span.of(found.text), limit) if found else ""
        return Quote(self.label(passage.article), words) if words else None


def make_shelf(examined: Article | None, others: Iterable[Article]) -> Shelf:
    """A shelf of the examined article, if there is one, and all others that are named."""
    articles = {article.id: article for article in others}
    if examined is None:
        return Shelf("", MappingProxyType(articles))
    return Shelf(examined.id, MappingProxyType(articles | {examined.id: examined}))


def bare_article(id_: str, listed: Listed) -> Article:
    """An article without its text, for where only what stands over it is shown."""
    return Article(
        id_,
        "",
        url=listed.url,
        title=listed.title,
        outlet=listed.outlet,
        published=listed.published,
        language=listed.language,
    )


def label_article(article: Listed, *, examined: bool = False) -> Label:
    """What an article is called, with plain words for whatever is not known of it."""
    return Label(
        title=show_on_one_line(article.title or "", _TITLE_LENGTH) or _("untitled"),
        outlet=show_on_one_line(article.outlet or "", _TITLE_LENGTH) or _("outlet unknown"),
        date=say_date(article.published),
        language=say_language(article.language),
        href=safe_href(article.url),
        examined=examined,
        code=match[0] if (match := _CODE.fullmatch(article.language or "")) else "",
    )


def name_authors(article: Article) -> tuple[str, ...]:
    """Who wrote the article: as its text says, else its byline, else the page's metadata."""
    credited = [credit for credit in article.credits if credit.role is Role.AUTHOR]
    in_text = [credit.name for credit in credited if credit.span]
    names = in_text or article.byline or [credit.name for credit in credited]
    return tuple(dict.fromkeys(show_on_one_line(name, _NAME_LENGTH) for name in names))


def _label_unknown(article: str) -> Label:
    return Label(
        _("article %(id)s", id=article[:8]), _("outlet unknown"), _("no date"), "", None, False
    )
