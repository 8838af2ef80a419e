"""A web page as a tree of elements; apart from `html.py`, which takes a second to be loaded."""

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree

from secondsource.errors import UnreadableError

MAX_DEPTH = 250
MAX_ATTRIBUTES = 5_000
# A tag as HTML reads it, and whether it has too many attributes: the parser compares each name in a
# tag with all before it, so 200,000 take minutes. Atomic, so that each sign is read once.
_ATTRIBUTE = r"(?>[\s/]*[^\s/>][^\s/>=]*(?>\s*=\s*(?>\"[^\"]*\"|'[^']*'|[^\s>]*))?)"
_TAG = re.compile(rf"<[a-zA-Z][^\s/>]*+(?>{_ATTRIBUTE}{{0,{MAX_ATTRIBUTES}}})({_ATTRIBUTE})?")
_SCRIPT_START, _SCRIPT_END = re.compile(r"<script\b", re.I), re.compile(r"</script", re.I)


def parse_page(markup: str) -> lxml.html.HtmlElement:
    """The page as a tree.

    Raises:
        UnreadableError: there is no element in it, its elements are nested too deeply, or one has
            too many attributes.
    """
    if any(tag[1] for part in _leave_out_scripts(markup) for tag in _TAG.finditer(part)):
        raise UnreadableError(
            f"an element of the page has more than {MAX_ATTRIBUTES:,} attributes, which no article "
            "needs: save the article as plain text"
        )
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True)
    try:
        tree = lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableError(f"the page is empty or broken ({error}): save it anew") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise UnreadableError(
            f"the page nests its elements more than {MAX_DEPTH} deep, so part of it would be "
            "lost: save the article as plain text"
        )
    return tree


def _leave_out_scripts(markup: str) -> Iterator[str]:
    """The parts of a page between its scripts, in which a `<` begins no tag."""
    at = 0
    while start := _SCRIPT_START.search(markup, at):
        yield markup[at : start.start()]
        end = _SCRIPT_END.search(markup, start.end())
        if end is None:
            return
        at = end.start()
    yield markup[at:]
