"""Makers of the evidence, ties and origins of the sample report."""

from secondsource.article import Article, Passage, Signal
from secondsource.evidence.fact_check import FactCheck, FactCheckMatch
from secondsource.evidence.finding import Evidence, Origin, Stance, Tie
from tests.report.sample_reading import span_of


def make_match(url: str, rating: str, score: float) -> FactCheckMatch:
    """A known fact-check of the port's growth, and how well it fits."""
    claim = "The port of Oreth doubled what it moves."
    check = FactCheck(claim, "Strait Checks", rating, url, "2021-06-02", "en")
    signal = Signal("shared_words", 0.8, "Both have “Oreth”, “port”.")
    return FactCheckMatch(check, score, (signal,))


def make_evidence(source: Article, words: str, stance: Stance, score: float, when: str) -> Evidence:
    """Words of an article that take a side on a claim."""
    return Evidence(
        article=source.id,
        span=span_of(words, source.text),
        text=words,
        stance=stance,
        score=score,
        url=source.url,
        title=source.title,
        outlet=source.outlet,
        published=source.published,
        when=when,
    )


def make_tie(left: Article, right: Article, name: str, sentence: str, words: str) -> Tie:
    """Why two articles count as one origin, with the words of the second that show it."""
    passage = Passage(right.id, span_of(words, right.text))
    return Tie(left.id, right.id, Signal(name, 0.9, sentence, (passage,)))


def make_origin(because: str, *evidence: Evidence, ties: tuple[Tie, ...] = ()) -> Origin:
    """Pieces of evidence that go back to one place."""
    return Origin(
        f"o-{evidence[0].article[:8]}", evidence[0].stance, False, because, ties, evidence
    )
