"""Turns as attributions, put beside those that the words within them make."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from operator import attrgetter

from secondsource.article import Span
from secondsource.reading.attribution.pieces import find_touching
from secondsource.reading.attribution.russian.people import name_in_first_case
from secondsource.reading.attribution.turns.turns import Turn, read_turns
from secondsource.reading.statement import Attribution, Quotation, Source, Words
from secondsource.sentences import LONGEST_READ, split_sentences


def attach_turns(
    text: str, language: str | None, found: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """The attributions of a text with those that its labels make, in the order of their cues.

    What the words within a turn attribute stays, as a voice within the speaker's; what a reader
    made of the label itself gives way.

    Args:
        text: the text.
        language: ISO 639-1 code.
        found: what its reader found.
    """
    turns = read_turns(text, language).turns
    if not turns:
        return tuple(found)
    turns = tuple(turn for turn in turns if turn.cue or not _is_said_by(turn, found))
    ends = [turn.content[-1].end for turn in turns]
    kept = [item for one in found for item in _keep(one, _find_near(one, turns, ends))]
    if language == "ru":
        turns = tuple(_name_interviewed(text, turn) for turn in turns)
    made = (_make(text, turn) for turn in turns)
    return tuple(sorted([*kept, *made], key=attrgetter("start")))


_YOU = frozenset(("you", "вы", "ты", "ви", "ти"))
"""Whom a question speaks to: what *you* know is asked, and nobody says it."""


def _name_interviewed(text: str, turn: Turn) -> Turn:
    """A turn of somebody whom the text names in another case only, with the name in the first."""
    source = turn.source
    if source is None or turn.entity is not None or turn.label.contains(source):
        return turn
    holding = (
        s for s in split_sentences(text, "ru") if s.contains(source) and len(s) <= LONGEST_READ
    )
    sentence = next(holding, None)
    name = name_in_first_case(text, sentence, source) if sentence else None
    return replace(turn, entity=name)


def find_turns(text: str, language: str | None) -> tuple[Attribution, ...]:
    """The turns of a text as attributions, in order; what the words within them say is left out."""
    return tuple(_make(text, turn) for turn in read_turns(text, language).turns if turn.cue)


def _is_said_by(turn: Turn, found: Sequence[Attribution]) -> bool:
    """Whether somebody is named in a paragraph with a dash: «— Да, — сказала она»."""
    return any(
        a.cue and a.source and _touches(a.content, turn.content) and _holds(turn, a.cue.span)
        for a in found
    )


def _find_near(found: Attribution, turns: Sequence[Turn], ends: Sequence[int]) -> list[Turn]:
    """The turns in which some part of an attribution may stand; `ends` are theirs, in order."""
    parts = [w.span for w in (found.source, found.cue) if w and w.span] + list(found.content)
    first = bisect_right(ends, min(part.start for part in parts))
    last = max(part.end for part in parts)
    after = (turns[number] for number in range(first, len(turns)))
    return list(takewhile(lambda turn: turn.label.start < last, after))


def _holds(turn: Turn, span: Span) -> bool:
    return any(piece.contains(span) for piece in turn.content)


def _touches(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)


def _keep(found: Attribution, turns: Sequence[Turn]) -> Iterator[Attribution]:
    """An attribution as far as no label makes it needless, and none takes its words."""
    cue = found.cue.span if found.cue else None
    source = found.source.span if found.source else None
    for turn in turns:
        if any(span is not None and span.overlaps(turn.label) for span in (cue, source)):
            return
        if not _touches(found.content, turn.content):
            continue
        if cue is None:
            return
        if _holds(turn, cue) and found.source and found.source.text.lower() in _YOU:
            return
        if not _holds(turn, cue):
            left = tuple(p for p in found.content if not find_touching(turn.content, p))
            if not left:
                return
            found = replace(found, content=left)
    yield found


def _make(text: str, turn: Turn) -> Attribution:
    """A turn as an attribution: what a speaker says in it counts as said in these words."""
    source = None
    if turn.source is not None:
        source = Source(turn.source.of(text), turn.source, turn.entity)
    cue = Words(turn.cue.of(text), turn.cue) if turn.cue else None
    return Attribution(source, cue, turn.content, Quotation.DIRECT)
