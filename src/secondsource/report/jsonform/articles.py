"""Articles as JSON, with what they say of their own origin."""

from secondsource.article import Article, Boilerplate, Credit, Link
from secondsource.jsonvalues import JsonObject, span_json


def article_json(article: Article) -> JsonObject:
    """One article in full; the same object is one line of a JSONL collection."""
    return {
        **article_entry_json(article),
        "canonical": article.canonical,
        "byline": list(article.byline),
        "text": article.text,
        "credits": [credit_json(credit) for credit in article.credits],
        "links": [_link_json(link) for link in article.links],
        "boilerplate": [_boilerplate_json(stretch) for stretch in article.boilerplate],
        "raw": article.raw,
    }


def article_entry_json(article: Article) -> JsonObject:
    """The short entry of one article: what it is called and where and when it stood."""
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "language": article.language,
    }


def credit_json(credit: Credit) -> JsonObject:
    """What the text itself says of its origin; `span` is null where the page's metadata says it."""
    return {
        "role": credit.role.value,
        "name": credit.name,
        "url": credit.url,
        "date": credit.date,
        "span": span_json(credit.span),
    }


def _link_json(link: Link) -> JsonObject:
    return {"url": link.url, "text": link.text}


def _boilerplate_json(stretch: Boilerplate) -> JsonObject:
    return {"span": span_json(stretch.span), "reason": stretch.reason}
