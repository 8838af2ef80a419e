"""The tables: what a row holds, that any reader takes them, and that no cell is a formula."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.evidence.finding import PartFinding, Standing
from secondsource.evidence.query.question import Part
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.report.csvform import (
    CLAIM_COLUMNS,
    EVIDENCE_COLUMNS,
    guard_cell,
    render_claims_csv,
    render_evidence_csv,
)
from secondsource.report.visible import show_hidden
from secondsource.review.apply import apply_decisions
from secondsource.review.decision import Verb
from secondsource.review.verdicts import match_verdicts
from tests.report.hostile import EMPTY, poison
from tests.report.sample import REPORT
from tests.report.sample_reading import INITIALLED, PORT
from tests.review import sample

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "''-1", "\n=1")


def _read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_claim_has_its_counts() -> None:
    rows = {row["statement"]: row for row in _read(render_claims_csv(REPORT))}
    assert len(rows) == len(REPORT.findings)
    port, echoed = rows[PORT.id], rows[INITIALLED.id]
    assert (port["article"], port["text"], port["kind"]) == (REPORT.article.id, PORT.text, "claim")
    counts = ("supporting_origins", "disputing_origins", "echoes", "pieces", "fact_checks")
    assert [port[name] for name in counts] == ["2", "1", "0", "4", "2"]
    assert [echoed[name] for name in counts] == ["0", "0", "1", "4", "0"]
    assert port["standing"] == "contested"
    assert port["coverage"].startswith("Searched: 4,212 articles of 10 outlets")
    assert (
        port["would_change"] == "An answer from the harbour master to the auditor would bear on it."
    )
    assert REPORT.article.text[int(port["start"]) : int(port["end"])] == PORT.text


def test_origins_that_only_may_take_a_side_are_counted_apart() -> None:
    report = sample.make_report()
    (finding,) = report.findings
    faint = replace(
        finding,
        origins=tuple(
            replace(o, evidence=tuple(replace(e, score=0.01) for e in o.evidence))
            for o in finding.origins
        ),
    )
    names = ("supporting_origins", "supporting_unsure", "disputing_origins", "disputing_unsure")
    (sure,) = _read(render_claims_csv(report))
    (unsure,) = _read(render_claims_csv(replace(report, findings=(faint,))))
    assert [sure[name] for name in names] == ["3", "0", "1", "0"]
    assert [unsure[name] for name in names] == ["3", "3", "1", "1"]


def test_claims_stand_in_the_order_of_the_text() -> None:
    starts = [int(row["start"]) for row in _read(render_claims_csv(REPORT))]
    assert starts == sorted(starts)


def test_a_piece_of_evidence_is_a_row() -> None:
    rows = _read(render_evidence_csv(REPORT))
    pieces = [e for f in REPORT.findings for o in f.origins for e in o.evidence]
    assert len(rows) == len(pieces)
    texts = {article.id: article.text for article in REPORT.articles}
    for row, piece in zip(rows, pieces, strict=True):
        assert (row["article"], row["passage"]) == (piece.article, piece.text)
        assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["passage"]
    echo = next(row for row in rows if row["echo"] == "true")
    assert (echo["claim"], echo["stance"], echo["fact"]) == (INITIALLED.id, "supports", "")


def test_pieces_of_single_facts_have_rows_of_their_own() -> None:
    finding = REPORT.findings[0]
    part = PartFinding(Part("p1", "One fact.", ()), Standing.SINGLE_ORIGIN, "", finding.origins[:1])
    report = replace(REPORT, findings=(replace(finding, parts=(part,)),))
    rows = _read(render_evidence_csv(report))
    assert [row["fact"] for row in rows] == ["", "", "", "", "One fact."]
    assert _read(render_claims_csv(report))[0]["facts"] == "1"


def test_a_row_names_who_decided_on_it() -> None:
    report = sample.make_report()
    decision = sample.take(report, 1, sample.stance_key(report, sample.OPEN), Verb.SUPPORTS)
    decided = apply_decisions(report, (replace(decision, decided_by="Anna"),))
    (claim,) = _read(render_claims_csv(decided))
    assert (claim["standing"], claim["decided_by"]) == ("corroborated", "Anna")
    rows = _read(render_evidence_csv(decided))
    assert [r["article"] for r in rows if r["decided_by"] == "Anna"] == [sample.OPEN.id]
    assert {row["decided_by"] for row in _read(render_evidence_csv(report))} == {""}


def test_verdicts_of_people_stand_beside_their_claim() -> None:
    report = sample.make_report()
    given = Verdict(
        claim=sample.STATEMENT.text,
        rating="=1+1",
        decided_by="Anna",
        decided_at="2026-11-29T11:20:33+00:00",
        reasons=("Two\ncars", "One bus.", " "),
        sources=("https://s.example/1",),
        article=report.article.id,
    )
    other = replace(given, rating="No", decided_by="Ben", reasons=(), sources=())
    one = replace(report, verdicts=match_verdicts(report, [given], ()))
    (row,) = _read(render_claims_csv(one))
    told = [row[name] for name in ("verdict", "verdict_by", "verdict_at", "verdict_why")]
    assert told == ["'=1+1", "Anna", given.decided_at, "Two cars. One bus."]
    assert row["verdict_sources"] == "https://s.example/1"
    assert row["verdict_flag"] == ""
    two = replace(report, verdicts=match_verdicts(report, [other, given], ()))
    (row,) = _read(render_claims_csv(two))
    assert row["verdict"].splitlines() == ["No", "=1+1"]
    assert row["verdict_by"].splitlines() == ["Ben", "Anna"]
    (row,) = _read(render_claims_csv(report))
    assert {value for name, value in row.items() if name.startswith("verdict")} == {""}


@pytest.mark.parametrize("report", [REPORT, poison(REPORT), EMPTY], ids=["sample", "bad", "empty"])
def test_rows_are_whole_and_no_cell_is_a_formula(report: object) -> None:
    for render, columns in (
        (render_claims_csv, CLAIM_COLUMNS),
        (render_evidence_csv, EVIDENCE_COLUMNS),
    ):
        rows = list(csv.reader(io.StringIO(render(report), newline=""), strict=True))  # type: ignore[arg-type]
        assert tuple(rows[0]) == columns
        assert {len(row) for row in rows} == {len(columns)}
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_are_text(text: str) -> None:
    piece = replace(REPORT.findings[0].origins[0].evidence[0], title=text)
    origin = replace(REPORT.findings[0].origins[0], evidence=(piece,))
    finding = replace(REPORT.findings[0], origins=(origin,))
    (row,) = _read(render_evidence_csv(replace(REPORT, findings=(finding,))))
    assert row["title"].startswith("'")
    assert _unguard(row["title"]) == show_hidden(text)


def _unguard(cell: str) -> str:
    """The text that `guard_cell` was given."""
    return cell[1:] if cell.startswith("'") and guard_cell(cell) != cell else cell


@given(st.text())
def test_a_guard_is_taken_off_again(text: str) -> None:
    assert _unguard(guard_cell(text)) == text
    assert guard_cell(text).lstrip()[:1] not in tuple("=+-@＝＋－＠")


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_comes_back(text: str) -> None:
    report = replace(REPORT, statements=(replace(PORT, text=text),))
    (row,) = _read(render_claims_csv(report))
    assert _unguard(row["text"]) == show_hidden(text)


def test_lines_end_as_the_standard_says() -> None:
    table = render_claims_csv(EMPTY)
    assert table.endswith("\r\n")
    assert table.count("\n") == 1
