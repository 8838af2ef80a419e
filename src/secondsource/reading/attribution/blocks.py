"""A very long text as blocks that are read one after the other, each with its own offsets.

No article is this long; what is may be a whole book or a broken file, and it is read in time
and memory that grow with its length only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from secondsource.article import Span
from secondsource.reading.statement import Attribution

LONGEST_BLOCK = 100_000
"""Code points read at once; the parser itself refuses texts of more than a million."""
_CUTS = ("\n\n", "\n", ". ", " ")


def cut_blocks(text: str) -> tuple[Span, ...]:
    """Cut a text where a paragraph ends, else a line, a sentence or a word.

    A text of at most `LONGEST_BLOCK` code points stays whole.

    Returns:
        Spans that together cover the text, in order; one empty span for an empty text.
    """
    blocks: list[Span] = []
    start = 0
    while len(text) - start > LONGEST_BLOCK:
        end = _find_cut(text, start)
        blocks.append(Span(start, end))
        start = end
    return (*blocks, Span(start, len(text)))


def _find_cut(text: str, start: int) -> int:
    """The last good place to cut in the second half of a block, else where it is full."""
    full = start + LONGEST_BLOCK
    for mark in _CUTS:
        at = text.rfind(mark, start + LONGEST_BLOCK // 2, full)
        if at >= 0:
            return at + len(mark)
    return full


def join_blocks(
    found: Iterable[tuple[Attribution, ...]], cuts: Iterable[tuple[Span, ...]]
) -> Iterator[tuple[Attribution, ...]]:
    """Put the attributions of blocks together again, counted from the start of each text.

    Args:
        found: The attributions of every block of every text, in order.
        cuts: For each text its blocks.

    Returns:
        The attributions of each text.
    """
    waiting = iter(found)
    for blocks in cuts:
        own = islice(waiting, len(blocks))
        yield tuple(
            _shift_attribution(attribution, block.start)
            for block, attributions in zip(blocks, own, strict=True)
            for attribution in attributions
        )


def _shift_attribution(attribution: Attribution, offset: int) -> Attribution:
    """The same attribution in a text in which `offset` code points stand before it."""
    if not offset:
        return attribution
    source, cue = attribution.source, attribution.cue
    if source is not None and source.span is not None:
        source = replace(source, span=source.span.shift(offset))
    if cue is not None:
        cue = replace(cue, span=cue.span.shift(offset))
    content = tuple(piece.shift(offset) for piece in attribution.content)
    return replace(attribution, source=source, cue=cue, content=content)
