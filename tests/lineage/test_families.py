"""Families: planted copies are found, different texts stay apart, nothing is welded."""

import random

import pytest

from secondsource.article import Article, Boilerplate, Credit, Link, Role, Span
from secondsource.lineage import Edge, Family, Relation, find_families, trace
from secondsource.lineage.direction.timing import is_later
from tests.lineage.prose import BRIDGE, FOOTER, HARBOUR, ORCHARD, RUSSIAN, article


def _pairs(families: tuple[Family, ...]) -> set[tuple[str, str, str]]:
    return {(e.child, e.parent, e.relation.value) for f in families for e in f.edges}


def _edit(text: str, every: int) -> str:
    words = text.split(" ")
    return " ".join(f"other{k}" if k % every == every - 1 else w for k, w in enumerate(words))


@pytest.mark.parametrize(
    ("name", "text", "relation"),
    [
        ("exact", HARBOUR, "copy"),
        ("typographic", HARBOUR.replace('"', "”").replace("'", "’").upper(), "copy"),
        ("a tenth edited", _edit(HARBOUR, 10), "edited"),
        ("headline added", f"Pier closed for the winter\n\n{HARBOUR}", "edited"),
        ("cut", HARBOUR[: len(HARBOUR) // 2], "excerpt"),
        ("a paragraph in another text", f"{BRIDGE}\n\n{HARBOUR.split(chr(10))[2]}", "excerpt"),
    ],
)
def test_planted_copies(name: str, text: str, relation: str) -> None:
    first = article("first", HARBOUR, published="2024-03-05")
    copy = article("copy", text, published="2024-03-07")
    other = article("other", ORCHARD, published="2024-03-06")
    assert _pairs(find_families([copy, other, first])) == {("copy", "first", relation)}, name


def test_different_texts_stay_apart() -> None:
    texts = [HARBOUR, ORCHARD, BRIDGE, RUSSIAN]
    assert find_families([article(str(k), t) for k, t in enumerate(texts)]) == ()


def test_stretches_hold_the_same_words_in_both() -> None:
    first = article("first", f"{ORCHARD}\n\n{HARBOUR}", published="2024-03-05")
    copy = article("copy", f"{HARBOUR}\n\n{BRIDGE}", published="2024-03-07")
    (family,) = find_families([first, copy])
    (edge,) = family.edges
    for stretch in edge.stretches:
        assert stretch.child.of(copy.text) == stretch.parent.of(first.text)
    assert sum(len(s.child) for s in edge.stretches) >= len(HARBOUR) - 2
    assert 0.5 < edge.coverage < 0.7


def test_direction_needs_a_reason() -> None:
    (family,) = find_families([article("a", HARBOUR), article("b", HARBOUR)])
    assert not family.edges[0].directed
    dated = [article("a", HARBOUR, published="2024-01-02"), article("b", HARBOUR)]
    assert not find_families(dated)[0].edges[0].directed


@pytest.mark.parametrize(
    "fields",
    [
        {"credits": (Credit(Role.ORIGINAL_OUTLET, "Coast Courier"),)},
        {"links": (Link("https://courier.example/pier"),)},
        {"canonical": "https://courier.example/pier"},
    ],
)
def test_direction_by_what_the_child_says(fields: dict[str, object]) -> None:
    # the dates alone would say the reverse
    courier = article(
        "courier", HARBOUR, outlet="Coast Courier", url="https://courier.example/pier"
    )
    taker = article("taker", HARBOUR, outlet="Inland News", **fields)
    (family,) = find_families([courier, taker])
    assert (family.edges[0].child, family.edges[0].directed) == ("taker", True)
    assert family.root == "courier"


def test_footer_of_one_outlet_joins_nothing() -> None:
    texts = [HARBOUR, ORCHARD, BRIDGE, RUSSIAN]
    articles = [
        article(str(k), f"{t}\n\n{FOOTER}", outlet="Coast Courier") for k, t in enumerate(texts)
    ]
    lineage = trace(articles)
    assert lineage.families == ()
    shown = lineage.boilerplate["0"][0].span.of(articles[0].text)
    assert shown in FOOTER
    assert len(shown) > len(FOOTER) / 2


def test_marked_boilerplate_joins_nothing() -> None:
    notice = Boilerplate(Span(len(HARBOUR) + 2, len(HARBOUR) + 2 + len(FOOTER)), "closing notice")
    marked = Article("a", f"{HARBOUR}\n\n{FOOTER}", boilerplate=(notice,))
    assert find_families([marked, article("b", f"{ORCHARD}\n\n{FOOTER}")]) == ()


def test_wire_story_with_many_copies_is_one_family() -> None:
    rng = random.Random(7)
    words = HARBOUR.split(" ")

    def lightly_edited(k: int) -> Article:
        own = [f"x{k}n{j}" if rng.random() < 0.03 else w for j, w in enumerate(words)]
        return article(f"copy{k:03}", " ".join(own), published=f"2024-03-{6 + k % 20:02}")

    copies = [lightly_edited(k) for k in range(120)]
    first = article("first", HARBOUR, published="2024-03-05")
    (family,) = find_families([*copies, first])
    assert family.root == "first"
    assert len(family.articles) == 121
    assert len(family.edges) < 3 * 121


def _vary(text: str, variant: int) -> str:
    """A text as it is, with words added here and there, or with some left out."""
    words = text.split(" ")
    if variant == 1:
        return " ".join(w if k % 17 else f"{w} indeed" for k, w in enumerate(words))
    return " ".join(w for k, w in enumerate(words) if k % 19) if variant == 2 else text


@pytest.mark.parametrize("count", [30, 240])
def test_many_copies_of_one_day_in_three_variants_are_one_family(count: int) -> None:
    variants = [_vary(HARBOUR, variant) for variant in range(3)]
    (family,) = find_families(
        article(f"copy{k:03}", variants[k % 3], published="2024-03-05") for k in range(count)
    )
    assert family.root == "copy000"
    assert len(family.articles) == count
    assert "copy000" not in {edge.child for edge in family.edges}


def test_hub_of_quotations_welds_nothing() -> None:
    stories = {"harbour": HARBOUR, "orchard": ORCHARD, "bridge": BRIDGE}
    articles = []
    for name, text in stories.items():
        articles.append(article(name, text, published="2024-03-05"))
        articles.append(article(f"{name}-copy", text, published="2024-03-06"))
    quoted = [text.split("\n\n")[0] for text in stories.values()]
    padding = " ".join(f"word{k}" for k in range(400))
    hub = article("hub", "\n\n".join([*quoted, padding]), published="2024-12-30")
    families = find_families([*articles, hub])
    cores = [{a for a in f.articles if a != "hub"} for f in families]
    assert sorted(map(sorted, cores)) == sorted([n, f"{n}-copy"] for n in stories)
    assert all("hub" in family.articles for family in families)


def test_merged_article() -> None:
    sources = [HARBOUR, ORCHARD]
    articles = [article(str(k), t, published="2024-03-05") for k, t in enumerate(sources)]
    merged = article("merged", "\n\n".join(sources), published="2024-03-07")
    found = _pairs(find_families([*articles, merged]))
    assert found == {("merged", "0", "merged"), ("merged", "1", "merged")}


def test_credit_chain_joins_a_translation() -> None:
    original = article(
        "original",
        RUSSIAN,
        outlet="Порт",
        url="https://port.example/1",
        byline=("Ингрид Лунд",),
        published="2024-03-05",
        language="ru",
    )
    credits = (
        Credit(Role.ORIGINAL_OUTLET, "port.example"),
        Credit(Role.AUTHOR, "Ingrid Lund"),
        Credit(Role.TRANSLATOR, "Ann Field"),
    )
    translated = article(
        "translated", HARBOUR, outlet="Abroad", credits=credits, published="2024-03-06",
        language="en",
    )  # fmt: skip
    reprint = article(
        "reprint", HARBOUR, outlet="Third", credits=credits, published="2024-03-09", language="en"
    )
    unrelated = article("unrelated", ORCHARD, outlet="Порт", published="2024-03-05", language="ru")
    (family,) = find_families([original, translated, reprint, unrelated])
    assert family.root == "original"
    assert set(family.articles) == {"original", "translated", "reprint"}
    relations = {(e.child, e.parent): e.relation for e in family.edges}
    assert relations[("translated", "original")] is Relation.TRANSLATION
    assert relations[("reprint", "translated")] is Relation.COPY


def test_order_of_input_does_not_matter() -> None:
    articles = [
        article("a", HARBOUR, published="2024-03-05"),
        article("b", HARBOUR[:400], published="2024-03-06"),
        article("c", f"{BRIDGE}\n\n{HARBOUR}", published="2024-03-07"),
        article("d", ORCHARD),
    ]
    assert find_families(articles) == find_families(articles[::-1])


def test_nothing_in_nothing_out() -> None:
    assert find_families([]) == ()
    assert find_families([article("a", ""), article("b", "")]) == ()


def test_texts_of_one_repeated_word_are_no_trouble() -> None:
    zeros = [article(name, "0 " * 20_000 + name) for name in ("a", "b")]
    (family,) = find_families(zeros)
    assert family.edges[0].relation is Relation.COPY


@pytest.mark.parametrize(
    ("left", "right", "later"),
    [
        ("2019-02-19", "2019-02-18", True),
        ("2019-02-18T23:00", "2019-02-18", False),
        ("2019-02", "2019-02-18", False),
        ("2019-02-19T01:00+03:00", "2019-02-18T23:30-05:00", False),
        ("2019-02-18T23:30-05:00", "2019-02-19T01:00+03:00", True),
    ],
)
def test_dates_are_compared_as_moments(left: str, right: str, later: bool) -> None:
    assert is_later(left, right) is later


def test_a_large_outlet_is_searched_only_just_before() -> None:
    credit = (Credit(Role.ORIGINAL_OUTLET, "Wire"), Credit(Role.AUTHOR, "Ingrid Lund"))
    wires = [
        article(f"w{k:03}", f"Story {k}.", outlet="Wire", published=f"2024-01-{1 + k % 28:02}")
        for k in range(400)
    ]
    original = article(
        "original", RUSSIAN, outlet="Wire", published="2024-03-04", byline=("Ingrid Lund",)
    )
    child = article("child", HARBOUR, outlet="Post", published="2024-03-05", credits=credit)
    (family,) = find_families([*wires, original, child])
    assert set(family.articles) == {"original", "child"}


FIRSTS = [
    # ties as child, parent, relation, directed; whether a is known to be first
    ([("b", "a", Relation.COPY, True)], True),
    ([("b", "a", Relation.COPY, False)], False),
    ([("b", "a", Relation.EXCERPT, False)], False),
    ([("b", "a", Relation.COPY, True), ("c", "a", Relation.EDITED, False)], False),
    ([("b", "a", Relation.COPY, True), ("a", "c", Relation.EDITED, False)], False),
    ([("b", "a", Relation.COPY, True), ("c", "a", Relation.EXCERPT, False)], True),
    ([("b", "a", Relation.COPY, True), ("c", "b", Relation.COPY, False)], True),
]


@pytest.mark.parametrize(("ties", "known"), FIRSTS)
def test_the_first_is_known_where_nobody_contests_it(
    ties: list[tuple[str, str, Relation, bool]], known: bool
) -> None:
    edges = tuple(Edge(c, p, r, 0.5, 0.5, 0.9, directed) for c, p, r, directed in ties)
    assert Family("f", "a", ("a", "b", "c"), edges).first_known is known
