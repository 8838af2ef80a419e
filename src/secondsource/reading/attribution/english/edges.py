"""Where the content of an attribution ends, when it follows its cue: a learned choice of edges.

The parser often hangs a trailing phrase on the wrong word ("said he would stay *as the talks
went on*"). So every place where the content could end is a candidate, described in readable
features such as "past , which"; the one with the highest sum of learned weights is taken.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from secondsource.models.cue_weights import add_weights
from secondsource.quotes import find_outer_quotations
from secondsource.reading.attribution.english.grammar import SUBJECTS, Candidate
from secondsource.reading.attribution.pieces import find_reached
from secondsource.reading.parse import Parse, Token

_FROM_BEFORE = frozenset({"parataxis", "according", "adverb", "fronted"})
"""Slots whose content stands before the cue or around it: their ends are the parser's."""
_CLOSED = frozenset({"PUNCT", "CCONJ", "SCONJ", "ADP", "PART", "PRON", "DET"})
_OPENERS = frozenset(
    {"CC", "IN", "TO", "WDT", "WP", "WP$", "WRB", "VBG", "VBN", "RB", "NNP", "CD", "DT", "VBD"}
)
"""Penn tags of words before which a content may end."""
_CARRIES_ON = frozenset({"that", "whether", "if"})
"""Words after a semicolon that open one more clause of the same content."""
_LENGTHS = (1, 2, 3, 5, 8, 12, 18, 26, 40)
_FURTHEST = 150
"""Words of a content after which no further end is looked for."""
_HIGHEST = 12
"""Steps up the tree to the phrase that begins at a word."""


@dataclass(frozen=True, slots=True)
class Tail:
    """The part of a candidate's content that follows its cue, as token indexes.

    `start` is its first token, `parsed` the end that the parser gives it, `limit` the end of
    the sentence; ends are half-open and never follow a mark.
    """

    candidate: Candidate
    start: int
    parsed: int
    limit: int


def find_tail(parse: Parse, candidate: Candidate) -> Tail | None:
    """The part of the content whose end is open to choice; None when there is no such part."""
    limit = find_next_clause(parse, parse.tokens[candidate.head])
    after = [i for i in candidate.content if candidate.head < i < limit]
    if candidate.slot in _FROM_BEFORE or not after:
        return None
    barred = [i for i in (*candidate.source, *candidate.cue) if i > after[0]]
    limit = min([limit, *barred])
    parsed = _skip_marks(parse, max(i for i in after if i < limit) + 1, after[0])
    return Tail(candidate, after[0], parsed, _skip_marks(parse, limit, after[0]))


def find_next_clause(parse: Parse, cue: Token) -> int:
    """Where a new sentence begins after a semicolon that follows a cue; else its sentence's end.

    "It lost ten; Kyiv says it lost two": a verb with a subject of its own follows the mark, and
    no "that" which would carry on what was said. Within quotation marks the speaker goes on.
    """
    end = parse.sentences[cue.sentence][1]
    for mark in parse.tokens[cue.index + 1 : end]:
        if (
            mark.text == ";"
            and _opens_clause(parse, mark.index, end)
            and not _is_quoted(parse, mark)
        ):
            return mark.index
    return end


def _opens_clause(parse: Parse, mark: int, end: int) -> bool:
    following = parse.tokens[mark + 1 : end]
    first = next((t for t in following if t.pos != "CCONJ"), None)
    if first is None or first.lemma in _CARRIES_ON:
        return False
    return any(
        t.pos in ("VERB", "AUX")
        and any(c.dep in SUBJECTS and c.index > mark for c in parse.children(t))
        for t in following
    )


def _is_quoted(parse: Parse, token: Token) -> bool:
    near = find_reached((token.span,), find_outer_quotations(parse.text))
    return any(piece.contains(token.span) for q in near for piece in q.pieces)


def _cut_at(candidate: Candidate, end: int) -> Candidate:
    """The candidate without what of its content stands after a place, unless all of it does."""
    kept = tuple(i for i in candidate.content if i < end)
    return candidate if kept in ((), candidate.content) else replace(candidate, content=kept)


def _skip_marks(parse: Parse, end: int, start: int) -> int:
    while end > start + 1 and not parse.tokens[end - 1].text[:1].isalnum():
        end -= 1
    return end


def find_ends(parse: Parse, tail: Tail) -> list[int]:
    """The places where the content may end: before marks, links and phrases, and the parser's."""
    ends = {tail.parsed, tail.limit}
    for index in range(tail.start + 1, min(tail.limit, tail.start + _FURTHEST)):
        token = parse.tokens[index]
        if token.pos in ("PUNCT", "SPACE") or token.tag in _OPENERS:
            ends.add(_skip_marks(parse, index, tail.start))
    return sorted(ends)


def choose_end(parse: Parse, candidate: Candidate, weights: Mapping[str, float]) -> Candidate:
    """The candidate with its content cut or lengthened to the likeliest end.

    Args:
        parse: The text it was found in.
        candidate: As `find_candidates` gives it.
        weights: A weight for each feature; with none the parser's end stays.

    Returns:
        The same candidate with at least one word of content.
    """
    tail = find_tail(parse, candidate)
    if tail is None or not weights:
        return _cut_at(candidate, find_next_clause(parse, parse.tokens[candidate.head]))
    ends = find_ends(parse, tail)
    rated = [
        (add_weights(weights, describe_end(parse, tail, end, number)), end)
        for number, end in enumerate(ends)
    ]
    return _move_end(tail, max(rated)[1])


def _move_end(tail: Tail, end: int) -> Candidate:
    """The candidate with another end of its content."""
    candidate = tail.candidate
    kept = {i for i in candidate.content if i < end}
    added = set(range(tail.parsed, end)) - set(candidate.source) - set(candidate.cue)
    return replace(candidate, content=tuple(sorted(kept | added)))


def describe_end(parse: Parse, tail: Tail, end: int, number: int) -> list[str]:
    """What the choice looks at, as readable strings such as "in , which"."""
    place = "at" if end == tail.parsed else "in" if end < tail.parsed else "past"
    slot = tail.candidate.slot
    cue = parse.tokens[tail.candidate.head].lemma
    before = parse.tokens[end - 1]
    features = [place, f"{place} {slot}", f"{place} cue={cue}"]
    features.append(f"{place} before={before.tag}")
    features.append(f"{place} before={_word_class(before)} {slot}")
    features.append(f"length={_bucket(end - tail.start)} {slot}")
    features.append(f"number={min(number, 6)} {place}")
    if end == tail.limit:
        features += [f"last {slot}", f"last cue={cue}", f"last {place}"]
        return features
    features.append(f"rest={_bucket(tail.limit - end)} {place}")
    features.extend(_describe_next(parse, tail, end, place))
    return features


def _describe_next(parse: Parse, tail: Tail, end: int, place: str) -> Iterator[str]:
    """The word after the end, the phrase that it opens, and what that phrase hangs on."""
    slot = tail.candidate.slot
    cue = parse.tokens[tail.candidate.head].lemma
    mark = parse.tokens[end]
    first = next(
        (t for t in parse.tokens[end : tail.limit] if t.pos not in ("PUNCT", "SPACE")), mark
    )
    link = "" if mark is first else mark.text
    word = f"{link} {_word_class(first)}"
    top = _phrase_from(parse, first)
    on = _hangs_on(parse, tail, top, end)
    second = parse.tokens[first.index + 1] if first.index + 1 < tail.limit else first
    yield f"{place} {word}"
    yield f"{place} {word} {slot}"
    yield f"{place} {word} {_word_class(second)}"
    yield f"{place} {word} cue={cue}"
    yield f"{place} {link} {top.dep} {on}"
    yield f"{place} {link} {top.dep} {on} {slot}"
    yield f"{place} {word} {top.dep} {on}"
    yield f"{place} {link} {top.tag} {slot}"
    yield f"{place} {link} size={_bucket(top.edge[1] - top.edge[0])} {top.dep}"
    yield f"{place} {word} under={parse.tokens[top.head].lemma}"
    yield f"{word} length={_bucket(end - tail.start)}"


def _word_class(token: Token) -> str:
    return token.text.lower() if token.pos in _CLOSED else token.tag


def _phrase_from(parse: Parse, token: Token) -> Token:
    """The head of the widest phrase that begins with this word."""
    for _ in range(_HIGHEST):
        above = parse.tokens[token.head]
        if above.edge[0] != token.edge[0] or above.index == token.index:
            break
        token = above
    return token


def _hangs_on(parse: Parse, tail: Tail, top: Token, end: int) -> str:
    """Whether a phrase hangs on the cue, on the content before the end, or on another word."""
    if top.head == tail.candidate.head:
        return "cue"
    if tail.start <= top.head < end:
        above = parse.tokens[top.head]
        return "near" if above.index == end - 1 else above.pos
    return "above" if top.head < tail.start else "later"


def _bucket(size: int) -> int:
    return bisect_right(_LENGTHS, size)
