"""Sentences that only one of two versions has: paragraphs cut or added, or a smaller change."""

from collections.abc import Iterator, Sequence

from secondsource.article import Span
from secondsource.lineage.edits.version import Version
from secondsource.lineage.family import Edit, EditType

_SENTENCES = 3  # or this many words: as much as a paragraph, though it is part of a longer one
_WORDS = 40
_FEWEST = 5  # words; less is a stray line


def classify_alone(
    parent: Version, child: Version, cut: Sequence[int], added: Sequence[int]
) -> Iterator[Edit]:
    """The edits that sentences without a counterpart make, each paragraph by itself."""
    for run in _runs(parent, cut):
        span = _span(parent, run)
        kind = _kind(parent, run, EditType.PARAGRAPH_CUT)
        yield Edit(kind, span.of(parent.text), "", span, None)
    for run in _runs(child, added):
        span = _span(child, run)
        kind = _kind(child, run, EditType.PARAGRAPH_ADDED)
        yield Edit(kind, "", span.of(child.text), None, span)


def _runs(version: Version, sentences: Sequence[int]) -> Iterator[list[int]]:
    """Neighbouring sentences of one paragraph."""
    run: list[int] = []
    for sentence in sentences:
        if run and (
            sentence != run[-1] + 1 or version.paragraphs[sentence] != version.paragraphs[run[-1]]
        ):
            yield run
            run = []
        run.append(sentence)
    if run:
        yield run


def _kind(version: Version, run: Sequence[int], paragraph: EditType) -> EditType:
    words = version.sentences[run[-1]][1] - version.sentences[run[0]][0]
    if words < _FEWEST:
        return EditType.WORDING
    number = version.paragraphs[run[0]]
    whole = len(run) == version.paragraphs.count(number)
    return paragraph if whole or len(run) >= _SENTENCES or words >= _WORDS else EditType.WORDING


def _span(version: Version, run: Sequence[int]) -> Span:
    """Where the sentences stand, with the marks that end them."""
    begin, end = version.sentences[run[0]][0], version.sentences[run[-1]][1]
    paragraph = version.paragraph_span(run[0])
    start, stop = version.starts[begin], version.ends[end - 1]
    low = version.ends[begin - 1] if begin else 0
    while start > max(low, paragraph.start) and not version.text[start - 1].isspace():
        start -= 1
    high = version.starts[end] if end < len(version.starts) else len(version.text)
    while stop < high and not version.text[stop].isspace():
        stop += 1
    return Span(start, stop)
