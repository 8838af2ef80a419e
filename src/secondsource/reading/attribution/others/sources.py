"""Who says it, in the words beside a verb or phrase of attribution."""

import re

from secondsource.article import Span
from secondsource.reading.attribution.others.german import find_hearer
from secondsource.reading.attribution.others.joined import ends_in_and, find_subject_of_joined
from secondsource.reading.attribution.others.names import CAPITALISED
from secondsource.reading.attribution.others.table import Table
from secondsource.reading.attribution.pieces import trim_piece

BLOT = "\ufffc"
"""What stands for each sign of a speech."""
NO_MARK = rf"[^.,:;!?…()«»„“”\"—–\n{BLOT}]"
_NAMED = rf"(?:{NO_MARK}|[«„“\"][^«»„“”\"\n]{{1,40}}[»“”\"]|\([^()\n]{{1,60}}\))"
PHRASE = re.compile(rf"\s*{_NAMED}{{1,120}}")
BEFORE = re.compile(rf"{_NAMED}*\Z")
_INSERTED = re.compile(rf"\s*(?P<source>{NO_MARK}{{2,80}},{NO_MARK}{{2,200}}),\s*\Z")
NAME_AT_END = re.compile(rf"{CAPITALISED}(?:\s+{CAPITALISED})*\Z")
_PRONOUN_WITHIN = re.compile(r"-(?P<pronoun>ils?|elles?|on)\b", re.I)
_BLANKS = re.compile(r"\s*(?=\S)")
_LONGEST_ARTICLE = 8
_ARTICLE = re.compile(
    r"(?:le|la|les|un|une|son|sa|ses|leurs?|el|los|las|una|su|sus|il|lo|i|gli|um|uma|os|as|o|a|"
    r"de|het|een)\s|l['’]"
)
_ARTICLES = frozenset({"das"})
_LONGEST_SOURCE = 14
REACH = 400
"""Code points before a verb that are searched for its subject."""


def find_source_after(text: str, at: int, end: int, table: Table) -> Span | None:
    """The source that stands after a verb: the words up to a mark or a word that ends it."""
    match = PHRASE.match(text, _skip_hearer(text, at, end, table), end)
    if match is None:
        return None
    stop = table.stop.search(text, match.start(), match.end())
    if stop is not None and not text[match.start() : stop.start()].strip():
        return None
    found = stop.start() if stop else match.end()
    if table.nouns_capital:
        hearer = find_hearer(text[match.start() : found], table.titles)
        found = found if hearer is None else match.start() + hearer
    first = re.compile(r"\s*(\w+)").match(text, match.start(), found)
    if first is not None and first[1].lower() in table.pronouns and not _is_article(first, table):
        return Span(*first.span(1))
    particles = (p for p in table.particle.finditer(text, match.start(), found))
    last = next((p for p in particles if not text[p.end() : found].strip()), None)
    return clean_source(text, match.start(), last.start() if last else found, table)


def _skip_hearer(text: str, at: int, end: int, table: Table) -> int:
    """Where a subject may begin: behind whom it is said to, before a name, «dijo *a EFE* Ruiz»."""
    behind = at
    while first := _BLANKS.match(text, behind, end):
        hearer = table.hearer.match(text, first.end(), end)
        if hearer is None:
            break
        behind = hearer.end()
    after = text[behind : behind + _LONGEST_ARTICLE].lstrip()
    begins = (
        after[:1].isupper() or _ARTICLE.match(after) or (table.inflects and after[:1].isalpha())
    )
    return behind if behind > at and begins else at


def _is_article(first: re.Match[str], table: Table) -> bool:
    """Whether a small word stands before a noun: «*das* Ministerium», where nouns have capitals."""
    after = first.string[first.end() : first.end() + 2].strip()
    return table.nouns_capital and first[1].lower() in _ARTICLES and after.isupper()


def find_source_before(text: str, start: int, at: int, table: Table) -> Span | None:
    """The source that stands before a verb, back to the last mark; a relative clause is in it."""
    start = max(start, at - REACH)
    inserted = _INSERTED.search(text[start:at])
    if inserted is not None and not text[start : start + inserted.start()].strip(" \xa0"):
        return clean_source(
            text, start + inserted.start("source"), start + inserted.end("source"), table
        )
    match = BEFORE.search(text[start:at])
    if match is None:
        return None
    begins, ends = start + match.start(), before_clitic(text, start, at, table)
    if ends_in_and(text[begins:ends]):
        joined = find_subject_of_joined(text, Span(begins, ends), table)
        if joined is not None:
            return joined
    source = clean_source(text, begins, ends, table)
    if source is not None and table.adverbial.match(text, source.start):
        return None if table.nouns_capital else _name_at_end(text, source)
    return source


def _name_at_end(text: str, words: Span) -> Span | None:
    """«On Monday Halicki» (said): the name after a phrase of time or place."""
    name = NAME_AT_END.search(words.of(text))
    if name is None or not name.start():
        return None
    return Span(words.start + name.start(), words.end)


def before_clitic(text: str, start: int, at: int, table: Table) -> int:
    """Where the words end that stand before a verb and its small pronouns: «le» dijo."""
    end = at
    for clitic in table.clitic.finditer(text, max(start, at - 12), at):
        if not text[clitic.end() : at].strip():
            end = min(end, clitic.start())
    return end


def clean_source(text: str, start: int, end: int, table: Table) -> Span | None:
    """A source without linking words before it; None when it can be none."""
    source = trim_piece(text, start, end)
    while source is not None and (lead := table.lead.match(text, source.start, source.end)):
        source = trim_piece(text, lead.end(), source.end)
    if source is None or len(source.of(text).split()) > _LONGEST_SOURCE:
        return None
    if table.never.match(text, source.start):
        return None
    inside = table.verb.search(text, source.start, source.end) or table.clause.search(
        text, source.start, source.end
    )
    if inside is not None and "," not in source.of(text):
        return None
    return _take_marks(text, source)


def _take_marks(text: str, source: Span) -> Span:
    """A source with the closing mark of a name in it."""
    words = source.of(text)
    opened = sum(words.count(mark) for mark in "«„“(")
    closed = sum(words.count(mark) for mark in "»”)")
    after = text[source.end : source.end + 1]
    if after and after in '»“”"' and (opened > closed or words.count('"') % 2):
        return Span(source.start, source.end + 1)
    return source


def pronoun_within(text: str, cue: Span) -> Span | None:
    """The pronoun within a verb: « a-t-elle reconnu »."""
    match = _PRONOUN_WITHIN.search(text, cue.start, cue.end)
    return Span(*match.span("pronoun")) if match else None
