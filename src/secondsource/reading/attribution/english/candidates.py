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
    find_own_subject,
    find_speaker,
    find_subject,
    is_passive,
)
from secondsource.reading.attribution.english.nominal import read_adjective, read_adverb, read_noun
from secondsource.reading.parse import Parse, Token

_HAS_CONTENT = frozenset({"ccomp", "xcomp", "dobj", "oprd", "parataxis"})
"""Arcs of what a verb of saying already says."""
_QUOTATION_MARKS = frozenset('"“”')
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "prep"})
_CLAUSES = frozenset({"ccomp", "xcomp", "oprd"})
_OBJECT_PARTS = frozenset({"dobj", "oprd", "prep", "xcomp", "dative", "ccomp", "acl"})
_READERS = {"NOUN": read_noun, "ADJ": read_adjective, "ADV": read_adverb}


def find_candidates(parse: Parse) -> Iterator[Candidate]:
    """Give the possible attributions of a text, in the order of their cues."""
    given: set[tuple[int, ...]] = set()
    for token in parse.tokens:
        if token.pos in ("VERB", "AUX"):
            yield from _read_verb(parse, token)
            if (strayed := _read_strayed(parse, token)) is not None:
                given.add(strayed.content)
                yield strayed
        elif reader := _READERS.get(token.pos):
            yield from (c for c in reader(parse, token) if c.content not in given)


def _read_verb(parse: Parse, verb: Token) -> Iterator[Candidate]:
    if verb.lemma == "accord":
        yield from _read_according(parse, verb)
        return
    children = parse.children(verb)
    if is_passive(parse, verb):
        yield from _read_passive(parse, verb)
        charge = _find_charge(parse, verb)
        children = [c for c in children if not _is_complement(c) and c is not charge]
    elif verb.lemma in cues.SEEMING:
        yield from _read_seeming(parse, verb)
        return
    for child in children:
        if child.dep in _COMPLEMENTS:
            yield from _read_complement(parse, verb, child)
    if verb.dep == "parataxis":
        around = set(parse.subtree(parse.tokens[verb.head])) - set(parse.subtree(verb))
        parts = Parts(find_speaker(parse, verb), find_cue(parse, verb), around)
        yield build_candidate(verb, "parataxis", parts, verb.lemma in cues.INSERTED)


def _read_strayed(parse: Parse, verb: Token) -> Candidate | None:
    """The clause of a verb of saying that the parser hung on a noun between them.

    "Smith said in a letter obtained by the Guardian that the bank had lied."
    """
    if verb.lemma not in cues.SPEECH & cues.CLAUSE or not (source := find_own_subject(parse, verb)):
        return None
    children = parse.children(verb)
    barred = _HAS_CONTENT - ({"dobj"} if verb.lemma in cues.ADDRESSING else set())
    if any(c.dep in barred for c in children) or _follows_quotation(parse, verb):
        return None
    for child in children:
        if child.index > verb.index and child.dep in ("prep", "dobj"):
            for index in parse.subtree(child):
                clause = _clause_of_that(parse, parse.tokens[index])
                if clause is not None and clause.head > verb.index:
                    content = set(parse.subtree(clause))
                    parts = Parts(source, find_cue(parse, verb), content)
                    return build_candidate(verb, "clause", parts, True)
    return None


def _clause_of_that(parse: Parse, word: Token) -> Token | None:
    """The verb of a clause with a subject of its own that this "that" opens."""
    if word.lemma != "that" or word.dep not in ("mark", "dobj", "pobj"):
        return None
    clause = parse.tokens[word.head]
    has_subject = any(c.dep in SUBJECTS for c in parse.children(clause))
    return clause if has_subject and clause.edge[0] == word.index else None


def _follows_quotation(parse: Parse, verb: Token) -> bool:
    start = parse.sentences[verb.sentence][0]
    return any(t.text in _QUOTATION_MARKS for t in parse.tokens[start : verb.index])


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
        if verb.lemma == "call" and any(c.lemma == "off" for c in parse.children(verb)):
            return
        through = child.lemma
        content.discard(child.index)
        cue |= {child.index}
    else:
        return
    if slot == "clause":
        content |= _find_rest(parse, verb, child)
    source = (find_agent if is_passive(parse, verb) else find_subject)(parse, verb)
    parts = Parts(source - content, cue - content | {verb.index}, content)
    yield build_candidate(verb, slot, parts, listed, through)


def _find_rest(parse: Parse, verb: Token, clause: Token) -> set[int]:
    """What goes on with a clause that its verb of saying was hung on: "said that he rose, *ate*".

    There the last verb, which has no subject of its own, is taken for the main one.
    """
    above = parse.tokens[verb.head]
    goes_on = verb.dep == "parataxis" and above.index > clause.index
    if not goes_on or find_own_subject(parse, above) or not find_own_subject(parse, verb):
        return set()
    opens = any(c.dep == "mark" and c.lemma == "that" for c in parse.children(clause))
    return set(parse.subtree(above)) - set(parse.subtree(verb)) if opens else set()


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


def _find_charge(parse: Parse, verb: Token) -> Token | None:
    """The "of" with a gerund beside a passive that accuses: "of hiding it", also after "by X"."""
    if verb.lemma not in cues.ACCUSING:
        return None
    children = parse.children(verb)
    agents = [t for c in children if c.dep == "agent" for t in parse.children(c)]
    near = [*children, *(t for agent in agents for t in parse.children(agent))]
    after = (t for t in near if t.index > verb.index and t.dep == "prep" and t.lemma == "of")
    return next((t for t in after if any(c.dep == "pcomp" for c in parse.children(t))), None)


def _read_passive(parse: Parse, verb: Token) -> Iterator[Candidate]:
    """It is reported that X; X is expected to Y; X was called a farce by Z."""
    after = [c for c in parse.children(verb) if c.index > verb.index]
    charge = _find_charge(parse, verb)
    clauses = [c for c in after if _is_complement(c)] or ([charge] if charge else [])
    content = {i for c in clauses for i in parse.subtree(c)}
    subject = next((c for c in parse.children(verb) if c.dep in SUBJECTS), None)
    says_of_subject = not any(c.dep == "ccomp" for c in clauses)
    if not clauses and verb.lemma in cues.ADDRESSING:
        return  # "they were told by X": they only hear it, and what is said stands elsewhere
    if not clauses and verb.lemma == "report" and _is_for_somebody(parse, verb):
        return  # "the theft was reported to police"
    if subject is not None and subject.lemma != "it" and says_of_subject:
        content |= set(parse.subtree(subject))
    if content:
        listed = bool(clauses) and verb.lemma in cues.EXPECTATION | cues.ADDRESSING
        agent = find_agent(parse, verb) - content
        parts = Parts(agent, find_cue(parse, verb) - content, content)
        slot = "passive" if clauses else "passive_bare"
        through = "of" if charge in clauses else ""
        yield build_candidate(verb, slot, parts, listed, through)


def _is_for_somebody(parse: Parse, verb: Token) -> bool:
    """Whether something is told "to" one who acts on it, and nobody is said to tell it."""
    after = [c.lemma for c in parse.children(verb) if c.dep in ("prep", "dative")]
    return "to" in after and not find_agent(parse, verb)


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
        if {parse.tokens[place].lemma for place in source} <= cues.PLANS:
            return
        content = _find_accorded(parse, verb, head)
        parts = Parts(source, {verb.index, to.index}, content)
        yield build_candidate(verb, "according", parts, True, "to")


def _find_accorded(parse: Parse, verb: Token, head: Token) -> set[int]:
    """The clause that goes according to somebody: not the part that the parser hung it on.

    "The worst case, according to the report, was in May" has all of it; "The dam failed, according
    to a report, a copy of which we have" has what stands before.
    """
    own = set(parse.subtree(verb))
    above = parse.tokens[head.head]
    if head.dep in SUBJECTS and above.index > verb.index > head.index:
        return set(parse.subtree(above)) - own
    after = [c for c in parse.children(head) if verb.index < c.index < head.index]
    has_which = any(
        parse.tokens[i].lemma in ("which", "whose") for c in after for i in parse.subtree(c)
    )
    if has_which and head.dep in ("conj", "ccomp", "parataxis", "relcl"):
        return set(range(parse.sentences[verb.sentence][0], verb.index))
    return set(parse.subtree(head)) - own
