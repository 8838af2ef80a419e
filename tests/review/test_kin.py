"""A family with what people decided on its ties: it falls apart just where they say so."""

from collections.abc import Iterable
from dataclasses import fields

import pytest

from secondsource.article import Article
from secondsource.lineage.family import Edge, Family, Relation
from secondsource.review.decided import State
from secondsource.review.decision import Decision, Draft, Verb
from secondsource.review.draft import draft_decision
from secondsource.review.kin import DecidedFamily, decide_family, report_family
from secondsource.review.match import LaterText
from secondsource.review.subject import EdgeSubject, edge_subject, write_key

# a gave b and c their text, c gave it to d and e.
_EDGES = tuple(
    Edge(child, parent, Relation.COPY, 1, 1, 0.9, True)
    for child, parent in (("b", "a"), ("c", "a"), ("d", "c"), ("e", "c"))
)
_FAMILY = Family("f", "a", tuple("abcde"), _EDGES, tuple("abcde"))
_ARTICLES = tuple(Article(id_, "", published=f"2024-03-0{n}") for n, id_ in enumerate("abcde", 1))
_WHEN = "2031-07-01T12:00:00+00:00"


def _say(*said: tuple[str, Verb], family: Family = _FAMILY) -> list[Decision]:
    """Decisions on ties, each named by its child and parent."""
    report = report_family(family, _ARTICLES)
    drafts = [
        draft_decision(report, Draft(write_key(EdgeSubject(ends[0], ends[1])), verb))
        for ends, verb in said
    ]
    return [
        Decision(
            **{field.name: getattr(draft, field.name) for field in fields(Draft)},
            number=number,
            decided_by="Anna",
            decided_at=_WHEN,
        )
        for number, draft in enumerate(drafts, start=1)
    ]


def _decide(decisions: Iterable[Decision], family: Family = _FAMILY) -> DecidedFamily:
    return decide_family(family, _ARTICLES, decisions)


@pytest.mark.parametrize(
    ("said", "parts", "alone"),
    [
        ([], ["abcde"], ""),
        ([("ba", Verb.CONFIRM)], ["abcde"], ""),
        ([("ba", Verb.REJECT)], ["acde"], "b"),
        ([("ca", Verb.REJECT)], ["cde", "ab"], ""),
        ([("ba", Verb.REJECT), ("ca", Verb.REJECT)], ["cde"], "ab"),
        ([("ca", Verb.REJECT), ("ca", Verb.CONFIRM)], ["abcde"], ""),
        ([(e, Verb.REJECT) for e in ("ba", "ca", "dc", "ec")], [], "abcde"),
    ],
)
def test_what_is_left_together(said: list[tuple[str, Verb]], parts: list[str], alone: str) -> None:
    decided = _decide(_say(*said))
    assert ["".join(part.articles) for part in decided.parts] == parts
    assert "".join(decided.alone) == alone
    assert decided.is_apart == (parts != ["abcde"])
    assert decided.machine == _FAMILY
    assert [part.root for part in decided.parts] == [part[0] for part in parts]
    for part in decided.parts:
        assert {end for edge in part.edges for end in (edge.child, edge.parent)} == set(
            part.articles
        )


def test_it_holds_when_the_families_are_worked_out_anew() -> None:
    said = _say(("ca", Verb.REJECT))
    anew = Family("g", "a", tuple("abcde"), _EDGES[::-1], tuple("abcde"))
    assert [part.articles for part in _decide(said, anew).parts] == [tuple("cde"), tuple("ab")]


def test_a_tie_that_is_no_longer_found_is_flagged() -> None:
    said = _say(("ca", Verb.REJECT))
    without = Family("f", "a", tuple("abcde"), (_EDGES[0], *_EDGES[2:]), tuple("abcde"))
    decided = _decide(said, without)
    (flagged,) = decided.decided
    assert (flagged.state, decided.is_apart, decided.rejected) == (
        State.FLAGGED,
        False,
        frozenset(),
    )
    assert "was not found now" in flagged.flag


def test_a_later_text_of_one_of_them_flags_the_decision() -> None:
    later = [LaterText("c", "c2", "Other words.", "2031-08-01T12:00:00+00:00")]
    decided = decide_family(_FAMILY, _ARTICLES, _say(("ca", Verb.REJECT)), later)
    assert [each.state for each in decided.decided] == [State.FLAGGED]
    assert not decided.is_apart


def test_what_was_said_of_other_ties_is_no_matter() -> None:
    other = Family("o", "x", ("x", "y"), (Edge("y", "x", Relation.COPY, 1, 1, 0.9, True),))
    said = _say(("yx", Verb.REJECT), family=other)
    assert _decide(said).decided == ()
    assert edge_subject(_EDGES[0]) not in _decide(said).rejected
