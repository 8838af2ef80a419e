"""Attributions whose cue is no verb: "her claim that", "critical of", "reportedly"."""

from collections.abc import Iterator

from secondsource.reading.attribution.english import cues
from secondsource.reading.attribution.english.grammar import (
    Candidate,
    Parts,
    build_candidate,
    find_cue,
    find_owner,
    find_subject,
)
from secondsource.reading.parse import Parse, Token

_COMPLEMENTS = frozenset({"acl", "ccomp", "prep"})
_COPULAS = frozenset({"be", "seem", "feel", "remain", "become", "appear"})
_STANDS_ON = frozenset({"of", "about", "to", "with", "over", "at", "in", "on", "for"})


def read_noun(parse: Parse, noun: Token) -> Iterator[Candidate]:
    """Nouns with a clause or a phrase that says what the claim, plan or fear is."""
    complements = [c for c in parse.children(noun) if c.dep in _COMPLEMENTS]
    if not complements:
        return
    source = find_owner(parse, noun)
    cue = _noun_cue(parse, noun, source)
    for child in complements:
        content = set(parse.subtree(child))
        if child.dep != "prep" and _is_complement(parse, child):
            parts = Parts(source, cue, content)
            yield build_candidate(noun, "noun_clause", parts, noun.lemma in cues.NOUNS)
        elif child.dep == "prep" and child.children and child.lemma not in ("by", "from"):
            listed = child.lemma in cues.NOUN_PREPOSITIONS.get(noun.lemma, ())
            if listed or noun.dep == "dobj":
                parts = Parts(source, cue | {child.index}, content)
                yield build_candidate(noun, "noun_preposition", parts, listed, child.lemma)


def _noun_cue(parse: Parse, noun: Token, source: set[int]) -> set[int]:
    """The noun, with the verb whose subject the claim is: "*expressed deep concern*"."""
    verb = parse.tokens[noun.head]
    if noun.dep != "dobj" or not source or max(source) > verb.index:
        return {noun.index}
    return find_cue(parse, verb) | set(range(verb.index, noun.index + 1))


def _is_complement(parse: Parse, clause: Token) -> bool:
    """Whether a clause after a noun says its content: "that ..." or an infinitive."""
    return any(c.dep in ("mark", "aux") for c in parse.children(clause))


def read_adjective(parse: Parse, adjective: Token) -> Iterator[Candidate]:
    """Adjectives of a stand: "was critical of the plan", "were confident that it passes"."""
    verb = parse.tokens[adjective.head]
    if adjective.dep != "acomp" or verb.lemma not in _COPULAS:
        return
    source = find_subject(parse, verb)
    cue = find_cue(parse, verb) | {adjective.index}
    for child in parse.children(adjective):
        listed = adjective.lemma in cues.ADJECTIVES
        content = set(parse.subtree(child))
        if child.dep in ("ccomp", "xcomp"):
            yield build_candidate(adjective, "adjective", Parts(source, cue, content), listed)
        elif child.dep == "prep" and child.lemma in _STANDS_ON:
            parts = Parts(source, cue | {child.index}, content)
            yield build_candidate(adjective, "adjective", parts, listed, child.lemma)


def read_adverb(parse: Parse, adverb: Token) -> Iterator[Candidate]:
    """Adverbs that report a clause without a source: "reportedly"."""
    if adverb.dep == "advmod" and adverb.lemma in cues.ADVERBS:
        head = parse.tokens[adverb.head]
        if head.dep in ("acomp", "attr"):  # in "was supposedly safe" the whole clause is reported
            head = parse.tokens[head.head]
        content = set(parse.subtree(head))
        yield build_candidate(adverb, "adverb", Parts(set(), {adverb.index}, content), True)
