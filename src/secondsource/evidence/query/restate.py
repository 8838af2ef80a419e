"""A statement as it is looked up: without who says it, understood without its article, by facts."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from secondsource.article import Article, Span, make_id
from secondsource.evidence.query import english, russian, russian_frame
from secondsource.evidence.query.draft import (
    Piece,
    Reference,
    find_first,
    keep_apart,
    make_part,
    name_mention,
)
from secondsource.evidence.query.english_frame import find_start, leans_on_voice, stands_alone
from secondsource.evidence.query.english_places import find_dateline, read_english
from secondsource.evidence.query.english_split import split_english
from secondsource.evidence.query.frame import Grammar, peel_voice, stands_by_words
from secondsource.evidence.query.question import Part, Question
from secondsource.evidence.query.russian_split import split_russian
from secondsource.evidence.query.times import find_times, read_day, skip_connective
from secondsource.language import guess_language
from secondsource.names.name import NameKind
from secondsource.names.within import NamedIn, read_names
from secondsource.reading.attribution.blocks import LONGEST_BLOCK
from secondsource.reading.attribution.english.attribute import parse_english
from secondsource.reading.statement import Statement, Voice
from secondsource.sentences import LONGEST_READ

_TABLES = frozenset(("de", "fr", "es", "uk", "pl"))
_NAME_SURE = 0.85  # set by hand (docs/claims-to-queries.md)
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
    grammar: Grammar
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
        return _Reader(
            article, language, _find_nothing, _split_nothing, _make_plain(text, language)
        )
    if language == "en":
        return _read_english(article)
    if language == "ru":
        return _read_russian(article)
    names = read_names(text, language) if language in _TABLES else ()

    def find(span: Span, _voice: Voice) -> list[Reference]:
        return _find_surnames(text, span, names)

    return _Reader(article, language, find, _split_nothing, _make_plain(text, language))


def _read_english(article: Article) -> _Reader:
    parse = parse_english(article.text)
    names = read_english(parse)
    line = find_dateline(article.text)

    return _Reader(
        article,
        "en",
        lambda span, voice: english.find_references(names, span, voice),
        lambda pieces: split_english(parse, pieces),
        Grammar(
            lambda pieces, voice, known: (
                stands_alone(parse, pieces, voice)
                and not leans_on_voice(names, pieces, voice, known)
            ),
            lambda pieces: find_start(parse, pieces),
        ),
        line.of(article.text) if line else None,
    )


def _read_russian(article: Article) -> _Reader:
    known = russian.read_russian(article.text)

    def split(pieces: Sequence[Span]) -> list[list[Piece]]:
        number = known.number_of(pieces[0].start)
        return split_russian(known.sentences[number], pieces)

    def stands(pieces: Sequence[Span], voice: Voice, replaced: Sequence[Span]) -> bool:
        number = known.number_of(pieces[0].start)
        return russian_frame.stands_alone(known, number, pieces, voice, replaced)

    return _Reader(
        article,
        "ru",
        lambda span, _: russian.find_references(known, span),
        split,
        Grammar(stands, _nowhere),
    )


def _find_nothing(_span: Span, _voice: Voice) -> list[Reference]:
    return []


def _split_nothing(_pieces: Sequence[Span]) -> list[list[Piece]]:
    return []


def _make_plain(text: str, language: str) -> Grammar:
    """What is told of a language without its grammar: by a table of words, if there is one."""

    def stands(pieces: Sequence[Span], voice: Voice, _known: Sequence[Span]) -> bool:
        return stands_by_words(text, language, pieces, voice)

    return Grammar(stands, _nowhere)


def _nowhere(_pieces: Sequence[Span]) -> int | None:
    return None


def _restate(reader: _Reader, statement: Statement) -> Question:
    text, span = reader.article.text, statement.span
    if len(span) > LONGEST_READ:
        return _leave(statement, text)
    references = [
        *reader.find(span, statement.voice),
        *find_times(text, span, read_day(reader.article), reader.language),
    ]
    references.sort(key=lambda r: r.span)
    known = [r.span for r in references if r.words]
    pieces, bare = peel_voice(text, reader.language, statement, reader.grammar, known)
    pieces[0] = skip_connective(text, pieces[0], reader.language)
    pieces = [piece for piece in pieces if piece.of(text).strip()]
    if not pieces:
        return _leave(statement, text)
    whole = make_part(statement.id, text, pieces, references, bare=bare)
    facts = [
        make_part(make_id(statement.id, number), text, fact, references, bare=bare)
        for number, fact in enumerate(_drop_frame(reader.split(pieces), statement.voice))
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


def _drop_frame(facts: list[list[Piece]], voice: Voice) -> list[list[Piece]]:
    """The facts without those that only tell who says the others: "X told the Post"."""
    if voice.cue is None or voice.cue.span is None:
        return facts
    kept = [fact for fact in facts if not _only_tells(fact, voice)]
    return kept if len(kept) > 1 else []


def _only_tells(fact: Sequence[Piece], voice: Voice) -> bool:
    cue = voice.cue.span if voice.cue else None
    spans = [piece for piece in fact if isinstance(piece, Span)]
    said = any(piece.overlaps(c) for piece in spans for c in voice.content)
    return cue is not None and not said and any(piece.overlaps(cue) for piece in spans)


def _all_stand(whole: Part, facts: Sequence[Part]) -> bool:
    """Whether each part has words, and none begins with a pronoun that only the whole explains."""
    begins = bool(_LEANS.match(whole.text))
    return all(fact.text and (begins or not _LEANS.match(fact.text)) for fact in facts)


def _names_place(reader: _Reader, whole: Part) -> bool:
    return reader.place is not None and reader.place.casefold() in whole.text.casefold()


def _leave(statement: Statement, text: str) -> Question:
    """A statement as it is."""
    words = statement.span.of(text) or statement.text
    return Question(
        statement.id, Part(statement.id, words, (statement.span,)), voice=statement.voice
    )


def _is_told_before(text: str, person: NamedIn) -> bool:
    """Whether a last word stands alone before the full name: then it is more than a surname."""
    body = max(0, text.find("\n"))
    full = text.find(person.name)
    last = re.search(rf"(?<!\w){re.escape(person.name.split()[-1])}(?!\w)", text[body:])
    return last is not None and full >= 0 and body + last.end() < full


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
                elif form.text in person.name.split() and not _is_told_before(text, person):
                    words, where = person.name, find_first(text, person.name)
                    found.append(Reference(at, words, words, where, "name", _NAME_SURE))
    return keep_apart(found)
