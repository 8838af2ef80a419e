"""The four rules by which two pieces of evidence go back to one thing.

Each rule gives a `Signal` with a score, a sentence that shows the words, and their spans, or
None. How sure a rule is was set by hand and is explained in docs/decisions/0002-origins.md.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Protocol

from secondsource.article import Passage, Signal
from secondsource.evidence.finding import BasisPiece
from secondsource.evidence.origins.credit import Debt
from secondsource.evidence.origins.ownpages import match_page
from secondsource.evidence.origins.piece import Piece
from secondsource.evidence.origins.sametext import Image, SharedText
from secondsource.evidence.origins.voicekey import VoiceAt, VoiceKind, make_voice_key
from secondsource.evidence.origins.voicematch import VoiceMatch, is_person, match_voices
from secondsource.evidence.origins.voicewords import NO_AUTHOR
from secondsource.evidence.query.terms import fold
from secondsource.lineage.family import Edge, Relation

# Set by hand; nothing was fitted (docs/decisions/0002-origins.md).
SAME_OUTLET, SAME_OWNER, SAME_AUTHOR = 0.9, 0.85, 0.85
QUOTED_FOR_IT, QUOTED_BESIDE = 0.8, 0.7
"""What one person quoted beside it says of two pieces: when the quoted words are about the same,
and when they are about something else; the latter only where neither sentence names a source."""
_OTHER_VOICE = 0.6
"""What a common house says of two pieces of which at least one relays somebody's words."""
SAME_FORMULA, FEW_DAYS = 0.6, 3
_SHORTEST_QUOTE = 90
_BROUGHT_IN = re.compile(
    r"(?:,|\baged) (?:aged )?\d{1,3}\b(?! times)|, (?:of|from|aus|из|із|з|z|de) [^\W\d_a-zа-яіїєґ]|"
    r"\(\d{1,3}\)|\b\d{1,3}[- ](?:year|jährig|лет|летн|річн|років|ans|años|lat|letni)"
)


class _Heard(Protocol):
    """What has voices: a piece, whether its whole article is at hand or not."""

    @property
    def name(self) -> str: ...
    @property
    def voices(self) -> tuple[VoiceAt, ...]: ...
    @property
    def beside(self) -> tuple[VoiceAt, ...]: ...


def find_signals(left: Piece, right: Piece, shared: SharedText) -> tuple[Signal, ...]:
    """Every reason why two pieces have one origin, in the order of the four rules."""
    signals = (
        _tie_text(left, right, shared),
        _tie_voice(left, right),
        _tie_credit(left, right, shared),
        _tie_house(left, right),
    )
    return tuple(s for s in signals if s is not None)


def _tie_text(left: Piece, right: Piece, shared: SharedText) -> Signal | None:
    """Rule 1: their passages lie in one shared stretch: a copy, edit, excerpt or translation."""
    image = _shared_image(left, right, shared)
    if image is None:
        return None
    score = min(1.0, 0.5 + 0.5 * image.share)
    quote = _quote(min(left, right, key=lambda p: p.key))
    if left.article.id == right.article.id:
        sentence = f"Both are the same passage of {right.name}: “{quote}”."
    elif image.translated:
        sentence = f"{_child(left, right, shared)} has a translation of the same text: “{quote}”."
    else:
        sentence = f"{left.name} and {right.name} have the same text: “{quote}”."
    return Signal("same_text", score, sentence, (left.focus, right.focus))


def _shared_image(left: Piece, right: Piece, shared: SharedText) -> Image | None:
    """The same text in both; of the examined article it may be any part, not only the claim."""
    image = shared.share(left.focus, right.focus)
    if image is None and left.examined:
        return shared.images_of(right.focus).get(left.article.id)
    if image is None and right.examined:
        return shared.images_of(left.focus).get(right.article.id)
    return image


def _child(left: Piece, right: Piece, shared: SharedText) -> str:
    edges = [e for e in shared.edges_between(left.article.id, right.article.id) if e.directed]
    is_left = any(e.child == left.article.id for e in edges)
    return left.name if is_left or not edges else right.name


def _quote(piece: Piece) -> str:
    text = " ".join(piece.focus.span.of(piece.article.text).split())
    return text if len(text) <= _SHORTEST_QUOTE else text[:_SHORTEST_QUOTE].rsplit(" ", 1)[0] + " …"


def _tie_voice(left: Piece, right: Piece) -> Signal | None:
    """Rule 2: both attribute the assertion to one person, body, document, or formula.

    An unnamed formula ("a senior official") is one voice only within one family of texts, or
    when both pieces owe it to one outlet. A formula that says more ("a senior official familiar
    with the talks") ties two reports of the same days weakly.
    """
    if not left.voices and not right.voices and (author := _tie_author(left, right)):
        return author
    found = [_tie_keys(left, a, right, b) for a in left.voices for b in right.voices]
    if left.article.id != right.article.id:
        found += (*_tie_beside(left, right), *_tie_page(left, right), *_tie_page(right, left))
        found += (*_tie_signed(left, right), *_tie_signed(right, left))
    return max((s for s in found if s), key=lambda s: s.score, default=None)


def _tie_signed(signed: Piece, other: Piece) -> Iterator[Signal]:
    """One is written by whom the other has it from: a head's letter, a minister's column."""
    keys = [make_voice_key(name) for name in signed.article.byline if _names_author(name)]
    for key, voice in product(filter(None, keys), other.voices):
        match = match_voices(key, voice.key)
        if match and is_person(key) and is_person(voice.key) and len(voice.key.words) > 1:
            yield _say_common(match, signed, VoiceAt(key, None), other, voice)


def tie_heard(left: BasisPiece, right: BasisPiece) -> Signal | None:
    """Rule 2 for pieces of which only the voices are kept; formulas tie within one family only."""
    found = [_tie_named(left, a, right, b) for a in left.voices for b in right.voices]
    if left.article != right.article:
        found += (*_tie_beside(left, right), *_tie_page(left, right), *_tie_page(right, left))
    return max((s for s in found if s), key=lambda s: s.score, default=None)


def _tie_named(left: BasisPiece, a: VoiceAt, right: BasisPiece, b: VoiceAt) -> Signal | None:
    match = match_voices(a.key, b.key)
    if match is None or (match.formula and not (left.family and left.family == right.family)):
        return None
    return _say_common(match, left, a, right, b)


def _tie_beside(left: _Heard, right: _Heard) -> Iterator[Signal]:
    """Both quote one person or body beside what they say in their own words, or one of them.

    Who has it by the sentence of the one is not its source in the other for being quoted there
    with something else.
    """
    named = [*product(left.voices, right.beside), *product(left.beside, right.voices)]
    bearing = [(a, b) for a, b in named if a.bears and b.bears]
    for a, b in (*bearing, *product(left.beside, right.beside)):
        match = match_voices(a.key, b.key)
        if match is None or match.formula:
            continue
        if not (a.bears and b.bears) and (_is_told_of(a) or _is_told_of(b)):
            continue
        sentence = f"{left.name} and {right.name} both quote {match.reason} beside it."
        score = QUOTED_FOR_IT if a.bears and b.bears else QUOTED_BESIDE
        yield Signal("same_voice", min(score, match.score), sentence, _spans(a.at, b.at))


def _is_told_of(voice: VoiceAt) -> bool:
    """Whether somebody is brought in with an age or a town, as whom a report is about is."""
    return is_person(voice.key) and _BROUGHT_IN.search(voice.key.shown) is not None


def _tie_page(page: _Heard, other: _Heard) -> Iterator[Signal]:
    """One is a body's own page, and the other has it from that body or quotes it beside it."""
    for voice in other.voices:
        if match := match_page(page.name, voice.key):
            sentence = f"{page.name} and {other.name} both have it from {match.reason}."
            yield Signal("same_voice", match.score, sentence, _spans(voice.at))
    for voice in other.beside:
        if match := match_page(page.name, voice.key):
            sentence = f"{page.name} and {other.name} both quote {match.reason} beside it."
            yield Signal("same_voice", min(QUOTED_BESIDE, match.score), sentence, _spans(voice.at))


def _tie_keys(left: Piece, a: VoiceAt, right: Piece, b: VoiceAt) -> Signal | None:
    match = match_voices(a.key, b.key)
    if match is None:
        return None
    if match.formula and not _share_report(left, right):
        if not (match.distinct and _are_close(left, right)):
            return None
        match = replace(match, score=SAME_FORMULA)
    return _say_common(match, left, a, right, b)


def _say_common(match: VoiceMatch, left: _Heard, a: VoiceAt, right: _Heard, b: VoiceAt) -> Signal:
    sentence = f"{left.name} and {right.name} both have it from {match.reason}."
    return Signal("same_voice", match.score, sentence, _spans(a.at, b.at))


def _are_close(left: Piece, right: Piece) -> bool:
    """Whether both came out within a few days of each other, as far as their dates say."""
    try:
        days = [date.fromisoformat((p.article.published or "")[:10]) for p in (left, right)]
    except ValueError:
        return False
    return abs(days[0] - days[1]).days <= FEW_DAYS


def _tie_author(left: Piece, right: Piece) -> Signal | None:
    """One person's name above both; "Staff Reporter" stands above anybody's."""
    authors = {_fold(n) for n in right.article.byline if _names_author(n)}
    name = next((n for n in left.article.byline if _fold(n) in authors), None)
    if name is None:
        return None
    sentence = f"{left.name} and {right.name} both have it from one author, {name}."
    return Signal("same_voice", SAME_AUTHOR, sentence)


def _names_author(byline: str) -> bool:
    words = byline.split()
    return len(words) > 1 and not any(fold(word) in NO_AUTHOR for word in words)


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())


def _share_report(left: Piece, right: Piece) -> bool:
    if left.family is not None and left.family == right.family:
        return True
    owed = {d.outlet for d in left.debts} & {d.outlet for d in right.debts}
    return bool(owed) or find_debt(left, right) is not None or find_debt(right, left) is not None


def _tie_credit(left: Piece, right: Piece, shared: SharedText) -> Signal | None:
    """Rule 3: one credits, cites or links the other, or both credit the same outlet."""
    found = (
        _tie_debt(left, right),
        _tie_debt(right, left),
        _tie_common_debt(left, right),
        _tie_credit_edge(left, right, shared),
    )
    return max((s for s in found if s), key=lambda s: s.score, default=None)


def _tie_debt(debtor: Piece, creditor: Piece) -> Signal | None:
    debt = find_debt(debtor, creditor)
    if debt is None:
        return None
    whom = creditor.name
    if debt.outlet != creditor.outlet:
        whom = f"{debt.name}, which has the same text as {creditor.name}"
    return Signal("credit", debt.score, f"{debtor.name} {debt.verb} {whom}.", _spans(debt.at))


def find_debt(debtor: Piece, creditor: Piece) -> Debt | None:
    """The debt of one piece to the outlet or the page of the other, or of a copy of it."""
    if debtor.outlet is not None and debtor.outlet == creditor.outlet:
        return None
    fitting = (d for d in debtor.debts if _fits(d, creditor))
    return max(fitting, key=lambda d: d.score, default=None)


def _fits(debt: Debt, creditor: Piece) -> bool:
    if debt.url in creditor.pages:
        return True
    return debt.verb != "links to" and debt.outlet in creditor.outlets


def _tie_common_debt(left: Piece, right: Piece) -> Signal | None:
    pairs = [
        (a, b)
        for a in left.debts
        for b in right.debts
        if a.outlet and a.outlet == b.outlet and (a.verb != "links to" or a.url == b.url)
    ]
    if not pairs:
        return None
    a, b = max(pairs, key=lambda p: min(p[0].score, p[1].score))
    sentence = f"{left.name} and {right.name} both have it from {a.name}."
    return Signal("credit", min(a.score, b.score), sentence, _spans(a.at, b.at))


def _tie_credit_edge(left: Piece, right: Piece, shared: SharedText) -> Signal | None:
    """What lineage made of a credit: an edge without shared text between the two articles."""
    edges = shared.edges_between(left.article.id, right.article.id)
    edge = next((e for e in edges if e.relation is Relation.CREDIT and not e.stretches), None)
    if edge is None or any(shared.is_own_part(p.focus) for p in (left, right) if not p.examined):
        return None
    return _read_edge(edge, left, right)


def _read_edge(edge: Edge, left: Piece, right: Piece) -> Signal:
    child, parent = (left, right) if edge.child == left.article.id else (right, left)
    spans = tuple(p for s in edge.signals for p in s.spans)
    sentence = f"{child.name} credits {parent.name}."
    return Signal("credit", min(0.95, edge.confidence), sentence, spans)


def _spans(*passages: Passage | None) -> tuple[Passage, ...]:
    return tuple(p for p in passages if p is not None)


def _tie_house(left: Piece, right: Piece) -> Signal | None:
    """Rule 4: one article, publisher or owner, where each says it of its own.

    What an outlet took from elsewhere (wire copy, a reprint) is not its house's word: else an
    outlet that reprints two agencies would make one origin of them. An article counts once for
    all it says, but for what it adds to a text that it reprints.
    """
    if left.article.id == right.article.id:
        return _tie_article(left, right)
    if not (left.own and right.own):
        return None
    if left.outlet is not None and left.outlet == right.outlet:
        score, sentence = SAME_OUTLET, f"Both are from {left.name}."
    elif left.owner is not None and left.owner == right.owner:
        score = SAME_OWNER
        stated = f" ({left.owner_source})" if left.owner_source else ""
        sentence = f"{left.name} and {right.name} both belong to {left.owner}{stated}."
    else:
        return None
    return Signal("same_house", _OTHER_VOICE if _relay(left, right) else score, sentence)


def _tie_article(left: Piece, right: Piece) -> Signal | None:
    plain = left.own and right.own
    if left.added != right.added and not plain:
        return None
    plain = plain and not _relay(left, right)
    sentence = f"Both stand in one article of {left.name}."
    return Signal("same_house", SAME_OUTLET if plain else _OTHER_VOICE, sentence)


def _relay(*pieces: Piece) -> bool:
    """Whether any of these pieces gives somebody's words: a named person, body or document."""
    return any(v.key.kind is VoiceKind.NAMED for piece in pieces for v in piece.voices)
