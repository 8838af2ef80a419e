"""Words that outlets use differently for one thing: pairs with the reasons, and who uses which.

Nothing is looked up in a list of contested words. Two words are a pair because they stand in the
same frames of words in different articles (`frames`), or in the same place of two translations
of one sentence (`renderings`). A pair is contested as far as outlets are split over it (`usage`)
or one of its words carries a judgement; mere synonyms, which every outlet uses, are left out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from secondsource.article import Article, Passage, Signal
from secondsource.reading.wording.naming.candidates import Candidate, weigh_pairs
from secondsource.reading.wording.naming.frames import I64, fill_frames, pair_fillers
from secondsource.reading.wording.naming.reasons import find_signals, say_rendered
from secondsource.reading.wording.naming.renderings import Rendering, find_rendered
from secondsource.reading.wording.naming.tokens import Corpus, find_stem, make_corpus
from secondsource.reading.wording.naming.usage import find_places

MOST_ARTICLES = 20_000
"""The most articles of one language that are read; of more, the latest."""
LEAST = 0.05
"""The score from which a pair is told; of real pairs judged by hand most below it were plain
synonyms (docs/contested-naming.md)."""
_EACH = 3
"""The most pairs that one word is shown in."""
_PASSAGES = 3


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


def find_contested(
    articles: Iterable[Article],
    options: Options | None = None,
    renderings: Sequence[Rendering] = (),
) -> tuple[Contested, ...]:
    """Pairs of words that are used for the same thing by different outlets, the clearest first.

    Pairs of one language are compared with one another; articles without an outlet help to see
    which words stand in the same places, and have no say in who uses which.

    Args:
        articles: of any languages.
        options: what is looked for.
        renderings: passages that translate the same, as `pair_renderings` gives them.
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
        for pair in _find_in(_latest(own), language, options, renderings)
    ]
    shown = [pair for pair in found if pair.score >= options.least]
    return tuple(sorted(shown, key=lambda pair: -pair.score)[: options.limit])


def _latest(articles: Sequence[Article]) -> Sequence[Article]:
    if len(articles) <= MOST_ARTICLES:
        return articles
    return sorted(articles, key=lambda a: a.published or "")[-MOST_ARTICLES:]


def _find_in(
    articles: Sequence[Article],
    language: str,
    options: Options,
    renderings: Sequence[Rendering],
) -> Iterator[Contested]:
    options.progress(f"reading the words of {len(articles)} articles ({language})")
    corpus = make_corpus(articles, language)
    options.progress("comparing what stands in the same places")
    rendered = find_rendered(corpus, renderings)
    pairs = pair_fillers(corpus, fill_frames(corpus), rendered)
    places = find_places(corpus)
    wanted = {find_stem(word, language) for word in options.words}
    candidates = list(weigh_pairs(corpus, pairs, places, wanted))
    for candidate in _choose(candidates, options.limit):
        yield _tell(corpus, candidate, rendered)


def _choose(candidates: Iterable[Candidate], limit: int) -> list[Candidate]:
    """The best, no word in more than a few of them."""
    chosen: list[Candidate] = []
    used: dict[int, int] = defaultdict(int)
    for candidate in sorted(candidates, key=lambda c: -c.score):
        if len(chosen) == limit:
            break
        if max(used[candidate.left], used[candidate.right]) < _EACH:
            used[candidate.left] += 1
            used[candidate.right] += 1
            chosen.append(candidate)
    return chosen


def _tell(corpus: Corpus, candidate: Candidate, rendered: I64) -> Contested:
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
        (*find_signals(corpus, candidate), *say_rendered(candidate, rendered)),
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
