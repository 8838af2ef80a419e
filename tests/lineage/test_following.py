"""Words followed from article to article: into the family they come from, and no further."""

from hypothesis import given
from hypothesis import strategies as st

from secondsource.article import Span
from secondsource.lineage import find_families
from secondsource.lineage.following import LEAST, carry
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD, article

QUOTED = HARBOUR.split("\n\n")[1]
OWN = BRIDGE.split("\n\n")[0]


def _families(last: str) -> dict[str, set[str]]:
    articles = [
        article("first", HARBOUR, published="2024-03-05"),
        article("taker", f"{BRIDGE}\n\n{QUOTED}", published="2024-03-06"),
        article("last", f"{ORCHARD}\n\n{last}", published="2024-03-07"),
    ]
    return {family.root: set(family.articles) for family in find_families(articles)}


def test_who_took_the_quotation_from_its_taker_is_of_its_family() -> None:
    families = _families(f"{OWN}\n\n{QUOTED}")
    assert families["first"] == {"first", "taker", "last"}


def test_who_took_other_words_from_the_taker_is_not() -> None:
    families = _families(OWN)
    assert families["first"] == {"first", "taker"}
    assert families["taker"] == {"taker", "last"}


def test_the_edge_shows_from_whom_they_were_taken() -> None:
    articles = [
        article("first", HARBOUR, published="2024-03-05"),
        article("taker", f"{BRIDGE}\n\n{QUOTED}", published="2024-03-06"),
        article("last", f"{ORCHARD}\n\n{OWN}\n\n{QUOTED}", published="2024-03-07"),
    ]
    (family, *_) = [f for f in find_families(articles) if f.root == "first"]
    assert {(e.child, e.parent) for e in family.edges} == {("taker", "first"), ("last", "taker")}


_SPANS = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda p: Span(*sorted(p)))


@given(span=_SPANS, here=_SPANS, there=_SPANS)
def test_carried_words_stay_within_the_stretch(span: Span, here: Span, there: Span) -> None:
    for carried in carry([span], [(here, there)]):
        assert there.contains(carried)


@given(span=_SPANS, shift=st.integers(0, 300))
def test_equal_stretches_carry_words_to_the_same_place(span: Span, shift: int) -> None:
    whole = Span(0, 500)
    carried = carry([span], [(whole, Span(shift, shift + 500))])
    assert carried == ((Span(span.start + shift, span.end + shift),) if len(span) >= LEAST else ())
