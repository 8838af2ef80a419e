"""A decision that a person took on a report: what, on which words, why, whose and when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from secondsource.addresses import hide_users_in
from secondsource.errors import SubjectError
from secondsource.messages import N_, write_number
from secondsource.messages import gettext as _
from secondsource.review.subject import (
    ArticleSubject,
    AttributionSubject,
    EdgeSubject,
    StanceSubject,
    StatementSubject,
    Subject,
    TieSubject,
    read_key,
    write_key,
)

LONGEST = 20_000  # characters of all that a person writes with one decision


class Verb(StrEnum):
    """What a person says: first of what the machine found, then of stances, voices and kinds."""

    CONFIRM = "confirm"
    REJECT = "reject"
    SUPPORTS = "supports"
    DISPUTES = "disputes"
    DISCUSSES = "discusses"
    UNRELATED = "unrelated"
    SAID_BY = "said_by"
    AUTHOR = "author"
    CLAIM = "claim"
    OPINION = "opinion"
    FORECAST = "forecast"
    OTHER = "other"
    NOTE = "note"
    UNDO = "undo"


STANCES = (Verb.SUPPORTS, Verb.DISPUTES, Verb.DISCUSSES, Verb.UNRELATED)
KINDS = (Verb.CLAIM, Verb.OPINION, Verb.FORECAST, Verb.OTHER)
_JUDGING = (Verb.CONFIRM, Verb.REJECT)
_VERBS: dict[type, tuple[Verb, ...]] = {
    EdgeSubject: (*_JUDGING, Verb.NOTE),
    TieSubject: (*_JUDGING, Verb.NOTE),
    AttributionSubject: (*_JUDGING, Verb.SAID_BY, Verb.AUTHOR, Verb.NOTE),
    StanceSubject: (*_JUDGING, *STANCES, Verb.NOTE),
    StatementSubject: (Verb.CONFIRM, *KINDS, Verb.NOTE),
    ArticleSubject: (Verb.NOTE,),
}
_WITH_VALUE = {
    Verb.SAID_BY: N_("Write who says it."),
    Verb.NOTE: N_("Write the text of the note."),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision that is about to be taken.

    `key` names its subject (see `secondsource.review.subject`). `value` is the other source for
    `said_by` and the text of a note; `reasons` why. `words` are those that it is taken on, the
    statement's first, and `machine` what the machine says of them, in a sentence. `article` is the
    examined one for statements, the child for an edge; `other` the second article that it is
    about. `seen` is the number of the last decision on this subject that its author has seen, None
    where they saw none.
    """

    key: str
    verb: Verb
    value: str = ""
    reasons: str = ""
    words: tuple[str, ...] = ()
    machine: str = ""
    article: str | None = None
    other: str | None = None
    seen: int | None = None

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return read_key(self.key)


@dataclass(frozen=True, slots=True)
class Decision(Draft):
    """A decision that was taken: its number, whose it is, when (ISO 8601, UTC).

    `undoes` is the number of the decision that this one takes back; `undone` says that a later
    one took this one back.
    """

    number: int = 0
    decided_by: str = ""
    decided_at: str = ""
    undoes: int | None = None
    undone: bool = False

    @property
    def counts(self) -> bool:
        """Whether it says something of its subject: it is no note, no undoing and not undone."""
        return self.verb not in (Verb.NOTE, Verb.UNDO) and not self.undone


def list_verbs(subject: Subject) -> tuple[Verb, ...]:
    """What may be said of a subject, a note among it."""
    return _VERBS[type(subject)]


def check_draft(draft: Draft) -> Draft:
    """The draft with its texts trimmed.

    Raises:
        SubjectError: its verb does not go with its subject, a text is missing or too long.
    """
    subject = draft.subject
    allowed = list_verbs(subject)
    if draft.verb not in allowed:
        raise SubjectError(
            _(
                "“%(verb)s” cannot be said of %(key)s: say %(verbs)s.",
                verb=draft.verb.value,
                key=draft.key,
                verbs=", ".join(verb.value for verb in allowed),
            )
        )
    wanted = _WITH_VALUE.get(draft.verb)
    value = hide_users_in(draft.value.strip()) if wanted else ""
    if wanted and not value:
        raise SubjectError(_(wanted))
    if len(value) + len(draft.reasons) > LONGEST:
        most = write_number(LONGEST)
        raise SubjectError(
            _("A decision holds at most %(most)s characters; shorten its text.", most=most)
        )
    reasons = hide_users_in(draft.reasons.strip())
    return replace(draft, key=write_key(subject), value=value, reasons=reasons)


def find_undone(undoings: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The numbers of the decisions that are taken back.

    Args:
        undoings: for each undoing its number and that of the decision it takes back. One that is
            itself taken back takes nothing back.
    """
    undone: set[int] = set()
    for number, undoes in sorted(undoings, reverse=True):  # an undoing is later than what it undoes
        if number not in undone:
            undone.add(undoes)
    return frozenset(undone)
