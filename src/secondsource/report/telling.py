"""The words in which a decision of a person is told, and what the machine says of the same."""

import re
from typing import Final

from secondsource.evidence.finding import Stance
from secondsource.lineage.family import Relation
from secondsource.messages import N_
from secondsource.messages import gettext as _
from secondsource.messages.retelling import retell
from secondsource.reading.statement import Kind
from secondsource.report.numbers import capitalize_first
from secondsource.report.wording import (
    KIND_WORDS,
    NOT_JUDGED,
    RELATION_NAMES,
    STANCE_WORDS,
    say_stance,
    say_sureness,
)
from secondsource.review.decision import Decision, Verb
from secondsource.review.subject import (
    AttributionSubject,
    EdgeSubject,
    StanceSubject,
    StatementSubject,
    TieSubject,
    read_key,
)

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
_SCORE: Final = re.compile(r"[01]\.[0-9]+")
_VOICES: Final = (N_("the author"), N_("a source without a name"))


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
            return _say_reading(said)
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


def _say_reading(said: str) -> str:
    """How a passage was read, as the report has it, with the number: of "disputes (0.49)"."""
    stance, _space, number = said.partition(" ")
    score = number.strip("()")
    if stance not in list(Stance):
        return said
    if not _SCORE.fullmatch(score):
        return f"{_(STANCE_WORDS[Stance(stance)])}, {_(NOT_JUDGED)}"
    return _(
        "%(stance)s, %(sure)s (%(score)s, where 1 is the surest reading)",
        stance=say_stance(Stance(stance), float(score)),
        sure=say_sureness(float(score)),
        score=score,
    )


def say_decision(decision: Decision, who: str = "") -> str:
    """A decision or note in one sentence: whose, and what.

    Args:
        decision: of a person.
        who: what stands for their name; the name alone where it is empty.
    """
    return _(
        _TOLD[decision.verb],
        who=who or decision.decided_by,
        value=decision.value,
        undoes=str(decision.undoes or ""),
    )
