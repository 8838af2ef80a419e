"""English attributions: grammar and quotation marks put together."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from secondsource.article import Span
from secondsource.reading.attribution.english import cues
from secondsource.reading.attribution.english.accept import accept
from secondsource.reading.attribution.english.candidates import find_candidates
from secondsource.reading.attribution.english.colons import find_colon_clauses, find_speaker_lines
from secondsource.reading.attribution.english.grammar import Candidate, find_subject, is_assertion
from secondsource.reading.attribution.pieces import (
    Found,
    find_words,
    join_spans,
    measure_gap,
    trim_piece,
)
from secondsource.reading.entities.resolve import resolve_sources
from secondsource.reading.parse import Parse, Token, parse_texts
from secondsource.reading.quotes import Quoted, find_quotations
from secondsource.reading.statement import Attribution, Quotation, Source, Words
from secondsource.sentences import split_sentences

_SHORTEST_SPEECH = 4
"""A quotation of fewer words that no verb takes is a title or a scare quote, not speech."""


def attribute_english(texts: Iterable[str]) -> Iterator[tuple[Attribution, ...]]:
    """Give the attributions of each English text, in the order of their cues."""
    kept = list(texts)
    sentences = [split_sentences(text, "en") for text in kept]
    for parse in parse_texts(kept, sentences):
        yield _attribute(parse)


def _attribute(parse: Parse) -> tuple[Attribution, ...]:
    return attribute_parsed(parse, accept(parse, find_outer_candidates(parse)))


def find_outer_candidates(parse: Parse) -> list[Candidate]:
    """The candidates whose cue is the author's own word, not one in a quotation."""
    quotations = _outer_quotations(parse.text)
    return [
        c for c in find_candidates(parse) if not _is_inside(parse.tokens[c.head].span, quotations)
    ]


def _outer_quotations(text: str) -> tuple[Quoted, ...]:
    return tuple(q for q in find_quotations(text) if q.depth == 0)


def attribute_parsed(parse: Parse, accepted: Iterable[Candidate]) -> tuple[Attribution, ...]:
    """Make attributions of accepted candidates, colons and quotations, in the order of cues."""
    quotations = _outer_quotations(parse.text)
    found = [place_candidate(parse, candidate, quotations) for candidate in accepted]
    found = _merge_colons(found, find_colon_clauses(parse, quotations), quotations)
    found.extend(find_speaker_lines(parse.text))
    found = _adopt_quotations(parse, quotations, found)
    finished = [_finish(parse.text, f, quotations) for f in sorted(found, key=_order)]
    return resolve_sources(parse, finished)


def place_candidate(parse: Parse, candidate: Candidate, quotations: tuple[Quoted, ...]) -> Found:
    """The spans of a candidate, its content grown over the quotations that it reaches into."""
    return _extend_over_quotations(_to_spans(parse, candidate), quotations)


def _merge_colons(
    found: list[Found], colons: Iterable[Found], quotations: tuple[Quoted, ...]
) -> list[Found]:
    """What follows a colon is the content, in place of what the parse made of that cue."""
    for colon in colons:
        found = [f for f in found if not f.cue.overlaps(colon.cue)]
        found.append(_extend_over_quotations(colon, quotations))
    return found


def _order(found: Found) -> tuple[Span, tuple[Span, ...]]:
    return found.cue, found.content


def _finish(text: str, found: Found, quotations: tuple[Quoted, ...]) -> Attribution:
    source = found.source
    quotation = _kind_of(text, found.content, quotations)
    return Attribution(
        source=Source(source.of(text), source) if source else None,
        cue=Words(found.cue.of(text), found.cue),
        content=found.content,
        quotation=quotation,
        asserts=found.asserts or quotation is Quotation.DIRECT,
    )


def _kind_of(text: str, content: tuple[Span, ...], quotations: tuple[Quoted, ...]) -> Quotation:
    """Direct when nearly every word of the content stands in quotation marks, mixed when some."""
    quoted = [piece for q in _reached_by(content, quotations) for piece in q.pieces]
    words = [word for piece in content for word in find_words(text, piece)]
    inside = sum(any(piece.contains(word) for piece in quoted) for word in words)
    if inside == 0:
        return Quotation.INDIRECT
    return Quotation.DIRECT if inside >= 0.9 * len(words) else Quotation.MIXED


def _is_inside(span: Span, quotations: tuple[Quoted, ...]) -> bool:
    near = _reached_by((span,), quotations)
    return any(piece.contains(span) for q in near for piece in q.pieces)


def _reached_by(content: tuple[Span, ...], quotations: tuple[Quoted, ...]) -> tuple[Quoted, ...]:
    """The quotations between the first and the last place of some content.

    Outer quotations are ordered and disjoint, so that not all of them need be looked at.
    """
    if not content:
        return ()
    first = bisect_right(quotations, content[0].start, key=_end)
    return quotations[first : bisect_left(quotations, content[-1].end, key=_begin)]


def _begin(quotation: Quoted) -> int:
    return quotation.start


def _end(quotation: Quoted) -> int:
    return quotation.end


def _to_spans(parse: Parse, candidate: Candidate) -> Found:
    source = _pieces(parse, candidate.source)
    cue = _pieces(parse, candidate.cue)
    return Found(
        source=Span(source[0].start, source[-1].end) if source else None,
        cue=_around_head(cue, parse.tokens[candidate.head]),
        content=_pieces(parse, candidate.content),
        asserts=is_assertion(parse, candidate),
    )


def _around_head(pieces: tuple[Span, ...], head: Token) -> Span:
    """The piece of a cue that holds its head: "has never said", not "has he ever said"."""
    return next((p for p in pieces if p.contains(head.span)), head.span)


def _pieces(parse: Parse, indexes: tuple[int, ...]) -> tuple[Span, ...]:
    """The stretches that these tokens fill, without marks and white space at their edges."""
    runs: list[list[int]] = []
    for index in indexes:
        if runs and runs[-1][1] == index - 1:
            runs[-1][1] = index
        else:
            runs.append([index, index])
    spans = (
        trim_piece(parse.text, parse.tokens[a].span.start, parse.tokens[b].span.end)
        for a, b in runs
    )
    return tuple(s for s in spans if s is not None)


def _extend_over_quotations(found: Found, quotations: tuple[Quoted, ...]) -> Found:
    """Let the content take in the whole of every quotation that it reaches into."""
    reached = [
        q
        for q in _reached_by(found.content, quotations)
        if any(p.overlaps(c) for p in q.pieces for c in found.content)
        and not any(p.overlaps(found.cue) for p in q.pieces)
    ]
    if not reached:
        return found
    spoken = [p for q in reached for p in q.pieces]
    content = list(found.content)
    if any(p.contains(content[0]) for p in spoken) and content[0].end <= found.cue.start:
        # "Follow me," she said, and they did: what comes after is the author's, unless quoted
        content = [c for c in content if any(p.overlaps(c) for p in spoken)]
    return replace(found, content=join_spans([*content, *spoken]))


def _adopt_quotations(
    parse: Parse, quotations: tuple[Quoted, ...], found: list[Found]
) -> list[Found]:
    """Give every long quotation that nobody says yet to a speaker near it."""
    for quotation in quotations:
        if any(p.overlaps(c) for f in found for c in f.content for p in quotation.pieces):
            continue
        is_speech = len(find_words(parse.text, quotation.hull)) >= _SHORTEST_SPEECH
        if is_speech and (verb := _speech_verb_at(parse, quotation)) is not None:
            _add_said(found, _from_verb(parse, verb, quotation))
        elif (before := _speaker_before(parse, quotation, found, quotations)) is not None:
            found.remove(before)
            content = join_spans([*before.content, *quotation.pieces])
            found.append(replace(before, content=content))
        elif is_speech and (saying := _saying_after(parse, quotation)) is not None:
            found.append(saying)
    return found


def _add_said(found: list[Found], said: Found) -> None:
    """Add a quotation to what its verb has said already, or as a new attribution."""
    same = next((f for f in found if f.cue.overlaps(said.cue)), None)
    if same is None:
        found.append(said)
        return
    found.remove(same)
    found.append(replace(same, content=join_spans([*same.content, *said.content])))


def _from_verb(parse: Parse, verb: Token, quotation: Quoted) -> Found:
    source = _pieces(parse, tuple(sorted(find_subject(parse, verb))))
    span = Span(source[0].start, source[-1].end) if source else None
    return Found(span, verb.span, quotation.pieces)


def _speech_verb_at(parse: Parse, quotation: Quoted) -> Token | None:
    """The verb of saying in the sentence that a quotation starts or ends in, or leads up to it."""
    starts = [parse.tokens[a].span.start for a, _ in parse.sentences]
    first = bisect_right(starts, quotation.start) - 1
    last = bisect_left(starts, quotation.end) - 1
    lead = first - 1 if first and _ends_with_colon(parse, first - 1) else first
    near = [t for n in {lead, first, last} for t in _sentence(parse, n)]
    verbs = [
        t
        for t in near
        if t.pos == "VERB"
        and t.lemma in cues.SPEECH
        and not any(p.overlaps(t.span) for p in quotation.pieces)
    ]
    return min(verbs, key=lambda t: measure_gap(t.span, quotation.hull), default=None)


def _sentence(parse: Parse, number: int) -> tuple[Token, ...]:
    start, end = parse.sentences[number]
    return parse.tokens[start:end]


def _ends_with_colon(parse: Parse, number: int) -> bool:
    words = [t for t in _sentence(parse, number) if t.text.strip()]
    return bool(words) and words[-1].text == ":"


def _is_quoting(found: Found, quotations: tuple[Quoted, ...]) -> bool:
    near = _reached_by(found.content, quotations)
    return any(p.overlaps(c) for q in near for p in q.pieces for c in found.content)


def _speaker_before(
    parse: Parse, quotation: Quoted, found: list[Found], quotations: tuple[Quoted, ...]
) -> Found | None:
    """Who spoke just before, if this quotation opens the sentence that follows."""
    starts = {parse.tokens[a].span.start for a, _ in parse.sentences}
    if quotation.start not in starts:
        return None
    before = [f for f in found if f.cue.end <= quotation.start and _is_quoting(f, quotations)]
    if not before:
        return None
    last = max(before, key=lambda f: max(f.cue.end, f.content[-1].end))
    gap = parse.text[max(last.cue.end, last.content[-1].end) : quotation.start]
    return last if len(gap.split()) <= 12 and gap.count("\n\n") <= 1 else None


def _saying_after(parse: Parse, quotation: Quoted) -> Found | None:
    """Who is named in the next sentence: "This saying of X", "These words were Y's"."""
    starts = [parse.tokens[a].span.start for a, _ in parse.sentences]
    following = bisect_left(starts, quotation.end)
    if following >= len(starts):
        return None
    for noun in _sentence(parse, following)[:4]:
        children = parse.children(noun)
        if noun.lemma not in cues.SAYINGS or not any(c.tag == "DT" for c in children):
            continue
        of = next(
            (c for c in children if c.dep == "prep" and c.lemma in ("of", "by", "from")), None
        )
        if of is not None:
            owner = _pieces(parse, tuple(i for i in parse.subtree(of) if i != of.index))
            return Found(owner[0] if owner else None, noun.span, quotation.pieces)
    return None
