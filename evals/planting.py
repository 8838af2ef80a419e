"""Copies planted into real texts, of every kind that lineage should find. Seeded."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from secondsource.article import Article

_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+|(?<=[。！？])")
# In scripts without spaces a "word" is this many characters: what an English word is there.
_CHARACTERS = re.compile("([\u3040-\u30ff\u3400-\u9fff])|[\u0e00-\u0e7f]")
_IDEOGRAPHIC_WORDS = re.compile(r"\W*(?:[A-Za-z0-9.]+|[^\WA-Za-z0-9]{1,2})\W*|\W+")
_THAI_WORDS = re.compile(r"[A-Za-z0-9.]+|[^A-Za-z0-9.]{1,5}", re.S)
Change = Callable[[random.Random, str, str], str]


@dataclass(frozen=True, slots=True)
class Planted:
    """A planted article, what was done to it and the ids of the texts it was made of."""

    article: Article
    kind: str
    sources: tuple[str, ...]


def paragraphs(text: str) -> list[str]:
    """The non-empty paragraphs; a text without line breaks is cut after every third sentence."""
    parts = [part.strip() for part in _PARAGRAPH.split(text) if part.strip()]
    if len(parts) >= 4:
        return parts
    sentences = _SENTENCE_END.split(" ".join(parts))
    return [" ".join(sentences[k : k + 3]) for k in range(0, len(sentences), 3)]


def split_words(text: str) -> tuple[list[str], str]:
    """The words of a text and what joins them; without spaces, pieces as long as a word."""
    without_spaces = _CHARACTERS.findall(text)
    if 2 * len(without_spaces) < len(text):
        return text.split(" "), " "
    words = _IDEOGRAPHIC_WORDS if any(without_spaces) else _THAI_WORDS
    return words.findall(text), ""


def edit_words(rng: random.Random, text: str, share: float) -> str:
    """The text with this share of its words replaced, dropped or followed by a new one."""
    words, joint = split_words(text)
    pool = [word for word in words if word.isalpha()] or ["the"]
    for place in rng.sample(range(len(words)), round(share * len(words))):
        change = rng.random()
        other = rng.choice(pool)
        if change < 0.8:
            words[place] = other if change < 0.6 else ""
        else:
            words[place] += joint + other
    return re.sub(r" {2,}", " ", joint.join(words))


def _edited(share: float) -> Change:
    return lambda rng, text, _host: edit_words(rng, text, share)


def _cut_half(rng: random.Random, text: str, _host: str) -> str:
    parts = paragraphs(text)
    half = max(1, len(parts) // 2)
    return "\n\n".join(parts[:half] if rng.random() < 0.7 else parts[-half:])


def _change_headline(rng: random.Random, text: str, host: str) -> str:
    words, joint = split_words(" ".join(host.split()))
    headline = joint.join(words[: rng.randint(6, 12)])
    return "\n\n".join([headline, *paragraphs(text)[1:]])


def _move_paragraphs(rng: random.Random, text: str, _host: str) -> str:
    parts = paragraphs(text)
    rng.shuffle(parts)
    return "\n\n".join(parts)


def _insert(rng: random.Random, host: str, part: str) -> str:
    parts = paragraphs(host)
    parts.insert(rng.randint(1, len(parts)), part)
    return "\n\n".join(parts)


def _reuse_paragraphs(count: int) -> Change:
    def reuse(rng: random.Random, text: str, host: str) -> str:
        parts = [p for p in paragraphs(text) if len(split_words(p)[0]) >= 30] or [text]
        taken = rng.sample(parts, min(count, len(parts)))
        for part in taken:
            host = _insert(rng, host, part)
        return host

    return reuse


def _reuse_quotation(rng: random.Random, text: str, host: str) -> str:
    words, joint = split_words(" ".join(text.split()))
    length = rng.randint(25, 30)
    start = rng.randrange(max(1, len(words) - length))
    return _insert(rng, host, f"“{joint.join(words[start : start + length])},” it said.")


KINDS: dict[str, Change] = {
    "exact": lambda _rng, text, _host: text,
    "edited_1": _edited(0.01),
    "edited_5": _edited(0.05),
    "edited_10": _edited(0.10),
    "edited_20": _edited(0.20),
    "half_cut": _cut_half,
    "headline_changed": _change_headline,
    "paragraphs_moved": _move_paragraphs,
    "paragraph_reused": _reuse_paragraphs(1),
    "two_paragraphs_reused": _reuse_paragraphs(2),
    "quotation_reused": _reuse_quotation,
}


def plant(rng: random.Random, kind: str, source: Article, host: Article, number: int) -> Planted:
    """One planted article of a kind; `host` gives the other text where the kind needs one."""
    text = KINDS[kind](rng, source.text, host.text)
    article = Article(f"planted-{kind}-{number}", text, language=source.language)
    return Planted(article, kind, (source.id,))


def merge(rng: random.Random, sources: Sequence[Article], number: int) -> Planted:
    """One article made of a third or more of each of several others."""
    parts: list[str] = []
    for source in sources:
        own = paragraphs(source.text)
        parts += own[: max(1, len(own) // 2)]
    rng.shuffle(parts)
    text, language = "\n\n".join(parts), sources[0].language
    article = Article(f"planted-merged-{number}", text, language=language)
    return Planted(article, "merged", tuple(source.id for source in sources))


_OPENINGS = ("Sign up for", "You are reading", "This page is part of", "Support", "Follow")
_OBJECTS = ("our morning letter", "the weekend edition", "our independent newsroom", "the desk")
_CLOSINGS = (
    "and get the stories that matter before anyone else does, every working day of the week",
    "because careful reporting takes time, patience and the help of readers such as yourself",
    "to join the thousands of people who already write to us with questions and corrections",
    "where our editors choose what is worth your time and explain how each story was made",
)


def make_footers(rng: random.Random, count: int) -> list[str]:
    """Footers as outlets put under every article, of 30 to 50 words, no two alike."""
    return [
        f"{rng.choice(_OPENINGS)} {rng.choice(_OBJECTS)} {rng.choice(_CLOSINGS)}. Outlet {k} "
        f"{rng.choice(_OPENINGS).lower()} {rng.choice(_OBJECTS)} {rng.choice(_CLOSINGS)}."
        for k in range(count)
    ]


def add_footers(rng: random.Random, articles: Sequence[Article], count: int) -> list[Article]:
    """Half of the articles with their outlet's footer; those without an outlet get one."""
    footers = make_footers(rng, 2 * count)
    of_outlet: dict[str, str] = {}
    dressed = []
    for article in articles:
        outlet = article.outlet or f"Outlet {rng.randrange(count)}"
        footer = of_outlet.setdefault(outlet, footers[len(of_outlet) % len(footers)])
        text = f"{article.text}\n\n{footer}" if rng.random() < 0.5 else article.text
        dressed.append(replace(article, text=text, outlet=outlet))
    return dressed
