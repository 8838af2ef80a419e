"""Decisions in words, for a line of a list or a line under what was decided."""

from secondsource.messages import gettext as _
from secondsource.review.decided import Decided, State
from secondsource.review.decision import Decision, Verb
from secondsource.review.subject import (
    AttributionSubject,
    EdgeSubject,
    StanceSubject,
    StatementSubject,
    Subject,
    TieSubject,
)


def say_decision(decision: Decision) -> str:
    """What a person decided, in a sentence without their name: "The passage disputes this." """
    if decision.verb is Verb.UNDO:
        return _("Decision %(number)s is taken back.", number=decision.undoes)
    if decision.verb is Verb.NOTE:
        return _("Note: %(text)s", text=decision.value)
    return _say(decision.subject, decision)


def _say(subject: Subject, decision: Decision) -> str:
    confirmed = decision.verb is Verb.CONFIRM
    match subject:
        case EdgeSubject():
            return (
                _("The one article does have its text or credit from the other.")
                if confirmed
                else _("The one article does not have its text or credit from the other.")
            )
        case TieSubject():
            return (
                _("This tie holds: the two go back to one origin.")
                if confirmed
                else _("This tie does not hold: it does not make the two one origin.")
            )
        case AttributionSubject():
            return _say_voice(decision)
        case StanceSubject():
            return _say_stance(decision)
        case StatementSubject():
            return _say_kind(decision)
    return decision.verb.value


def _say_voice(decision: Decision) -> str:
    if decision.verb is Verb.SAID_BY:
        return _("This is said by %(source)s.", source=decision.value)
    if decision.verb is Verb.AUTHOR:
        return _("This is the author's own word.")
    if decision.verb is Verb.CONFIRM:
        return _("It is right who is said to say this.")
    return _("It is not right who is said to say this; who does is not known.")


def _say_kind(decision: Decision) -> str:
    said = {
        Verb.CONFIRM: _("It is right of what kind this is."),
        Verb.CLAIM: _("This is a claim: it could be checked."),
        Verb.OPINION: _("This is an opinion."),
        Verb.FORECAST: _("This is a forecast."),
        Verb.OTHER: _("This is neither a claim nor an opinion nor a forecast."),
    }
    return said[decision.verb]


def _say_stance(decision: Decision) -> str:
    said = {
        Verb.CONFIRM: _("The passage does what the program says it does."),
        Verb.REJECT: _("The passage does not do what the program says it does."),
        Verb.SUPPORTS: _("The passage supports this."),
        Verb.DISPUTES: _("The passage disputes this."),
        Verb.DISCUSSES: _("The passage is about this and takes no side."),
        Verb.UNRELATED: _("The passage is not about this."),
    }
    return said[decision.verb]


def say_who(decision: Decision) -> str:
    """Whose decision it is and when: "Anna Weld, 2031-07-01 12:00"."""
    return f"{decision.decided_by}, {decision.decided_at.replace('T', ' ')[:16]}"


def say_decided(decided: Decided) -> str:
    """A part on which people decided, in a few sentences: theirs, the machine's, what it is on."""
    told = [decided.flag] if decided.state is State.FLAGGED else []
    if decided.decision is not None:
        told.append(f"{say_who(decided.decision)}: {say_decision(decided.decision)}")
    told += [f"{say_who(d)}: {say_decision(d)}" for d in (*decided.overruled, *decided.notes)]
    if decided.decision is not None and decided.machine:
        told.append(_("The program: %(said)s", said=decided.machine))
    return " ".join(told)
