"""The whole of what is said about one article."""

from dataclasses import dataclass, field

from secondsource.article import Article
from secondsource.evidence.fact_check import FactCheckCoverage
from secondsource.evidence.finding import Coverage, Finding
from secondsource.factcheck.entry import QuotationFinding
from secondsource.lineage.family import Family
from secondsource.reading.statement import Statement
from secondsource.reading.wording.naming import Contested
from secondsource.review.decided import Decided, Judged


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What a report depends on besides its article; hashes are the first of a SHA-256 in hex.

    `archive` is the hash of its article ids, `settings` are names with values.
    """

    version: str
    models: tuple[tuple[str, str], ...]
    articles: int
    archive: str
    settings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What was found for one article, ready to be written out in any form.

    `articles` holds every article that `families`, `findings`, `quotations` and `naming` name, the
    examined one not among them; `fact_checks` says how many of others were searched; `methods`
    says in words how each stage worked and with which version. `not_done` names the steps that
    were stopped or left out, and `not_looked_at` the ids of claims that were to be looked up and
    were not; both are empty in a complete report. `added` holds the ids of archived articles, each
    with the time at which it was added (ISO 8601, UTC). `made_at` (the same) is the only thing that
    differs between two reports of one article that were `made_with` the same. `decided` are the
    parts on which people decided, by which findings, families and voices are no longer the
    machine's alone, and `machine` is the report as it was before; without decisions there is
    neither. `verdicts` are those of people that stand on claims of the article, or of an
    earlier text of it.
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
    not_done: tuple[str, ...] = ()
    not_looked_at: tuple[str, ...] = ()
    added: tuple[tuple[str, str], ...] = ()
    made_with: MadeWith | None = None
    made_at: str | None = None
    decided: tuple[Decided, ...] = ()
    machine: "Report | None" = None
    verdicts: tuple[Judged, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing was stopped before its end."""
        return not self.not_done
