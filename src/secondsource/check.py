"""The main job: everything about one article, held against an archive.

Here the pure stages meet the archive; the stages themselves know nothing of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.collect import CollectOptions
from secondsource.errors import RegistryError
from secondsource.evidence import Examined, Finding, Options, Tools, find_evidence
from secondsource.evidence.houses import Houses, load_houses
from secondsource.evidence.stance import judge_stances
from secondsource.lineage import Family, trace
from secondsource.lineage.names import outlet_key
from secondsource.load import load_article
from secondsource.reading import find_attributions, read_article
from secondsource.report.report import Report

SHARING = 400  # articles: the most that are held against the examined one word by word
_CREDITED = 400  # articles of a credited outlet, the latest before the examined one first
_CREDITED_DAYS = 180  # how long before a reprint the article that it credits may have appeared
JUDGED_LANGUAGES = frozenset({"en"})  # what the stance model of the package reads
_HOUSES = "houses.toml"

METHODS = (
    ("lineage", "winnowed 6-word anchors, runs of equal words chained; credits read in the text"),
    ("reading", "voices by quotation marks and parse; kinds by a small sentence model and rules"),
    ("evidence", "passages by BM25; stance by a small English model; origins by four rules"),
    ("not searched", "anything outside the archive; passages in other languages than the claim's"),
)


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """How an article is examined.

    `collect` bounds what is read, `evidence` how far the search goes; `progress` is told the
    name of each stage as it begins.
    """

    collect: CollectOptions = field(default_factory=CollectOptions)
    evidence: Options = field(default_factory=Options)
    progress: Callable[[str], None] = lambda _stage: None


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
    """
    options = options or CheckOptions()
    options.progress("reading the article")
    given = source
    if not isinstance(given, Article):
        given = load_article(given, archive, options.collect)
    options.progress("looking for shared text and credits")
    article, families = trace_article(given, archive)
    options.progress("reading who says what")
    statements = read_article(article)
    options.progress("searching for evidence")
    examined = Examined(article, statements, families)
    findings = find_evidence(examined, _make_tools(archive), options.evidence)
    return Report(
        article=article,
        articles=_named_articles(archive, article, families, findings),
        families=families,
        statements=statements,
        findings=findings,
        coverage=archive.coverage(),
        methods=METHODS,
    )


def trace_article(article: Article, archive: Archive) -> tuple[Article, tuple[Family, ...]]:
    """An article's families within an archive, and the article with its learned boilerplate.

    Articles that share words with it are compared in full, and so are those that share words
    with these, and what the credits of all of them name.
    """
    near = archive.find_sharing([article.text], SHARING)
    close = list(archive.articles(i for i in near if i != article.id))
    seen = {article.id, *near}
    far = archive.find_sharing([a.text for a in close], SHARING) if close else ()
    related = [*close, *archive.articles(i for i in far if i not in seen)]
    seen.update(far)
    credited = [a for a in _find_credited([article, *close], archive) if a.id not in seen]
    lineage = trace([article, *related, *credited], archive.boilerplate())
    marked = (*article.boilerplate, *lineage.boilerplate.get(article.id, ()))
    own = tuple(family for family in lineage.families if article.id in family.articles)
    return replace(article, boilerplate=marked), own


def _find_credited(articles: Sequence[Article], archive: Archive) -> list[Article]:
    """Articles that the credits may mean: of a named outlet, not long before."""
    known = {outlet_key(outlet): outlet for outlet in archive.coverage().outlets}
    found: dict[str, Article] = {}
    for article in articles:
        names = {name for credit in article.credits for name in (credit.name, credit.url) if name}
        outlets = {known[key] for key in map(outlet_key, names) if key in known}
        since, until = _days_before(article.published)
        for near in archive.find_articles(sorted(outlets), since, until, _CREDITED):
            found[near.id] = near
    return list(found.values())


def _days_before(published: str | None) -> tuple[str | None, str | None]:
    """The first and last day on which an article credited on this date may have appeared."""
    try:
        last = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None, None
    return (last - timedelta(days=_CREDITED_DAYS)).isoformat(), last.isoformat()


def _make_tools(archive: Archive) -> Tools:
    boilerplate = archive.boilerplate()
    return Tools(
        search=archive,
        judge=judge_stances,
        find_attributions=find_attributions,
        find_families=lambda articles: trace(articles, boilerplate).families,
        find_page=archive.snapshots,
        judged_languages=JUDGED_LANGUAGES,
        houses=read_houses(archive),
        latest=_latest_day(archive),
    )


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
    archive: Archive, article: Article, families: Sequence[Family], findings: Sequence[Finding]
) -> tuple[Article, ...]:
    """Every article that the report names, the examined one left out."""
    named = {member for family in families for member in family.articles}
    for finding in findings:
        for origin in finding.origins:
            named.update(evidence.article for evidence in origin.evidence)
            named.update(end for tie in origin.ties for end in (tie.left, tie.right))
    named.discard(article.id)
    return tuple(archive.articles(sorted(named)))
