"""Wiki markup as plain words: what a reader of the page would see, for a line or a page.

A parser of our own, because the kept one (mwparserfromhell 0.7.2) takes five seconds for 16,000
characters of open braces, four times as long for twice as many, and reads 1.7 MB a second
(docs/quotations.md). Here each character is looked at once for each of at most `_DEEPEST`
levels of templates and links.
"""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

_DEEPEST = 12
_COMMENT = re.compile(r"<!--(?:(?!-->).)*+(?:-->|\Z)", re.S)
_REFERENCE = re.compile(
    r"<ref\b[^<>]{0,300}/>|<ref\b[^<>]{0,300}>[^<]*(?:<(?!/?ref\b)[^<]*)*</ref>", re.I
)
_TOKEN = re.compile(r"\{\{|\}\}|\[\[|\]\]")
_BREAK = re.compile(r"<\s*(?:br|p|hr)\b[^<>]{0,40}>|<\s*/\s*p\s*>", re.I)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_EXTERNAL = re.compile(r"\[(?:https?:|ftp:|mailto:|//)[^\s\[\]]{1,2000}(?:\s+([^\[\]]{0,500}))?\]")
_STRESS = re.compile(r"'{2,5}")
_SPACE = re.compile(r"\s+")
_PICTURES = """
    file image category media файл изображение категория datei bild kategorie fichier catégorie
    archivo categoría plik kategoria
    """
_HIDDEN_LINKS = frozenset(_PICTURES.split())
_SET_APART = "w lang small nobr nowrap big center smaller nbsp s ' smallcaps"
_SHOWN_TEMPLATES = frozenset(_SET_APART.split())
Expand = Callable[[str, Sequence[str]], str]
"""What stands in the place of a template, from its name and its parts."""


def show_shown(name: str, parts: Sequence[str]) -> str:
    """The words that a template only sets apart ({{w|Otto}}, {{lang|la|…}}); of others nothing."""
    plain = name.casefold().strip()
    if (plain in _SHOWN_TEMPLATES or plain.startswith("lang-")) and parts:
        return parts[-1]
    return ""


def strip_markup(text: str) -> str:
    """The words of a stretch of wiki markup on one line, without templates, links and stress."""
    plain = expand(remove_hidden(text), show_shown)
    plain = _EXTERNAL.sub(lambda match: match[1] or "", plain)
    plain = _TAG.sub("", _BREAK.sub(" ", plain))
    plain = html.unescape(_STRESS.sub("", plain))
    return _SPACE.sub(" ", plain).strip()


def remove_hidden(text: str) -> str:
    """The markup without comments and footnotes."""
    return _REFERENCE.sub("", _COMMENT.sub("", text))


@dataclass(slots=True)
class _Open:
    """A template or link whose end has not been met yet."""

    mark: str
    parts: list[str] = field(default_factory=list)


def expand(text: str, template: Expand) -> str:
    """The text with its links as their words and its templates as `template` gives them.

    What is opened and never closed, or nested too deeply, stays as plain words.
    """
    stack = [_Open("")]
    at = 0
    for match in _TOKEN.finditer(text):
        stack[-1].parts.append(text[at : match.start()])
        at = match.end()
        mark = match[0]
        if mark in "{{[[":
            if len(stack) <= _DEEPEST:
                stack.append(_Open(mark))
        elif len(stack) > 1 and stack[-1].mark == ("{{" if mark == "}}" else "[["):
            closed = stack.pop()
            inner = "".join(closed.parts)
            shown = _show_link(inner) if mark == "]]" else _show_template(inner, template)
            stack[-1].parts.append(shown)
    stack[-1].parts.append(text[at:])
    return "".join(part for opened in stack for part in opened.parts)


def _show_template(inner: str, template: Expand) -> str:
    name, *parts = inner.split("|")
    return template(name.strip(), parts)


def _show_link(inner: str) -> str:
    """The words of a link: what stands after its bar, else its target; of a picture nothing."""
    target, bar, words = inner.partition("|")
    space, colon, _ = target.strip().partition(":")
    if colon and space.casefold().strip() in _HIDDEN_LINKS:
        return ""
    return words.rpartition("|")[2] if bar and words else target.lstrip(":")
