"""Planted changes of how it is told: quotations, loaded words, paragraphs, headlines, style.

Loaded words come from the annotations of BABE.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random

from evals.edit_ground import (
    NONE,
    SMALL,
    SPECIAL,
    WORDING,
    Ground,
    Proposal,
    find_all,
    may_be_quoted,
    plain_words,
)
from evals.sentence_data import Item
from secondsource.article import Span
from secondsource.lineage.family import EditType
from secondsource.models.trained_on import item_key

_QUOTED = re.compile(r"[“\"]([A-Za-z][^“”\"\n]{2,400})[”\"]")
_CLAUSE = re.compile(r"(?<= )((?:[a-z]{2,} ){3,5}[a-z]{2,})(?= [a-z])")


def propose_quotations(rng: Random, ground: Ground) -> Iterator[Proposal]:
    """A word within a quotation changed, and quotation marks taken off or put on."""
    text, types = ground.text, frozenset({EditType.QUOTATION})
    for match in _QUOTED.finditer(text):
        count = len(match[1].split())
        if count <= 6 and not match[1].endswith((",", ".")):
            yield Proposal("marks", Span(*match.span()), match[1], types, types)
        plain = list(plain_words(text, Span(*match.span(1))))
        if count >= 6 and plain:
            word = rng.choice(plain)
            other = rng.choice(["", "indeed", "strange", "rather"])
            span = word if other else Span(word.start, word.end + 1)
            if text[word.end] == " ":
                yield Proposal("quoted_word", span, other, types, types, WORDING)
    for match in _CLAUSE.finditer(text):
        span = Span(*match.span(1))
        if not may_be_quoted(text, span) and rng.random() < 0.1:
            yield Proposal("marks_put", span, f"“{match[1]}”", types, types)


def propose_loaded(rng: Random, ground: Ground) -> Iterator[Proposal]:
    """A word that annotators of BABE marked as biased, put before a noun or in its place."""
    on = frozenset({EditType.LOADED_WORD})
    for match in find_all(
        r"(?<=\bthe )(?=[a-z]{4,} (?:of|in|to|and|was|were|is|has|that)\b)", ground.text
    ):
        if ground.loaded:
            yield Proposal("loaded", Span(*match.span()), f"{rng.choice(ground.loaded)} ", on, on)


def propose_paragraphs(rng: Random, ground: Ground) -> Iterator[Proposal]:
    """A whole paragraph taken out, and one of another article put in."""
    cut, added = frozenset({EditType.PARAGRAPH_CUT}), frozenset({EditType.PARAGRAPH_ADDED})
    for match in find_all(r"\n[^\n]{120,}(?=\n)", ground.text):
        yield Proposal("paragraph_out", Span(*match.span()), "", cut, added)
        if ground.paragraphs:
            other = f"\n\n{rng.choice(ground.paragraphs)}"
            yield Proposal("paragraph_in", Span(match.end(), match.end()), other, added, cut)


def propose_headlines(rng: Random, ground: Ground) -> Iterator[Proposal]:
    """Another headline over the text, where it has one: new words, or half of its own."""
    line = ground.text.split("\n", 1)[0].strip()
    if not ground.title or line.rstrip(".") != ground.title.strip().rstrip("."):
        return
    words = line.split()
    half = " ".join(words[: max(2, len(words) // 2)]).rstrip(",.:;")
    other = " ".join(rng.choice(ground.paragraphs).split()[: rng.randint(6, 11)]).rstrip(",.")
    start = ground.text.index(line)
    types = frozenset({EditType.HEADLINE})
    span = Span(start, start + len(line))
    yield Proposal("headline", span, rng.choice([half, other]), types, types, frozenset(EditType))


_SYNONYMS = {
    "however": "but", "people": "persons", "began": "started", "children": "kids",
    "big": "large", "near": "close to", "help": "assist", "while": "whereas",
    "after": "following", "before": "ahead of", "because": "since", "many": "numerous",
    "get": "obtain", "show": "display", "home": "house", "area": "region", "also": "too",
    "buy": "purchase", "car": "vehicle", "photo": "picture", "woman": "lady", "job": "post",
    "decided": "chose", "tried": "sought", "quickly": "fast", "during": "throughout",
    "film": "movie", "company": "firm", "found": "discovered", "between": "among",
}  # fmt: skip
_REWRITES = (
    (r"\balso ", "", WORDING),
    (r"(?<=[a-z])\. But (?=[a-z])", ", but ", WORDING),
    (r"\bis not\b", "isn’t", WORDING),
    (r"(?<=, )(?:he|she) said(?=\.)", "the speaker stated", NONE),
    (r"(\d),(\d{3})\b(?!,)", r"\1\2", WORDING),
    (r"\bpercent\b", "per cent", WORDING),
    (r"\bUnited States\b", "U.S.", WORDING),
    (r"(?<=, )([A-Z][a-z]+) said\b", r"said \1", WORDING),
    (r"(?<= )said that(?= (?:the|he|she|it|they|there)\b)", "said", WORDING),
    (r"(?<=[a-z,] )(?:President|Mr\.|Dr\.|Sen\.) (?=[A-Z])", "", WORDING),
    (r"(?<=[a-z,] )[A-Z][a-z]+ ([A-Z][a-z]+)(?=’s| [a-z])", r"\1", WORDING),
    (r"“([^“”\n]{3,200})”", r'"\1"', NONE),
    (r"\ballegedly\b", "reportedly", WORDING),
    (r"\bSept\. ", "September ", WORDING),
)
_DIGIT_WORDS = dict(zip(SMALL, map(str, (*range(2, 13), 15)), strict=True))


def propose_ordinary(rng: Random, ground: Ground) -> Iterator[Proposal]:
    """Edits of style: other words for the same, other forms of the same number or name."""
    text = ground.text
    for match in find_all(rf"\b(?:{'|'.join(_SYNONYMS)})\b", text):
        yield _ordinary("synonym", Span(*match.span()), _SYNONYMS[match.group()])
    for pattern, other, also in _REWRITES:
        for match in find_all(pattern, text):
            if match.group() != (changed := match.expand(other)):
                yield Proposal("rewrite", Span(*match.span()), changed, NONE, NONE, also)
    for match in find_all(rf"(?<![\w-])(?:{'|'.join(SMALL)})(?![\w-])", text):
        other = _DIGIT_WORDS[match.group()]
        yield Proposal("same_number", Span(*match.span()), other, NONE, NONE, WORDING)
    words = list(plain_words(text, Span(0, len(text)))) if ground.sayings else []
    for word in rng.sample(words, min(30, len(words))):
        other = rng.choice(words).of(text)
        if other != word.of(text) and not _is_of_source(word, ground):
            judged = {EditType.LOADED_WORD} if {other, word.of(text)} & ground.marked else NONE
            yield Proposal(
                "word", word, other, WORDING - judged, WORDING - judged, frozenset(judged)
            )


def _is_of_source(span: Span, ground: Ground) -> bool:
    """Whether a word belongs to an annotated source or cue: to change it changes who speaks."""
    return any(span.overlaps(s.source) or span.overlaps(s.cue) for s in ground.sayings)


def _ordinary(kind: str, span: Span, other: str) -> Proposal:
    return Proposal(kind, span, other, WORDING, WORDING)


def choose_loaded(items: Sequence[Item], dev: bool) -> tuple[str, ...]:
    """Single words in small letters that annotators marked twice or thrice, and mostly.

    Half of them serve for the articles of the development part, the others for the rest.
    """
    marked = Counter(word for item in items for word in item.words)
    used = Counter(word for item in items for word in set(re.findall(r"[a-z]{4,}", item.text)))
    return tuple(
        sorted(
            w
            for w, n in marked.items()
            if _is_telling(w, n, used[w]) and (item_key(w) % 2 == 0) == dev
        )
    )


def _is_telling(word: str, marked: int, used: int) -> bool:
    return 2 <= marked <= 3 and 2 * marked >= used > 0 and not SPECIAL.fullmatch(word)
