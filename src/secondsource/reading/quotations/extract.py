"""The direct quotations of an article that are somebody's words, by their marks.

Left out are titles of works, scare quotes and formulas ("no comment"): they are the same in
articles that have nothing to do with each other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.article import Article, Span
from secondsource.quotes import Quoted, find_quotations
from secondsource.reading.quotations.folding import FoldedWords, count_telling, fold_words

_FEWEST_WORDS = 5
_FEWEST_TELLING = 3
_MOST_QUOTATIONS = 400
"""Quotations of one article that are kept; a book of dialogue has more."""
_FRAME = 90  # code points of "said Mr Smith in a statement on Monday" between two parts
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_TITLE = 12
_FRAME_ENDS = re.compile(r"[.!?;]\s*$|\n")


@dataclass(frozen=True, slots=True)
class SaidQuotation:
    """What an article puts between quotation marks as somebody's words.

    `pieces` are its stretches of the text without their marks: one for each paragraph, or for
    each part where the reporter steps in ("It is over," she said, "and we lost").
    """

    pieces: tuple[Span, ...]

    @property
    def hull(self) -> Span:
        """The stretch from its first word to its last."""
        return Span(self.pieces[0].start, self.pieces[-1].end)

    def text_in(self, text: str) -> str:
        """Its words as the article's text has them."""
        return " ".join(piece.of(text) for piece in self.pieces)


def find_said(article: Article) -> tuple[SaidQuotation, ...]:
    """The quotations of an article that are long enough to be known again, in order.

    A quotation needs five words, three different ones of them telling (four letters or more, a
    number); one of up to twelve words that is written like a title is left out. Chosen by
    `python -m evals.quotations --part formulas` (docs/quotations.md): of quotations of so many
    words that stand in unrelated articles.
    """
    return tuple(_find_said(article))[:_MOST_QUOTATIONS]


def _find_said(article: Article) -> Iterator[SaidQuotation]:
    text = article.text
    outer = [q for q in find_quotations(text) if not q.depth]
    outer = [q for q in outer if not article.is_boilerplate(q.hull)]
    for together in _join_parts(text, outer):
        pieces = tuple(
            piece for q in together for piece in _strip_marks(text, q) if piece.start < piece.end
        )
        if pieces:
            said = SaidQuotation(pieces)
            if is_speech(fold_words(said.text_in(text))):
                yield said


def is_speech(words: FoldedWords) -> bool:
    """Whether a quotation has enough words of its own to be known again, and is no title."""
    if len(words) < _FEWEST_WORDS or count_telling(words.words) < _FEWEST_TELLING:
        return False
    return not _is_title(words)


def _is_title(words: FoldedWords) -> bool:
    """Whether every longer word of a short quotation begins with a capital."""
    if len(words) > _LONGEST_TITLE:
        return False
    longer = [span.of(words.text) for span in words.spans]
    longer = [w for w in longer if len(w) > 3 and _LETTER.match(w)]
    return all(word[0].isupper() for word in longer) and any(w[0] != w[0].lower() for w in longer)


def _join_parts(text: str, quotations: Sequence[Quoted]) -> Iterator[list[Quoted]]:
    """Quotations in the order of the text, the parts of one between which someone only "said"."""
    together: list[Quoted] = []
    for quoted in quotations:
        if together and not _goes_on(text, together[-1], quoted):
            yield together
            together = []
        together.append(quoted)
    if together:
        yield together


def _goes_on(text: str, before: Quoted, after: Quoted) -> bool:
    """Whether the second quotation goes on with what the first one broke off.

    It does after a comma or no mark at all, if the reporter's words between end no sentence.
    """
    between = text[before.end : after.start]
    if not 0 < len(between) <= _FRAME or _FRAME_ENDS.search(between):
        return False
    ending = text[max(before.start, before.end - 3) : before.end].rstrip("\"”»’“'")
    first = _LETTER.search(text, after.start, after.end)
    broken_off = ending.endswith((",", "–", "—", "-"))
    return broken_off and first is not None and (first[0].islower() or "," in between[-2:])


def _strip_marks(text: str, quoted: Quoted) -> Iterator[Span]:
    """The pieces of a quotation without its marks and the space beside them."""
    for piece in quoted.pieces:
        start, end = piece.start, piece.end
        while start < end and _is_edge(text[start]):
            start += 1
        while end > start and _is_edge(text[end - 1]):
            end -= 1
        yield Span(start, end)


def _is_edge(sign: str) -> bool:
    return sign.isspace() or sign in "\"“”„‟«»‘’‚'‹›「」『』`"
