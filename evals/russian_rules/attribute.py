"""Russian attributions, by quotation marks, verbs of saying and the order of the words.

No parser is used: "сказал X", "X сказал, что", "— сообщил X", "по словам X", "как заявил X".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

import razdel

from evals.russian_rules.cues import BY_WORDS, UNNAMED, VERB
from evals.russian_rules.names import (
    HARD_SPACES,
    NameRu,
    complete_name,
    find_names,
)
from secondsource.article import Span
from secondsource.quotes import Quoted, find_quotations
from secondsource.reading.attribution.pieces import Found, find_words, join_spans, trim_piece
from secondsource.reading.statement import Attribution, Quotation, Source, Words
from secondsource.sentences import LONGEST_READ, split_sentences

_NAMED = r"(?:[^,:;!?«»—–]|«[^«»]{1,40}»)"
_STOP = r"(?=\s*[.,:;!?…«»\"“”()—–]|\s+(?:в|на|о|об|во|со|что|и|журналистам|агентству|изданию)\b|$)"
_AFTER = (
    rf"(?P<cue>{VERB})\s+(?:(?:в|на|во)\s+\w+\s+)?"
    rf"(?P<source>[^.,:;!?…«»\"“”()—–]{{1,100}}?){_STOP}"
)
_TAG = re.compile(rf"(?:[,!?…]\s*[—–-]?|[»“”\"][,!?…]?\s*[—–-])\s*{_AFTER}")
_AS = re.compile(rf"\b[Кк]ак\s+(?:ранее\s+)?{_AFTER}")
_BY = re.compile(rf"(?P<cue>{BY_WORDS})\s+(?P<source>{_NAMED}{{1,120}}?)(?=\s*[,—–])")
_BEFORE = re.compile(rf"{_NAMED}+$")
_THAT = re.compile(rf"(?P<cue>{VERB})(?P<to>[^,:;.!?«»—–]{{0,80}})(?P<mark>,\s+(?:что|чтобы)|:)\s")
_NOBODY = re.compile(rf"(?P<cue>{UNNAMED})(?P<to>[^,:;.!?«»—–]{{0,80}}),\s+что\s")
_MONTH = r"(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
_LEADING = re.compile(
    r"^(?:(?:и|а|но|однако|при этом|также|кроме того|ранее|позже|затем|в свою очередь|между тем|"
    r"по (?:его|её|ее|их) словам|впрочем|накануне|сегодня|вчера|журналистам|агентству|"
    rf"на следующий день|\d{{1,2}} {_MONTH}(?: \d{{4}}(?: года)?)?|"
    r"(?:через|за) [^,]{0,30}?(?:дн\w+|недел\w+|месяц\w*|год\w*|лет|время|час\w*)|в|во|на)"
    r"[,\s]+)+",
    re.I,
)
_RELATIVE = re.compile(r"(?:котор\w+|кто|что|чт[оеё]\w*|где|когда|как|если)\b", re.I)
_WITHIN = re.compile(rf"[,!?…]\s*[—–]\s*{_AFTER}[^«»]{{0,60}}?(?:[.,]\s*[—–]\s*|(?=[»”]))")
_LONGEST_SOURCE = 12
_REACH = 160
"""Code points before a verb in which its subject must begin."""
_SHORTEST_SPEECH = 4
_PRONOUNS = {"он", "она"}
_PRONOUN_REACH = 500
"""Code points before a pronoun in which the one person it means must stand."""


def attribute_russian(text: str) -> tuple[Attribution, ...]:
    """Give the attributions of a Russian text, in the order of their cues."""
    original, text = text, text.translate(HARD_SPACES)
    quotations = tuple(q for q in find_quotations(text) if q.depth == 0)
    found = [f for q in quotations for f in _read_quotation(text, q)]
    for sentence in split_sentences(text, "ru"):
        if len(sentence) <= LONGEST_READ:
            found.extend(_read_sentence(text, sentence, quotations))
    found.sort(key=lambda f: f.cue)
    kept = _drop_repeated([_extend(f, quotations) for f in found])
    return _resolve(original, [_finish(original, f, quotations) for f in kept])


def _read_quotation(text: str, quotation: Quoted) -> Iterator[Found]:
    """The author's words within the marks: «Да, — сказала она. — Он выстоит»."""
    for match in _WITHIN.finditer(text, quotation.start, quotation.end):
        source = _source_of(text, match)
        around = [
            piece
            for p in quotation.pieces
            for piece in (
                trim_piece(text, p.start, min(p.end, match.start()))
                if p.start < match.start()
                else None,
                trim_piece(text, max(p.start, match.end()), p.end) if p.end > match.end() else None,
            )
            if piece
        ]
        if source is not None and around:
            yield Found(source, Span(*match.span("cue")), tuple(around))
            return


def _read_sentence(text: str, sentence: Span, quotations: tuple[Quoted, ...]) -> Iterator[Found]:
    """The first reading that fits: a sentence has one outermost attribution."""
    for pattern, reader in (
        (_NOBODY, _content_after),
        (_BY, _content_around),
        (_AS, _content_around),
        (_THAT, _content_after),
        (_TAG, _content_around),
    ):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            cue = Span(*match.span("cue"))
            if any(p.contains(cue) for q in quotations for p in q.pieces):
                continue
            found = reader(text, sentence, match)
            if found is not None:
                yield found
                return


def _content_after(text: str, sentence: Span, match: re.Match[str]) -> Found | None:
    """X сказал, что ...; X сказал: ..."""
    content = trim_piece(text, match.end(), sentence.end)
    if content is None:
        return None
    source = None if match.re is _NOBODY else _source_before(text, sentence, match)
    if source is None and match.re is not _NOBODY:
        return None
    return Found(source, Span(*match.span("cue")), (content,))


def _content_around(text: str, sentence: Span, match: re.Match[str]) -> Found | None:
    """..., — сказал X, — ...; по словам X, ...: all of the sentence but cue and source."""
    source = _source_of(text, match)
    before = trim_piece(text, sentence.start, match.start())
    after = trim_piece(text, match.end(), sentence.end)
    content = tuple(piece for piece in (before, after) if piece)
    if source is None or not content:
        return None
    return Found(source, Span(*match.span("cue")), content)


def _source_before(text: str, sentence: Span, match: re.Match[str]) -> Span | None:
    """The words before a verb, back to the last mark that no source holds."""
    end = match.start("cue")
    words = _BEFORE.search(text, max(sentence.start, end - _REACH), end)
    return _clean_source(text, Span(*words.span())) if words else None


def _source_of(text: str, match: re.Match[str]) -> Span | None:
    return _clean_source(text, Span(*match.span("source")))


def _clean_source(text: str, span: Span) -> Span | None:
    """The source without linking words and times before it; None when it can be no source."""
    source = trim_piece(text, span.start, span.end)
    if source is not None and (leading := _LEADING.match(source.of(text))):
        source = trim_piece(text, source.start + leading.end(), source.end)
    if source is not None and (verb := re.search(VERB, source.of(text))):
        source = trim_piece(text, source.start, source.start + verb.start())
    if source is None or _RELATIVE.match(source.of(text)):
        return None
    return source if len(list(razdel.tokenize(source.of(text)))) <= _LONGEST_SOURCE else None


def _extend(found: Found, quotations: tuple[Quoted, ...]) -> Found:
    """Let the content take in the whole of a quotation that it touches, and only that if all."""
    reached = [
        p
        for q in quotations
        if any(p.overlaps(c) for p in q.pieces for c in found.content)
        and not any(p.contains(found.cue) for p in q.pieces)
        and len(q.pieces) + len(q.hull) > _SHORTEST_SPEECH
        for p in q.pieces
    ]
    return replace(found, content=join_spans([*found.content, *reached]))


def _drop_repeated(found: list[Found]) -> list[Found]:
    """One attribution for one content: the first cue that claims it."""
    kept: list[Found] = []
    for one in found:
        if not any(one.content == other.content for other in kept):
            kept.append(one)
    return kept


def _finish(text: str, found: Found, quotations: tuple[Quoted, ...]) -> Attribution:
    pieces = [p for q in quotations for p in q.pieces]
    words = [w for c in found.content for w in find_words(text, c)]
    quoted = sum(any(p.contains(w) for p in pieces) for w in words)
    kind = Quotation.INDIRECT if not quoted else Quotation.MIXED
    if words and quoted >= 0.9 * len(words):
        kind = Quotation.DIRECT
    source = found.source
    return Attribution(
        Source(source.of(text), source) if source else None,
        Words(found.cue.of(text), found.cue),
        found.content,
        kind,
    )


def _resolve(text: str, attributions: list[Attribution]) -> tuple[Attribution, ...]:
    names = find_names(text)
    resolved: list[Attribution] = []
    for attribution in attributions:
        source = attribution.source
        if source is not None and source.span is not None and attribution.cue is not None:
            source = replace(source, entity=_entity(source.text, attribution.cue, names))
        resolved.append(replace(attribution, source=source))
    return tuple(resolved)


def _entity(phrase: str, cue: Words, names: tuple[NameRu, ...]) -> str | None:
    is_subject = re.fullmatch(VERB, cue.text) is not None
    phrase = phrase.translate(HARD_SPACES)
    if phrase.lower() not in _PRONOUNS:
        return complete_name(phrase, names, is_subject)
    near = [n for n in names if cue.span.start - _PRONOUN_REACH <= n.span.start < cue.span.start]
    fitting = {
        complete_name(" ".join(n.words), names, is_subject=False)
        for n in near
        if n.is_female == (phrase.lower() == "она")
    } - {None}
    return fitting.pop() if len(fitting) == 1 else None
