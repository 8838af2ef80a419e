"""Clauses of a parsed English sentence as rows of its words, and what hangs on a word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondsource.evidence.query.draft import Piece, join_tokens
from secondsource.reading.parse import SUBJECTS, Parse, Token

ASKING = frozenset({"WDT", "WP", "WP$", "WRB"})
"""The parts of speech of "which", "who", "whose" and "when"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens of one fact, in the order they are told; `lead` are words told before them."""

    tokens: tuple[int, ...]
    lead: tuple[int, ...] = ()
    put: str = ""


def find_subject(parse: Parse, verb: Token) -> Token | None:
    """The subject of a verb, if it has one."""
    found = [c for c in parse.children(verb) if c.dep in SUBJECTS]
    return found[0] if found else None


def find_root(parse: Parse, inside: Sequence[int]) -> Token | None:
    """The main verb of the stretches: the first verb whose head lies outside or is itself."""
    own = frozenset(inside)
    tops = [parse.tokens[i] for i in inside if _is_top(parse.tokens[i], own)]
    verbs = [t for t in tops if t.pos in ("VERB", "AUX")]
    told = [t for t in verbs if find_subject(parse, t) is not None]
    return next(iter([*told, *verbs]), None)


def _is_top(token: Token, own: frozenset[int]) -> bool:
    return token.head == token.index or token.head not in own


def drop_asides(parse: Parse, noun: Token) -> frozenset[int]:
    """A noun with what belongs to it, but not what is set beside it between commas."""
    asides = {
        c.index
        for c in parse.children(noun)
        if c.dep in ("relcl", "appos", "acl") and has_comma_before(parse, c)
    }
    asides -= {c.index for c in parse.children(noun) if _is_its_name(c, noun)}
    kept = find_below(parse, noun, asides)
    ordered = sorted(kept)
    while ordered and parse.tokens[ordered[-1]].pos == "PUNCT":
        ordered.pop()
    cut = [i for i in ordered if not (parse.tokens[i].text == "," and asides)]
    return frozenset(cut)


def _is_its_name(aside: Token, noun: Token) -> bool:
    """Whether what is set beside a noun is the name of whom it means: "his aide, Mia Bell"."""
    return aside.dep == "appos" and aside.pos == "PROPN" and noun.pos != "PROPN"


def has_comma_before(parse: Parse, token: Token) -> bool:
    """Whether a comma, dash or bracket stands before what hangs on a word."""
    first = token.edge[0]
    return first > 0 and parse.tokens[first - 1].text in (",", "—", "–", "(")


def find_below(parse: Parse, token: Token, without: Iterable[int]) -> frozenset[int]:
    """The indexes of a token and all below it, except what hangs on some others."""
    skip = frozenset(without)
    found, waiting = set(), [token.index]
    while waiting:
        index = waiting.pop()
        if index not in skip:
            found.add(index)
            waiting.extend(parse.tokens[index].children)
    return frozenset(found)


def to_pieces(parse: Parse, clause: Clause) -> list[Piece]:
    """The stretches of the article that tell a fact, with the words put between."""
    told = _join(parse, clause.tokens)
    if not clause.lead:
        return told
    first = parse.tokens[clause.tokens[0]] if clause.tokens else None
    if first is not None and first.text.istitle() and first.pos not in ("PROPN", "NOUN"):
        told = [first.text.lower(), *_join(parse, clause.tokens[1:])]
    return [*_join(parse, clause.lead), *([clause.put] if clause.put else []), *told]


def _join(parse: Parse, indexes: Sequence[int]) -> list[Piece]:
    return join_tokens((index, parse.tokens[index].span) for index in indexes)
