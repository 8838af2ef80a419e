"""Attributions that a colon or a dash makes: "Radin: ...", "she claims: ...", "I said – ..."."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from secondsource.article import Span
from secondsource.names.sounds import fold_word
from secondsource.names.words import list_openers, list_words
from secondsource.quotes import Quoted
from secondsource.reading.attribution.english import cues
from secondsource.reading.attribution.english.grammar import find_speaker, is_heard
from secondsource.reading.attribution.pieces import Found, is_quoted, join_spans, trim_piece
from secondsource.reading.attribution.turns.accept import is_place
from secondsource.reading.attribution.turns.table import load_words
from secondsource.reading.parse import Parse, Token
from secondsource.sentences import LONGEST_READ, split_blocks

_SPEAKER = re.compile(
    r"(?P<source>(?:[A-Z][\w.’'&-]*\s+){0,5}[A-Z][\w.’'&-]+(?: \([\w., -]{1,20}\))?)(?P<cue>:)\s+\S"
)
_NO_SPEAKER = re.compile(
    r"(?i)(?:.*\b(?:updated?|breaking|watch|read|photos?|videos?|exclusive|correction|note|more"
    r"|related|translation|original article|source|via|image|here|email|opinion|by|poll|report"
    r"|analysis|the latest|contributing|contributed|tags?|topics?|follow|contact|listen"
    r"|claims?|verdict|facts?|fact[- ]check|rating|ruling|background|conclusions?|results?"
    r"|context|summary|findings?|evidence|explanation|explainer|key points?|takeaways?|timeline"
    r"|false|true|misleading|myths?|question|update \d)"
    r"|first on \w+)$"
)
"""What stands before a colon as a heading, above all in fact-checks."""
_WORD = re.compile(r"\w[\w.&-]*")
_NEAR = 2
"""A colon or dash counts as the verb's own when at most this many words stand between."""


def find_speaker_lines(parse: Parse) -> Iterator[Found]:
    """Give the lines that open with a speaker and a colon: "RADIN: Not so.", headlines too.

    One word is a speaker's only in capitals or when the text names somebody so elsewhere, and
    a place is none: "Port Ansel: Bridge closed".
    """
    text = parse.text
    named = _NamedWords(parse)
    for line, match in _match_speakers(text):
        source = Span(*match.span("source"))
        is_plain_word = " " not in match["source"] and not _is_capitals(match["source"])
        if is_plain_word and not (named.has_elsewhere(source) and match["source"].isalpha()):
            continue
        if _is_heading(text, match["source"]):
            continue
        content = trim_piece(text, match.end() - 1, line.end)
        if content is not None:
            yield Found(source, Span(*match.span("cue")), (content,))


def _is_heading(text: str, words: str) -> bool:
    """Whether some words before a colon are a place or a heading: "On Tuesday", "WARNING"."""
    table = load_words("en")
    first, last = fold_word(words.split()[0]), fold_word(words.split()[-1])
    opens = first in list_openers("en") and first != "the"
    is_none = opens or last in list_words("not_names") or words.casefold() in table.headings
    return is_none or is_place(text, words, table)


def _is_capitals(words: str) -> bool:
    """Whether some words are in capitals throughout, without a figure: not "Q3"."""
    return words.isupper() and not any(map(str.isdigit, words))


def may_name_speaker(text: str) -> bool:
    """Whether a line of a text opens with what may be a speaker and a colon."""
    return any(True for _ in _match_speakers(text))


def _match_speakers(text: str) -> Iterator[tuple[Span, re.Match[str]]]:
    """The lines that open with capitalised words and a colon, headings left out."""
    for line in split_blocks(text):
        match = _SPEAKER.match(text, line.start, min(line.end, line.start + LONGEST_READ))
        if match is not None and not _NO_SPEAKER.match(match["source"]):
            yield line, match


class _NamedWords:
    """The words of a text's names, and where they stand."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse

    @cached_property
    def _places(self) -> dict[str, list[Span]]:
        places: defaultdict[str, list[Span]] = defaultdict(list)
        for name in self._parse.names:
            for word in _WORD.findall(name.text):
                places[word].append(name.span)
        return places

    def has_elsewhere(self, word: Span) -> bool:
        """Whether a word stands in a name at another place than its own."""
        places = self._places.get(word.of(self._parse.text), ())
        return any(not place.overlaps(word) for place in places)


def find_colon_clauses(parse: Parse, quotations: tuple[Quoted, ...]) -> Iterator[Found]:
    """Give the sentences that after a verb of saying go on with a colon or a dash."""
    for start, end in parse.sentences:
        for index in range(start + 1, end - 1):
            mark = parse.tokens[index]
            if mark.text not in (":", "–", "—") or is_quoted(mark.span, quotations):
                continue
            verb = _verb_before(parse, mark, start, quotations)
            if verb is not None and (found := _lead_in(parse, verb, mark, end)):
                yield found
                break


def _verb_before(
    parse: Parse, mark: Token, start: int, quotations: tuple[Quoted, ...]
) -> Token | None:
    """The last verb of saying before the mark, if it has a subject and, for a dash, stands near."""
    first = start if mark.text == ":" else max(start, mark.index - 1 - _NEAR)
    verbs = [
        t
        for t in parse.tokens[first : mark.index]
        if t.pos == "VERB" and t.lemma in cues.SPEECH and not is_quoted(t.span, quotations)
    ]
    if not verbs or (mark.text != ":" and verbs[-1].lemma not in cues.OPENING):
        return None
    return verbs[-1]


def _lead_in(parse: Parse, verb: Token, mark: Token, end: int) -> Found | None:
    content = trim_piece(parse.text, mark.end, parse.tokens[end - 1].end)
    source = [parse.tokens[i] for i in sorted(find_speaker(parse, verb)) if i < mark.index]
    if content is None or not (source or is_heard(parse, verb)):
        return None
    stretch = trim_piece(parse.text, source[0].start, source[-1].end) if source else None
    return Found(stretch, verb.span, join_spans([content]))
