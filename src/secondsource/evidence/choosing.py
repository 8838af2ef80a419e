"""Which statements of an article are looked up, and what is said of those that cannot be."""

from collections.abc import Sequence

from secondsource.evidence.examined import Options
from secondsource.evidence.finding import Finding, Standing
from secondsource.evidence.standing import say_why_not_checkable
from secondsource.evidence.when import is_past
from secondsource.reading.statement import Kind, Statement


def choose_statements(
    statements: Sequence[Statement], latest: str | None, options: Options
) -> list[Statement]:
    """The statements that are looked up: the most check-worthy first, no more than asked for.

    These are the claims that can be checked, and the forecasts that were due by the date of the
    latest article.
    """
    open_to_check = [
        s
        for s in statements
        if (s.kind is Kind.CLAIM and s.checkable and s.checkworthiness >= options.least)
        or (s.kind is Kind.FORECAST and is_past(s.due, latest))
    ]
    ranked = sorted(open_to_check, key=lambda s: (-s.checkworthiness, s.span))
    return ranked[: options.claims]


def is_closed(statement: Statement, latest: str | None) -> bool:
    """Whether nothing can be looked up: an opinion, an open forecast, what the text calls secret.

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
