"""The words in which a decision is offered and told, by what it is about."""

from collections.abc import Sequence
from typing import Final

from secondsource.evidence.finding import Stance
from secondsource.lineage.family import Relation
from secondsource.messages import N_
from secondsource.messages import gettext as _
from secondsource.messages.retelling import retell
from secondsource.reading.statement import Kind
from secondsource.report.numbers import capitalize_first
from secondsource.report.wording import KIND_WORDS, RELATION_NAMES, STANCE_WORDS
from secondsource.review.decision import Decision, Verb
from secondsource.review.subject import (
    ArticleSubject,
    AttributionSubject,
    EdgeSubject,
    StanceSubject,
    StatementSubject,
    Subject,
    TieSubject,
    read_key,
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
_TOLD: Final = {
    Verb.CONFIRM: N_("%(who)s: this is right"),
    Verb.REJECT: N_("%(who)s: this is wrong"),
    Verb.SUPPORTS: N_("%(who)s: it says the same as the claim"),
    Verb.DISPUTES: N_("%(who)s: it says the contrary"),
    Verb.DISCUSSES: N_("%(who)s: it takes no side"),
    Verb.UNRELATED: N_("%(who)s: it has nothing to do with the claim"),
    Verb.SAID_BY: N_("%(who)s: said by %(value)s"),
    Verb.AUTHOR: N_("%(who)s: said by the author"),
    Verb.CLAIM: N_("%(who)s: it is a claim"),
    Verb.OPINION: N_("%(who)s: it is an opinion"),
    Verb.FORECAST: N_("%(who)s: it is a forecast"),
    Verb.OTHER: N_("%(who)s: it is neither claim nor opinion nor forecast"),
    Verb.NOTE: N_("%(who)s notes: %(value)s"),
    Verb.UNDO: N_("%(who)s took decision %(undoes)s back"),
}
_VOICES: Final = (N_("the author"), N_("a source without a name"))
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


def say_machine(key: str, said: str) -> str:
    """What the program says of an item, as a reader reads it: words for its short English ones.

    Args:
        key: of what it is about.
        said: as it is kept with a decision.
    """
    match read_key(key):
        case StatementSubject() if said in list(Kind):
            return _(KIND_WORDS[Kind(said)])
        case StanceSubject():
            stance, _space, score = said.partition(" ")
            known = stance in list(Stance)
            return f"{_(STANCE_WORDS[Stance(stance)])} {score}".strip() if known else said
        case EdgeSubject():
            relation, _stop, reasons = said.partition(". ")
            known = relation in list(Relation)
            name = capitalize_first(_(RELATION_NAMES[Relation(relation)])) if known else ""
            return f"{name}. {retell(reasons)}" if known and reasons else said
        case TieSubject():
            return retell(said)
        case AttributionSubject() if said in _VOICES:
            return _(said)
    return said


def say_decision(decision: Decision) -> str:
    """A decision or note in one sentence: whose, and what."""
    return _(
        _TOLD[decision.verb],
        who=decision.decided_by,
        value=decision.value,
        undoes=str(decision.undoes or ""),
    )
