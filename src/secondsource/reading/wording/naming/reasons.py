"""Why two words are thought to name one thing, and how outlets differ over them, in sentences."""

from collections.abc import Iterator
from math import exp

from secondsource.article import Signal
from secondsource.lineage.edits.words import words_for
from secondsource.reading.wording.naming.candidates import SAME, Candidate
from secondsource.reading.wording.naming.frames import I64
from secondsource.reading.wording.naming.tokens import Corpus
from secondsource.reading.wording.naming.usage import Leaning

_PASSAGES = 3


def find_signals(corpus: Corpus, candidate: Candidate) -> Iterator[Signal]:
    left, right = candidate.words
    lengths = len(left.split()), len(right.split())
    shown = dict.fromkeys(
        corpus.passage(int(place), length)
        for pair in candidate.examples[:_PASSAGES]
        for place, length in zip(pair, lengths, strict=True)
    )
    spans = tuple(shown)
    example = _show_frame(corpus, int(candidate.examples[0][0]), lengths[0])
    yield Signal(
        "same_places",
        round(candidate.closeness, 3),
        f"“{left}” and “{right}” stand between the same words in {candidate.sites} places, "
        f"such as “{example}”.",
        spans,
    )
    if candidate.alike >= SAME:
        yield Signal(
            "same_sentence",
            round(candidate.alike / 12, 3),
            "A sentence in two articles is the same but for this word.",
            spans[:2],
        )
    if candidate.split > 0:
        yield Signal(
            "outlets_differ",
            round(candidate.split, 3),
            _say_leaning(candidate.leaning, left, right),
        )
    if candidate.judging:
        words = " and ".join(f"“{w}”" for w in candidate.words if _is_loaded(corpus, w))
        yield Signal("carries_judgement", candidate.judging, f"{words} may carry a judgement.")


def say_rendered(candidate: Candidate, rendered: I64) -> Iterator[Signal]:
    """In how many translated sentences the two stand for the same word."""
    places = {(int(a), int(b)) for a, _, b, _ in rendered}
    pairs = [(int(a), int(b)) for a, b in candidate.examples]
    number = sum(pair in places or pair[::-1] in places for pair in pairs)
    if number:
        yield Signal(
            "translated",
            round(1 - exp(-number / 2), 3),
            f"The two translate the same word in {number} pairs of sentences.",
        )


def _is_loaded(corpus: Corpus, word: str) -> bool:
    return words_for(corpus.language).loaded.fullmatch(word) is not None


def _show_frame(corpus: Corpus, place: int, length: int) -> str:
    article = int(corpus.article[place])
    text = corpus.articles[article].text
    first, last = max(0, place - 2), min(len(corpus.stem), place + length + 2)
    while corpus.article[first] != article:
        first += 1
    while corpus.article[last - 1] != article:
        last -= 1
    before = text[corpus.start[first] : corpus.start[place]]
    after = text[corpus.end[place + length - 1] : corpus.end[last - 1]]
    return " ".join(f"{before}…{after}".split())


def _say_leaning(leaning: Leaning, left: str, right: str) -> str:
    """Who leans which way, those who lean most first."""
    by_lean = sorted(leaning.outlets(), key=leaning.lean)
    rightmost, leftmost = by_lean[0], by_lean[-1]
    return (
        f"{leftmost} writes {_say_counts(leaning, leftmost, left, right)}, "
        f"{rightmost} {_say_counts(leaning, rightmost, left, right)}."
    )


def _say_counts(leaning: Leaning, outlet: str, left: str, right: str) -> str:
    lefts, rights = leaning.left.get(outlet, 0), leaning.right.get(outlet, 0)
    return f"“{left}” in {lefts} and “{right}” in {rights} of its articles"
