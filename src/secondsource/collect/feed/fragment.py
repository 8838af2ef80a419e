"""The text of a piece of HTML as feeds hold it: an article without the page around it."""

import html
import re

import lxml.html

from secondsource.collect.feed.entry import LONGEST_NAME
from secondsource.collect.formats.text import make_storable
from secondsource.collect.formats.tree import parse_page

_BLOCKS = ("p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "td", "dd", "div", "pre")
_UNSEEN = ("script", "style", "iframe", "object", "noscript", "template", "form")
_TAG = re.compile(r"<[^<>]{1,300}>")


def parse_fragment(markup: str) -> lxml.html.HtmlElement:
    """The elements of a piece of HTML, without those that show no text.

    Raises:
        UnreadableError: there are none, or they are nested too deeply.
    """
    tree = parse_page(f"<html><body><div>{markup}</div></body></html>")
    for node in list(tree.iter(*_UNSEEN)):
        node.drop_tree()
    return tree


def write_text(tree: lxml.html.HtmlElement) -> str:
    """The words of a piece of HTML, a line for each of its paragraphs."""
    for node in tree.iter("br"):
        node.tail = "\n" + (node.tail or "")
    for node in tree.iter(*_BLOCKS):
        node.text = "\n" + (node.text or "")
        node.tail = "\n" + (node.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return make_storable("\n".join(filter(None, lines)))


def read_line_of(given: str) -> str:
    """A short text of a feed, such as a title, without tags and on one line."""
    plain = html.unescape(_TAG.sub("", given[: LONGEST_NAME * 5]))
    return make_storable(" ".join(plain.split()))[:LONGEST_NAME]
