"""Origins as sets: a partition, whatever the order; weak ties do not chain; copies never count."""

import random
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.article import Article, Signal, Span
from secondsource.evidence import Finding, Stance, Standing
from secondsource.evidence.finding import Link
from secondsource.evidence.origins.group import group_pieces
from secondsource.lineage import Edge, Family, Relation, Stretch
from tests.evidence import test_situations as planted
from tests.evidence.newsroom import WIRE, Setting, check, outlets_of, write

STRONG, WEAK = 0.9, 0.6


def link(left: int, right: int, score: float) -> Link:
    return Link(left, right, Signal("credit", score, f"{left} and {right}"))


def members(count: int, links: list[Link]) -> list[tuple[int, ...]]:
    return [group.members for group in group_pieces(count, links)]


def test_strong_ties_join_as_a_chain() -> None:
    assert members(4, [link(0, 1, STRONG), link(1, 2, STRONG)]) == [(0, 1, 2), (3,)]


def test_a_weak_tie_joins_two_that_have_nothing_else() -> None:
    assert members(3, [link(0, 1, WEAK)]) == [(0, 1), (2,)]


def test_a_chain_of_weak_ties_does_not_weld_everything() -> None:
    chain = [link(a, b, WEAK) for a, b in pairwise(range(10))]
    assert max(map(len, members(10, chain))) == 2


def test_a_hub_with_weak_ties_does_not_bridge_strong_groups() -> None:
    groups = [link(a, a + 1, STRONG) for a in (1, 3, 5, 7)]
    hub = [link(0, a, WEAK) for a in (1, 3, 5, 7)]
    assert members(9, groups + hub) == [(0, 1, 2), (3, 4), (5, 6), (7, 8)]


def test_weak_ties_among_all_of_a_group_hold_it_together() -> None:
    every = [link(a, b, WEAK) for a in range(4) for b in range(a + 1, 4)]
    assert members(4, every) == [(0, 1, 2, 3)]


def fold(left: int, right: int) -> Link:
    return Link(left, right, Signal("same_house", WEAK, f"{left} and {right}"))


def folded(links: list[Link], homes: str) -> list[tuple[int, ...]]:
    return [group.members for group in group_pieces(len(homes), links, list(homes))]


def test_an_outlet_that_quotes_two_people_is_one() -> None:
    assert folded([fold(0, 1)], "aa") == [(0, 1)]


def test_what_an_outlet_has_beside_a_source_it_shares_with_others_is_no_further_origin() -> None:
    assert folded([link(0, 1, STRONG), fold(1, 2)], "abb") == [(0, 1, 2)]


def test_a_round_up_of_two_reports_welds_neither() -> None:
    # 0 has it from the mayor, 1 from the inspector, 2 and 3 are the round-up with both
    ties = [link(0, 2, STRONG), link(1, 3, STRONG), fold(2, 3)]
    assert folded(ties, "abcc") == [(0, 2), (1, 3)]


def test_a_copy_of_a_folded_part_makes_no_further_origin() -> None:
    same = Link(2, 3, Signal("same_text", 1.0, "one text"))
    assert folded([link(0, 1, STRONG), fold(1, 2), same], "abbz") == [(0, 1, 2, 3)]


MANY = 1_000


def test_a_thousand_pieces_in_a_chain_of_weak_ties_stay_apart() -> None:
    found = members(MANY, [link(a, b, WEAK) for a, b in pairwise(range(MANY))])
    assert max(map(len, found)) == 2
    assert len(found) == MANY / 2


def test_a_hub_that_everything_is_weakly_tied_to_welds_nothing() -> None:
    pairs = [link(a, a + 1, STRONG) for a in range(1, MANY - 1, 2)]
    hub = [link(0, a, WEAK) for a in range(1, MANY)]
    found = members(MANY, pairs + hub)
    assert len(found) == MANY / 2
    assert max(map(len, found)) == 3


def test_a_thousand_pieces_of_one_outlet_with_a_source_each_count_once() -> None:
    hub = [fold(0, a) for a in range(1, MANY)]
    assert folded(hub, "a" * MANY) == [tuple(range(MANY))]
    others = "".join(chr(200 + a) for a in range(MANY))
    assert len(folded(hub, others)) == MANY


@st.composite
def webs(draw: st.DrawFn) -> tuple[int, list[Link]]:
    count = draw(st.integers(1, 9))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    scores = st.sampled_from((0.55, 0.6, 0.7, 0.8, 0.9, 1.0))
    pairs = draw(st.dictionaries(ends.map(lambda e: (min(e), max(e))), scores, max_size=20))
    return count, [link(a, b, score) for (a, b), score in pairs.items() if a != b]


@given(webs(), st.randoms())
def test_origins_are_a_partition_whatever_the_order_of_ties(
    web: tuple[int, list[Link]], chance: random.Random
) -> None:
    count, links = web
    found = members(count, links)
    shuffled = list(links)
    chance.shuffle(shuffled)
    assert sorted(n for group in found for n in group) == list(range(count))
    assert members(count, shuffled) == found


@given(webs(), st.integers(0, 8))
def test_a_copy_with_the_same_ties_never_makes_a_further_origin(
    web: tuple[int, list[Link]], which: int
) -> None:
    count, links = web
    original = which % count
    ties = [
        link(k.right if k.left == original else k.left, count, k.signal.score)
        for k in links
        if original in (k.left, k.right)
    ]
    copied = [*links, *ties, link(original, count, 1.0)]
    assert len(members(count + 1, copied)) <= len(members(count, links))


POOL = (
    planted.HERALD,
    planted.FERRY,
    planted.GAZETTE,
    planted.COURIER,
    planted.MAYOR,
    planted.MAYOR_AGAIN,
    planted.RETOLD,
    planted.OPEN,
)


def independent(finding: Finding, stance: Stance = Stance.SUPPORTS) -> int:
    return sum(1 for o in finding.origins if o.stance is stance and not o.echo)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(POOL), unique=True), st.randoms())
def test_the_finding_depends_on_the_set_of_evidence_only(
    articles: list[Article], chance: random.Random
) -> None:
    shuffled = list(articles)
    chance.shuffle(shuffled)
    assert check(shuffled) == check(articles)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(POOL), unique=True, min_size=1))
def test_each_piece_of_evidence_is_in_exactly_one_origin(articles: list[Article]) -> None:
    pieces = [(e.article, e.span) for o in check(articles).origins for e in o.evidence]
    assert len(pieces) == len(set(pieces))
    assert {article for article, _ in pieces} == {a.id for a in articles}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(POOL), unique=True, min_size=1), st.integers(0, 99))
def test_a_further_copy_never_raises_the_number_of_independent_origins(
    articles: list[Article], which: int
) -> None:
    original = articles[which % len(articles)]
    copy = write("Zenith Reprint", original.text, "2031-05-09")
    before, after = check(articles), check([*articles, copy])
    for stance in (Stance.SUPPORTS, Stance.DISPUTES):
        assert independent(after, stance) <= independent(before, stance)


ALDER = write(
    "Alder News",
    "The north bridge of the old port town was closed at dawn, Birch Post reported, and lorries "
    "wait on both banks for word from the engineers.",
    "2031-05-04",
)
BIRCH = write(
    "Birch Post",
    "Nobody can cross today: a closure of the bridge was announced, Cedar Daily reported.",
    "2031-05-04",
)
CEDAR = write(
    "Cedar Daily",
    "Северный мост старого портового города на рассвете закрыт, сообщает Birch Post, и грузовики "
    "ждут на обоих берегах известий от инженеров.",
    "2031-05-04",
    language="ru",
)


def test_a_circle_is_one_origin_and_is_told_as_one() -> None:
    whole = Stretch(Span(0, len(CEDAR.text)), Span(0, len(ALDER.text)))
    edge = Edge(CEDAR.id, ALDER.id, Relation.TRANSLATION, 1.0, 1.0, 0.9, True, stretches=(whole,))
    family = Family("f1", ALDER.id, (ALDER.id, CEDAR.id), (edge,))
    finding = check([ALDER, BIRCH, CEDAR], setting=Setting(families=(family,)))
    assert outlets_of(finding) == ["Alder News + Birch Post + Cedar Daily"]
    assert finding.standing is Standing.SINGLE_ORIGIN
    because = finding.origins[0].because
    assert because.startswith("This is a circle: ")
    assert "Alder News cites Birch Post" in because
    assert "Birch Post cites Cedar Daily" in because
    assert "Cedar Daily has a translation of the same text" in because


def test_a_copy_that_the_search_did_not_bring_is_counted_all_the_same() -> None:
    edges = (
        Edge(
            CEDAR.id,
            ALDER.id,
            Relation.TRANSLATION,
            1.0,
            1.0,
            0.9,
            True,
            stretches=(Stretch(Span(0, len(CEDAR.text)), Span(0, len(ALDER.text))),),
        ),
    )
    family = Family("f1", ALDER.id, (ALDER.id, CEDAR.id), edges)
    finding = check([ALDER, CEDAR], setting=Setting(families=(family,)))
    assert outlets_of(finding) == ["Alder News + Cedar Daily"]
    assert "2 articles, of which 1 is a copy or retelling" in finding.sentence


def test_of_a_translation_whole_sentences_are_shown() -> None:
    first = write(
        "Alder News",
        "The north bridge at Port Ansel was closed on Monday. Lorries wait on both banks for word "
        "from the engineers, who came at dawn.",
    )
    told = write(
        "Маяк", "В понедельник закрыт северный мост. Грузовики ждут на берегах.", language="ru"
    )
    whole = Stretch(Span(0, len(told.text)), Span(0, len(first.text)))
    edge = Edge(told.id, first.id, Relation.TRANSLATION, 1.0, 1.0, 0.9, True, stretches=(whole,))
    family = Family("f1", first.id, (first.id, told.id), (edge,))
    (origin,) = check([first, told], setting=Setting(families=(family,))).origins
    shown = {piece.outlet: piece.text for piece in origin.evidence}
    assert shown["Маяк"] == "В понедельник закрыт северный мост."


SAID = (
    "Warden Ilse Marant said that the north bridge at Port Ansel was closed at dawn because of the "
    "cracks that engineers had found in two of its five piers."
)


def test_what_a_copy_quotes_is_cited_to_the_copy() -> None:
    first = write("Coast Herald", SAID, "2031-05-03")
    copy = write("Saltmarsh Weekly", f"From our shelves. {SAID}", "2031-05-05")
    (origin,) = check([first, copy]).origins
    (voice,) = [t.signal for t in origin.ties if t.signal.name == "same_voice"]
    assert voice.sentence.endswith("both have it from Warden Ilse Marant.")
    assert {span.article for span in voice.spans} == {first.id, copy.id}
    texts = {article.id: article.text for article in (first, copy)}
    assert {s.span.of(texts[s.article]) for s in voice.spans} == {"Warden Ilse Marant"}


def test_an_article_without_an_outlet_is_called_by_its_title_in_quotation_marks() -> None:
    text = f"“It is shut.” {SAID}"
    nameless = replace(write("", text), outlet=None, title="Owner counts what is left").with_id()
    (origin,) = check([nameless]).origins
    assert "“Owner counts what is left”" in origin.because


def test_an_edited_copy_that_turns_the_sense_is_no_independent_dispute() -> None:
    denial = WIRE.replace("which was closed", "which was never closed")
    turned = write("Aller Gazette", denial, "2031-05-07")
    examined = write("Vale Sun", f"{WIRE}\nThe north bridge at Port Ansel was closed on Monday.")
    finding = check([turned], examined=examined)
    assert outlets_of(finding, Stance.DISPUTES) == ["echo: Aller Gazette"]
    assert finding.standing is Standing.NOT_FOUND
