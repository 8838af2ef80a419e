"""What people say are claims where the program saw none: it is looked up all the same."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.reading.statement import Kind, Statement
from secondsource.review.changes import rename_kind
from secondsource.review.decision import Decision, Verb
from secondsource.review.index import fold_space
from secondsource.review.subject import StatementSubject


def name_claims(
    archive: Archive, article: Article, statements: Sequence[Statement]
) -> tuple[Statement, ...]:
    """The statements, those as claims of which a person says so; for what is looked up alone.

    A report keeps the kinds that the program saw. What people say are no claims is looked up as
    before: their word is laid over what was found, and can be taken back.

    Args:
        archive: with the decisions.
        article: the article, or a later text at its address.
        statements: as they were read.
    """
    earlier = archive.examinations.earlier([article.id])
    last: dict[str, Decision] = {}
    for decision in archive.review.concerning({article.id, *earlier}):
        if isinstance(decision.subject, StatementSubject) and decision.counts and decision.words:
            last[fold_space(decision.words[0])] = decision
    claims = {words for words, decision in last.items() if decision.verb is Verb.CLAIM}
    return tuple(
        _ask_for(statement) if fold_space(statement.text) in claims else statement
        for statement in statements
    )


def _ask_for(statement: Statement) -> Statement:
    """The statement as a claim that is looked up before all others."""
    return replace(rename_kind(statement, Kind.CLAIM), checkworthiness=1.0)
