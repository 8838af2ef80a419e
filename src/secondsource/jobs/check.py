"""The main job: everything about one article, held against an archive.

Here the pure stages meet the archive; the stages themselves know nothing of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.collect import CollectOptions
from secondsource.errors import RegistryError
from secondsource.evidence import Examined, Finding, Options, Tools, find_evidence
from secondsource.evidence.choosing import choose_statements
from secondsource.evidence.origins.houses import Houses, load_houses
from secondsource.evidence.stance.judge import LANGUAGES, judge_stances
from secondsource.factcheck.entry import QuotationFinding
from secondsource.jobs.abroad import open_abroad, open_likeness
from secondsource.jobs.factchecks import add_fact_checks
from secondsource.jobs.kinds import name_claims
from secondsource.jobs.made import describe_making
from secondsource.jobs.methods import METHODS
from secondsource.jobs.naming import find_naming_of
from secondsource.jobs.quotation_collections import examine_quotations
from secondsource.jobs.rewriting import Rewriter
from secondsource.jobs.stance_model import NamedJudge
from secondsource.jobs.stopping import Steps
from secondsource.jobs.trace import load_translator, tie_found, trace_article, trace_some
from secondsource.lineage import Family
from secondsource.lineage.translation.translator import Translator
from secondsource.load import load_article
from secondsource.reading import find_attributions, read_article, say_cut
from secondsource.reading.statement import Statement
from secondsource.reading.wording.naming import Contested
from secondsource.review.report import Report

_HOUSES = "houses.toml"


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """How an article is examined.

    `collect` bounds what is read, `evidence` how far the search goes; `progress` is told the
    name of each stage as it begins. `keep_stopped`: whether Ctrl-C ends the examination with a
    report of what was found so far; a second one ends it at once.
    `rewriter` has a language model make statements self-standing, which sends text to the server
    that it names; None sends nothing. `judge` is a model of the user's that says what passages do
    to claims; None asks those that come with the package.
    """

    collect: CollectOptions = field(default_factory=CollectOptions)
    evidence: Options = field(default_factory=Options)
    progress: Callable[[str], None] = lambda _stage: None
    keep_stopped: bool = False
    rewriter: Rewriter | None = None
    judge: NamedJudge | None = None


def check(
    source: str | Path | Article, archive: Archive, options: CheckOptions | None = None
) -> Report:
    """Where an article comes from, who says what in it, and what bears on each of its claims.

    Args:
        source: an article, a file, an http(s) address, or an id of the archive.
        archive: the collection to search; it is not changed.
        options: limits; the defaults when None.

    Raises:
        CollectError: the source could not be read as an article.
        ArticleNotFoundError: the source is neither a file nor an address nor an id.
        KeyboardInterrupt: Ctrl-C, where nothing was found yet or is to be kept.
    """
    options = options or CheckOptions()
    options.progress("reading the article")
    given = (
        source if isinstance(source, Article) else load_article(source, archive, options.collect)
    )
    translator = load_translator(archive, given.language)
    steps = Steps(options.keep_stopped, options.progress)
    article, families = steps.run(
        "looking for shared text and credits",
        lambda: trace_article(given, archive, translator),
        (given, ()),
    )
    statements = steps.run("reading who says what", lambda: read_article(article), ())
    examined = Examined(article, name_claims(archive, article, statements), families)
    tools = _make_tools(archive, article, translator, steps, options)
    findings = _look_up(examined, archive, tools, options, steps)
    quotations = steps.run(
        "looking up quotations", lambda: examine_quotations(article, archive), ()
    )
    naming = steps.run(
        "comparing what outlets call things",
        lambda: find_naming_of(article, archive, families),
        (),
    )
    report = Report(
        article=article,
        articles=_named_articles(archive, article, families, findings, quotations, naming),
        families=families,
        statements=statements,
        findings=findings,
        coverage=archive.coverage(),
        methods=_say_methods(archive, article, translator) + _say_chosen(options),
        quotations=quotations,
        naming=naming,
        fact_checks=archive.factchecks.coverage(),
        not_done=tuple(steps.not_done),
    )
    return _sign(report, archive, tools, options)


def _sign(report: Report, archive: Archive, tools: Tools, options: CheckOptions) -> Report:
    """The report with what it was made with and when, and with the claims that were missed."""
    missed = _list_missed(report.statements, report.findings, tools, options.evidence)
    named = [(f"named: {options.judge.name}", options.judge.digest)] if options.judge else []
    return replace(
        report,
        not_looked_at=() if report.complete else missed,
        added=_read_added(report, archive),
        made_with=describe_making(archive, options.evidence, named),
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _read_added(report: Report, archive: Archive) -> tuple[tuple[str, str], ...]:
    """When each article of the report that the archive holds was added."""
    ids = [report.article.id, *(article.id for article in report.articles)]
    kept = archive.accessions.read(ids)
    return tuple((id_, kept[id_].added_at) for id_ in ids if id_ in kept)


def _look_up(
    examined: Examined, archive: Archive, tools: Tools, options: CheckOptions, steps: Steps
) -> tuple[Finding, ...]:
    found = steps.run(
        "searching for evidence", lambda: _find(examined, tools, options.evidence, steps), ()
    )
    language = examined.article.language
    return steps.run(
        "looking up known fact-checks",
        lambda: add_fact_checks(archive, examined.statements, found, language),
        found,
    )


def _find(examined: Examined, tools: Tools, options: Options, steps: Steps) -> tuple[Finding, ...]:
    with steps.patient():
        findings = find_evidence(examined, tools, options)
    if steps.is_stopped():
        steps.stop_early("searching for evidence")
    return findings


def _list_missed(
    statements: Sequence[Statement],
    findings: Sequence[Finding],
    tools: Tools,
    options: Options,
) -> tuple[str, ...]:
    """The ids of the claims that were to be looked up and were not, in the order of the text."""
    wanted = {s.id for s in choose_statements(statements, tools.latest, options)}
    missed = wanted - {finding.statement for finding in findings}
    return tuple(statement.id for statement in statements if statement.id in missed)


def _say_methods(
    archive: Archive, article: Article, translator: Translator | None
) -> tuple[tuple[str, str], ...]:
    """The methods, with how translations were looked for and what of the article was left out."""
    cut = say_cut(article)
    translations = ("translations", _say_translations(archive, translator))
    return (*METHODS, translations, *([("left out", cut)] if cut else []))


def _say_chosen(options: CheckOptions) -> tuple[tuple[str, str], ...]:
    """What the models did that the user named; nothing where none was."""
    rewriter, judge = options.rewriter, options.judge
    return (
        *([("sent to a language model", rewriter.say())] if rewriter else []),
        *([("stance", judge.say())] if judge else []),
    )


def _say_translations(archive: Archive, translator: Translator | None) -> str:
    """How translations were looked for, and among how many articles they were not."""
    if translator is None:
        return "only by credits: all is in one language, or the multilingual model is not installed"
    how = (
        "articles near in meaning (word vectors), their sentences paired in order, doubtful "
        "pairs read by a network"
    )
    missing = archive.enriched().missing
    if not missing:
        return how
    return f"{how}; not among {missing} articles without a vector (run secondsource enrich)"


def _make_tools(
    archive: Archive,
    article: Article,
    translator: Translator | None,
    steps: Steps,
    options: CheckOptions,
) -> Tools:
    tools = Tools(
        search=archive,
        judge=options.judge or judge_stances,
        find_attributions=find_attributions,
        find_families=lambda articles: trace_some(articles, archive),
        find_translations=lambda found: tie_found(found, archive, translator),
        find_page=archive.snapshots,
        houses=read_houses(archive),
        latest=_latest_day(archive),
        abroad=open_abroad(archive, article.language, LANGUAGES),
        is_stopped=steps.is_stopped,
        coverage=archive.coverage(),
        likeness=open_likeness(archive, article.language),
    )
    return replace(tools, restate=options.rewriter) if options.rewriter else tools


def _latest_day(archive: Archive) -> str | None:
    """The day up to which the archive reaches; a page dated in the future does not move it."""
    last = archive.coverage().last
    return min(last, date.today().isoformat() + "~") if last else None


def read_houses(archive: Archive) -> Houses:
    """The registry of publishers and agencies, with what the archive's own file adds to it.

    Raises:
        RegistryError: the archive's `houses.toml` cannot be read.
    """
    path = archive.path / _HOUSES
    if not path.exists():
        return load_houses()
    try:
        return load_houses(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise RegistryError(f"{path} cannot be read ({error}): save it as UTF-8") from error


def _named_articles(
    archive: Archive,
    article: Article,
    families: Sequence[Family],
    findings: Sequence[Finding],
    quotations: Sequence[QuotationFinding],
    naming: Sequence[Contested],
) -> tuple[Article, ...]:
    """Every article that the report names, the examined one left out."""
    named = {member for family in families for member in family.articles}
    for finding in findings:
        origins = (*finding.origins, *(o for part in finding.parts for o in part.origins))
        named.update(finding.said.reports if finding.said else ())
        for origin in origins:
            named.update(evidence.article for evidence in origin.evidence)
            named.update(end for tie in origin.ties for end in (tie.left, tie.right))
    named.update(p.article for q in quotations if q.group for p in q.group.prints)
    named.update(p.article for pair in naming for use in pair.uses for p in use.passages)
    named.discard(article.id)
    return tuple(archive.articles(sorted(named)))
