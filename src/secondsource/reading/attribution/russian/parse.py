"""Russian sentences with their grammar: the one place that knows slovnet and navec.

The models come with the package natasha, trained on news (Nerus); only its files are used, so
that nothing else of it is loaded. What leaves this module is `SentenceRu`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import razdel

from secondsource.article import Span
from secondsource.sentences import replace_surrogates

if TYPE_CHECKING:
    from slovnet import NER, Morph, Syntax

_VECTORS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_MODEL = "model/slovnet_{}_news_v1.tar"
_AT_ONCE = 16
"""Sentences that the models read together."""
_LONGEST_WORD = 60
"""A longer run of letters is no word, and is read as one of this length."""


@dataclass(frozen=True, slots=True)
class TokenRu:
    """One word or mark of a sentence; `head` and `children` are indexes, a root's head is its own.

    `pos` and `dep` are Universal Dependencies labels; `case`, `gender`, `number`, `form` (of a
    verb: Fin, Inf, Conv, Part) and `person` the features of that name, "" where there is none.
    """

    index: int
    span: Span
    text: str
    pos: str
    dep: str
    head: int
    children: tuple[int, ...]
    case: str = ""
    gender: str = ""
    number: str = ""
    form: str = ""
    person: str = ""
    animate: bool = False

    @property
    def low(self) -> str:
        """The word in small letters, ё as е."""
        return fold_yo(self.text)


@dataclass(frozen=True, slots=True)
class NameRu:
    """A name as the recogniser found it; `label` is PER, ORG or LOC."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class SentenceRu:
    """The words of one sentence, those of a speech left out."""

    tokens: tuple[TokenRu, ...]

    def children(self, token: TokenRu) -> list[TokenRu]:
        """The tokens that hang directly on this one, in order."""
        return [self.tokens[i] for i in token.children]

    def head(self, token: TokenRu) -> TokenRu:
        """The token that this one hangs on; itself for a root."""
        return self.tokens[token.head]

    def subtree(self, token: TokenRu, without: frozenset[int] = frozenset()) -> frozenset[int]:
        """The indexes of a token and all below it, except what hangs on those in `without`."""
        found: set[int] = set()
        waiting = [token.index]
        while waiting:
            index = waiting.pop()
            if index not in found and index not in without:
                found.add(index)
                waiting.extend(self.tokens[index].children)
        return frozenset(found)


class _Models(NamedTuple):
    morph: "Morph"
    syntax: "Syntax"
    ner: "NER"


def fold_yo(text: str) -> str:
    """The text in small letters, ё as е: most print does not write it."""
    return text.lower().replace("ё", "е")


def parse_sentences(text: str, sentences: Iterable[Sequence[Span]]) -> Iterator[SentenceRu]:
    """Parse the words of each sentence, which may have gaps where a speech stands.

    About 8,000 tokens a second on one core, names included.

    Args:
        text: The text that the spans count in.
        sentences: For each sentence the stretches to read as one.

    Returns:
        One parse for each, in order; without tokens where there is no word.
    """
    words = [list(_tokenize(text, stretches)) for stretches in sentences]
    by_length = sorted((n for n, own in enumerate(words) if own), key=lambda n: len(words[n]))
    filled = [[word for _, word in words[n]] for n in by_length]  # alike in length: less padding
    models = _load()
    pairs = zip(models.morph.map(filled), models.syntax.map(filled), strict=True)
    parsed = dict(zip(by_length, pairs, strict=True))
    for number, own in enumerate(words):
        yield _convert(own, *parsed[number]) if own else SentenceRu(())


def find_names(text: str, sentences: Iterable[Span]) -> tuple[NameRu, ...]:
    """The names of people, bodies and places in a text, in order."""
    kept = [span for span in sentences if span.of(text).strip()]
    plain = [replace_surrogates(span.of(text)) for span in kept]
    return tuple(
        NameRu(Span(name.start, name.stop).shift(span.start), name.type)
        for span, markup in zip(kept, _load().ner.map(plain), strict=True)
        for name in markup.spans
    )


@cache
def _load() -> _Models:
    """The vectors and the three models, read at the first use (about a second)."""
    from navec import Navec
    from slovnet import NER, Morph, Syntax

    folder = _find_data()
    vectors = Navec.load(folder / _VECTORS)
    paths = {name: folder / _MODEL.format(name) for name in ("morph", "syntax", "ner")}
    return _Models(
        Morph.load(paths["morph"], batch_size=_AT_ONCE).navec(vectors),
        Syntax.load(paths["syntax"], batch_size=_AT_ONCE).navec(vectors),
        NER.load(paths["ner"], batch_size=_AT_ONCE).navec(vectors),
    )


def _tokenize(text: str, stretches: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    for stretch in stretches:
        plain = replace_surrogates(stretch.of(text))
        for token in razdel.tokenize(plain):
            span = Span(token.start, token.stop).shift(stretch.start)
            yield span, token.text[:_LONGEST_WORD]


def _convert(words: Sequence[tuple[Span, str]], tagged: object, linked: object) -> SentenceRu:
    tags, links = getattr(tagged, "tokens", ()), getattr(linked, "tokens", ())
    heads = [_head(number, int(link.head_id)) for number, link in enumerate(links)]
    children: dict[int, list[int]] = {}
    for number, head in enumerate(heads):
        if head != number:
            children.setdefault(head, []).append(number)
    return SentenceRu(
        tuple(
            TokenRu(
                index=number,
                span=span,
                text=word,
                pos=tag.pos,
                dep=link.rel,
                head=heads[number],
                children=tuple(children.get(number, ())),
                case=tag.feats.get("Case", ""),
                gender=tag.feats.get("Gender", ""),
                number=tag.feats.get("Number", ""),
                form=tag.feats.get("VerbForm", ""),
                person=tag.feats.get("Person", ""),
                animate=tag.feats.get("Animacy") == "Anim",
            )
            for number, ((span, word), tag, link) in enumerate(zip(words, tags, links, strict=True))
        )
    )


def _head(number: int, head: int) -> int:
    """The index of a head, counted from 0; a root is its own head."""
    return head - 1 if head > 0 else number


@cache
def load_first_names() -> frozenset[str]:
    """First names in the nominative, in small letters, ё as е (natasha's list, 7,000 names)."""
    lines = (_find_data() / "dict/first.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold_yo(line.split("#")[0].strip()) for line in lines)


def _find_data() -> Path:
    """The folder of natasha's files: importing it would load two more libraries."""
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("the package natasha, which holds the Russian models, is not installed")
    return Path(spec.submodule_search_locations[0]) / "data"
