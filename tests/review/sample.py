"""A small report that the stages themselves made, and decisions on it."""

from dataclasses import fields, replace
from functools import cache

from secondsource.article import Article
from secondsource.evidence.finding import Coverage, Evidence, Finding, Stance
from secondsource.lineage import find_families
from secondsource.review.decision import Decision, Draft, Verb
from secondsource.review.draft import draft_decision
from secondsource.review.report import MadeWith, Report
from secondsource.review.subject import stance_subject, write_key
from tests.evidence.newsroom import EXAMINED, WIRE, Setting, check, state, write

HERALD = write(
    "Coast Herald",
    "Drivers found the crossing shut when they came to work. The north bridge at Port Ansel, now "
    "shut, is not expected to carry cars again before the weekend, our reporter saw.",
)
GAZETTE, COURIER = (
    write(outlet, f"{WIRE}\n{end}")
    for outlet, end in (
        ("Aller Gazette", "Rain is forecast for the valley."),
        ("Bray Courier", "Schools in the district opened an hour late."),
    )
)
MAYOR = write("Dale Mail", "Mayor Anna Weld said that the north bridge was closed for good reason.")
MAYOR_AGAIN = write("Elm Star", "Weld said that the north bridge at Port Ansel was closed at noon.")
OPEN = write("Isle Record", "The north bridge at Port Ansel stayed open all Monday, tolls show.")
REPRINT = write("Kite Weekly", EXAMINED.text, "2031-05-09")
ELSEWHERE = (HERALD, GAZETTE, COURIER, MAYOR, MAYOR_AGAIN, OPEN, REPRINT)
STATEMENT = state(EXAMINED)
WHEN = "2031-07-01T12:00:00+00:00"


@cache
def make_report(
    examined: Article = EXAMINED, extra: tuple[Article, ...] = (), gone: tuple[Article, ...] = ()
) -> Report:
    """What is found for the one claim of an article among the articles elsewhere and others."""
    articles = tuple(each for each in (*ELSEWHERE, *extra) if each not in gone)
    families = find_families([examined, REPRINT])
    statement = replace(state(examined), id=f"s-{examined.id[:8]}")
    found = check(
        articles, examined=examined, statement=statement, setting=Setting(families=families)
    )
    return Report(
        article=examined,
        articles=tuple(sorted(articles, key=lambda a: a.id)),
        families=families,
        statements=(statement,),
        findings=(found,),
        coverage=Coverage(len(articles), (), ("en",), None, None),
        methods=(),
        made_with=MadeWith("0.1.0", (), len(articles), "", ()),
        made_at=WHEN,
    )


def the_finding(report: Report) -> Finding:
    """The only finding of the sample."""
    (finding,) = report.findings
    return finding


def evidence_of(report: Report, article: Article) -> Evidence:
    """What an article says on the claim."""
    basis = the_finding(report).basis
    assert basis is not None
    return next(p.evidence for p in basis.pieces if p.evidence and p.article == article.id)


def stance_key(report: Report, article: Article) -> str:
    """The key of the stance of what an article says on the claim."""
    return write_key(stance_subject(the_finding(report).statement, evidence_of(report, article)))


def take(report: Report, number: int, key: str, verb: Verb, value: str = "") -> Decision:
    """A decision that was taken on this report, as the archive gives it back."""
    draft = draft_decision(report, Draft(key, verb, value))
    given = {field.name: getattr(draft, field.name) for field in fields(Draft)}
    return Decision(**given, number=number, decided_by="Anna", decided_at=WHEN)


def count(report: Report, stance: Stance = Stance.SUPPORTS) -> int:
    """How many independent origins take a side."""
    return sum(o.stance is stance and not o.echo for o in the_finding(report).origins)
