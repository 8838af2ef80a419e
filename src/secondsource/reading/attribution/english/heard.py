"""What stands before those who only hear it: "Costs had doubled, *the court heard*."."""

import re
from collections.abc import Iterable, Iterator, Sequence

from secondsource.article import Span
from secondsource.quotes import Quoted
from secondsource.reading.attribution.english import cues
from secondsource.reading.attribution.english.grammar import (
    SUBJECTS,
    find_agent,
    is_heard,
    to_pieces,
)
from secondsource.reading.attribution.pieces import Found, is_quoted, trim_piece
from secondsource.reading.parse import Parse, Token

_FROM = re.compile(
    r"(?:(?:I|We)(?:['’]ve| have|['’]m| am| was| were| had)? )?(?:(?:just|also|now) )?(?:been )?"
    r"(?P<cue>heard|hearing|told|learned|learnt) (?:from|by) "
    r"(?P<source>[^\W\d_][^,.;:?!\n]{1,80}?) that (?=\w)",
    re.IGNORECASE,
)
"""What its writer has from somebody: "Heard from a friend at the council that ..."."""


def find_told_by(parse: Parse, quotations: tuple[Quoted, ...]) -> Iterator[Found]:
    """Give the sentences that open with whom their writer has it from, to the sentence's end.

    Args:
        parse: the text with its grammar.
        quotations: those of the text, in which nothing is looked for.
    """
    for first, last in parse.sentences:
        start, end = parse.tokens[first].start, parse.tokens[last - 1].end
        match = _FROM.match(parse.text, start, end)
        content = trim_piece(parse.text, match.end(), end) if match else None
        if match is not None and _says_more(match, parse.text[match.end() : end]):
            continue
        if match is not None and content is not None and not is_quoted(content, quotations):
            yield Found(Span(*match.span("source")), Span(*match.span("cue")), (content,))


def _says_more(match: re.Match[str], words: str) -> bool:
    """Whether a clause of the writer's own may follow: "Told by the crew that ..., *he* ..."."""
    return match.start("cue") == match.start() and match["cue"].lower() != "heard" and "," in words


def add_heard(parse: Parse, found: Iterable[Found], quotations: tuple[Quoted, ...]) -> list[Found]:
    """The same attributions, and the clauses that only a hearer stands after or within.

    Args:
        parse: the text with its grammar.
        found: the attributions found so far; what they have is not given again.
        quotations: those of the text, in which nothing is looked for.
    """
    kept = list(found)
    for verb in parse.tokens:
        if verb.pos != "VERB" or verb.lemma not in cues.HEARD or not is_heard(parse, verb):
            continue
        taken = any(f.cue.overlaps(verb.span) for f in kept)
        if not taken and not is_quoted(verb.span, quotations) and not _takes_other(parse, verb):
            kept += _read_before(parse, verb, kept)
    return kept


def _takes_other(parse: Parse, verb: Token) -> bool:
    """Whether what is heard stands after the verb: "he was told *to go*"."""
    after = (c for c in parse.children(verb) if c.index > verb.index)
    return any(c.dep in ("ccomp", "xcomp", "dobj") for c in after)


def _read_before(parse: Parse, verb: Token, kept: Sequence[Found]) -> Iterator[Found]:
    words = sorted(_find_clause(parse, verb))
    while words and not parse.tokens[words[-1]].text.isalnum():
        words.pop()
    content = to_pieces(parse, tuple(words))
    if not content or any(c.overlaps(p) for f in kept for c in f.content for p in content):
        return
    agent = to_pieces(parse, tuple(sorted(find_agent(parse, verb))))
    source = Span(agent[0].start, agent[-1].end) if agent else None
    yield Found(source, verb.span, tuple(content))


def _find_clause(parse: Parse, verb: Token) -> set[int]:
    """The clause that a comma parts from the hearer, before it or around it."""
    own = set(parse.subtree(verb))
    subject = next((c for c in parse.children(verb) if c.dep in SUBJECTS), None)
    if subject is None:
        return set()
    first = min(parse.subtree(subject))
    if first == 0 or parse.tokens[first - 1].text != ",":
        return set()
    if verb.dep == "parataxis":
        return set(parse.subtree(parse.tokens[verb.head])) - own - {first - 1}
    before = (c for c in parse.children(verb) if c.dep == "ccomp" and c.index < first)
    clause = next(before, None)
    return set(parse.subtree(clause)) if clause else set()
