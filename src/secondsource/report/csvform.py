"""The report as two tables for spreadsheets and data tools: its claims, and its evidence.

RFC 4180: commas, lines that end in CR LF, quotation marks around what holds any of these. A cell
that a spreadsheet would run as a formula begins with an apostrophe, after which it is text; hidden
characters are named, as in every other form. The JSON has the very characters.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from secondsource.article import Article
from secondsource.evidence.finding import Evidence, Finding, Origin, PartFinding
from secondsource.evidence.standing import say_searched
from secondsource.evidence.sureness import is_unsure_origin
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.messages.retelling import retell
from secondsource.reading.statement import Statement
from secondsource.report.decisions import end_sentence, find_shaped, is_taken_out, map_subjects
from secondsource.report.origins import find_sign
from secondsource.report.visible import safe_href, show_hidden, show_on_one_line
from secondsource.report.voices import name_voice
from secondsource.review.bearing import list_facts
from secondsource.review.decided import State
from secondsource.review.decision import Decision
from secondsource.review.report import Report
from secondsource.review.subject import Subject, stance_subject

CLAIM_COLUMNS: Final = (
    "article", "statement", "start", "end", "text", "looked_up_as", "kind", "voice",
    "checkworthiness", "facts", "standing", "sentence", "supporting_origins", "disputing_origins",
    "echoes", "origins_without_side", "pieces", "fact_checks", "said_elsewhere", "coverage",
    "would_change", "decided_by", "supporting_unsure", "disputing_unsure", "verdict", "verdict_by",
    "verdict_at", "verdict_why", "verdict_sources", "verdict_flag", "verdict_earlier",
)  # fmt: skip
EVIDENCE_COLUMNS: Final = (
    "claim", "claim_text", "fact", "origin", "origin_stance", "echo", "because", "stance", "score",
    "judged", "article", "url", "title", "outlet", "published", "when", "passage", "start", "end",
    "decided_by", "taken_out", "decided_why", "machine_stance",
)  # fmt: skip

_Cell: TypeAlias = str | int | float | bool | None
# What a spreadsheet takes for a formula (OWASP, "CSV injection"), full-width signs included, and
# blanks before it, which some take off. Apostrophes before it count as well, so that taking one
# off gives the cell that was meant.
_FORMULA: Final = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")


def render_claims_csv(report: Report) -> str:
    """One row for each statement that was looked up, in the order of the text.

    Origins are counted as in the report: those that say the same or the contrary without going
    back to the article, then echoes (which do), then those that take no side. Where a statement
    holds several facts, the counts are of the statement as a whole and `facts` says how many.
    Of those that take a side `_unsure` says how many only may, as none of their passages is read
    surely. People's verdicts on it stand in the last columns, in each one a line.
    """
    findings = {finding.statement: finding for finding in report.findings}
    deciders = _name_deciders(report)
    rows = (
        _claim_row(report, statement, findings[statement.id], deciders.get(statement.id, ""))
        for statement in _in_order(report.statements)
        if statement.id in findings
    )
    return _write_table(CLAIM_COLUMNS, rows)


def render_evidence_csv(report: Report) -> str:
    """One row for each piece of evidence: for which claim, of which origin, and its passage.

    A piece that bears on a statement and on one of its facts has a row for each; `fact` is empty
    in the first. What people took out comes last, as the machine had it, with `taken_out` true.
    `decided_why` are the reasons that whoever decided gave. `score` is how sure the machine is of
    `machine_stance`, also where `stance` is what a person says.
    """
    texts = {statement.id: statement.text for statement in report.statements}
    decided = dict(_list_applied(report))
    rows = (
        (
            *_evidence_row(finding, texts.get(finding.statement, ""), fact, origin, piece),
            decision.decided_by if decision else None,
            taken_out,
            decision.reasons if decision else None,
            (piece.machine_stance or piece.stance).value,
        )
        for finding, id_, fact, origin, piece, taken_out in (
            *((*each, False) for each in _list_pieces(report.findings)),
            *((*each, True) for each in _list_taken_out(report)),
        )
        for decision in (decided.get(stance_subject(id_, piece)),)
    )
    return _write_table(EVIDENCE_COLUMNS, rows)


_Piece: TypeAlias = tuple[Finding, str, str, Origin, Evidence]


def _list_pieces(findings: Iterable[Finding]) -> Iterator[_Piece]:
    """Every piece of evidence with its finding, the id and text of its fact, and its origin."""
    for finding in findings:
        for id_, each in list_facts(finding):
            fact = each.part.text if isinstance(each, PartFinding) else ""
            for origin in each.origins:
                for piece in origin.evidence:
                    yield finding, id_, fact, origin, piece


def _list_taken_out(report: Report) -> Iterator[_Piece]:
    """The same for what people took out, as the machine had it."""
    out = {each.subject for each in report.decided if is_taken_out(each)}
    if report.machine is None or not out:
        return
    for found in _list_pieces(report.machine.findings):
        if stance_subject(found[1], found[4]) in out:
            yield found


def guard_cell(text: str) -> str:
    """The text as a cell that no spreadsheet runs: with an apostrophe before a formula's sign."""
    return f"'{text}" if _FORMULA.match(text) else text


def _claim_row(
    report: Report, statement: Statement, finding: Finding, deciders: str
) -> tuple[_Cell, ...]:
    counts = Counter(map(find_sign, finding.origins))
    unsure = Counter(find_sign(origin) for origin in finding.origins if is_unsure_origin(origin))
    return (
        report.article.id,
        statement.id,
        statement.span.start,
        statement.span.end,
        statement.text,
        finding.question.whole.text if finding.question else None,
        statement.kind.value,
        _say_voice(statement, report.article),
        statement.checkworthiness,
        len(finding.parts) or 1,
        finding.standing.value,
        retell(finding.sentence),
        counts["supports"],
        counts["disputes"],
        counts["echo"],
        counts["discusses"],
        sum(len(origin.evidence) for origin in finding.origins),
        len(finding.fact_checks),
        retell(finding.said.sentence) if finding.said else None,
        retell(say_searched(report.coverage)),
        retell(finding.would_change),
        deciders,
        unsure["supports"],
        unsure["disputes"],
        *_tell_verdicts(report, statement),
    )


def _tell_verdicts(report: Report, statement: Statement) -> Iterator[str]:
    """People's verdicts on a statement: rating, name, moment, reasons, sources, flag,
    and whether it was given on an earlier text.
    """
    judged = [each for each in report.verdicts if each.statement == statement.id]
    given = [each.verdict for each in judged]
    yield _stack(verdict.rating for verdict in given)
    yield _stack(verdict.decided_by for verdict in given)
    yield _stack(verdict.decided_at for verdict in given)
    yield _stack(" ".join(map(end_sentence, _list_reasons(verdict))) for verdict in given)
    yield _stack(" ".join(verdict.sources) for verdict in given)
    yield _stack(each.flag for each in judged)
    yield _stack(each.earlier for each in judged)


def _list_reasons(verdict: Verdict) -> Iterator[str]:
    """What a person says of a claim, and why, each on one line."""
    for said in (verdict.text, *verdict.reasons):
        if line := show_on_one_line(said):
            yield line


def _stack(values: Iterable[str]) -> str:
    """A line for each value; empty where all are."""
    lines = list(map(show_on_one_line, values))
    return "\n".join(lines) if any(lines) else ""


def _list_applied(report: Report) -> Iterator[tuple[Subject, Decision]]:
    """What people decided on and the report goes by, with the decision."""
    for each in report.decided:
        if each.state is State.APPLIED and each.decision:
            yield each.subject, each.decision


def _name_deciders(report: Report) -> dict[str, str]:
    """By statement the people whose decisions bear on it: on voice, kind, passages or ties."""
    applied = tuple(_list_applied(report))
    concerned = map_subjects(report, find_shaped(report))
    return {
        statement: "; ".join(dict.fromkeys(d.decided_by for each, d in applied if each in subjects))
        for statement, subjects in concerned.items()
    }


def _evidence_row(
    finding: Finding, claim: str, fact: str, origin: Origin, piece: Evidence
) -> tuple[_Cell, ...]:
    return (
        finding.statement,
        claim,
        fact,
        origin.id,
        origin.stance.value,
        origin.echo,
        retell(origin.because),
        piece.stance.value,
        piece.score,
        piece.judged,
        piece.article,
        safe_href(piece.url),
        piece.title,
        piece.outlet,
        piece.published,
        piece.when,
        piece.text,
        piece.span.start,
        piece.span.end,
    )


def _say_voice(statement: Statement, article: Article) -> str:
    return name_voice(statement.voice, article)


def _in_order(statements: Iterable[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda statement: (statement.span.start, statement.span.end))


def _write_table(columns: Sequence[str], rows: Iterable[Sequence[_Cell]]) -> str:
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_write_cell(cell) for cell in row] for row in rows)
    return table.getvalue()


def _write_cell(value: _Cell) -> str | int | float:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return guard_cell(show_hidden(value))
    return "" if value is None else value
