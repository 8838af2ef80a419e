"""What of a report can be decided, found by its key or by the words under it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from secondsource.evidence.finding import Basis, Evidence, Finding, Origin, PartFinding
from secondsource.lineage.family import Edge
from secondsource.reading.statement import Statement, Voice
from secondsource.review.report import Report
from secondsource.review.subject import (
    AttributionSubject,
    EdgeSubject,
    StanceSubject,
    StatementSubject,
    Subject,
    TieSubject,
    edge_subject,
)

NAMELESS = "a source without a name"


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a report under a subject: its words, and what the machine says of it.

    `article` and `other` are the ids of the articles that it is about, as in `Draft`.
    """

    words: tuple[str, ...]
    machine: str
    article: str
    other: str | None = None


@dataclass(slots=True)
class ReportIndex:
    """The statements, edges, ties and passages of a report as the machine made it."""

    report: Report
    statements: dict[str, Statement] = field(init=False)
    claims: dict[str, str] = field(init=False)
    """The words of each statement and of each part of one, by its id."""
    _by_words: dict[str, list[str]] = field(init=False)
    _edges: dict[EdgeSubject, Edge] = field(init=False)
    _ties: dict[TieSubject, str] = field(init=False)
    _passages: dict[StanceSubject, Evidence] = field(init=False)
    _by_claim: dict[str, list[StanceSubject]] = field(init=False)
    _articles: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        report = self.report
        self.statements = {s.id: s for s in report.statements}
        self.claims = {s.id: s.text for s in report.statements}
        self.claims |= {p.part.id: p.part.text for f in report.findings for p in f.parts}
        self._by_words = defaultdict(list)
        for id_, text in self.claims.items():
            self._by_words[fold_space(text)].append(id_)
        self._edges = {edge_subject(e): e for f in report.families for e in f.edges}
        self._ties, self._passages, self._by_claim = {}, {}, defaultdict(list)
        self._articles = frozenset((report.article.id, *(a.id for a in report.articles)))
        for claim, finding in _list_findings(report.findings):
            self._add_ties(finding.basis, finding.origins)
            for evidence in _list_evidence(finding.basis, finding.origins):
                subject = StanceSubject(claim, evidence.article, evidence.span)
                self._passages[subject] = evidence
                self._by_claim[claim].append(subject)

    def find(self, subject: Subject) -> Found | None:
        """What stands under a subject; None when the report has no such thing."""
        own = self.report.article.id
        match subject:
            case EdgeSubject(child, parent):
                edge = self._edges.get(subject)
                return Found((), _say_edge(edge), child, parent) if edge else None
            case TieSubject(left, right):
                said = self._ties.get(subject)
                return Found((), said, left, right) if said is not None else None
            case AttributionSubject(id_):
                statement = self.statements.get(id_)
                said = say_voice(statement.voice) if statement else ""
                return Found((statement.text,), said, own) if statement else None
            case StatementSubject(id_):
                statement = self.statements.get(id_)
                return Found((statement.text,), statement.kind.value, own) if statement else None
            case StanceSubject(claim, article):
                evidence = self._passages.get(subject)
                if evidence is None:
                    return None
                words = (self.claims[claim], evidence.text)
                score = f" ({evidence.score:.2f})" if evidence.judged else ""
                return Found(words, f"{evidence.stance.value}{score}", own, article)
        return Found((), "", subject.article) if subject.article in self._articles else None

    def list_all(self) -> Iterator[tuple[Subject, Found]]:
        """All of the report that can be decided: statements, passages, ties, then edges."""
        subjects: tuple[Subject, ...] = (
            *map(AttributionSubject, self.statements),
            *map(StatementSubject, self.statements),
            *self._passages,
            *self._ties,
            *self._edges,
        )
        for subject in subjects:
            found = self.find(subject)
            if found is not None:
                yield subject, found

    def find_claims(self, words: str) -> list[str]:
        """The ids of the statements and parts that have just these words."""
        return self._by_words.get(fold_space(words), [])

    def is_statement(self, words: str) -> bool:
        """Whether a statement of the article, and not only a part of one, has just these words."""
        return any(id_ in self.statements for id_ in self.find_claims(words))

    def find_passages(self, claim: str, words: str) -> list[StanceSubject]:
        """The passages found for a statement, or a part of one, that have just these words."""
        wanted = fold_space(words)
        found = self._by_claim.get(claim, ())
        return [s for s in found if fold_space(self._passages[s].text) == wanted]

    def _add_ties(self, basis: Basis | None, origins: Iterable[Origin]) -> None:
        for origin in origins:
            for tie in origin.ties:
                subject = TieSubject(tie.left, tie.right, tie.signal.name)
                self._ties.setdefault(subject, tie.signal.sentence)
        if basis is not None:
            self._add_links(basis)

    def _add_links(self, basis: Basis) -> None:
        for link in basis.links:
            left, right = (basis.pieces[n].article for n in (link.left, link.right))
            self._ties.setdefault(TieSubject(left, right, link.signal.name), link.signal.sentence)


def _list_findings(findings: Iterable[Finding]) -> Iterator[tuple[str, Finding | PartFinding]]:
    """Every finding and every finding of a part, with the id of its statement or part."""
    for finding in findings:
        yield finding.statement, finding
        yield from ((part.part.id, part) for part in finding.parts)


def _list_evidence(basis: Basis | None, origins: Iterable[Origin]) -> Iterator[Evidence]:
    """All evidence of a finding."""
    if basis is None:
        return (e for origin in origins for e in origin.evidence)
    return (piece.evidence for piece in basis.pieces if piece.evidence is not None)


def fold_space(text: str) -> str:
    """The words of a text with single spaces between them."""
    return " ".join(text.split())


def _say_edge(edge: Edge) -> str:
    return " ".join((f"{edge.relation.value}.", *(s.sentence for s in edge.signals[:2])))


def say_voice(voice: Voice) -> str:
    """Who says a statement as the machine has it, as decisions keep it."""
    if voice.type != "attributed":
        return "the author"
    source = voice.source
    return (source.entity or source.text) if source else NAMELESS
