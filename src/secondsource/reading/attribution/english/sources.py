"""Whom an accepted cue attributes its content to: a learned choice among the words around it.

The grammar gives one source or none. Every other noun and pronoun of the sentence outside the
content is a candidate too, and so is nobody; each is described in readable features such as
"subject before", and the one with the highest sum of learned weights is taken.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from secondsource.models.cue_weights import add_weights
from secondsource.reading.attribution.english.grammar import (
    Candidate,
    find_agent,
    find_subject,
    is_heard,
)
from secondsource.reading.parse import Parse, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_INNER = frozenset({"compound", "nmod", "npadvmod"})
"""Arcs of a noun that belongs to another noun or to a date, and is no source of its own."""
_GAPS = (0, 1, 2, 4, 7, 11, 16, 24)
_LONGEST_PATH = 5
_MOST = 24
"""Nouns of one sentence that are looked at: those nearest to the cue."""


@dataclass(frozen=True, slots=True)
class Option:
    """A possible source: its main word (None for nobody) and the indexes of all its words."""

    head: int | None
    words: tuple[int, ...]
    is_parsed: bool


def find_options(parse: Parse, candidate: Candidate) -> list[Option]:
    """The grammar's own source first, then nobody, then every other noun outside the content."""
    own = _head_of(parse, candidate.source)
    options = [Option(own, candidate.source, True)]
    if candidate.source:
        options.append(Option(None, (), False))
    start, end = parse.sentences[parse.tokens[candidate.head].sentence]
    taken = {*candidate.content, *candidate.cue, candidate.head}
    nouns = [
        t
        for t in parse.tokens[start:end]
        if t.pos in _NOMINAL and t.dep not in _INNER and t.index != own and t.index not in taken
    ]
    nouns = sorted(nouns, key=lambda t: abs(t.index - candidate.head))[:_MOST]
    options.extend(Option(t.index, _words_of(parse, t, taken), False) for t in nouns)
    return options


def _head_of(parse: Parse, words: tuple[int, ...]) -> int | None:
    inside = set(words)
    for index in words:
        head = parse.tokens[index].head
        if head not in inside or head == index:
            return index
    return words[0] if words else None


def _words_of(parse: Parse, token: Token, taken: set[int]) -> tuple[int, ...]:
    """The stretch around a noun that belongs to it, up to the cue and the content."""
    below = set(parse.subtree(token)) - taken
    first = last = token.index
    while first - 1 in below:
        first -= 1
    while last + 1 in below:
        last += 1
    return tuple(range(first, last + 1))


def choose_source(parse: Parse, candidate: Candidate, weights: Mapping[str, float]) -> Candidate:
    """The candidate with its likeliest source, which may be nobody; never who is only told it.

    Args:
        parse: The text it was found in.
        candidate: One that `accept` kept.
        weights: A weight for each feature; with none the grammar's source stays.
    """
    if not weights:
        return _without_hearer(parse, candidate)
    options = find_options(parse, candidate)
    rated = [add_weights(weights, describe_option(parse, candidate, o)) for o in options]
    chosen = replace(candidate, source=options[rated.index(max(rated))].words)
    return _without_hearer(parse, chosen)


def _without_hearer(parse: Parse, candidate: Candidate) -> Candidate:
    """The candidate without a source that only hears it: "*they* were told"."""
    verb = parse.tokens[candidate.head]
    if not is_heard(parse, verb) or find_subject(parse, verb).isdisjoint(candidate.source):
        return candidate
    agent = find_agent(parse, verb).difference(candidate.content)
    return replace(candidate, source=tuple(sorted(agent)))


def describe_option(parse: Parse, candidate: Candidate, option: Option) -> list[str]:
    """What the choice looks at, as readable strings such as "noun dep=nsubj"."""
    cue = parse.tokens[candidate.head]
    use = f"{candidate.slot} {candidate.through}".strip()
    kind = "grammar" if option.is_parsed else "noun"
    if option.head is None:
        kind = "grammar's nobody" if option.is_parsed else "nobody"
        return [
            kind,
            f"{kind} {use}",
            f"{kind} cue={cue.lemma}",
            f"{kind} cue={cue.lemma} {use}",
            f"{kind} tag={cue.tag} {candidate.slot}",
            f"{kind} arc={cue.dep} {candidate.slot}",
            f"{kind} arc={cue.dep} {cue.tag}",
            f"{kind} first={cue.index == parse.sentences[cue.sentence][0]}",
        ]
    return [kind, *_describe_noun(parse, candidate, option.head, kind)]


def _describe_noun(parse: Parse, candidate: Candidate, index: int, kind: str) -> Iterator[str]:
    cue, noun = parse.tokens[candidate.head], parse.tokens[index]
    side = "before" if index < cue.index else "after"
    word = noun.text.lower() if noun.pos == "PRON" else noun.pos
    path = _path(parse, cue, noun)
    first, last = sorted((index, cue.index))
    between = sum(t.pos in _NOMINAL for t in parse.tokens[first + 1 : last])
    gap = bisect_left(_GAPS, last - first)
    yield f"{kind} {word}"
    yield f"{kind} {word} {candidate.slot}"
    yield f"{kind} word={noun.lemma}"
    yield f"{kind} {side} {candidate.slot}"
    yield f"{kind} dep={noun.dep} {side}"
    yield f"{kind} dep={noun.dep} {side} {candidate.slot}"
    yield f"{kind} dep={noun.dep} {word}"
    yield f"{kind} path={path}"
    yield f"{kind} path={path} {candidate.slot}"
    yield f"{kind} path={path} cue={cue.lemma}"
    yield f"{kind} path={path} {word}"
    yield f"{kind} gap={gap} {side}"
    yield f"{kind} between={min(between, 4)} {side} {noun.dep}"
    yield f"{kind} tag={cue.tag} arc={cue.dep} path={path}"
    yield f"{kind} under={parse.tokens[noun.head].lemma}"
    yield f"{kind} capital={noun.text[:1].isupper()} {side}"
    if index + 1 < len(parse.tokens):
        yield f"{kind} next={parse.tokens[index + 1].tag} {side}"


def _path(parse: Parse, cue: Token, noun: Token) -> str:
    """The arcs from the cue up to the word above both and down to the noun: "^relcl nsubj"."""
    up = _above(parse, cue)
    down = _above(parse, noun)
    shared = next((i for i in up if i in down), None)
    if shared is None:
        return "far"
    climbs = ["^" + parse.tokens[i].dep for i in up[: up.index(shared)]]
    steps = [parse.tokens[i].dep for i in reversed(down[: down.index(shared)])]
    return " ".join(climbs + steps)


def _above(parse: Parse, token: Token) -> list[int]:
    """A word and those that it hangs on, step by step upwards."""
    found = [token.index]
    for _ in range(_LONGEST_PATH):
        token = parse.tokens[token.head]
        if token.index == found[-1]:
            break
        found.append(token.index)
    return found
