"""Attributions that a noun makes: «по словам X», «со ссылкой на X», «версия X, что»."""

from collections.abc import Iterator

from secondsource.reading.attribution.russian import cues
from secondsource.reading.attribution.russian.clauses import (
    Clause,
    around,
    clause_of,
    is_put_in,
    rest_of_clause,
)
from secondsource.reading.attribution.russian.parse import SentenceRu, TokenRu
from secondsource.reading.attribution.russian.sources import tidy_source

_OWNERS = frozenset({"его", "ее", "их"})


def find_noun_clauses(sentence: SentenceRu) -> Iterator[Clause]:
    """Give every attribution that a noun of a sentence makes."""
    for token in sentence.tokens:
        yield from _of_noun(sentence, token)


def _of_noun(sentence: SentenceRu, token: TokenRu) -> Iterator[Clause]:
    cases = [c for c in sentence.children(token) if c.dep == "case"]
    for case in cases:
        if case.low == "согласно":
            cue = frozenset({case.index})
            source = tidy_source(sentence, token, case)
            yield Clause(source, cue, rest_of_clause(sentence, token) - source - cue)
        elif cues.is_source_noun(case.low, token.low):
            yield from _by_words(sentence, token, case)
        elif case.low in ("со", "с") and token.low == "ссылкой":
            yield from _referring(sentence, token, case)
    if token.low in cues.NOUNS:
        yield from _with_noun(sentence, token)


def _by_words(sentence: SentenceRu, noun: TokenRu, case: TokenRu) -> Iterator[Clause]:
    """«По словам X, ...», «по его словам, ...», «по данным, ...»."""
    cue = {case.index, noun.index}
    owners = [c for c in sentence.children(noun) if c.dep == "nmod" and c.case in ("Gen", "")]
    own = [c for c in sentence.children(noun) if c.low in _OWNERS]
    if noun.low == "точки":
        cue |= {c.index for c in sentence.children(noun) if c.low == "зрения"}
        owners = [c for c in owners if c.low != "зрения"]
        owners += [
            g
            for c in sentence.children(noun)
            if c.low == "зрения"
            for g in sentence.children(c)
            if g.dep == "nmod"
        ]
    content = rest_of_clause(sentence, noun)
    if own:
        cue |= set(range(min(cue), max(cue) + 1))
        source = frozenset({own[0].index})
    elif owners:
        source = tidy_source(sentence, owners[0], noun)
    elif noun.low in cues.IN_GENERAL and _is_set_apart(sentence, noun):
        source = frozenset()
    else:
        return
    yield Clause(source, frozenset(cue), content - source - frozenset(cue))


def _is_set_apart(sentence: SentenceRu, noun: TokenRu) -> bool:
    after = max(sentence.subtree(noun)) + 1
    return (
        after >= len(sentence.tokens)
        or sentence.tokens[after - 1].text in ",—–"
        or (sentence.tokens[after].text in ",—–")
    )


def _referring(sentence: SentenceRu, noun: TokenRu, case: TokenRu) -> Iterator[Clause]:
    """«X со ссылкой на Y пишет, что ...»: the same content has a second source."""
    for child in sentence.children(noun):
        on = [c for c in sentence.children(child) if c.low == "на" and c.dep == "case"]
        if not on:
            continue
        verb = sentence.head(noun)
        while verb.pos not in ("VERB", "ADJ") and verb.head != verb.index:
            verb = sentence.head(verb)
        source = tidy_source(sentence, child, noun)
        content = clause_of(sentence, verb, True) or (
            around(sentence, verb) if is_put_in(sentence, verb) else rest_of_clause(sentence, noun)
        )
        cue = frozenset({case.index, noun.index, on[0].index})
        yield Clause(source, cue, content - source - cue)


def _with_noun(sentence: SentenceRu, noun: TokenRu) -> Iterator[Clause]:
    """«версия следствия, что ...», «у следствия есть версия, что ...»."""
    for child in sentence.children(noun):
        marks = {c.index for c in sentence.children(child) if c.low in ("что", "будто")}
        if child.dep not in ("acl", "ccomp", "acl:relcl") or not marks or child.index < noun.index:
            continue
        if not any(sentence.tokens[m].dep == "mark" for m in marks):
            continue
        source, cue = _owner_of(sentence, noun)
        if source is not None:
            yield Clause(source, cue, sentence.subtree(child) - marks)


def _owner_of(sentence: SentenceRu, noun: TokenRu) -> tuple[frozenset[int] | None, frozenset[int]]:
    for child in sentence.children(noun):
        if child.dep == "nmod" and child.case == "Gen":
            return tidy_source(sentence, child, noun), frozenset({noun.index})
    verb = sentence.head(noun)
    for child in sentence.children(verb):
        if any(c.low == "у" and c.dep == "case" for c in sentence.children(child)):
            return tidy_source(sentence, child, verb), frozenset({verb.index, noun.index})
    return None, frozenset()
