"""Whether a passage that names no source has it from the claim's: it is presented beside it.

An article lets a person answer questions and tells what came of it; it says that a university
publishes a study and gives its result in a sentence of its own. Where the sentence itself, or one
beside it, presents the very source that the examined statement names, the passage has it from
there. Who is quoted beside it with something else is not its source for that.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from secondsource.article import Passage, Span
from secondsource.evidence.origins.citing import is_witnessed
from secondsource.evidence.origins.ownpages import find_cited_page, make_page_key, read_page
from secondsource.evidence.origins.piece import Piece
from secondsource.evidence.origins.trades import find_named_trade, find_proper, find_trades
from secondsource.evidence.origins.voicekey import VoiceAt, VoiceKey, VoiceKind
from secondsource.evidence.origins.voicematch import is_person
from secondsource.evidence.query.terms import find_words
from secondsource.names.compare import share_surname
from secondsource.reading.attribution.cued import may_attribute
from secondsource.sentences import split_sentences

_PRESENTS = re.compile(
    r"\b(?:answer\w*|questions?|interview\w*|guest|publish\w*|present(?:s|ed)|announc\w*|"
    r"releas(?:es|ed)|authors?|signed|"
    r"отвеча\w+|ответил\w*|вопрос\w*|интервью|гост[яьею]\w*|опублик\w+|представил\w*|эфир\w*|"
    r"автор(?:а|у|ом|е|ы|ов|ам|ами|ах|ка|ки|кой)?|подписал\w*|"
    r"відповіда\w+|відпові(?:в|ла|ли)|запитан\w+|інтерв['’]ю|гіст\w*|оприлюдн\w+|опублік\w+|"
    r"представи\w+|ефір\w*|авторів|підписа\w+|"
    r"antwort\w*|fragen?|interviews?|gast|veröffentlich\w*|vorgestellt|verfass\w*|"
    r"autor(?:s|en|in|innen)?|"
    r"répond\w*|entretien|invitée?|publi(?:e|é|ée|és|ent)|présent(?:e|é|ée|ent)|signé\w*|"
    r"auteure?s?|autrice|"
    r"respond\w*|preguntas?|entrevist\w*|invitad[oa]|publica(?:r|n|do|da)?|presenta(?:n|do|da)?|"
    r"firma(?:do|da|n)|firmó|autor(?:a|es|as)?|"
    r"odpowiada\w*|odpowiedzi\w*|pyta\w+|wywiad\w*|rozmow\w+|goś\w+|opublikow\w+|przedstawi\w+|"
    r"podpisa\w+|autor(?:a|em|owi|zy|ów|ami|ka|ki|ką)?)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:told|tells|said|says|according|рассказал\w*|сообщил\w*|заявил\w*|сказал\w*|"
    r"розпові(?:в|ла|ли)|повідоми(?:в|ла|ли)|заяви(?:в|ла|ли)|сказа(?:в|ла|ли)|"
    r"sagte\w*|erzähl\w+|erklär\w+|berichtet\w*|laut|"
    r"a (?:dit|déclaré|indiqué|expliqué|affirmé|raconté)|selon|raconte|explique|"
    r"dijo|dijeron|contó|explicó|aseguró|según|"
    r"powiedzia\w+|mówi|poinformowa\w+|twierdzi|opowiada|według)\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"\s*(?:[—–―-]\s|[—―]|[\"“«„»])")
_OWED = ("cites", "names")


def add_presented(piece: Piece, examined: Piece) -> Piece:
    """A piece with the sources of the examined statement that are presented where it says it.

    Only for what names no source: neither its sentence nor, for the sentences beside it, an
    outlet that it cites. What the paper's own reporter saw it has from nobody.
    """
    text = piece.article.text
    asked = [v for v in examined.voices if v.key.kind is VoiceKind.NAMED]
    if piece.voices or not asked:
        return piece
    sentences = split_sentences(text, piece.article.language)
    own = [s for s in sentences if s.overlaps(piece.focus.span)]
    if not own or any(is_witnessed(s.of(text)) for s in own):
        return piece
    beside = () if _has_source(piece, own) else tuple(_list_beside(piece, sentences, own))
    found = [
        VoiceAt(voice.key, Passage(piece.article.id, place))
        for voice in asked
        for sentence in (*own, *beside)
        if (place := _find_presented(voice, examined, piece, sentence))
    ]
    return replace(piece, beside=(*piece.beside, *found[:1]))


def add_cited_pages(piece: Piece, outlets: Iterable[str | None]) -> Piece:
    """A piece with the bodies that it cites beside what it says, where their own pages say it too.

    For what names no source: "the museum has announced how many there are. It is 1,862."

    Args:
        piece: a piece of evidence.
        outlets: the outlets of all pieces, bodies' own pages among them.
    """
    article = piece.article
    names = sorted(n for n in outlets if n and n != article.outlet and read_page(n))
    if not names or piece.voices or any(debt.verb in _OWED for debt in piece.debts):
        return piece
    sentences = split_sentences(article.text, article.language)
    own = [s for s in sentences if s.overlaps(piece.focus.span)]
    if not own or any(is_witnessed(s.of(article.text)) for s in own):
        return piece
    near = (*own, *_list_beside(piece, sentences, own))
    found = [
        VoiceAt(key, Passage(article.id, place), bears=False)
        for name in names
        for place in (find_cited_page(name, article.text, s) for s in near)
        if place and (key := make_page_key(place.of(article.text)))
    ]
    return replace(piece, beside=(*piece.beside, *found[:1]))


def _has_source(piece: Piece, own: Sequence[Span]) -> bool:
    """Whether somebody tells it in its sentence, though it could not be read who."""
    if any(debt.verb in _OWED for debt in piece.debts):
        return True
    text = piece.article.text
    return not _is_speech(text, own[0]) and any(_TELLS.search(s.of(text)) for s in own)


def _is_speech(text: str, sentence: Span) -> bool:
    """Whether a sentence stands in a line of direct speech."""
    start = text.rfind("\n", 0, sentence.start) + 1
    return _SPEECH.match(text, start) is not None or _SPEECH.match(text, sentence.start) is not None


def _list_beside(piece: Piece, sentences: Sequence[Span], own: Sequence[Span]) -> Iterator[Span]:
    """The sentence before and the one after; for speech, the whole paragraph before as well."""
    text = piece.article.text
    place = sentences.index(own[0])
    yield from sentences[max(0, place - 1) : place]
    yield from sentences[place + len(own) : place + len(own) + 1]
    if _is_speech(text, own[0]):
        end = text.rfind("\n", 0, own[0].start)
        start = text.rfind("\n", 0, len(text[: max(end, 0)].rstrip())) + 1
        yield from (s for s in sentences if start <= s.start < end)


def _find_presented(voice: VoiceAt, examined: Piece, piece: Piece, sentence: Span) -> Span | None:
    """Where a sentence presents a source, and does not quote it with something else."""
    said = sentence.of(piece.article.text)
    if not (_PRESENTS.search(said) or may_attribute(said, piece.article.language)):
        return None
    place = _find_source(voice, examined, said)
    if place is None:
        return None
    found = place.shift(sentence.start)
    aside = (v.at.span for v in piece.beside if v.at and not v.bears)
    return None if any(found.overlaps(other) for other in aside) else found


def _find_source(voice: VoiceAt, examined: Piece, sentence: str) -> Span | None:
    """Where a sentence names a source: a person's surname, or a body's trade with its name.

    A name that the claim itself is about ("Weld said that Weld's firm") names no source.
    """
    key, claim = voice.key, examined.focus.span.of(examined.article.text)
    content = _leave_out(key, voice, examined, claim)
    if not is_person(key):
        trades = find_trades(key.shown)
        names = find_proper(key.shown) - find_proper(content)
        return Span(0, len(sentence)) if find_named_trade(trades, names, sentence) else None
    return None if _names(key.name, content) else next(_names_at(key.name, sentence), None)


def _leave_out(key: VoiceKey, voice: VoiceAt, examined: Piece, claim: str) -> str:
    """The claim without the words for its source."""
    at, focus = voice.at, examined.focus.span
    if at is None or not focus.contains(at.span):
        return claim.replace(key.shown, " ")
    return claim[: at.span.start - focus.start] + " " + claim[at.span.end - focus.start :]


def _names(name: str, text: str) -> bool:
    return next(_names_at(name, text), None) is not None


def _names_at(name: str, text: str) -> Iterator[Span]:
    for word in find_words(text):
        if word.text[0].isupper() and len(word.text) > 2 and share_surname(word.text, name):
            yield word.span
