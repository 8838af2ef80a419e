"""Attributions within one Russian sentence, by its grammar.

The labels are those of Universal Dependencies: a clause that a verb governs is `ccomp`, one put
in beside it `parataxis`, a subject `nsubj`, an addressee `iobj` and never the source.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secondsource.reading.attribution.russian import cues
from secondsource.reading.attribution.russian.cues import Sort, Verb
from secondsource.reading.attribution.russian.parse import SentenceRu, TokenRu
from secondsource.reading.attribution.russian.sources import (
    find_governor,
    find_source,
    spell_prepositions,
)

_CONJUNCTIONS = frozenset({"что", "чтобы", "будто", "мол", "якобы", "дескать"})
_CLAUSES = frozenset({"ccomp", "csubj", "csubj:pass"})
_FEWEST_BEFORE = 2
"""Tokens of a clause before a verb that closes the sentence beside it."""
_THAT_REACH = 8
"""Tokens after a verb among which its «, что» stands."""


@dataclass(frozen=True, slots=True)
class Clause:
    """An attribution as indexes of tokens; no source means that nobody is named."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    asserts: bool = True


def find_clauses(sentence: SentenceRu) -> Iterator[Clause]:
    """Give every attribution that a verb of a sentence makes."""
    for token in sentence.tokens:
        yield from _of_verb(sentence, token)


def _of_verb(sentence: SentenceRu, token: TokenRu) -> Iterator[Clause]:
    verb = cues.find_verb(token)
    nobody = cues.names_nobody(token)
    content = clause_of(sentence, token, verb is not None or nobody)
    says = nobody or (verb is not None and verb.sort is not Sort.WANT)
    if content is None and says and is_put_in(sentence, token):
        content = around(sentence, token)
    if content is None and verb is not None:
        content = _phrase_of(sentence, token, verb)
    if not content:
        return
    source = find_source(sentence, token)
    if source is None and (verb is None or _is_loose(sentence, token, verb)) and not nobody:
        return
    asserts = verb is None or verb.sort is not Sort.WANT or not _wants(sentence, token)
    cue = frozenset({token.index}) | _parts_of_cue(sentence, token)
    yield Clause(
        (source or frozenset()) - cue, cue, content - (source or frozenset()) - cue, asserts
    )


def _is_loose(sentence: SentenceRu, token: TokenRu, verb: Verb) -> bool:
    """Whether a verb without a subject tells of no attribution: only a plural "they say" does."""
    if verb.sort is not Sort.SAY or token.form not in ("Fin", ""):
        return True
    return token.number != "Plur" and not any(
        c.low in _CONJUNCTIONS
        for clause in sentence.children(token)
        if clause.dep in _CLAUSES
        for c in sentence.children(clause)
    )


def _wants(sentence: SentenceRu, token: TokenRu) -> bool:
    """Whether what hangs on a verb of wanting is wanted; «обещал, что» is a word given."""
    return not any(
        c.low == "что"
        for clause in sentence.children(token)
        if clause.dep in _CLAUSES
        for c in sentence.children(clause)
    )


def _parts_of_cue(sentence: SentenceRu, token: TokenRu) -> frozenset[int]:
    """«не» before the verb, and «стало» beside «известно»."""
    near = {t.index for t in sentence.children(token) if t.low == "не"}
    if token.low == "следует":
        near |= {
            c.index for t in sentence.children(token) for c in sentence.children(t) if c.low == "из"
        }
    if token.low == "известно":
        near |= {
            t.index
            for t in sentence.tokens
            if t.low in ("стало", "станет") and token.index in (t.head, *t.children, t.index + 1)
        }
    return frozenset(near)


# What is said: a clause that the verb governs.


def clause_of(sentence: SentenceRu, token: TokenRu, known: bool) -> frozenset[int] | None:
    """The clause with что, чтобы, ли, a question word or after a colon that a verb governs."""
    governor = find_governor(sentence, token)
    for child in sentence.children(governor):
        if child.dep in _CLAUSES and (known or _has_that(sentence, child, token)):
            if _stands_before(sentence, child, token) or child.form == "Inf":
                continue
            return _without_marks(sentence, child, token)
        if child.dep == "parataxis" and known and _follows_colon(sentence, child, token):
            return _without_marks(sentence, child, token)
    return _that_after(sentence, governor) if known else None


def _stands_before(sentence: SentenceRu, clause: TokenRu, verb: TokenRu) -> bool:
    """Whether a clause with «что» stands before the verb, and so belongs to another one."""
    return clause.index < verb.index and any(
        c.dep == "mark" and c.low in _CONJUNCTIONS for c in sentence.children(clause)
    )


def _that_after(sentence: SentenceRu, verb: TokenRu) -> frozenset[int] | None:
    """What follows «, что» after a verb, where the grammar was read amiss."""
    tokens = sentence.tokens
    for index in range(verb.index + 1, min(len(tokens) - 2, verb.index + _THAT_REACH)):
        if tokens[index].form == "Fin":
            return None
        if tokens[index].text == "," and tokens[index + 1].low in _CONJUNCTIONS:
            ends = (
                i
                for i in range(index + 2, len(tokens) - 1)
                if tokens[i].text == ";"
                or (tokens[i].text == "," and tokens[i + 1].low in ("а", "но"))
            )
            return frozenset(range(index + 2, next(ends, len(tokens))))
    return None


def _has_that(sentence: SentenceRu, clause: TokenRu, verb: TokenRu) -> bool:
    """Whether a clause opens with что after a verb that may tell of a voice."""
    if verb.pos != "VERB" or verb.form != "Fin" or verb.low in cues.NO_ATTRIBUTION:
        return False
    return any(
        c.low in ("что", "будто") and c.dep == "mark" and c.index > verb.index
        for c in sentence.children(clause)
    )


def _follows_colon(sentence: SentenceRu, clause: TokenRu, verb: TokenRu) -> bool:
    first = min(sentence.subtree(clause))
    between = sentence.tokens[verb.index : max(verb.index, clause.index)]
    return clause.index > verb.index and first > verb.index and any(t.text == ":" for t in between)


def _without_marks(sentence: SentenceRu, clause: TokenRu, verb: TokenRu) -> frozenset[int]:
    """A clause without its conjunction and without the verb that it hangs on."""
    marks = {
        c.index for c in sentence.children(clause) if c.dep == "mark" and c.low in _CONJUNCTIONS
    }
    return sentence.subtree(clause, frozenset({verb.index, *marks})) - marks


# What is said: the sentence around the verb.


def is_put_in(sentence: SentenceRu, token: TokenRu) -> bool:
    """Whether a verb stands beside what it says: «как сообщил X», «..., заявил X»."""
    head = sentence.head(token)
    if head.index == token.index:
        return closes_apart(sentence, token)
    if _with_as(sentence, token):
        return find_governor(sentence, token).dep in (
            "parataxis",
            "advcl",
            "advmod",
            "ccomp",
            "conj",
            "acl",
        )
    if token.dep != "parataxis" or token.form not in ("Fin", "Part"):
        return False
    first = min(sentence.subtree(token))
    return (first > 0 and sentence.tokens[first - 1].text in ",—–()") or sentence.tokens[
        first
    ].text in ",—–("


def closes_apart(sentence: SentenceRu, verb: TokenRu) -> bool:
    """Whether a verb with who says it closes a sentence as a tree of its own: «..., сообщил суд».

    The parser makes two roots of some such sentences; the verb must then stand right after a comma.
    """
    own = sentence.subtree(verb)
    first = min(own)
    after = sentence.tokens[max(own) + 1 :]
    parted = sentence.tokens[first].text == "," or (
        first > 0 and sentence.tokens[first - 1].text == "," and first == verb.index
    )
    starts = verb.index in (first, first + 1)
    others = first >= _FEWEST_BEFORE
    return (
        verb.dep == "root"
        and verb.form == "Fin"
        and parted
        and starts
        and others
        and all(t.pos == "PUNCT" for t in after)
        and not any(c.dep in (*_CLAUSES, "xcomp", "obj") for c in sentence.children(verb))
    )


def _with_as(sentence: SentenceRu, token: TokenRu) -> bool:
    governor = find_governor(sentence, token)
    return any(
        c.low == "как"
        and c.index < token.index
        and (c.index == 0 or sentence.tokens[c.index - 1].low not in cues.BEFORE_AS)
        for c in sentence.children(governor)
    )


def around(sentence: SentenceRu, token: TokenRu) -> frozenset[int]:
    """The clause that a verb was put into, without the verb and what hangs on it."""
    top = find_governor(sentence, token)
    if top.dep not in ("parataxis", "advcl", "advmod", "ccomp", "conj", "acl"):
        top = token
    return rest_of_clause(sentence, top)


def rest_of_clause(sentence: SentenceRu, top: TokenRu) -> frozenset[int]:
    head = sentence.head(top)
    own = sentence.subtree(top)
    if head.index == top.index:
        return frozenset(range(len(sentence.tokens))) - own
    apart = _apart(sentence, own)
    late = {
        c.index
        for c in sentence.children(head)
        if c.dep == "conj" and c.index > max(own) and _has_subject(sentence, c)
    }
    rest = sentence.subtree(head, frozenset({top.index, *late}))
    marks = {c.index for c in sentence.children(head) if c.low in _CONJUNCTIONS and c.dep == "mark"}
    return (rest | apart) - own - marks


def _apart(sentence: SentenceRu, own: frozenset[int]) -> frozenset[int]:
    """What of a sentence that opens with who says it, and a comma, has become a tree of its own.

    «По словам X, моста нет, дорога закрыта» may have two roots, and both clauses are X's.
    """
    last = max(own)
    tokens = sentence.tokens
    closes = tokens[last].text == "," or (last + 1 < len(tokens) and tokens[last + 1].text == ",")
    if min(own) != 0 or not closes:
        return frozenset()
    roots = [t for t in tokens if t.head == t.index and t.index not in own]
    stop = next((t.index for t in tokens if t.text == ";" and t.index > last), len(tokens))
    is_misread = len(roots) > 1 or any(not t.form and t.pos not in ("VERB", "AUX") for t in roots)
    trees = {i for root in roots for i in sentence.subtree(root)} if is_misread else set()
    contrast = _contrasts(sentence, last)
    return frozenset(i for i in trees if last < i < min(stop, contrast))


def _contrasts(sentence: SentenceRu, start: int) -> int:
    """Where a clause with «а» or «но» begins after a place; else the sentence's end."""
    tokens = sentence.tokens
    places = (
        i
        for i in range(start + 2, len(tokens))
        if tokens[i].low in ("а", "но", "однако") and tokens[i - 1].text == ","
    )
    return next(places, len(tokens))


def _has_subject(sentence: SentenceRu, token: TokenRu) -> bool:
    return any(c.dep.startswith("nsubj") for c in sentence.children(token))


# What is said: a phrase.


def _phrase_of(sentence: SentenceRu, token: TokenRu, verb: Verb) -> frozenset[int] | None:
    """«о задержании», «сообщения о потере», «обжаловать штраф», «X в растрате»."""
    children = [c for c in sentence.children(token) if not _asks_or_dates(sentence, c)]
    found = [c for c in children if _is_infinitive(c)] if "inf" in verb.frames else []
    found = found or [c for c in children if _fits(sentence, c, verb)]
    if {"named", "ins"} & verb.frames:
        called = [c for c in children if _is_called(c)]
        if not called and "named" in verb.frames:
            return None
        found += called + [c for c in children if c.dep == "conj" and called and not c.form]
    late = [c for c in found if c.index > token.index]
    return frozenset(_join(sentence, late or found)) or None


def _asks_or_dates(sentence: SentenceRu, token: TokenRu) -> bool:
    """Whether a phrase is a question word, a relative one or a date: no content by itself."""
    inside = [sentence.tokens[i] for i in sentence.subtree(token)]
    return (
        token.low in cues.QUESTIONS
        or token.low.startswith(("котор", "каки", "како", "каку", "какая"))
        or any(t.low in cues.DATES for t in inside[:4])
    )


def _join(sentence: SentenceRu, tokens: Iterable[TokenRu]) -> set[int]:
    return {index for token in tokens for index in sentence.subtree(token)}


def _is_infinitive(token: TokenRu) -> bool:
    return token.form == "Inf" and token.dep in ("xcomp", "ccomp", "csubj", "obj", "advcl")


def _is_called(token: TokenRu) -> bool:
    return token.dep == "xcomp" or (token.dep in ("obl", "nmod") and token.case == "Ins")


def _fits(sentence: SentenceRu, token: TokenRu, verb: Verb) -> bool:
    """Whether a phrase stands as the content of this verb does."""
    if token.dep in ("obj", "iobj") and token.case not in ("Dat",):
        return bool({"obj", "ins", "named"} & verb.frames) or (
            "в" in verb.frames and "obj" in verb.frames
        )
    if token.dep not in ("obl", "iobj", "nmod"):
        return False
    prepositions = {c.low for c in sentence.children(token) if c.dep == "case"}
    return bool(spell_prepositions(prepositions) & verb.frames)
