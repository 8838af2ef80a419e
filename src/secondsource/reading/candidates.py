"""English attributions by grammar: every cue with its source and its content, as tokens."""

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.reading import cues
from secondsource.reading.parse import Parse, Token

_SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass"})
_BORROWS_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep"})
_CUE_PARTS = frozenset({"aux", "auxpass", "neg", "prt"})
_OBJECT_PARTS = frozenset({"dobj", "oprd", "prep", "xcomp", "dative", "ccomp", "acl"})
_RELATIVE = frozenset({"who", "which", "that"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution; each part is a sorted tuple of token indexes.

    `slot` says how the content hangs on the cue, and is the dependency label where there is
    one: ccomp, parataxis, dobj, xcomp, prep, acl, advmod.
    """

    head: int
    slot: str
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


def find_candidates(parse: Parse) -> Iterator[Candidate]:
    """Give the attributions that the grammar of each sentence shows, in order of their cues."""
    for token in parse.tokens:
        if token.pos in ("VERB", "AUX"):
            yield from _verb_candidates(parse, token)
        elif token.pos == "NOUN":
            yield from _noun_candidates(parse, token)
        elif token.pos == "ADJ" and token.lemma in cues.ADJECTIVES:
            yield from _adjective_candidates(parse, token)
        elif token.lemma in cues.ADVERBS and token.dep == "advmod":
            yield _adverb_candidate(parse, token)


def _verb_candidates(parse: Parse, verb: Token) -> Iterator[Candidate]:
    if verb.lemma == "accord":
        yield from _according(parse, verb)
        return
    passive = any(c.dep in ("nsubjpass", "auxpass") for c in parse.children(verb))
    if passive and verb.lemma in cues.EXPECTATION:
        yield from _passive(parse, verb)
        return
    if verb.lemma in cues.SEEMING:
        yield from _seeming(parse, verb)
        return
    if child := _complement(parse, verb):
        yield _candidate(parse, verb, child.dep, _content_of(parse, verb, child))
    elif verb.dep == "parataxis" and verb.lemma in cues.INSERTED:
        around = set(parse.subtree(parse.tokens[verb.head])) - set(parse.subtree(verb))
        yield _candidate(parse, verb, "parataxis", around)


def _complement(parse: Parse, verb: Token) -> Token | None:
    """The child that is the verb's content: one after the verb before one in front of it."""
    taken = [c for c in parse.children(verb) if _content_of(parse, verb, c)]
    after = [c for c in taken if c.index > verb.index]
    if after:
        return after[0]
    bare = not any(c.dep == "dobj" for c in parse.children(verb))
    return taken[0] if taken and bare and verb.lemma in cues.INSERTED else None


def _content_of(parse: Parse, verb: Token, child: Token) -> set[int]:
    """The tokens that this child of a verb makes its content; none if the tables say so."""
    if child.dep == "ccomp" and verb.lemma in cues.CLAUSE:
        return set(parse.subtree(child))
    if child.dep == "xcomp" and verb.lemma in cues.INFINITIVE:
        return set(parse.subtree(child)) | _objects_before(parse, verb, child)
    if child.dep == "dobj" and verb.lemma in cues.OBJECT:
        return _objects_after(parse, verb, child)
    if child.dep == "prep" and child.lemma in cues.PREPOSITIONS.get(verb.lemma, ()):
        return set(parse.subtree(child)) - {child.index}
    return set()


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


def _passive(parse: Parse, verb: Token) -> Iterator[Candidate]:
    """It is reported that X; X is expected to Y; X was called a farce by Z."""
    subjects = [c for c in parse.children(verb) if c.dep in _SUBJECTS]
    clause = [c for c in parse.children(verb) if c.dep in ("ccomp", "xcomp", "oprd")]
    content = {i for c in clause for i in parse.subtree(c)}
    if not content:
        return
    if subjects and subjects[0].lemma != "it":
        content |= set(parse.subtree(subjects[0]))
    agents = [c for c in parse.children(verb) if c.dep == "agent"]
    source = {i for a in agents for i in parse.subtree(a)} - {a.index for a in agents}
    yield _build(parse, verb, "passive", source, content)


def _seeming(parse: Parse, verb: Token) -> Iterator[Candidate]:
    """X seems to Y: nobody is named, and both X and Y are the content."""
    clause = next((c for c in parse.children(verb) if c.dep in ("xcomp", "oprd", "acomp")), None)
    if clause is not None and clause.index > verb.index:
        subject = {i for c in parse.children(verb) if c.dep in _SUBJECTS for i in parse.subtree(c)}
        yield _build(parse, verb, "seeming", set(), subject | set(parse.subtree(clause)))


def _according(parse: Parse, verb: Token) -> Iterator[Candidate]:
    """According to X, content: content is the clause that the phrase hangs on."""
    to = next((c for c in parse.children(verb) if c.lemma == "to"), None)
    head = parse.tokens[verb.head]
    if to is None or head.index == verb.index:
        return
    source = set(parse.subtree(to)) - {to.index}
    content = set(parse.subtree(head)) - set(parse.subtree(verb))
    yield _finish(verb, "according", source, {verb.index, to.index}, content)


def _noun_candidates(parse: Parse, noun: Token) -> Iterator[Candidate]:
    for child in parse.children(noun):
        clause = child.dep in ("acl", "ccomp") and noun.lemma in cues.NOUNS
        if clause and _is_complement(parse, child):
            content = set(parse.subtree(child))
        elif child.dep == "prep" and child.lemma in cues.NOUN_PREPOSITIONS.get(noun.lemma, ()):
            content = set(parse.subtree(child)) - {child.index}
        else:
            continue
        source = _owner(parse, noun)
        cue = _noun_cue(parse, noun, source) | ({child.index} if child.dep == "prep" else set())
        yield _finish(noun, "noun_" + child.dep, source, cue, content)


def _owner(parse: Parse, noun: Token) -> set[int]:
    """Whose claim it is: "her claim", "a claim by her", "she made the claim"."""
    for child in parse.children(noun):
        if child.dep == "poss":
            return set(parse.subtree(child))
        if child.dep == "prep" and child.lemma in ("by", "from"):
            return set(parse.subtree(child)) - {child.index}
    verb = parse.tokens[noun.head]
    return find_subject(parse, verb) if noun.dep == "dobj" else set()


def _noun_cue(parse: Parse, noun: Token, source: set[int]) -> set[int]:
    """The noun, with the verb whose subject the claim is: "*expressed deep concern*"."""
    verb = parse.tokens[noun.head]
    if noun.dep != "dobj" or not source or max(source) > verb.index:
        return {noun.index}
    return _cue_of(parse, verb) | set(range(verb.index, noun.index + 1))


def _is_complement(parse: Parse, clause: Token) -> bool:
    """Whether a clause after a noun says its content: "that ..." or an infinitive."""
    return any(c.dep in ("mark", "aux") for c in parse.children(clause))


def _adjective_candidates(parse: Parse, adjective: Token) -> Iterator[Candidate]:
    verb = parse.tokens[adjective.head]
    if adjective.dep != "acomp" or verb.lemma not in ("be", "seem", "feel", "remain"):
        return
    for child in parse.children(adjective):
        if child.dep == "ccomp" or (child.dep == "prep" and child.lemma in ("of", "about", "to")):
            content = set(parse.subtree(child))
            source = find_subject(parse, verb)
            cue = _cue_of(parse, verb) | {adjective.index}
            if child.dep == "prep":
                content.discard(child.index)
                cue.add(child.index)
            yield _finish(adjective, "adj_" + child.dep, source, cue, content)
            return


def _adverb_candidate(parse: Parse, adverb: Token) -> Candidate:
    content = set(parse.subtree(parse.tokens[adverb.head])) - {adverb.index}
    return _finish(adverb, "advmod", set(), {adverb.index}, content)


def _candidate(parse: Parse, verb: Token, slot: str, content: set[int]) -> Candidate:
    agent = next((c for c in parse.children(verb) if c.dep == "agent"), None)
    source = find_subject(parse, verb)
    if agent is not None and not source & content:
        source = set(parse.subtree(agent)) - {agent.index}
    return _build(parse, verb, slot, source - content, content)


def _build(parse: Parse, verb: Token, slot: str, source: set[int], content: set[int]) -> Candidate:
    cue = _cue_of(parse, verb) - content
    if slot == "prep":
        cue |= _prepositions_before(parse, verb, content)
    return _finish(verb, slot, source - content, cue, content - source - cue)


def _finish(
    head: Token, slot: str, source: set[int], cue: set[int], content: set[int]
) -> Candidate:
    return Candidate(
        head.index,
        slot,
        tuple(sorted(source)),
        tuple(sorted(cue)),
        tuple(sorted(content - source - cue)),
    )


def _cue_of(parse: Parse, verb: Token) -> set[int]:
    parts = {c.index for c in parse.children(verb) if c.dep in _CUE_PARTS}
    adverbs = {c.index for c in parse.children(verb) if c.dep == "advmod" and c.index < verb.index}
    return parts | adverbs | {verb.index}


def _prepositions_before(parse: Parse, verb: Token, content: set[int]) -> set[int]:
    first = min(content)
    return {c.index for c in parse.children(verb) if c.dep == "prep" and c.index == first - 1}


def find_subject(parse: Parse, verb: Token) -> set[int]:
    """The words of the subject, the verb's own or the one that it borrows."""
    for _ in range(6):
        for child in parse.children(verb):
            if child.dep in _SUBJECTS:
                return set(parse.subtree(child))
        head = parse.tokens[verb.head]
        if head.index == verb.index:
            return set()
        if verb.dep in ("acl", "relcl", "amod"):
            if head.lemma in cues.DOCUMENTS and head.dep == "dobj":
                verb = parse.tokens[head.head]
                continue
            return set(parse.subtree(head)) - set(parse.subtree(verb))
        if verb.dep not in _BORROWS_SUBJECT:
            return set()
        verb = head
    return set()
