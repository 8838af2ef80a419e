"""The dictionary form and the part of speech of each word, asked once for each of its uses.

The tables are those of the published model: its rules from tag and arc to part of speech
("attribute_ruler"), and its lemmas. What they say of a word with a tag and an arc is kept.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language

_MOST_KEPT = 50_000
_ARC_COUNTS_FOR_TAG = frozenset({"IN", "CC", "DT", "WDT"})
_ARC_COUNTS = frozenset({"aux", "auxpass"})
_ARC_COUNTS_FOR_WORD = frozenset(
    {"do", "does", "did", "'d", "have", "has", "had", "i", "you", "it"}
)
"""In which rules of the model the arc counts; elsewhere one answer does for every arc."""
_ANY_ARC = "dep"
_ANY_WORD = "x"
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


class Form(NamedTuple):
    """What the tables say of a use: lemma in lower case, Universal part of speech, tag."""

    lemma: str
    pos: str
    tag: str


class _Word(NamedTuple):
    """What the lemmatiser looks at in a word."""

    text: str
    orth: int
    pos: int
    pos_: str
    morph: Any


class Forms:
    """The tables of a spaCy pipeline with what they have answered so far."""

    def __init__(self, nlp: "Language") -> None:
        self._nlp = nlp
        rules: Any = nlp.get_pipe("attribute_ruler")
        lemmas: Any = nlp.get_pipe("lemmatizer")
        self._rules, self._lemmas, self._ruled = rules, lemmas, _Named(rules.patterns)
        _hash_index(lemmas)
        self._met: dict[tuple[str, str, str], Form] = {}
        self._known: dict[Use, Form] = {}
        self._pairs: dict[tuple[Use, Use], list[Form]] = {}
        self._of_tag: dict[Use, Any] = {}

    def look_up(self, texts: Sequence[str], tags: Sequence[str], arcs: Sequence[str]) -> list[Form]:
        """The form of every word of a text, in order."""
        met = self._met
        forms = [
            met.get(use) or self._meet(Use(*use)) for use in zip(texts, tags, arcs, strict=True)
        ]
        for second, text in enumerate(texts):
            if second and text.lower() in _SECONDS:
                pair = slice(second - 1, second + 1)
                first, use = map(Use, texts[pair], tags[pair], arcs[pair])
                if _is_pair(first, use):
                    forms[pair] = self._ask_pair(first, use)
        return forms

    def _meet(self, use: Use) -> Form:
        """The form of a use that was not met before, though perhaps with another arc."""
        if len(self._met) > _MOST_KEPT:
            self._met.clear()
        counts = (
            use.arc in _ARC_COUNTS
            or use.tag in _ARC_COUNTS_FOR_TAG
            or use.text.lower() in _ARC_COUNTS_FOR_WORD
        )
        plain = use if counts else use._replace(arc=_ANY_ARC)
        form = self._met[use] = self._known.get(plain) or self._learn(plain)
        return form

    def _learn(self, use: Use) -> Form:
        if len(self._known) + len(self._pairs) > _MOST_KEPT:
            for kept in (self._known, self._pairs, self._lemmas.cache):
                kept.clear()
        if use.text.isspace():
            form = Form(use.text, "SPACE", "_SP")
        elif use.text.lower() in self._ruled:
            form = _read_form(self._ask([use])[0])
        else:
            form = self._ask_lemma(use)
        self._known[use] = form
        return form

    def _ask_lemma(self, use: Use) -> Form:
        """The form of a word that no rule names: its tag and arc decide all but the lemma."""
        alike = use._replace(text=_ANY_WORD)
        token = self._of_tag.get(alike)
        if token is None:
            token = self._of_tag[alike] = self._ask([alike])[0]
        orth = self._nlp.vocab.strings[use.text]
        word = _Word(use.text, orth, token.pos, token.pos_, token.morph)
        return Form(self._lemmas.lemmatize(word)[0].lower(), token.pos_, token.tag_)

    def _ask_pair(self, first: Use, second: Use) -> list[Form]:
        known = self._pairs.get((first, second))
        if known is None:
            known = [_read_form(token) for token in self._ask([first, second])]
            self._pairs[first, second] = known
        return known

    def _ask(self, uses: Sequence[Use]) -> Any:
        """What the tables make of words that stand beside each other."""
        from spacy.tokens import Doc

        texts, tags, arcs = map(list, zip(*uses, strict=True))
        return self._lemmas(self._rules(Doc(self._nlp.vocab, words=texts, tags=tags, deps=arcs)))


def _hash_index(lemmas: Any) -> None:
    """Keep the known lemmas of each part of speech as a set: a list is read through each time."""
    index = lemmas.lookups.get_table("lemma_index", {})
    for pos, words in [*index.items()]:
        index[pos] = frozenset(words)


def _read_form(token: Any) -> Form:
    return Form(token.lemma_.lower(), token.pos_, token.tag_)


def _is_pair(first: Use, second: Use) -> bool:
    word = second.text.lower()
    return (first.text.lower(), word) in _PAIRS or (first.arc == _THERE and word in _BE)


class _Named:
    """The words that the rules name, in lower case."""

    def __init__(self, rules: Iterable[Mapping[str, Any]]) -> None:
        wanted = [w for rule in rules for w in _find_wanted(rule)]
        self._words = {w for w in wanted if isinstance(w, str)}
        self._words.update(
            w for many in wanted if isinstance(many, dict) for w in many.get("IN", ())
        )
        patterns = [many["REGEX"] for many in wanted if isinstance(many, dict) and "REGEX" in many]
        self._patterns = [re.compile(pattern) for pattern in patterns]

    def __contains__(self, word: str) -> bool:
        return word in self._words or any(p.search(word) for p in self._patterns)


def _find_wanted(rule: Mapping[str, Any]) -> Iterator[Any]:
    for pattern in rule["patterns"]:
        for token in pattern:
            if "LOWER" in token:
                yield token["LOWER"]
