"""The words at a paragraph's head that can say who speaks in it, before a colon."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from secondsource.article import Span
from secondsource.names.runs import has_body_word
from secondsource.names.sounds import fold_word
from secondsource.names.words import list_words
from secondsource.reading.attribution.turns.openings import skip_opening
from secondsource.reading.attribution.turns.table import LabelWords, load_agencies

_LONGEST = 80
_MOST_WORDS = 6
_MOST_PASSED_ON = 4
_MOST_IN_OFFICE = 5
_LONGEST_OFFICE = 2
_ARTICLES = frozenset(("the", "der", "die", "le", "la", "el", "il", "lo", "o", "a", "de", "het"))
_DOING = frozenset(("said", "says", "has", "had", "is", "was", "who", "told", "added", "wrote"))
_HANDLE = re.compile(
    r"(?:RT\s+)?(?P<label>@\w{1,40}|(?:[^\W\d_][\w.’'-]*\s){1,4}\(@\w{1,40}\))\s?(?P<colon>:)(?=\s|$)"
)
_BEFORE_COLON = re.compile(
    r"(?P<label>[^:\n?!;]{1,80}?)[ \u00a0\u202f]?(?P<colon>:)(?=\s|$|[«“„\"])"
)
_BRACKET = re.compile(r"\s*\([^()\d]{1,40}\)\s*\Z")
_ROLE_AFTER = re.compile(r",\s+(?!and\b|und\b|et\b|y\b|i\b|и\b)[^\W\d_][^,]{1,60}\Z")
_WORD = re.compile(r"[^\W\d_](?:[\w&.’'ʼ`-]*[\w.])?")
_JOINS = frozenset(list_words("particles") | {"the", "and", "und", "et", "do", "das", "l", "d"})
_FACT_CHECK = frozenset({"claim", "verdict", "rating", "fact", "behauptung", "fakt"})
_STATES = re.compile(r"[.!?…][\s”“»\"'’)]*\Z")
_OPENS, _CLOSES = "«“„\"'‘*_ ", "»”“\"'’"
_LETTERS = re.compile(r"[^\W\d_]{2}")
_ASKS = re.compile(r"\?[\s”“»\"'’)]*\Z")


class LabelKind(StrEnum):
    """What a label looks like: the first three speak by what they are, the others need a look."""

    HANDLE = "handle"
    ASK = "ask"
    ANSWER = "answer"
    TITLED = "titled"
    CAPITALS = "capitals"
    NAME = "name"
    WORD = "word"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Label:
    """One paragraph that opens with what may be a speaker.

    `words` are the speaker's without titles; `content` is where what is said begins and ends, and
    is empty when the label has its line for itself. `is_timed` says that a time of day stands
    before it, `asks` that what is said ends in a question, `states` that it is a sentence at all.
    """

    number: int
    kind: LabelKind
    span: Span
    cue: Span
    words: tuple[str, ...]
    content: Span
    is_timed: bool
    asks: bool
    states: bool


def find_labels(
    text: str, blocks: Sequence[Span], words: LabelWords, openers: frozenset[str]
) -> Iterator[Label]:
    """Give every paragraph's head that may be a speaker, in order; of a post all that it passes on.

    Args:
        text: the text.
        blocks: its paragraphs.
        words: the table of its language.
        openers: the words that often open a sentence of it, with which no name begins.
    """
    for number, block in enumerate(blocks):
        at = skip_opening(text, block)
        is_timed = any(map(str.isdigit, text[block.start : at]))
        posts = list(_find_handles(text, Span(at, block.end), number, is_timed))
        if posts:
            yield from posts
        elif found := _find_label(text, Span(at, block.end), number, is_timed, words):
            first = fold_word(found.words[0]) if found.words else ""
            if first not in openers or first in _JOINS:
                yield found


def is_fact_check(labels: list[str]) -> bool:
    """Whether headings show that a question and its answer are those of a fact-check."""
    return any(label in _FACT_CHECK for label in labels)


def _find_handles(text: str, block: Span, number: int, is_timed: bool) -> Iterator[Label]:
    at = block.start
    for _ in range(_MOST_PASSED_ON):
        match = _HANDLE.match(text, at, min(block.end, at + _LONGEST))
        if match is None:
            return
        start = _skip_space(text, match.end(), block.end)
        handle = match["label"][match["label"].index("@") :].rstrip(")")
        yield Label(
            number,
            LabelKind.HANDLE,
            Span(*match.span("label")),
            Span(*match.span("colon")),
            (handle,),
            Span(start, block.end),
            is_timed,
            False,
            True,
        )
        at = start


def _find_label(
    text: str, block: Span, number: int, is_timed: bool, words: LabelWords
) -> Label | None:
    kind, match = _match_question(text, block, words)
    if match is None:
        match = _BEFORE_COLON.match(text, block.start, min(block.end, block.start + _LONGEST + 2))
        kind = tell_kind(match["label"], words) if match else None
    if match is None or kind is None:
        return None
    start = _skip_space(text, match.end(), block.end)
    said = text[start : block.end]
    colon = match.span("colon") if match["colon"] else match.span("label")
    own = () if kind in (LabelKind.ASK, LabelKind.ANSWER) else strip_titles(match["label"])
    return Label(
        number,
        kind,
        _without_marks(text, Span(*match.span("label"))),
        Span(*colon),
        own,
        Span(start, block.end),
        is_timed,
        _ASKS.search(said) is not None,
        _STATES.search(said) is not None and _LETTERS.search(said) is not None,
    )


def _without_marks(text: str, label: Span) -> Span:
    """A label without the quotation mark or the stars before it, if none closes them in it."""
    start = label.start
    while start < label.end - 1 and text[start] in _OPENS:
        start += 1
    closed = text[label.end - 1] in _CLOSES
    return label if closed else Span(start, label.end)


def _match_question(
    text: str, block: Span, words: LabelWords
) -> tuple[LabelKind | None, re.Match[str] | None]:
    for kind, pattern in ((LabelKind.ASK, words.ask), (LabelKind.ANSWER, words.answer)):
        if match := pattern.match(text, block.start, block.end):
            return kind, match
    return None, None


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def tell_kind(label: str, words: LabelWords) -> LabelKind | None:
    """What some words before a colon look like; None when they can be no speaker."""
    plain = _plain(label)
    low = plain.casefold()
    parts = plain.split()
    if not 0 < len(parts) <= _MOST_WORDS or low in words.headings:
        return None
    if any(_WORD.fullmatch(part) is None for part in parts):
        return None
    if parts[-1].casefold() in words.headings and len(parts) > 1 and not _is_titled(parts):
        return None
    if len(parts) > 1 and fold_word(parts[-1]) in list_words("not_names"):
        return None  # "Chapter One"
    if low in words.roles:
        return LabelKind.TITLED if plain.isupper() else LabelKind.WORD
    if plain.isupper() and len(plain) > 1:
        return LabelKind.TITLED if _is_titled(parts) else LabelKind.CAPITALS
    return _tell_mixed(parts, words)


def _tell_mixed(parts: list[str], words: LabelWords) -> LabelKind | None:
    capitals = [part for part in parts if part[0].isupper()]
    small = [part for part in parts if not part[0].isupper() and part.casefold() not in _JOINS]
    if not capitals:
        return LabelKind.SMALL if len(parts) == 1 else None
    if small:
        return _tell_office(parts, words)
    if not parts[0][0].isupper():
        return LabelKind.SMALL
    if _is_titled(parts):
        return LabelKind.TITLED
    return LabelKind.NAME if len(capitals) > 1 else LabelKind.WORD


def _tell_office(parts: list[str], words: LabelWords) -> LabelKind | None:
    """What an office in small letters is: "Fire chief Tam Quill", « Le maire »."""
    if parts[0].casefold() in words.roles:
        return LabelKind.WORD
    if parts[0].casefold() in _ARTICLES and len(parts) == _LONGEST_OFFICE:
        return LabelKind.SMALL
    is_named = parts[0][0].isupper() and all(part[0].isupper() for part in parts[-2:])
    return LabelKind.NAME if is_named and len(parts) > _LONGEST_OFFICE else None


def _is_titled(parts: list[str]) -> bool:
    """Whether a title stands before a name: "MS. ASHBY", "Mayor Ines Dorrow"."""
    titles = list_words("titles")
    first = parts[0].casefold() != "the" and fold_word(parts[0].rstrip(".")) in titles
    return first and len(parts) > 1 and fold_word(parts[-1].rstrip(".")) not in titles


def _plain(label: str) -> str:
    """A label without marks around it, what stands in brackets, and an office after a comma."""
    plain = _BRACKET.sub("", label.strip(" \u00a0*_"))
    if (role := _ROLE_AFTER.search(plain)) and _is_office(role.group()):
        plain = plain[: role.start()]
    return plain.strip("«»“”„\"'*_ ")


def _is_office(role: str) -> bool:
    """Whether a few words after a name say what somebody is, and none what somebody does."""
    parts = [fold_word(word) for word in role.strip(", ").split()]
    return len(parts) <= _MOST_IN_OFFICE and not any(
        part in list_words("says") or part in _DOING or part.endswith(("n't", "n’t"))
        for part in parts
    )


def strip_titles(label: str) -> tuple[str, ...]:
    """The words of a speaker without titles before the name."""
    parts = _plain(label).split()
    titles = list_words("titles")
    while len(parts) > 1 and fold_word(parts[0].rstrip(".")) in titles:
        parts = parts[1:]
    small = [n for n, part in enumerate(parts) if part.islower() and part not in _JOINS]
    if small and small[-1] + 2 < len(parts):
        parts = parts[small[-1] + 1 :]  # "Fire chief Tam Quill"
    return tuple(parts)


def is_body(words: tuple[str, ...]) -> bool:
    """Whether a speaker is an outlet or an office by its words."""
    return " ".join(words) in load_agencies() or has_body_word(words)
