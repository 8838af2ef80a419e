"""What every article gets whatever it was read from: language, credits, boilerplate, id."""

import hashlib
from dataclasses import replace

from secondsource.addresses import hide_user
from secondsource.article import Article, Credit, Role
from secondsource.collect.boilerplate import find_boilerplate
from secondsource.collect.credits.find import read_origin
from secondsource.collect.stubs.reject import reject_stub
from secondsource.language import detect_language


def complete_article(article: Article, raw: bytes) -> Article:
    """The article with everything that its own text says of it.

    What was given (by a page's metadata or in JSONL) is kept; the text fills in what is missing.

    Args:
        article: what the reader of the format made; its id may be empty.
        raw: the bytes it was read from.

    Raises:
        UnreadableError: it is no article but a page that stood in the place of one.
    """
    reject_stub(article.title, article.text, article.outlet)
    article = hide_users(article)
    authors = [name for name in article.byline if name != article.outlet]
    origin = read_origin(article.text, authors)
    credits = merge_credits(article.credits, origin.credits)
    complete = replace(
        article,
        language=article.language or detect_language(article.text),
        credits=credits,
        byline=article.byline or _byline(credits),
        outlet=article.outlet or origin.republisher,
        boilerplate=(
            *article.boilerplate,
            *find_boilerplate(article.text, article.title, origin),
        ),
        raw=hashlib.sha256(raw).hexdigest(),
    )
    return complete if complete.id else complete.with_id()


def hide_users(article: Article) -> Article:
    """The article whose addresses, of whatever kind, hold no name and password."""
    return replace(
        article,
        url=_hide(article.url),
        canonical=_hide(article.canonical),
        links=tuple(replace(link, url=hide_user(link.url)) for link in article.links),
        credits=tuple(replace(credit, url=_hide(credit.url)) for credit in article.credits),
    )


def _hide(address: str | None) -> str | None:
    return hide_user(address) if address else None


def merge_credits(given: tuple[Credit, ...], found: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """The given credits and those found in the text, each role and name once.

    Where both have one, that with words in the text is kept. Metadata that names an agency as
    the author means that it is the agency's.
    """
    agencies = {credit.name.casefold() for credit in found if credit.role is Role.WIRE}
    merged: dict[tuple[Role, str], Credit] = {}
    for credit in (*given, *found):
        if credit.role is Role.AUTHOR and credit.name.casefold() in agencies:
            continue
        key = (credit.role, credit.name.casefold())
        if key not in merged or merged[key].span is None:
            merged[key] = credit
    return tuple(merged.values())


def _byline(credits: tuple[Credit, ...]) -> tuple[str, ...]:
    return tuple(credit.name for credit in credits if credit.role is Role.AUTHOR)
