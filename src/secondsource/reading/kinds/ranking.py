"""Which statements of an article ask most to be checked, in what order."""

from collections.abc import Iterable

from secondsource.reading.statement import Kind, Statement


def rank_statements(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The claims that can be checked, those that ask most for it first.

    Opinions, forecasts, and what cannot be checked by its own words are left out. Where two
    score the same the one with more reasons comes first, then the one that stands first.
    """
    claims = (s for s in statements if s.kind is Kind.CLAIM and s.checkable)
    return tuple(sorted(claims, key=lambda s: (-s.checkworthiness, -len(s.signals), s.span)))
