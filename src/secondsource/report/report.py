"""The whole of what is said about one article."""

from dataclasses import dataclass, field

from secondsource.article import Article
from secondsource.evidence.finding import Coverage, Finding
from secondsource.factcheck.entry import QuotationFinding
from secondsource.factcheck.reviews.review import FactCheckCoverage
from secondsource.lineage.family import Family
from secondsource.reading.statement import Statement
from secondsource.reading.wording.naming import Contested


@dataclass(frozen=True, slots=True)
class Report:
    """What was found for one article, ready to be written out in any form.

    `articles` holds every article that `families`, `findings`, `quotations` and `naming` name, the
    examined one not among them; `fact_checks` says how many of others were searched; `methods`
    says in words how each stage worked and with which version.
    """

    article: Article
    articles: tuple[Article, ...]
    families: tuple[Family, ...]
    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
    methods: tuple[tuple[str, str], ...]
    quotations: tuple[QuotationFinding, ...] = ()
    naming: tuple[Contested, ...] = ()
    fact_checks: FactCheckCoverage = field(default_factory=FactCheckCoverage)
