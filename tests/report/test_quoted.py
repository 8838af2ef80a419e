"""Quotations in the report: what differs is marked, what collections say is told as theirs."""

import json
from dataclasses import replace

from secondsource.article import Span
from secondsource.factcheck.entry import (
    Entry,
    EntryMatch,
    LookUp,
    MatchKind,
    QuotationFinding,
    Section,
)
from secondsource.reading.quotations.compare import compare_quotations
from secondsource.reading.quotations.folding import fold_words
from secondsource.reading.quotations.forms import Print, make_group
from secondsource.report import render_html, render_markdown, to_json
from secondsource.report.quoted import view_finding, view_group
from secondsource.report.shelf import make_shelf
from tests.report.sample import REPORT

_SAID = "We will rebuild the old pier by next spring, whatever the council decides"
_CHANGED = "We will never rebuild the old <pier> by next spring, whatever happens"
_ENTRY = Entry(
    "Anna Berg",
    _SAID,
    Section.MISATTRIBUTED,
    "Misattributed",
    ("A song of 1901",),
    (),
    (1901,),
    "en",
)


def _print(article: str, text: str, published: str, speaker: str) -> Print:
    place = (Span(0, len(text)),)
    return Print(article, place, text, published, "Outlet", "en", speaker)


def _finding() -> QuotationFinding:
    prints = [
        _print(REPORT.article.id, _CHANGED, "2024-03-02", "Anna Berg"),
        _print("other", _SAID, "2024-03-01", "Jon Dahl"),
    ]
    group = make_group(prints, lambda left, right: left == right)
    compared = compare_quotations(fold_words(_SAID), fold_words(_CHANGED))
    match = EntryMatch(_ENTRY, "wiki", MatchKind.EDITED, 0.8, True, compared)
    found = LookUp((match,), 1200, 30, 2)
    return QuotationFinding((Span(0, 10),), _CHANGED, "Anna Berg", group, found)


def test_forms_are_told_from_the_earliest_with_what_differs() -> None:
    view = view_finding(_finding(), make_shelf(REPORT.article, REPORT.articles))
    assert [form.what for form in view.forms] == [
        "Earliest form seen",
        "Other words (a negation among them)",
    ]
    assert [(p.kind, p.text) for p in view.forms[1].parts][1] == ("added", "never")
    assert view.speakers == "The articles name different speakers: Jon Dahl and Anna Berg."


def test_a_speaker_is_called_by_the_first_full_name_and_not_by_the_longest() -> None:
    names = ("Berg", "Anna Berg", "Анна Юханна Берг")
    prints = [_print(str(n), _SAID, f"2024-03-0{n}", name) for n, name in enumerate(names, 1)]
    prints.append(_print("other", _SAID, "2024-03-09", "Jon Dahl"))
    group = make_group(prints, lambda left, right: "Jon Dahl" not in (left, right))
    view = view_group(group, make_shelf(REPORT.article, ()))
    assert view.speakers == "The articles name different speakers: Anna Berg and Jon Dahl."


def test_a_collection_is_quoted_and_never_a_verdict() -> None:
    view = view_finding(_finding(), make_shelf(REPORT.article, ()))
    assert view.searched == "Looked up in 1,200 quotations of 30 people (2 by this person)."
    (match,) = view.matches
    assert match.sentence.startswith("wiki has it in partly other words under Anna Berg, as misat")
    assert match.sentence.endswith("earliest year named there: 1901.")
    nothing = replace(_finding(), looked_up=LookUp((), 1200, 30, 0))
    told = view_finding(nothing, make_shelf(REPORT.article, ())).searched
    assert told == "Not found in 1,200 quotations of 30 people (0 by this person)."
    assert "false" not in told


def test_every_written_form_has_the_quotations() -> None:
    report = replace(REPORT, quotations=(_finding(),))
    page = render_html(report)
    assert "<ins>never</ins>" in page
    assert "&lt;pier&gt;" in page
    assert "as misattributed" in render_markdown(report)
    (quotation,) = json.loads(json.dumps(to_json(report)))["quotations"]
    assert quotation["forms"][1]["edits"][0]["touched"] == "negation"
    assert quotation["looked_up"]["matches"][0]["section"] == "misattributed"
    assert to_json(REPORT)["quotations"] == []
