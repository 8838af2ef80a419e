"""What a statement says, without the words that tell who says it.

These words are left out only where what remains is told as well without them; where that is not
sure, the statement stays whole.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from secondsource.article import Span
from secondsource.evidence.query.draft import cut_out
from secondsource.reading.attribution.datelines import cut_datelines
from secondsource.reading.statement import Quotation, Statement, Voice

_FEWEST_WORDS = 3
"""Words that a content must have to be told without who says it."""
_MOST_LEFT = 6
"""Words beside source, cue and content that may go with who says it."""
_MOST_AFTER = 24
"""The same after a quotation that is closed: all of it tells who says it, where and to whom."""
_MOST_BESIDE = 4
"""The same within the content: "The pumps," said *the* engineer *on Monday*, "failed"."""
_MOST_BEFORE = 2
"""The same before a content with which who says it does not begin: *But*, *On Monday*."""
_NEAR = 40
"""Code points before a clause in which the mark or the "that" before it is looked for."""
_WORD = re.compile(r"\w+")
_THAT_WORDS = r"(?:(?:(?-i:that)|что|що|dass|daß|que|że|iż)\b|qu['’])"
_THAT = re.compile(rf"\W*{_THAT_WORDS}[\s,]*(?=\S)", re.IGNORECASE)
_THAT_LAST = re.compile(rf"\b{_THAT_WORDS}[\s,]*$", re.IGNORECASE)
_AFTER_THAT = re.compile(rf"(?:\b{_THAT_WORDS}|[,:;–—\"“„«(-])\s*\Z", re.IGNORECASE)
_OPENED = re.compile(r"[\"“„«]\w")
_QUOTED_SENTENCE = re.compile(r"\W*(?:[\"“„«]|'')[^\W\d_]")
_CLOSED = re.compile(r"(?:[\"”“»]|'')\W*$")
_RELATIVE = re.compile(
    r"(?:who|which|that|котор\w+|qui|que|quien|który|która|які?й?|яка|der|die|das)"
)
_WITH_ARTICLES = ("fr", "es")
_ZU_WITHIN = re.compile(r"\w+?zu\w+en")
_TAIL = 60
"""Code points at the end of what is said in which its last two words are looked for."""
_LONGEST_WORD = 40
"""Letters of the longest last word that is read: in longer ones looking would take too long."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a language can tell of some stretches of one of its sentences, given in order.

    `stands` says whether they can be read without who says them, given also the places of the
    words that will be replaced; `start` where the clause in them begins, None where the words
    alone must tell.
    """

    stands: Callable[[Sequence[Span], Voice, Sequence[Span]], bool]
    start: Callable[[Sequence[Span]], int | None]


@cache
def load_frames() -> Mapping[str, Mapping[str, str]]:
    """For each language the words that tell whether who says something can be left out."""
    text = files("secondsource.evidence.query").joinpath("frames.toml").read_text("utf-8")
    return tomllib.loads(text)


def peel_voice(
    text: str, language: str, statement: Statement, grammar: Grammar, known: Sequence[Span]
) -> tuple[list[Span], bool]:
    """The stretches of a statement without who says it, and whether all of them is quoted.

    Args:
        text: the article's text.
        language: ISO 639-1 code.
        statement: one of its statements, with its voice.
        grammar: of the article.
        known: where words stand that will be replaced by what they mean.
    """
    span = cut_datelines(text, [statement.span], language)[-1]
    said, bare = [span], False
    within: list[Span] = [span]
    frames: list[Span] = []
    voice: Voice | None = statement.voice
    while voice is not None and not _must_stay(text, span, voice, language):
        inner = [c for piece in voice.content for c in _overlaps(piece, within)]
        frames += [w.span for w in (voice.source, voice.cue) if w and w.span]
        told = _drop_that(text, inner, grammar.start(inner))
        is_nested = voice is not statement.voice
        if is_nested and _tells_more(text, within, [*inner, *frames]):
            break
        if told and _is_all(text, span, told, frames) and grammar.stands(told, voice, known):
            said, bare = told, voice.quotation is Quotation.DIRECT
        within = inner or within
        voice = voice.nested
    return said, bare


def _tells_more(text: str, outer: Iterable[Span], told: Sequence[Span]) -> bool:
    """Whether what one says holds more than what, by that, another says."""
    left = [stretch for piece in outer for stretch in cut_out(piece, told)]
    return _count(text, left) > _MOST_BESIDE


def _overlaps(piece: Span, within: Iterable[Span]) -> list[Span]:
    return [
        Span(max(piece.start, w.start), min(piece.end, w.end)) for w in within if piece.overlaps(w)
    ]


def _must_stay(text: str, span: Span, voice: Voice, language: str) -> bool:
    """Whether a saying is no mere frame.

    A denial is none, nor what is not said or said falsely, nor what is told beside the main thing,
    nor words that nobody says, nor a source that does something else before it says so.
    """
    if _is_denied(voice, language) or _is_negated(text, span, voice, language):
        return True
    return _is_nobodys(voice, language) if voice.source is None else _does_more(text, voice)


def _is_denied(voice: Voice, language: str) -> bool:
    return voice.cue is not None and _tells(voice.cue.text, "denies", language)


def _is_negated(text: str, span: Span, voice: Voice, language: str) -> bool:
    """Whether beside what is said a word tells that it is not said so, or is not true."""
    words = [piece.of(text) for piece in cut_out(span, voice.content)]
    words += [voice.cue.text] if voice.cue else []
    return any(_tells(some, "negates", language) for some in words)


def _tells(words: str, kind: str, language: str) -> bool:
    """Whether a word of a kind of the table stands among some words."""
    pattern = load_frames().get(language, {}).get(kind)
    return pattern is not None and re.search(rf"\b{pattern}\b", words, re.IGNORECASE) is not None


def _is_nobodys(voice: Voice, language: str) -> bool:
    """Whether nobody is made to say it: a title ("it was called"), "so clearly believed"."""
    cue = voice.cue
    if cue is None or " " not in cue.text:  # "reportedly"
        return False
    after = language == "en" and any(c.end <= cue.span.start for c in voice.content)
    return after or voice.quotation is Quotation.DIRECT


def _does_more(text: str, voice: Voice) -> bool:
    """Whether a source stands beside the main thing, or does something before it says so."""
    source, cue = voice.source, voice.cue
    if source is None or cue is None or source.span is None:
        return False
    if _RELATIVE.fullmatch(source.text.lower()):
        return True
    between = Span(source.span.end, max(source.span.end, cue.span.start))
    return _count(text, [between]) > _MOST_LEFT


def _is_all(text: str, span: Span, inner: Sequence[Span], frames: Sequence[Span]) -> bool:
    """Whether some pieces are all of a statement but who says it, and a few words with that."""
    words = sum(len(piece.of(text).split()) for piece in inner)
    own = [frame for frame in frames if span.overlaps(frame)]
    left = list(cut_out(span, [*inner, *own]))
    closed = bool(inner) and _CLOSED.search(inner[-1].of(text)) is not None
    most = _MOST_AFTER if closed else _MOST_LEFT
    if words < _FEWEST_WORDS or _count(text, left) > max(most, words):
        return False
    if any(_OPENED.search(stretch.of(text)) for stretch in left):
        return False
    before, after = Span(span.start, inner[0].start), Span(inner[-1].end, span.end)
    holes = [Span(a.end, b.start) for a, b in pairwise(inner) if b.start > a.end]
    return (
        _is_frame(text, after, own, 0, most)
        and _is_frame(text, before, own, _MOST_BEFORE, max(_MOST_LEFT, words))
        and all(_is_frame(text, hole, own, 0, _MOST_BESIDE) for hole in holes)
        and all(_goes_on(text, a, b) for a, b in pairwise(inner) if b.start > a.end)
    )


def _is_frame(text: str, hole: Span, frames: Sequence[Span], bare: int, most: int) -> bool:
    """Whether in a stretch beside a content only who says it stands, and a few words with it.

    Args:
        text: the article's text.
        hole: the stretch.
        frames: where sources and cues stand.
        bare: how many words may stand in it where none of these does.
        most: how many beside these.
    """
    has_frame = any(hole.overlaps(frame) for frame in frames)
    return _count(text, list(cut_out(hole, frames))) <= (most if has_frame else bare)


def _count(text: str, stretches: Sequence[Span]) -> int:
    return sum(len(_WORD.findall(stretch.of(text))) for stretch in stretches)


def _goes_on(text: str, first: Span, then: Span) -> bool:
    """Whether a piece of a content may be read on from the one before it.

    A quoted sentence after words that are not quoted is another one; words that are not quoted
    after a quotation belong to who says it; so do those before a "that".
    """
    quoted = _QUOTED_SENTENCE.match(first.of(text)) is not None
    starts = _QUOTED_SENTENCE.match(then.of(text)) is not None
    opens = starts and any(c.isupper() for c in _WORD.findall(then.of(text))[0][:1])
    closed = _CLOSED.search(first.of(text)) is not None
    that = _THAT.match(then.of(text)) or _THAT_LAST.search(text[first.end : then.start])
    return not (opens and not quoted) and not (closed and not starts) and not that


def _drop_that(text: str, pieces: Sequence[Span], start: int | None) -> list[Span]:
    """What is said without the "that" before it, and without what stands before that."""
    if start is not None:
        return [Span(max(p.start, start), p.end) for p in pieces if p.end > start]
    if not pieces:
        return []
    first = pieces[0]
    match = _THAT.match(text, first.start, first.end)
    return [Span(match.end(), first.end) if match else first, *pieces[1:]]


def begins_clause(text: str, start: int, sentence: int) -> bool:
    """Whether a clause may begin at a place: at the sentence's start, after a mark or a "that"."""
    if not text[sentence:start].strip():
        return True
    return _AFTER_THAT.search(text, max(sentence, start - _NEAR), start) is not None


def _is_bare_word(voice: Voice) -> bool:
    """Whether a source is one word in small letters, which without an article is no noun."""
    source = voice.source
    return source is not None and source.text.islower() and len(source.text.split()) == 1


def _ends_in_infinitive(said: str) -> bool:
    """Whether what is said ends as a German clause with no subject: "zu lesen", "vorzulesen"."""
    *before, last = ["", *_WORD.findall(said[-_TAIL:])]
    if len(last) > _LONGEST_WORD:
        return False
    apart = before[-1:] == ["zu"] and last.endswith("n")
    return apart or _ZU_WITHIN.fullmatch(last) is not None


def stands_by_words(text: str, language: str, pieces: Sequence[Span], voice: Voice) -> bool:
    """Whether some stretches can be read without who says them, by a table of words.

    A clause that may lack its subject, or whose first words may mean who says it, leans on that.

    Args:
        text: the article's text.
        language: ISO 639-1 code.
        pieces: the stretches, in order.
        voice: who says them.
    """
    first = pieces[0].of(text).lstrip(" \"“„«'‚‘")
    sentence = max(text.rfind(mark, 0, pieces[0].start) for mark in (". ", "\n", "! ", "? ")) + 1
    if voice.quotation is Quotation.DIRECT:
        return not first[:1].islower()
    words = load_frames().get(language)
    if words is None or (language in _WITH_ARTICLES and _is_bare_word(voice)):
        return False
    if not begins_clause(text, pieces[0].start, sentence) or _ends_in_infinitive(first):
        return False
    if re.match(rf"(?:\w+\s+){{0,2}}{words['pronouns']}\b", first, re.IGNORECASE):
        return False
    opens = not text[sentence : pieces[0].start].strip()
    has_subject = "subjects" not in words or re.match(rf"{words['subjects']}\b", first, re.I)
    return opens or first[:1].isupper() or bool(has_subject)
