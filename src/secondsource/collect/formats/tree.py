"""A web page as a tree of elements; apart from `html.py`, which takes a second to be loaded."""

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree

from secondsource.errors import UnreadableError

_MAX_DEPTH = 250
MAX_ATTRIBUTES = 5_000
_MAX_IN_PARAGRAPH = 2_000
"""Elements directly in one `p`. The time that trafilatura takes grows with their square: .3 s for
2,000, 6.5 s for 8,000. Among the 279 pages of the evaluation data no element at all has over 258.
"""
# A tag as HTML reads it, and whether it has too many attributes: the parser compares each name in a
# tag with all before it, so 200,000 take minutes. Atomic, so that each sign is read once.
_ATTRIBUTE = r"(?>[\s/]*[^\s/>][^\s/>=]*(?>\s*=\s*(?>\"[^\"]*\"|'[^']*'|[^\s>]*))?)"
_PIECE = re.compile(
    r"(?P<comment><!--)|<(?:[!?]|/(?![a-zA-Z]))[^>]*+|"
    rf"<(?P<name>/?[a-zA-Z][^\s/>]*+)(?>{_ATTRIBUTE}{{0,{MAX_ATTRIBUTES}}})(?P<more>{_ATTRIBUTE})?"
    r"(?P<empty>\s*/)?"
)
_COMMENT_END = re.compile(r"-->|(?<!<!)--!>")
_VALUE = re.compile(r"=\s*(?:\"([^\"]*)\"|'([^']*)')")
# What stands in these is text to the parser, whatever it looks like.
_PLAIN = ("style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_ENDS = {name: re.compile(f"</{name}", re.I) for name in ("script", *_PLAIN)}
_CROWDED = 2 * MAX_ATTRIBUTES  # no fewer signs hold too many attributes


def parse_page(markup: str) -> lxml.html.HtmlElement:
    """The page as a tree.

    Raises:
        UnreadableError: there is no element in it, its elements are nested too deeply, or one has
            too many attributes or, if a paragraph, too many elements.
    """
    if _has_crowded_tag(markup):
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
            f"the page nests its elements more than {_MAX_DEPTH} deep, so part of it would be "
            "lost: save the article as plain text"
        )
    if any(len(paragraph) > _MAX_IN_PARAGRAPH for paragraph in tree.iter("p")):
        raise UnreadableError(
            f"a paragraph of the page holds more than {_MAX_IN_PARAGRAPH:,} elements, which no "
            "article needs: save the article as plain text"
        )
    return tree


def _has_crowded_tag(markup: str) -> bool:
    """Whether a tag of a page has too many attributes.

    What a comment, a long value or an element of plain text holds is looked at by itself, so that
    nothing is passed by where the parser takes it for a tag; scripts alone are left out.
    """
    parts = [markup]
    while parts:
        if any(tag["more"] for tag in _read_tags(parts.pop(), parts)):
            return True
    return False


def _read_tags(markup: str, inner: list[str]) -> Iterator[re.Match[str]]:
    """The tags of a text in their order; what they enclose as text is put into `inner`."""
    at = 0
    endless: set[re.Pattern[str]] = set()  # looked for in vain: there is none further on either
    while found := _PIECE.search(markup, at):
        at = found.end()
        if found["name"]:
            yield found
            if len(found[0]) > _CROWDED:
                inner.extend(value[1] or value[2] or "" for value in _VALUE.finditer(found[0]))
        ending = _find_ending(found)
        if ending is None or ending in endless:
            continue
        # A comment may end with the dashes it begins with.
        end = ending.search(markup, at - 2 if found["comment"] else at)
        if end is None:
            endless.add(ending)
            continue
        if ending is not _ENDS["script"]:
            inner.append(markup[at : end.start()])
        at = max(at, end.start())


def _find_ending(piece: re.Match[str]) -> re.Pattern[str] | None:
    """Where the text ends that begins after a comment's start or a tag; None after other tags."""
    if piece["comment"]:
        return _COMMENT_END
    return None if piece["empty"] else _ENDS.get((piece["name"] or "").lower())
