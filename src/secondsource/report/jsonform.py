"""The report as JSON, with the names that other programs rely on.

Every function returns objects ready for `json.dumps`; nothing is left out that the report
holds. Offsets count Unicode code points of the article's `text`, half-open.
"""

from collections.abc import Iterable

from secondsource.article import Article, Boilerplate, Credit, Link
from secondsource.evidence.finding import (
    Coverage,
    Evidence,
    Finding,
    Origin,
    PartFinding,
    Path,
    Saying,
    StanceReason,
    Tie,
)
from secondsource.lineage.family import Edge, Edit, Family, Stretch
from secondsource.reading.kinds.ranking import rank_statements
from secondsource.reading.statement import Due, Loaded, Source, Statement, Voice, Words
from secondsource.report.asked_json import asked_json, question_json
from secondsource.report.checked import checked_json, match_json
from secondsource.report.decided_json import decided_json, judged_json
from secondsource.report.jsonvalues import (
    JsonObject,
    JsonValue,
    signal_json,
    span_json,
)
from secondsource.report.naming import naming_json
from secondsource.report.quoted_json import finding_quotation_json
from secondsource.report.report import MadeWith, Report


def to_json(report: Report) -> JsonObject:
    """Everything that is said about one article, as one JSON object.

    Args:
        report: what the stages found.

    Returns:
        An object with the keys article, credits, statements, articles, families, findings,
        quotations, naming, coverage, fact_checks (how many were searched), methods, complete,
        not_done, not_looked_at, added (when, by id), made_with, made_at, decided (what people
        decided, by which the others are no longer the machine's alone) and verdicts (of people).
    """
    return {
        **reading_json(report.article, report.statements),
        **lineage_json(report.families, report.articles),
        "findings": [finding_json(finding) for finding in report.findings],
        "quotations": [finding_quotation_json(each) for each in report.quotations],
        "naming": [naming_json(pair) for pair in report.naming],
        "coverage": coverage_json(report.coverage),
        "fact_checks": checked_json(report.fact_checks),
        "methods": [{"stage": stage, "how": how} for stage, how in report.methods],
        "complete": report.complete,
        "not_done": list(report.not_done),
        "not_looked_at": list(report.not_looked_at),
        "added": dict(report.added),
        "made_with": _made_with_json(report.made_with),
        "made_at": report.made_at,
        "decided": [decided_json(each) for each in report.decided],
        "verdicts": [judged_json(each) for each in report.verdicts],
    }


def reading_json(article: Article, statements: Iterable[Statement]) -> JsonObject:
    """What one article says and who says it: its text, its credits and its statements."""
    kept = tuple(statements)
    ranks = {s.id: rank for rank, s in enumerate(rank_statements(kept), start=1)}
    return {
        "article": article_json(article),
        "credits": [credit_json(credit) for credit in article.credits],
        "statements": [statement_json(statement, ranks.get(statement.id)) for statement in kept],
    }


def lineage_json(families: Iterable[Family], articles: Iterable[Article]) -> JsonObject:
    """Who took which text from whom, with a short entry for every article named."""
    return {
        "articles": [article_entry_json(article) for article in articles],
        "families": [family_json(family) for family in families],
    }


def article_json(article: Article) -> JsonObject:
    """One article in full; the same object is one line of a JSONL collection."""
    return {
        **article_entry_json(article),
        "canonical": article.canonical,
        "byline": list(article.byline),
        "text": article.text,
        "credits": [credit_json(credit) for credit in article.credits],
        "links": [_link_json(link) for link in article.links],
        "boilerplate": [_boilerplate_json(stretch) for stretch in article.boilerplate],
        "raw": article.raw,
    }


def article_entry_json(article: Article) -> JsonObject:
    """The short entry of one article: what it is called and where and when it stood."""
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "language": article.language,
    }


def credit_json(credit: Credit) -> JsonObject:
    """What the text itself says of its origin; `span` is null where the page's metadata says it."""
    return {
        "role": credit.role.value,
        "name": credit.name,
        "url": credit.url,
        "date": credit.date,
        "span": span_json(credit.span),
    }


def statement_json(statement: Statement, rank: int | None = None) -> JsonObject:
    """One statement with its voice, its kind and why it does or does not ask to be checked.

    `rank` is its place among the claims of the article that can be checked, 1 for the one that
    asks most for it; null for what is no such claim. `reasons` are those of `why` that rest on
    words, with the words.
    """
    return {
        "id": statement.id,
        "span": span_json(statement.span),
        "text": statement.text,
        "kind": statement.kind.value,
        "checkworthiness": statement.checkworthiness,
        "checkable": statement.checkable,
        "why": list(statement.why),
        "rank": rank,
        "reasons": [signal_json(signal) for signal in statement.signals],
        "due": _due_json(statement.due),
        "voice": voice_json(statement.voice),
        "loaded": [_loaded_json(loaded) for loaded in statement.loaded],
    }


def voice_json(voice: Voice | None) -> JsonValue:
    """Who asserts a statement, with the voice within the voice where there is one."""
    if voice is None:
        return None
    return {
        "type": voice.type,
        "source": _source_json(voice.source),
        "cue": _words_json(voice.cue),
        "quotation": voice.quotation.value if voice.quotation else None,
        "nested": voice_json(voice.nested),
    }


def family_json(family: Family) -> JsonObject:
    """All articles that share one text, and who took what from whom.

    `core` are those that carry the text for the most part; the others have an excerpt of it.
    Where `first_known` is false, `root` is only the article that the edges lead to.
    """
    return {
        "id": family.id,
        "root": family.root,
        "first_known": family.first_known,
        "root_confidence": family.root_confidence,
        "root_signals": [signal_json(signal) for signal in family.root_signals],
        "articles": list(family.articles),
        "core": list(family.core),
        "edges": [edge_json(edge) for edge in family.edges],
    }


def edge_json(edge: Edge) -> JsonObject:
    """One tie of lineage; where `directed` is false the order of child and parent says nothing."""
    return {
        "child": edge.child,
        "parent": edge.parent,
        "relation": edge.relation.value,
        "coverage": edge.coverage,
        "parent_coverage": edge.parent_coverage,
        "confidence": edge.confidence,
        "directed": edge.directed,
        "signals": [signal_json(signal) for signal in edge.signals],
        "stretches": [_stretch_json(stretch) for stretch in edge.stretches],
        "edits": [edit_json(edit) for edit in edge.edits],
        "edits_left_out": edge.edits_left_out,
    }


def finding_json(finding: Finding) -> JsonObject:
    """What the search found for one statement."""
    return {
        "statement": finding.statement,
        "standing": finding.standing.value,
        "sentence": finding.sentence,
        "would_change": finding.would_change,
        "origins": [_origin_json(origin) for origin in finding.origins],
        "fact_checks": [match_json(match) for match in finding.fact_checks],
        "question": question_json(finding.question),
        "parts": [_part_json(part) for part in finding.parts],
        "said": _saying_json(finding.said),
    }


def _part_json(part: PartFinding) -> JsonObject:
    return {
        **asked_json(part.part),
        "standing": part.standing.value,
        "sentence": part.sentence,
        "origins": [_origin_json(origin) for origin in part.origins],
    }


def _saying_json(said: Saying | None) -> JsonValue:
    if said is None:
        return None
    return {
        "source": said.source,
        "reports": list(said.reports),
        "independent": said.independent,
        "sentence": said.sentence,
    }


def coverage_json(coverage: Coverage) -> JsonObject:
    """What was searched, and so what was not."""
    return {
        "articles": coverage.articles,
        "outlets": list(coverage.outlets),
        "languages": list(coverage.languages),
        "first": coverage.first,
        "last": coverage.last,
    }


def _made_with_json(made: MadeWith | None) -> JsonValue:
    if made is None:
        return None
    return {
        "version": made.version,
        "models": dict(made.models),
        "archive": {"articles": made.articles, "digest": made.archive},
        "settings": dict(made.settings),
    }


def _link_json(link: Link) -> JsonObject:
    return {"url": link.url, "text": link.text}


def _boilerplate_json(stretch: Boilerplate) -> JsonObject:
    return {"span": span_json(stretch.span), "reason": stretch.reason}


def _words_json(words: Words | None) -> JsonValue:
    return None if words is None else {"text": words.text, "span": span_json(words.span)}


def _source_json(source: Source | None) -> JsonValue:
    if source is None:
        return None
    return {"text": source.text, "span": span_json(source.span), "entity": source.entity}


def _due_json(due: Due | None) -> JsonValue:
    if due is None:
        return None
    return {
        "start": due.start,
        "end": due.end,
        "condition": due.condition,
        "holder": due.holder,
        "certainty": due.certainty,
        "likelihood": due.likelihood,
    }


def _loaded_json(loaded: Loaded) -> JsonObject:
    return {
        "span": span_json(loaded.span),
        "technique": loaded.technique,
        "score": loaded.score,
        "voice": voice_json(loaded.voice),
        "times": loaded.times,
    }


def _stretch_json(stretch: Stretch) -> JsonObject:
    return {"child": span_json(stretch.child), "parent": span_json(stretch.parent)}


def edit_json(edit: Edit) -> JsonObject:
    """One change from the words of one version to those of the next."""
    return {
        "type": edit.type.value,
        "before": edit.before,
        "after": edit.after,
        "before_span": span_json(edit.before_span),
        "after_span": span_json(edit.after_span),
        "negation": edit.negation.value if edit.negation else None,
    }


def _origin_json(origin: Origin) -> JsonObject:
    return {
        "id": origin.id,
        "stance": origin.stance.value,
        "echo": origin.echo,
        "because": origin.because,
        "path": _path_json(origin.path) if origin.path else None,
        "ties": [_tie_json(tie) for tie in origin.ties],
        "evidence": [_evidence_json(evidence) for evidence in origin.evidence],
    }


def _path_json(path: Path) -> JsonObject:
    """The circle or chain of an origin: each step from who took it to who had it, in order."""
    return {
        "circular": path.circular,
        "sentence": path.sentence,
        "steps": [
            {
                "article": step.article,
                "name": step.name,
                "verb": step.verb,
                "to": step.to,
                "to_name": step.to_name,
                "words": step.words,
                "span": span_json(step.at.span) if step.at else None,
            }
            for step in path.steps
        ],
    }


def _tie_json(tie: Tie) -> JsonObject:
    return {"left": tie.left, "right": tie.right, **signal_json(tie.signal)}


def _evidence_json(evidence: Evidence) -> JsonObject:
    """A passage; `score` is how sure the machine is of `machine_stance`, also where `stance` is
    what a person says (`by_person`)."""
    return {
        "article": evidence.article,
        "url": evidence.url,
        "title": evidence.title,
        "outlet": evidence.outlet,
        "published": evidence.published,
        "span": span_json(evidence.span),
        "text": evidence.text,
        "stance": evidence.stance.value,
        "by_person": evidence.by_person,
        "machine_stance": (evidence.machine_stance or evidence.stance).value,
        "score": evidence.score,
        "judged": evidence.judged,
        "decided_by": span_json(evidence.decided_by),
        "reasons": [_reason_json(reason) for reason in evidence.reasons],
        "when": evidence.when,
    }


def _reason_json(reason: StanceReason) -> JsonObject:
    """What a rule saw in a passage, and by how much it made each stance less likely."""
    supports, disputes, neither = reason.factors
    return {
        "name": reason.name,
        "sentence": reason.sentence,
        "factors": {"supports": supports, "disputes": disputes, "neither": neither},
        "spans": [span_json(span) for span in reason.spans],
    }
