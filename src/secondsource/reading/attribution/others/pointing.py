"""Sentences that only say whose word the one before is: «Das sagte X.», «Про це повідомив X.»."""

import re
from collections.abc import Iterable, Iterator, Sequence

from secondsource.article import Span
from secondsource.reading.attribution.others.sources import BLOT, find_source_after
from secondsource.reading.attribution.others.table import Table
from secondsource.reading.attribution.pieces import Found, find_touching, trim_piece
from secondsource.reading.attribution.pointing import find_pointed_at

_BODY = re.compile(
    r"(?P<body>(?:de[mnr]|eine[mr]|ihre[mr]|seine[mr])\s[^,.;:!?]{3,90}?)(?=\s+hervor|\W*\Z)"
)
"""What something goes out from: «Das geht aus *dem Bericht der Behörde* hervor»."""
_HEARER = re.compile(r"\w{2,}[ую]\b")
"""How Ukrainian and Belarusian end whom it is told to: «повідомили *поліцію*», «*міністру*»."""


def point_back(
    text: str, sentences: Sequence[Span], found: Iterable[Found], table: Table
) -> list[Found]:
    """The same attributions, and the sentences before those that only say whose word they are.

    Args:
        text: the text, its speeches blotted out.
        sentences: its sentences.
        found: the attributions found so far.
        table: the words of its language.
    """
    kept = list(found)
    for pointing in [*_find_about(text, kept, table), *_find_pointing(text, sentences, table)]:
        others = [f for f in kept if f.cue != pointing.cue and not pointing.cue.contains(f.cue)]
        said = [f.content for f in others if f.asserts]
        own = find_touching(sentences, pointing.cue)
        before = find_pointed_at(text, sentences, own[0], said) if own else None
        if before is not None and BLOT not in before.of(text):
            content = (before, *pointing.content)
            kept = [*others, Found(pointing.source, pointing.cue, content)]
    return kept


def _find_about(text: str, found: Iterable[Found], table: Table) -> Iterator[Found]:
    """The attributions whose content is only «про це»."""
    for one in found:
        is_heard = one.source is not None and _HEARER.match(one.source.of(text))
        points = len(one.content) == 1 and table.about.fullmatch(one.content[0].of(text))
        if points and not is_heard:
            yield one


def _find_pointing(text: str, sentences: Iterable[Span], table: Table) -> Iterator[Found]:
    for sentence in sentences:
        match = table.points.match(text, sentence.start, sentence.end)
        if match is None or BLOT in sentence.of(text) or ":" in sentence.of(text):
            continue
        source = find_source_after(text, match.end(), sentence.end, table)
        if source is None and table.nouns_capital and match["cue"].split()[-1] in ("aus", "von"):
            body = _BODY.match(text, match.end(), sentence.end)
            source = trim_piece(text, *body.span("body")) if body else None
        if source is not None and _is_somebody(source.of(text), table):
            points = (Span(*match.span("points")),) if match["points"] else ()
            yield Found(source, Span(*match.span("cue")), points)


def _is_somebody(words: str, table: Table) -> bool:
    """Whether a source is a noun or "he", where nouns have capitals: not «Das sagt *alles*»."""
    capital = any(word[0].isupper() for word in words.replace("„", " ").split())
    return not table.nouns_capital or capital or words.lower() in table.he | table.she
