"""Passages in other languages: they are found, judged, and guarded by what they share."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.article import Article, Span
from secondsource.evidence import Examined, Finding, Standing, Tools, find_evidence
from tests.evidence.newsroom import (
    ANY_WORDS,
    EXAMINED,
    FoundPassage,
    WordSearch,
    judge_by_words,
    outlets_of,
    read_said,
    state,
    write,
)

RUSSIAN = write("Вестник", "Северный мост в порту Ансел закрыт, сообщили в мэрии.", language="ru")


@dataclass(frozen=True)
class Abroad:
    """Finds every article, whole or its beginning, with one score."""

    articles: Sequence[Article]
    score: float = 0.6
    end: int | None = None

    def search_abroad(
        self,
        queries: Sequence[Mapping[str, float]],
        language: str | None,
        limit: int,
        *,
        least: float = 0.0,
        exclude: Collection[str] = (),
    ) -> list[list[FoundPassage]]:
        del language, limit, exclude
        whole = [
            FoundPassage(a.id, Span(0, self.end or len(a.text)), a.text[: self.end], self.score)
            for a in self.articles
            if self.score >= least
        ]
        return [whole for _ in queries]


def _check(score: float, judged: int = 4) -> Finding:
    tools = Tools(
        WordSearch([RUSSIAN]),
        judge_by_words,
        read_said,
        abroad=Abroad([RUSSIAN], score),
    )
    options = replace(ANY_WORDS, judged_abroad=judged)
    return find_evidence(Examined(EXAMINED, (state(EXAMINED),)), tools, options)[0]


def test_an_article_in_another_language_supports_a_claim() -> None:
    finding = _check(0.6)
    assert outlets_of(finding) == ["Вестник"]
    assert finding.standing is Standing.SINGLE_ORIGIN


def test_a_passage_that_has_little_of_the_claim_is_left_out() -> None:
    assert _check(0.2).origins == ()


def test_no_more_are_judged_than_asked_for() -> None:
    assert _check(0.6, judged=0).origins == ()


def test_what_the_search_by_names_finds_too_is_judged_by_its_words_abroad() -> None:
    first = "Le « Bridge » de Port Ansel est shut."
    french = write("Le Phare", f"{first} Rien de plus n'est connu à Port Ansel.", language="fr")
    search = WordSearch([french])
    assert search.search_all([{"ansel": 1.0}], 5)[0]  # its name is the claim's
    tools = Tools(search, judge_by_words, read_said, abroad=Abroad([french], end=len(first)))
    finding = find_evidence(Examined(EXAMINED, (state(EXAMINED),)), tools, ANY_WORDS)[0]
    assert outlets_of(finding) == ["Le Phare"]
    assert finding.standing is Standing.SINGLE_ORIGIN
