"""Russian attributions: the grammar of the author's words, and the speeches between them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from secondsource.article import Span
from secondsource.quotes import Quoted, find_quotations
from secondsource.reading.attribution.pieces import (
    find_touching,
    find_words,
    join_spans,
    tell_manner,
    trim_piece,
)
from secondsource.reading.attribution.pointing import find_pointed_at
from secondsource.reading.attribution.russian.clauses import Clause, find_clauses
from secondsource.reading.attribution.russian.cues import find_verb, is_saying
from secondsource.reading.attribution.russian.nouns import find_noun_clauses
from secondsource.reading.attribution.russian.parse import (
    SentenceRu,
    TokenRu,
    find_names,
    parse_sentences,
)
from secondsource.reading.attribution.russian.people import PeopleRu
from secondsource.reading.attribution.russian.pointing import find_pointing
from secondsource.reading.attribution.russian.sources import find_source
from secondsource.reading.attribution.speech import Speech, find_speeches
from secondsource.reading.attribution.turns.turns import split_openings
from secondsource.reading.statement import Attribution, Quotation, Source, Words
from secondsource.sentences import LONGEST_READ, split_sentences

_HARD_SPACES = {0xA0: " ", 0x202F: " ", 0x2009: " "}
_MARKS = '«»“”„"—–-,.:;!?…() '
_TAG_REACH = 8
"""Tokens after a speech among which its verb stands."""
_SHORTEST_AFTER_ANY_VERB = 6
"""Words of a speech after a colon before which any verb will do: «Он пожал плечами: ...»."""
_LONGEST_SPEAKER = 10
"""Tokens before a colon that can be a speaker and no sentence."""
_SHORTEST_NOBODYS = 4
"""Words of a speech that is kept although nobody says it."""
_LONGEST_TITLE = 3
"""A capitalised quotation of so few words is a name: «Берег», «Вечерний Холмск»."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """An attribution in one sentence (by number), its content as spans of the text."""

    number: int
    source: frozenset[int]
    cue: frozenset[int]
    content: tuple[Span, ...]
    asserts: bool = True


def attribute_russian(text: str) -> tuple[Attribution, ...]:
    """Give the attributions of a Russian text, in the order of their cues."""
    return _Reading(text).attributions()


class _Reading:
    """One text with its sentences parsed, the speeches in it left out of them."""

    def __init__(self, text: str) -> None:
        self._original = text
        self._text = text.translate(_HARD_SPACES)
        self._speeches = find_speeches(self._text, is_saying)
        spans = split_openings(self._original, "ru", split_sentences(self._text, "ru"))
        self._spans = [s for s in spans if len(s) <= LONGEST_READ]
        self._spoken = join_spans(p for speech in self._speeches for p in speech.pieces)
        stretches = [list(self._outside(span)) for span in self._spans]
        self._sentences = tuple(parse_sentences(self._text, stretches))
        quotations = [q for q in find_quotations(self._text) if q.depth == 0]
        self._marked = join_spans(p for q in quotations for p in q.pieces)
        titles = (q for q in quotations if not self._is_title(q))
        self._quoted = join_spans([*self._spoken, *(p for q in titles for p in q.pieces)])

    def attributions(self) -> tuple[Attribution, ...]:
        """Everything found, in the order of the cues."""
        drafts = self._point_back(list(self._drafts()))
        if not drafts:
            return ()
        people = PeopleRu(self._sentences, find_names(self._text, self._spans))
        finished = [self._finish(draft, people) for draft in drafts]
        return tuple(sorted(finished, key=attrgetter("start")))

    def _point_back(self, drafts: list[_Draft]) -> list[_Draft]:
        """The same, and the sentences before those that begin «Об этом сообщил»."""
        for number, sentence in enumerate(self._sentences):
            for source, cue, points in find_pointing(sentence):
                others = [d for d in drafts if d.number != number or d.cue.isdisjoint(cue)]
                said = [d.content for d in others if d.asserts and (d.source or d.cue)]
                before = find_pointed_at(self._text, self._spans, self._spans[number], said)
                pointing = self._hull(sentence.tokens, range(points))
                if before is not None and pointing is not None:
                    drafts = [*others, _Draft(number, source, cue, (before, pointing))]
        return drafts

    def _outside(self, sentence: Span) -> Iterator[Span]:
        """The stretches of a sentence that stand in no speech."""
        at = sentence.start
        for piece in find_touching(self._spoken, sentence):
            if piece.start > at:
                yield from self._trim(at, piece.start)
            at = max(at, piece.end)
        if at < sentence.end:
            yield from self._trim(at, sentence.end)

    def _trim(self, start: int, end: int) -> Iterator[Span]:
        """A stretch without the marks before its first word, if it has one."""
        if trim_piece(self._text, start, end) is not None:
            while self._text[start] in _MARKS and self._text[start] not in '«“„"':
                start += 1
            yield Span(start, end)

    # The author's sentences.

    def _drafts(self) -> Iterator[_Draft]:
        for number, sentence in enumerate(self._sentences):
            for clause in (*find_clauses(sentence), *find_noun_clauses(sentence)):
                draft = self._draft(number, clause)
                if draft is not None:
                    yield draft
        yield from self._speech_drafts()

    def _draft(self, number: int, clause: Clause) -> _Draft | None:
        tokens = self._sentences[number].tokens
        pieces = list(self._pieces(tokens, clause))
        content = join_spans([*pieces, *self._reached(pieces, tokens, clause)])
        if not content:
            return None
        return _Draft(number, clause.source, clause.cue, content, clause.asserts)

    def _pieces(self, tokens: Sequence[TokenRu], clause: Clause) -> Iterator[Span]:
        """The runs of a content's tokens, marks at their edges left out."""
        run: list[TokenRu] = []
        used = clause.source | clause.cue
        for token in tokens:
            inside = token.index in clause.content
            if inside or (run and token.pos == "PUNCT" and token.index not in used):
                run.append(token)
            elif run:
                yield from self._piece(run)
                run = []
        yield from self._piece(run)

    def _piece(self, run: list[TokenRu]) -> Iterator[Span]:
        while run and run[-1].pos == "PUNCT" and run[-1].text not in '»”"…%':
            run.pop()
        if run and (piece := trim_piece(self._text, run[0].span.start, run[-1].span.end)):
            yield piece

    def _reached(
        self, pieces: Sequence[Span], tokens: Sequence[TokenRu], clause: Clause
    ) -> Iterator[Span]:
        """The whole of each quotation that a content reaches into, not cue nor source in it."""
        used = [tokens[i].span for i in clause.source | clause.cue]
        for piece in pieces:
            for quoted in find_touching(self._marked, piece):
                if not any(quoted.overlaps(u) for u in used):
                    yield quoted

    # Speeches.

    def _speech_drafts(self) -> Iterator[_Draft]:
        before: _Draft | None = None
        for speech in self._speeches:
            draft = self._say(speech, before)
            if draft is not None:
                yield draft
            before = draft

    def _say(self, speech: Speech, before: _Draft | None) -> _Draft | None:
        """Who says a speech: in the words within it, after it or before it; else who spoke last."""
        pieces = tuple(
            p for s in speech.pieces if (p := trim_piece(self._text, s.start, s.end)) is not None
        )
        if not pieces:
            return None
        words = sum(len(find_words(self._text, p)) for p in pieces)
        for number, near in self._near(speech):
            if not near:
                continue
            strict = near[0].text == ":" and words < _SHORTEST_AFTER_ANY_VERB
            found = self._speaker_in(number, near, strict)
            if found is not None:
                return _Draft(number, *found, pieces)
        goes_on = before is not None and not self._text[
            before.content[-1].end : speech.hull.start
        ].strip(_MARKS)
        if before is not None and goes_on and before.cue:
            return replace(before, content=pieces)
        number = self._number_at(speech.hull.start)
        return (
            _Draft(number, frozenset(), frozenset(), pieces) if words >= _SHORTEST_NOBODYS else None
        )

    def _near(self, speech: Speech) -> Iterator[tuple[int, list[TokenRu]]]:
        """The tokens in which a speech's verb may stand, by sentence, the surest place first."""
        if speech.tag is not None:
            yield from self._tokens_in(speech.tag)
        before = self._text[: speech.hull.start].rstrip(' \n«“„"')
        if before.endswith(":"):
            number = self._number_at(len(before) - 1)
            tokens = [t for t in self._tokens(number) if t.span.end <= len(before)]
            yield number, tokens[::-1]
        after = self._text[speech.hull.end : speech.hull.end + 3].lstrip(" ,.!?…")
        if after[:1] in "—–-":
            number = self._number_at(speech.hull.end)
            tokens = [t for t in self._tokens(number) if t.span.start >= speech.hull.end]
            yield number, tokens[:_TAG_REACH]

    def _tokens_in(self, tag: Span) -> Iterator[tuple[int, list[TokenRu]]]:
        for span in find_touching(self._spans, tag):
            number = self._number_at(span.start)
            inside = [t for t in self._tokens(number) if tag.contains(t.span)]
            if inside:
                yield number, inside

    def _tokens(self, number: int) -> Sequence[TokenRu]:
        return self._sentences[number].tokens if 0 <= number < len(self._sentences) else ()

    def _number_at(self, place: int) -> int:
        """The sentence at a place of the text, or the one before it; 0 at the least."""
        return max(0, bisect_right(self._spans, place, key=lambda span: span.start) - 1)

    def _speaker_in(
        self, number: int, near: Sequence[TokenRu], strict: bool
    ) -> tuple[frozenset[int], frozenset[int]] | None:
        """Source and cue among some tokens: a verb of saying, any verb with a subject, a name."""
        sentence = self._sentences[number]
        for fits in (find_verb,) if strict else (find_verb, _is_finite):
            for token in near:
                source = find_source(sentence, token) if fits(token) else None
                if source and (fits is find_verb or _is_alive(sentence, source)):
                    return source - {token.index}, frozenset({token.index})
        return _before_colon(near)

    # Into attributions.

    def _finish(self, draft: _Draft, people: PeopleRu) -> Attribution:
        tokens = self._tokens(draft.number)
        cue = self._hull(tokens, draft.cue)
        span = self._hull(tokens, draft.source)
        manner = tell_manner(self._text, self._quoted, draft.content)
        source = None
        if span is not None:
            is_subject = any(
                find_verb(tokens[i]) or _is_finite(tokens[i]) or tokens[i].text == ":"
                for i in draft.cue
            )
            is_subject = is_subject and not _is_oblique(self._sentences[draft.number], draft)
            entity = people.resolve(draft.number, draft.source, is_subject)
            source = Source(span.of(self._original), span, entity)
        return Attribution(
            source,
            Words(cue.of(self._original), cue) if cue else None,
            draft.content,
            manner,
            draft.asserts or manner is Quotation.DIRECT,
        )

    def _hull(self, tokens: Sequence[TokenRu], indexes: Iterable[int]) -> Span | None:
        kept = [tokens[i].span for i in sorted(indexes)]
        if not kept:
            return None
        span = Span(kept[0].start, kept[-1].end)
        return self._with_marks(span)

    def _with_marks(self, span: Span) -> Span:
        """A name with both its quotation marks, or with none."""
        words = span.of(self._text)
        if words.count("«") > words.count("»") and self._text[span.end : span.end + 1] == "»":
            return Span(span.start, span.end + 1)
        return span

    def _is_title(self, quotation: Quoted) -> bool:
        words = find_words(self._text, quotation.hull)
        first = self._text[quotation.start + 1 : quotation.start + 2]
        return len(words) <= _LONGEST_TITLE and not first.islower()


def _is_finite(token: TokenRu) -> bool:
    return token.pos == "VERB" and token.form == "Fin"


def _is_alive(sentence: SentenceRu, source: Iterable[int]) -> bool:
    """Whether a subject is somebody: only then does any verb do beside a speech."""
    tokens = [sentence.tokens[i] for i in source]
    return any(t.animate or t.pos in ("PROPN", "PRON") for t in tokens)


def _before_colon(near: Sequence[TokenRu]) -> tuple[frozenset[int], frozenset[int]] | None:
    """A name with a colon after it: «Губернатор Нина Арсеньева: ...»."""
    colon = next((t for t in near[:2] if t.text == ":"), None)
    if colon is None or any(map(_is_finite, near)):
        return None
    words = [t for t in near if t.index < colon.index]
    if not words or len(words) > _LONGEST_SPEAKER or words[-1].case not in ("Nom", ""):
        return None
    if not any(t.pos == "PROPN" for t in words):
        return None
    return frozenset(t.index for t in words), frozenset({colon.index})


def _is_oblique(sentence: SentenceRu, draft: _Draft) -> bool:
    """Whether a source is no subject: «в МВД» (сообщили), «у следствия» (есть версия)."""
    head = next(
        (sentence.tokens[i] for i in draft.source if sentence.tokens[i].head not in draft.source),
        None,
    )
    return head is not None and any(c.dep == "case" for c in sentence.children(head))
