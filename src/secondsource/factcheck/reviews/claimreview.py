"""Fact-checks in schema.org's ClaimReview, wherever they stand in a JSON value.

The shapes that are met: one object, a list, `@graph`, a Data Commons feed (DataFeed, whose
`dataFeedElement` are items that hold one or several), and reviews nested in the markup of a page.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from secondsource.addresses import hide_user
from secondsource.collect.dates import find_date, is_iso_date
from secondsource.collect.formats.text import make_storable
from secondsource.errors import UnreadableError
from secondsource.evidence.fact_check import FactCheck
from secondsource.language import detect_language

_LONGEST_CLAIM = 4_000
_MOST_APPEARANCES = 20
_LONGEST_NAME = 300
_LONGEST_RATING = 300
_LONGEST_ADDRESS = 2_000
_DEEPEST = 24
MOST_VALUES = 50_000
"""Values of a JSON value that are looked at for reviews."""
_MARKUP = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]{0,2000}>", re.DOTALL)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OTHER_DAY = re.compile(r"(\d{4})([/.]?)(\d\d)\2(\d\d)(?=$|[T ])")
"""A day as 2020/05/03 or 20200503."""

JsonObject = Mapping[str, object]


def find_reviews(value: object) -> Iterator[JsonObject]:
    """Every ClaimReview object in a JSON value, in order; a review within a review is left out.

    Raises:
        UnreadableError: after the reviews of the first `MOST_VALUES` values, when there are more.
    """
    waiting: list[tuple[object, int]] = [(value, 0)]
    for _ in range(MOST_VALUES):
        if not waiting:
            return
        each, depth = waiting.pop()
        if isinstance(each, dict) and _is_review(each):
            yield each
        elif isinstance(each, dict | list) and depth < _DEEPEST:
            inner = list(each.values() if isinstance(each, dict) else each)
            waiting += [(item, depth + 1) for item in reversed(inner)]
    if waiting:
        raise UnreadableError(
            f"it holds more than {MOST_VALUES:,} values, and what follows them was not read: "
            "give one fact-check a line (JSONL)"
        )


def _is_review(value: JsonObject) -> bool:
    """Whether an object says that it is a ClaimReview."""
    return _is_of_type(value, "ClaimReview")


def _is_of_type(value: JsonObject, name: str) -> bool:
    types = value.get("@type")
    listed = types if isinstance(types, list) else [types]
    return any(isinstance(t, str) and re.split("[/:#]", t)[-1] == name for t in listed)


def read_review(review: JsonObject, source: str) -> FactCheck:
    """The fact-check that a ClaimReview object states.

    Args:
        review: the object; of fields that are there several times the first counts.
        source: the file or address it was read from.

    Raises:
        UnreadableError: it names no claim, or neither a checker nor an address of its own.
    """
    items = _list_objects(review.get("itemReviewed"))
    url = read_address(review.get("url")) or read_address(review.get("mainEntityOfPage"))
    claim = read_line(review.get("claimReviewed")) or _first(map(_read_claim_of, items))
    checker = _read_name(review.get("author")) or _read_name(review.get("publisher"))
    language = _read_language(review.get("inLanguage"))
    return make_fact_check(
        FactCheck(
            claim=claim,
            checker=checker,
            rating=_read_rating(review),
            url=url or _resolve(review.get("url"), source),
            published=read_day(review.get("datePublished")),
            language=language,
            title=read_line(review.get("headline"), _LONGEST_NAME)
            or read_line(review.get("name"), _LONGEST_NAME)
            or None,
            claimant=_first(_read_name(item.get("author")) for item in items) or None,
            claimed=_first(read_day(item.get("datePublished")) or "" for item in items) or None,
            appearances=tuple(_find_appearances(items)),
            source=source,
        )
    )


def make_fact_check(given: FactCheck) -> FactCheck:
    """The same fact-check, complete: what is missing and can be told from the rest is filled in.

    Raises:
        UnreadableError: it has no claim, too long a one, or neither a checker nor an address.
    """
    if not given.claim:
        raise UnreadableError("it names no claim (claimReviewed)")
    if len(given.claim) > _LONGEST_CLAIM:
        raise UnreadableError(f"its claim is longer than {_LONGEST_CLAIM:,} characters")
    host = (urlsplit(given.url).hostname or "").removeprefix("www.") if given.url else ""
    if not (given.checker or host):
        raise UnreadableError("it names neither a checker (author) nor an address (url)")
    return replace(
        given,
        checker=given.checker or host,
        language=given.language or detect_language(f"{given.claim} {given.title or ''}"),
    )


def read_line(value: object, longest: int | None = None) -> str:
    """A text without markup on one line, cut with an ellipsis; empty where it is no text."""
    if isinstance(value, list):
        return next((line for each in value if (line := read_line(each, longest))), "")
    if isinstance(value, dict):
        return read_line(value.get("@value"), longest)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    raw = str(value)[: 4 * _LONGEST_CLAIM]
    plain = _MARKUP.sub(" ", html.unescape(raw)) if "<" in raw or "&" in raw else raw
    line = " ".join(make_storable(plain).split())
    return line if longest is None or len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def read_address(value: object) -> str | None:
    """An http(s) address without name and password; None where it is no address."""
    if isinstance(value, list):
        return next((found for each in value if (found := read_address(each))), None)
    if isinstance(value, dict):
        return read_address(value.get("url") or value.get("@id"))
    if not isinstance(value, str) or len(value) > _LONGEST_ADDRESS:
        return None
    address = make_storable(value.strip())
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return None if not is_web or re.search(r"[\s\"'<>\\`]", address) else hide_user(address)


def read_day(value: object) -> str | None:
    """A date as a day (ISO 8601), or as precise as it is written; None where it is none."""
    text = _OTHER_DAY.sub(r"\1-\3-\4", read_line(value, 60))
    if _DAY.match(text) and is_iso_date(text[:10]):
        return text[:10]
    if is_iso_date(text):
        return text
    found = find_date(text)
    return found.iso if found else None


def _read_rating(review: JsonObject) -> str:
    """The checker's own label; where there is none, its number with the scale it is on."""
    given = review.get("reviewRating")
    ratings = _list_objects(given)
    labels = (
        read_line(rating.get(name), _LONGEST_RATING)
        for name in ("alternateName", "name")
        for rating in ratings
    )
    return _first(labels) or _first(map(_say_number, ratings)) or read_line(given, _LONGEST_RATING)


def _say_number(rating: JsonObject) -> str:
    """A rating's number and scale; empty for those that stand for none (-1 of -1, NaN)."""
    value, best = read_line(rating.get("ratingValue"), 20), read_line(rating.get("bestRating"), 20)
    if value.startswith("-") or value.casefold() == "nan":
        return ""
    return f"{value} of {best}" if value and best else value


def _read_claim_of(item: JsonObject) -> str:
    """The text of the Claim that is reviewed; the name of another work is no claim."""
    return read_line(item.get("text")) or (
        read_line(item.get("name")) if _is_of_type(item, "Claim") else ""
    )


def _read_name(value: object) -> str:
    for each in value if isinstance(value, list) else [value]:
        named = each.get("name") if isinstance(each, dict) else each
        name = read_line(named, _LONGEST_NAME)
        if name and "://" not in name:
            return name
    return ""


def _read_language(value: object) -> str | None:
    text = read_line(value.get("alternateName") if isinstance(value, dict) else value, 40)
    code = text.replace("_", "-").partition("-")[0].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def _find_appearances(items: Sequence[JsonObject]) -> Iterator[str]:
    """The addresses at which the claim stood, the first appearance first, each once."""
    found: dict[str, None] = {}
    for name in ("firstAppearance", "appearance", "url", "sameAs"):
        values = [item.get(name) for item in items]
        for value in values:
            for each in value if isinstance(value, list) else [value]:
                address = read_address(each)
                if address and len(found) < _MOST_APPEARANCES:
                    found[address] = None
    yield from found


def _resolve(url: object, source: str) -> str | None:
    """The address of a review that a page states of itself: relative to the page, or the page's."""
    page = read_address(source)
    if page is None:
        return None
    try:
        joined = urljoin(page, url.strip() if isinstance(url, str) else "")
    except ValueError:
        return page
    return read_address(joined) or page


def _list_objects(value: object) -> list[JsonObject]:
    """The objects of a list, or the one; a Claim before other works."""
    listed = value if isinstance(value, list) else [value]
    objects = [each for each in listed if isinstance(each, dict)]
    return sorted(objects, key=lambda each: not _is_of_type(each, "Claim"))


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")
