"""What stands: each statement that was looked up, with its standing, counts and evidence."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.article import Article
from secondsource.evidence.finding import Evidence, Finding, Origin, Path, Stance, Standing, Tie
from secondsource.reading.statement import Kind, Statement, Voice
from secondsource.report.checked import FactCheckView, view_match
from secondsource.report.report import Report
from secondsource.report.shelf import Label, Quote, Shelf
from secondsource.report.tallies import say_counts_once, say_tally
from secondsource.report.visible import safe_href, show_on_one_line
from secondsource.report.voices import name_voice
from secondsource.report.wording import (
    NOT_JUDGED,
    QUOTATION_WORDS,
    STANDING_LABEL,
    STANDING_ORDER,
    WHEN_WORDS,
    say_date,
    say_due,
    say_stance,
    say_sureness,
)

_TIES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class PieceView:
    """One quoted passage, and the other articles of its origin that have the same words."""

    label: Label
    text: str
    when: str
    stance: str
    sure: str
    also: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class TieView:
    """One reason why two pieces count as one, with the words that show it."""

    sentence: str
    left: Label
    right: Label
    quotes: tuple[Quote, ...]

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
    """One origin: what it says, why it counts once, and its pieces."""

    symbol: str
    stance: str
    echo: bool
    because: str
    pieces: tuple[PieceView, ...]
    count: int
    path: PathView | None
    ties: tuple[TieView, ...]
    ties_left_out: int


@dataclass(frozen=True, slots=True)
class PartView:
    """One fact of a statement that holds several, with what was found for it alone."""

    text: str
    standing: Standing
    label: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One statement that was looked up; `number` counts in the order of the text.

    `number` is 0 for opinions that nobody can check: the article shows none for them.
    `supporting` and `disputing` count independent origins, `echoes` echoes that take a side,
    `others` origins that take none, `pieces` all pieces of evidence. `read_as` is the text that
    was looked up, where it is not the statement itself; `said` whether its source said it.
    """

    number: int
    statement: str
    text: str
    kind: str
    voice: str
    due: str
    worth: float
    why: tuple[str, ...]
    standing: Standing
    label: str
    sentence: str
    would_change: str
    tally: str
    supporting: int
    disputing: int
    echoes: int
    others: int
    pieces: int
    origins: tuple[OriginView, ...]
    fact_checks: tuple[FactCheckView, ...]
    read_as: str = ""
    said: str = ""
    parts: tuple[PartView, ...] = ()


def view_claims(report: Report, shelf: Shelf) -> tuple[ClaimView, ...]:
    """Every statement that was looked up, what needs a decision first."""
    findings = {finding.statement: finding for finding in report.findings}
    in_order = sorted(
        (statement for statement in report.statements if statement.id in findings),
        key=lambda statement: (statement.span.start, statement.span.end),
    )
    views: list[ClaimView] = []
    number = 0
    for statement in in_order:
        finding = findings[statement.id]
        asks = _asks_to_be_read(statement, finding)
        number += asks
        views.append(_view_claim(number if asks else 0, statement, finding, shelf))
    return tuple(sorted(views, key=_order_claim))


def count_standings(claims: Sequence[ClaimView]) -> Mapping[Standing, int]:
    """How many of the statements looked up have each standing, in the order to be shown."""
    counts = Counter(claim.standing for claim in claims)
    return {standing: counts[standing] for standing in STANDING_ORDER if counts[standing]}


def _asks_to_be_read(statement: Statement, finding: Finding) -> bool:
    checkable_kind = statement.kind in (Kind.CLAIM, Kind.FORECAST)
    return checkable_kind or finding.standing is not Standing.NOT_CHECKABLE


def _order_claim(claim: ClaimView) -> tuple[int, float, int]:
    return STANDING_ORDER.index(claim.standing), -claim.worth, claim.number


def _view_claim(number: int, statement: Statement, finding: Finding, shelf: Shelf) -> ClaimView:
    signs = Counter(_sign(origin) for origin in finding.origins)
    pieces = sum(len(origin.evidence) for origin in finding.origins)
    return ClaimView(
        number=number,
        statement=statement.id,
        text=show_on_one_line(statement.text),
        kind=statement.kind.value,
        voice=_say_voice(statement.voice, _examined(shelf)),
        due=say_due(statement.due) if statement.due else "",
        worth=statement.checkworthiness,
        why=statement.why,
        standing=finding.standing,
        label=STANDING_LABEL[finding.standing],
        sentence=finding.sentence,
        would_change=finding.would_change,
        tally=say_tally(signs, pieces),
        supporting=signs["supports"],
        disputing=signs["disputes"],
        echoes=signs["echo"],
        others=signs["discusses"],
        pieces=pieces,
        origins=tuple(_view_origin(o, shelf) for o in sorted(finding.origins, key=_order_origin)),
        fact_checks=tuple(view_match(match) for match in finding.fact_checks),
        read_as=_say_read_as(statement, finding),
        said=finding.said.sentence if finding.said else "",
        parts=tuple(
            PartView(
                show_on_one_line(part.part.text),
                part.standing,
                STANDING_LABEL[part.standing],
                part.sentence,
            )
            for part in finding.parts
        ),
    )


def _say_read_as(statement: Statement, finding: Finding) -> str:
    """The text that was looked up; empty where it has the words of the statement."""
    question = finding.question
    if question is None:
        return ""
    asked = show_on_one_line(question.whole.text)
    same = _only_letters(asked) == _only_letters(statement.text)
    return "" if same else asked


def _only_letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _say_voice(voice: Voice, article: Article) -> str:
    how = f", {QUOTATION_WORDS[voice.quotation]}" if voice.quotation else ""
    return name_voice(voice, article) + how


def _examined(shelf: Shelf) -> Article:
    return shelf.articles[shelf.examined]


_SIGNS = ("disputes", "supports", "echo", "discusses")


def _sign(origin: Origin) -> str:
    """What an origin does to a claim, in one word; one that takes no side is never an echo."""
    if origin.stance not in (Stance.SUPPORTS, Stance.DISPUTES):
        return "discusses"
    return "echo" if origin.echo else origin.stance.value


def _order_origin(origin: Origin) -> int:
    return _SIGNS.index(_sign(origin))


def _view_origin(origin: Origin, shelf: Shelf) -> OriginView:
    return OriginView(
        symbol=_sign(origin),
        stance=say_stance(origin.stance, max((e.score for e in origin.evidence), default=0)),
        echo=origin.echo,
        because=say_counts_once(len(origin.evidence), show_on_one_line(origin.because)),
        pieces=_view_pieces(origin.evidence, shelf),
        count=len(origin.evidence),
        path=_view_path(origin.path),
        ties=tuple(_view_tie(tie, shelf) for tie in origin.ties[:_TIES_SHOWN]),
        ties_left_out=max(0, len(origin.ties) - _TIES_SHOWN),
    )


def _view_path(path: Path | None) -> PathView | None:
    if path is None:
        return None
    return PathView(
        "A circle" if path.circular else "A chain",
        tuple(
            (show_on_one_line(f"{s.name} {s.verb} {s.to_name}"), show_on_one_line(s.words))
            for s in path.steps
        ),
    )


def _view_pieces(evidence: Sequence[Evidence], shelf: Shelf) -> tuple[PieceView, ...]:
    """The passages with each wording quoted once; other bearers of the same words are named."""
    by_words: dict[tuple[str, Stance], list[Evidence]] = {}
    for piece in evidence:
        by_words.setdefault((show_on_one_line(piece.text), piece.stance), []).append(piece)
    return tuple(
        PieceView(
            label=_label_evidence(first, shelf),
            text=text,
            when=WHEN_WORDS.get(first.when or "", ""),
            stance=say_stance(stance, first.score),
            sure=say_sureness(first.score) if first.judged else NOT_JUDGED,
            also=tuple(_label_evidence(piece, shelf) for piece in rest),
        )
        for (text, stance), (first, *rest) in by_words.items()
    )


def _label_evidence(piece: Evidence, shelf: Shelf) -> Label:
    if shelf.get(piece.article):
        return shelf.label(piece.article)
    return Label(
        title=show_on_one_line(piece.title or "", 160) or "untitled",
        outlet=show_on_one_line(piece.outlet or "", 160) or "outlet unknown",
        date=say_date(piece.published),
        language="",
        href=safe_href(piece.url),
        examined=False,
    )


def _view_tie(tie: Tie, shelf: Shelf) -> TieView:
    quotes = (shelf.quote(passage) for passage in tie.signal.spans)
    return TieView(
        sentence=tie.signal.sentence,
        left=shelf.label(tie.left),
        right=shelf.label(tie.right),
        quotes=tuple(quote for quote in quotes if quote),
    )
