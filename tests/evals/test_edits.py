"""The edits evaluation: what it plants is what it says, and its figures can fall."""

import random
from dataclasses import replace

import pytest

from evals.edit_claims import reports_speech
from evals.edit_ground import Ground, Saying, may_be_quoted
from evals.edit_planting import PROPOSERS
from evals.edit_style import choose_loaded
from evals.edits import Planted, find_all, is_at, is_right, measure, plant, without_headline
from evals.sentence_data import Item
from secondsource.article import Article, Span
from secondsource.lineage.family import Edit, EditType
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD

TEXT = (
    f"{HARBOUR}\n\nThe alleged smuggler, 40, was seen in Port Salla on 4 July, according to the "
    f"coast guard.\n\nThe plan may be changed before June.\n\n{ORCHARD}\n\n{BRIDGE}"
)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


SAYING = Saying(_span("the coast guard"), _span("according to"), _span("The alleged smuggler"))
GROUND = Ground(
    TEXT,
    names=("Peter Hale", "Ruth Aldred"),
    sources=("a clerk of the port",),
    loaded=("vile",),
    paragraphs=(BRIDGE.split("\n\n")[0],),
)


@pytest.mark.parametrize("kind", sorted(PROPOSERS))
def test_proposals_stand_where_they_say(kind: str) -> None:
    ground = replace(GROUND, sayings=(SAYING,), title="The harbour board")
    for proposal in PROPOSERS[kind](random.Random(1), ground):
        assert proposal.span.end <= len(TEXT)
        assert proposal.span.of(TEXT) != proposal.other
        assert proposal.types or proposal.also or kind == "ordinary"


def test_versions_differ_where_something_was_planted() -> None:
    versions = plant(random.Random(1), Article("a", TEXT), GROUND)
    assert len(versions.planted) > 6
    parent, child = versions.parent.text, versions.child.text
    at = [0, 0]
    for planted in versions.planted:
        same = parent[at[0] : planted.before.start], child[at[1] : planted.after.start]
        assert same[0] == same[1]
        assert planted.before.of(parent) != planted.after.of(child)
        at = [planted.before.end, planted.after.end]
    assert parent[at[0] :] == child[at[1] :]


def test_all_that_is_planted_in_this_text_is_found() -> None:
    article = Article("a", TEXT)
    figures = measure([plant(random.Random(seed), article, GROUND) for seed in range(8)])
    assert isinstance(figures["recall"], dict)
    assert figures["recall"].items() >= {"hedge_removed": 1.0, "number": 1.0}.items()


def test_figures_can_fall() -> None:
    versions = plant(random.Random(1), Article("a", TEXT), GROUND)
    missed = replace(versions, child=replace(versions.child, text=versions.parent.text))
    assert set(measure([missed])["recall"].values()) == {0.0}  # type: ignore[attr-defined]
    unplanted = replace(versions, planted=())
    assert set(measure([unplanted])["precision"].values()) == {0.0}  # type: ignore[attr-defined]
    assert find_all(missed) == ()


@pytest.mark.parametrize(
    ("edit", "right"),
    [
        (Edit(EditType.NUMBER, "40", "14", Span(10, 12), Span(10, 12)), True),
        (Edit(EditType.DATE, "40", "14", Span(10, 12), Span(10, 12)), True),  # may be besides
        (Edit(EditType.WORDING, "40", "14", Span(10, 12), None), True),  # a miss, counted once
        (Edit(EditType.NAME, "40", "14", Span(10, 12), Span(10, 12)), False),
        (Edit(EditType.NUMBER, "40", "14", Span(50, 52), None), False),
        (Edit(EditType.NUMBER, "40", "14"), False),
    ],
)
def test_what_counts_as_right(edit: Edit, right: bool) -> None:
    planted = Planted(
        "digits", Span(9, 13), Span(9, 13), frozenset({EditType.NUMBER}), frozenset({EditType.DATE})
    )
    assert is_right(edit, planted) is right
    assert is_at(edit, planted) is (edit.before_span == Span(10, 12))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [("He said “it is ", True), ("He said “it” is ", False), ("''It is ", True), ("It's ", False)],
)
def test_where_a_quotation_is_open(text: str, quoted: bool) -> None:
    assert may_be_quoted(text, Span(len(text) - 3, len(text))) is quoted


def test_reported_speech_is_told_by_its_form() -> None:
    text = "Ann noted that it fell. Ann wants to sing."
    noted = Saying(Span(0, 3), Span(4, 9), Span(10, 22))
    wants = Saying(Span(24, 27), Span(28, 33), Span(34, 41))
    assert [reports_speech(text, saying) for saying in (noted, wants)] == [True, False]


def test_a_headline_that_only_the_title_has() -> None:
    saying = Saying(Span(10, 13), Span(14, 18), Span(19, 30))
    bare, (moved,) = without_headline(Article("a", "Headline\nAnn said that it fell."), [saying])
    assert (bare.text, moved.source) == ("Ann said that it fell.", Span(1, 4))


def test_loaded_words_are_halved() -> None:
    words = ("alpha", "beta", "gamma", "delta")
    items = [Item(f"a vile and {word} thing", True, "", (word,)) for word in words] * 2
    halves = choose_loaded(items, True), choose_loaded(items, False)
    assert sorted([*halves[0], *halves[1]]) == ["alpha", "beta", "delta", "gamma"]
