"""Every sentence and label that a reader of a report sees, in one place.

The program never says that something is true or false, and never that a text was stolen:
it says what was found, where, how sure it is, and what counts as one.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from secondsource.article import Role
from secondsource.evidence.finding import Stance, Standing
from secondsource.evidence.sureness import UNSURE_BELOW, is_unsure
from secondsource.lineage.family import Edge, EditType, Negation, Relation
from secondsource.messages import N_
from secondsource.messages import gettext as _
from secondsource.messages.retelling import retell
from secondsource.messages.written import write_date, write_list
from secondsource.reading.statement import Due, Kind, Loaded, Quotation
from secondsource.reading.wording.techniques import name_technique
from secondsource.report.languages import say_language as say_language
from secondsource.report.numbers import capitalize_first as capitalize_first
from secondsource.report.numbers import say_count as say_count
from secondsource.report.numbers import say_share as say_share

PROMISE: Final = N_(
    "This report does not say what is true or false. It says what was found, where, how sure "
    "the program is, and which pieces count as one. The judgement is yours."
)
NOTHING_OUTSIDE: Final = N_("Nothing outside this collection was searched.")
DIRECTION_UNKNOWN: Final = N_("The text does not decide who took from whom.")
_SAME_IN_ANOTHER_LANGUAGE: Final = N_("says in another language the same as")
NO_COUNTERPART: Final = N_("no counterpart found")
NOT_IN_VERSION: Final = N_("not in this version")
_SHARES_TEXT: Final = N_("shares text with")
NO_FAMILY: Final = N_(
    "No other article in the collection shares text with this one, and the text itself "
    "credits no other outlet."
)
NO_FAMILIES: Final = N_("No articles share text, and none credits another.")
UNNAMED_SOURCE: Final = N_("a source that is not named")
TRANSLATED_AND_REPUBLISHED: Final = N_("Translated and republished")
NO_STATEMENT: Final = N_("No statement was read in this article.")
THIS_ARTICLE: Final = N_("This article")
FIRST_KNOWN: Final = N_("First known")
PROBABLY_FIRST: Final = N_("Probably first")
FIRST_UNKNOWN: Final = N_("No date or credit decides which came first.")
NOT_IN_COLLECTION: Final = N_("Named in the text; not in the collection, so not compared.")
LOADED_IS_AN_AID: Final = N_(
    "Words that may carry a judgement are marked as a reading aid, with whose words they are. "
    "The marking is often wrong, and says nothing about the author or about what is claimed."
)
TIMELINE_EXPLAINED: Final = N_(
    "Time runs from left to right, lines from the older article to the newer. A share is of the "
    "newer one’s own words. Every tie is told in words below."
)
SHARES_ARE_WORDS: Final = N_(
    "Shares are of the words in statements. Where one voice reports another, the words count "
    "for the outer one."
)
ECHO_EXPLAINED: Final = N_(
    "An echo goes back to this article itself, or to the source it names. It is counted and "
    "shown, but it cannot corroborate."
)
ORIGIN_EXPLAINED: Final = N_(
    "An origin is what a set of pieces goes back to: the same text, the same voice, the same "
    "agency, the same house. Its pieces count once."
)

STANDING_LABEL: Final[Mapping[Standing, str]] = MappingProxyType(
    {
        Standing.CONTESTED: N_("contested"),
        Standing.DISPUTED: N_("disputed"),
        Standing.ECHOED: N_("only echoed"),
        Standing.SINGLE_ORIGIN: N_("one other source"),
        Standing.CORROBORATED: N_("corroborated"),
        Standing.NOT_FOUND: N_("not found"),
        Standing.NOT_CHECKABLE: N_("not checkable"),
    }
)
STANDING_MEANING: Final[Mapping[Standing, str]] = MappingProxyType(
    {
        Standing.CONTESTED: N_("Independent sources say the same, and others say the contrary."),
        Standing.DISPUTED: N_("Independent sources say the contrary; none says the same."),
        Standing.ECHOED: N_("Only copies, retellings or the same voice; no independent source."),
        Standing.SINGLE_ORIGIN: N_("Exactly one independent source says the same."),
        Standing.CORROBORATED: N_(
            "Two or more independent sources say the same; none the contrary."
        ),
        Standing.NOT_FOUND: N_("Nothing in the collection says the same or the contrary."),
        Standing.NOT_CHECKABLE: N_("An opinion, a forecast not yet due, or said to be secret."),
    }
)
# The order in which a reader should meet them: what needs a decision first.
STANDING_ORDER: Final = tuple(STANDING_LABEL)

# How each mark in the article is named in the legend, and what it means.
MARK_MEANING: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "claim": (N_("claim"), N_("something that could be checked")),
        "opinion": (N_("opinion"), N_("a judgement or a wish")),
        "forecast": (N_("forecast"), N_("said of the future")),
        "said": (N_("another voice"), N_("than the author’s, with its name")),
        "source": (N_("source, cue"), N_("who is made to say it, and the words that do so")),
        "loaded": (N_("loaded"), N_("may carry a judgement")),
        "credit": (N_("credit"), N_("what the text says of its origin")),
        "aside": (N_("not the article"), N_("notices, repeated headlines")),
    }
)
LOOKED_UP: Final = N_("a statement that was looked up, by its number, with what was found")
STANCE_WORDS: Final[Mapping[Stance, str]] = MappingProxyType(
    {
        Stance.SUPPORTS: N_("says the same"),
        Stance.DISPUTES: N_("says the contrary"),
        Stance.DISCUSSES: N_("is about it, takes no side"),
        Stance.UNRELATED: N_("is not about it"),
    }
)
_UNSURE_STANCE_WORDS: Final[Mapping[Stance, str]] = MappingProxyType(
    {
        Stance.SUPPORTS: N_("may say the same"),
        Stance.DISPUTES: N_("may say the contrary"),
    }
)
NOT_JUDGED: Final = N_("told by the words alone")
"""Of a passage that has too few of the claim's words to be read by the stance model."""
_QUITE_SURE_FROM: Final = 0.85
KIND_WORDS: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.CLAIM: N_("claim"),
        Kind.OPINION: N_("opinion"),
        Kind.FORECAST: N_("forecast"),
        Kind.OTHER: N_("other"),
    }
)
QUOTATION_WORDS: Final[Mapping[Quotation, str]] = MappingProxyType(
    {
        Quotation.DIRECT: N_("quoted word for word"),
        Quotation.INDIRECT: N_("given in other words"),
        Quotation.MIXED: N_("partly quoted"),
    }
)
WHEN_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "before": N_("before this article"),
        "same time": N_("at the same time"),
        "after": N_("after this article"),
    }
)
RELATION_WORDS: Final[Mapping[Relation, str]] = MappingProxyType(
    {
        Relation.COPY: N_("carries the same text as"),
        Relation.EDITED: N_("carries an edited version of"),
        Relation.EXCERPT: N_("carries part of"),
        Relation.MERGED: N_("joins text from several articles, one of them"),
        Relation.TRANSLATION: N_("is a translation of"),
        Relation.CREDIT: N_("credits"),
    }
)
# The same relation in a picture, where there is room for a word.
RELATION_NAMES: Final[Mapping[Relation, str]] = MappingProxyType(
    {
        Relation.COPY: N_("copy"),
        Relation.EDITED: N_("edited"),
        Relation.EXCERPT: N_("excerpt"),
        Relation.MERGED: N_("merged"),
        Relation.TRANSLATION: N_("translation"),
        Relation.CREDIT: N_("credit"),
    }
)
_UNDIRECTED_NAMES: Final[Mapping[Relation, str]] = MappingProxyType(
    {Relation.COPY: N_("same text"), Relation.TRANSLATION: N_("translation")}
)
# The same relation as a step on the way of a text, read from the older to the newer.
STEP_WORDS: Final[Mapping[Relation, str]] = MappingProxyType(
    {
        Relation.COPY: N_("republished"),
        Relation.EDITED: N_("republished with changes"),
        Relation.EXCERPT: N_("republished in part"),
        Relation.MERGED: N_("merged with other text"),
        Relation.TRANSLATION: N_("translated"),
        Relation.CREDIT: N_("republished, as its credit says"),
    }
)
ROLE_WORDS: Final[Mapping[Role, str]] = MappingProxyType(
    {
        Role.AUTHOR: N_("written by"),
        Role.TRANSLATOR: N_("translated by"),
        Role.ORIGINAL_OUTLET: N_("first published by"),
        Role.WIRE: N_("from the agency"),
        Role.REPUBLISHED_FROM: N_("republished from"),
        Role.OTHER: N_("credits"),
    }
)
# What a role makes of the outlet that a credit names, as a step on the way of a text.
CREDITED_STEP: Final[Mapping[Role, str]] = MappingProxyType(
    {
        Role.WIRE: N_("From the agency"),
        Role.ORIGINAL_OUTLET: N_("First published"),
        Role.REPUBLISHED_FROM: N_("Republished"),
    }
)
EDIT_WORDS: Final[Mapping[EditType, str]] = MappingProxyType(
    {
        EditType.HEADLINE: N_("headline changed"),
        EditType.ATTRIBUTION_REMOVED: N_("attribution removed"),
        EditType.ATTRIBUTION_CHANGED: N_("attribution changed"),
        EditType.HEDGE_REMOVED: N_("hedge removed"),
        EditType.HEDGE_ADDED: N_("hedge added"),
        EditType.NUMBER: N_("number changed"),
        EditType.NAME: N_("name changed"),
        EditType.DATE: N_("date changed"),
        EditType.QUOTATION: N_("quotation changed"),
        EditType.PARAGRAPH_ADDED: N_("paragraph added"),
        EditType.PARAGRAPH_CUT: N_("paragraph cut"),
        EditType.LOADED_WORD: N_("loaded word changed"),
        EditType.WORDING: N_("wording changed"),
    }
)
NEGATION_WORDS: Final[Mapping[Negation, str]] = MappingProxyType(
    {
        Negation.REMOVED: N_("a negation was taken out"),
        Negation.ADDED: N_("a negation was put in"),
        Negation.CONTRARY: N_("a word became its contrary"),
    }
)
# Changes that make a claim stronger, or another one, or another one's.
WEIGHTY_EDITS: Final = frozenset(
    {
        EditType.HEDGE_REMOVED,
        EditType.HEDGE_ADDED,
        EditType.ATTRIBUTION_REMOVED,
        EditType.ATTRIBUTION_CHANGED,
        EditType.NUMBER,
        EditType.NAME,
        EditType.DATE,
        EditType.QUOTATION,
    }
)
EDITS_UNDIRECTED: Final = N_(
    "Which of the two came first is not known: what is called removed may have been added."
)


def say_sureness(score: float) -> str:
    """How sure the program is of a judgement, in words.

    The two steps are for reading only and were chosen by eye; the score itself is in the JSON.
    """
    if score >= _QUITE_SURE_FROM:
        return _("quite sure")
    return _("fairly sure") if score >= UNSURE_BELOW else _("unsure")


def say_stance(stance: Stance, score: float) -> str:
    """What a passage does to a claim; an unsure reading never sounds like a sure one."""
    if not is_unsure(stance, score):
        return _(STANCE_WORDS[stance])
    return _(_UNSURE_STANCE_WORDS[stance])


def say_date(date: str | None) -> str:
    """An ISO date as a reader writes it, as precise as it is given: "18 February 2019"."""
    return write_date(date) if date else _("no date")


def say_time(moment: str) -> str:
    """A moment, ISO 8601 in UTC, to the minute."""
    return _("%(day)s at %(time)s UTC", day=say_date(moment[:10]), time=moment[11:16])


def say_tie(edge: Edge) -> str:
    """A tie as the words between its child and its parent; without a direction either may be
    first."""
    if edge.directed:
        return _(RELATION_WORDS[edge.relation])
    translated = edge.relation is Relation.TRANSLATION
    return _(_SAME_IN_ANOTHER_LANGUAGE if translated else _SHARES_TEXT)


def say_relation(edge: Edge) -> str:
    """A tie in a word or two: what the child is, and how much of it stands in the parent."""
    if not edge.directed:
        name = _UNDIRECTED_NAMES.get(edge.relation, N_("shares text"))
        return _("%(relation)s, direction unknown", relation=_(name))
    name = _(RELATION_NAMES[edge.relation])
    if not edge.coverage or edge.relation is Relation.COPY:
        return name
    return f"{name}, {say_share(edge.coverage)}"


say_list = write_list
NO_DATE = N_("no date given")


def say_due(due: Due) -> str:
    """When a forecast comes due, under which condition and who holds it."""
    parts = [_say_due_dates(due)]
    if due.condition:
        parts.append(due.condition)
    if due.holder:
        parts.append(_("held by %(holder)s", holder=due.holder))
    if due.certainty:
        scale = f" ({due.likelihood})" if due.likelihood else ""
        parts.append(_("certainty in the text: “%(words)s”", words=due.certainty) + scale)
    return "; ".join(parts)


def _say_due_dates(due: Due) -> str:
    if due.end == "open":
        if due.start == "open":
            return _(NO_DATE)
        return _("from %(date)s, open end", date=say_date(due.start))
    if due.start in ("open", due.end):
        return _("due by %(date)s", date=say_date(due.end))
    first, last = say_date(due.start), say_date(due.end)
    return _("due between %(first)s and %(last)s", first=first, last=last)


def say_loaded(loaded: Loaded, speaker: str) -> str:
    """Why a word is marked as loaded, and whose word it is; `speaker` is "" for the author."""
    told = retell(name_technique(loaded.technique)) if loaded.technique else ""
    parts = (
        _("may carry a judgement: %(how)s", how=told) if told else _("may carry a judgement"),
        _("a word of %(speaker)s", speaker=speaker) if speaker else _("the author’s word"),
        _("%(times)s times in this article", times=loaded.times) if loaded.times > 1 else "",
    )
    return ", ".join(part for part in parts if part)


def say_step_sureness(score: float) -> str:
    """How sure the program is that a text came the way one step says."""
    return _("Of this step the program is %(sure)s.", sure=say_sureness(score))
