"""The quotations of a Wikiquote page: top-level bullets, with what stands under each.

A page is a person's when its categories say so; on any other page (a theme, a film) a quotation
is by whom its source line begins with.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from secondsource.factcheck.entry import Entry, Section
from secondsource.factcheck.sections import Skipped, read_heading
from secondsource.factcheck.wikitext import expand, remove_hidden, show_shown, strip_markup
from secondsource.factcheck.years import read_years

_MOST_QUOTATIONS = 20_000  # of one page
_LONGEST = 4_000  # code points of a quotation; what is longer is a text and not a quotation
_FEWEST_WORDS = 3
_HEADING = re.compile(r"^(={2,6})\s*(.{1,300}?)\s*\1\s*$")
_BULLET = re.compile(r"^([*#:;]+)\s*(.*)$")
_PERSON = re.compile(
    r"\[\[\s*(?:category|kategorie|категор[иі]я|catégorie|categoría|kategoria)\s*:[^\]|]*"
    r"(?:births|deaths|living people|родившиеся|умершие|персоналии|person\b|mann\b|frau\b|"
    r"naissance|décès|personnalité|nacid[oa]s|fallecid[oa]s|personas|народили|померли|персоналії)",
    re.I,
)
_REDIRECT = re.compile(r"\s*#\s*(?:redirect|weiterleitung|перенаправление)", re.I)
_VARIANT = re.compile(
    r"^(?:variants?|variant translations?|translations?|original(?: text)?|german|french|russian|"
    r"latin|greek|english|orig|оригинал|вариант|перевод|übersetzung|variante)\s*:\s*",
    re.I,
)
_POEM = re.compile(r"<poem\b[^<>]{0,100}>((?:(?!</?poem\b).)*+)</poem\s*>", re.I | re.S)
_LINKED = re.compile(r"^\W*\[\[(?:[a-z]+:)?([^\]|\[]{3,80})(?:\|([^\]\[]{3,80}))?\]\]")
# German pages give the source on the quotation's own line.
_OWN_LINE = re.compile(r"^(?P<text>[\"„“«»].{5,4000}[\"“”«»])\s*[-–—]\s*(?P<source>\S.*)$", re.S)
_MARKS = "\"„“”«»‘’'"
_QUOTE_TEMPLATES = frozenset({"q", "quote", "цитата", "zitat", "citation", "cquote", "quotation"})
_NAMED = re.compile(r"^\s*([^\W\d_][\w ]{0,30}?)\s*=(.*)$", re.S)
_TEXT_NAMES = frozenset({"1", "цитата", "текст", "text", "quote", "citation"})
_SOURCE_NAMES = frozenset(
    {"2", "3", "автор", "источник", "комментарий", "author", "source", "quelle", "comment"}
)
_ORIGINAL_NAMES = frozenset({"оригинал", "original"})


@dataclass(slots=True)
class _Quoted:
    """A quotation whose lines are still being read."""

    raw: str
    section: Section
    heading: str
    work: str
    below: list[str] = field(default_factory=list)


def read_page(title: str, text: str, language: str | None = None) -> Iterator[Entry]:
    """The quotations of one page, in order.

    Args:
        title: the page's title.
        text: its wiki markup.
        language: ISO 639-1 code of the wiki.
    """
    if _REDIRECT.match(text):
        return
    by_person = bool(_PERSON.search(text))
    person = _straighten(title)
    for quoted in _read_lines(_expand_quotes(_join_verses(remove_hidden(text)))):
        entry = _make_entry(quoted, person, language)
        if entry is None:
            continue
        if not by_person:
            entry = replace(entry, person=_read_author(quoted) or person)
        yield entry


def _join_verses(text: str) -> str:
    """The markup with the lines of each poem as one line, so that a poem is one quotation."""
    return _POEM.sub(
        lambda poem: "<br/>".join(line.lstrip(": ") for line in poem[1].split("\n")), text
    )


def _expand_quotes(text: str) -> str:
    """The markup with the templates that hold a quotation as bullets; others stay as they are."""
    if not any(f"{{{{{name}" in text.casefold() for name in _QUOTE_TEMPLATES):
        return text
    return "\n".join(_expand_block(block) for block in _cut_templates(text))


def _cut_templates(text: str) -> Iterator[str]:
    """The lines of a text, those of one template kept together."""
    kept: list[str] = []
    depth = 0
    for line in text.split("\n"):
        depth = max(0, depth + line.count("{{") - line.count("}}"))
        kept.append(line)
        if depth == 0 or _HEADING.match(line):
            yield "\n".join(kept)
            kept, depth = [], 0
    yield "\n".join(kept)


def _expand_block(block: str) -> str:
    name = block.lstrip("*: \n").casefold().removeprefix("{{").split("|")[0].strip()
    if name not in _QUOTE_TEMPLATES or not block.lstrip("*: \n").startswith("{{"):
        return block
    return expand(block.lstrip("*: \n"), _expand_quote)


def _expand_quote(name: str, parts: Sequence[str]) -> str:
    if name.casefold() not in _QUOTE_TEMPLATES:
        return show_shown(name, parts)
    texts, sources, originals = [], [], []
    for number, part in enumerate(parts, 1):
        match = _NAMED.match(part)
        key, value = (match[1].strip().casefold(), match[2]) if match else (str(number), part)
        line = " ".join(value.split())
        if line and key in _TEXT_NAMES:
            texts.append(line)
        elif line and key in _ORIGINAL_NAMES:
            originals.append(f"** Original: {line}")
        elif line and key in _SOURCE_NAMES:
            sources.append(f"** {line}")
    return "\n".join([f"* {' '.join(texts)}", *originals, *sources]) if texts else ""


def _read_lines(text: str) -> Iterator[_Quoted]:
    """The bullets of the sections that hold quotations, with the lines under each."""
    path: dict[int, tuple[Section | Skipped | None, str]] = {}
    current: _Quoted | None = None
    count = 0
    for line in text.split("\n"):
        heading = _HEADING.match(line)
        bullet = None if heading else _BULLET.match(line)
        if (heading or (bullet and bullet[1] in "*#")) and current:
            yield current
            current = None
        if heading:
            level = len(heading[1])
            path = {k: v for k, v in path.items() if k < level}
            path[level] = _read_heading(heading[2])
        elif bullet and bullet[1] in "*#":
            current = _start(bullet[2], path) if count < _MOST_QUOTATIONS else None
            count += 1
        elif bullet and current and len(current.below) < 40:
            current.below.append(bullet[2])
    if current:
        yield current


def _read_heading(raw: str) -> tuple[Section | Skipped | None, str]:
    """What a heading says, and its words; one in italics is a work's title, as "Sur la route"."""
    name = strip_markup(raw)
    return None if _is_foreign(raw) else read_heading(name), name


def _start(raw: str, path: dict[int, tuple[Section | Skipped | None, str]]) -> _Quoted | None:
    """A quotation under the headings that hold at its place; None where these have none."""
    said = [(kind, name) for _, (kind, name) in sorted(path.items())]
    if any(kind is Skipped.SKIPPED for kind, _ in said):
        return None
    named = [(kind, name) for kind, name in said if isinstance(kind, Section)]
    section, heading = named[-1] if named else (Section.SOURCED, said[-1][1] if said else "")
    work = said[-1][1] if said and said[-1][0] is None and len(path) > 1 else ""
    return _Quoted(raw, section, heading, work)


def _make_entry(quoted: _Quoted, person: str, language: str | None) -> Entry | None:
    if len(quoted.raw) > _LONGEST:
        return None
    text, source = _split_source(strip_markup(quoted.raw))
    lines = [strip_markup(line) for line in quoted.below]
    others = [_VARIANT.sub("", line) for line in lines if _VARIANT.match(line)]
    sources = [line for line in (source, quoted.work, *lines) if line and not _VARIANT.match(line)]
    if _is_foreign(quoted.raw) and lines and not read_years(lines[:1]):
        others.insert(0, lines[0].strip(_MARKS))
        sources = [line for line in sources if line != lines[0]]
    if len(text.split()) < _FEWEST_WORDS:
        return None
    section = quoted.section
    if section is Section.SOURCED and not sources:
        section = Section.ATTRIBUTED
    return Entry(
        person=person,
        text=text,
        section=section,
        heading=quoted.heading,
        sources=tuple(line[:500] for line in sources[:8]),
        other_texts=tuple(line.strip(_MARKS) for line in others[:6] if len(line.split()) > 2),
        years=read_years(sources),
        language=language,
    )


def _split_source(text: str) -> tuple[str, str]:
    """A quotation and the source that its own line gives, as German pages have it."""
    match = _OWN_LINE.match(text)
    if match:
        return match["text"].strip(_MARKS), match["source"]
    bare = text[1:-1] if len(text) > 2 and text[0] in _MARKS and text[-1] in _MARKS else text
    return bare, ""


def _is_foreign(raw: str) -> bool:
    """Whether a bullet is in italics as a whole: then it is the original of what follows."""
    bare = raw.strip()
    return bare.startswith("''") and not bare.startswith("'''") and bare.endswith("''")


def _read_author(quoted: _Quoted) -> str | None:
    """Whom the first line under a quotation begins with, if it is a link."""
    match = _LINKED.match(quoted.below[0]) if quoted.below else None
    return _straighten(strip_markup(match[2] or match[1])) if match else None


def _straighten(title: str) -> str:
    """A person's name in its natural order: "Bismarck, Otto von" and "Name (poet)" as spoken."""
    bare = re.sub(r"\s*\([^()]*\)$", "", title).strip()
    last, comma, first = bare.partition(", ")
    return f"{first} {last}" if comma and first and "," not in first else bare
