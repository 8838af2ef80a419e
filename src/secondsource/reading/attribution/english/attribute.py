"""English attributions: grammar and quotation marks put together."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from secondsource.article import Span
from secondsource.models.cue_weights import CueWeights, load_cue_weights
from secondsource.quotes import Quoted, find_outer_quotations
from secondsource.reading.attribution.datelines import cut_datelines
from secondsource.reading.attribution.english import cues
from secondsource.reading.attribution.english.accept import accept
from secondsource.reading.attribution.english.adopt import adopt_quotations
from secondsource.reading.attribution.english.beside import find_beside
from secondsource.reading.attribution.english.candidates import find_candidates
from secondsource.reading.attribution.english.colons import find_colon_clauses, find_speaker_lines
from secondsource.reading.attribution.english.continued import continue_clauses
from secondsource.reading.attribution.english.edges import choose_end
from secondsource.reading.attribution.english.grammar import Candidate, is_assertion, to_pieces
from secondsource.reading.attribution.english.heard import add_heard, find_told_by
from secondsource.reading.attribution.english.pointing import point_back
from secondsource.reading.attribution.english.sources import choose_source
from secondsource.reading.attribution.pieces import (
    Found,
    find_reached,
    find_touching,
    find_words,
    is_quoted,
    join_spans,
)
from secondsource.reading.attribution.turns.turns import split_openings
from secondsource.reading.entities.resolve import resolve_sources
from secondsource.reading.parse import Parse, Token, parse_texts
from secondsource.reading.statement import Attribution, Quotation, Source, Words
from secondsource.sentences import split_sentences


def attribute_english(texts: Iterable[str]) -> Iterator[tuple[Attribution, ...]]:
    """Give the attributions of each English text, in the order of their cues."""
    kept = list(texts)
    if len(kept) == 1:
        yield _attribute(parse_english(kept[0]))
        return
    sentences = [find_sentences(text) for text in kept]
    for parse in parse_texts(kept, sentences):
        yield _attribute(parse)


@lru_cache(maxsize=1)
def parse_english(text: str) -> Parse:
    """A text with its grammar; the last one is kept, as it is asked for again soon after."""
    return next(parse_texts([text], [find_sentences(text)]))


def find_sentences(text: str) -> tuple[Span, ...]:
    """The sentences as the grammar is read: datelines, labels and times of day apart."""
    sentences = split_openings(text, "en", split_sentences(text, "en"))
    return cut_datelines(text, sentences)


def _attribute(parse: Parse) -> tuple[Attribution, ...]:
    model = load_cue_weights()
    accepted = accept(parse, find_outer_candidates(parse), model)
    return attribute_parsed(parse, [settle(parse, c, model) for c in accepted])


def settle(parse: Parse, candidate: Candidate, model: CueWeights) -> Candidate:
    """An accepted candidate with the source and the end of its content that the model chooses."""
    return choose_end(parse, choose_source(parse, candidate, model.sources), model.ends)


def find_outer_candidates(parse: Parse) -> list[Candidate]:
    """The candidates whose cue is the author's own word, not one in a quotation."""
    quotations = find_outer_quotations(parse.text)
    return [
        c for c in find_candidates(parse) if not is_quoted(parse.tokens[c.head].span, quotations)
    ]


def attribute_parsed(parse: Parse, accepted: Iterable[Candidate]) -> tuple[Attribution, ...]:
    """Make attributions of accepted candidates, colons and quotations, in the order of cues."""
    quotations = find_outer_quotations(parse.text)
    found = [place_candidate(parse, candidate, quotations) for candidate in accepted]
    found = _merge_colons(found, find_colon_clauses(parse, quotations), quotations)
    found = _merge_colons(found, find_told_by(parse, quotations), quotations)
    found = _add_beside(found, find_beside(parse, quotations))
    found.extend(find_speaker_lines(parse))
    found = adopt_quotations(parse, quotations, found)
    found = add_heard(parse, found, quotations)
    found = point_back(parse, continue_clauses(parse, found))
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


def _add_beside(found: list[Found], beside: Iterable[Found]) -> list[Found]:
    """The clauses beside what is said, where their verb has nothing yet that stands before it."""
    for clause in beside:
        same = [f for f in found if f.cue.overlaps(clause.cue)]
        before = [f for f in same if f.asserts and f.content and f.content[0].start < f.cue.start]
        if all(_holds_more(clause, f) for f in before):
            found = [*(f for f in found if f not in same), clause]
    return found


def _holds_more(one: Found, other: Found) -> bool:
    """Whether all that another says is in what one says, and more."""
    within = all(any(p.contains(c) for p in one.content) for c in other.content)
    return within and sum(map(len, one.content)) > sum(map(len, other.content))


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
    quoted = [piece for q in find_reached(content, quotations) for piece in q.pieces]
    words = [word for piece in content for word in find_words(text, piece)]
    inside = sum(any(p.contains(word) for p in find_touching(quoted, word)) for word in words)
    if inside == 0:
        return Quotation.INDIRECT
    return Quotation.DIRECT if inside >= 0.9 * len(words) else Quotation.MIXED


def _to_spans(parse: Parse, candidate: Candidate) -> Found:
    source = to_pieces(parse, candidate.source)
    cue = to_pieces(parse, candidate.cue)
    return Found(
        source=Span(source[0].start, source[-1].end) if source else None,
        cue=_around_head(cue, parse.tokens[candidate.head]),
        content=to_pieces(parse, candidate.content),
        asserts=is_assertion(parse, candidate),
        is_speech=parse.tokens[candidate.head].lemma in cues.SPEECH,
    )


def _around_head(pieces: tuple[Span, ...], head: Token) -> Span:
    """The piece of a cue that holds its head: "has never said", not "has he ever said"."""
    return next((p for p in pieces if p.contains(head.span)), head.span)


def _extend_over_quotations(found: Found, quotations: tuple[Quoted, ...]) -> Found:
    """Let the content take in the whole of every quotation that it reaches into."""
    reached = [
        q
        for q in find_reached(found.content, quotations)
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
