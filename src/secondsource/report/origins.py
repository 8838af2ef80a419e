"""The origins of the evidence on one claim: what each says, why it counts once, its pieces."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from secondsource.evidence.finding import Evidence, Origin, Path, Stance, Tie
from secondsource.evidence.sureness import is_unsure_origin, score_origin, score_passage
from secondsource.messages import gettext as _
from secondsource.messages.retelling import retell
from secondsource.report.groups import MemberView, view_members
from secondsource.report.numbers import ngettext
from secondsource.report.shelf import Label, Quote, Shelf
from secondsource.report.taken_out import NOTHING_OUT, TakenOut
from secondsource.report.tallies import say_counts_once, say_passages
from secondsource.report.visible import safe_href, show_on_one_line
from secondsource.report.wording import (
    NOT_JUDGED,
    WHEN_WORDS,
    say_date,
    say_stance,
    say_sureness,
)
from secondsource.review.subject import StanceSubject, TieSubject, stance_subject, tie_subject

_TIES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class BearerView:
    """Another article that has the same words."""

    label: Label
    subject: StanceSubject


@dataclass(frozen=True, slots=True)
class PieceView:
    """One quoted passage, and the other articles of its origin that have the same words.

    `before`, `decided` and `after` join up to its text; `decided` is the sentence that was held
    against the claim, the whole text where that is not known. `reasons` are what rules saw in it.
    """

    label: Label
    before: str
    decided: str
    after: str
    when: str
    stance: str
    sure: str
    also: tuple[BearerView, ...]
    subject: StanceSubject
    reasons: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole passage."""
        return f"{self.before}{self.decided}{self.after}"


@dataclass(frozen=True, slots=True)
class TieView:
    """One reason why two pieces count as one, with the words that show it."""

    sentence: str
    left: Label
    right: Label
    quotes: tuple[Quote, ...]
    subject: TieSubject

    @property
    def names_both(self) -> bool:
        """Whether the sentence itself says between whom the tie is."""
        return self.left.outlet in self.sentence and self.right.outlet in self.sentence


@dataclass(frozen=True, slots=True)
class PathView:
    """A circle or chain: for each step, who has it from whom, and the words that say so."""

    kind: str
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin: what it says, why it counts once, and its pieces; `count` is their number.

    `unsure`: no passage of it is read surely, so it only "may say the same", or the contrary.
    `out` is what people took out of it.
    """

    symbol: str
    stance: str
    unsure: bool
    echo: bool
    because: str
    pieces: tuple[PieceView, ...]
    count: int
    path: PathView | None
    ties: tuple[TieView, ...]
    ties_left_out: int
    members: tuple[MemberView, ...]
    out: TakenOut = NOTHING_OUT

    @property
    def counted(self) -> str:
        """How many passages it has, and in how many articles."""
        return say_passages(self.count, len(self.members))

    @property
    def takes_side(self) -> bool:
        """Whether it says the same or the contrary, as an echo or not."""
        return self.symbol != "discusses"

    @property
    def order(self) -> int:
        """Its place among the origins of a claim: what disputes it first."""
        return _SIGNS.index(self.symbol)


_SIGNS = ("disputes", "supports", "echo", "discusses")


def count_signs(origins: Iterable[OriginView]) -> Counter[str]:
    """How many origins there are of each sign, those of unsure readings as `may_` and the sign."""
    return Counter(
        f"may_{o.symbol}" if o.unsure and o.symbol in ("supports", "disputes") else o.symbol
        for o in origins
    )


def find_sign(origin: Origin) -> str:
    """What an origin does to a claim, in one word; one that takes no side is never an echo."""
    if not origin.stance.takes_side:
        return "discusses"
    return "echo" if origin.echo else origin.stance.value


def view_origins(
    origins: Sequence[Origin], statement: str, shelf: Shelf, out: TakenOut
) -> tuple[OriginView, ...]:
    """The origins as a reader is shown them, what disputes the claim first.

    Args:
        origins: what was found.
        statement: the id of the statement, or of its fact, that they were found for.
        shelf: the articles that the report names.
        out: what people took out; what stood in none of these origins is left.
    """
    in_order = sorted(origins, key=lambda origin: _SIGNS.index(find_sign(origin)))
    views = []
    for origin in in_order:
        own = out.of_origin(origin)
        out = out.without(own)
        views.append(replace(_view_origin(origin, statement, shelf), out=own))
    return tuple(views)


def _view_origin(origin: Origin, statement: str, shelf: Shelf) -> OriginView:
    return OriginView(
        symbol=find_sign(origin),
        stance=say_stance(origin.stance, score_origin(origin)),
        unsure=is_unsure_origin(origin),
        echo=origin.echo,
        because=say_counts_once(len(origin.evidence), retell(show_on_one_line(origin.because))),
        pieces=_view_pieces(origin.evidence, statement, shelf),
        count=len(origin.evidence),
        path=_view_path(origin.path),
        ties=tuple(_view_tie(tie, shelf) for tie in origin.ties[:_TIES_SHOWN]),
        ties_left_out=max(0, len(origin.ties) - _TIES_SHOWN),
        members=tuple(view_members(origin, _label_all(origin.evidence, shelf), shelf)),
    )


def _view_path(path: Path | None) -> PathView | None:
    if path is None:
        return None
    return PathView(
        _say_path(path),
        tuple(
            (retell(show_on_one_line(f"{s.name} {s.verb} {s.to_name}")), show_on_one_line(s.words))
            for s in path.steps
        ),
    )


def _say_path(path: Path) -> str:
    steps = len(path.steps)
    if path.circular:
        return ngettext("A circle of %(num)s step:", "A circle of %(num)s steps:", steps)
    return ngettext("A chain of %(num)s step:", "A chain of %(num)s steps:", steps)


def _view_pieces(
    evidence: Sequence[Evidence], statement: str, shelf: Shelf
) -> tuple[PieceView, ...]:
    """The passages with each wording quoted once; other bearers of the same words are named."""
    by_words: dict[tuple[str, Stance, bool], list[Evidence]] = {}
    for piece in evidence:
        key = show_on_one_line(piece.text), piece.stance, piece.by_person
        by_words.setdefault(key, []).append(piece)
    return tuple(_view_piece(first, rest, statement, shelf) for first, *rest in by_words.values())


def _view_piece(
    first: Evidence, rest: Sequence[Evidence], statement: str, shelf: Shelf
) -> PieceView:
    before, decided, after = _cut_passage(first)
    return PieceView(
        label=_label_evidence(first, shelf),
        before=before,
        decided=decided,
        after=after,
        when=_(WHEN_WORDS[first.when]) if first.when and first.when in WHEN_WORDS else "",
        stance=say_stance(first.stance, score_passage(first)),
        sure=_say_sure(first),
        also=tuple(
            BearerView(_label_evidence(piece, shelf), stance_subject(statement, piece))
            for piece in rest
        ),
        subject=stance_subject(statement, first),
        reasons=tuple(retell(show_on_one_line(reason.sentence)) for reason in first.reasons),
    )


def _say_sure(piece: Evidence) -> str:
    """How sure the program is of a stance, or whose it is instead."""
    if piece.by_person:
        return _("as a person says")
    return say_sureness(piece.score) if piece.judged else _(NOT_JUDGED)


def _cut_passage(piece: Evidence) -> tuple[str, str, str]:
    """A passage before, in and after the sentence that was held against the claim.

    A blank stands between them also where the article has none: Markdown's bold needs it.
    """
    at, whole = piece.decided_by, ("", show_on_one_line(piece.text), "")
    if at is None or not piece.span.contains(at):
        return whole
    start, end = at.start - piece.span.start, at.end - piece.span.start
    parts = (piece.text[:start], piece.text[start:end], piece.text[end:])
    before, decided, after = map(show_on_one_line, parts)
    if not decided.strip():
        return whole
    return before + " " * bool(before), decided, " " * bool(after) + after


def _label_all(evidence: Sequence[Evidence], shelf: Shelf) -> dict[str, Label]:
    """What the articles of the passages are called, in their order."""
    return {piece.article: _label_evidence(piece, shelf) for piece in evidence}


def _label_evidence(piece: Evidence, shelf: Shelf) -> Label:
    if shelf.get(piece.article):
        return shelf.label(piece.article)
    return Label(
        title=show_on_one_line(piece.title or "", 160) or _("untitled"),
        outlet=show_on_one_line(piece.outlet or "", 160) or _("outlet unknown"),
        date=say_date(piece.published),
        language="",
        href=safe_href(piece.url),
        examined=False,
    )


def _view_tie(tie: Tie, shelf: Shelf) -> TieView:
    quotes = (shelf.quote(passage) for passage in tie.signal.spans)
    return TieView(
        sentence=retell(tie.signal.sentence),
        left=shelf.label(tie.left),
        right=shelf.label(tie.right),
        quotes=tuple(quote for quote in quotes if quote),
        subject=tie_subject(tie),
    )
