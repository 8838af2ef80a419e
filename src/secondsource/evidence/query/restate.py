"""A statement as it is looked up: without who says it, understood without its article, by facts."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondsource.article import Article, Span, make_id
from secondsource.evidence.query import english, russian
from secondsource.evidence.query.draft import (
    Piece,
    Reference,
    cut_out,
    find_first,
    keep_apart,
    make_part,
    name_mention,
)
from secondsource.evidence.query.english_places import find_dateline, read_english
from secondsource.evidence.query.english_split import find_start, split_english, stands_alone
from secondsource.evidence.query.question import Part, Question
from secondsource.evidence.query.russian_split import split_russian
from secondsource.evidence.query.russian_split import stands_alone as stands_alone_ru
from secondsource.evidence.query.times import find_times, read_day, skip_connective
from secondsource.language import guess_language
from secondsource.reading.attribution.blocks import LONGEST_BLOCK
from secondsource.reading.attribution.english.attribute import parse_english
from secondsource.reading.attribution.english.datelines import cut_datelines
from secondsource.reading.names.name import NameKind
from secondsource.reading.names.within import NamedIn, read_names
from secondsource.reading.statement import Quotation, Statement, Voice
from secondsource.sentences import LONGEST_READ

_TABLES = frozenset(("de", "fr", "es", "uk", "pl"))
_FEWEST_WORDS = 3
"""Words that a content must have to be told without who says it."""
_MOST_LEFT = 6
"""Words beside source, cue and content that may go with who says it."""
_MOST_BESIDE = 4
"""The same within the content: "The pumps," said *the* engineer *on Monday*, "failed"."""
_WORD = re.compile(r"\w+")
_NAME_SURE = 0.85  # set by hand (docs/claims-to-queries.md)
_THAT = re.compile(
    r"\W*(?:(?:(?-i:that)|что|що|dass|daß|que|że|iż)\b|qu['’])[\s,]*(?=\S)", re.IGNORECASE
)
_LEANS = re.compile(
    r"(?:It|They|He|She|This|That|These|Those|We|I|Он|Она|Оно|Они|Это|Мы)\b(?!-)", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is known of an article in its language: what words mean, and how to split."""

    article: Article
    language: str
    find: Callable[[Span, Voice], list[Reference]]
    split: Callable[[Sequence[Span]], list[list[Piece]]]
    stands: Callable[[Sequence[Span]], bool]
    start: Callable[[Sequence[Span]], int | None]
    place: str | None = None


def restate_statements(article: Article, statements: Iterable[Statement]) -> tuple[Question, ...]:
    """What is asked of the archive for each statement, with every replacement told.

    English and Russian are read by their grammar; in German, French, Spanish, Ukrainian and
    Polish surnames, dates and words that join sentences are read by tables; a statement in
    another language stays as it is.

    Args:
        article: the article; `published` is what "yesterday" is counted from.
        statements: some of its statements, with their voices.

    Returns:
        One question for each, in the same order.
    """
    waiting = list(statements)
    if not waiting:
        return ()
    reader = _make_reader(article)
    return tuple(_restate(reader, statement) for statement in waiting)


def _make_reader(article: Article) -> _Reader:
    text = article.text
    language = (article.language or guess_language(text)).lower()[:2]
    if len(text) > LONGEST_BLOCK:
        return _Reader(article, language, _find_nothing, _split_nothing, _always, _nowhere)
    if language == "en":
        return _read_english(article)
    if language == "ru":
        return _read_russian(article)
    names = read_names(text, language) if language in _TABLES else ()

    def find(span: Span, _voice: Voice) -> list[Reference]:
        return _find_surnames(text, span, names)

    return _Reader(article, language, find, _split_nothing, _always, _nowhere)


def _read_english(article: Article) -> _Reader:
    parse = parse_english(article.text)
    known = read_english(parse)
    line = find_dateline(article.text)

    return _Reader(
        article,
        "en",
        lambda span, voice: english.find_references(known, span, voice),
        lambda pieces: split_english(parse, pieces),
        lambda pieces: stands_alone(parse, pieces),
        lambda pieces: find_start(parse, pieces),
        line.of(article.text) if line else None,
    )


def _read_russian(article: Article) -> _Reader:
    known = russian.read_russian(article.text)

    def split(pieces: Sequence[Span]) -> list[list[Piece]]:
        number = known.number_of(pieces[0].start)
        return split_russian(known.sentences[number], pieces)

    def stands(pieces: Sequence[Span]) -> bool:
        number = known.number_of(pieces[0].start)
        return stands_alone_ru(known.sentences[number], pieces)

    return _Reader(
        article,
        "ru",
        lambda span, _: russian.find_references(known, span),
        split,
        stands,
        _nowhere,
    )


def _find_nothing(_span: Span, _voice: Voice) -> list[Reference]:
    return []


def _split_nothing(_pieces: Sequence[Span]) -> list[list[Piece]]:
    return []


def _always(_pieces: Sequence[Span]) -> bool:
    return True


def _nowhere(_pieces: Sequence[Span]) -> int | None:
    return None


def _restate(reader: _Reader, statement: Statement) -> Question:
    text, span = reader.article.text, statement.span
    pieces, bare = _peel(reader, statement)
    if not pieces or len(span) > LONGEST_READ:
        return Question(statement.id, _keep(statement, text), voice=statement.voice)
    references = [
        *reader.find(span, statement.voice),
        *find_times(text, span, read_day(reader.article), reader.language),
    ]
    references.sort(key=lambda r: r.span)
    whole = make_part(statement.id, text, pieces, references, bare=bare)
    facts = [
        make_part(make_id(statement.id, number), text, fact, references, bare=bare)
        for number, fact in enumerate(reader.split(pieces))
    ]
    named = any(r.reason == "place" for r in whole.replaced)
    return Question(
        statement.id,
        whole,
        tuple(facts) if _all_stand(whole, facts) else (),
        statement.voice,
        None if named or _names_place(reader, whole) else reader.place,
        None if _YEAR.search(whole.text) else reader.article.dated and reader.article.dated[:10],
    )


def _all_stand(whole: Part, facts: Sequence[Part]) -> bool:
    """Whether each part has words, and none begins with a pronoun that only the whole explains."""
    begins = bool(_LEANS.match(whole.text))
    return all(fact.text and (begins or not _LEANS.match(fact.text)) for fact in facts)


def _names_place(reader: _Reader, whole: Part) -> bool:
    return reader.place is not None and reader.place.casefold() in whole.text.casefold()


def _keep(statement: Statement, text: str) -> Part:
    return Part(statement.id, statement.span.of(text) or statement.text, (statement.span,))


def _peel(reader: _Reader, statement: Statement) -> tuple[list[Span], bool]:
    """What a statement says, without who says it; and whether all of it is quoted."""
    text, span = reader.article.text, statement.span
    voice: Voice | None = statement.voice
    said: list[Span] = []
    bare = False
    while voice is not None:
        inner = [_within(c, span) for c in voice.content if c.overlaps(span)]
        inner = _drop_that(text, inner, reader.start(inner))
        if inner and _is_most(text, span, inner, voice) and reader.stands(inner):
            said, bare = inner, voice.quotation is Quotation.DIRECT
        voice = voice.nested
    if not said:
        said = [cut_datelines(text, [span])[-1] if reader.language == "en" else span]
    said[0] = skip_connective(text, said[0], reader.language)
    return [piece for piece in said if piece.of(text).strip()], bare


def _is_most(text: str, span: Span, inner: Sequence[Span], voice: Voice) -> bool:
    """Whether a content is all of a statement but who says it, and a few words with that."""
    words = sum(len(piece.of(text).split()) for piece in inner)
    frame = [w.span for w in (voice.source, voice.cue) if w and w.span and span.contains(w.span)]
    left = sum(len(s.of(text).split()) for s in cut_out(span, [*inner, *frame]))
    holes = (Span(a.end, b.start) for a, b in pairwise(inner) if b.start > a.end)
    whole = all(_is_frame(text, hole, frame) for hole in holes)
    return whole and words >= _FEWEST_WORDS and left <= max(_MOST_LEFT, words)


def _is_frame(text: str, hole: Span, frame: Sequence[Span]) -> bool:
    """Whether between two pieces of a content only who says it stands, and a few words with it."""
    left = sum(len(_WORD.findall(s.of(text))) for s in cut_out(hole, frame))
    return left <= (_MOST_BESIDE if any(hole.overlaps(f) for f in frame) else 0)


def _within(piece: Span, span: Span) -> Span:
    return Span(max(piece.start, span.start), min(piece.end, span.end))


def _drop_that(text: str, pieces: Sequence[Span], start: int | None) -> list[Span]:
    """What is said without the "that" before it, and without what stands before that."""
    if start is not None:
        return [Span(max(p.start, start), p.end) for p in pieces if p.end > start]
    if not pieces:
        return []
    first = pieces[0]
    match = _THAT.match(text, first.start, first.end)
    return [Span(match.end(), first.end) if match else first, *pieces[1:]]


def _find_surnames(text: str, span: Span, names: Sequence[NamedIn]) -> list[Reference]:
    """Surnames alone, where the article has one full name that they fit, as it is written."""
    found: list[Reference] = []
    for person in names:
        if person.bare or person.kind is not NameKind.PERSON or " " not in person.name:
            continue
        for form in person.forms:
            for match in re.finditer(rf"(?<!\w){re.escape(form.text)}(?!\w)", text[: span.end]):
                at = Span(*match.span())
                if not span.contains(at):
                    continue
                if " " in form.text:
                    found.append(name_mention(at, person.name))
                elif form.text in person.name.split():
                    words, where = person.name, find_first(text, person.name)
                    found.append(Reference(at, words, words, where, "name", _NAME_SURE))
    return keep_apart(found)
