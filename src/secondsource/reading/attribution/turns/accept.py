"""Which labels are speakers': a label needs more than one look, since a heading has a colon too."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from secondsource.article import Span
from secondsource.names.runs import is_given
from secondsource.reading.attribution.turns.labels import Label, LabelKind, is_body
from secondsource.reading.attribution.turns.speakers import CapitalNames
from secondsource.reading.attribution.turns.table import LabelWords, load_agencies

_QUESTIONS = (LabelKind.ASK, LabelKind.ANSWER)
_MARKED = (LabelKind.TITLED, LabelKind.CAPITALS)
_QUOTES = "«“„\"‚‘'»"
_ELSEWHERE = 60
"""Places of a word in the text that are looked at."""
_FEWEST_IN_TRANSCRIPT = 2
_FEWEST_IN_LIST = 3
"""So many names with a colon, each once and nobody asking, are a list about them."""


def choose_speakers(
    text: str, labels: Sequence[Label], words: LabelWords, names: CapitalNames
) -> tuple[list[Label], bool]:
    """The labels that are speakers', in order, and whether they are a dialogue's.

    Args:
        text: the text.
        labels: everything that looks like one.
        words: the table of its language.
        names: those of the text.
    """
    named = [label for label in labels if label.kind not in (*_QUESTIONS, LabelKind.HANDLE)]
    questions = [label for label in labels if label.kind in _QUESTIONS]
    groups = _group(named)
    if all(label.kind is LabelKind.ASK for label in questions):
        groups[""] = questions  # whoever asks, of one who answers by name
    dialogue = _choose_dialogue(text, {n: own for n, own in groups.items() if own}, words)
    taken = {label.number for label in dialogue}
    asked = _choose_questions([x for x in questions if x.number not in taken], dialogue)
    taken = {label.number for label in (*dialogue, *asked)}
    alone = [
        label
        for label in named
        if label.number not in taken and _stands_alone(text, label, words, names)
    ]
    if len({label.words for label in named if _is_listed(text, label)}) >= _FEWEST_IN_LIST:
        alone = [label for label in alone if not _is_listed(text, label)]
    review = {label.number for label in alone if _is_agency(label)}
    alone += [
        label
        for label in named
        if label not in alone
        and is_body(label.words)
        and {label.number - 1, label.number + 1} & review
        if label.number not in taken and len(label.content)
    ]
    posts = [label for label in labels if label.kind is LabelKind.HANDLE]
    chosen = [*dialogue, *asked, *alone, *posts]
    return sorted(chosen, key=lambda label: label.span), bool(dialogue or asked)


def _group(labels: Iterable[Label]) -> dict[str, list[Label]]:
    """The labels of each speaker: a surname goes with the one full name that ends in it."""
    by_name: defaultdict[str, list[Label]] = defaultdict(list)
    for label in labels:
        by_name[" ".join(label.words).casefold()].append(label)
    full = [name for name in by_name if " " in name]
    for name in [name for name in by_name if " " not in name]:
        fits = [long for long in full if long.split()[-1] == name]
        if len(fits) == 1:
            by_name[fits[0]] += by_name.pop(name)
    for name in [name for name in by_name if all(len(w.rstrip(".")) == 1 for w in name.split())]:
        letters = [word[0] for word in name.split()]
        fits = [long for long in full if [w[0] for w in long.split()] == letters and long != name]
        if len(fits) == 1 and fits[0] in by_name:
            by_name[fits[0]] += by_name.pop(name)
    return {name: sorted(own, key=lambda label: label.number) for name, own in by_name.items()}


def _choose_dialogue(text: str, groups: dict[str, list[Label]], words: LabelWords) -> list[Label]:
    """The turns of an interview or a transcript: two speakers at least, one of them again."""
    speaking = {
        name: own
        for name, own in groups.items()
        if all(_is_said(label) for label in own) and not _is_place(text, own, words)
    }
    again = {name: own for name, own in speaking.items() if len(own) > 1}
    every = sorted((x for own in speaking.values() for x in own), key=lambda x: x.number)
    if len(speaking) < _FEWEST_IN_TRANSCRIPT or not every:
        return []
    asks = any(label.asks for label in every)
    marked = [label for label in every if label.kind in _MARKED and _is_marked(label)]
    is_interview = bool(again) and asks and _takes_turns(every)
    capitals = [label for label in every if label.kind in _MARKED]
    is_transcript = len({x.words for x in marked}) > 1 and (bool(again) or _is_close(marked))
    is_transcript |= (
        len({x.words for x in capitals}) > 1 and bool(again) and _is_own(text, every, words)
    )
    is_talk = len(again) > 1 and _takes_turns(every) and _are_people(text, every, words)
    if not (is_interview or is_transcript or is_talk):
        return []
    if every[0].number == 0 and (len(every) == 1 or every[1].number > 1):
        every = every[1:]  # a headline
    asking = {label.number for label in every if label.asks}
    near = {label.number for own in again.values() for label in own}
    return [
        label
        for label in every
        if label.number in near
        or (label.kind in _MARKED and (is_transcript or _is_marked(label)))
        or (label.kind is LabelKind.NAME and asks)
        or (label.asks and is_interview and label.kind is not LabelKind.SMALL)
        or (label.number - 1 in asking and label.kind is not LabelKind.SMALL)
    ]


def _is_said(label: Label) -> bool:
    """Whether what stands after a label can be said: a sentence, or the next paragraph."""
    return label.states or label.asks or not len(label.content)


def _is_marked(label: Label) -> bool:
    return label.kind is LabelKind.TITLED or len(label.words) > 1


def _takes_turns(labels: Sequence[Label]) -> bool:
    """Whether somebody else speaks right after somebody: in the next paragraph or the one after."""
    return any(
        one.words != other.words and other.number - one.number <= 2
        for one, other in pairwise(labels)
    )


def _are_people(text: str, labels: Sequence[Label], words: LabelWords) -> bool:
    """Whether speakers are no teams or places: by first names, titles, or "I" and "we"."""
    people = [
        label
        for label in labels
        if label.kind is LabelKind.TITLED
        or (len(label.words) > 1 and is_given(label.words[0]))
        or words.first.search(text, label.content.start, label.content.end)
    ]
    return 2 * len(people) >= len(labels)


def _is_own(text: str, labels: Sequence[Label], words: LabelWords) -> bool:
    """Whether somebody says "I" or "we"."""
    return any(words.first.search(text, x.content.start, x.content.end) for x in labels)


def _is_close(labels: Sequence[Label]) -> bool:
    return any(other.number - one.number == 1 for one, other in pairwise(labels))


def _choose_questions(labels: Sequence[Label], dialogue: Sequence[Label]) -> list[Label]:
    """ "Q: ...", "Antwort: ...": both must stand there, and one must ask."""
    asks = [label for label in labels if label.kind is LabelKind.ASK]
    answers = [label for label in labels if label.kind is LabelKind.ANSWER]
    if not asks or not any(label.asks or not len(label.content) for label in asks):
        return []
    if not answers and not dialogue:
        return []
    first = asks[0].number
    return [label for label in labels if label.number >= first]


def _stands_alone(text: str, label: Label, words: LabelWords, names: CapitalNames) -> bool:
    """Whether a label without others is a speaker's: a known name, an agency, an office."""
    said = label.content.of(text)
    if not said or label.kind is LabelKind.SMALL or not label.span.of(text)[:1].isupper():
        return False
    if _is_agency(label):
        return label.number > 0 and len(said.split()) > 2
    is_sure = label.is_timed or said[:1] in _QUOTES
    if said[0].islower():
        return False
    if not (label.states or label.asks) or (label.number == 0 and not label.is_timed):
        return False  # a headline
    if label.kind is LabelKind.TITLED and label.words[0][0].isupper():
        return is_sure or _is_named(text, label)
    if len(label.words) < 2:
        return names.has_full(label.words[0])
    if _is_place(text, [label], words) or is_body(label.words):
        return False
    is_person = is_given(label.words[0])
    if is_sure:
        is_both = label.is_timed and said[:1] in _QUOTES
        return is_person or is_both or _is_named(text, label)
    is_person = is_person or words.first.search(said) is not None
    return is_person and _is_named(text, label)


def _is_agency(label: Label) -> bool:
    return " ".join(label.words) in load_agencies()


def _is_reviewed(label: Label, review: Collection[int]) -> bool:
    """Whether an outlet stands right beside an agency in a press review."""
    is_beside = label.number - 1 in review or label.number + 1 in review
    return is_beside and len(label.content) > 0 and is_body(label.words)


def _is_listed(text: str, label: Label) -> bool:
    """Whether a label may be an item of a list of names: nothing but the name makes it one."""
    is_marked = label.is_timed or label.asks or _is_agency(label)
    return not is_marked and label.content.of(text)[:1] not in _QUOTES and label.number > 0


def _is_named(text: str, label: Label) -> bool:
    """Whether the text has a name in full at another place than before a colon."""
    name = " ".join(label.words)
    at = text.find(name)
    while at >= 0:
        if not Span(at, at + len(name)).overlaps(label.span):
            after = text[at + len(name) : at + len(name) + 2].lstrip(" \u00a0")
            if not after.startswith(":"):
                return True
        at = text.find(name, at + 1)
    return False


def _is_place(text: str, labels: Sequence[Label], words: LabelWords) -> bool:
    """Whether the text has a label's words behind a preposition of place: "in Port Ansel"."""
    return any(is_place(text, " ".join(label.words), words) for label in labels[:1])


def is_place(text: str, name: str, words: LabelWords) -> bool:
    """Whether a text has a name behind a preposition of place, and nowhere behind none."""
    if not name:
        return False
    at, seen, behind = text.find(name), 0, 0
    while at >= 0 and seen < _ELSEWHERE:
        before = text[max(0, at - 12) : at].rstrip(" \u00a0")
        if at and before[-1:].strip(".:\n"):
            seen += 1
            behind += words.places.search(before) is not None
        at = text.find(name, at + 1)
    return seen > 0 and 2 * behind >= seen
