"""The facts in an English sentence, each with a subject and a verb of its own.

Joined verbs and clauses, clauses with "who" and "which" beside a name, what is set beside a name
("Anna Reyes, the mayor"), participles ("..., citing poor health") and lists of numbers. What
hangs on a condition, a comparison, "or" or a negation is left whole.
"""

import re
from collections.abc import Iterator, Sequence

from secondsource.article import Span
from secondsource.evidence.query.draft import Piece
from secondsource.evidence.query.english_asides import read_aside
from secondsource.evidence.query.english_clauses import (
    ASKING,
    Clause,
    drop_asides,
    find_below,
    find_root,
    find_subject,
    to_pieces,
)
from secondsource.reading.parse import FINITE, HELPERS, SUBJECTS, Parse, Token

MOST_PARTS = 6
_JOINS = frozenset({"and", "but", "while"})
_CONDITIONS = frozenset({"if", "unless", "whether", "provided", "lest"})
_QUOTED = re.compile(r"[\"“”«»]|''|``")


def split_english(parse: Parse, pieces: Sequence[Span]) -> list[list[Piece]]:
    """The facts in some stretches of one sentence, each as the pieces that tell it.

    Args:
        parse: the article.
        pieces: the stretches that hold what the statement says, in order.

    Returns:
        Two to `MOST_PARTS` facts; empty where there is one, or where it is not safe to split.
    """
    inside = [t.index for piece in pieces for t in parse.tokens_in(piece)]
    if not inside or _is_bound(parse, inside):
        return []
    root = find_root(parse, inside)
    if root is None:
        return []
    if any(_disagrees(parse, parse.tokens[i]) for i in inside):
        return []
    clauses = _split_verbs(parse, root, frozenset(inside))
    clauses.sort(key=lambda clause: clause.tokens)
    facts = [fact for clause in clauses for fact in _split_within(parse, clause)]
    if not 2 <= len(facts) <= MOST_PARTS or not all(_is_told(parse, fact) for fact in facts):
        return []
    return [to_pieces(parse, fact) for fact in facts]


def _disagrees(parse: Parse, verb: Token) -> bool:
    """Whether a joined verb cannot have the first one's subject: "Officials left and is late"."""
    if verb.dep != "conj" or verb.pos not in ("VERB", "AUX"):
        return False
    subject = find_subject(parse, _first_of(parse, verb))
    if subject is None or find_subject(parse, verb) is not None:
        return False
    helpers = [c for c in parse.children(verb) if c.dep in HELPERS]
    tag = min([verb, *helpers], key=lambda t: t.index).tag
    joined = any(c.dep == "conj" for c in parse.children(subject))
    several = joined or subject.tag in ("NNS", "NNPS")
    return (tag == "VBZ" and several) or (tag == "VBP" and subject.tag == "NN" and not joined)


def _is_told(parse: Parse, fact: Clause) -> bool:
    """Whether a fact has a finite verb, its own or one put in."""
    tags = {parse.tokens[i].tag for i in fact.lead + fact.tokens}
    return bool(fact.put or tags & FINITE or (fact.lead and "VBN" in tags))


def _is_bound(parse: Parse, inside: Sequence[int]) -> bool:
    """Whether a condition, a question or a quotation holds the sentence together."""
    words = [parse.tokens[i] for i in inside]
    condition = any(t.lemma in _CONDITIONS and t.dep in ("mark", "prep") for t in words)
    asked = words[-1].text == "?" or any(t.text == "?" for t in words[-2:])
    return condition or asked or any(_QUOTED.match(t.text) for t in words)


def _split_verbs(parse: Parse, root: Token, own: frozenset[int]) -> list[Clause]:
    """The clauses of verbs joined to the main one; one clause where none is, or none may be."""
    chain = [root]
    for verb in chain:
        chain += [c for c in parse.children(verb) if _is_joined(parse, verb, c, own)]
    heads = {v.index for v in chain}
    clauses = []
    for verb in chain:
        taken = find_below(parse, verb, heads - {verb.index}) & own
        if verb is root:
            taken |= own - frozenset(parse.subtree(root))
        kept = _trim(parse, taken, verb)
        lead = () if verb is root else _lead_in(parse, verb, own)
        clauses.append(Clause(tuple(kept), lead))
    if any(not _has_subject(parse, clause) for clause in clauses[:1]):
        return [Clause(tuple(sorted(own)))]
    return clauses


def _has_subject(parse: Parse, clause: Clause) -> bool:
    return any(parse.tokens[i].dep in SUBJECTS for i in (*clause.lead, *clause.tokens))


def _is_joined(parse: Parse, head: Token, verb: Token, own: frozenset[int]) -> bool:
    """Whether a verb is joined to another so that each can be told by itself."""
    if verb.index not in own or verb.pos not in ("VERB", "AUX"):
        return False
    if verb.dep == "ccomp" and head.dep == "ROOT":
        return _is_run_on(parse, head, verb)
    if verb.dep != "conj":
        return False
    between = [
        c for c in parse.children(head) if c.dep == "cc" and head.index < c.index < verb.index
    ]
    words = {c.lemma for c in between[-1:]}
    subject = find_subject(parse, verb)
    compared = _is_compared(parse, head, verb)
    if words - _JOINS or (subject is None and (compared or _is_negated(parse, head))):
        return False
    marked = [
        c for c in parse.children(verb) if c.dep == "mark" and c.lemma not in ("that", "while")
    ]
    if marked or any(c.dep == "preconj" for c in parse.children(head)):
        return False
    if parse.tokens[verb.edge[0]].tag in ASKING:
        return False
    if subject is not None:
        return subject.tag not in ASKING
    return (
        _shares(parse, head, verb)
        and not _may_hang_lower(parse, head, verb)
        and not _is_bare(parse, head, verb)
    )


def _is_compared(parse: Parse, head: Token, verb: Token) -> bool:
    """Whether a "than" stands between, of which the verb may be part; "more than 9" is none."""
    between = parse.tokens[head.index + 1 : verb.index]
    return any(t.lemma == "than" and parse.tokens[t.index + 1].pos != "NUM" for t in between)


def _is_bare(parse: Parse, head: Token, verb: Token) -> bool:
    """Whether what follows the second verb may go with both: "born and raised in Brooklyn"."""
    beside = {"cc", "punct", "conj"}
    after = any(c.index > head.index and c.dep not in beside for c in parse.children(head))
    return not after and any(
        c.index > verb.index and c.dep not in beside for c in parse.children(verb)
    )


def _may_hang_lower(parse: Parse, head: Token, verb: Token) -> bool:
    """Whether a verb between with a subject of its own may be the one that is joined."""
    between = parse.tokens[head.index + 1 : verb.index]
    return any(t.dep in ("ccomp", "xcomp") and find_subject(parse, t) is not None for t in between)


def _is_run_on(parse: Parse, head: Token, verb: Token) -> bool:
    """A clause before the main one with a semicolon after it."""
    after = parse.tokens[verb.edge[1] : verb.edge[1] + 1]
    return verb.index < head.index and bool(after) and after[0].text == ";"


def _is_negated(parse: Parse, verb: Token) -> bool:
    return any(c.dep == "neg" for c in parse.children(verb))


def _shares(parse: Parse, head: Token, verb: Token) -> bool:
    """Whether a verb without a subject can take that of the verb before: their forms agree."""
    if verb.tag in FINITE or any(c.tag in FINITE for c in parse.children(verb) if c.dep in HELPERS):
        return True
    first = _first_of(parse, head)
    helped = any(c.dep in HELPERS for c in parse.children(first))
    taken_for_past = verb.tag == "VBN" and first.tag == "VBD" and not helped
    return taken_for_past or (verb.tag in ("VB", "VBN", "VBG") and helped)


def _first_of(parse: Parse, verb: Token) -> Token:
    """The verb that a row of joined ones starts with, as far as they share its subject."""
    while verb.dep == "conj" and find_subject(parse, verb) is None:
        head = parse.tokens[verb.head]
        if head.pos not in ("VERB", "AUX") or head.index == verb.index:
            break
        verb = head
    return verb


def _lead_in(parse: Parse, verb: Token, own: frozenset[int]) -> tuple[int, ...]:
    """The subject, and the helping verbs, that a joined verb takes from the first."""
    if find_subject(parse, verb) is not None:
        return ()
    first = _first_of(parse, verb)
    subject = find_subject(parse, first)
    if subject is None:
        return ()
    lead = drop_asides(parse, subject) & own
    has_own = any(c.dep in HELPERS for c in parse.children(verb))
    passive = verb.tag == "VBD" and any(c.dep == "auxpass" for c in parse.children(first))
    has_object = any(c.dep == "dobj" for c in parse.children(verb))
    if (
        not has_own
        and not _is_after_finite(parse, first, verb)
        and (verb.tag in ("VB", "VBN", "VBG") or (passive and not has_object))
    ):
        lead |= {c.index for c in parse.children(first) if _may_help(c, verb)} & own
    return tuple(sorted(lead))


def _is_after_finite(parse: Parse, first: Token, verb: Token) -> bool:
    """Whether a verb between has a form of its own: "was born here but has a house and lived"."""
    return any(
        c.dep == "conj" and c.tag in ("VBZ", "VBP", "VBD") and first.index < c.index < verb.index
        for c in parse.children(first)
        if not any(h.dep in HELPERS for h in parse.children(c))
    )


def _may_help(helper: Token, verb: Token) -> bool:
    """Whether a helping verb of the first goes with a joined one: "will seize and sell"."""
    return helper.dep in HELPERS and (
        verb.tag != "VB" or helper.tag == "MD" or helper.lemma == "do"
    )


def _trim(parse: Parse, taken: frozenset[int], verb: Token) -> list[int]:
    """The tokens of a clause in order, without what joins it to the next or the one before."""
    kept = sorted(taken)
    while kept and _is_loose(parse.tokens[kept[-1]]) and kept[-1] != verb.index:
        kept.pop()
    while kept and kept[0] != verb.index and _is_loose(parse.tokens[kept[0]]):
        kept.pop(0)
    joins = {c.index for c in parse.children(verb) if c.dep == "cc"}
    last = max((i for i in kept if i not in joins), default=0)
    return [i for i in kept if i not in joins or (i < last and _joins_inside(parse, i, kept))]


def _is_loose(token: Token) -> bool:
    """Whether a word joins a clause to others; the ending of "Clinton's" belongs to it."""
    return token.dep in ("cc", "punct", "mark", "preconj") and token.tag != "POS"


def _joins_inside(parse: Parse, index: int, kept: Sequence[int]) -> bool:
    """Whether a conjunction joins two things that are both kept."""
    head = parse.tokens[index].head
    return any(
        parse.tokens[i].dep == "conj" and parse.tokens[i].head == head and i > index for i in kept
    )


def _split_within(parse: Parse, clause: Clause) -> Iterator[Clause]:
    """A clause without its asides, then each of these as a fact of its own; lists taken apart."""
    asides = [a for i in clause.tokens if (a := read_aside(parse, parse.tokens[i], clause))]
    gone = frozenset(i for _, holes in asides for i in holes)
    rest = [i for i in clause.tokens if i not in gone]
    left = Clause(tuple(_drop_loose(parse, rest)), clause.lead)
    yield from _split_list(parse, left) or [left]
    yield from (fact for fact, _ in asides)


def _drop_loose(parse: Parse, kept: list[int]) -> list[int]:
    """Without commas at the ends and two in a row."""
    out: list[int] = []
    for index in kept:
        is_comma = parse.tokens[index].text == ","
        if is_comma and (not out or parse.tokens[out[-1]].text == ","):
            continue
        out.append(index)
    return out


def _split_list(parse: Parse, clause: Clause) -> list[Clause]:
    """ "12 tonnes of rice and 300 tents": one fact for each, where each has its number."""
    for index in clause.tokens:
        first = parse.tokens[index]
        if first.dep not in ("dobj", "attr") or parse.tokens[first.head].pos not in ("VERB", "AUX"):
            continue
        row = [first]
        for noun in row:
            row += [c for c in parse.children(noun) if c.dep == "conj" and c.index in clause.tokens]
        if len(row) < 2 or not all(_has_number(parse, noun) for noun in row):
            continue
        if any(c.dep == "cc" and c.lemma != "and" for noun in row for c in parse.children(noun)):
            continue
        return [_pick(parse, clause, row, noun) for noun in row]
    return []


def _has_number(parse: Parse, noun: Token) -> bool:
    return any(c.dep == "nummod" for c in parse.children(noun)) or noun.pos == "NUM"


def _pick(parse: Parse, clause: Clause, row: Sequence[Token], kept: Token) -> Clause:
    """The clause with one of a row of objects in the place of all."""
    others = {noun.index for noun in row} - {kept.index}
    whole = frozenset(parse.subtree(row[0]))
    own = find_below(parse, kept, others)
    loose = {c.index for c in parse.children(kept) if c.dep in ("cc", "punct")}
    picked = [i for i in clause.tokens if i not in whole or (i in own and i not in loose)]
    return Clause(tuple(picked), clause.lead)
