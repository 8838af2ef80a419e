"""Families known before and found on the way are put together, but no hub welds two stories."""

from secondsource.evidence.search.joining import join_families
from secondsource.lineage.family import Edge, Family, Relation


def _edge(child: str, parent: str) -> Edge:
    return Edge(child, parent, Relation.COPY, 1.0, 1.0, 1.0, True)


def _family(name: str, core: str, excerpts: str = "") -> Family:
    """A family of articles with names of one letter, all taken from the first."""
    edges = tuple(_edge(each, core[0]) for each in core[1:] + excerpts)
    return Family(name, core[0], tuple(core + excerpts), edges, tuple(core))


def test_one_family_found_again_is_one() -> None:
    known, found = _family("known", "abc"), _family("found", "bcd")
    (joined,) = join_families([known], [found])
    assert (joined.id, joined.root) == ("known", "a")
    assert joined.articles == joined.core == ("a", "b", "c", "d")
    assert joined.edges == (*known.edges, *found.edges)


def test_an_article_with_excerpts_of_two_stories_does_not_weld_them() -> None:
    """`x` is a round-up with a paragraph of each."""
    known, found = _family("known", "abc", "x"), _family("found", "def", "x")
    assert join_families([known], [found]) == (known, found)


def test_an_article_that_carries_two_stories_whole_does_not_weld_them() -> None:
    known, found = _family("known", "abx"), _family("found", "xde")
    assert join_families([known], [found]) == (known, found)


def test_one_found_family_does_not_weld_two_known() -> None:
    first, second = _family("first", "abx"), _family("second", "xcd")
    joined = join_families([first, second], [_family("found", "abxc")])
    assert [family.id for family in joined] == ["first", "second"]
    assert joined[1] == second
