"""What a search finds, in which order, and that nothing in a query is a command."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.archive import Archive, Within
from secondsource.article import Article, Boilerplate, Span
from secondsource.collect.item import Collected
from tests.archive.items import BAKERY, BRIDGE, FERRY, make_item

RUSSIAN = "Инженеры закрыли старый мост после того, как в северной опоре нашли трещину."
CHINESE = "港口办公室星期一表示，夜间渡轮将于十月停运。"


def make_article(id_: str, text: str, **fields: str) -> Collected:
    article = Article(id_, text, **{"language": "en", **fields})  # type: ignore[arg-type]
    return Collected(article, b"", "text/plain", id_)


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.add(
        [
            make_article("ferry", FERRY, outlet="Fennmark Courier", published="2031-04-07"),
            make_article("bridge", BRIDGE, outlet="Harbour Voice", published="2031-05"),
            make_article("bakery", BAKERY, outlet="Harbour Voice", title="Bread after the flood"),
            make_article("мост", RUSSIAN, language="ru", outlet="Голос гавани"),
            make_article("渡轮", CHINESE, language="zh"),
        ]
    )
    return archive


FOUND = [
    # query, the article it finds first
    ("ferries", "ferry"),
    ("cracks in a pier", "bridge"),
    ("трещины в опорах моста", "мост"),
    ("夜间渡轮", "渡轮"),
    ("BREAD", "bakery"),
]


@pytest.mark.parametrize(("query", "id_"), FOUND)
def test_found(filled: Archive, query: str, id_: str) -> None:
    hit = filled.search(query, 5)[0]
    assert hit.article == id_
    assert hit.text == hit.span.of(filled.get(id_).text)
    assert hit.score > 0


NOTHING = ["", "  ", "zeppelin", "§§§", "text:ferry", "*", "fer*", "/fer.*/"]


@pytest.mark.parametrize("query", NOTHING)
def test_nothing_found(filled: Archive, query: str) -> None:
    hits = filled.search(query, 5)
    assert [hit.article for hit in hits] == (["ferry"] if query == "text:ferry" else [])


COMMANDS = [
    '"ferry',
    "ferry AND (",
    "ferry^9",
    "title:[ferry TO",
    "ferry -ferry",
    "+ferry +zeppelin",
]


@pytest.mark.parametrize("query", COMMANDS)
def test_signs_of_other_query_languages_are_no_commands(filled: Archive, query: str) -> None:
    assert "ferry" in [hit.article for hit in filled.search(query, 5)]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(), st.integers(-1, 3))
def test_any_query_gives_at_most_so_many_hits(filled: Archive, query: str, limit: int) -> None:
    assert len(filled.search(query, limit)) <= max(0, limit)


def test_a_limit_beyond_everything(filled: Archive) -> None:
    assert len(filled.search("ferry bridge bread", 10**15)) == 3


def test_a_query_of_a_million_signs(filled: Archive) -> None:
    assert filled.search("ferry " + "word " * 200_000, 3)[0].article == "ferry"


WITHIN = [
    (Within(language="ru"), {"мост"}),
    (Within(outlet="HARBOUR VOICE"), {"bridge", "bakery"}),
    (Within(outlet="Harbour"), set()),
    (Within(since="2031-05-01"), set()),
    (Within(since="2031-05"), {"bridge"}),
    (Within(until="2031-04"), {"ferry"}),
    (Within(since="2031-04-07", until="2031-05-31"), {"ferry", "bridge"}),
    (Within(outlet="Harbour Voice", since="2031"), {"bridge"}),
    (Within(exclude={1, 3}), {"bridge", "мост"}),
]


@pytest.mark.parametrize(("within", "expected"), WITHIN)
def test_within(filled: Archive, within: Within, expected: set[str]) -> None:
    hits = filled.search_within({"ferry bridge bread мост": 1.0}, 9, within)
    assert {hit.article for hit in hits} == expected


def test_keywords_narrow_a_search(filled: Archive) -> None:
    hits = filled.search("ferry bridge bread", 9, outlet="harbour voice", exclude=["bakery", "?"])
    assert [hit.article for hit in hits] == ["bridge"]
    assert filled.search("bridge", 9, language="ru") == []


def test_weights_decide_the_order(filled: Archive) -> None:
    by_ferry = filled.search_terms({"ferry": 3.0, "bridge": 1.0}, 5)
    by_bridge = filled.search_terms({"ferry": 1.0, "bridge": 3.0}, 5)
    assert [hit.article for hit in by_ferry] == ["ferry", "bridge"]
    assert [hit.article for hit in by_bridge] == ["bridge", "ferry"]


def test_several_queries_find_together_what_each_finds_alone(filled: Archive) -> None:
    queries: list[dict[str, float]] = [{"ferry": 1.0}, {}, {"bridge bread": 1.0}, {"zebra": 1.0}]
    alone = [filled.search_terms(query, 5, language="en", exclude=["bakery"]) for query in queries]
    assert [len(hits) > 0 for hits in alone] == [True, False, True, False]
    assert filled.search_all(queries, 5, language="en", exclude=["bakery"]) == alone
    assert filled.search_all([], 5) == []


def test_a_title_counts_for_its_passages_but_less_than_the_text(archive: Archive) -> None:
    archive.add(
        [
            make_article("titled", BAKERY, title="Ferry news"),
            make_article("told", FERRY, title="Bread"),
            make_article("neither", BRIDGE),
        ]
    )
    assert [hit.article for hit in archive.search("ferry", 5)] == ["told", "titled"]


def test_equal_scores_come_in_the_order_of_adding(archive: Archive) -> None:
    ids = [f"copy-{number:03}" for number in range(150)]
    archive.add(make_article(id_, FERRY, url=f"https://{id_}.example") for id_ in ids)
    archive.remove("copy-001")
    archive.add([make_article("copy-001", FERRY, url="https://again.example")])
    expected = [id_ for id_ in ids if id_ != "copy-001"][:20]
    assert [hit.article for hit in archive.search("night ferry", 20)] == expected


def test_boilerplate_is_not_found(archive: Archive) -> None:
    text = f"{FERRY} All rights reserved."
    notice = Boilerplate(Span(len(FERRY) + 1, len(text)), "copyright notice")
    article = Article("a", text, language="en", boilerplate=(notice,))
    archive.add([Collected(article, b"", "text/plain", "a")])
    assert archive.search("rights reserved", 5) == []
    assert [hit.text for hit in archive.search("ferry", 5)] == [FERRY]


def test_a_text_with_zero_bytes_is_quoted_whole(archive: Archive) -> None:
    text = f"{BRIDGE}\0 {FERRY}"
    archive.add([make_item(text)])
    assert [hit.text for hit in archive.search("ferry", 5)] == [text]
