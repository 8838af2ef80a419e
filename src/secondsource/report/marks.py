"""The article in full with its marks: who speaks, what kind, which words, what is not of it."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from secondsource.article import Article, Span
from secondsource.messages import gettext as _
from secondsource.messages.retelling import retell
from secondsource.reading.statement import Statement, Voice
from secondsource.reading.wording.loaded import SHOWN_FROM
from secondsource.report.claims import ClaimView
from secondsource.report.segments import Segment, cut_at_marks, find_paragraphs
from secondsource.report.voices import name_voice
from secondsource.report.wording import ROLE_WORDS, say_loaded

_ASIDE = "m-aside"


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked stretch; `style` is the class that draws it, `note` says why it is marked.

    `opens` is a label shown where the mark begins, `number` that of the claim it ends with.
    """

    span: Span
    style: str
    note: str = ""
    opens: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text as it is drawn, with what is shown before and after it."""

    text: str
    styles: str
    notes: str
    opens: tuple[Mark, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the article; `aside` where it is wholly not of the article."""

    pieces: tuple[Piece, ...]
    aside: bool


def mark_article(
    article: Article, statements: Sequence[Statement], claims: Sequence[ClaimView]
) -> tuple[Paragraph, ...]:
    """The article's paragraphs, cut so that every mark can be drawn, overlapping or not.

    The pieces of a paragraph join up to its text exactly; only blank lines between
    paragraphs are left out.
    """
    marks = list(_find_marks(article, statements, claims))
    drawn = _cut_paragraphs(article.text, [mark.span for mark in marks])
    ends = {
        i: segment.span.end for segments in drawn for segment in segments for i in segment.marks
    }
    paragraphs: list[Paragraph] = []
    opened: set[int] = set()
    for segments in drawn:
        paragraphs.append(_draw_paragraph(article, segments, marks, ends, opened))
        opened.update(index for segment in segments for index in segment.marks)
    return tuple(paragraphs)


def _cut_paragraphs(text: str, spans: Sequence[Span]) -> list[list[Segment]]:
    """The segments of each paragraph; the paragraphs are cut along with the marks, in one go."""
    paragraphs = find_paragraphs(text)
    cut: list[list[Segment]] = [[] for _ in paragraphs]
    for segment in cut_at_marks(Span(0, len(text)), [*spans, *paragraphs]):
        *marks, last = segment.marks or (-1,)
        if last >= len(spans):
            cut[last - len(spans)].append(Segment(segment.span, tuple(marks)))
    return cut


def _find_marks(
    article: Article, statements: Sequence[Statement], claims: Sequence[ClaimView]
) -> Iterator[Mark]:
    numbers = {claim.statement: claim.number for claim in claims}
    speaker = ""
    for statement in sorted(statements, key=lambda statement: statement.span):
        name = _speaker(statement.voice, article)
        yield _mark_statement(statement, numbers, name if name != speaker else "")
        speaker = name
        yield from _mark_voice(statement.voice)
        for loaded in statement.loaded:
            if loaded.score >= SHOWN_FROM:
                said = say_loaded(loaded, _speaker(loaded.voice, article))
                yield Mark(loaded.span, "m-loaded", said)
    for credit in article.credits:
        if credit.span:
            yield Mark(
                credit.span, "m-credit", _("credit: %(role)s", role=_(ROLE_WORDS[credit.role]))
            )
    for stretch in article.boilerplate:
        yield Mark(
            stretch.span,
            _ASIDE,
            retell(stretch.reason),
            opens=_("Not the article: %(reason)s", reason=retell(stretch.reason)),
        )


def _speaker(voice: Voice, article: Article) -> str:
    return "" if voice.type == "author" else name_voice(voice, article)


def _mark_statement(statement: Statement, numbers: Mapping[str, int], opens: str) -> Mark:
    voice = "" if statement.voice.type == "author" else " m-said"
    return Mark(
        statement.span,
        f"m-{statement.kind.value}{voice}",
        opens=opens,
        number=numbers.get(statement.id, 0),
    )


def _mark_voice(voice: Voice) -> Iterator[Mark]:
    if voice.source and voice.source.span:
        yield Mark(voice.source.span, "m-source", _("who is made to say it"))
    if voice.cue:
        yield Mark(voice.cue.span, "m-cue", _("the words that attribute it"))
    if voice.nested:
        yield from _mark_voice(voice.nested)


def _draw_paragraph(
    article: Article,
    segments: Sequence[Segment],
    marks: Sequence[Mark],
    ends: Mapping[int, int],
    opened: Set[int],
) -> Paragraph:
    pieces: list[Piece] = []
    drawn = set(opened)
    for segment in segments:
        here = [marks[index] for index in segment.marks]
        new = [marks[index] for index in segment.marks if index not in drawn]
        drawn.update(segment.marks)
        ended = [marks[i].number for i in segment.marks if ends[i] == segment.span.end]
        pieces.append(
            Piece(
                text=segment.span.of(article.text),
                styles=" ".join(dict.fromkeys(mark.style for mark in here)),
                notes="; ".join(dict.fromkeys(mark.note for mark in here if mark.note)),
                opens=tuple(mark for mark in new if mark.opens),
                numbers=tuple(number for number in ended if number),
            )
        )
    return Paragraph(tuple(pieces), aside=all(_ASIDE in piece.styles for piece in pieces))
