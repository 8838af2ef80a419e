"""Articles on the matter of the one examined, and their sentences that are read for a claim."""

from collections.abc import Sequence

import pytest

from secondsource.article import Article, Boilerplate, Span
from secondsource.evidence import Examined, Options, Stance, StanceScore, Tools, find_evidence
from secondsource.evidence.examined import StanceJudge
from secondsource.evidence.finding import ClaimPassage
from secondsource.evidence.query.terms import content_words
from secondsource.evidence.search.candidates import PassageReader
from secondsource.evidence.search.near import (
    NearArticles,
    choose_likely,
    find_near,
)
from secondsource.evidence.search.near_sentences import NearSentences
from secondsource.evidence.sureness import is_unsure
from tests.evidence.newsroom import FoundPassage, WordSearch, outlets_of, read_said, state, write

CLAIM = "Eleven pupils were taken to hospital."
EXAMINED = write(
    "Valley Herald",
    f"A school bus left the road near Kettle Ford and slid into a ditch. {CLAIM} The driver from "
    "Stanmere was unhurt, and a crane lifted the bus out of the ditch in the evening.",
)
RETOLD = write(
    "Radio Stanmere",
    "Parents waited after the school bus slid into the ditch at Kettle Ford.\n\n"
    "Ambulances had brought in eleven youngsters, a doctor told us. The crane came later.",
)
OTHER = write(
    "Harbour Post",
    "The museum of clocks opens its doors on Sunday. Visitors may wind the great tower clock, "
    "taste cider and hear a choir of eleven singers in the old chapel by the orchard.",
)
RUSSIAN = write("Вестник", "Автобус съехал в кювет у Кеттл-Форда, пострадали дети.", language="ru")


def _find(*articles: Article, least: float = 0.08) -> NearArticles:
    return find_near(EXAMINED, articles, PassageReader(), lambda article: article, least)


def test_an_article_on_the_same_matter_is_near() -> None:
    assert _find(RETOLD, OTHER, EXAMINED).own == (RETOLD,)


def test_an_article_in_another_language_is_near_by_a_name() -> None:
    strange = write("Маяк", "Музей часов откроется в воскресенье.", language="ru")
    assert _find(RUSSIAN, strange).abroad == (RUSSIAN,)


def test_none_is_near_where_nobody_asks() -> None:
    assert _find(RETOLD, RUSSIAN, least=2.0) == NearArticles((), ())


def test_of_a_family_one_is_near() -> None:
    copies = [write(f"Copy {n}", RETOLD.text) for n in range(5)]
    found = find_near(EXAMINED, copies, PassageReader(), lambda _article: "one", 0.08)
    assert len(found.own) == 1


def test_articles_found_for_more_claims_are_likelier_and_those_found_first() -> None:
    def hits(*ids: str) -> list[FoundPassage]:
        return [FoundPassage(id_, Span(0, 4), "text", 1.0) for id_ in ids]

    found = [hits("both", "first"), hits("second", "both", "both"), hits()]
    assert choose_likely(found, 3) == ["both", "second", "first"]
    assert choose_likely(found, 1) == ["both"]


def test_one_name_of_many_makes_no_article_abroad_near() -> None:
    many = " ".join(f"{first}{rest}" for first in "BDGKLMNPRS" for rest in ("arak", "elin", "umir"))
    examined = write("Gazette", f"Everybody in Stanmere saw them: {many}.")
    strange = " ".join(
        f"{first}{rest}" for first in "БГДЖЗКЛ" for rest in ("аздох", "ерлов", "ошуй")
    )
    others = [
        write("Хроника", f"Видели всех: {many}.", language="ru"),
        write("Вестник", f"В город Станмере прибыли {strange}.", language="ru"),
    ]
    near = find_near(examined, others, PassageReader(), lambda article: article, 0.08)
    assert near.abroad == (others[0],)


def test_the_sentences_with_most_of_a_claim_come_first_numbers_in_words_among_them() -> None:
    near = NearSentences(_find(RETOLD), ["11 pupils."], PassageReader(), None)
    first, *_ = near.find("11 pupils.", frozenset(("11", "pupils")), (), {RETOLD.id})
    assert first.focus.of(RETOLD.text).startswith("Ambulances had brought in eleven")


def test_abroad_the_likeness_decides() -> None:
    text = "В Кеттл-Форде идёт снег. Пострадали дети. Дорога закрыта."
    article = write("Вестник", text, language="ru")

    def compare(claims: Sequence[str], sentences: Sequence[str], /) -> list[list[float]]:
        return [[float("дети" in s) for s in sentences] for _ in claims]

    near = NearSentences(_find(article), [CLAIM], PassageReader(), compare)
    first, *_ = near.find(CLAIM, content_words(CLAIM, "en"), (), {article.id})
    assert first.focus.of(text) == "Пострадали дети."


def test_what_is_not_the_articles_own_is_not_read() -> None:
    text = "Eleven pupils read our newsletter. The school bus slid into a ditch at Kettle Ford."
    footer = Boilerplate(Span(0, text.index("The")), "newsletter")
    article = Article("a", text, language="en", boilerplate=(footer,))
    near = NearSentences(_find(article), [CLAIM], PassageReader(), None)
    found = near.find(CLAIM, content_words(CLAIM, "en"), (), {"a"})
    assert [c.focus.of(text) for c in found] == [text[text.index("The") :]]


def test_a_passage_that_the_search_found_is_shown_whole() -> None:
    hit = FoundPassage(RETOLD.id, Span(0, len(RETOLD.text)), RETOLD.text, 0.4)
    near = NearSentences(_find(RETOLD), [CLAIM], PassageReader(), None)
    found = near.find(CLAIM, content_words(CLAIM, "en"), [hit], {RETOLD.id})
    assert {c.span for c in found} == {hit.span}


@pytest.mark.parametrize(("least", "outlets"), [(0.08, ["Radio Stanmere"]), (2.0, [])])
def test_what_retells_a_claim_in_other_words_is_read(least: float, outlets: list[str]) -> None:
    def judge(pairs: Sequence[ClaimPassage], /) -> list[StanceScore]:
        sides = (
            Stance.SUPPORTS if "youngsters" in pair.passage else Stance.UNRELATED for pair in pairs
        )
        return [StanceScore(side, 0.9) for side in sides]

    tools = Tools(WordSearch([RETOLD, OTHER]), judge, read_said)
    asked = Examined(EXAMINED, (state(EXAMINED, CLAIM),))
    (finding,) = find_evidence(asked, tools, Options(near=least))
    assert outlets_of(finding) == outlets


def _give(probabilities: tuple[float, float, float], *, to: str) -> StanceJudge:
    def judge(pairs: Sequence[ClaimPassage], /) -> list[StanceScore]:
        unsure = StanceScore(Stance.DISCUSSES, probabilities[2], probabilities)
        strange = StanceScore(Stance.UNRELATED, 0.9, (0.05, 0.05, 0.9))
        return [unsure if to in pair.passage else strange for pair in pairs]

    return judge


def test_what_the_model_is_shy_about_supports_where_the_article_has_the_numbers() -> None:
    tools = Tools(WordSearch([RETOLD]), _give((0.35, 0.2, 0.45), to="youngsters"), read_said)
    asked = Examined(EXAMINED, (state(EXAMINED, CLAIM),))
    (finding,) = find_evidence(asked, tools)
    (evidence,) = (e for o in finding.origins for e in o.evidence)
    assert evidence.stance is Stance.SUPPORTS
    assert is_unsure(evidence.stance, evidence.score)
    assert [reason.name for reason in evidence.reasons] == ["other_words"]


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (
            "Eleven pupils were taken to hospital.",
            "Eleven pupils were taken to a hospital far off.",
        ),
        ("Eleven pupils of Karoly Benedek were hurt.", "Ambulances had brought eleven youngsters."),
    ],
    ids=["has the claim's words", "has none of its names"],
)
def test_the_model_alone_decides_on_what_has_the_words_or_not_the_names(
    claim: str, text: str
) -> None:
    examined = write("Valley Herald", f"{EXAMINED.text} {claim}")
    other = write("Radio Stanmere", f"The school bus slid into the ditch at Kettle Ford. {text}")
    tools = Tools(WordSearch([other]), _give((0.35, 0.2, 0.45), to=text), read_said)
    (finding,) = find_evidence(Examined(examined, (state(examined, claim),)), tools)
    assert all(origin.stance is not Stance.SUPPORTS for origin in finding.origins)


@pytest.mark.parametrize(("score", "stance"), [(0.6, Stance.DISCUSSES), (0.75, Stance.DISPUTES)])
def test_a_dispute_in_other_words_has_to_be_surer(score: float, stance: Stance) -> None:
    def judge(pairs: Sequence[ClaimPassage], /) -> list[StanceScore]:
        sides = (
            Stance.DISPUTES if "youngsters" in pair.passage else Stance.UNRELATED for pair in pairs
        )
        return [StanceScore(side, score) for side in sides]

    tools = Tools(WordSearch([RETOLD]), judge, read_said)
    asked = Examined(EXAMINED, (state(EXAMINED, CLAIM),))
    (finding,) = find_evidence(asked, tools, Options())
    assert [o.stance for o in finding.origins] == [stance]


def _read_of(articles: Sequence[Article], options: Options) -> list[str]:
    """The passages that the judge is asked about for the one claim."""
    read: list[str] = []

    def judge(pairs: Sequence[ClaimPassage], /) -> list[StanceScore]:
        read.extend(pair.passage for pair in pairs)
        return [StanceScore(Stance.DISCUSSES, 0.5) for _ in pairs]

    asked = Examined(EXAMINED, (state(EXAMINED, CLAIM),))
    find_evidence(asked, Tools(WordSearch(articles), judge, read_said), options)
    return read


@pytest.mark.parametrize(("in_all", "most"), [(6, 1), (8, 3), (1, 1)])
def test_of_sentences_of_near_articles_fewer_are_read_than_there_is_room_for(
    in_all: int, most: int
) -> None:
    sentence = "Parents waited as the school bus slid into the ditch at Kettle Ford. A crane came."
    articles = [write(f"Radio {n}", f"{sentence} Report {n} by us.") for n in ("A", "B", "C", "D")]
    assert len(_read_of(articles, Options(read_in_all=in_all))) == most


def test_only_articles_that_were_found_for_most_claims_can_be_near(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert _read_of([RETOLD], Options())
    monkeypatch.setattr("secondsource.evidence.find.LIKELY", 0)
    assert not _read_of([RETOLD], Options())
