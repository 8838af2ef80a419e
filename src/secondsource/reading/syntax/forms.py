"""The dictionary form and the part of speech of each word, asked once for each of its uses.

The tables are those of the published model: its rules from tag and arc to part of speech
("attribute_ruler"), and its lemmas. What they say of a word with a tag and an arc is kept.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language

_MOST_KEPT = 200_000
_ANY_ARC = "dep"
_BLANK = "SPACE"
_ARC_COUNTS_FOR_TAG = frozenset({"IN", "CC", "DT", "WDT"})
_ARC_COUNTS = frozenset({"aux", "auxpass"})
_ARC_COUNTS_FOR_WORD = frozenset(
    {"do", "does", "did", "'d", "have", "has", "had", "i", "you", "it"}
)
"""In which rules of the model the arc counts; elsewhere one answer does for every arc."""
_PAIRS = frozenset(
    {("ai", "n't"), ("ai", "nt"), ("gon", "na"), ("got", "ta"), ("let", "'s"), ("c'm", "on")}
    | {("y", "all"), ("y'", "all")}
)
_THERE = "expl"
_BE = frozenset({"is", "are", "was", "were", "'s", "'re"})
"""The model's rules for two words: these pairs, and "there" before a form of "be"."""
_SECONDS = _BE | {second for _, second in _PAIRS}


class Use(NamedTuple):
    """A word as it is used: as written, its Penn tag, the label of its arc."""

    text: str
    tag: str
    arc: str


_FILLER = Use("x", "NN", _ANY_ARC)


class Form(NamedTuple):
    """What the tables say of a use: lemma in lower case, Universal part of speech, tag, arc."""

    lemma: str
    pos: str
    tag: str
    arc: str


class Forms:
    """The tables of a spaCy pipeline with what they have answered so far."""

    def __init__(self, nlp: "Language") -> None:
        self._nlp = nlp
        self._tables = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
        self._known: dict[Use, Form] = {}
        self._pairs: dict[tuple[Use, Use], list[Form]] = {}

    def look_up(self, uses: Sequence[Use]) -> list[Form]:
        """The form of every word of a text, in order."""
        plain = [_without_idle_arc(use) for use in uses]
        self._learn(plain)
        forms = [
            Form(known.lemma, known.pos, known.tag, _ANY_ARC if known.pos == _BLANK else use.arc)
            for use, known in zip(uses, map(self._known.__getitem__, plain), strict=True)
        ]
        for second, use in enumerate(uses):
            if use.text.lower() in _SECONDS and second and _is_pair(uses[second - 1], use):
                forms[second - 1 : second + 1] = self._ask_pair(uses[second - 1], use)
        return forms

    def _learn(self, uses: Iterable[Use]) -> None:
        if len(self._known) + len(self._pairs) > _MOST_KEPT:
            self._known.clear()
            self._pairs.clear()
        new = [use for use in dict.fromkeys(uses) if use not in self._known]
        if new:
            apart = [use for each in new for use in (each, _FILLER)]
            self._known.update(zip(new, self._ask(apart)[::2], strict=True))

    def _ask_pair(self, first: Use, second: Use) -> list[Form]:
        known = self._pairs.get((first, second))
        if known is None:
            known = self._pairs[first, second] = self._ask([first, second])
        return known

    def _ask(self, uses: Sequence[Use]) -> list[Form]:
        from spacy.tokens import Doc

        texts, tags, arcs = map(list, zip(*uses, strict=True))
        doc = Doc(self._nlp.vocab, words=texts, tags=tags, deps=arcs)
        for table in self._tables:
            doc = table(doc)
        return [Form(t.lemma_.lower(), t.pos_, t.tag_, t.dep_) for t in doc]


def _without_idle_arc(use: Use) -> Use:
    """The same use, without its arc where no rule looks at it."""
    if (
        use.tag in _ARC_COUNTS_FOR_TAG
        or use.arc in _ARC_COUNTS
        or use.text.lower() in _ARC_COUNTS_FOR_WORD
    ):
        return use
    return Use(use.text, use.tag, _ANY_ARC)


def _is_pair(first: Use, second: Use) -> bool:
    word = second.text.lower()
    return (first.text.lower(), word) in _PAIRS or (first.arc == _THERE and word in _BE)
