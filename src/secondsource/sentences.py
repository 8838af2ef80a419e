"""Where each sentence of an article starts and ends.

The abbreviations and the rules of each language are those of the library sentencex; what it
does not do is done here: headings, hard-wrapped lines, and sentences inside quotations.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import sentencex

from secondsource.article import Span

_QUOTATION_MARKS = '"“”„‟«»‹›'
_CLOSERS = _QUOTATION_MARKS + "'’‘)]"
_BLANKED = _QUOTATION_MARKS + "\n\r\t\u2028"
_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BREAK = re.compile(r"[\n\r\u2029\x0c]")
_TAG = re.compile(
    r"\W*(?:[\w.’'-]+\s+){0,4}?(?:said|asked|says|asks|wondered|added|wrote|shouted|cried|"
    r"replied|tweeted|exclaimed|yelled|joked|continued|responded|chanted|told)\b[^.!?]{0,200}[.:,]"
)
_TITLES = {
    "fr": re.compile(r"(?<!\w)(?:M|MM|Mme|Mlle|Mgr|Dr|Me|Ste?)\.$"),
    "es": re.compile(r"(?<!\w)(?:D|Dña)\.$"),
    "pl": re.compile(r"(?<!\w)dr\.$"),
}
"""Titles before a name after which sentencex ends a sentence: "M. Macron"."""
_WRAPPED_LINE = range(50, 101)
LONGEST_READ = 2000
"""Code points up to which a sentence is read for who says it; longer ones are lists or noise."""
_MOST_KEPT = 16
"""Texts whose sentences are kept: articles read together are asked for twice."""
_MOST = 0.8  # of the lines, from which so many of one width are hard-wrapped; set by hand


def blank_marks(text: str) -> str:
    """The text with spaces for its quotation marks and line breaks, so that no place changes.

    Single marks stay, since most of them are apostrophes.
    """
    text = text.replace("''", "  ")
    for mark in _BLANKED:  # `translate` takes twenty times as long where letters are not Latin
        text = text.replace(mark, " ")
    return text


@lru_cache(maxsize=_MOST_KEPT)
def split_sentences(text: str, language: str | None) -> tuple[Span, ...]:
    """Give every sentence of a text, in order; a heading on a line of its own is one too.

    A sentence never crosses a blank line, and never starts or ends with white space; all
    sentences together cover everything that is not white space. Sentences within a quotation
    are told apart, but `"Why?" she asked.` is one.

    Args:
        text: The article's text.
        language: ISO 639-1 code; unknown ones are split by the rules for English.

    Returns:
        Spans into the text, ordered and disjoint.
    """
    spans: list[Span] = []
    plain = blank_marks(replace_surrogates(text))
    for block in split_blocks(text):
        boundaries = sentencex.get_sentence_boundaries(language or "en", block.of(plain))
        ends = [block.start + int(boundary["end_index"]) for boundary in boundaries]
        spans.extend(_split_block(text, block, language or "en", ends))
    return tuple(spans)


def paragraph_around(text: str, span: Span) -> Span:
    """The paragraph that a passage begins and ends in: from line break to line break."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def split_blocks(text: str) -> Iterator[Span]:
    """Give the paragraphs and headings of a text: what no sentence crosses.

    Every line is one, unless the text was wrapped at a fixed width or a line plainly goes on
    in the next.

    Returns:
        Spans without surrounding white space, ordered and disjoint.
    """
    lines = [s for m in _LINE.finditer(text) if (s := _trim(text, m.start(), m.end()))]
    wrapped = _is_hard_wrapped(text, lines)
    current: Span | None = None
    for line in lines:
        if current is None:
            current = line
        elif _continues(text, current, line, wrapped):
            current = Span(current.start, line.end)
        else:
            yield current
            current = line
    if current is not None:
        yield current


def _continues(text: str, before: Span, line: Span, wrapped: bool) -> bool:
    """Whether a line break only wraps a line: the sentence goes on after it."""
    if _is_blank_between(text, before, line):
        return False
    if text[before.end - 1] in ".!?:;…" + _CLOSERS and not wrapped:
        return False
    return wrapped or text[line.start].islower()


def _is_blank_between(text: str, before: Span, after: Span) -> bool:
    gap = text[before.end : after.start]
    if gap in ("\n", "\n\n"):  # as nearly all are
        return len(gap) > 1
    return len(_BREAK.findall(gap.replace("\r\n", "\n"))) > 1 or "\u2029" in gap


def _is_hard_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether most lines that another follows at once have the width of a wrapped line."""
    if len(lines) < 4:
        return False
    broken = [len(a) for a, b in pairwise(lines) if not _is_blank_between(text, a, b)]
    if len(broken) < 3:
        return False
    return sum(width in _WRAPPED_LINE for width in broken) >= _MOST * len(broken)


def replace_surrogates(text: str) -> str:
    """The same text, with a question mark for each half of a broken pair: no library takes them."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _split_block(text: str, block: Span, language: str, ends: Sequence[int]) -> Iterator[Span]:
    """The sentences of a block, of which `ends` may be the ends."""
    start = block.start
    for end in ends:
        cut = _cut_after(text, end, start)
        if cut is None or cut >= block.end or not _may_start(text, start, cut):
            continue
        if (title := _TITLES.get(language)) and title.search(text[max(start, cut - 6) : cut]):
            continue
        if sentence := _trim(text, start, cut):
            yield sentence
        start = cut
    if sentence := _trim(text, start, block.end):
        yield sentence


def _cut_after(text: str, end: int, start: int) -> int | None:
    """The first white space of the gap that ends at `end`: closing marks before it stay left."""
    gap = end
    while gap > start and (text[gap - 1].isspace() or _is_mark(text, gap - 1)):
        gap -= 1
    return next((i for i in range(gap, end) if text[i].isspace()), None)


def _is_mark(text: str, at: int) -> bool:
    """Whether a quotation mark stands here, one typed as two apostrophes included."""
    return text[at] in _QUOTATION_MARKS or "''" in (
        text[at : at + 2],
        text[max(0, at - 1) : at + 1],
    )


def _may_start(text: str, start: int, cut: int) -> bool:
    """Whether what follows a cut can be a sentence of its own."""
    rest = text[cut : cut + 300].lstrip()
    if rest.lstrip("-–— ")[:1].islower():
        return False
    asked = text[start:cut].rstrip()
    return not (asked[-1:] in _CLOSERS and asked[-2:-1] in "?!…" and _TAG.match(rest))


def _trim(text: str, start: int, end: int) -> Span | None:
    rest = text[start:end].lstrip()
    start = end - len(rest)
    return Span(start, start + len(rest.rstrip())) if rest else None
