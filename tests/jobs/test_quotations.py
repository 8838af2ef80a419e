"""Quotations across an archive: their forms, who prints them, and an index kept in step."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.cli import app
from secondsource.collect.item import Collected
from secondsource.jobs import quotation_collections
from secondsource.jobs.quotation_collections import examine_quotations
from secondsource.jobs.quotations import find_drift, find_quotations_of
from secondsource.lineage.translation.sentence_sums import F32
from secondsource.models.multilingual import is_available
from secondsource.reading.quotations.compare import Drift
from tests.lineage.prose import HARBOUR, ORCHARD

_SAID = "We will rebuild the old pier by next spring, whatever the council decides"
_CHANGED = "We will never rebuild the old pier by next spring, whatever the council decides"


def _article(id_: str, day: str, quoted: str, around: str = "") -> Article:
    said = f"“{quoted},” Anna Berg said on Monday."
    text = f"{around}\n\n{said}\n\nThe meeting of {id_} went on for hours."
    return Article(id_, text, outlet=f"Outlet {id_}", published=day, language="en")


def _collected(article: Article) -> Collected:
    return Collected(article, article.text.encode(), "text/plain", article.id)


_ARTICLES = (
    _article("first", "2019-03-01", _SAID, HARBOUR),
    _article("copy", "2019-03-02", _SAID, HARBOUR),
    _article("later", "2019-03-04", _CHANGED, ORCHARD),
)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    store = Archive.open(tmp_path / "news", create=True)
    store.add(map(_collected, _ARTICLES))
    return store


def test_a_changed_quotation_is_found_in_the_whole_archive(archive: Archive) -> None:
    (group,) = find_drift(archive).groups
    assert [form.first.article for form in group.forms] == ["first", "later"]
    (against,) = [form.against for form in group.forms if form.against]
    assert against.kinds == {Drift.REWORDED}
    assert [(e.touched.value, e.after) for e in against.edits] == [("negation", "never")]
    assert group.families == 2
    assert {p.speaker for p in group.prints} == {"Anna Berg"}


def test_an_article_is_shown_the_forms_of_others(archive: Archive) -> None:
    outside = _article("mine", "2019-03-09", _CHANGED)
    (finding,) = find_quotations_of(outside, archive)
    assert finding.group is not None
    assert finding.group.forms[0].first.article == "first"
    assert {p.article for p in finding.group.forms[1].prints} == {"later", "mine"}


def test_new_articles_are_taken_in_and_removed_ones_forgotten(archive: Archive) -> None:
    find_drift(archive)
    fresh = _article("fresh", "2019-03-08", _SAID.replace("spring", "autumn"))
    archive.add([_collected(fresh)])
    archive.remove("later")
    (group,) = find_drift(archive).groups
    assert {p.article for p in group.prints} == {"first", "copy", "fresh"}


def test_a_missing_or_broken_index_is_made_anew(archive: Archive) -> None:
    before = find_drift(archive)
    (file,) = (archive.path / "index" / "quotations").iterdir()
    file.write_bytes(b"broken")
    with Archive.open(archive.path) as again:
        assert find_drift(again) == before
    file.unlink()
    with Archive.open(archive.path) as again:
        assert find_drift(again) == before


def test_vectors_that_were_cut_off_are_made_anew(archive: Archive) -> None:
    def count(texts: Sequence[str]) -> F32:
        return np.array([[len(text)] for text in texts], np.float32)

    made = archive.quotations.read_vectors(count)
    (file,) = archive.path.rglob("*.vectors.npy")
    for spoiled in (b"", file.read_bytes()[:40]):
        file.write_bytes(spoiled)
        assert archive.quotations.read_vectors(count).tolist() == made.tolist()
        assert np.load(file).tolist() == made.tolist()
    assert list(archive.path.rglob("*.part")) == []


def test_the_command_lists_forms_and_refuses_what_it_cannot_do(archive: Archive) -> None:
    run = CliRunner().invoke
    folder = ["--archive", str(archive.path)]
    listed = run(app, ["quotes", "--all", *folder])
    assert "[+never+]" in listed.stdout.replace("\n", "")
    one = run(app, ["quotes", "later", *folder, "--json", "-"])
    assert '"touched": "negation"' in one.stdout
    assert run(app, ["quotes", "--help"]).exit_code == 0
    assert run(app, ["quotes", "show", "--help"]).exit_code == 0
    assert run(app, ["quotes", "--all"]).exit_code != 0
    assert run(app, ["quotes", "later", "--all", *folder]).exit_code != 0


_RUSSIAN = "Мы восстановим старый причал к следующей весне, что бы ни решил совет"


@pytest.mark.skipif(not is_available(), reason="the multilingual model is not installed")
def test_a_translated_quotation_is_found_and_no_wording_claimed(archive: Archive) -> None:
    text = f"Собрание шло весь день.\n\n«{_RUSSIAN}», — сказала Анна Берг."
    russian = Article("ru", text, outlet="Курьер", published="2019-03-05", language="ru")
    other = "«Нельзя забывать, что наши рыбаки каждый день выходят в открытое море», — сказал он."
    apart = Article("apart", other, published="2019-03-05", language="ru")
    archive.add(map(_collected, (russian, apart)))
    (group,) = find_drift(archive).groups
    (form,) = [form for form in group.forms if form.translated]
    assert {p.article for p in form.prints} == {"ru"}
    assert form.against is None
    finding = find_quotations_of(archive.get("later"), archive)[-1]
    assert finding.group is not None
    assert [f.first.article for f in finding.group.forms if f.translated] == ["ru"]
    # The vectors are kept, and those of a removed article left out.
    archive.remove("apart")
    assert "ru" in {p.article for g in find_drift(archive).groups for p in g.prints}


def test_a_check_does_not_wait_for_an_archive_never_read_for_quotations(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quotation_collections, "MOST_WAITED", 1)
    assert archive.quotations.count_missing() == 3
    findings = examine_quotations(archive.get("later"), archive)
    assert findings[-1].speaker == "Anna Berg"
    assert not any(finding.group for finding in findings)
    find_drift(archive)
    assert archive.quotations.count_missing() == 0
    assert examine_quotations(archive.get("later"), archive)[-1].group is not None
