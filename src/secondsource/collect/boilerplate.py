"""Boilerplate within one article: what stands in its text and is not the article.

Precision matters more than recall here: a line that is wrongly marked is a statement lost, one
that is missed only adds noise. Boilerplate that many articles of an outlet share is found by
lineage, which can see it repeated.
"""

from collections.abc import Iterator

from secondsource.article import Boilerplate
from secondsource.collect.credits.find import Origin, read_origin
from secondsource.collect.credits.line import CreditLine
from secondsource.collect.layout import Layout, Line

_HEADLINE_LINES = 5
_MAX_HEADLINE = 200
_CLOSING_MARKS = ".!?…\"'”“»«’ "


def find_boilerplate(
    text: str, title: str | None, origin: Origin | None = None
) -> tuple[Boilerplate, ...]:
    """The stretches of a text that are not the article: headlines, credits, closing notices.

    Args:
        text: the article's text.
        title: its headline where known.
        origin: what `read_origin` found in the text, to spare finding it again.

    Returns:
        Stretches in reading order that do not overlap, each with its reason.
    """
    origin = origin or read_origin(text)
    found = [
        *_headlines(origin.layout, title, origin.lines),
        *(Boilerplate(line.words, "a credit line") for line in origin.lines if line.words),
        *(Boilerplate(line.span, reason) for line, reason in origin.notices),
    ]
    return tuple(_without_overlap(found))


def _headlines(
    layout: Layout, title: str | None, credit_lines: tuple[CreditLine, ...]
) -> Iterator[Boilerplate]:
    """The headline where the text repeats it, and headings between it and the credit lines."""
    top = layout.head[:_HEADLINE_LINES]
    before_credits = _count_before_credits(top, credit_lines)
    for number, line in enumerate(top):
        if title and _same_headline(line.text, title):
            yield Boilerplate(line.span, "the headline, repeated in the text")
        elif number < before_credits and _reads_as_headline(line.text):
            yield Boilerplate(line.span, "a second headline")
        else:
            break


def _count_before_credits(top: tuple[Line, ...], credit_lines: tuple[CreditLine, ...]) -> int:
    """How many lines stand above the first credit line; 0 when none is near the top."""
    starts = {line.words.start for line in credit_lines if line.words}
    return next((n for n, line in enumerate(top) if line.start in starts), 0)


def _same_headline(line: str, title: str) -> bool:
    return _fold(line) == _fold(title)


def _fold(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").strip(_CLOSING_MARKS).split())


def _reads_as_headline(line: str) -> bool:
    return len(line) <= _MAX_HEADLINE and not line.endswith((".", ",", ";"))


def _without_overlap(found: list[Boilerplate]) -> Iterator[Boilerplate]:
    """The stretches in order; of two that overlap, the one that begins first."""
    end = 0
    for stretch in sorted(found, key=lambda b: (b.span.start, -b.span.end)):
        if stretch.span.start >= end and len(stretch.span):
            end = stretch.span.end
            yield stretch
