"""The list of forms: each is named once, and each renders any report to bytes."""

import json
from dataclasses import replace

import pytest

from secondsource.errors import SecondSourceError
from secondsource.messages.speaking import use_language
from secondsource.report.forms import FORMS, Form, find_form, render_form
from tests.report.hostile import EMPTY, poison
from tests.report.sample import REPORT
from tests.review.sample import make_report

REPORTS = {"sample": REPORT, "hostile": poison(REPORT), "empty": EMPTY}


def test_names_and_files_are_unique() -> None:
    for values in ([f.name for f in FORMS], [f.file for f in FORMS], [f.say for f in FORMS]):
        assert len(set(values)) == len(FORMS) == len([value for value in values if value])


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize("name", REPORTS)
def test_every_form_is_valid_text(form: Form, name: str) -> None:
    data = render_form(form, REPORTS[name])
    text = data.decode()
    assert data == render_form(form, REPORTS[name])
    if "json" in form.media_type:
        json.loads(text)
    assert text or name == "empty"


def test_only_tables_take_a_byte_order_mark() -> None:
    for form in FORMS:
        begins = render_form(form, REPORT, mark=True).startswith(b"\xef\xbb\xbf")
        assert begins == (form.media_type == "text/csv")
        assert not render_form(form, REPORT).startswith(b"\xef\xbb\xbf")


def test_plain_text_is_as_wide_as_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "30")
    text = render_form(find_form("text"), REPORT).decode()
    assert str(REPORT.article.title) in text
    assert "\x1b" not in text
    summary, tree = text.split("\n\nSix articles. Probably first:\n")
    assert 80 < max(map(len, summary.splitlines())) <= 100
    assert tree.splitlines()[1].startswith("└─ translation, 97%")
    assert "does not say what is true or false" in " ".join(text.split())


def test_a_form_is_found_by_its_name() -> None:
    assert find_form("claims").file == "claims.csv"
    with pytest.raises(SecondSourceError, match="Give one of: html, markdown, text, json"):
        find_form("xlsx")


@pytest.mark.parametrize("name", ["claims", "evidence", "annotations", "hypothesis"])
def test_the_sentences_of_the_stages_are_in_the_language_that_is_spoken(name: str) -> None:
    report = make_report()
    (finding,) = report.findings
    english = (finding.sentence, finding.would_change, *(o.because for o in finding.origins))
    told = [sentence for sentence in english if sentence in find_form(name).render(report)]
    assert told
    with use_language("ru"):
        written = find_form(name).render(report)
    assert not [sentence for sentence in english if sentence in written]


def test_reasons_of_provenance_are_in_the_language_that_is_spoken() -> None:
    reason = "Both name the same author, in The Lantern Gate written “Gleb Starovoit”."
    edge = REPORT.families[0].edges[0]
    told = replace(edge, signals=(replace(edge.signals[0], sentence=reason),))
    family = replace(REPORT.families[0], edges=(told,))
    report = replace(REPORT, families=(family,))
    assert reason in find_form("prov").render(report)
    with use_language("ru"):
        assert "Оба называют одного автора" in find_form("prov").render(report)
