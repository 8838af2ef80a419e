"""Which statements people gave verdicts on, and whether the text under each is what it was."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.messages import gettext as _
from secondsource.review.decided import Judged
from secondsource.review.index import fold_space
from secondsource.review.match import LaterText
from secondsource.review.report import Report


def find_change(verdict: Verdict, text: str, later: Iterable[LaterText]) -> str:
    """Why a verdict has to be looked at again, in a sentence; empty where nothing speaks for it.

    Where the claim stands in the article word by word, it is enough that later texts of the same
    address have these words; where its author put it in their own words, any other text counts.

    Args:
        verdict: the verdict, with the article that makes the claim.
        text: that article's text.
        later: the later texts of it and of others.
    """
    words = fold_space(verdict.claim)
    verbatim = words in fold_space(text)
    changed = (
        not verbatim or words not in fold_space(each.text)
        for each in later
        if each.article == verdict.article and each.added_at >= verdict.decided_at
    )
    if not any(changed):
        return ""
    return _("The text under this verdict changed at its address: look again.")


@dataclass(frozen=True, slots=True)
class JudgedStatements:
    """The ids of the statements of a report on which somebody's verdict stands.

    Under those that are `changed` the text is no longer what it was.
    """

    all: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()

    @classmethod
    def find(
        cls, report: Report, verdicts: Iterable[Verdict], later: Collection[LaterText]
    ) -> "JudgedStatements":
        """What verdicts on the claims of an article, or of an earlier text of it, are about.

        Args:
            report: on the article.
            verdicts: those on it, and on earlier texts of its address.
            later: the later texts of all of these.
        """
        found = [(v, _find_statements(report, v)) for v in verdicts if v.stands]
        changed = (
            ids
            for verdict, ids in found
            if verdict.article == report.article.id
            if find_change(verdict, report.article.text, later)
        )
        return cls(frozenset().union(*(ids for _, ids in found)), frozenset().union(*changed))


NOBODY_JUDGED = JudgedStatements()


def _find_statements(report: Report, verdict: Verdict) -> set[str]:
    words = fold_space(verdict.claim)
    named = {verdict.statement} if verdict.article == report.article.id else set()
    return {s.id for s in report.statements if s.id in named or fold_space(s.text) == words}


def match_verdicts(
    report: Report,
    verdicts: Iterable[Verdict],
    later: Iterable[LaterText],
    earlier: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Judged, ...]:
    """The verdicts that stand on claims of a report's article, in the order of their making.

    One that was given on an earlier text of the article is among them, and says so. All are flagged
    by one rule, that of `find_change`.

    Args:
        report: with the statements.
        verdicts: all that may be on them.
        later: the later texts of the article, and of its earlier ones.
        earlier: its earlier texts, by id.
    """
    ids = {statement.id for statement in report.statements}
    by_words = {fold_space(s.text): s.id for s in reversed(report.statements)}
    later, own = tuple(later), report.article.id
    texts = {**earlier, own: report.article.text}

    def match(verdict: Verdict) -> Judged:
        named = verdict.statement if verdict.statement in ids and verdict.article == own else None
        statement = named or by_words.get(fold_space(verdict.claim))
        flag = find_change(verdict, texts[verdict.article or own], later)
        if verdict.article == own:
            return Judged(verdict, statement, flag)
        return Judged(verdict, statement, flag, _say_earlier(verdict, report.article.text))

    return tuple(match(each) for each in verdicts if each.stands and each.article in texts)


def _say_earlier(verdict: Verdict, text: str) -> str:
    """That a verdict was given on an earlier text of an article, and whether this has its words."""
    if fold_space(verdict.claim) in fold_space(text):
        return _("It was given on an earlier text of this article, which had these words too.")
    return _("It was given on an earlier text of this article; this one does not have its words.")
