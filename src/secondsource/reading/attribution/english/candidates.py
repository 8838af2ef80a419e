"""English attributions by grammar: every possible cue with its source and its content.

Deliberately too many: which of them attribute anything is for `accept` to say.
"""

from collections.abc import Iterator

from secondsource.reading.attribution.english import cues
from secondsource.reading.attribution.english.grammar import (
    SUBJECTS,
    Candidate,
    Parts,
    build_candidate,
    find_agent,
    find_cue,
    find_subject,
    is_passive,
)
from secondsource.reading.attribution.english.nominal import read_adjective, read_adverb, read_noun
from secondsource.reading.parse import Parse, Token

_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "prep"})
_CLAUSES = frozenset({"ccomp", "xcomp", "oprd"})
_OBJECT_PARTS = frozenset({"dobj", "oprd", "prep", "xcomp", "dative", "ccomp", "acl"})
_READERS = {"NOUN": read_noun, "ADJ": read_adjective, "ADV": read_adverb}


def find_candidates(parse: Parse) -> Iterator[Candidate]:
    """Give the possible attributions of a text, in the order of their cues."""
    for token in parse.tokens:
        if token.pos in ("VERB", "AUX"):
            yield from _read_verb(parse, token)
        elif reader := _READERS.get(token.pos):
            yield from reader(parse, token)


def _read_verb(parse: Parse, verb: Token) -> Iterator[Candidate]:
    if verb.lemma == "accord":
        yield from _read_according(parse, verb)
        return
    children = parse.children(verb)
    if is_passive(parse, verb):
        yield from _read_passive(parse, verb)
        children = [c for c in children if not _is_complement(c)]
    elif verb.lemma in cues.SEEMING:
        yield from _read_seeming(parse, verb)
        return
    for child in children:
        if child.dep in _COMPLEMENTS:
            yield from _read_complement(parse, verb, child)
    if verb.dep == "parataxis":
        around = set(parse.subtree(parse.tokens[verb.head])) - set(parse.subtree(verb))
        parts = Parts(find_subject(parse, verb), find_cue(parse, verb), around)
        yield build_candidate(verb, "parataxis", parts, verb.lemma in cues.INSERTED)


def _read_complement(parse: Parse, verb: Token, child: Token) -> Iterator[Candidate]:
    content = set(parse.subtree(child))
    cue = find_cue(parse, verb)
    through = ""
    if child.dep == "ccomp" and child.index < verb.index:
        slot, listed = "fronted", verb.lemma in cues.INSERTED and not _has_object(parse, verb)
    elif child.dep == "ccomp":
        slot, listed = "clause", verb.lemma in cues.CLAUSE
    elif child.dep == "xcomp" and child.index > verb.index:
        slot, listed = "infinitive", verb.lemma in cues.INFINITIVE
        content |= _objects_before(parse, verb, child)
    elif child.dep == "dobj" and child.index > verb.index:
        slot, listed = "object", verb.lemma in cues.OBJECT
        content = _objects_after(parse, verb, child)
    elif child.dep == "prep" and child.index > verb.index and child.children:
        slot, listed = "preposition", child.lemma in cues.PREPOSITIONS.get(verb.lemma, ())
        through = child.lemma
        content.discard(child.index)
        cue |= {child.index}
    else:
        return
    source = (find_agent if is_passive(parse, verb) else find_subject)(parse, verb)
    parts = Parts(source - content, cue - content | {verb.index}, content)
    yield build_candidate(verb, slot, parts, listed, through)


def _has_object(parse: Parse, verb: Token) -> bool:
    return any(c.dep == "dobj" for c in parse.children(verb))


def _objects_before(parse: Parse, verb: Token, complement: Token) -> set[int]:
    """Those who are urged: "urged *them* to go" has them in its content."""
    found: set[int] = set()
    for child in parse.children(verb):
        if child.dep == "dobj" and child.index < complement.index:
            found.update(parse.subtree(child))
    return found


def _objects_after(parse: Parse, verb: Token, first: Token) -> set[int]:
    """The object with the phrases that follow it: "the vote *as a farce*"."""
    found: set[int] = set()
    for child in parse.children(verb):
        if child.index >= first.index and child.dep in _OBJECT_PARTS:
            found.update(parse.subtree(child))
    return found


def _is_complement(child: Token) -> bool:
    """Whether a child of a passive says what is reported: a clause, or "as" with a phrase."""
    return child.dep in _CLAUSES or (child.dep == "prep" and child.lemma == "as")


def _read_passive(parse: Parse, verb: Token) -> Iterator[Candidate]:
    """It is reported that X; X is expected to Y; X was called a farce by Z."""
    after = [c for c in parse.children(verb) if c.index > verb.index]
    clauses = [c for c in after if _is_complement(c)]
    content = {i for c in clauses for i in parse.subtree(c)}
    subject = next((c for c in parse.children(verb) if c.dep in SUBJECTS), None)
    says_of_subject = not any(c.dep == "ccomp" for c in clauses)
    if subject is not None and subject.lemma != "it" and says_of_subject:
        content |= set(parse.subtree(subject))
    if content:
        listed = bool(clauses) and verb.lemma in cues.EXPECTATION | cues.ADDRESSING
        parts = Parts(find_agent(parse, verb), find_cue(parse, verb) - content, content)
        slot = "passive" if clauses else "passive_bare"
        yield build_candidate(verb, slot, parts, listed)


def _read_seeming(parse: Parse, verb: Token) -> Iterator[Candidate]:
    """X seems to Y: nobody is named, and both X and Y are the content."""
    clause = next((c for c in parse.children(verb) if c.dep in ("xcomp", "oprd", "acomp")), None)
    if clause is not None and clause.index > verb.index:
        subject = {i for c in parse.children(verb) if c.dep in SUBJECTS for i in parse.subtree(c)}
        parts = Parts(set(), find_cue(parse, verb), subject | set(parse.subtree(clause)))
        yield build_candidate(verb, "seeming", parts, True)


def _read_according(parse: Parse, verb: Token) -> Iterator[Candidate]:
    """According to X, content: content is the clause that the phrase hangs on."""
    to = next((c for c in parse.children(verb) if c.lemma == "to"), None)
    head = parse.tokens[verb.head]
    if to is not None and head.index != verb.index:
        source = set(parse.subtree(to)) - {to.index}
        content = set(parse.subtree(head)) - set(parse.subtree(verb))
        parts = Parts(source, {verb.index, to.index}, content)
        yield build_candidate(verb, "according", parts, True, "to")
