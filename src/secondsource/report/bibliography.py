"""The sources of a report as a bibliography: BibTeX, and CSL-JSON for Zotero, Pandoc and others.

The sources are the examined article, the articles of its families and every piece of evidence.
Names stand as the text has them and are not split into family and given names: in most languages
of a newsroom's collection that would be a guess.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

from secondsource.article import Article, Role
from secondsource.jsonvalues import JsonObject, JsonValue
from secondsource.messages import gettext as _
from secondsource.report.moments import Precision, read_moment
from secondsource.report.shelf import name_authors
from secondsource.report.visible import safe_href, show_on_one_line
from secondsource.review.report import Report

_LONGEST: Final = 500
_UNTITLED: Final = 60  # characters of its text that stand for a title
_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
# Braces as words, not as \{ and \}: BibTeX counts braces whatever stands before them.
_LATEX: Final[Mapping[int, str]] = MappingProxyType(
    str.maketrans(
        {
            "\\": r"\textbackslash{}",
            "{": r"\textbraceleft{}",
            "}": r"\textbraceright{}",
            "~": r"\textasciitilde{}",
            "^": r"\textasciicircum{}",
            **{sign: f"\\{sign}" for sign in "&%$#_"},
        }
    )
)
_HEXADECIMAL: Final = re.compile("[0-9a-f]{32}")
_KEY_DIGITS: Final = 8


@dataclass(frozen=True, slots=True)
class Source:
    """One article as a bibliography names it; all texts on one line, unknown ones empty.

    `issued` and `accessed` are year, month and day as far as they are known.
    """

    key: str
    title: str
    authors: tuple[str, ...]
    translators: tuple[str, ...]
    outlet: str
    issued: tuple[int, ...]
    accessed: tuple[int, ...]
    language: str
    url: str
    note: str


def list_sources(report: Report) -> tuple[Source, ...]:
    """The sources of a report: the examined article first, then the others in the report's order.

    A source was accessed when it was added to the archive; one that is not in it, when the report
    was made.
    """
    named = _name_articles(report)
    articles = [report.article, *(a for a in report.articles if a.id in named)]
    keys = _make_keys(articles)
    added = dict(report.added)
    return tuple(
        _make_source(article, keys[article.id], added.get(article.id) or report.made_at)
        for article in articles
    )


def render_bibtex(report: Report) -> str:
    """The sources as BibTeX, for LaTeX and for reference managers.

    `year` and `month` are there for BibTeX, `date` and `urldate` for biblatex, which reads these.
    """
    return "\n".join(map(_bibtex_entry, list_sources(report)))


def csl_json(report: Report) -> list[JsonValue]:
    """The sources in the JSON of the Citation Style Language, version 1.0.2."""
    return [_csl_item(source) for source in list_sources(report)]


def escape_latex(text: str) -> str:
    """The text with everything that LaTeX or BibTeX would act on written as that character."""
    return text.translate(_LATEX)


def _name_articles(report: Report) -> set[str]:
    """The ids of the families' members and of the evidence, the examined article left out."""
    named = {member for family in report.families for member in family.articles}
    for finding in report.findings:
        named.update(finding.said.reports if finding.said else ())
        named.update(
            piece.article
            for origins in (finding.origins, *(part.origins for part in finding.parts))
            for origin in origins
            for piece in origin.evidence
        )
    return named - {report.article.id}


def _make_keys(articles: Sequence[Article]) -> dict[str, str]:
    """A key for each article, made of itself alone: outlet, year and the beginning of its id.

    Where two would have the same, both have their whole id's digits.
    """
    short = {article.id: _make_key(article, _KEY_DIGITS) for article in articles}
    times = Counter(short.values())
    return {
        article.id: short[article.id] if times[short[article.id]] == 1 else _make_key(article, 32)
        for article in articles
    }


def _make_key(article: Article, digits: int) -> str:
    outlet = re.sub("[^a-z0-9]", "", (article.outlet or "").lower())[:20] or "source"
    year = next((str(part) for part in _read_day(article.published)[:1]), "")
    id_ = article.id if _HEXADECIMAL.fullmatch(article.id) else _digest(article.id)
    return f"{outlet}{year}-{id_[:digits]}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _make_source(article: Article, key: str, accessed: str | None) -> Source:
    translators = (c.name for c in article.credits if c.role is Role.TRANSLATOR)
    return Source(
        key=key,
        title=_line(article.title) or _name_untitled(article),
        authors=name_authors(article),
        translators=tuple(dict.fromkeys(map(_line, translators))),
        outlet=_line(article.outlet),
        issued=_read_day(article.published),
        accessed=_read_day(accessed),
        language=_line(article.language),
        url=(safe_href(article.url) or "").replace("{", "%7B").replace("}", "%7D"),
        note=_say_note(article),
    )


def _name_untitled(article: Article) -> str:
    """The first words in square brackets, as a library calls what has no title."""
    words = show_on_one_line(article.text[:_LONGEST], _UNTITLED)
    return f"[{words}]" if words else ""


def _say_note(article: Article) -> str:
    id_ = _line(article.id)
    if not article.raw:
        return _("Article %(id)s.", id=id_)
    sha256 = _line(article.raw)
    return _("Article %(id)s, read from bytes with the SHA-256 %(sha256)s.", id=id_, sha256=sha256)


def _line(text: str | None) -> str:
    return show_on_one_line(text or "", _LONGEST)


def _read_day(given: str | None) -> tuple[int, ...]:
    """Year, month and day of an ISO 8601 date, no more of them than it says."""
    moment = read_moment(given)
    if moment is None or given is None:
        return ()
    text = given.strip()
    if moment.precision in (Precision.YEAR, Precision.MONTH):
        return tuple(map(int, text.split("-")))
    day = datetime.fromisoformat(text).date()
    return day.year, day.month, day.day


def _bibtex_entry(source: Source) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _bibtex_fields(source))
    return f"@misc{{{source.key},\n{fields}}}\n"


def _bibtex_fields(source: Source) -> Iterator[tuple[str, str]]:
    if source.authors:
        yield "author", f"{{{_join_names(source.authors)}}}"
    # Twice in braces: else a style sets all but its first letter small.
    yield "title", f"{{{{{escape_latex(source.title) or '--'}}}}}"
    if source.outlet:
        yield "howpublished", f"{{{escape_latex(source.outlet)}}}"
    yield from _bibtex_date(source.issued)
    if source.translators:
        yield "translator", f"{{{_join_names(source.translators)}}}"
    if source.language:
        yield "language", f"{{{escape_latex(source.language)}}}"
    if source.url:
        yield "url", f"{{{source.url}}}"
        if source.accessed:
            yield "urldate", f"{{{_write_day(source.accessed)}}}"
    yield "note", f"{{{escape_latex(source.note)}}}"


def _bibtex_date(issued: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    if not issued:
        return
    yield "date", f"{{{_write_day(issued)}}}"
    yield "year", f"{{{issued[0]:04}}}"
    if len(issued) > 1:
        yield "month", _MONTHS[issued[1] - 1]


def _write_day(parts: tuple[int, ...]) -> str:
    return "-".join(f"{part:0{2 if place else 4}}" for place, part in enumerate(parts))


def _join_names(names: Sequence[str]) -> str:
    """Names as BibTeX lists them, each in braces, so that none is taken apart."""
    return " and ".join(f"{{{escape_latex(name)}}}" for name in names)


def _csl_item(source: Source) -> JsonObject:
    item: JsonObject = {
        "id": source.key,
        "type": "article-newspaper" if source.outlet else "webpage",
        "title": source.title,
        "author": _csl_names(source.authors),
        "translator": _csl_names(source.translators),
        "container-title": source.outlet,
        "issued": _csl_date(source.issued),
        "accessed": _csl_date(source.accessed) if source.url else None,
        "language": source.language,
        "URL": source.url,
        "note": source.note,
    }
    return {name: value for name, value in item.items() if value}


def _csl_names(names: Sequence[str]) -> list[JsonValue]:
    return [{"literal": name} for name in names]


def _csl_date(parts: tuple[int, ...]) -> JsonValue:
    return {"date-parts": [list(parts)]} if parts else None
