"""Facts told beside the main one: "Anna Reyes, the mayor", "Dolvik Steel, which employs"."""

import re
from collections.abc import Sequence

from secondsource.evidence.query.english_clauses import (
    Clause,
    drop_asides,
    find_subject,
    has_comma_before,
)
from secondsource.evidence.query.english_pronouns import is_no_person, may_be_person
from secondsource.reading.parse import HELPERS, SUBJECTS, Parse, Token

_CAUSING_WORDS = """
    kill injure wound leave cause destroy spark trigger prompt force damage bring make send
    raise push cut drive allow mean
"""
_CAUSING = frozenset(_CAUSING_WORDS.split())
"""Verbs whose participle tells what an event did, not what its subject did."""
_IRREGULAR = (
    "say said, tell told, give gave, take took, make made, leave left, become became, "
    "win won, lose lost, pay paid, buy bought, bring brought, sell sold, hold held, "
    "find found, put put, set set, cut cut, hit hit, lead led, meet met, send sent, "
    "spend spent, keep kept, build built, write wrote, see saw, fall fell, rise rose, "
    "run ran, break broke, speak spoke, draw drew, throw threw, know knew, go went, "
    "come came, have had, do did, get got, begin began, choose chose, seek sought, "
    "drive drove, wear wore, think thought, feel felt, hurt hurt"
)
_PAST = dict(pair.split() for pair in _IRREGULAR.split(", "))


def read_aside(parse: Parse, token: Token, clause: Clause) -> tuple[Clause, frozenset[int]] | None:
    """The fact told by an aside, and the tokens that the clause loses with it; None for others."""
    head = parse.tokens[token.head]
    own = frozenset(clause.tokens)
    if head.index not in own or token.index == head.index:
        return None
    if token.dep == "relcl" and _is_named(head) and has_comma_before(parse, token):
        return _read_relative(parse, token, head, own)
    if token.dep == "appos" and _is_named(head) and has_comma_before(parse, token):
        return _read_apposition(parse, token, head, own)
    if token.tag == "VBN" and token.dep in ("acl", "advcl"):
        return _read_participle(parse, token, head, own)
    if token.tag == "VBG" and token.dep == "advcl" and has_comma_before(parse, token):
        return _read_doing(parse, token, head, own)
    return None


def _is_named(token: Token) -> bool:
    return token.pos == "PROPN"


def _holes(parse: Parse, token: Token, own: frozenset[int]) -> frozenset[int]:
    """An aside with the commas around it."""
    first, end = token.edge
    around = {i for i in (first - 1, end) if i in own and parse.tokens[i].pos == "PUNCT"}
    after = parse.tokens[end : end + 2]
    if after and (after[0].text not in (",", "—", "–", ")") or _opens_noun(after[1:])):
        around -= {end}
    return frozenset(range(first, end)) & own | around


def _opens_noun(after: Sequence[Token]) -> bool:
    """Whether a subject may follow, so that the comma stays: "Like Lee, the mayor, Cole won"."""
    return bool(after) and after[0].pos in ("PROPN", "NOUN", "PRON", "DET", "NUM")


def _read_relative(
    parse: Parse, verb: Token, noun: Token, own: frozenset[int]
) -> tuple[Clause, frozenset[int]] | None:
    subject = find_subject(parse, verb)
    if subject is None or subject.text.lower() not in ("who", "which"):
        return None
    told = sorted(frozenset(parse.subtree(verb)) & own - {subject.index})
    if _has_joined_verb(parse, verb):
        return None
    fact = Clause(tuple(_end(parse, told)), tuple(sorted(drop_asides(parse, noun))))
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
) -> tuple[Clause, frozenset[int]] | None:
    told = sorted(frozenset(parse.subtree(aside)) & own)
    first = parse.tokens[told[0]]
    if aside.pos != "NOUN" or (
        first.text.lower() not in ("a", "an", "the") and first.tag != "PRP$"
    ):
        return None
    unread = noun.dep == "pobj" and not any(n.span.contains(noun.span) for n in parse.names)
    if may_be_person(aside) and (unread or is_no_person(parse, noun)):
        return None
    name = tuple(sorted(drop_asides(parse, noun)))
    return Clause(tuple(_end(parse, told)), name, put="is"), _holes(parse, aside, own)


def _read_participle(
    parse: Parse, verb: Token, head: Token, own: frozenset[int]
) -> tuple[Clause, frozenset[int]] | None:
    """ "Founded in 1904, the college ...", "the college, founded in 1904, ..."."""
    noun = find_subject(parse, head) if verb.dep == "advcl" else head
    children = parse.children(verb)
    if (
        noun is None
        or noun.pos != "PROPN"
        or any(c.dep in HELPERS | SUBJECTS | {"mark"} for c in children)
    ):
        return None
    fronted = verb.dep == "advcl" and verb.index < noun.index
    if not fronted and (verb.dep == "advcl" or not has_comma_before(parse, verb)):
        return None
    told = _end(parse, sorted(frozenset(parse.subtree(verb)) & own))
    name = tuple(sorted(drop_asides(parse, noun)))
    return Clause(tuple(told), name, put="was"), _holes(parse, verb, own)


def _read_doing(
    parse: Parse, verb: Token, head: Token, own: frozenset[int]
) -> tuple[Clause, frozenset[int]] | None:
    """ "..., citing poor health": the subject cited it; "..., killing 12" is told whole."""
    subject = find_subject(parse, head)
    if subject is None or verb.index < head.index or head.tag != "VBD":
        return None
    if any(c.dep in HELPERS | SUBJECTS | {"mark", "neg"} for c in parse.children(verb)):
        return None
    holes = _holes(parse, verb, own)
    if verb.lemma in _CAUSING or any(c.dep == "auxpass" for c in parse.children(head)):
        return Clause(tuple(sorted(own))), holes
    past = _PAST.get(verb.lemma) or _make_past(verb.lemma)
    told = [i for i in _end(parse, sorted(frozenset(parse.subtree(verb)) & own)) if i > verb.index]
    return Clause(tuple(told), tuple(sorted(drop_asides(parse, subject))), put=past), holes


def _make_past(lemma: str) -> str:
    if lemma.endswith("e"):
        return f"{lemma}d"
    if re.search(r"[^aeiou]y$", lemma):
        return f"{lemma[:-1]}ied"
    return f"{lemma}ed"
