"""The facts in an English sentence, each with a subject and a verb of its own.

Joined verbs and clauses, clauses with "who" and "which" beside a name, what is set beside a name
("Anna Reyes, the mayor"), participles ("..., citing poor health") and lists of numbers. What
hangs on a condition, a comparison, "or" or a negation is left whole.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from secondsource.article import Span
from secondsource.evidence.query.draft import Piece
from secondsource.reading.parse import Parse, Token

MOST_PARTS = 6
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_AUX = frozenset({"aux", "auxpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_JOINS = frozenset({"and", "but", "while"})
_CONDITIONS = frozenset({"if", "unless", "whether", "provided", "lest"})
_CAUSING = frozenset(
    "kill injure wound leave cause destroy spark trigger prompt force damage bring make send raise "
    "push cut drive allow mean".split()
)
"""Verbs whose participle tells what an event did, not what its subject did."""
_PAST = {
    "say": "said", "tell": "told", "give": "gave", "take": "took", "make": "made", "leave": "left",
    "become": "became", "win": "won", "lose": "lost", "pay": "paid", "buy": "bought", "bring": "brought",
    "sell": "sold", "hold": "held", "find": "found", "put": "put", "set": "set", "cut": "cut", "hit": "hit",
    "lead": "led", "meet": "met", "send": "sent", "spend": "spent", "keep": "kept", "build": "built",
    "write": "wrote", "see": "saw", "fall": "fell", "rise": "rose", "run": "ran", "break": "broke",
    "speak": "spoke", "draw": "drew", "throw": "threw", "know": "knew", "go": "went", "come": "came",
    "have": "had", "do": "did", "get": "got", "begin": "began", "choose": "chose", "seek": "sought",
    "drive": "drove", "wear": "wore", "think": "thought", "feel": "felt", "hurt": "hurt",
}  # fmt: skip
_QUOTED = re.compile(r"[\"“”«»]|''|``")


@dataclass(frozen=True, slots=True)
class _Clause:
    """The tokens of one fact, in the order they are told; `lead` are words told before them."""

    tokens: tuple[int, ...]
    lead: tuple[int, ...] = ()
    put: str = ""
    extra: tuple["_Clause", ...] = field(default=())


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
    root = _find_root(parse, inside)
    if root is None:
        return []
    clauses = _split_verbs(parse, root, frozenset(inside))
    clauses.sort(key=lambda clause: clause.tokens)
    facts = [fact for clause in clauses for fact in _split_within(parse, clause)]
    if not 2 <= len(facts) <= MOST_PARTS:
        return []
    return [to_pieces(parse, fact) for fact in facts]


def stands_alone(parse: Parse, pieces: Sequence[Span]) -> bool:
    """Whether some stretches of a sentence have a main verb with a subject."""
    inside = [t.index for piece in pieces for t in parse.tokens_in(piece)]
    root = _find_root(parse, inside)
    if root is None:
        return False
    subject = _subject(parse, root)
    helped = any(c.tag in _FINITE for c in parse.children(root) if c.dep in _AUX)
    opens = parse.tokens[inside[0]].tag in _WH or root.dep in ("relcl", "acl", "csubj", "pcomp")
    if opens or any(c.dep == "mark" and c.lemma != "that" for c in parse.children(root)):
        return False
    return subject is not None and subject.index in inside and (helped or root.tag in _FINITE)


def find_start(parse: Parse, pieces: Sequence[Span]) -> int | None:
    """Where the clause begins that "that" opens, if only words of the frame are before it."""
    inside = [t.index for piece in pieces for t in parse.tokens_in(piece)]
    root = _find_root(parse, inside)
    if root is None:
        return None
    marks = [c for c in parse.children(root) if c.dep == "mark" and c.lemma == "that"]
    if not marks or marks[0].index not in inside:
        return None
    return marks[0].span.end


def _is_bound(parse: Parse, inside: Sequence[int]) -> bool:
    """Whether a condition, a question or a quotation holds the sentence together."""
    words = [parse.tokens[i] for i in inside]
    condition = any(t.lemma in _CONDITIONS and t.dep in ("mark", "prep") for t in words)
    asked = words[-1].text == "?" or any(t.text == "?" for t in words[-2:])
    return condition or asked or any(_QUOTED.match(t.text) for t in words)


def _find_root(parse: Parse, inside: Sequence[int]) -> Token | None:
    """The main verb of the stretches: the first verb whose head lies outside or is itself."""
    own = frozenset(inside)
    tops = [parse.tokens[i] for i in inside if _is_top(parse.tokens[i], own)]
    verbs = [t for t in tops if t.pos in ("VERB", "AUX")]
    told = [t for t in verbs if _subject(parse, t) is not None]
    return next(iter([*told, *verbs]), None)


def _is_top(token: Token, own: frozenset[int]) -> bool:
    return token.head == token.index or token.head not in own


def _subject(parse: Parse, verb: Token) -> Token | None:
    found = [c for c in parse.children(verb) if c.dep in _SUBJECTS]
    return found[0] if found else None


def _split_verbs(parse: Parse, root: Token, own: frozenset[int]) -> list[_Clause]:
    """The clauses of verbs joined to the main one; one clause where none is, or none may be."""
    chain = [root]
    for verb in chain:
        chain += [c for c in parse.children(verb) if _is_joined(parse, verb, c, own)]
    heads = {v.index for v in chain}
    clauses = []
    for verb in chain:
        taken = _below(parse, verb, heads - {verb.index}) & own
        if verb is root:
            taken |= own - frozenset(parse.subtree(root))
        kept = _trim(parse, taken, verb)
        lead = () if verb is root else _lead_in(parse, verb, own)
        clauses.append(_Clause(tuple(kept), lead))
    if any(not _has_subject(parse, clause) for clause in clauses[:1]):
        return [_Clause(tuple(sorted(own)))]
    return clauses


def _has_subject(parse: Parse, clause: _Clause) -> bool:
    return any(parse.tokens[i].dep in _SUBJECTS for i in (*clause.lead, *clause.tokens))


def _is_joined(parse: Parse, head: Token, verb: Token, own: frozenset[int]) -> bool:
    """Whether a verb is joined to another so that each can be told by itself."""
    if verb.index not in own or verb.pos not in ("VERB", "AUX"):
        return False
    if verb.dep == "ccomp" and head.dep == "ROOT":
        return _is_run_on(parse, head, verb)
    if verb.dep != "conj":
        return False
    between = [c for c in parse.children(head) if c.dep == "cc" and head.index < c.index < verb.index]
    words = {c.lemma for c in between[-1:]}
    subject = _subject(parse, verb)
    if words - _JOINS or (subject is None and _is_negated(parse, head)):
        return False
    marked = [c for c in parse.children(verb) if c.dep == "mark" and c.lemma not in ("that", "while")]
    if marked or any(c.dep == "preconj" for c in parse.children(head)):
        return False
    if parse.tokens[verb.edge[0]].tag in _WH:
        return False
    if subject is not None:
        return subject.tag not in _WH
    return _shares(parse, head, verb) and not _may_hang_lower(parse, head, verb)


def _may_hang_lower(parse: Parse, head: Token, verb: Token) -> bool:
    """Whether a verb between with a subject of its own may be the one that is joined."""
    between = parse.tokens[head.index + 1 : verb.index]
    return any(t.dep in ("ccomp", "xcomp") and _subject(parse, t) is not None for t in between)


def _is_run_on(parse: Parse, head: Token, verb: Token) -> bool:
    """A clause before the main one with a semicolon after it."""
    after = parse.tokens[verb.edge[1] : verb.edge[1] + 1]
    return verb.index < head.index and bool(after) and after[0].text == ";"


def _is_negated(parse: Parse, verb: Token) -> bool:
    return any(c.dep == "neg" for c in parse.children(verb))


def _shares(parse: Parse, head: Token, verb: Token) -> bool:
    """Whether a verb without a subject can take that of the verb before: their forms agree."""
    if verb.tag in _FINITE or any(c.tag in _FINITE for c in parse.children(verb) if c.dep in _AUX):
        return True
    first = _first_of(parse, head)
    helped = any(c.dep in _AUX for c in parse.children(first))
    taken_for_past = verb.tag == "VBN" and first.tag == "VBD" and not helped
    return taken_for_past or (verb.tag in ("VB", "VBN", "VBG") and helped)


def _first_of(parse: Parse, verb: Token) -> Token:
    """The verb that a row of joined ones starts with, as far as they share its subject."""
    while verb.dep == "conj" and _subject(parse, verb) is None:
        head = parse.tokens[verb.head]
        if head.pos not in ("VERB", "AUX") or head.index == verb.index:
            break
        verb = head
    return verb


def _lead_in(parse: Parse, verb: Token, own: frozenset[int]) -> tuple[int, ...]:
    """The subject, and the helping verbs, that a joined verb takes from the first."""
    if _subject(parse, verb) is not None:
        return ()
    first = _first_of(parse, verb)
    subject = _subject(parse, first)
    if subject is None:
        return ()
    lead = _without_asides(parse, subject) & own
    has_own = any(c.dep in _AUX for c in parse.children(verb))
    passive = verb.tag == "VBD" and any(c.dep == "auxpass" for c in parse.children(first))
    has_object = any(c.dep == "dobj" for c in parse.children(verb))
    if not has_own and (verb.tag in ("VB", "VBN", "VBG") or (passive and not has_object)):
        lead |= {c.index for c in parse.children(first) if _may_help(c, verb)} & own
    return tuple(sorted(lead))


def _may_help(helper: Token, verb: Token) -> bool:
    """Whether a helping verb of the first goes with a joined one: "will seize and sell"."""
    return helper.dep in _AUX and (verb.tag != "VB" or helper.tag == "MD" or helper.lemma == "do")


def _without_asides(parse: Parse, noun: Token) -> frozenset[int]:
    """A noun with what belongs to it, but not what is set beside it between commas."""
    asides = {
        c.index
        for c in parse.children(noun)
        if c.dep in ("relcl", "appos", "acl") and _comma_before(parse, c)
    }
    kept = _below(parse, noun, asides)
    ordered = sorted(kept)
    while ordered and parse.tokens[ordered[-1]].pos == "PUNCT":
        ordered.pop()
    cut = [i for i in ordered if not (parse.tokens[i].text == "," and asides)]
    return frozenset(cut)


def _comma_before(parse: Parse, token: Token) -> bool:
    first = token.edge[0]
    return first > 0 and parse.tokens[first - 1].text in (",", "—", "–", "(")


def _below(parse: Parse, token: Token, without: Iterable[int]) -> frozenset[int]:
    """The indexes of a token and all below it, except what hangs on some others."""
    skip = frozenset(without)
    found, waiting = set(), [token.index]
    while waiting:
        index = waiting.pop()
        if index not in skip:
            found.add(index)
            waiting.extend(parse.tokens[index].children)
    return frozenset(found)


def _trim(parse: Parse, taken: frozenset[int], verb: Token) -> list[int]:
    """The tokens of a clause in order, without what joins it to the next or the one before."""
    kept = sorted(taken)
    loose = ("cc", "punct", "mark", "preconj")
    while kept and parse.tokens[kept[-1]].dep in loose and kept[-1] != verb.index:
        kept.pop()
    while kept and kept[0] != verb.index and parse.tokens[kept[0]].dep in loose:
        kept.pop(0)
    joins = {c.index for c in parse.children(verb) if c.dep == "cc"}
    last = max((i for i in kept if i not in joins), default=0)
    return [i for i in kept if i not in joins or i < last and _joins_inside(parse, i, kept)]


def _joins_inside(parse: Parse, index: int, kept: Sequence[int]) -> bool:
    """Whether a conjunction joins two things that are both kept."""
    head = parse.tokens[index].head
    return any(
        parse.tokens[i].dep == "conj" and parse.tokens[i].head == head and i > index for i in kept
    )


def _split_within(parse: Parse, clause: _Clause) -> Iterator[_Clause]:
    """A clause without its asides, then each of these as a fact of its own; lists taken apart."""
    asides = [a for i in clause.tokens if (a := _read_aside(parse, parse.tokens[i], clause))]
    gone = frozenset(i for _, holes in asides for i in holes)
    rest = [i for i in clause.tokens if i not in gone]
    left = _Clause(tuple(_drop_loose(parse, rest)), clause.lead)
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


def _read_aside(
    parse: Parse, token: Token, clause: _Clause
) -> tuple[_Clause, frozenset[int]] | None:
    """The fact told by an aside, and the tokens that the clause loses with it; None for others."""
    head = parse.tokens[token.head]
    own = frozenset(clause.tokens)
    if head.index not in own or token.index == head.index:
        return None
    if token.dep == "relcl" and _is_named(parse, head) and _comma_before(parse, token):
        return _read_relative(parse, token, head, own)
    if token.dep == "appos" and _is_named(parse, head) and _comma_before(parse, token):
        return _read_apposition(parse, token, head, own)
    if token.tag == "VBN" and token.dep in ("acl", "advcl"):
        return _read_participle(parse, token, head, own)
    if token.tag == "VBG" and token.dep == "advcl" and _comma_before(parse, token):
        return _read_doing(parse, token, head, own)
    return None


def _is_named(parse: Parse, token: Token) -> bool:
    return token.pos == "PROPN"


def _holes(parse: Parse, token: Token, own: frozenset[int]) -> frozenset[int]:
    """An aside with the commas around it."""
    first, end = token.edge
    around = {i for i in (first - 1, end) if i in own and parse.tokens[i].pos == "PUNCT"}
    after = parse.tokens[end : end + 1]
    if after and after[0].text not in (",", "—", "–", ")"):
        around -= {end}
    return frozenset(range(first, end)) & own | around


def _read_relative(
    parse: Parse, verb: Token, noun: Token, own: frozenset[int]
) -> tuple[_Clause, frozenset[int]] | None:
    subject = _subject(parse, verb)
    if subject is None or subject.text.lower() not in ("who", "which"):
        return None
    told = sorted(frozenset(parse.subtree(verb)) & own - {subject.index})
    if _has_joined_verb(parse, verb):
        return None
    fact = _Clause(tuple(_end(parse, told)), tuple(sorted(_without_asides(parse, noun))))
    return fact, _holes(parse, verb, own)


def _has_joined_verb(parse: Parse, verb: Token) -> bool:
    return any(c.dep == "conj" for c in parse.children(verb))


def _end(parse: Parse, told: list[int]) -> list[int]:
    while told and parse.tokens[told[-1]].pos in ("PUNCT", "CCONJ"):
        told.pop()
    while told and parse.tokens[told[0]].pos == "PUNCT":
        told.pop(0)
    return told


def _read_apposition(
    parse: Parse, aside: Token, noun: Token, own: frozenset[int]
) -> tuple[_Clause, frozenset[int]] | None:
    told = sorted(frozenset(parse.subtree(aside)) & own)
    first = parse.tokens[told[0]]
    if aside.pos != "NOUN" or (first.text.lower() not in ("a", "an", "the") and first.tag != "PRP$"):
        return None
    name = tuple(sorted(_without_asides(parse, noun)))
    return _Clause(tuple(_end(parse, told)), name, put="is"), _holes(parse, aside, own)


def _read_participle(
    parse: Parse, verb: Token, head: Token, own: frozenset[int]
) -> tuple[_Clause, frozenset[int]] | None:
    """ "Founded in 1904, the college ...", "the college, founded in 1904, ..."."""
    noun = _subject(parse, head) if verb.dep == "advcl" else head
    children = parse.children(verb)
    if noun is None or noun.pos != "PROPN" or any(c.dep in _AUX | _SUBJECTS | {"mark"} for c in children):
        return None
    fronted = verb.dep == "advcl" and verb.index < noun.index
    if not fronted and (verb.dep == "advcl" or not _comma_before(parse, verb)):
        return None
    told = _end(parse, sorted(frozenset(parse.subtree(verb)) & own))
    name = tuple(sorted(_without_asides(parse, noun)))
    return _Clause(tuple(told), name, put="was"), _holes(parse, verb, own)


def _read_doing(
    parse: Parse, verb: Token, head: Token, own: frozenset[int]
) -> tuple[_Clause, frozenset[int]] | None:
    """ "..., citing poor health": the subject cited it; "..., killing 12" is told with the event."""
    subject = _subject(parse, head)
    if subject is None or verb.index < head.index or head.tag != "VBD":
        return None
    if any(c.dep in _AUX | _SUBJECTS | {"mark", "neg"} for c in parse.children(verb)):
        return None
    holes = _holes(parse, verb, own)
    if verb.lemma in _CAUSING or any(c.dep == "auxpass" for c in parse.children(head)):
        return _Clause(tuple(sorted(own))), holes
    past = _PAST.get(verb.lemma) or _make_past(verb.lemma)
    told = [i for i in _end(parse, sorted(frozenset(parse.subtree(verb)) & own)) if i > verb.index]
    return _Clause(tuple(told), tuple(sorted(_without_asides(parse, subject))), put=past), holes


def _make_past(lemma: str) -> str:
    if lemma.endswith("e"):
        return f"{lemma}d"
    if re.search(r"[^aeiou]y$", lemma):
        return f"{lemma[:-1]}ied"
    return f"{lemma}ed"


def _split_list(parse: Parse, clause: _Clause) -> list[_Clause]:
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


def _pick(parse: Parse, clause: _Clause, row: Sequence[Token], kept: Token) -> _Clause:
    """The clause with one of a row of objects in the place of all."""
    others = {noun.index for noun in row} - {kept.index}
    whole = frozenset(parse.subtree(row[0]))
    own = _below(parse, kept, others)
    loose = {c.index for c in parse.children(kept) if c.dep in ("cc", "punct")}
    picked = [i for i in clause.tokens if i not in whole or (i in own and i not in loose)]
    return _Clause(tuple(picked), clause.lead)


def to_pieces(parse: Parse, clause: _Clause) -> list[Piece]:
    """The stretches of the article that tell a fact, with the words put between."""
    told = _join(parse, clause.tokens)
    if not clause.lead:
        return told
    first = parse.tokens[clause.tokens[0]] if clause.tokens else None
    if first is not None and first.text.istitle() and first.pos not in ("PROPN", "NOUN"):
        told = [first.text.lower(), *_join(parse, clause.tokens[1:])]
    return [*_join(parse, clause.lead), *([clause.put] if clause.put else []), *told]


def _join(parse: Parse, indexes: Sequence[int]) -> list[Piece]:
    spans: list[Span] = []
    before = None
    for index in indexes:
        span = parse.tokens[index].span
        if before is not None and index == before + 1:
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
        before = index
    return list(spans)
