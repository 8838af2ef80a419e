"""Every sentence and label that a reader of a report sees, in one place.

The program never says that something is true or false, and never that a text was stolen:
it says what was found, where, how sure it is, and what counts as one.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from secondsource.article import Role
from secondsource.evidence.finding import Stance, Standing
from secondsource.lineage.family import Edge, EditType, Relation
from secondsource.reading.statement import Due, Loaded, Quotation
from secondsource.reading.wording.techniques import name_technique

PROMISE: Final = (
    "This report does not say what is true or false. It says what was found, where, how sure "
    "the program is, and which pieces count as one. The judgement is yours."
)
NOTHING_OUTSIDE: Final = "Nothing outside this collection was searched."
DIRECTION_UNKNOWN: Final = "The text does not decide who took from whom."
SAME_IN_ANOTHER_LANGUAGE: Final = "says in another language the same as"
NO_COUNTERPART: Final = "no counterpart found"
SHARES_TEXT: Final = "shares text with"
NO_FAMILY: Final = (
    "No other article in the collection shares text with this one, and the text itself "
    "credits no other outlet."
)
NO_FAMILIES: Final = "No articles share text, and none credits another."
UNNAMED_SOURCE: Final = "a source that is not named"
TRANSLATED_AND_REPUBLISHED: Final = "Translated and republished"
NO_STATEMENT: Final = "No statement was read in this article."
THIS_ARTICLE: Final = "This article"
FIRST_KNOWN: Final = "First known"
PROBABLY_FIRST: Final = "Probably first"
FIRST_UNKNOWN: Final = "No date or credit decides which came first."
NOT_IN_COLLECTION: Final = "Named in the text; not in the collection, so not compared."
LOADED_IS_AN_AID: Final = (
    "Words that may carry a judgement are marked as a reading aid, with whose words they are. "
    "The marking is often wrong, and says nothing about the author or about what is claimed."
)
TIMELINE_EXPLAINED: Final = (
    "Time runs from left to right, lines from the older article to the newer. A share is of the "
    "newer one’s own words. Every tie is told in words below."
)
SHARES_ARE_WORDS: Final = (
    "Shares are of the words in statements. Where one voice reports another, the words count "
    "for the outer one."
)
ECHO_EXPLAINED: Final = (
    "An echo goes back to this article itself, or to the source it names. It is counted and "
    "shown, but it cannot corroborate."
)
ORIGIN_EXPLAINED: Final = (
    "An origin is what a set of pieces goes back to: the same text, the same voice, the same "
    "agency, the same house. Its pieces count once."
)

STANDING_LABEL: Final[Mapping[Standing, str]] = MappingProxyType(
    {
        Standing.CONTESTED: "contested",
        Standing.DISPUTED: "disputed",
        Standing.ECHOED: "only echoed",
        Standing.SINGLE_ORIGIN: "one other source",
        Standing.CORROBORATED: "corroborated",
        Standing.NOT_FOUND: "not found",
        Standing.NOT_CHECKABLE: "not checkable",
    }
)
STANDING_MEANING: Final[Mapping[Standing, str]] = MappingProxyType(
    {
        Standing.CONTESTED: "Independent sources say the same, and others say the contrary.",
        Standing.DISPUTED: "Independent sources say the contrary; none says the same.",
        Standing.ECHOED: "Only copies, retellings or the same voice; no independent source.",
        Standing.SINGLE_ORIGIN: "Exactly one independent source says the same.",
        Standing.CORROBORATED: "Two or more independent sources say the same; none the contrary.",
        Standing.NOT_FOUND: "Nothing in the collection says the same or the contrary.",
        Standing.NOT_CHECKABLE: "An opinion, a forecast not yet due, or said to be secret.",
    }
)
# The order in which a reader should meet them: what needs a decision first.
STANDING_ORDER: Final = tuple(STANDING_LABEL)

# How each mark in the article is named in the legend, and what it means.
MARK_MEANING: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "claim": ("claim", "something that could be checked"),
        "opinion": ("opinion", "a judgement or a wish"),
        "forecast": ("forecast", "said of the future"),
        "said": ("another voice", "than the author’s, with its name"),
        "source": ("source, cue", "who is made to say it, and the words that do so"),
        "loaded": ("loaded", "may carry a judgement"),
        "credit": ("credit", "what the text says of its origin"),
        "aside": ("not the article", "notices, repeated headlines"),
    }
)
STANCE_WORDS: Final[Mapping[Stance, str]] = MappingProxyType(
    {
        Stance.SUPPORTS: "says the same",
        Stance.DISPUTES: "says the contrary",
        Stance.DISCUSSES: "is about it, takes no side",
        Stance.UNRELATED: "is not about it",
    }
)
_UNSURE_STANCE_WORDS: Final[Mapping[Stance, str]] = MappingProxyType(
    {Stance.SUPPORTS: "may say the same", Stance.DISPUTES: "may say the contrary"}
)
NOT_JUDGED: Final = "told by the words alone"
"""Of a passage that has too few of the claim's words to be read by the stance model."""
_UNSURE_BELOW: Final = 0.6
_QUITE_SURE_FROM: Final = 0.85
QUOTATION_WORDS: Final[Mapping[Quotation, str]] = MappingProxyType(
    {
        Quotation.DIRECT: "quoted word for word",
        Quotation.INDIRECT: "given in other words",
        Quotation.MIXED: "partly quoted",
    }
)
WHEN_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "before": "before this article",
        "same time": "at the same time",
        "after": "after this article",
    }
)
RELATION_WORDS: Final[Mapping[Relation, str]] = MappingProxyType(
    {
        Relation.COPY: "carries the same text as",
        Relation.EDITED: "carries an edited version of",
        Relation.EXCERPT: "carries part of",
        Relation.MERGED: "joins text from several articles, one of them",
        Relation.TRANSLATION: "is a translation of",
        Relation.CREDIT: "credits",
    }
)
# The same relation in a picture, where there is room for a word.
RELATION_NAMES: Final[Mapping[Relation, str]] = MappingProxyType(
    {
        Relation.COPY: "copy",
        Relation.EDITED: "edited",
        Relation.EXCERPT: "excerpt",
        Relation.MERGED: "merged",
        Relation.TRANSLATION: "translation",
        Relation.CREDIT: "credit",
    }
)
_UNDIRECTED_NAMES: Final[Mapping[Relation, str]] = MappingProxyType(
    {Relation.COPY: "same text", Relation.TRANSLATION: "translation"}
)
# The same relation as a step on the way of a text, read from the older to the newer.
STEP_WORDS: Final[Mapping[Relation, str]] = MappingProxyType(
    {
        Relation.COPY: "republished",
        Relation.EDITED: "republished with changes",
        Relation.EXCERPT: "republished in part",
        Relation.MERGED: "merged with other text",
        Relation.TRANSLATION: "translated",
        Relation.CREDIT: "republished, as its credit says",
    }
)
ROLE_WORDS: Final[Mapping[Role, str]] = MappingProxyType(
    {
        Role.AUTHOR: "written by",
        Role.TRANSLATOR: "translated by",
        Role.ORIGINAL_OUTLET: "first published by",
        Role.WIRE: "from the agency",
        Role.REPUBLISHED_FROM: "republished from",
        Role.OTHER: "credits",
    }
)
# What a role makes of the outlet that a credit names, as a step on the way of a text.
CREDITED_STEP: Final[Mapping[Role, str]] = MappingProxyType(
    {
        Role.WIRE: "From the agency",
        Role.ORIGINAL_OUTLET: "First published",
        Role.REPUBLISHED_FROM: "Republished",
    }
)
EDIT_WORDS: Final[Mapping[EditType, str]] = MappingProxyType(
    {
        EditType.HEADLINE: "headline changed",
        EditType.ATTRIBUTION_REMOVED: "attribution removed",
        EditType.ATTRIBUTION_CHANGED: "attribution changed",
        EditType.HEDGE_REMOVED: "hedge removed",
        EditType.HEDGE_ADDED: "hedge added",
        EditType.NUMBER: "number changed",
        EditType.NAME: "name changed",
        EditType.DATE: "date changed",
        EditType.QUOTATION: "quotation changed",
        EditType.PARAGRAPH_ADDED: "paragraph added",
        EditType.PARAGRAPH_CUT: "paragraph cut",
        EditType.LOADED_WORD: "loaded word changed",
        EditType.WORDING: "wording changed",
    }
)
EDIT_COUNTS: Final[Mapping[EditType, tuple[str, str]]] = MappingProxyType(
    {
        EditType.HEADLINE: ("headline changed", "headlines changed"),
        EditType.ATTRIBUTION_REMOVED: ("attribution removed", "attributions removed"),
        EditType.ATTRIBUTION_CHANGED: ("attribution changed", "attributions changed"),
        EditType.HEDGE_REMOVED: ("hedge removed", "hedges removed"),
        EditType.HEDGE_ADDED: ("hedge added", "hedges added"),
        EditType.NUMBER: ("number changed", "numbers changed"),
        EditType.NAME: ("name changed", "names changed"),
        EditType.DATE: ("date changed", "dates changed"),
        EditType.QUOTATION: ("quotation changed", "quotations changed"),
        EditType.PARAGRAPH_ADDED: ("paragraph added", "paragraphs added"),
        EditType.PARAGRAPH_CUT: ("paragraph cut", "paragraphs cut"),
        EditType.LOADED_WORD: ("loaded word changed", "loaded words changed"),
        EditType.WORDING: ("change of wording", "changes of wording"),
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
EDITS_UNDIRECTED: Final = (
    "Which of the two came first is not known: what is called removed may have been added."
)
_NUMBER_WORDS: Final = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
_LANGUAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ar": "Arabic", "be": "Belarusian", "cs": "Czech", "de": "German", "el": "Greek",
        "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
        "it": "Italian", "ja": "Japanese", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
        "ru": "Russian", "sr": "Serbian", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
    }
)  # fmt: skip
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def say_count(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "three articles", "1,204 articles", "one article", "no article"."""
    noun = one if count in (0, 1) else (many or f"{one}s")
    number = _NUMBER_WORDS[count] if count < len(_NUMBER_WORDS) else f"{count:,}"
    return f"{number} {noun}"


def say_sureness(score: float) -> str:
    """How sure the program is of a judgement, in words.

    The two steps are for reading only and were chosen by eye; the score itself is in the JSON.
    """
    if score >= _QUITE_SURE_FROM:
        return "quite sure"
    return "fairly sure" if score >= _UNSURE_BELOW else "unsure"


def say_stance(stance: Stance, score: float) -> str:
    """What a passage does to a claim; an unsure reading never sounds like a sure one."""
    if score >= _UNSURE_BELOW or stance not in _UNSURE_STANCE_WORDS:
        return STANCE_WORDS[stance]
    return _UNSURE_STANCE_WORDS[stance]


def say_date(date: str | None) -> str:
    """An ISO date as a reader writes it, as precise as it is given: "18 February 2019"."""
    if not date:
        return "no date"
    parts = date[:10].split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3 or len(parts[0]) != 4:
        return date
    month = int(parts[1]) if len(parts) > 1 else 0
    if month > 12 or (len(parts) > 1 and not month):
        return date
    words = [MONTHS[month - 1]] if month else []
    day = [str(int(parts[2]))] if len(parts) > 2 else []
    return " ".join([*day, *words, parts[0]])


def say_language(code: str | None) -> str:
    """The English name of a language, or its code where the name is not at hand."""
    if not code:
        return "language unknown"
    return _LANGUAGES.get(code, code)


def say_share(share: float) -> str:
    """A share of 0..1 in per cent, without rounding a little down to none or most up to all."""
    if 0 < share < 0.01:
        return "under 1%"
    if 0.99 < share < 1:
        return "over 99%"
    return f"{share:.0%}"


def say_tie(edge: Edge) -> str:
    """A tie as the words between its child and its parent; without a direction either may be
    first."""
    if edge.directed:
        return RELATION_WORDS[edge.relation]
    return SAME_IN_ANOTHER_LANGUAGE if edge.relation is Relation.TRANSLATION else SHARES_TEXT


def say_relation(edge: Edge) -> str:
    """A tie in a word or two: what the child is, and how much of it stands in the parent."""
    if not edge.directed:
        return f"{_UNDIRECTED_NAMES.get(edge.relation, 'shares text')}, direction unknown"
    if not edge.coverage or edge.relation is Relation.COPY:
        return RELATION_NAMES[edge.relation]
    return f"{RELATION_NAMES[edge.relation]}, {say_share(edge.coverage)}"


def say_list(names: Sequence[str]) -> str:
    """Names joined as in a sentence: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


NO_DATE = "no date given"


def say_due(due: Due) -> str:
    """When a forecast comes due, under which condition and who holds it."""
    parts = [_say_due_dates(due)]
    if due.condition:
        parts.append(due.condition)
    if due.holder:
        parts.append(f"held by {due.holder}")
    if due.certainty:
        scale = f" ({due.likelihood})" if due.likelihood else ""
        parts.append(f"certainty in the text: “{due.certainty}”{scale}")
    return "; ".join(parts)


def _say_due_dates(due: Due) -> str:
    if due.end == "open":
        return NO_DATE if due.start == "open" else f"from {say_date(due.start)}, open end"
    if due.start in ("open", due.end):
        return f"due by {say_date(due.end)}"
    return f"due between {say_date(due.start)} and {say_date(due.end)}"


def say_loaded(loaded: Loaded, speaker: str) -> str:
    """Why a word is marked as loaded, and whose word it is; `speaker` is "" for the author."""
    told = name_technique(loaded.technique) if loaded.technique else ""
    parts = (
        f"may carry a judgement: {told}" if told else "may carry a judgement",
        f"a word of {speaker}" if speaker else "the author’s word",
        f"{loaded.times} times in this article" if loaded.times > 1 else "",
    )
    return ", ".join(part for part in parts if part)


def capitalize_first(sentence: str) -> str:
    """The sentence with its first letter large and all others as they are."""
    return sentence[:1].upper() + sentence[1:]


def say_step_sureness(score: float) -> str:
    """How sure the program is that a text came the way one step says."""
    return f"Of this step the program is {say_sureness(score)}."
