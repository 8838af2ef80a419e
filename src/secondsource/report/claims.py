"""What stands: each statement that was looked up, with its standing, counts and evidence."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.article import Article, Span
from secondsource.evidence.finding import Evidence, Finding, Stance, Standing
from secondsource.messages import gettext as _
from secondsource.messages.retelling import retell
from secondsource.reading.statement import Kind, Statement, Voice
from secondsource.report.checked import FactCheckView, view_match
from secondsource.report.decisions import DecidedView, Decisions
from secondsource.report.judged import JudgedView, view_judged
from secondsource.report.origins import OriginView, PieceView, count_signs, view_origins
from secondsource.report.shelf import Shelf
from secondsource.report.taken_out import NOTHING_OUT, TakenOut, find_taken_out
from secondsource.report.tallies import Answered, say_doubt, say_tally
from secondsource.report.visible import show_on_one_line
from secondsource.report.voices import name_voice
from secondsource.report.wording import (
    KIND_WORDS,
    QUOTATION_WORDS,
    STANDING_LABEL,
    STANDING_ORDER,
    say_due,
)
from secondsource.review.report import Report
from secondsource.review.subject import AttributionSubject, StatementSubject, Subject


@dataclass(frozen=True, slots=True)
class PartView:
    """One fact of a statement that holds several, with what was found for it alone.

    `origins` are those with a side that are not shown for the statement as a whole; `out` is what
    people took out of others.
    """

    text: str
    standing: Standing
    label: str
    sentence: str
    origins: tuple[OriginView, ...]
    out: TakenOut = NOTHING_OUT


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One statement that was looked up; `number` counts in the order of the text.

    `number` is 0 for opinions that nobody can check: the article shows none for them.
    `supporting` and `disputing` count independent origins, `echoes` echoes that take a side,
    `others` origins that take none, `pieces` all pieces of evidence; those of its facts are among
    them. `brief` is `tally` without what takes no side and the number of articles. `doubt` says
    which of the counted readings are unsure, `unsure` whether all are that decide its standing.
    `read_as` is the text that was looked up, where it is not the statement itself; `said` whether
    its source said it.
    `decisions` are those of people that bear on it, `verdicts` what people hold of it;
    `out` is what they took out and what belongs to no origin that is left.
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
    doubt: str
    unsure: bool
    would_change: str
    tally: str
    brief: str
    supporting: int
    disputing: int
    echoes: int
    others: int
    pieces: int
    origins: tuple[OriginView, ...]
    fact_checks: tuple[FactCheckView, ...]
    subject: StatementSubject
    attribution: AttributionSubject
    read_as: str = ""
    said: str = ""
    parts: tuple[PartView, ...] = ()
    decisions: tuple[DecidedView, ...] = ()
    verdicts: tuple[JudgedView, ...] = ()
    out: TakenOut = NOTHING_OUT

    @property
    def best(self) -> PieceView | None:
        """The passage to show where there is room for one: of a side, and a dispute first."""
        origins = (*self.origins, *(o for part in self.parts for o in part.origins))
        sided = sorted((o for o in origins if o.takes_side), key=lambda origin: origin.order)
        return sided[0].pieces[0] if sided else None

    @property
    def has_block(self) -> bool:
        """Whether there is more to show of it than a row of a table."""
        found = self.pieces or self.fact_checks
        return bool(self.number and (found or self.verdicts or self.is_cut))

    @property
    def is_cut(self) -> bool:
        """Whether people took something out of it."""
        return any(each.taken_out for each in self.decisions)

    @property
    def loose(self) -> tuple[DecidedView, ...]:
        """The decisions that bear on it, and whose part is shown nowhere below it."""
        shown = {self.subject, self.attribution, *self._list_shown()}
        return tuple(each for each in self.decisions if each.subject not in shown)

    def _list_shown(self) -> Iterator[Subject]:
        for out in (self.out, *(part.out for part in self.parts)):
            yield from out.subjects
        for origin in (*self.origins, *(o for part in self.parts for o in part.origins)):
            yield from origin.out.subjects
            yield from (tie.subject for tie in origin.ties)
            for piece in origin.pieces:
                yield piece.subject
                yield from (bearer.subject for bearer in piece.also)


def view_claims(report: Report, shelf: Shelf, decisions: Decisions) -> tuple[ClaimView, ...]:
    """Every statement that was looked up, what needs a decision first.

    Args:
        report: with what was found.
        shelf: the articles that the report names.
        decisions: of people, on the same report.
    """
    findings = {finding.statement: finding for finding in report.findings}
    in_order = sorted(
        (statement for statement in report.statements if statement.id in findings),
        key=lambda statement: (statement.span.start, statement.span.end),
    )
    views: list[ClaimView] = []
    number = 0
    for statement in in_order:
        finding = findings[statement.id]
        out = find_taken_out(statement.id, decisions, shelf)
        asks = _asks_to_be_read(statement, finding) or any(out.values())
        number += asks
        view = _view_claim(number if asks else 0, statement, finding, shelf, out)
        verdicts = tuple(view_judged(j) for j in report.verdicts if j.statement == statement.id)
        decided = decisions.concerning(statement.id)
        views.append(replace(view, decisions=decided, verdicts=verdicts))
    return tuple(sorted(views, key=_order_claim))


def list_answered(claims: Sequence[ClaimView]) -> list[Answered]:
    """What the answer of the first screen rests on."""
    return [Answered(claim.standing, claim.unsure) for claim in claims]


def count_standings(claims: Sequence[ClaimView]) -> Mapping[Standing, int]:
    """How many of the statements looked up have each standing, in the order to be shown."""
    counts = Counter(claim.standing for claim in claims)
    return {standing: counts[standing] for standing in STANDING_ORDER if counts[standing]}


def _asks_to_be_read(statement: Statement, finding: Finding) -> bool:
    checkable_kind = statement.kind in (Kind.CLAIM, Kind.FORECAST)
    looked_up = finding.standing is not Standing.NOT_CHECKABLE or finding.origins
    return checkable_kind or bool(looked_up or finding.fact_checks)


def _order_claim(claim: ClaimView) -> tuple[int, float, int]:
    return STANDING_ORDER.index(claim.standing), -claim.worth, claim.number


def _view_claim(
    number: int,
    statement: Statement,
    finding: Finding,
    shelf: Shelf,
    out: Mapping[str, TakenOut],
) -> ClaimView:
    parts = tuple(_view_parts(finding, shelf, out))
    own = out.get(statement.id, NOTHING_OUT)
    origins = view_origins(finding.origins, statement.id, shelf, own)
    whole = count_signs(origins)
    signs = whole + count_signs(o for part in parts for o in part.origins)
    sides = {sign: count for sign, count in whole.items() if sign != "discusses"}
    facts = [part.standing for part in parts]
    return ClaimView(
        number=number,
        statement=statement.id,
        text=show_on_one_line(statement.text),
        kind=_(KIND_WORDS[statement.kind]),
        voice=_say_voice(statement.voice, _examined(shelf)),
        due=say_due(statement.due) if statement.due else "",
        worth=statement.checkworthiness,
        why=tuple(retell(reason) for reason in statement.why),
        standing=finding.standing,
        label=_(STANDING_LABEL[finding.standing]),
        sentence=retell(finding.sentence),
        doubt=say_doubt(signs),
        unsure=_is_unsure(finding.standing, signs),
        would_change=retell(finding.would_change),
        tally=say_tally(whole, len(finding.sided), facts),
        brief=say_tally(sides, 0, facts) if sides else say_tally(whole, 0, facts),
        supporting=signs["supports"] + signs["may_supports"],
        disputing=signs["disputes"] + signs["may_disputes"],
        echoes=signs["echo"],
        others=signs["discusses"],
        pieces=_count_pieces(finding),
        origins=origins,
        fact_checks=tuple(view_match(match) for match in finding.fact_checks),
        subject=StatementSubject(statement.id),
        attribution=AttributionSubject(statement.id),
        read_as=_say_read_as(statement, finding),
        said=retell(finding.said.sentence) if finding.said else "",
        parts=parts,
        out=_keep_left(own, origins),
    )


def _is_unsure(standing: Standing, signs: Mapping[str, int]) -> bool:
    """Whether no sure reading is among those that a standing rests on."""
    against = standing in (Standing.CONTESTED, Standing.DISPUTED)
    return not signs["disputes" if against else "supports"]


def _keep_left(out: TakenOut, origins: Sequence[OriginView]) -> TakenOut:
    """What was taken out and stands in none of the origins."""
    for origin in origins:
        out = out.without(origin.out)
    return out


def _view_parts(finding: Finding, shelf: Shelf, out: Mapping[str, TakenOut]) -> Iterator[PartView]:
    shown = {_place(piece) for origin in finding.origins for piece in origin.evidence}
    for part in finding.parts:
        new = [o for o in part.origins if any(_place(e) not in shown for e in o.evidence)]
        sided = [o for o in new if o.stance.takes_side]
        own = out.get(part.part.id, NOTHING_OUT)
        origins = view_origins(sided, part.part.id, shelf, own)
        yield PartView(
            show_on_one_line(part.part.text),
            part.standing,
            _(STANDING_LABEL[part.standing]),
            retell(part.sentence),
            origins,
            _keep_left(own, origins),
        )


def _place(piece: Evidence) -> tuple[str, Span, Stance]:
    return piece.article, piece.span, piece.stance


def _count_pieces(finding: Finding) -> int:
    """How many passages are shown: those of the whole, and those of its facts that take a side."""
    of_parts = (o for part in finding.parts for o in part.origins)
    sided = [o for o in of_parts if o.stance.takes_side]
    return len(
        {_place(piece) for origin in (*finding.origins, *sided) for piece in origin.evidence}
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
    how = f", {_(QUOTATION_WORDS[voice.quotation])}" if voice.quotation else ""
    return name_voice(voice, article) + how


def _examined(shelf: Shelf) -> Article:
    return shelf.articles[shelf.examined]
