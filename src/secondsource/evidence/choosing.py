"""Which statements of an article are looked up, and what is said of those that cannot be."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.evidence.examined import Options
from secondsource.evidence.finding import Finding, Standing
from secondsource.evidence.standing import describe_expected, say_why_not_checkable
from secondsource.evidence.when import is_past
from secondsource.reading.statement import Kind, Statement


def choose_statements(
    statements: Sequence[Statement], latest: str | None, options: Options
) -> list[Statement]:
    """The statements that are looked up: the most check-worthy first, no more than asked for.

    These are the claims that can be checked, and the forecasts that were due by the date of the
    latest article; while there is room, also the forecasts that were not, for whom else says so.
    """
    worth = [s for s in statements if s.checkworthiness >= options.least]
    claims = [s for s in worth if s.kind is Kind.CLAIM and s.checkable]
    past = [s for s in statements if s.kind is Kind.FORECAST and is_past(s.due, latest)]
    to_come = [s for s in worth if s.kind is Kind.FORECAST and not is_past(s.due, latest)]
    return [*_rank([*claims, *past]), *_rank(to_come)][: options.claims]


def _rank(statements: Sequence[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda s: (-s.checkworthiness, s.span))


def is_closed(statement: Statement, latest: str | None) -> bool:
    """Whether it cannot be checked: an opinion, an open forecast, what the text calls secret.

    `latest` is the date of the latest article that is searched.
    """
    if statement.kind is Kind.FORECAST:
        return not is_past(statement.due, latest)
    return statement.kind is Kind.OPINION or (
        statement.kind is Kind.CLAIM and not statement.checkable
    )


def tell_closed(statement: Statement) -> Finding:
    """The finding for a statement that cannot be looked up."""
    sentence, change = say_why_not_checkable(statement)
    return Finding(statement.id, Standing.NOT_CHECKABLE, sentence, change)


def close(statement: Statement, found: Finding) -> Finding:
    """What was found for a statement that cannot be checked, as such.

    Of a forecast it is told who else says so: that it was announced or is expected elsewhere
    too can be known before it has come true.
    """
    closed = tell_closed(statement)
    told = [closed.sentence]
    if statement.kind is Kind.FORECAST and found.basis is not None:
        told.append(describe_expected(found.origins))
    return replace(
        found,
        standing=closed.standing,
        sentence=" ".join(told),
        would_change=closed.would_change,
    )
