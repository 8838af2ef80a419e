"""One passage that bears on a claim, with all that says where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from secondsource.article import Article, Passage, Span
from secondsource.evidence.examined import AttributionFinder
from secondsource.evidence.origins.citing import is_paper, is_short_name, is_witnessed
from secondsource.evidence.origins.credit import (
    CITED,
    CITED_NEAR,
    Debt,
    KnownOutlets,
    article_debts,
    find_debts,
    find_owed,
    find_places,
    last_named,
    paragraph_debts,
)
from secondsource.evidence.origins.houses import Houses
from secondsource.evidence.origins.sametext import SharedText
from secondsource.evidence.origins.tags import find_said_after, find_tag
from secondsource.evidence.origins.told import find_told
from secondsource.evidence.origins.voicekey import (
    VoiceAt,
    VoiceKind,
    find_formula,
    find_paper_voice,
    is_assertion,
    make_voice_key,
)
from secondsource.evidence.query.terms import content_words
from secondsource.reading.attribution.cued import may_attribute
from secondsource.reading.attribution.turns.attach import find_turns
from secondsource.reading.statement import Attribution, Source, Statement, Voice
from secondsource.sentences import paragraph_around

CONTEXT = 200
"""How many characters before and after a sentence are read with it, within its paragraph: "he
said" may stand in the next one, and the name in the one before."""
BEFORE, AFTER = 250, 600
"""How many characters before and after a sentence without a source are read for whom the article
quotes beside it: a lead is told in the paper's own words, its source stands below."""
BEARING = 3
"""So many content words of the sentence in what somebody is quoted with beside it: it is that."""
HELD = 0.3
"""The part of the deciding sentence that an attribution's content must hold to be its voice; set by
hand, as the numbers above (docs/decisions/0002-origins.md)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage with its deciding sentence, its voices, its debts and its house.

    `focus` is the sentence that bears on the claim; `beside` are the named sources that the text
    around it quotes, where the sentence names none; `owner` who owns the outlet, if known, and
    `owner_source` where that is stated; `own` is whether the outlet itself is where the assertion
    comes from, as far as text and credits show; `added` whether its article adds it to a text
    that it reprints; `pages` and `outlets` are where this text is known to stand, its own among
    them; `examined` marks the statement under examination itself.
    """

    article: Article
    focus: Passage
    voices: tuple[VoiceAt, ...]
    debts: tuple[Debt, ...]
    outlet: str | None
    owner: str | None
    family: str | None
    own: bool
    pages: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    examined: bool = False
    added: bool = False
    beside: tuple[VoiceAt, ...] = ()
    owner_source: str = ""

    @property
    def name(self) -> str:
        """The outlet as it is shown to a reader, or the quoted title when no outlet is known."""
        title = self.article.title
        return self.article.outlet or (f"“{title}”" if title else "an article without an outlet")

    @property
    def home(self) -> str:
        """Whose word it is that the piece counts for: the owner, the outlet or the article."""
        return self.owner or self.outlet or self.article.id

    @property
    def alone(self) -> str:
        """What is said of it where nothing ties it to other pieces."""
        if self.voices:
            whom = self.voices[0].key.shown
            return f"Only {self.name} has it, from {whom}; nothing ties it to the other pieces."
        if self.debts:
            whom = self.debts[0].name
            return f"{self.name} has it from {whom}; nothing ties it to the other pieces."
        return f"{self.name} says it in its own words; nothing ties it to the other pieces."

    @property
    def touching(self) -> str:
        """The same of what takes no side and so does not say it."""
        return f"{self.name} touches on it; nothing ties it to the other pieces."

    @property
    def key(self) -> tuple[str, int, int]:
        """What tells pieces apart and puts them in one order, whatever order they came in."""
        return self.article.id, self.focus.span.start, self.focus.span.end


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known of all articles concerned: shared text, outlets, and who reads voices.

    `pieces` are those that were made of it, each once however many claims it bears on.
    """

    shared: SharedText
    known: KnownOutlets
    find_attributions: AttributionFinder
    pieces: dict[tuple[Passage, bool], Piece] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @property
    def houses(self) -> Houses:
        """The registry of owners and agencies."""
        return self.known.houses


def make_piece(article: Article, focus: Span, ground: Ground, *, silent: bool) -> Piece:
    """A passage with its voices and debts read from the text around it.

    `silent` leaves the voices unread, for passages that take no side and count for nothing.
    """
    passage = Passage(article.id, focus)
    made = ground.pieces.get((passage, silent))
    if made is None:
        made = ground.pieces[passage, silent] = _read_piece(article, passage, ground, silent)
    return made


def _read_piece(article: Article, passage: Passage, ground: Ground, silent: bool) -> Piece:
    focus = passage.span
    heard = () if silent else _read_voices(article, focus, ground)
    voices, debts = _split_outlets(heard, article, ground)
    own_part = ground.shared.is_own_part(passage)
    if not debts and own_part:
        debts = paragraph_debts(article, focus, ground.known)
    elif not debts:
        voices, debts = _owe_elsewhere(article, focus, voices, ground)
    own = not debts and not ground.shared.is_taken(passage)
    piece = _place(article, passage, voices, debts, ground, own)
    if silent or any(v.key.kind is VoiceKind.NAMED for v in voices):
        return piece
    return replace(piece, beside=_read_beside(article, focus, ground))


def _owe_elsewhere(
    article: Article, focus: Span, voices: tuple[VoiceAt, ...], ground: Ground
) -> tuple[tuple[VoiceAt, ...], tuple[Debt, ...]]:
    """What the text around a sentence says of its outlet, with the voices that are left.

    "The newspaper" is no voice where the outlet named last before it is the one that is cited.
    """
    papers = [v for v in voices if is_paper(v.key.shown)]
    others = tuple(v for v in voices if v not in papers)
    debts = find_debts(article, focus, ground.known, voiced=bool(others))
    for paper in papers:
        at = paper.at.span.start if paper.at else focus.start
        last = last_named(article, at, ground.known)
        if last in {debt.outlet for debt in debts}:
            continue
        before = find_owed(article, Span(0, at), ground.known, CITED_NEAR)
        debts = tuple(debt for debt in before if debt.outlet == last)
        if not debts:
            others, debts = voices, find_debts(article, focus, ground.known, voiced=True)
    return (others, debts) if debts else (voices, find_told(article, focus, voices, ground.known))


def make_examined_piece(statement: Statement, article: Article, ground: Ground) -> Piece:
    """The statement under examination, as a piece that others may be tied to.

    All that its paragraph and its article credit counts: whatever goes back to any of them is
    no second source. For the same reason its outlet counts as one that says it itself.
    """
    heard = _list_voices(statement.voice, article) or _read_plainly(article, statement.span)
    voices, debts = _split_outlets(heard, article, ground)
    debts += paragraph_debts(article, statement.span, ground.known)
    debts += article_debts(article, ground.known)
    debts += find_told(article, statement.span, voices, ground.known)
    passage = Passage(article.id, statement.span)
    return replace(_place(article, passage, voices, debts, ground, True), examined=True)


def copy_piece(model: Piece, article: Article, focus: Span, ground: Ground) -> Piece:
    """The same text in another article: its voices are those of the model, where it names them.

    What the model owes to others the copy owes too, though it may not say so: it is then not
    its own outlet's word.
    """
    passage = Passage(article.id, focus)
    debts = find_debts(article, focus, ground.known, voiced=bool(model.voices))
    owed = debts or (model.debts and not model.examined)
    own = not owed and not ground.shared.is_taken(passage)
    voices, beside = (_carry_over(v, article, focus) for v in (model.voices, model.beside))
    return replace(_place(article, passage, voices, debts, ground, own), beside=beside)


def leave_out_named(piece: Piece, examined: Piece, ground: Ground) -> Piece:
    """A piece that owes nothing to an outlet for naming it, where the claim is about that outlet.

    "The watchers were let in late": who says that of the watchers need not have it from their page.
    """
    claim = examined.focus.span.of(examined.article.text)
    owed = {debt.outlet for debt in examined.debts}
    kept = tuple(
        debt
        for debt in piece.debts
        if debt.verb != "names" or debt.outlet in owed or not any(find_places(debt.name, claim))
    )
    if kept == piece.debts:
        return piece
    return replace(piece, debts=kept, own=not kept and not ground.shared.is_taken(piece.focus))


def _carry_over(voices: Sequence[VoiceAt], article: Article, focus: Span) -> tuple[VoiceAt, ...]:
    """The voices of a text with the places where a copy of it names them; none where it does not.

    Told of a copy, the words of the model would be cited to the wrong article.
    """
    return tuple(
        replace(voice, at=_find_name(voice.key.shown, article, focus.end + AFTER))
        for voice in voices
    )


def _find_name(shown: str, article: Article, end: int) -> Passage | None:
    """Where an article has these words last before a place, if it has them."""
    found = takewhile(lambda place: place.end <= end, find_places(shown, article.text))
    last = max(found, default=None)
    return Passage(article.id, last) if last else None


def _place(
    article: Article,
    focus: Passage,
    voices: tuple[VoiceAt, ...],
    debts: tuple[Debt, ...],
    ground: Ground,
    own: bool,
) -> Piece:
    houses, outlet = ground.houses, article.outlet
    owner = houses.owner_of(outlet) if outlet else None
    places = [ground.known.homes.get(a, ()) for a in ground.shared.images_of(focus)]
    return Piece(
        article,
        focus,
        voices,
        debts,
        houses.outlet_of(outlet) if outlet else None,
        owner,
        ground.shared.family_of(article.id),
        own,
        frozenset(page for place in places for page, _ in place),
        frozenset(key for place in places for _, key in place if key),
        added=ground.shared.is_added(focus),
        owner_source=houses.sources.get(owner, "") if owner else "",
    )


def _read_voices(article: Article, focus: Span, ground: Ground) -> list[VoiceAt]:
    """The sources to whom the text around a sentence attributes it."""
    around = paragraph_around(article.text, focus)
    start = article.text.find(" ", max(around.start, focus.start - CONTEXT)) + 1
    window = Span(
        min(start, focus.start) if focus.start - CONTEXT > around.start else around.start,
        min(around.end, focus.end + CONTEXT),
    )
    found = _attributions_in(window, article, ground)
    turns = find_turns(article.text, article.language)  # a window shows no interview
    voices = [v for a in turns if (v := _voice_over(a, article, focus, 0))]
    named = {voice.key for voice in voices}
    beside = (v for a in found if (v := _voice_over(a, article, focus, window.start)))
    voices += [voice for voice in beside if not _is_label(voice, turns) and voice.key not in named]
    return voices or _read_plainly(article, focus)


def _read_plainly(article: Article, focus: Span) -> list[VoiceAt]:
    """The source of a sentence by its words, or the next one's, where the parse finds none."""
    said = focus.of(article.text)
    found = find_formula(said) or find_tag(said, article.language) or find_paper_voice(said)
    if found:
        return [VoiceAt(found[0], Passage(article.id, found[1].shift(focus.start)))]
    after = find_said_after(article.text, focus, article.language)
    return [VoiceAt(after[0], Passage(article.id, after[1]))] if after else []


def _is_label(voice: VoiceAt, turns: Sequence[Attribution]) -> bool:
    """Whether a source is the label of a turn: what the whole article shows of it is known."""
    place = voice.at.span if voice.at else None
    labels = (turn.source.span for turn in turns if turn.source and turn.source.span)
    return place is not None and any(place.overlaps(label) for label in labels)


def _attributions_in(window: Span, article: Article, ground: Ground) -> Sequence[Attribution]:
    text = window.of(article.text)
    if not may_attribute(text, article.language):
        return ()  # parsing is the dearest step of a search
    return ground.find_attributions(text, article.language)


def _read_beside(article: Article, focus: Span, ground: Ground) -> tuple[VoiceAt, ...]:
    """The named sources that the text just before and after a sentence quotes, outlets left out.

    None for what the paper's own reporter saw.
    """
    text = article.text
    if is_witnessed(focus.of(text)):
        return ()
    start = text.find(" ", max(0, focus.start - BEFORE)) + 1 if focus.start > BEFORE else 0
    end = text.rfind(" ", focus.end, focus.end + AFTER) if len(text) - focus.end > AFTER else -1
    window = Span(min(start, focus.start), len(text) if end < 0 else end)
    words = content_words(focus.of(text), article.language)
    voices = [
        replace(voice, bears=_shares(said, window.of(text), words, article.language))
        for said in _attributions_in(window, article, ground)
        if said.source and _asserts(said)
        if (voice := _voice_of(said.source, article, window.start))
        if voice.key.kind is VoiceKind.NAMED
    ]
    return _split_outlets(voices, article, ground)[0]


def _shares(said: Attribution, text: str, words: frozenset[str], language: str | None) -> bool:
    """Whether what somebody is quoted with has some of these words."""
    quoted = " ".join(span.of(text) for span in said.content)
    return len(content_words(quoted, language) & words) >= BEARING


def _voice_of(source: Source, article: Article, offset: int) -> VoiceAt | None:
    key = make_voice_key(source.text, source.entity)
    if key is None or source.span is None:
        return VoiceAt(key, None) if key else None
    place = source.span.shift(offset)
    # A pronoun shows nothing: the name that it stands for does.
    named = _find_name(key.shown, article, place.start) if key.shown != source.text else None
    return VoiceAt(key, named or Passage(article.id, place))


def _voice_over(
    attribution: Attribution, article: Article, focus: Span, offset: int
) -> VoiceAt | None:
    source = attribution.source
    held = sum(c.shift(offset).count_shared(focus) for c in attribution.content)
    if source is None or held < HELD * len(focus) or not _asserts(attribution):
        return None
    return _voice_of(source, article, offset)


def _asserts(said: Attribution | Voice) -> bool:
    return said.cue is None or is_assertion(said.cue.text)


def _list_voices(voice: Voice | None, article: Article) -> list[VoiceAt]:
    """The voices of a statement from the outermost to the innermost."""
    if voice is None:
        return []
    source = voice.source if _asserts(voice) else None
    key = make_voice_key(source.text, source.entity) if source else None
    at = Passage(article.id, source.span) if source and source.span else None
    return [*([VoiceAt(key, at)] if key else []), *_list_voices(voice.nested, article)]


def _split_outlets(
    voices: Sequence[VoiceAt], article: Article, ground: Ground
) -> tuple[tuple[VoiceAt, ...], tuple[Debt, ...]]:
    """Sources that are outlets ("Reuters reported") are debts; the others are voices.

    The article's own outlet is neither: it speaks for itself.
    """
    outlets = frozenset(ground.known.names.values())
    own = ground.houses.outlet_of(article.outlet) if article.outlet else None
    kept: list[VoiceAt] = []
    debts: list[Debt] = []
    for voice in voices:
        shown = voice.key.shown
        if article.outlet and is_short_name(shown, article.outlet):
            continue
        outlet = ground.known.names.get(shown) or ground.houses.outlet_of(shown)
        if outlet not in outlets:
            kept.append(voice)
        elif outlet != own:
            debts.append(Debt(outlet, voice.key.shown, "cites", CITED, at=voice.at))
    return tuple(kept), tuple(debts)
