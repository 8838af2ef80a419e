"""The verdicts of people on claims: theirs, signed, and never the program's."""

from dataclasses import dataclass

from secondsource.messages import gettext as _
from secondsource.report.decisions import end_sentence
from secondsource.report.numbers import capitalize_first, ngettext
from secondsource.report.visible import safe_href, show_hidden, show_on_one_line
from secondsource.report.wording import say_date
from secondsource.review.decided import Judged

_RATING_LENGTH = 200


@dataclass(frozen=True, slots=True)
class JudgedView:
    """A person's verdict: `told` its rating, `signed` whose it is, of what day and minute.

    `sources` are addresses, each with the link to it where it is one. `flag` says why somebody has
    to look at it again, `earlier` that it was given on an earlier text of the article.
    """

    number: int
    statement: str | None
    claim: str
    by: str
    at: str
    told: str
    signed: str
    text: str
    reasons: tuple[str, ...]
    sources: tuple[tuple[str, str | None], ...]
    flag: str
    earlier: str = ""

    @property
    def line(self) -> str:
        """Rating and signature on one line."""
        said = (self.flag, self.earlier, self.told, self.signed)
        return " ".join(end_sentence(each) for each in said if each)

    @property
    def brief(self) -> str:
        """Rating and name, for where its claim is only named; whether to look again in a word."""
        given = {"rating": self.told, "who": self.by}
        if self.flag:
            return _("%(rating)s (%(who)s; to be looked at again)", **given)
        if self.earlier:
            return _("%(rating)s (%(who)s; given on an earlier text)", **given)
        return _("%(rating)s (%(who)s)", **given)

    @property
    def whole(self) -> str:
        """All of it on one line."""
        sources = _("Sources: %(sources)s", sources=", ".join(s for s, _href in self.sources))
        said = (self.text, *self.reasons, sources if self.sources else "")
        told = (end_sentence(show_on_one_line(each)) for each in said if each)
        return " ".join((self.line, *told))


def view_judged(judged: Judged) -> JudgedView:
    """A verdict, put into words."""
    verdict = judged.verdict
    rating = show_on_one_line(verdict.rating, _RATING_LENGTH)
    signed = _(
        "Signed by %(who)s, %(day)s at %(time)s UTC",
        who=show_on_one_line(verdict.decided_by),
        day=say_date(verdict.decided_at[:10]),
        time=verdict.decided_at[11:16],
    )
    return JudgedView(
        number=verdict.number,
        statement=judged.statement,
        claim=show_on_one_line(verdict.claim),
        by=show_on_one_line(verdict.decided_by),
        at=verdict.decided_at,
        told=_("A person’s verdict, not the program’s: “%(rating)s”", rating=rating),
        signed=signed,
        text=show_hidden(verdict.text),
        reasons=tuple(map(show_on_one_line, verdict.reasons)),
        sources=tuple((show_on_one_line(each), safe_href(each)) for each in verdict.sources),
        flag=_("Look again: %(why)s", why=judged.flag) if judged.flag else "",
        earlier=judged.earlier,
    )


def say_judged(beside: int, elsewhere: int) -> str:
    """How many verdicts of people the report shows; empty where there are none.

    Args:
        beside: those that stand beside a claim that was looked up.
        elsewhere: the others.
    """
    said = (
        ngettext(
            "%(num)s verdict of a person stands beside its claim.",
            "%(num)s verdicts of people stand beside their claims.",
            beside,
        ),
        ngettext(
            "%(num)s verdict of a person is on words that were not looked up here.",
            "%(num)s verdicts of people are on words that were not looked up here.",
            elsewhere,
        ),
    )
    counts = (beside, elsewhere)
    return " ".join(capitalize_first(each) for each, n in zip(said, counts, strict=True) if n)
