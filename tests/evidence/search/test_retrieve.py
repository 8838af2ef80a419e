"""Copies must not crowd out the independent piece, and few texts are judged."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.evidence import (
    ClaimPassage,
    Examined,
    Options,
    Stance,
    StanceScore,
    Standing,
    Tools,
    find_evidence,
)
from secondsource.evidence.search.retrieve import gather_hits
from secondsource.lineage import find_families
from tests.evidence.newsroom import (
    ANY_WORDS,
    CLAIM,
    EXAMINED,
    Setting,
    WordSearch,
    check,
    judge_by_words,
    outlets_of,
    read_said,
    state,
    write,
)

DISPATCH = (
    "The north bridge at Port Ansel was closed on Monday, said all who had to cross it, after a "
    "night of storm in which the lamps went out along the whole length of the river front."
)
ENDS = ("Rain.", "Sun.", "Wind.", "Fog.", "Snow.", "Hail.", "Frost.", "Dew.", "Sleet.", "Thaw.")
COPIES = [write(f"Outlet {n}", f"{DISPATCH}\n{end}") for n, end in enumerate(ENDS)]
NIGHTS = ("night", "whole night", "night and a day")
REST = (
    "Lorries were sent by the coast road, and the ferry ran until ten at night for those on foot; "
    "the council will say on Thursday what is to be done about bearings that are sixty years old."
)
ELEVENTH = write("Quiet Sentinel", "Tolls fell to nothing in the north: its bridge was shut.")


def test_ten_copies_do_not_crowd_out_the_eleventh_piece() -> None:
    narrow = replace(ANY_WORDS, first_limit=4, families=3, judged=2)
    finding = check([*COPIES, ELEVENTH], setting=Setting(options=narrow))
    names = " + ".join(f"Outlet {n}" for n in range(10))
    assert outlets_of(finding) == [names, "Quiet Sentinel"]
    assert finding.standing is Standing.CORROBORATED
    assert "2 independent origins support this, in 11 articles, of which 9 are copies" in (
        finding.sentence
    )


def test_five_hundred_copies_do_not_crowd_out_the_one_independent_piece() -> None:
    """The copies are edited here and there; the options are those of the package."""
    copies = [
        write(
            f"Outlet {n}", f"{DISPATCH} {edited}\nOur number {n}.", f"2031-05-{5 + n // 12 % 20:02}"
        )
        for n in range(500)
        for edited in [REST.replace("night", NIGHTS[n % 3])]
    ]
    options = Options(shared_words=0.0, fewest_shared=0)
    finding = check([*copies, ELEVENTH], setting=Setting(options=options))
    supporting = [o for o in finding.origins if o.stance is Stance.SUPPORTS]
    sizes = sorted(len({e.outlet for e in o.evidence}) for o in supporting)
    assert len(sizes) == 2
    assert sizes[0] == 1
    assert sizes[1] >= 200
    assert outlets_of(finding)[-1] == "Quiet Sentinel"
    assert finding.standing is Standing.CORROBORATED


def test_one_text_is_judged_once_and_all_pairs_go_in_one_call() -> None:
    calls: list[Sequence[ClaimPassage]] = []

    def judge(pairs: Sequence[ClaimPassage], /) -> list[StanceScore]:
        calls.append(pairs)
        return judge_by_words(pairs)

    tools = Tools(WordSearch([*COPIES, ELEVENTH]), judge, read_said, find_families)
    find_evidence(Examined(EXAMINED, (state(EXAMINED),)), tools)
    assert len(calls) == 1
    assert len({pair.claim for pair in calls[0]}) == 1
    assert len([p for p in calls[0] if "all who had to cross" in p.passage]) == 1


def test_only_claims_that_copies_crowd_are_asked_for_again_and_each_finds_what_it_finds_alone() -> (
    None
):
    options = replace(ANY_WORDS, first_limit=4, families=3)
    queries: list[dict[str, float]] = [{"storm": 1.0}, {}, {"tolls": 1.0}]
    articles = [*COPIES, ELEVENTH]

    def gather(asked: Sequence[dict[str, float]]) -> tuple[list[list[str]], int]:
        search = WordSearch(articles)
        found = gather_hits(asked, search, lambda article: article, (), options)
        return [[hit.article for hit in hits] for hits in found], search.asked

    alone = [gather([query])[0][0] for query in queries]
    assert [len(hits) for hits in alone] == [10, 0, 1]
    assert gather(queries) == (alone, 3)  # the first claim twice, the second never


def test_no_more_statements_are_looked_up_than_asked_for() -> None:
    search = WordSearch([ELEVENTH])
    tools = Tools(search, judge_by_words, read_said)
    found = find_evidence(
        Examined(EXAMINED, (state(EXAMINED),)), tools, replace(ANY_WORDS, claims=0)
    )
    assert found == ()
    assert search.asked == 0


def test_the_examined_article_is_no_evidence_for_itself() -> None:
    finding = check([EXAMINED])
    assert finding.origins == ()
    assert finding.standing is Standing.NOT_FOUND


def test_a_side_that_the_model_is_not_sure_of_only_discusses() -> None:
    def unsure(pairs: Sequence[ClaimPassage], /) -> list[StanceScore]:
        return [StanceScore(s.stance, 0.45) for s in judge_by_words(pairs)]

    tools = Tools(WordSearch([ELEVENTH]), unsure, read_said)
    finding = find_evidence(Examined(EXAMINED, (state(EXAMINED),)), tools, ANY_WORDS)[0]
    assert finding.standing is Standing.NOT_FOUND
    assert "1 article touches on it without taking a side" in finding.sentence


def test_an_article_without_the_names_of_the_claim_takes_a_side_only_when_the_model_is_sure() -> (
    None
):
    elsewhere = write("Far News", "The bridge of a violin was closed in a north room.")

    def fairly_sure(pairs: Sequence[ClaimPassage], /) -> list[StanceScore]:
        return [StanceScore(Stance.SUPPORTS, 0.7) for _ in pairs]

    tools = Tools(WordSearch([elsewhere]), fairly_sure, read_said)
    examined = write("Lamp", f"We saw it at Port Ansel. {CLAIM} It rained on Port Ansel.")
    finding = find_evidence(Examined(examined, (state(examined),)), tools, ANY_WORDS)[0]
    assert [o.stance for o in finding.origins] == [Stance.DISCUSSES]
    assert finding.standing is Standing.NOT_FOUND
