"""The main job over a small archive: what is held against what, and what its files say."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource import Archive, Article, Credit, SecondSourceError, check
from secondsource.article import Role
from secondsource.collect import Collected, collect
from secondsource.evidence.finding import Standing
from secondsource.jobs.check import read_houses
from secondsource.jobs.trace import trace_archive, trace_article
from secondsource.load import load_article, load_articles
from tests.lineage.prose import BRIDGE, FOOTER, HARBOUR, ORCHARD, RUSSIAN, article

_FIRST = article(
    "first",
    HARBOUR,
    outlet="Coast Courier",
    published="2024-03-05",
    language="en",
    url="https://coastcourier.example/pier",
)
_OTHER = article("other", ORCHARD, outlet="Valley Post", published="2024-03-06", language="en")


def _collected(*articles: Article) -> list[Collected]:
    return [Collected(a, a.text.encode(), "text/plain", a.id) for a in articles]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive.open(tmp_path / "archive", create=True)
    archive.add(_collected(_FIRST, _OTHER))
    return archive


def test_a_copy_is_tied_to_what_is_archived(archive: Archive) -> None:
    copy = article("copy", f"{BRIDGE}\n\n{HARBOUR}", published="2024-03-09")
    _, families = trace_article(copy, archive)
    assert [set(family.articles) for family in families] == [{"copy", "first"}]
    assert trace_article(article("new", BRIDGE), archive)[1] == ()


def test_what_was_changed_is_told(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    text = HARBOUR.replace("eleven", "twelve")
    copy = article("copy", text, outlet="Inland News", published="2024-03-09", language="en")
    _, (family,) = trace_article(copy, archive)
    assert [edit.before for edit in family.edges[0].edits] == ["found that eleven of its"]
    archive.add(_collected(copy))
    (family,) = trace_archive(archive)
    assert [edit.type.value for edit in family.edges[0].edits] == ["number"]
    monkeypatch.setattr("secondsource.jobs.trace._COMPARED", 0)
    (family,) = trace_archive(archive)
    assert family.edges[0].edits_left_out is None


def test_a_copy_of_a_copy_is_reached(archive: Archive) -> None:
    paragraphs = HARBOUR.split("\n\n")
    middle = article("middle", f"{paragraphs[0]}\n\n{BRIDGE}", published="2024-03-07")
    archive.add(_collected(middle))
    last = article("last", BRIDGE, published="2024-03-08")
    _, families = trace_article(last, archive)
    assert {member for family in families for member in family.articles} == {"last", "middle"}
    archive.add(_collected(replace(middle, id="twin", text=f"{middle.text} Twice.")))
    _, families = trace_article(last, archive)
    assert {"middle", "twin"} < {m for family in families for m in family.articles}


def test_a_credited_original_in_another_language_is_found(archive: Archive) -> None:
    original = article(
        "original", RUSSIAN, outlet="Порт", published="2024-03-01", language="ru",
        byline=("Ингрид Лунд",),
    )  # fmt: skip
    archive.add(_collected(original))
    credits = (Credit(Role.ORIGINAL_OUTLET, "Порт"), Credit(Role.AUTHOR, "Ingrid Lund"))
    translated = article("t", BRIDGE, published="2024-03-04", language="en", credits=credits)
    _, (family,) = trace_article(translated, archive)
    assert (family.root, family.edges[0].relation.value) == ("original", "translation")


def test_learned_boilerplate_is_marked_on_the_article(tmp_path: Path) -> None:
    texts = {"a": HARBOUR, "b": ORCHARD, "c": BRIDGE}
    items = [article(k, f"{t}\n\n{FOOTER}", outlet="Coast Courier") for k, t in texts.items()]
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(_collected(*items))
        archive.boilerplate()
    with Archive.open(tmp_path / "archive") as archive:  # what was learned is read from disk
        marked, families = trace_article(archive.get("a"), archive)
    assert families == ()
    (notice,) = marked.boilerplate
    assert notice.span.of(marked.text) == FOOTER
    assert (
        notice.reason == "a notice that stands in 3 otherwise different articles of Coast Courier"
    )


def test_a_notice_that_only_one_article_of_the_archive_has(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(_collected(article("a", f"{HARBOUR}\n\n{FOOTER}", outlet="Coast Courier")))
        examined = article("b", f"{ORCHARD}\n\n{FOOTER}", outlet="Coast Courier")
        marked, families = trace_article(examined, archive)
    assert families == ()
    assert [b.span.of(marked.text) for b in marked.boilerplate] == [FOOTER]


@pytest.mark.slow
def test_the_whole_report(archive: Archive) -> None:
    copy = article("copy", HARBOUR, outlet="Inland News", published="2024-03-09", language="en")
    report = check(copy, archive)
    assert report.article.id == "copy"
    assert "first" in {a.id for a in report.articles}
    assert {s.id for s in report.statements} >= {f.statement for f in report.findings}
    standings = {f.standing for f in report.findings}
    assert standings <= {Standing.ECHOED, Standing.NOT_CHECKABLE, Standing.NOT_FOUND}
    assert Standing.ECHOED in standings
    assert report.coverage.articles == 2


def test_houses_of_the_archive(archive: Archive) -> None:
    built_in = read_houses(archive)
    (archive.path / "houses.toml").write_text(
        '[houses]\n"Two" = ["Coast Courier", "Valley Post"]\n'
    )
    assert read_houses(archive) != built_in
    for bad in (b"[houses", b"\xff\xfe\x00", b'[houses]\n"Two" = 5\n'):
        (archive.path / "houses.toml").write_bytes(bad)
        with pytest.raises(SecondSourceError, match=re.escape("houses")):
            read_houses(archive)


def test_load_article(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "pier.txt"
    path.write_text(f"Pier closes\n\n{HARBOUR}", encoding="utf-8")
    assert load_article("other", archive).text == ORCHARD
    assert load_article(path).title == "Pier closes"
    archive.add(collect(path))
    assert load_article(path, archive).id in archive


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        ("", "empty.html", "empty"),
        ('{"text": "One."}\n{"text": "Two."}\n', "two.jsonl", "several articles"),
        ("", "folder", "holds no article"),
        (None, "missing.html", "no article with the id"),
    ],
)
def test_load_article_says_what_is_wrong(
    archive: Archive, tmp_path: Path, content: str | None, name: str, says: str
) -> None:
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
    elif content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(SecondSourceError, match=says):
        load_article(path, archive)


def test_load_articles_keeps_the_order_and_the_rejected(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text('{"id": "b", "text": "One."}\nnot json\n{"id": "a", "text": "Two."}\n')
    found = [getattr(item, "id", "rejected") for item in load_articles(path)]
    assert found == ["b", "rejected", "a"]


@pytest.mark.parametrize("published", ["0001-01-01", "0001-01-01T00:00:00Z", "9999-12-31"])
def test_a_date_at_the_edge_of_the_calendar_breaks_nothing(tmp_path: Path, published: str) -> None:
    text = "The Harbour Post reported yesterday that the mill closes within three years."
    credits = (Credit(Role.ORIGINAL_OUTLET, name="Harbour Post"),)
    odd = article("odd", text, outlet="Quay Daily", published=published)
    other = article("mill", "The mill is old.", outlet="Harbour Post", published="2031-05-01")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(_collected(replace(odd, credits=credits), other))
        assert all(check(stored.id, archive).statements for stored in archive.articles())
