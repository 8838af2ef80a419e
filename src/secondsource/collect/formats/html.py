"""Web pages: the article's own text, where it comes from and what it links to."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from urllib.parse import urljoin, urlsplit

import lxml.html
import trafilatura
from htmldate import find_date
from trafilatura.settings import Document

from secondsource.addresses import hide_user
from secondsource.article import Article, Credit, Link, Role
from secondsource.collect.credits.agencies import is_agency
from secondsource.collect.credits.names import NAME_GAP, is_personal_name
from secondsource.collect.credits.patterns import POSITION
from secondsource.collect.formats.jsonld import PageFacts, read_facts
from secondsource.collect.formats.text import declared_encoding, decode_bytes, make_storable
from secondsource.collect.formats.tree import parse_page
from secondsource.errors import UnreadableError
from secondsource.language import DETECTED, detect_language

# A JSON-LD articleBody that is this much longer than the extracted text shows that the
# extraction lost part of the article (chosen on the pages data with `python -m evals.pages`).
_LOST_SHARE = 1.5
_MIN_BODY = 400
_BLOCKS = "p li blockquote h1 h2 h3 h4 h5 h6 td dd figcaption div"
BLOCKS = frozenset(_BLOCKS.split())
_NAME_SPLIT = re.compile(r"\s*;\s*")
_BEFORE_NAME = re.compile(
    r"^(?:(?:(?:written|text|story|reporting)\s+)?by\s+"
    r"|(?:von\s+(?!der\b|den\b)|par\s+|por\s+)(?=\S+\s+\S))",  # "Von Miller" is a whole name
    re.IGNORECASE,
)


def read_html(data: bytes, charset: str | None = None, url: str | None = None) -> Article:
    """The article on a web page, with what the page's metadata says of it.

    Args:
        data: the page's bytes.
        charset: the encoding that the server declared, if any.
        url: the address the page was fetched from, if any.

    Raises:
        UnreadableError: the bytes are not a page, or no article text is found on it.
    """
    markup = decode_bytes(data, charset or declared_encoding(data)).text
    tree = parse_page(markup)
    facts = read_facts(tree, url)
    document = _extract(markup, url)
    text = _choose_text(document.text, facts.body)
    address = url or _absolute(facts.canonical, None)
    return Article(
        id="",
        text=text,
        url=address,
        canonical=_absolute(facts.canonical, address),
        title=facts.title or document.title,
        outlet=facts.site or facts.publisher or _name_site(document),
        byline=_choose_byline(facts, document),
        published=_choose_date(markup, facts.published, address),
        language=_choose_language(facts.language, text),
        credits=_read_credits(facts),
        links=tuple(find_links(tree, text, address)),
    )


def _extract(markup: str, url: str | None) -> Document:
    """What trafilatura finds on the page; an empty document when it finds nothing."""
    found = trafilatura.bare_extraction(markup, url=url, include_comments=False, with_metadata=True)
    return found if isinstance(found, Document) else Document()


def _name_site(document: Document) -> str | None:
    """The site's name; trafilatura takes all that stands before the path where it has none."""
    site = document.sitename
    return site.rpartition("@")[2] if site and " " not in site else site


def find_links(tree: lxml.html.HtmlElement, text: str, base: str | None) -> Iterator[Link]:
    """The links that stand in the article's own paragraphs, each address once.

    Args:
        tree: the whole page.
        text: the article's text; a link counts when the paragraph around it is in there.
        base: the page's address, to complete relative links.
    """
    paragraphs = {_fold(line) for line in text.split("\n")}
    seen: set[str] = set()
    # One block may hold thousands of links; its words are gathered once.
    inside: dict[lxml.html.HtmlElement, bool] = {}
    for anchor in tree.iter("a"):
        words = _fold(anchor.text_content())
        address = _absolute(anchor.get("href"), base)
        if not words or address is None or address in seen:
            continue
        block = _block_of(anchor)
        if block not in inside:
            inside[block] = _fold(block.text_content()) in paragraphs
        if inside[block]:
            seen.add(address)
            yield Link(address, words)


def _choose_text(extracted: str | None, body: str | None) -> str:
    """The extracted text, or the page's own JSON-LD body when much of it was lost.

    Also where the one is the other without its paragraphs.
    """
    text = (extracted or "").strip()
    if body and "<" not in body:
        is_lost = len(body) > max(_MIN_BODY, _LOST_SHARE * len(text))
        text = body if is_lost or body.split() == text.split() else text
    if not text:
        raise UnreadableError(
            "no article text was found on the page: it may be built by scripts or hold only "
            "lists and pictures; open it in a browser and save the text"
        )
    return make_storable(text)


def _choose_date(markup: str, stated: str | None, url: str | None) -> str | None:
    """The date that the page states, unless it is yet to come, else one that stands on it."""
    tomorrow = date.today() + timedelta(days=1)  # where it is later than here
    if stated and stated[:10] <= tomorrow.isoformat():
        return stated
    return find_date(markup, url=url, original_date=True, extensive_search=True)


def _choose_language(stated: str | None, text: str) -> str | None:
    """The language that the page states; another where its text shows that it is in another.

    Many pages state the language of the software that makes them.
    """
    if stated is not None and stated not in DETECTED:
        return stated
    return detect_language(text) or stated


def _choose_byline(facts: PageFacts, document: Document) -> tuple[str, ...]:
    """The persons that the metadata names, else those on the page, else the outlet itself."""
    outlets = {_squash(name) for name in (facts.site, facts.publisher, document.sitename) if name}
    named = tuple(split_byline(facts.authors))
    shown = tuple(split_byline(_NAME_SPLIT.split(document.author or "")))
    for names in (named, shown):
        if persons := tuple(name for name in names if _squash(name) not in outlets):
            return persons
    return named or shown


def _squash(name: str) -> str:
    """A name without case and all that is not a letter or digit: "Quay.org" is "Quay Org"."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def split_byline(names: Iterable[str]) -> Iterator[str]:
    """The single names in strings such as "By A, B and C, Staff Writer".

    They are taken apart where each part reads as a name or says what the person is.
    """
    for joined in names:
        whole = _BEFORE_NAME.sub("", joined.strip())
        parts = [part for part in NAME_GAP.split(whole) if part and not POSITION.search(part)]
        personal = all(is_personal_name(part) or is_agency(part) for part in parts)
        yield from parts if parts and personal else filter(None, [whole])


def _read_credits(facts: PageFacts) -> tuple[Credit, ...]:
    """What the metadata says of the article's origin; these credits have no words in the text."""
    return (
        *(
            Credit(Role.WIRE if is_agency(name) else Role.AUTHOR, name)
            for name in split_byline(facts.authors)
        ),
        *(_origin(address) for address in (*facts.based_on, *facts.translation_of)),
        *_publisher(facts),
    )


def _origin(address: str) -> Credit:
    url = _absolute(address, None)
    host = urlsplit(url).hostname if url else None
    name = host.removeprefix("www.") if host else hide_user(address)
    return Credit(Role.ORIGINAL_OUTLET, name, url=url)


def _publisher(facts: PageFacts) -> Iterator[Credit]:
    """The JSON-LD publisher where it is another than the site that shows the page."""
    if facts.publisher and facts.site and facts.publisher.lower() != facts.site.lower():
        yield Credit(Role.OTHER, facts.publisher)


def _absolute(address: str | None, base: str | None) -> str | None:
    """The complete http(s) address without its fragment, or None."""
    try:
        joined = urljoin(base or "", (address or "").strip())
        parts = urlsplit(joined)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    same_page = base is not None and joined.partition("#")[0] == base.partition("#")[0]
    return None if same_page and parts.fragment else make_storable(joined)


def _block_of(anchor: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    return next((e for e in anchor.iterancestors() if e.tag in BLOCKS), anchor)


def _fold(text: str) -> str:
    return " ".join(text.split()).removeprefix("- ")
