"""The words in which a decision is offered, by what it is about."""

from collections.abc import Sequence
from typing import Final

from secondsource.archive.decisions import Decision as NameDecision
from secondsource.messages import N_
from secondsource.messages import gettext as _
from secondsource.review.decision import Verb
from secondsource.review.subject import (
    ArticleSubject,
    AttributionSubject,
    EdgeSubject,
    StanceSubject,
    StatementSubject,
    Subject,
    TieSubject,
)

_OFFERED: Final[dict[type, dict[Verb, str]]] = {
    EdgeSubject: {
        Verb.CONFIRM: N_("Yes, these two articles are tied like that"),
        Verb.REJECT: N_("No, they are not"),
    },
    TieSubject: {
        Verb.CONFIRM: N_("Yes, for this reason the two count as one"),
        Verb.REJECT: N_("No, this reason does not make them one"),
    },
    AttributionSubject: {
        Verb.CONFIRM: N_("Yes, that is who says it"),
        Verb.REJECT: N_("No, and who says it is not known"),
        Verb.SAID_BY: N_("Somebody else says it"),
        Verb.AUTHOR: N_("The author says it"),
    },
    StanceSubject: {
        Verb.CONFIRM: N_("Yes, it is read right"),
        Verb.SUPPORTS: N_("It says the same as the claim"),
        Verb.DISPUTES: N_("It says the contrary"),
        Verb.DISCUSSES: N_("It is about the claim and takes no side"),
        Verb.UNRELATED: N_("It has nothing to do with the claim"),
    },
    StatementSubject: {
        Verb.CONFIRM: N_("Yes, it is of the kind that the program says"),
        Verb.CLAIM: N_("It is a claim: it could be checked"),
        Verb.OPINION: N_("It is an opinion: a judgement or a wish"),
        Verb.FORECAST: N_("It is a forecast: it is said of the future"),
        Verb.OTHER: N_("It is none of these"),
    },
    ArticleSubject: {},
}
_ASKED: Final = {
    EdgeSubject: N_("Does one of these articles have its text from the other?"),
    TieSubject: N_("Do these two pieces count as one source for this reason?"),
    AttributionSubject: N_("Who says this?"),
    StanceSubject: N_("What does this passage do to the claim?"),
    StatementSubject: N_("What kind of statement is this?"),
    ArticleSubject: N_("A note on this article"),
}


def offer_verbs(subject: Subject) -> Sequence[tuple[Verb, str]]:
    """What may be said of a subject besides a note, each with its words."""
    return [(verb, _(words)) for verb, words in _OFFERED[type(subject)].items()]


def say_question(subject: Subject) -> str:
    """The question that a decision on this subject answers."""
    return _(_ASKED[type(subject)])


def say_names(decision: NameDecision) -> str:
    """What somebody decided of names, in a sentence without its full stop."""
    who, first, rest = decision.decided_by, decision.subject[0], ", ".join(decision.subject[1:])
    match decision.verb:
        case "merge":
            return _("%(who)s: %(first)s and %(rest)s are one", who=who, first=first, rest=rest)
        case "split":
            return _("%(who)s: %(rest)s is not %(first)s", who=who, first=first, rest=rest)
    undoes = str(decision.undoes or "")
    return _("%(who)s took decision %(undoes)s back", who=who, undoes=undoes)
