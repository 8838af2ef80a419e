"""The evaluation on natural copies: its labels are sound, and its figures can fall."""

from collections import Counter

import pytest

from evals.natural import (
    APART,
    SHARING,
    LabelledPair,
    Ties,
    measure_events,
    measure_part,
    read_bands,
    read_labels,
    weigh,
)
from evals.natural_sample import find_band, longest_run, sort_into_bands
from secondsource.article import Article, Span
from secondsource.lineage import Edge, Family, Relation, Stretch
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD


def test_labels_are_of_known_bands_and_relations() -> None:
    labels = read_labels()
    assert [label.number for label in labels] == list(range(1, len(labels) + 1))
    assert len({label.pair for label in labels}) == len(labels) >= 200
    assert {label.relation for label in labels} == {*SHARING, *APART, "short"}
    assert {label.band for label in labels} == set(read_bands())


def test_every_band_stands_for_its_pairs() -> None:
    labels = read_labels()
    drawn = Counter(label.band for label in labels)
    weights = weigh(labels)
    assert {band: round(drawn[band] * weights[band]) for band in drawn} == read_bands()


def _label(number: int, left: str, right: str, relation: str) -> LabelledPair:
    return LabelledPair(number, frozenset((left, right)), "jaccard_.9", relation, True)


def _family(*pairs: tuple[str, str], relation: Relation = Relation.COPY) -> Family:
    whole = (Stretch(Span(0, 400), Span(0, 400)),)
    edges = tuple(Edge(c, p, relation, 1.0, 1.0, 0.9, False, (), whole) for c, p in pairs)
    articles = tuple(dict.fromkeys(a for pair in pairs for a in pair))
    return Family(articles[0], articles[0], articles, edges)


@pytest.mark.parametrize(
    ("ties", "recall", "direct", "precision", "strict"),
    [
        ([("a", "b"), ("b", "c")], 1.0, 0.5, 1.0, 1.0),  # the same words over b
        ([("a", "b")], 0.5, 0.5, 1.0, 1.0),
        ([("a", "b"), ("d", "e")], 0.5, 0.5, 0.5, 0.5),  # d and e share boilerplate only
        ([("a", "b"), ("f", "g")], 0.5, 0.5, 1.0, 0.5),  # f and g share a few words
        ([], 0.0, 0.0, None, None),
    ],
)
def test_figures_can_fall(
    ties: list[tuple[str, str]],
    recall: float,
    direct: float,
    precision: float | None,
    strict: float | None,
) -> None:
    labels = [
        _label(1, "a", "b", "copy"),
        _label(2, "a", "c", "excerpt"),
        _label(3, "d", "e", "boilerplate"),
        _label(4, "f", "g", "short"),
    ]
    groups = [[pair for pair in ties if set(pair) & set(core)] for core in ("abc", "de", "fg")]
    figures = measure_part(labels, Ties([_family(*group) for group in groups if group]))
    assert figures["recall"] == recall
    assert figures["recall_direct"] == direct
    assert figures["precision"] == precision
    assert figures["precision_strict"] == strict


def test_other_words_of_one_family_are_no_tie() -> None:
    first, second = Span(0, 300), Span(400, 700)
    edges = tuple(
        Edge(child, "b", Relation.EXCERPT, 0.2, 0.2, 0.9, False, (), (Stretch(first, taken),))
        for child, taken in (("a", first), ("c", second))
    )
    ties = Ties([Family("b", "b", ("b", "a", "c"), edges)])
    assert not ties.is_tied(frozenset("ac"))
    assert ties.in_one_family(frozenset("ac"))


def test_relations_are_compared() -> None:
    labels = [_label(1, "a", "b", "edited"), _label(2, "c", "d", "copy")]
    figures = measure_part(labels, Ties([_family(("a", "b")), _family(("c", "d"))]))
    assert figures["relation_accuracy"] == 0.5


def test_events_of_several_outlets() -> None:
    articles = [Article(f"{event}_{outlet}", "") for event in "xy" for outlet in "123"]
    families = [
        _family(("x_1", "x_2"), relation=Relation.EXCERPT),  # of all of its words: welded
        _family(("y_1", "x_3")),
    ]
    figures = measure_events(articles, Ties(families))
    assert figures["basil_pairs_tied"] == 1
    assert figures["basil"] == {"pairs": 6, "apart": 0.8333, "one_event": 0.5, "directed": 0}


@pytest.mark.parametrize(
    ("left", "right", "longest"),
    [("a b c d", "x b c y", 2), ("a b a b c", "a b c", 3), ("a", "b", 0), ("", "a", 0)],
)
def test_longest_run(left: str, right: str, longest: int) -> None:
    assert longest_run(left.split(), right.split()) == longest


def test_pairs_fall_into_bands() -> None:
    quotation = HARBOUR.split("\n\n")[1]
    texts = [HARBOUR, HARBOUR, HARBOUR[: len(HARBOUR) // 2], f"{ORCHARD} {BRIDGE} {quotation}"]
    found = sort_into_bands(texts)
    assert (0, 1) in found["jaccard_.9"]
    assert (0, 2) in found["jaccard_.2"]
    assert (2, 3) in found["contained_.2"]


def test_no_common_word_is_the_last_band() -> None:
    words = [["a", "b"], ["c"]]
    assert find_band((0, 1), 0, words, [set(), set()], same_topic=False) == "rest"
    assert find_band((0, 1), 0, words, [set(), set()], same_topic=True) == "topic"
