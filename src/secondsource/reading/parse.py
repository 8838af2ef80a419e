"""English sentences with their grammar: a `Parse`, whose tokens name each other by index."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from secondsource.article import Span
from secondsource.reading.syntax.model import Analysed, load_model
from secondsource.sentences import LONGEST_READ, replace_surrogates

_BATCH_SIGNS = 60_000
"""Code points parsed at once, some 16 articles: bounds the memory."""
_LONG_RUN = re.compile(r"\S{201,}")
"""No word: the tokenizer's time grows with the square of such a run."""
_BLANK, _BLANK_ARC = "SPACE", "dep"
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
HELPERS = frozenset({"aux", "auxpass"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Arcs to a subject and to a helping verb; parts of speech of finite verbs."""


class Token(NamedTuple):
    """One word or mark. `head` and `children` are indexes of tokens; a root is its own head.

    `pos` is the Universal and `tag` the Penn part of speech, `dep` the ClearNLP label of the
    arc from the head. `edge` is the half-open range of token indexes below this one, itself
    included. There are hundreds in an article, and a tuple is made five times as fast as a
    frozen dataclass.
    """

    index: int  # type: ignore[assignment]  # not the method of tuples, which nobody asks for
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    children: tuple[int, ...]
    edge: tuple[int, int]
    sentence: int

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.start, self.end)


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
        if not token.children:
            return [token.index]
        found, waiting = [], [token.index]
        while waiting:
            index = waiting.pop()
            found.append(index)
            waiting.extend(self.tokens[index].children)
        return sorted(found)


def _start(token: Token) -> int:
    return token.start


def parse_texts(
    texts: Iterable[str], sentences: Iterable[tuple[Span, ...]], with_names: bool = True
) -> Iterator[Parse]:
    """Parse English texts, keeping the sentences that were found before.

    Args:
        texts: The texts, each of at most `blocks.LONGEST_BLOCK` code points.
        sentences: For each text its sentences, as `split_sentences` gives them.
        with_names: Whether names are looked for; where they are not, there are none.

    Returns:
        One parse for each text, in order. A sentence of more than `LONGEST_READ` code points
        stands in it as one token.
    """
    model = load_model()
    for batch in _cut_batches(zip(texts, sentences, strict=True)):
        filled = [_fill(replace_surrogates(text), spans) for text, spans in batch]
        found = model.analyse(filled, [spans for _, spans in batch], with_names=with_names)
        for (text, _), analysed in zip(batch, found, strict=True):
            yield _build(text, analysed)


def _cut_batches(
    texts: Iterable[tuple[str, tuple[Span, ...]]],
) -> Iterator[list[tuple[str, tuple[Span, ...]]]]:
    """Texts with their sentences, as many at once as are read together."""
    batch: list[tuple[str, tuple[Span, ...]]] = []
    signs = 0
    for item in texts:
        if batch and signs + len(item[0]) > _BATCH_SIGNS:
            yield batch
            batch, signs = [], 0
        batch.append(item)
        signs += len(item[0])
    if batch:
        yield batch


def _fill(text: str, sentences: tuple[Span, ...]) -> str:
    """The same text, of the same length, without what no parser can read."""
    parts, end = [], 0
    for span in sentences:
        if len(span) > LONGEST_READ:
            parts += [text[end : span.start], "x", " " * (len(span) - 1)]
            end = span.end
    return _LONG_RUN.sub(lambda run: "x" * len(run.group()), "".join([*parts, text[end:]]))


def _build(text: str, analysed: Analysed) -> Parse:
    numbers = [n for n, (start, end) in enumerate(analysed.sentences) for _ in range(start, end)]
    blank = (form.pos == _BLANK for form in analysed.forms)
    arcs = (_BLANK_ARC if is_blank else a for a, is_blank in zip(analysed.arcs, blank, strict=True))
    lemmas, parts, tags = zip(*analysed.forms, strict=True) if numbers else ((), (), ())
    tokens = tuple(
        map(
            Token,
            range(len(numbers)),
            analysed.starts,
            analysed.ends,
            analysed.texts,
            lemmas,
            parts,
            tags,
            arcs,
            analysed.heads,
            analysed.children,
            analysed.edges,
            numbers,
        )
    )
    names = tuple(_find_names(analysed, replace_surrogates(text)))
    return Parse(text, tokens, tuple(analysed.sentences), names)


def _find_names(analysed: Analysed, text: str) -> Iterator[Name]:
    for first, end, label in analysed.names:
        if label in _NAMES:
            span = Span(analysed.starts[first], analysed.ends[end - 1])
            yield Name(span.of(text), span, label)
