"""A report in words: what every written form of it shows, in the order it is shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from secondsource.evidence.finding import Standing
from secondsource.messages import gettext as _
from secondsource.messages.retelling import retell
from secondsource.reading.statement import Kind
from secondsource.report.brief import Brief, say_brief
from secondsource.report.checked import say_searched
from secondsource.report.claims import ClaimView, count_standings, list_answered, view_claims
from secondsource.report.decisions import DecidedView, Decisions
from secondsource.report.judged import JudgedView, say_judged, view_judged
from secondsource.report.kinship import FamilyView, view_families
from secondsource.report.made import say_making
from secondsource.report.margin import Beside, place_notes
from secondsource.report.marks import mark_article
from secondsource.report.naming import NamingView, view_naming
from secondsource.report.origin_path import Step, trace_path
from secondsource.report.quoted import QuotationView, view_finding
from secondsource.report.shelf import Label, make_shelf, name_authors
from secondsource.report.taken_out import EdgeOut, find_edges_out
from secondsource.report.tallies import (
    say_copies,
    say_coverage,
    say_incomplete,
    say_named_claims,
    say_not_looked_up,
    say_second_source,
    say_standings,
)
from secondsource.report.visible import show_on_one_line
from secondsource.report.voices import VoiceShare, name_voice, share_voices
from secondsource.report.wording import NO_DATE, NO_FAMILY, say_due, say_language
from secondsource.review.decided import Judged, State
from secondsource.review.decision import Verb
from secondsource.review.report import Report
from secondsource.review.subject import StatementSubject, Subject


@dataclass(frozen=True, slots=True)
class ForecastView:
    """One forecast with the day it comes due; `number` is 0 where it was not looked up."""

    text: str
    voice: str
    due: str
    number: int


@dataclass(frozen=True, slots=True)
class CoverageView:
    """What was searched, in a sentence and in lists."""

    sentence: str
    outlets: tuple[str, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that a reader of the report sees.

    `decided` is what people decided, by what it is on; `shaped` says whether it is in the counts,
    and how many verdicts of people there are. `verdicts` are those that stand beside no claim,
    `edges_out` the ties of lineage that people took out.
    """

    label: Label
    byline: tuple[str, ...]
    answer: str
    brief: Brief
    origin_sentence: str
    steps: tuple[Step, ...]
    voices: tuple[VoiceShare, ...]
    standings: Mapping[Standing, int]
    standings_sentence: str
    not_looked_up: str
    claims: tuple[ClaimView, ...]
    forecasts: tuple[ForecastView, ...]
    paragraphs: tuple[Beside, ...]
    families: tuple[FamilyView, ...]
    coverage: CoverageView
    methods: tuple[tuple[str, str], ...]
    checked: str
    made_at: str = ""
    quotations: tuple[QuotationView, ...] = ()
    naming: tuple[NamingView, ...] = ()
    decided: Mapping[Subject, DecidedView] = field(default_factory=dict)
    shaped: str = ""
    verdicts: tuple[JudgedView, ...] = ()
    edges_out: tuple[EdgeOut, ...] = ()


def make_page(report: Report) -> Page:
    """The report put into words, ready to be laid out as HTML, Markdown or text."""
    article = report.article
    shelf = make_shelf(article, report.articles)
    decisions = Decisions.gather(report, shelf)
    claims = view_claims(report, shelf, decisions)
    standings = count_standings(claims)
    unplaced = tuple(map(view_judged, _list_unplaced(report)))
    judged = say_judged(len(report.verdicts) - len(unplaced), len(unplaced))
    steps = trace_path(article, report.families, shelf)
    voices, origin = share_voices(article, report.statements), _say_origin(report, len(steps))
    return Page(
        label=shelf.label(article.id),
        byline=name_authors(article),
        answer=say_second_source(list_answered(claims)),
        brief=say_brief(steps, origin, voices),
        origin_sentence=origin,
        steps=steps,
        voices=voices,
        standings=standings,
        standings_sentence=say_standings(standings),
        not_looked_up=_say_missing(report, len(report.statements) - len(claims)),
        claims=claims,
        forecasts=_view_forecasts(report, claims),
        paragraphs=place_notes(mark_article(article, report.statements, claims), claims),
        families=view_families(report.families, shelf),
        coverage=_view_coverage(report),
        checked=say_searched(report.fact_checks, sum(len(f.fact_checks) for f in report.findings)),
        methods=(*_say_methods(report), *say_making(report.made_with)),
        made_at=report.made_at or "",
        quotations=tuple(view_finding(each, shelf) for each in report.quotations),
        naming=tuple(view_naming(pair, shelf) for pair in report.naming),
        decided=decisions.views,
        shaped=" ".join(filter(None, (decisions.say_shaped(), judged))),
        edges_out=find_edges_out(report, decisions, shelf),
        verdicts=unplaced,
    )


def _list_unplaced(report: Report) -> Iterator[Judged]:
    """The verdicts on what is no claim of the report that was looked up."""
    found = {finding.statement for finding in report.findings}
    return (each for each in report.verdicts if each.statement not in found)


def _say_missing(report: Report, unclaimed: int) -> str:
    missed = set(report.not_looked_at)
    texts = [statement.text for statement in report.statements if statement.id in missed]
    named = _count_named(report)
    told = say_incomplete(report.not_done, texts) + say_not_looked_up(unclaimed)
    return f"{told} {say_named_claims(named)}" if named else told


def _count_named(report: Report) -> int:
    """How many statements are claims by a person's word alone and were not looked up."""
    found = {finding.statement for finding in report.findings}
    return sum(
        isinstance(each.subject, StatementSubject) and each.subject.statement not in found
        for each in report.decided
        if each.state is State.APPLIED and each.decision and each.decision.verb is Verb.CLAIM
    )


def _say_origin(report: Report, steps: int) -> str:
    relatives = {
        member
        for family in report.families
        if report.article.id in family.articles
        for member in family.articles
    } - {report.article.id}
    if relatives:
        return say_copies(len(relatives))
    return say_copies(0) if steps > 1 else _(NO_FAMILY)


def _view_forecasts(report: Report, claims: tuple[ClaimView, ...]) -> tuple[ForecastView, ...]:
    numbers = {claim.statement: claim.number for claim in claims}
    return tuple(
        ForecastView(
            text=show_on_one_line(statement.text),
            voice=name_voice(statement.voice, report.article),
            due=say_due(statement.due) if statement.due else _(NO_DATE),
            number=numbers.get(statement.id, 0),
        )
        for statement in report.statements
        if statement.kind is Kind.FORECAST
    )


def _say_methods(report: Report) -> tuple[tuple[str, str], ...]:
    return tuple((retell(what), retell(how)) for what, how in report.methods)


def _view_coverage(report: Report) -> CoverageView:
    return CoverageView(
        sentence=say_coverage(report.coverage),
        outlets=tuple(show_on_one_line(name, 80) for name in report.coverage.outlets),
        languages=tuple(say_language(code) for code in report.coverage.languages),
    )
