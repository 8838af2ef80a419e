"""What decisions bear on: the ties that a finding rests on, and whether its numbers are others."""

from collections.abc import Iterator
from typing import TypeAlias

from secondsource.evidence.finding import Basis, Finding, PartFinding, Stance, Standing
from secondsource.review.subject import TieSubject, tie_subject

Numbers: TypeAlias = tuple[Standing, int, int, int]
"""A standing, and how many origins say the same, how many the contrary, how many are echoes."""


def list_facts(finding: Finding) -> Iterator[tuple[str, Finding | PartFinding]]:
    """A finding, and those of the facts of its statement, each with the id of what it is on."""
    yield finding.statement, finding
    for part in finding.parts:
        yield part.part.id, part


def list_ties(finding: Finding) -> Iterator[TieSubject]:
    """The ties among the origins of a finding, those of its facts too."""
    for _id, each in list_facts(finding):
        yield from (tie_subject(tie) for origin in each.origins for tie in origin.ties)
        if each.basis is not None:
            yield from _list_links(each.basis)


def count_finding(finding: Finding | PartFinding) -> Numbers:
    """The standing of a finding, or of that of one fact, with its counts."""
    sides = [origin for origin in finding.origins if origin.stance is not Stance.DISCUSSES]
    return (
        finding.standing,
        sum(o.stance is Stance.SUPPORTS and not o.echo for o in sides),
        sum(o.stance is Stance.DISPUTES and not o.echo for o in sides),
        sum(o.echo for o in sides),
    )


def has_other_numbers(finding: Finding, former: Finding) -> bool:
    """Whether the standing or a count, of the whole or of a fact, is another than it was."""
    return _count_all(finding) != _count_all(former)


def _count_all(finding: Finding) -> tuple[int, tuple[Numbers, ...]]:
    return len(finding.sided), tuple(count_finding(each) for _id, each in list_facts(finding))


def _list_links(basis: Basis) -> Iterator[TieSubject]:
    for link in basis.links:
        left, right = (basis.pieces[end].article for end in (link.left, link.right))
        yield TieSubject(left, right, link.signal.name)
