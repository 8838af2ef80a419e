"""A subscription: which program is told, and of which changes."""

from dataclasses import dataclass

from secondsource.archive.changes import StandingChange
from secondsource.evidence.finding import Standing


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which changes somebody wants to be told of; None for any.

    `before` and `after` are the standings from which and to which a claim changes; a claim that
    is gone has no standing after. Names of outlets and languages fit in whatever capitals.
    """

    before: Standing | None = None
    after: Standing | None = None
    outlet: str | None = None
    language: str | None = None

    def fits(self, change: StandingChange) -> bool:
        """Whether a change is one of these."""
        article = change.article
        return (
            self.before in (None, change.before)
            and self.after in (None, change.after)
            and _is_same_name(self.outlet, article.outlet)
            and _is_same_name(self.language, article.language)
        )


def _is_same_name(wanted: str | None, found: str | None) -> bool:
    """Whether a name is the one that is wanted, in whatever capitals."""
    return wanted is None or wanted.casefold() == (found or "").casefold()


@dataclass(frozen=True, slots=True)
class Subscription:
    """Who is told of what, and how it goes; without its secret.

    `told` is the number of the last change that it was told of or that does not concern it.
    `failures` counts the failed tries since the last good one, `problem` says why the last one
    failed. Moments are ISO 8601 in UTC: `delivered` of the last good try, `next_try` before which
    it is left alone, `paused` since when it is not tried any more.
    """

    number: int
    address: str
    made_by: str
    created: str
    wanted: Wanted
    told: int
    delivered: str | None = None
    failures: int = 0
    problem: str = ""
    next_try: str | None = None
    paused: str | None = None

    @property
    def active(self) -> bool:
        """Whether it is told of changes, or will be when the pause between tries is over."""
        return self.paused is None


@dataclass(frozen=True, slots=True)
class NewSubscription:
    """What making a subscription gives: the secret, shown only now."""

    secret: str
    subscription: Subscription
