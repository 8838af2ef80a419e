"""Parts of an attribution read off the grammar of one English sentence."""

from dataclasses import dataclass

from secondsource.article import Span
from secondsource.reading.attribution.english import cues
from secondsource.reading.attribution.pieces import trim_piece
from secondsource.reading.parse import Parse, Token

SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass"})
_BORROWS_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "acomp"})
_REDUCED = frozenset({"acl", "advcl", "relcl", "amod"})
_CUE_PARTS = frozenset({"aux", "auxpass", "neg", "prt"})
_LONGEST_BORROWING = 6
"""Steps up the tree after which a subject is no longer the verb's own."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution; each part is a sorted tuple of token indexes.

    `head` is the cue's main word. `slot` says how the content hangs on it: clause, fronted,
    parataxis, infinitive, object, preposition, passive, seeming, according, noun_clause,
    noun_preposition, adjective or adverb. `through` is the preposition, if there is one.
    `is_listed` says whether the tables of `cues` have the word in this use.
    """

    head: int
    slot: str
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    through: str
    is_listed: bool


_ASSERTING_SLOTS = frozenset({"clause", "fronted", "parataxis", "according", "adverb"})


_NOT_SAID = frozenset(
    {
        "should",
        "must",
        "ought",
        "could",
        "might",
        "may",
        "can",
        "not",
        "n't",
        "never",
        "if",
        "unless",
    }
)
_ADVISED = frozenset({"need", "have", "ought", "try", "refuse", "decline", "fail"})
"""In "they need to say" and "she declined to say" nobody says it."""
_NEGATIVE = frozenset({"deny", "doubt", "dispute"})


def is_assertion(parse: Parse, candidate: Candidate) -> bool:
    """Whether the source is made to say the content, and not only to want or oppose it.

    What somebody should, might or did not say, or moved "as if to say", is the word of whoever
    tells it.
    """
    head = parse.tokens[candidate.head]
    if candidate.slot in ("according", "adverb"):
        return True
    if head.lemma not in _NEGATIVE and _is_unsaid(parse, head):
        return False
    if candidate.slot in _ASSERTING_SLOTS:
        return True
    if candidate.slot == "passive":
        return candidate.is_listed and not _is_order(parse, head)
    if candidate.slot == "preposition" and head.lemma == "ask":
        return False
    if candidate.slot == "infinitive":
        return head.lemma in cues.SPEECH & cues.INFINITIVE
    return head.lemma in cues.SPEECH or head.lemma in cues.JUDGING


def _is_order(parse: Parse, verb: Token) -> bool:
    """Whether somebody was told to do a thing, not that a thing is so: "told to stay"."""
    deps = {c.dep for c in parse.children(verb) if c.index > verb.index}
    return verb.lemma in cues.ADDRESSING and "ccomp" not in deps


def _is_unsaid(parse: Parse, verb: Token) -> bool:
    around = {c.text.lower() for c in parse.children(verb) if c.dep in ("aux", "neg", "mark")}
    above = parse.tokens[verb.head]
    return bool(around & _NOT_SAID) or (verb.dep == "xcomp" and above.lemma in _ADVISED)


@dataclass(frozen=True, slots=True)
class Parts:
    """The three parts of a candidate as sets of token indexes."""

    source: frozenset[int] | set[int]
    cue: frozenset[int] | set[int]
    content: frozenset[int] | set[int]


def build_candidate(
    head: Token, slot: str, parts: Parts, is_listed: bool, through: str = ""
) -> Candidate:
    """Put a candidate together: where parts overlap, the content yields to cue and source."""
    source, cue = set(parts.source), set(parts.cue)
    return Candidate(
        head.index,
        slot,
        tuple(sorted(source - cue)),
        tuple(sorted(cue)),
        tuple(sorted(set(parts.content) - source - cue)),
        through,
        is_listed,
    )


def find_cue(parse: Parse, verb: Token) -> set[int]:
    """The verb with its auxiliaries, negation, particle and the adverbs before it."""
    parts = {c.index for c in parse.children(verb) if c.dep in _CUE_PARTS}
    adverbs = {c.index for c in parse.children(verb) if c.dep == "advmod" and c.index < verb.index}
    return parts | adverbs | {verb.index}


def find_own_subject(parse: Parse, verb: Token) -> set[int]:
    """The words of the subject that hangs on this verb itself."""
    for child in parse.children(verb):
        if child.dep in SUBJECTS:
            return set(parse.subtree(child))
    return set()


def find_subject(parse: Parse, verb: Token) -> set[int]:
    """The words of the subject, the verb's own or the one that it borrows from above."""
    for _ in range(_LONGEST_BORROWING):
        if own := find_own_subject(parse, verb):
            return own
        head = parse.tokens[verb.head]
        if head.index == verb.index:
            return set()
        if verb.dep in ("acl", "relcl", "amod") and not _is_issued(head):
            return set(parse.subtree(head)) - set(parse.subtree(verb))
        if verb.dep in ("acl", "relcl", "amod"):
            head = parse.tokens[head.head]
        elif verb.dep not in _BORROWS_SUBJECT:
            return set()
        verb = head
    return set()


def find_speaker(parse: Parse, verb: Token) -> set[int]:
    """The words of who says it: the subject, but after "they were told" only who stands by "by"."""
    return find_agent(parse, verb) if is_heard(parse, verb) else find_subject(parse, verb)


def is_heard(parse: Parse, verb: Token) -> bool:
    """Whether the subject of a verb only hears it: "they were *told*", "the court *heard*"."""
    if verb.lemma in cues.ADDRESSING:
        is_participle = _opens_as_participle(parse, verb) or _is_set_off(parse, verb)
        return is_passive(parse, verb) or is_participle
    if verb.lemma != "hear":
        return False
    subjects = (c for c in parse.children(verb) if c.dep == "nsubj")
    return any(
        {c.lemma, c.text.lower()} & cues.HEARERS for c in subjects
    )  # "inquest": lemma "inqu"


def _opens_as_participle(parse: Parse, verb: Token) -> bool:
    """Whether a verb without a subject opens its sentence: "*Told* that it fell, she left"."""
    opens = parse.sentences[verb.sentence][0] == verb.index and verb.text.lower() != verb.lemma
    return opens and not verb.text.endswith("ing") and not find_own_subject(parse, verb)


def _is_set_off(parse: Parse, verb: Token) -> bool:
    """Whether commas part a verb from its subject: "Holt, *told* that it fell, left"."""
    own = find_own_subject(parse, verb)
    before = parse.tokens[verb.index - 1]
    if not own or before.text != "," or verb.tag not in ("VBN", "VBD"):
        return False
    last = parse.sentences[verb.sentence][1]
    subject = own - {before.index}
    inside = [parse.tokens[i].text for i in subject]
    closes = any(t.text == "," for t in parse.tokens[verb.index : last])
    return max(subject) == before.index - 1 and "," not in inside and closes


def _is_issued(noun: Token) -> bool:
    """Whether somebody issues it: in "she released a statement saying" it is she who says it."""
    return noun.lemma in cues.DOCUMENTS and noun.dep == "dobj"


def is_passive(parse: Parse, verb: Token) -> bool:
    """Whether the verb stands in the passive, also without "be": "*asked* what he knew, he"."""
    deps = {c.dep for c in parse.children(verb)}
    if deps & {"nsubjpass", "auxpass"}:
        return True
    return verb.tag == "VBN" and verb.dep in _REDUCED and not deps & {"aux", "nsubj"}


def find_agent(parse: Parse, verb: Token) -> set[int]:
    """The words after "by" beside a passive; none for "by accident", "by letter"."""
    for child in parse.children(verb):
        if child.dep == "agent":
            words = set(parse.subtree(child)) - {child.index}
            return set() if {parse.tokens[i].lemma for i in words} <= cues.MANNERS else words
    return set()


def find_owner(parse: Parse, noun: Token) -> set[int]:
    """Whose claim it is: "her claim", "a claim by her", "she made the claim"."""
    for child in parse.children(noun):
        if child.dep == "poss":
            return set(parse.subtree(child))
        if child.dep == "prep" and child.lemma in ("by", "from"):
            return set(parse.subtree(child)) - {child.index}
    return find_subject(parse, parse.tokens[noun.head]) if noun.dep == "dobj" else set()


def to_pieces(parse: Parse, indexes: tuple[int, ...]) -> tuple[Span, ...]:
    """The stretches that these tokens fill, without marks and white space at their edges."""
    runs: list[list[int]] = []
    for index in indexes:
        if runs and runs[-1][1] == index - 1:
            runs[-1][1] = index
        else:
            runs.append([index, index])
    spans = (trim_piece(parse.text, parse.tokens[a].start, parse.tokens[b].end) for a, b in runs)
    return tuple(s for s in spans if s is not None)
