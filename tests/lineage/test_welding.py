"""What belongs to one family and what only looks like it: hubs, chains, round-ups, live blogs."""

import pytest

from secondsource.article import Article, Credit, Role
from secondsource.lineage import Family, Relation, find_families
from tests.lineage.invented import invent_prose
from tests.lineage.prose import HARBOUR, RUSSIAN, article

STORIES = [invent_prose(k) for k in range(30)]
both_ways = pytest.mark.parametrize("dated", [True, False])


def _at(day: int, dated: bool) -> str | None:
    return f"2024-03-{day:02}" if dated else None


def _cores(families: tuple[Family, ...]) -> list[list[str]]:
    """The cores of more than one article."""
    return sorted(sorted(family.core) for family in families if len(family.core) > 1)


@both_ways
@pytest.mark.parametrize("words", [30, 400])
def test_a_page_that_quotes_thirty_stories_welds_none(words: int, dated: bool) -> None:
    taken = [" ".join(story.split()[:words]) for story in STORIES]
    hub = article("hub", "\n\n".join(taken), published=_at(30, dated))
    stories = [article(f"s{k}", t, published=_at(1, dated)) for k, t in enumerate(STORIES)]
    families = find_families([hub, *stories])
    assert len(families) == 30
    assert all(len(family.articles) == 2 for family in families)
    assert _cores(families) == []


@both_ways
def test_nor_their_copies(dated: bool) -> None:
    hub = article("hub", "\n\n".join(STORIES[:5]), published=_at(30, dated))
    stories = [
        article(f"s{k}{copy}", STORIES[k], published=_at(day, dated))
        for k in range(5)
        for day, copy in ((1, ""), (2, "c"))
    ]
    families = find_families([hub, *stories])
    assert _cores(families) == [[f"s{k}", f"s{k}c"] for k in range(5)]
    assert all("hub" in family.articles for family in families)


@both_ways
def test_a_chain_of_excerpts_is_as_many_families_as_links(dated: bool) -> None:
    parts = [invent_prose(100 + k, 150) for k in range(8)]
    chain = [
        article(
            f"x{k}",
            f"{parts[k]}\n\n{invent_prose(200 + k, 60)}\n\n{parts[k + 1]}",
            published=_at(k + 1, dated),
        )
        for k in range(7)
    ]
    families = find_families(chain)
    assert [sorted(f.articles) for f in families] == [[f"x{k}", f"x{k + 1}"] for k in range(6)]


@both_ways
def test_a_copy_of_somebodys_own_part_is_no_copy_of_what_he_took(dated: bool) -> None:
    wire, local = invent_prose(1, 360), invent_prose(2, 240)
    articles = [
        article("wire", wire, published=_at(1, dated)),
        article("expanded", f"{wire}\n\n{local}", published=_at(2, dated)),
        article("brief", local, published=_at(3, dated)),
        article("reprint", wire, published=_at(4, dated)),
    ]
    families = find_families(articles)
    assert not any({"wire", "brief"} <= set(family.articles) for family in families)
    assert sorted(sorted(f.articles) for f in families) == [
        ["brief", "expanded"],
        ["expanded", "reprint", "wire"],
    ]
    assert len({family.id for family in families}) == 2


@both_ways
def test_a_round_up_of_three_and_its_copy(dated: bool) -> None:
    merged = "\n\n".join(story[:1200] for story in STORIES[:3])
    articles = [article(f"m{k}", STORIES[k], published=_at(k + 1, dated)) for k in range(3)]
    articles += [article(name, merged, published=_at(9, dated)) for name in ("round", "round2")]
    families = find_families(articles)
    relations = {e.relation for f in families for e in f.edges if e.parent.startswith("m")}
    assert relations == {Relation.MERGED}
    assert _cores(families) == [["round", "round2"]]
    for k in range(3):
        (family,) = [f for f in families if f"m{k}" in f.articles]
        assert set(family.articles) == {f"m{k}", "round", "round2"}


@both_ways
def test_a_live_blog_that_grows_is_one_text(dated: bool) -> None:
    entries = [invent_prose(k, 120) for k in range(7)]
    versions = [
        article(f"v{k}", "\n\n".join(entries[k::-1]), published=_at(k + 1, dated)) for k in range(7)
    ]
    excerpt = article(
        "excerpt", f"{invent_prose(9)}\n\n{entries[0][:350]}", published=_at(20, dated)
    )
    families = find_families([*versions, excerpt])
    assert _cores(families) == [[f"v{k}" for k in range(7)]]
    assert any({"excerpt", "v0"} <= set(family.articles) for family in families)
    if dated:
        (family,) = families
        assert (family.root, family.first_known) == ("v0", True)


@both_ways
def test_two_that_have_words_of_an_unknown_third_are_tied_and_no_one_text(dated: bool) -> None:
    words = " ".join(invent_prose(50, 60).replace(".", "").split())
    third = f"“{words},” the agency said."
    texts = {"one": f"{invent_prose(51)}\n\n{third}", "two": f"{third}\n\n{invent_prose(52)}"}
    articles = [
        article(f"{name}{copy}", text, published=_at(day, dated))
        for day, (name, text) in enumerate(texts.items(), 1)
        for copy in ("", "c")
    ]
    families = find_families(articles)
    assert _cores(families) == [["one", "onec"], ["two", "twoc"]]
    between = [e for f in families for e in f.edges if e.child[:3] != e.parent[:3]]
    assert between
    assert not any(edge.directed for edge in between)


def _crediting(name: str, credited: str, day: str = "2024-03-01") -> Article:
    return article(
        name,
        STORIES[0],
        outlet=name,
        published=day,
        url=f"https://{name}.example/1",
        credits=(Credit(Role.REPUBLISHED_FROM, credited),),
    )


@pytest.mark.parametrize("ring", [("alpha", "beta"), ("alpha", "beta", "gamma")])
def test_credits_that_lead_round_decide_nothing(ring: tuple[str, ...]) -> None:
    articles = [_crediting(n, c) for n, c in zip(ring, (*ring[1:], ring[0]), strict=True)]
    (family,) = find_families(articles)
    assert set(family.core) == set(ring)
    assert not any(edge.directed for edge in family.edges)
    assert not family.first_known


def test_credits_that_lead_round_between_two_languages() -> None:
    def crediting(name: str, language: str, text: str, credited: str) -> Article:
        credit = Credit(Role.ORIGINAL_OUTLET, credited, url=f"https://{credited}.example/1")
        return article(
            name,
            text,
            outlet=name,
            language=language,
            published="2024-03-01",
            url=f"https://{name}.example/1",
            credits=(credit,),
        )

    families = find_families(
        [crediting("alpha", "en", HARBOUR, "beta"), crediting("beta", "ru", RUSSIAN, "alpha")]
    )
    assert {a for f in families for a in f.articles} == {"alpha", "beta"}
    assert not any(edge.directed for f in families for edge in f.edges)
    assert not any(family.first_known for family in families)


def test_credits_against_the_dates() -> None:
    # the credit weighs more than a date, but not much more
    (family,) = find_families(
        [_crediting("early", "late"), _crediting("late", "nobody", "2024-03-05")]
    )
    (edge,) = family.edges
    assert (edge.child, edge.parent) == ("early", "late")
    assert {s.name for s in edge.signals} >= {"credits_other", "published_later"}


def test_order_does_not_matter_to_any_of_it() -> None:
    articles = [article(f"s{k}", t) for k, t in enumerate(STORIES[:6])]
    articles += [article("hub", "\n\n".join(STORIES[:6])), article("copy", STORIES[0])]
    assert find_families(articles) == find_families(articles[::-1])
