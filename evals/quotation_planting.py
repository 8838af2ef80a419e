"""Changes planted into real quotations, each of a kind that is known; and pairs that are two.

Seeded, so that the same data folder always gives the same pairs.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from secondsource.article import Article
from secondsource.reading.quotations.extract import find_said
from secondsource.reading.quotations.folding import fold_words, is_telling

SEED = 20190218
FEWEST = 10  # words of a quotation into which something is planted
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_BEFORE_NOT = re.compile(r"\b(is|are|was|were|will|would|can|could|should|have|has|had|do|did)\b")


@dataclass(frozen=True, slots=True)
class QuotationPair:
    """Two quotations: what was planted, or None where they are two different ones."""

    before: str
    after: str
    kind: str | None


def list_quotations(articles: Sequence[Article]) -> dict[str, list[str]]:
    """For each article its quotations of ten words or more, each once."""
    found: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        for said in find_said(article):
            text = " ".join(said.text_in(article.text).split())
            if len(fold_words(text)) >= FEWEST and text not in found[article.id]:
                found[article.id].append(text)
    return found


def plant_pairs(
    by_article: dict[str, list[str]], each: int, rng: random.Random
) -> Iterator[QuotationPair]:
    """So many pairs of each kind, and twice as many in all of two quotations of one article."""
    texts = [text for own in by_article.values() for text in own]
    words = [w for text in texts for w in _WORD.findall(text) if is_telling(w.lower())]
    for kind, change in _KINDS.items():
        done = 0
        while done < each:
            text = rng.choice(texts)
            changed = change(text, words, rng)
            if changed and changed != text:
                done += 1
                yield QuotationPair(text, changed, kind)
    several = [own for own in by_article.values() if len(own) > 2]
    for _ in range(each):
        first, second = rng.sample(rng.choice(several), 2)
        yield QuotationPair(first, f"{first} {second}", "joined")
    for _ in range(2 * each * len(_KINDS)):
        first, second = rng.sample(rng.choice(several), 2)
        yield QuotationPair(first, second, None)


Change = Callable[[str, Sequence[str], random.Random], str | None]


def _swap_words(text: str, words: Sequence[str], rng: random.Random) -> str | None:
    """One telling word in ten, one at least, gives its place to another."""
    found = [m for m in _WORD.finditer(text) if is_telling(m[0].lower())]
    chosen = rng.sample(found, max(1, len(found) // 10))
    for match in sorted(chosen, key=lambda m: -m.start()):
        text = text[: match.start()] + rng.choice(words) + text[match.end() :]
    return text


def _drop_words(text: str, _words: Sequence[str], rng: random.Random) -> str | None:
    """One to three words within, next to each other."""
    return _drop(text, rng, rng.randint(1, 3), " ")


def _cut_inside(text: str, _words: Sequence[str], rng: random.Random) -> str | None:
    return _drop(text, rng, rng.randint(4, 8), " ")


def _cut_with_ellipsis(text: str, _words: Sequence[str], rng: random.Random) -> str | None:
    return _drop(text, rng, rng.randint(4, 8), rng.choice([" … ", " ... ", " [...] "]))


def _drop(text: str, rng: random.Random, count: int, instead: str) -> str | None:
    """Words taken out that have four on each side of them."""
    found = list(_WORD.finditer(text))
    if len(found) < count + 8:
        return None
    at = rng.randint(4, len(found) - count - 4)
    begin, end = found[at].start(), found[at + count - 1].end()
    return text[:begin].rstrip() + instead + text[end:].lstrip(" ,;")


def _cut_ends(text: str, _words: Sequence[str], rng: random.Random) -> str | None:
    """A stretch of six words or more, up to two thirds of the quotation."""
    found = list(_WORD.finditer(text))
    size = rng.randint(6, max(6, 2 * len(found) // 3))
    at = rng.choice([0, len(found) - size])
    return text[found[at].start() : found[at + size - 1].end()]


def _change_number(text: str, _words: Sequence[str], rng: random.Random) -> str | None:
    match = re.search(r"(?<![\w.,])\d{1,3}(?![\w.,])", text)
    if match is None:
        return None
    other = str(int(match[0]) + rng.randint(1, 9))
    return text[: match.start()] + other + text[match.end() :]


def _add_not(text: str, _words: Sequence[str], _rng: random.Random) -> str | None:
    match = _BEFORE_NOT.search(text)
    if match is None or "not" in text[match.end() : match.end() + 5]:
        return None
    return f"{text[: match.end()]} not{text[match.end() :]}"


def _capitals_and_marks(text: str, _words: Sequence[str], _rng: random.Random) -> str | None:
    """The same words in another house's style: no change at all."""
    return text.replace("’", "'").replace("—", " - ").replace(",", "").upper().capitalize()


_KINDS: dict[str, Change] = {
    "swapped": _swap_words,
    "dropped": _drop_words,
    "cut_inside": _cut_inside,
    "ellipsis": _cut_with_ellipsis,
    "excerpt": _cut_ends,
    "number": _change_number,
    "negation": _add_not,
    "same": _capitals_and_marks,
}
