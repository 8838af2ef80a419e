"""What two articles only quote: a tie, but neither a direction nor one text."""

import pytest

from secondsource.article import Credit, Role, Span
from secondsource.lineage import Edge, find_families
from secondsource.lineage.edges import is_strong
from secondsource.lineage.quoted import only_quotes, share_quoted
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD, article

SAID = (
    "We asked for these papers in the spring, again in June and once more last week, and we were "
    "told each time that nobody in the ministry could say where they were kept"
)
QUOTED, SINGLE, BARE = f"“{SAID},” she said.", f"'{SAID}', she told us.", f"{SAID}."


def _edge(left: str, right: str, **fields: object) -> Edge:
    articles = [
        article("a", left, published="2024-03-05", outlet="Coast Courier"),
        article("b", right, published="2024-03-09", outlet="Inland News", **fields),
    ]
    (family,) = find_families(articles)
    (edge,) = family.edges
    return edge


@pytest.mark.parametrize(
    ("left", "right", "only", "directed"),
    [
        (f"{HARBOUR}\n\n{QUOTED}", f"{ORCHARD}\n\n{QUOTED}", True, False),
        (f"{HARBOUR}\n\n{QUOTED}", f"{ORCHARD}\n\n{SINGLE}", True, False),
        (f"{HARBOUR}\n\n{BARE}", f"{ORCHARD}\n\n{QUOTED}", False, True),  # its own words
        (f"{HARBOUR}\n\n{BARE}", f"{ORCHARD}\n\n{BARE}", False, False),  # from a third, maybe
        (f"{HARBOUR} {QUOTED} {BRIDGE}", f"{HARBOUR} {QUOTED} {ORCHARD}", False, True),
        # short reports, of which the remark is the larger part
        (f"{HARBOUR[:150]}.\n\n{QUOTED}", f"{ORCHARD[:150]}.\n\n{QUOTED}", True, False),
        (f"{HARBOUR[:40]}.\n\n{QUOTED}", f"{HARBOUR[:40]}.\n\n{QUOTED}\n\nMore.", False, True),
    ],
)
def test_dates_do_not_say_who_quoted_first(
    left: str, right: str, only: bool, directed: bool
) -> None:
    edge = _edge(left, right)
    assert (only_quotes(edge), edge.directed) == (only, directed)


def test_a_credit_says_it() -> None:
    credit = (Credit(Role.ORIGINAL_OUTLET, "Coast Courier"),)
    edge = _edge(f"{HARBOUR}\n\n{QUOTED}", f"{ORCHARD}\n\n{QUOTED}", credits=credit)
    assert (edge.child, edge.directed) == ("b", True)


def test_a_short_text_around_a_quotation_is_no_copy() -> None:
    edge = _edge(f"{HARBOUR}\n\n{QUOTED}", f"Papers are missing. {QUOTED}")
    assert edge.coverage > 0.5
    assert not is_strong(edge)
    assert is_strong(_edge(f"{HARBOUR}\n\n{BARE}", f"Papers are missing. {BARE}"))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [("It is “all here”.", "all here"), ("It “is\n\n“all here”.", "all here"), ("It is.", "")],
)
def test_share_quoted(text: str, quoted: str) -> None:
    start = text.find(quoted)
    assert share_quoted(text, [Span(start, start + len(quoted))]) == bool(quoted)
    assert 0 <= share_quoted(text, [Span(0, len(text))]) < 1
