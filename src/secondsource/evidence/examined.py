"""What the search for evidence is given: the article, and what it may ask of the other parts."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from secondsource.article import Article, Span
from secondsource.evidence.finding import ClaimPassage, Coverage, StanceScore
from secondsource.evidence.origins.houses import Houses, load_houses
from secondsource.evidence.query.question import Question
from secondsource.evidence.query.restate import restate_statements
from secondsource.lineage.family import Edge, Family
from secondsource.reading.statement import Attribution, Statement


class Hit(Protocol):
    """A passage that the text index found: its article's id, its place, its words, its score."""

    @property
    def article(self) -> str: ...
    @property
    def span(self) -> Span: ...
    @property
    def text(self) -> str: ...
    @property
    def score(self) -> float: ...


class PassageSearch(Protocol):
    """The passages of an archive, found by weighted words; and its articles, by their ids.

    An open `Archive` is one.
    """

    def search_all(
        self, queries: Sequence[Mapping[str, float]], limit: int, *, exclude: Collection[str] = ()
    ) -> Sequence[Sequence[Hit]]:
        """For each query the best passages, best first, none from an article of `exclude`."""

    def articles(self, ids: Iterable[str] | None = None, /) -> Iterable[Article]:
        """The articles that have these ids."""


class AbroadSearch(Protocol):
    """The passages of an archive in other languages than a claim's."""

    def search_abroad(
        self,
        queries: Sequence[Mapping[str, float]],
        language: str | None,
        limit: int,
        *,
        least: float = 0.0,
        exclude: Collection[str] = (),
    ) -> Sequence[Sequence[Hit]]:
        """For each query the best passages of each other language, their scores `least` to 1."""


class StanceJudge(Protocol):
    """What passages do to claims, for a whole batch of pairs in one call."""

    def __call__(self, pairs: Sequence[ClaimPassage], /) -> Sequence[StanceScore]: ...


class AttributionFinder(Protocol):
    """Who says what in a text."""

    def __call__(self, text: str, language: str | None, /) -> Sequence[Attribution]: ...


class PageFinder(Protocol):
    """The articles that were collected from an address; an archive's `snapshots` is one."""

    def __call__(self, url: str, /) -> Iterable[Article]: ...


class SentenceLikeness(Protocol):
    """How near texts in any languages are in meaning, roughly and quickly."""

    def __call__(
        self, claims: Sequence[str], sentences: Sequence[str], /
    ) -> Sequence[Sequence[float]]:
        """For each claim the likeness (0..1) of each sentence."""


class FamilyFinder(Protocol):
    """Which of these articles share text or credit one another."""

    def __call__(self, articles: Sequence[Article], /) -> Sequence[Family]: ...


class TranslationFinder(Protocol):
    """Which of some articles translate one another; each list has those found for one claim."""

    def __call__(self, found: Sequence[Sequence[Article]], /) -> Sequence[Edge]: ...


class Restater(Protocol):
    """What is asked of the archive about some statements of an article."""

    def __call__(
        self, article: Article, statements: Sequence[Statement], /
    ) -> Sequence[Question]: ...


@dataclass(frozen=True, slots=True)
class Examined:
    """The article under examination, what was read in it, and the families already known."""

    article: Article
    statements: tuple[Statement, ...]
    families: tuple[Family, ...] = ()


@dataclass(frozen=True, slots=True)
class Tools:
    """What the search for evidence asks of the other parts, each a function or a protocol.

    `find_families` is asked once passages have been found, with the examined article and all
    articles they are from, and adds to the families already known; None when those already
    known are all. `find_translations` is asked after it, for the articles whose passages may bear
    on one claim; None where the families have them all. `find_page` brings the pages that evidence
    links to or credits, so that a chain of citing is followed even where the search did not find
    its links; None to do without.
    `restate` makes statements self-standing and splits them.
    `latest` is the date of the latest article searched (ISO 8601): a forecast
    due by then is looked up. `coverage` is what all that is searched comes to; it is said beside
    a claim for which nothing was found. `abroad` finds passages in other languages; None where
    there are none or nobody could judge them. `is_stopped` is asked between claims: from the
    moment that it says so nothing more is begun, and what was judged is told. `likeness` chooses
    the sentences of articles in other languages that are read; by names and numbers where it is
    None.
    """

    search: PassageSearch
    judge: StanceJudge
    find_attributions: AttributionFinder
    find_families: FamilyFinder | None = None
    houses: Houses = field(default_factory=load_houses)
    latest: str | None = None
    coverage: Coverage | None = None
    find_page: PageFinder | None = None
    abroad: AbroadSearch | None = None
    is_stopped: Callable[[], bool] = lambda: False
    restate: Restater = restate_statements
    find_translations: TranslationFinder | None = None
    likeness: SentenceLikeness | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """How far the search goes. All counts are per claim but `claims`.

    `claims`: how many statements are looked up, the most check-worthy first. `first_limit` and
    `most_limit`: how many passages are asked for at first and kept at most, copies included.
    `families`: how many different texts and families the passages should come from before the
    search stops growing; it looks no deeper than `deepest` passages. `judged`: how many passages
    with different text the stance model sees; with 60 claims and about 100-150 pairs a second this
    keeps an article under ten seconds. Where fewer claims are looked up it sees more for each, up
    to `most_judged`, about `read_in_all` in the whole article. `near`: the least cosine of the
    words of an article and of the one examined, in one language, from which on its sentences are
    read whatever words of a claim they have; above 1 none is near. Of the articles of eighteen
    small newsrooms (`evals/newsrooms/`) .97 have it with the one examined, and .13 of those of
    other newsrooms; of 538 reports on the stories of FNC-1 .99. `sure`: the least stance score at
    which a passage counts as taking a side; below it, it only discusses. The model that comes with
    the package abstains below .47 by itself. `sure_of_strange`: the same for an article that has
    none of the names that the claim is about; `sure_of_dispute`: the same for a dispute in a
    sentence that is read only because its article is near (of twenty-two disputes in the newsrooms
    that were looked at six were right; with it nine are left, three of them right).
    `sure_of_paraphrase`: the least rating (`stance/paraphrase.py`) at which such a sentence
    supports a claim though the model alone is not sure of it: of the small newsrooms of
    `training/rooms/` .45 of what supports is found with it instead of .35, and two more of the 849
    silent articles are taken for support (`python -m training.paraphrase`). `shared_words`: the
    least share of the claim's content words that a passage and its title must have to take a side,
    and `fewest_shared` their least number: on the bundled newsroom true evidence has .44 to 1.0 of
    them and other passages .17 to .56; in five real reports 14 of 19 wrongly taken sides had less
    than half. A sentence with one of the claim's names may take a side with less: where its passage
    has the share `core_words` of the words, at least `fewest_core` of them, or it has all of the
    numbers; a dispute in it counts where the model takes it for `clear_of_support` times as likely
    as support, or is as sure as `sure_of_dispute`; set on the mending half of `evals/worlds.toml`.
    `least`: the least check-worthiness of a claim that is looked up, set by hand.
    `abroad_limit`: how many passages are asked for in each other language, of which the best
    `abroad_kept` are kept in all and `judged_abroad` are judged in all. `sure_abroad`,
    `sure_of_strange_abroad` and `shared_abroad` are what `sure`, `sure_of_strange` and
    `shared_words` are for these: the share is that of the claim's words which the best passage of
    the language has in some translation; what has less is not looked at. Set by hand. `parts`: how
    many single facts of statements that hold several are looked up besides, in the whole article,
    and `judged_part` what `judged` is for each of these: at most 120 pairs more.
    """

    claims: int = 60
    first_limit: int = 30
    most_limit: int = 240
    families: int = 12
    deepest: int = 1920
    judged: int = 9
    most_judged: int = 30
    read_in_all: int = 600
    near: float = 0.08
    sure: float = 0.47
    sure_of_strange: float = 0.8
    sure_of_dispute: float = 0.7
    sure_of_paraphrase: float = 0.6
    shared_words: float = 0.5
    fewest_shared: int = 4
    core_words: float = 0.35
    fewest_core: int = 3
    clear_of_support: float = 3.0
    least: float = 0.05
    abroad_limit: int = 10
    abroad_kept: int = 8
    judged_abroad: int = 3
    sure_abroad: float = 0.7
    sure_of_strange_abroad: float = 0.9
    shared_abroad: float = 0.35
    parts: int = 40
    judged_part: int = 3
