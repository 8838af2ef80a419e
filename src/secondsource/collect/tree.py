"""A web page as a tree of elements; apart from `html.py`, which takes a second to be loaded."""

import lxml.html
from lxml import etree

from secondsource.errors import UnreadableError

MAX_DEPTH = 250


def parse_page(markup: str) -> lxml.html.HtmlElement:
    """The page as a tree.

    Raises:
        UnreadableError: there is no element in it, or its elements are nested too deeply.
    """
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
