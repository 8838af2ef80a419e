"""The statements of an article as annotations on its text, for programs that show such.

Two shapes. The W3C's Web Annotation Data Model (Recommendation of 23 February 2017), as one
collection in JSON-LD; and the file that a Hypothesis client imports, which is not that model but
an object with `annotations`, each with `uri`, `document`, `text`, `tags` and `target` (its
`readExportFile` and `ImportAnnotationsService`).

Both say where a statement stands in two ways: by its words with those around them, and by its
position. The units differ. The Recommendation counts Unicode code points ("MUST be in terms of
unicode code points ... not in terms of code units"), as our own spans do; Hypothesis counts in the
DOM's strings, which are UTF-16, so a character beyond U+FFFF is two. Positions are in the text
that the archive holds: a client that counts in the whole page finds other words there, sees by the
quotation that they are others, and looks for the quotation with the position as a hint.
"""

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from secondsource.article import Article, Span
from secondsource.evidence.finding import Finding
from secondsource.jsonvalues import JsonObject, JsonValue
from secondsource.messages import current_language
from secondsource.messages import gettext as _
from secondsource.messages.retelling import retell
from secondsource.reading.statement import Statement
from secondsource.report.decisions import DecidedView, Decisions
from secondsource.report.judged import JudgedView, view_judged
from secondsource.report.markdown import escape_markdown
from secondsource.report.shelf import make_shelf
from secondsource.report.visible import safe_href, show_on_one_line
from secondsource.report.voices import name_voice
from secondsource.report.wording import STANDING_LABEL
from secondsource.review.report import Report

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_URN: Final = "urn:secondsource:"
_TAG: Final = "second-source"
_VERDICT_TAG: Final = "verdict:person"
_NOT_IN_IRI: Final = {ord(sign): quote(sign) for sign in "{}|^"}
# Code points around the words: 32 is what Hypothesis keeps. More only where the same words with
# the same neighbours stand twice in the article.
_AROUND: Final = (32, 64, 128, 256)
_TITLE: Final = 300


@dataclass(frozen=True, slots=True)
class Quoted:
    """Some words of a text with what stands before and after them."""

    exact: str
    prefix: str
    suffix: str


def annotations_json(report: Report) -> JsonObject:
    """Every statement as an annotation of the W3C's model, in one collection of one page.

    The target is the article's address, or a `urn:` where it has none; `state` names the bytes
    that were read by their SHA-256 (RFC 6920). Bodies tell voice, kind and standing in words, and
    again as tags (`kind:claim`, `voice:author`, `standing:contested`). What a person decided is a
    body of its own, with that person as its creator. A verdict of a person on words that no
    statement has is an annotation of the whole article.
    """
    decisions = _gather(report)
    base = f"{_URN}annotations:{_escape(report.article.id)}"
    findings = {finding.statement: finding for finding in report.findings}
    items: list[JsonValue] = [
        *(_annotation(report, s, findings.get(s.id), decisions) for s in report.statements),
        *(_annotate_whole(report, judged) for judged in _list_unplaced(report)),
    ]
    return {
        "@context": _CONTEXT,
        "id": base,
        "type": "AnnotationCollection",
        "label": show_on_one_line(report.article.title or report.article.id, _TITLE),
        "total": len(items),
        "first": {
            "id": f"{base}:page",
            "type": "AnnotationPage",
            "partOf": base,
            "startIndex": 0,
            "items": items,
        },
    }


def hypothesis_json(report: Report) -> JsonObject:
    """The same in the file that a Hypothesis client imports ("Import" in its share panel)."""
    findings = {finding.statement: finding for finding in report.findings}
    decisions = _gather(report)
    title = show_on_one_line(report.article.title or "", _TITLE)
    annotations: list[JsonValue] = [
        {
            "uri": name_target(report.article),
            "document": {"title": [title] if title else []},
            "text": "\n\n".join(
                escape_markdown(each)
                for each in (
                    _describe(report, statement, findings.get(statement.id)),
                    *(decided.whole for decided in decisions.concerning(statement.id)),
                    *(judged.whole for judged in _list_judged(report, statement)),
                )
            ),
            "tags": [
                _TAG,
                *_tags(statement, findings.get(statement.id), decisions.concerning(statement.id)),
            ],
            "target": [
                {
                    "source": name_target(report.article),
                    "selector": _selectors(
                        report.article.text,
                        statement.span,
                        count_utf16(report.article.text, statement.span),
                    ),
                }
            ],
        }
        for statement in report.statements
    ]
    annotations.extend(_note_whole(report.article, judged) for judged in _list_unplaced(report))
    return {"annotations": annotations}


def name_target(article: Article) -> str:
    """What an annotation is on: the article's address, or a `urn:` with its id.

    Signs that no IRI holds are percent-encoded.
    """
    address = safe_href(article.url)
    return address.translate(_NOT_IN_IRI) if address else f"{_URN}article:{_escape(article.id)}"


def quote_span(text: str, span: Span) -> Quoted:
    """The words under a span with as much around them as tells them from all others there.

    Where even the most that is kept around them stands twice, the position has to decide.
    """
    quoted = _quote(text, span, _AROUND[0])
    for around in _AROUND[1:]:
        if not _stands_twice(text, quoted):
            break
        quoted = _quote(text, span, around)
    return quoted


def count_utf16(text: str, span: Span) -> Span:
    """The same stretch, counted in the UTF-16 code units of JavaScript and the DOM."""
    start = _units(text[: span.start])
    return Span(start, start + _units(span.of(text)))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _quote(text: str, span: Span, around: int) -> Quoted:
    before, after = max(0, span.start - around), span.end + around
    return Quoted(span.of(text), text[before : span.start], text[span.end : after])


def _stands_twice(text: str, quoted: Quoted) -> bool:
    words = quoted.prefix + quoted.exact + quoted.suffix
    return text.find(words, text.find(words) + 1) >= 0


def _gather(report: Report) -> Decisions:
    return Decisions.gather(report, make_shelf(report.article, report.articles))


def _annotation(
    report: Report, statement: Statement, finding: Finding | None, decisions: Decisions
) -> JsonObject:
    selectors = _selectors(report.article.text, statement.span, statement.span)
    decided = decisions.concerning(statement.id)
    bodies: list[JsonValue] = [
        _body("describing", _describe(report, statement, finding)),
        *(_signed_body("commenting", each) for each in decided),
        *(_signed_body("assessing", each) for each in _list_judged(report, statement)),
        *(_body("tagging", tag) for tag in _tags(statement, finding, decided)),
    ]
    return _make_annotation(report, statement.id, "describing", bodies, {"selector": selectors})


def _annotate_whole(report: Report, judged: JudgedView) -> JsonObject:
    """A verdict on words that no statement has, as an annotation of the article."""
    bodies: list[JsonValue] = [
        _signed_body("assessing", judged, f"“{judged.claim}” "),
        _body("tagging", _VERDICT_TAG),
    ]
    name = f"{report.article.id}-verdict-{judged.number}"  # it may be on later texts too
    return _make_annotation(report, name, "assessing", bodies, {})


def _note_whole(article: Article, judged: JudgedView) -> JsonObject:
    """The same for Hypothesis: a page note, which has no selector."""
    title = show_on_one_line(article.title or "", _TITLE)
    return {
        "uri": name_target(article),
        "document": {"title": [title] if title else []},
        "text": escape_markdown(f"“{judged.claim}” {judged.whole}"),
        "tags": [_TAG, _VERDICT_TAG],
        "target": [{"source": name_target(article)}],
    }


def _make_annotation(
    report: Report, name: str, motivation: str, bodies: list[JsonValue], selected: JsonObject
) -> JsonObject:
    article = report.article
    target: JsonObject = {"type": "SpecificResource", "source": name_target(article), **selected}
    if article.raw:
        target["state"] = {"type": "TimeState", "cached": name_bytes(article.raw)}
    annotation: JsonObject = {
        "id": f"{_URN}annotation:{_escape(name)}",
        "type": "Annotation",
        "motivation": motivation,
        "generator": _generator(report),
        "body": bodies,
        "target": target,
    }
    if report.made_at:
        annotation["generated"] = report.made_at
    return annotation


def name_bytes(sha256: str) -> str:
    """The RFC 6920 name of some bytes by their SHA-256 (in hex)."""
    try:
        digest = bytes.fromhex(sha256)
    except ValueError:
        return f"{_URN}raw:{_escape(sha256)}"
    return f"ni:///sha-256;{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"


def _generator(report: Report) -> JsonObject:
    version = f" {report.made_with.version}" if report.made_with else ""
    return {"id": f"{_URN}program", "type": "Software", "name": f"Second Source{version}"}


def _list_judged(report: Report, statement: Statement) -> tuple[JudgedView, ...]:
    return tuple(view_judged(each) for each in report.verdicts if each.statement == statement.id)


def _list_unplaced(report: Report) -> tuple[JudgedView, ...]:
    return tuple(view_judged(each) for each in report.verdicts if each.statement is None)


def _signed_body(purpose: str, said: DecidedView | JudgedView, lead: str = "") -> JsonObject:
    """What a person decided or judged, as theirs: with their name and the moment."""
    return _body(purpose, lead + said.whole) | {
        "creator": {"type": "Person", "name": said.by},
        "created": said.at,
    }


def _body(purpose: str, value: str) -> JsonObject:
    body: JsonObject = {"type": "TextualBody", "purpose": purpose, "value": value}
    if purpose != "tagging":
        body |= {"format": "text/plain", "language": current_language()}
    return body


def _selectors(text: str, span: Span, position: Span) -> list[JsonValue]:
    """Two ways to the same words; `position` is the span in the unit that is asked for."""
    quoted = quote_span(text, span)
    return [
        {
            "type": "TextQuoteSelector",
            "exact": quoted.exact,
            "prefix": quoted.prefix,
            "suffix": quoted.suffix,
        },
        {"type": "TextPositionSelector", "start": position.start, "end": position.end},
    ]


def _describe(report: Report, statement: Statement, finding: Finding | None) -> str:
    return " ".join(_sentences(report, statement, finding))


def _sentences(report: Report, statement: Statement, finding: Finding | None) -> Iterator[str]:
    voice = name_voice(statement.voice, report.article)
    kind = _kind_words()[statement.kind.value]
    yield _("Said by %(voice)s; read as %(kind)s.", voice=voice, kind=kind)
    if finding is None:
        yield _("It was not looked up.")
        return
    yield _("What stands: %(standing)s.", standing=_(STANDING_LABEL[finding.standing]))
    yield retell(show_on_one_line(finding.sentence))


def _kind_words() -> Mapping[str, str]:
    return {
        "claim": _("a claim that could be checked"),
        "opinion": _("an opinion"),
        "forecast": _("a forecast"),
        "other": _("something else"),
    }


def _tags(
    statement: Statement, finding: Finding | None, decided: Sequence[DecidedView]
) -> Iterator[str]:
    """Fixed words for programs to sort by."""
    yield f"kind:{statement.kind.value}"
    yield f"voice:{statement.voice.type}"
    if finding:
        yield f"standing:{finding.standing.value}"
    if decided:
        yield "decided:person"


def _escape(name: str) -> str:
    return quote(name, safe="", errors="surrogatepass")
