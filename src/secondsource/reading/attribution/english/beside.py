"""Clauses set beside what they tell the source of: "The pumps failed, *a friend told the Post*".

The parser takes many of them for something else ("the pumps failed and a friend told a story"),
so they are read here by the words and the marks around them.
"""

from collections.abc import Iterator

from secondsource.article import Span
from secondsource.quotes import Quoted
from secondsource.reading.attribution.english import cues
from secondsource.reading.attribution.english.grammar import find_own_subject
from secondsource.reading.attribution.pieces import Found, is_quoted, trim_piece
from secondsource.reading.parse import FINITE, Parse, Token

_LONGEST_SOURCE = 16
"""Words of a source and its verb's helpers."""
_HELPERS = frozenset({"has", "have", "had"})
_NO_SOURCE = frozenset({"who", "which", "that", "what", "it", "you", "we", "i", "everyone"})
_STARTS_NO_SOURCE = frozenset({"IN", "CC", "TO", "WDT", "WP", "WP$", "WRB", "RB", "VBG", "VBN"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_AFTER_AS = frozenset(
    [
        "in",
        "on",
        "at",
        "during",
        "this",
        "last",
        "earlier",
        "yesterday",
        "today",
        "first",
        "later",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
"""Words that may follow the verb of "as X said" and are no part of what X said."""
_ANOTHER = frozenset({"as", "while", "although", "though", "because", "after", "before", "if"})
"""Words after which the author goes on: "..., X said, *while* others slept"."""
_CLOSES = frozenset({",", ".", ";", "!", "?", ")"})


def find_beside(parse: Parse, quotations: tuple[Quoted, ...]) -> Iterator[Found]:
    """Give the attributions whose verb stands in a clause beside what is said.

    Args:
        parse: the text with its grammar.
        quotations: those of the text, in which nothing is looked for.
    """
    for first, last in parse.sentences:
        for read in (_read_as, _read_has_it, _read_put, _read_closing, _read_inserted):
            found = read(parse, first, last)
            if found is not None and not is_quoted(found.cue, quotations):
                yield found
                break


def _read_closing(parse: Parse, first: int, last: int) -> Found | None:
    """The clause with which a sentence closes: "..., a friend of hers told the Post on Monday"."""
    for verb in reversed(parse.tokens[first:last]):
        if verb.text in ('"', "“", "”", ";", ":"):
            return None
        if not _may_tell(verb, cues.CLOSING):
            continue
        source = _find_source(parse, first, verb)
        if source is None:
            continue
        if _says_after(parse, verb, last):
            return None
        comma = source[0] - 1
        if not _is_told_whole(parse, first, comma):
            return None
        start = _after_semicolon(parse, first, comma)
        return _make(parse, source, verb, [(start, comma)])
    return None


def _read_inserted(parse: Parse, first: int, last: int) -> Found | None:
    """The same within a sentence: "The pumps, *a friend told the Post*, failed on Monday"."""
    for verb in parse.tokens[first:last]:
        if not _may_tell(verb, cues.CLOSING):
            continue
        source = _find_source(parse, first, verb)
        end = _find_end(parse, verb, last)
        if source is None or end is None or parse.tokens[end].text != "," or source[0] - 1 <= first:
            continue
        comma = source[0] - 1
        after = parse.tokens[end + 1] if end + 1 < last else None
        if after is None or not _is_told_whole(parse, first, comma):
            return None
        goes_on = after.tag in ("IN", "WDT", "WP") and after.lemma not in _ANOTHER
        return _make(
            parse,
            source,
            verb,
            [(first, comma), *([(end, _stop(parse, end, last))] if goes_on else [])],
        )
    return None


def _stop(parse: Parse, start: int, last: int) -> int:
    """Where another clause begins after a semicolon, else the sentence's end."""
    return next((i for i in range(start, last) if parse.tokens[i].text == ";"), last)


def _read_has_it(parse: Parse, first: int, last: int) -> Found | None:
    """ "The Post *has it* that the pumps failed"."""
    words = [t.text for t in parse.tokens[first:last]]
    for place in range(1, len(words) - 3):
        if words[place : place + 3] in (["has", "it", "that"], ["have", "it", "that"]):
            verb, source = parse.tokens[first + place], (first, first + place)
            if place > _LONGEST_SOURCE or _has_verb(parse.tokens[slice(*source)]):
                return None
            return _make(parse, source, verb, [(first + place + 3, last)])
    return None


def _read_put(parse: Parse, first: int, last: int) -> Found | None:
    """ "The police have *put* the number of missing at 39": they say so."""
    for verb in parse.tokens[first:last]:
        if verb.lemma != "put" or verb.pos != "VERB" or verb.tag == "VB":
            continue
        below = parse.children(verb)
        amount = next((c for c in below if c.dep == "dobj" and c.lemma in cues.AMOUNTS), None)
        source = sorted(find_own_subject(parse, verb))
        if amount is None or not source or parse.tokens[source[0]].text.lower() in _NO_SOURCE:
            continue
        ats = (t for t in parse.tokens[amount.index + 1 : last - 1] if t.lemma == "at")
        at = next((t for t in ats if _is_number(parse, t.index + 1)), None)
        if at is not None and source[-1] < verb.index < amount.index:
            end = next((i for i in range(at.index, last) if parse.tokens[i].text in ",;"), last)
            said = (amount.edge[0], end)
            return _make(parse, (source[0], source[-1] + 1), verb, [said])
    return None


def _is_number(parse: Parse, index: int) -> bool:
    """Whether a number follows, also after a word or a sign: "at *about £19* million"."""
    return any(t.tag in ("CD", "$") or t.text[:1] in "£€$" for t in parse.tokens[index : index + 3])


def _may_tell(token: Token, verbs: frozenset[str]) -> bool:
    """Whether a word may be a verb of telling; the parser takes some for nouns and adjectives."""
    low = token.text.lower()
    stems = {token.lemma, low, low[:-1], low[:-2]}
    return token.text.islower() and token.tag not in ("VB", "VBG") and not stems.isdisjoint(verbs)


def _find_source(parse: Parse, first: int, verb: Token) -> tuple[int, int] | None:
    """The half-open range of the source between a comma and its verb; None where none is there."""
    end = verb.index
    while end > first and (parse.tokens[end - 1].text in _HELPERS or _is_adverb(parse, end - 1)):
        end -= 1
    start = _go_to_comma(parse, first, end)
    if start is not None and start == end and end - 1 > first:  # "the head, Ms Orr, told"
        inner = _go_to_comma(parse, first, end - 1)
        start = None if inner is None else _go_to_comma(parse, first, inner - 1)
    if start is None or start == end or verb.index - start > _LONGEST_SOURCE:
        return None
    words = parse.tokens[start:end]
    is_noun = any(t.tag in _NOUNS for t in words)
    opens = words[0].tag not in _STARTS_NO_SOURCE and words[0].text.lower() not in _NO_SOURCE
    return (start, end) if is_noun and opens and not _has_verb(words) else None


def _is_adverb(parse: Parse, index: int) -> bool:
    return parse.tokens[index].tag == "RB" and parse.tokens[index].lemma not in ("not", "never")


def _go_to_comma(parse: Parse, first: int, end: int) -> int | None:
    """Where the words before a place begin, back to a comma; None where no comma is near."""
    for index in range(end - 1, max(first, end - _LONGEST_SOURCE), -1):
        if parse.tokens[index].text == ",":
            return index + 1
        if parse.tokens[index].text in ('"', "“", "”", ";", ":", "(", ")", "—", "–"):
            return None
    return None


def _has_verb(words: tuple[Token, ...]) -> bool:
    return any(t.tag in FINITE for t in words)


def _says_after(parse: Parse, verb: Token, last: int) -> bool:
    """Whether more than a hearer, a place and a time follows: then that is what is said."""
    after = parse.tokens[verb.index + 1 : last]
    return any(t.tag in FINITE or t.tag in ("TO", "WP", "WRB") for t in after) or any(
        t.text.lower() in ("that", "whether", "if", ",") for t in after
    )


def _is_told_whole(parse: Parse, first: int, comma: int) -> bool:
    """Whether a main clause stands before the comma, and none that only leads up to another."""
    for token in parse.tokens[first:comma]:
        if token.tag not in FINITE:
            continue
        verb = parse.tokens[token.head] if token.dep in ("aux", "auxpass") else token
        below = [c for c in parse.children(verb) if c.index < verb.index]
        leads = any(c.dep == "mark" or c.tag in ("WRB", "WDT", "WP") for c in below)
        if verb.dep in ("relcl", "acl", "pcomp") or leads:
            continue
        return True
    return False


def _after_semicolon(parse: Parse, first: int, comma: int) -> int:
    marks = (i for i in range(comma - 1, first, -1) if parse.tokens[i].text == ";")
    return next(marks, first - 1) + 1


def _read_as(parse: Parse, first: int, last: int) -> Found | None:
    """ "As X reports, the pumps failed", also within the sentence and at its end."""
    for index in range(first, last):
        before = parse.tokens[index - 1].text if index > first else ","
        if parse.tokens[index].text.lower() != "as" or before != ",":
            continue
        verb = _find_as_verb(parse, index, last)
        if verb is None:
            continue
        end = _find_end(parse, verb, last)
        if end is None or (index == first and parse.tokens[end].text != ","):
            continue
        source = (index + 1, _without_helpers(parse, index + 1, verb))
        before_it = [] if index == first else [(first, index - 1)]
        return _make(parse, source, verb, [*before_it, (end, last)])
    return None


def _find_as_verb(parse: Parse, index: int, last: int) -> Token | None:
    for verb in parse.tokens[index + 2 : min(last, index + _LONGEST_SOURCE)]:
        if verb.text == ",":
            return None
        words = parse.tokens[index + 1 : verb.index]
        if _may_tell(verb, cues.AS) or _puts_it(parse, verb, last):
            is_source = any(t.tag in _NOUNS for t in words)
            named = words[0].text.lower() not in _NO_SOURCE
            return verb if is_source and named and words[0].tag not in _STARTS_NO_SOURCE else None
        if verb.tag in FINITE and verb.text not in _HELPERS:
            return None
    return None


def _puts_it(parse: Parse, verb: Token, last: int) -> bool:
    """Whether it is "as she *put* it"."""
    follows = parse.tokens[verb.index + 1].text if verb.index + 1 < last else ""
    return verb.text.lower() in ("put", "puts") and follows == "it"


def _without_helpers(parse: Parse, start: int, verb: Token) -> int:
    end = verb.index
    while end > start and (parse.tokens[end - 1].text in _HELPERS or _is_adverb(parse, end - 1)):
        end -= 1
    return end


def _find_end(parse: Parse, verb: Token, last: int) -> int | None:
    """The mark that ends an "as" clause; None where it says something itself: "as X said he would".

    A hearer, a place and a time may follow the verb.
    """
    takes_hearer = verb.lemma in ("tell", "inform") or verb.text.lower() in ("put", "puts")
    for token in parse.tokens[verb.index + 1 : last]:
        if token.text in _CLOSES:
            return token.index
        if token.tag in FINITE or token.tag in ("TO", "VBG", "WP", "WRB") or token.text == "that":
            return None
        follows = token.index == verb.index + 1
        if follows and not takes_hearer and token.text.lower() not in _AFTER_AS:
            return None
    return None


def _make(
    parse: Parse, source: tuple[int, int], verb: Token, said: list[tuple[int, int]]
) -> Found | None:
    pieces = [
        piece
        for start, end in said
        if start < end
        and (piece := trim_piece(parse.text, parse.tokens[start].start, parse.tokens[end - 1].end))
    ]
    if not pieces:
        return None
    span = Span(parse.tokens[source[0]].start, parse.tokens[source[1] - 1].end)
    return Found(span, verb.span, tuple(pieces))
