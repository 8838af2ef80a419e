"""What the origins of a statement and of its facts come to; the same when a person changed some."""

from secondsource.evidence.finding import Basis, Coverage, Finding, Origin, PartFinding
from secondsource.evidence.parts import decide_whole, describe_whole
from secondsource.evidence.query.question import Part
from secondsource.evidence.said import find_saying
from secondsource.evidence.standing import (
    decide_standing,
    describe_standing,
    say_what_would_change,
)
from secondsource.reading.statement import Statement


def conclude(
    statement: Statement,
    basis: Basis,
    origins: tuple[Origin, ...],
    parts: tuple[PartFinding, ...],
    coverage: Coverage | None,
) -> Finding:
    """The finding for a statement: its standing, counts and sentences, and whether it was said.

    Args:
        statement: the statement, with its voice.
        basis: what `origins` were made from.
        origins: those of the statement as a whole.
        parts: what was found for its several facts.
        coverage: what was searched; said where nothing was found.
    """
    whole = decide_standing(origins)
    standing = decide_whole(whole, parts)
    return Finding(
        statement.id,
        standing,
        describe_whole(whole, origins, parts, coverage),
        say_what_would_change(standing),
        origins,
        parts=parts,
        said=find_saying(statement, basis, origins),
        basis=basis,
    )


def conclude_part(
    part: Part, basis: Basis, origins: tuple[Origin, ...], coverage: Coverage | None
) -> PartFinding:
    """The finding for one fact of a statement."""
    standing = decide_standing(origins)
    sentence = describe_standing(standing, origins, coverage)
    return PartFinding(part, standing, sentence, origins, basis)
