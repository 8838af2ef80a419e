"""Attributions in a language that has a table: its speeches, then the sentences around them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from secondsource.article import Span
from secondsource.quotes import find_quotations
from secondsource.reading.attribution.datelines import cut_datelines
from secondsource.reading.attribution.others.joined import find_inside, with_name_beside
from secondsource.reading.attribution.others.match import match_sentence
from secondsource.reading.attribution.others.names import NamesByCapitals
from secondsource.reading.attribution.others.pointing import point_back
from secondsource.reading.attribution.others.pronouns import resolve_pronouns
from secondsource.reading.attribution.others.reported import carry_on
from secondsource.reading.attribution.others.sources import (
    BLOT,
    clean_source,
    find_source_after,
    find_source_before,
    pronoun_within,
)
from secondsource.reading.attribution.others.table import Table
from secondsource.reading.attribution.pieces import (
    Found,
    find_touching,
    find_words,
    join_spans,
    tell_manner,
    trim_piece,
)
from secondsource.reading.attribution.speech import Speech, find_speeches
from secondsource.reading.attribution.turns.turns import split_openings
from secondsource.reading.statement import Attribution, Quotation, Source, Words
from secondsource.sentences import LONGEST_READ, split_sentences

_MARKS = '«»“”„"—–-,.:;!?…() \xa0' + BLOT
_NEAR = 60
"""Code points after a speech in which its verb must begin."""
_LEAD_IN = 200
_SHORTEST_NOBODYS = 4
_LONGEST_TITLE = 3


def attribute_by_table(text: str, language: str, table: Table) -> tuple[Attribution, ...]:
    """Give the attributions of a text, in the order of their cues."""
    return _Reading(text, language, table).attributions()


class _Reading:
    """One text, its speeches found and blotted out."""

    def __init__(self, text: str, language: str, table: Table) -> None:
        self._text, self._table = text, table
        self._speeches = find_speeches(text, table.words.__contains__, table.comma_tags)
        self._spoken = join_spans(p for speech in self._speeches for p in speech.pieces)
        self._blotted = _blot(text, self._spoken)
        spans = split_openings(text, language, split_sentences(text, language))
        spans = cut_datelines(text, spans, language)
        self._sentences = [s for s in spans if len(s) <= LONGEST_READ]
        quotations = [q for q in find_quotations(text) if q.depth == 0]
        self._marked = join_spans(p for q in quotations for p in q.pieces)
        self._quoted = join_spans([*self._spoken, *filter(self._is_quoting, self._marked)])

    def attributions(self) -> tuple[Attribution, ...]:
        """Everything found, in the order of the cues."""
        found = list(self._find_spoken())
        cues = {f.cue for f, _ in found if f.cue}
        for sentence in self._sentences:
            for one in match_sentence(self._blotted, sentence, self._table):
                if one.cue not in cues:
                    found.append((self._reach(one), True))
        names = NamesByCapitals(self._text, self._table, self._sentences)
        every = point_back(self._blotted, self._sentences, (one for one, _ in found), self._table)
        if self._table.nouns_capital:
            every = carry_on(self._blotted, self._sentences, every)
        finished = sorted((self._finish(one, names) for one in every), key=attrgetter("start"))
        return resolve_pronouns(self._text, finished, self._sentences, names, self._table)

    def _reach(self, found: Found) -> Found:
        """The content over the whole of each quotation that it reaches into."""
        used = [s for s in (found.source, found.cue) if s]
        reached = [
            q
            for piece in found.content
            for q in find_touching(self._marked, piece)
            if not any(q.overlaps(u) for u in used)
        ]
        return replace(found, content=join_spans([*found.content, *reached]))

    def _find_spoken(self) -> Iterator[tuple[Found, bool]]:
        """Each speech with who says it: in its tag, after it, before it; else who spoke last."""
        before: Found | None = None
        for speech in self._speeches:
            pieces = tuple(
                p for s in speech.pieces if (p := trim_piece(self._text, s.start, s.end))
            )
            if not pieces:
                continue
            said = next(self._say(speech), None)
            if said is None and before is not None and self._follows(before, speech):
                before = replace(before, content=(*before.content, *pieces))
                continue
            if before is not None:
                yield before, True
            before = Found(said[0], said[1], pieces) if said else self._nobodys(pieces)
        if before is not None:
            yield before, True

    def _follows(self, before: Found, speech: Speech) -> bool:
        """Whether only the words of the tag stand between a speech and the one before."""
        if before.source is None:
            return False
        last = max(before.content[-1].end, before.cue.end, before.source.end)
        between = self._text[min(last, speech.hull.start) : speech.hull.start]
        return len(
            find_words(self._text, Span(min(last, speech.hull.start), speech.hull.start))
        ) <= 3 and ("\n" not in between)

    def _nobodys(self, pieces: tuple[Span, ...]) -> Found | None:
        words = sum(len(find_words(self._text, p)) for p in pieces)
        if words < _SHORTEST_NOBODYS:
            return None
        return Found(None, Span(pieces[0].start, pieces[0].start), pieces)

    def _say(self, speech: Speech) -> Iterator[tuple[Span | None, Span]]:
        """Source and cue of a speech, the surest first."""
        text, table = self._blotted, self._table
        if speech.tag is not None:
            yield from self._tagged(speech.tag.start, speech.tag.end, speech.tag.end)
        end = self._end_of(speech.hull.end)
        yield from self._tagged(speech.hull.end, min(end, speech.hull.end + _NEAR), end)
        lead = text[: speech.hull.start].rstrip(' \xa0\n«“„"»”')
        if not lead.endswith(":"):
            return
        start = self._start_of(len(lead) - 1)
        colon = Span(len(lead) - 1, len(lead))
        verbs = list(table.verb.finditer(text, max(start, colon.start - _LEAD_IN), colon.start))
        for verb in reversed(verbs):
            after = find_source_after(text, verb.end(), colon.start, table)
            source = find_source_before(text, start, verb.start(), table)
            if source is None:
                source = after
            if source is not None:
                yield source, Span(*verb.span())
        speaker = clean_source(text, start, colon.start, table)
        named = speaker is not None and _is_name(speaker.of(self._text))
        if not verbs and speaker is not None and named and not self._is_phrase(speaker):
            yield speaker, colon

    def _is_phrase(self, words: Span) -> bool:
        """Whether a preposition stands among some words: they are a heading and no speaker."""
        return self._table.adverbial.search(self._text, words.start, words.end) is not None

    def _tagged(self, start: int, near: int, end: int) -> Iterator[tuple[Span | None, Span]]:
        """The verb of saying after a speech and its subject on either side."""
        verb = self._table.verb.search(self._blotted, start, near)
        if verb is None:
            nobody = self._table.nobody.search(self._blotted, start, near)
            if nobody and not self._blotted[start : nobody.start()].strip(_MARKS):
                yield None, Span(*nobody.span())
            return
        if self._blotted[start : verb.start()].strip(_MARKS):
            source = clean_source(self._blotted, start, verb.start(), self._table)
        else:
            source = find_source_after(self._blotted, verb.end(), end, self._table)
            source = with_name_beside(self._blotted, source, end, self._table)
        cue = Span(*verb.span())
        source = source or pronoun_within(self._blotted, cue)
        source = source or find_inside(self._blotted, cue, end, self._table)
        if source is not None or self._table.drops:
            yield source, cue

    def _start_of(self, place: int) -> int:
        touching = find_touching(self._sentences, Span(place, place + 1))
        return touching[0].start if touching else max(0, place - _LEAD_IN)

    def _end_of(self, place: int) -> int:
        touching = find_touching(self._sentences, Span(max(0, place - 1), place + 1))
        return touching[-1].end if touching else min(len(self._text), place + _LEAD_IN)

    def _is_quoting(self, quoted: Span) -> bool:
        words = find_words(self._text, quoted)
        first = self._text[quoted.start + 1 : quoted.start + 2]
        return len(words) > _LONGEST_TITLE or first.islower()

    def _finish(self, found: Found, names: NamesByCapitals) -> Attribution:
        source = None
        cue = (
            Words(found.cue.of(self._text), found.cue) if found.cue.end > found.cue.start else None
        )
        if found.source is not None:
            is_subject = cue is None or not self._table.according.fullmatch(cue.text)
            is_first = any(
                s.start == found.source.start for s in find_touching(self._sentences, found.source)
            )
            entity = names.resolve(found.source.of(self._text), is_subject, is_first)
            source = Source(found.source.of(self._text), found.source, entity)
        manner = tell_manner(self._text, self._quoted, found.content)
        asserts = found.asserts or manner is Quotation.DIRECT
        return Attribution(source, cue, found.content, manner, asserts)


def _blot(text: str, spoken: Sequence[Span]) -> str:
    """The text with every sign of its speeches replaced."""
    parts, at = [], 0
    for span in spoken:
        parts += [text[at : span.start], BLOT * len(span)]
        at = span.end
    return "".join([*parts, text[at:]])


def _is_name(words: str) -> bool:
    """Whether some words before a colon are a speaker: few, and capitalised at both ends."""
    parts = words.split()
    return 0 < len(parts) <= 6 and parts[-1][:1].isupper()
