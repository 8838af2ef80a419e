"""Words that outlets use differently for one thing: pairs with the reasons, and who uses which.

Nothing is looked up in a list of contested words. Two words are a pair because they stand in the
same frames of words in different articles (`frames`), or in the same place of two translations
of one sentence (`renderings`). A pair is contested as far as outlets are split over it (`usage`)
or one of its words carries a judgement; mere synonyms, which every outlet uses, are left out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from math import exp, sqrt

import numpy as np

from secondsource.article import Article, Passage, Signal
from secondsource.lineage.edits.words import words_for
from secondsource.reading.wording.naming.frames import I64, Pairs, fill_frames, pair_fillers
from secondsource.reading.wording.naming.tokens import Corpus, find_stem, make_corpus, most_written
from secondsource.reading.wording.naming.usage import (
    Leaning,
    Places,
    find_leaning,
    find_near,
    find_places,
)

MOST_ARTICLES = 20_000
"""The most articles of one language that are read; of more, the latest."""
LEAST = 0.05
"""The score from which a pair is told; of real pairs judged by hand most below it were plain
synonyms (docs/contested-naming.md)."""
_WEIGHED = 3_000
"""Pairs with the heaviest common frames whose use is looked at."""
_LEAST_WEIGHT = 0.5
_LEAST_SITES = 2
_LEAST_USED = 2
"""How often either word must be used where the same thing is meant, unless a sentence is the same
but for it."""
_SAME = 8
"""From so many equal words of twelve around it on a sentence is the same but for one word."""
_JUDGING = 0.3
"""What a word that carries a judgement counts against outlets that are wholly split."""
_HALF = 0.5
_READ = 40
"""The most common frames of a pair that are looked into."""
_EACH = 3
"""The most pairs that one word is shown in."""
_PASSAGES = 3
_SAME_START = 4
_ALIKE_START = 0.6
"""Letters, and share of the shorter word, from which the same beginning makes forms of one word."""
_ALIKE = 0.75
"""From this ratio of equal letters on two words are spellings or forms of one."""


@dataclass(frozen=True, slots=True)
class Use:
    """One word as one outlet uses it: in its own voice, or in quotations.

    `times` counts sentences, a copied one once; `since` is the first day of it, as far as known.
    """

    word: str
    outlet: str | None
    voice: str
    times: int
    articles: int
    since: str | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Contested:
    """Two words for one thing, with the reasons to think so and with who uses which."""

    left: str
    right: str
    language: str
    score: float
    signals: tuple[Signal, ...]
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """What is looked for.

    `limit` is the most pairs, `least` the least score (0..1); `words` keeps pairs with one of
    these words; `progress` is told each stage as it begins.
    """

    limit: int = 30
    least: float = LEAST
    words: tuple[str, ...] = ()
    progress: Callable[[str], None] = field(default=lambda _stage: None)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A pair on its way.

    `examples` are places of both in their common frames, `sites` how many different ones the
    left word has there, `alike` how many words around the likest two are the same; `left_places`
    and `right_places` all places where the same thing is meant.
    """

    left: int
    right: int
    examples: I64
    weight: float
    share: float
    sites: int
    alike: int
    left_places: I64
    right_places: I64
    words: tuple[str, str]
    near: Leaning
    overall: Leaning
    judging: float

    @property
    def closeness(self) -> float:
        """How much the places that both fill say that they name one thing, 0..1."""
        seen = self.sites / (self.sites + 1)
        return (1 - exp(-self.weight / 2)) * sqrt(self.share) * seen

    @property
    def leaning(self) -> Leaning:
        """Who uses which: of all uses if the two mostly stand for one another, else of some.

        Words with other meanings beside the common one are counted only where it is meant.
        """
        whole = self.share >= _HALF or not self.near.split
        return self.overall if whole else self.near

    @property
    def split(self) -> float:
        """How far outlets are split over the two, 0..1."""
        return self.share * self.overall.split + (1 - self.share) * self.near.split

    @property
    def score(self) -> float:
        """Closeness, as far as outlets are split or a word carries a judgement."""
        return self.closeness * (1 - (1 - self.split) * (1 - _JUDGING * self.judging))


def find_contested(
    articles: Iterable[Article], options: Options | None = None
) -> tuple[Contested, ...]:
    """Pairs of words that are used for the same thing by different outlets, the clearest first.

    Pairs of one language are compared with one another; articles without an outlet help to see
    which words stand in the same places, and have no say in who uses which.

    Args:
        articles: of any languages.
        options: what is looked for.
    """
    options = options or Options()
    by_language: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        own = by_language[(article.language or "en")[:2]]
        own.append(article)
        if len(own) > 2 * MOST_ARTICLES:  # bounds the memory
            own[:] = _latest(own)
    found = [
        pair
        for language, own in sorted(by_language.items())
        for pair in _find_in(_latest(own), language, options)
    ]
    shown = [pair for pair in found if pair.score >= options.least]
    return tuple(sorted(shown, key=lambda pair: -pair.score)[: options.limit])


def _latest(articles: Sequence[Article]) -> Sequence[Article]:
    if len(articles) <= MOST_ARTICLES:
        return articles
    return sorted(articles, key=lambda a: a.published or "")[-MOST_ARTICLES:]


def _find_in(articles: Sequence[Article], language: str, options: Options) -> Iterator[Contested]:
    options.progress(f"reading the words of {len(articles)} articles ({language})")
    corpus = make_corpus(articles, language)
    options.progress("comparing what stands in the same places")
    pairs = pair_fillers(corpus, fill_frames(corpus))
    places = find_places(corpus)
    wanted = {find_stem(word, language) for word in options.words}
    candidates = list(_weigh(corpus, pairs, places, wanted))
    for candidate in _choose(candidates, options.limit):
        yield _tell(corpus, candidate)


def _weigh(corpus: Corpus, pairs: Pairs, places: Places, wanted: set[str]) -> Iterator[_Candidate]:
    """The heaviest pairs with all that is measured of them."""
    kept = np.flatnonzero(pairs.weight >= _LEAST_WEIGHT)
    closest = kept[np.argsort(-pairs.weight[kept] * pairs.share[kept], kind="stable")]
    for number in closest[: None if wanted else _WEIGHED]:
        fillers = int(pairs.left[number]), int(pairs.right[number])
        stems = [_stems(corpus, filler) for filler in fillers]
        if wanted and not wanted & {stem for pair in stems for stem in pair}:
            continue
        if _is_one_word(*stems):
            continue
        if candidate := _measure(corpus, places, pairs, int(number)):
            yield candidate


def _stems(corpus: Corpus, filler: int) -> tuple[str, ...]:
    first, second = filler >> 31, filler & ((1 << 31) - 1)
    return (corpus.words[first], corpus.words[second]) if first else (corpus.words[second],)


def _is_one_word(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the two share a word, or are forms or spellings of one."""
    if set(left) & set(right):
        return True
    one, other = " ".join(left), " ".join(right)
    pairs = enumerate(zip(one, other, strict=False))
    start = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    if start >= _SAME_START and start >= _ALIKE_START * min(len(one), len(other)):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _measure(corpus: Corpus, places: Places, pairs: Pairs, number: int) -> _Candidate | None:
    """What is known of a pair; None when too little, or when both are mere words for saying."""
    fillers = int(pairs.left[number]), int(pairs.right[number])
    examples = pairs.examples(number)
    arguments = _find_arguments(corpus, examples)
    left, right = (find_near(corpus, places.of(filler), arguments) for filler in fillers)
    sites, alike = len(np.unique(examples[:, 0])), _count_alike(corpus, examples)
    used = min(len(left), len(right))
    if all(filler >> 31 for filler in fillers) and sites <= _LEAST_SITES:
        return None  # two words in a row fill a place by chance more often
    if not used or ((sites < _LEAST_SITES or used < _LEAST_USED) and alike < _SAME):
        return None
    words = (_write(corpus, left, fillers[0]), _write(corpus, right, fillers[1]))
    lists = words_for(corpus.language)
    if all(lists.says.fullmatch(w) or lists.reports.fullmatch(w) for w in words):
        return None
    weight, share = float(pairs.weight[number]), float(pairs.share[number])
    near = find_leaning(corpus, left, right)
    overall = find_leaning(corpus, *(places.of(filler) for filler in fillers))
    judging = float(any(map(lists.loaded.fullmatch, words)))
    return _Candidate(
        *fillers, examples, weight, share, sites, alike, left, right, words, near, overall, judging
    )


def _find_arguments(corpus: Corpus, examples: I64) -> I64:
    """The telling words of the common frames: what the thing named has to do with."""
    around = examples[:_READ, :, None] + np.array([-3, -2, -1, 1, 2, 3])
    around = np.clip(around, 0, len(corpus.stem) - 1).ravel()
    found: I64 = np.unique(corpus.stem[around[corpus.telling[around] | corpus.named[around]]])
    return found


def _count_alike(corpus: Corpus, examples: I64) -> int:
    """How many of six words on each side are the same, in the likest two places."""
    offsets = np.r_[-6:0, 1:7]
    around = np.clip(examples[:_READ, :, None] + offsets, 0, len(corpus.stem) - 1)
    stems = corpus.stem[around]
    return int((stems[:, 0] == stems[:, 1]).sum(axis=1).max(initial=0))


def _write(corpus: Corpus, places: I64, filler: int) -> str:
    length = 2 if filler >> 31 else 1
    return most_written(corpus.text(int(place), length).lower() for place in places[:50])


def _choose(candidates: Iterable[_Candidate], limit: int) -> list[_Candidate]:
    """The best, no word in more than a few of them."""
    chosen: list[_Candidate] = []
    used: dict[int, int] = defaultdict(int)
    for candidate in sorted(candidates, key=lambda c: -c.score):
        if len(chosen) == limit:
            break
        if max(used[candidate.left], used[candidate.right]) < _EACH:
            used[candidate.left] += 1
            used[candidate.right] += 1
            chosen.append(candidate)
    return chosen


def _tell(corpus: Corpus, candidate: _Candidate) -> Contested:
    left, right = candidate.words
    uses = (
        *_find_uses(corpus, candidate.left_places, left),
        *_find_uses(corpus, candidate.right_places, right),
    )
    return Contested(
        left,
        right,
        corpus.language,
        round(candidate.score, 4),
        tuple(_find_signals(corpus, candidate)),
        uses,
    )


def _find_uses(corpus: Corpus, places: I64, word: str) -> Iterator[Use]:
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place in places:
        outlet = corpus.articles[corpus.article[place]].outlet or ""
        groups[outlet, "quoted" if corpus.quoted[place] else "author"].append(int(place))
    length = len(word.split())
    for (outlet, voice), own in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        articles = {int(corpus.article[place]) for place in own}
        days = [day for a in articles if (day := corpus.articles[a].dated)]
        shown = tuple(corpus.passage(place, length) for place in own[:_PASSAGES])
        yield Use(
            word, outlet or None, voice, len(own), len(articles), min(days, default=None), shown
        )


def _find_signals(corpus: Corpus, candidate: _Candidate) -> Iterator[Signal]:
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
    if candidate.alike >= _SAME:
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
