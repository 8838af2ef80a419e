"""A tiny newsroom for tests: articles in a line each, a word search, a judge that reads marks."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from secondsource.article import Article, Credit, Link, Role, Span
from secondsource.evidence import (
    ClaimPassage,
    Examined,
    Finding,
    Houses,
    Options,
    Origin,
    Stance,
    StanceScore,
    Tools,
    find_evidence,
    load_houses,
)
from secondsource.evidence.query.terms import find_words, fold
from secondsource.lineage import Family, find_families
from secondsource.reading.statement import (
    AUTHOR,
    Attribution,
    Due,
    Kind,
    Quotation,
    Source,
    Statement,
    Voice,
    Words,
)

CLAIM = "The north bridge at Port Ansel was closed on Monday."
WIRE = (
    "Inspectors found cracks in two of the eight steel bearings of the north bridge at Port Ansel, "
    "which was closed on Monday for lorries and cars alike until further notice, and traffic was "
    "sent round by the old coast road for the night."
)
_SAID = re.compile(
    r"^(?P<source>[^.“”\n]{2,80}?),? (?P<cue>said|told [A-Z][\w ]+?|reported|denied|announced) "
    r"(?P<content>(?:on \w+ )?that .+)$"
)
_SIDES = {
    Stance.DISPUTES: ("stayed open", "was never closed", "was open all", "не закрывали"),
    Stance.SUPPORTS: ("was closed", "shut", "closure", "closed the", "закрыт"),
}


def write(
    outlet: str,
    text: str,
    published: str | None = "2031-05-05",
    *,
    credits: Iterable[tuple[Role, str]] = (),
    links: Iterable[tuple[str, str]] = (),
    language: str = "en",
) -> Article:
    """An article of one outlet, at an address made from the outlet and the date."""
    name = re.sub(r"\W+", "", outlet.casefold())
    return Article(
        id="",
        text=text,
        url=f"https://{name}.example/{published}/{len(text)}",
        outlet=outlet,
        published=published,
        language=language,
        credits=tuple(Credit(role, name) for role, name in credits),
        links=tuple(Link(url, words) for url, words in links),
    ).with_id()


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A paragraph that the word search found."""

    article: str
    span: Span
    text: str
    score: float


class WordSearch:
    """Paragraphs by the weight of the words that they share with the query."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._by_id = {a.id: a for a in articles}
        self.asked = 0

    def search_all(
        self, queries: Sequence[Mapping[str, float]], limit: int, *, exclude: Collection[str] = ()
    ) -> list[list[FoundPassage]]:
        """For each query the paragraphs that share most, best first."""
        self.asked += len(queries)
        return [self._search(terms, limit, exclude) for terms in queries]

    def _search(
        self, terms: Mapping[str, float], limit: int, exclude: Collection[str]
    ) -> list[FoundPassage]:
        folded = {fold(t): w for t, w in terms.items()}
        found = []
        for article in self._by_id.values():
            for match in re.finditer(r"[^\n]+", article.text):
                words = {fold(w.text) for w in find_words(match.group())}
                score = sum(w for t, w in folded.items() if t in words)
                if score > 0 and article.id not in exclude:
                    span = Span(*match.span())
                    found.append(FoundPassage(article.id, span, match.group(), score))
        return sorted(found, key=lambda h: -h.score)[:limit]

    def articles(self, ids: Iterable[str] | None = None, /) -> list[Article]:
        """The articles with these ids."""
        return [self._by_id[i] for i in (self._by_id if ids is None else ids)]


def judge_by_words(pairs: Sequence[ClaimPassage], /) -> list[StanceScore]:
    """What a passage does to the claim about the bridge, by the few words that tests use."""
    return [StanceScore(_side(pair.passage.casefold()), 0.9) for pair in pairs]


def _side(passage: str) -> Stance:
    if "bridge" not in passage and "мост" not in passage:
        return Stance.UNRELATED
    sides = (s for s, marks in _SIDES.items() if any(m in passage for m in marks))
    return next(sides, Stance.DISCUSSES)


def read_said(text: str, language: str | None, /) -> list[Attribution]:
    """Attributions of the one form that tests use: SOURCE said that CONTENT."""
    del language
    found = []
    for sentence in re.finditer(r"[^.\n]+", text):
        start = sentence.start() + len(sentence.group()) - len(sentence.group().lstrip())
        match = _SAID.match(sentence.group().strip())
        if match:
            found.append(_attribution(match, start))
    return found


def _attribution(match: re.Match[str], start: int) -> Attribution:
    spans = {name: Span(*match.span(name)).shift(start) for name in ("source", "cue", "content")}
    return Attribution(
        Source(match["source"], spans["source"]),
        Words(match["cue"], spans["cue"]),
        (spans["content"],),
        Quotation.INDIRECT,
    )


def state(
    article: Article, text: str = CLAIM, *, voice: str | None = None, kind: Kind = Kind.CLAIM
) -> Statement:
    """The sentence of an article that is examined, in the author's or another's voice."""
    start = article.text.index(text)
    attributed = Voice("attributed", Source(voice, None)) if voice else AUTHOR
    checkable = kind is Kind.CLAIM
    span = Span(start, start + len(text))
    return Statement("s1", span, text, kind, 0.9, checkable, (), attributed)


def forecast(article: Article, text: str, end: str) -> Statement:
    """A forecast in an article that comes due at `end`."""
    start = article.text.index(text)
    span = Span(start, start + len(text))
    return Statement("s1", span, text, Kind.FORECAST, 0.9, False, (), due=Due("open", end))


EXAMINED = write(
    "The Evening Lamp",
    f"Commuters had a long way home. {CLAIM} Nobody was hurt, and the shops along the quay gave "
    "out tea to those who walked.",
    "2031-05-06",
)


# The judge of these tests knows; the guard against a model that does not would be in the way.
# It knows of passages: to ask it of every sentence of an article would be unfair.
ANY_WORDS = Options(shared_words=0.0, fewest_shared=0, near=2.0, read_in_all=0)


@dataclass(frozen=True, slots=True)
class Setting:
    """What besides the articles decides what is found."""

    families: tuple[Family, ...] = ()
    latest: str | None = "2031-06-01"
    options: Options = ANY_WORDS
    houses: Houses = field(default_factory=load_houses)


def check(
    articles: Sequence[Article],
    *,
    examined: Article = EXAMINED,
    statement: Statement | None = None,
    setting: Setting | None = None,
) -> Finding:
    """What is found for one statement among these articles."""
    given = setting or Setting()
    tools = Tools(
        WordSearch(articles),
        judge_by_words,
        read_said,
        find_families,
        given.houses,
        given.latest,
    )
    asked = Examined(examined, (statement or state(examined),), given.families)
    return find_evidence(asked, tools, given.options)[0]


def outlets_of(finding: Finding, stance: Stance = Stance.SUPPORTS) -> list[str]:
    """The origins of one stance, a line each: the outlets in order, with "echo:" before echoes."""
    return sorted(_line(o) for o in finding.origins if o.stance is stance)


def _line(origin: Origin) -> str:
    names = " + ".join(sorted({e.outlet or "?" for e in origin.evidence}))
    return f"echo: {names}" if origin.echo else names
