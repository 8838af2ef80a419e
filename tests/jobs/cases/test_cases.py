"""A case holds all there is, is the same each time, and says what in it is not as it was made."""

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.collect import Collected, collect
from secondsource.commands.verify import check_json
from secondsource.errors import CaseError
from secondsource.factcheck.reviews.validate import find_faults
from secondsource.jobs.cases.build import build_case, is_computed
from secondsource.jobs.cases.verify import CaseCheck, verify_case
from secondsource.load import load_with_bytes
from secondsource.report.forms import FORMS
from secondsource.review.apply import apply_decisions
from secondsource.review.decision import Verb
from tests.jobs.cases.small import fill_archive, give_verdict, make_report, read_all, write_all
from tests.lineage.prose import HARBOUR
from tests.review import sample

Files = dict[str, bytes]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return fill_archive(tmp_path)


@pytest.fixture
def case(archive: Archive, tmp_path: Path) -> Path:
    return build_case(make_report(archive), archive, tmp_path / "case.zip").path


def test_a_case_holds_every_form_and_all_bytes(archive: Archive, case: Path) -> None:
    files = read_all(case)
    assert {form.file for form in FORMS} < files.keys()
    report = make_report(archive)
    manifest = json.loads(files["manifest.json"])
    assert manifest["article"] == report.article.id
    assert {entry["id"] for entry in manifest["articles"]} == set(archive.all_ids())
    for article in archive.articles():
        assert article.raw
        (name,) = (n for n in files if n.startswith(f"raw/{article.raw}."))
        assert files[name] == archive.raw(article.raw)
    endings = sorted(name.rpartition(".")[2] for name in files if name.startswith("raw/"))
    assert endings == ["html", "jsonl", "jsonl", "txt"]
    assert "does not show that a server ever sent these bytes" in manifest["does_not_prove"]


def test_the_manifest_names_every_other_file(case: Path) -> None:
    files = read_all(case)
    named = {f["path"]: f for f in json.loads(files["manifest.json"])["files"]}
    assert named.keys() == files.keys() - {"manifest.json"}
    for name, file in named.items():
        assert file["size"] == len(files[name])
        assert file["sha256"] == hashlib.sha256(files[name]).hexdigest()
        assert file["media_type"]


def test_an_untouched_case_is_intact(archive: Archive, case: Path) -> None:
    found = verify_case(case)
    assert found.intact
    assert (found.recomputed, found.given) == (3, 1)
    assert (found.read_same, found.read_otherwise, found.not_read) == (4, (), 0)
    quick = verify_case(case, found.manifest.digest, read_raw=False)
    assert (quick.intact, quick.read_same, quick.not_read) == (True, 0, 4)
    assert not verify_case(case, "0" * 64).intact
    built = build_case(make_report(archive), archive, case)
    assert built.digest == found.manifest.digest


def test_the_same_report_gives_the_same_bytes(archive: Archive, case: Path, tmp_path: Path) -> None:
    report = make_report(archive)
    again = build_case(report, archive, tmp_path / "again.zip").path
    assert again.read_bytes() == case.read_bytes()
    later = replace(report, made_at="2027-01-01T00:00:00+00:00")
    other = build_case(later, archive, tmp_path / "later.zip").path
    assert other.read_bytes() != case.read_bytes()


def _change(name: str, old: bytes = b"e", new: bytes = b"3") -> Callable[[Files], None]:
    def change(files: Files) -> None:
        found = next(each for each in files if each.startswith(name))
        files[found] = files[found].replace(old, new, 1)

    return change


def _remove(name: str) -> Callable[[Files], None]:
    def remove(files: Files) -> None:
        del files[next(each for each in files if each.startswith(name))]

    return remove


def _add(files: Files) -> None:
    files["raw/new.txt"] = b"A page that nobody saw."


def _forge_text(files: Files) -> None:
    """Another text in `articles.jsonl`, and a manifest that fits it but for the article's id."""
    lines = files["articles.jsonl"].splitlines(keepends=True)
    lines[0] = lines[0].replace(b"pier", b"dock", 1)
    files["articles.jsonl"] = b"".join(lines)
    _fit_manifest(files, "articles.jsonl")


def _forge_bytes(files: Files) -> None:
    name = next(each for each in files if each.startswith("raw/"))
    files[name] += b"<!-- -->"
    _fit_manifest(files, name)


def _fit_manifest(files: Files, name: str) -> None:
    manifest: dict[str, Any] = json.loads(files["manifest.json"])
    del manifest["digest"]
    entry = next(file for file in manifest["files"] if file["path"] == name)
    entry["size"], entry["sha256"] = len(files[name]), hashlib.sha256(files[name]).hexdigest()
    text = json.dumps(manifest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    manifest["digest"] = hashlib.sha256(text.encode()).hexdigest()
    files["manifest.json"] = json.dumps(manifest).encode()


def _names(found: CaseCheck) -> dict[str, list[str]]:
    kinds = ("missing", "changed", "extra")
    return {kind: [n.partition("/")[0] for n in getattr(found, kind)] for kind in kinds}


@pytest.mark.parametrize(
    ("meddle", "expected"),
    [
        (_change("report.html"), {"changed": ["report.html"]}),
        (_change("raw/"), {"changed": ["raw"]}),
        (_change("manifest.json", b'"2026-', b'"2025-'), {"changed": ["manifest.json"]}),
        (_remove("claims.csv"), {"missing": ["claims.csv"]}),
        (_remove("raw/"), {"missing": ["raw"]}),
        (_add, {"extra": ["raw"]}),
    ],
)
def test_what_was_done_to_a_case_is_told(
    case: Path, tmp_path: Path, meddle: Callable[[Files], None], expected: dict[str, list[str]]
) -> None:
    files = read_all(case)
    meddle(files)
    found = verify_case(write_all(tmp_path / "other.zip", files))
    assert not found.intact
    assert {kind: names for kind, names in _names(found).items() if names} == expected


@pytest.mark.parametrize("forge", [_forge_text, _forge_bytes])
def test_a_new_manifest_does_not_hide_another_text_or_other_bytes(
    case: Path, tmp_path: Path, forge: Callable[[Files], None]
) -> None:
    digest = verify_case(case).manifest.digest
    files = read_all(case)
    forge(files)
    other = write_all(tmp_path / "other.zip", files)
    found = verify_case(other)
    assert (_names(found), len(found.wrong)) == ({"missing": [], "changed": [], "extra": []}, 1)
    assert verify_case(other, digest).other_digest


def test_a_damaged_entry_is_changed(case: Path) -> None:
    data = bytearray(case.read_bytes())
    at = data.index(b"report.html") + 200
    data[at] ^= 0xFF
    case.write_bytes(data)
    assert verify_case(case).changed == ("report.html",)


def test_a_verdict_goes_along(archive: Archive, tmp_path: Path) -> None:
    report = make_report(archive)
    give_verdict(archive, report.article.id)
    give_verdict(archive, "another")
    files = read_all(build_case(report, archive, tmp_path / "case.zip").path)
    (told,) = json.loads(files["verdicts.json"])
    assert (told["rating"], told["decided_by"], told["url"]) == ("So it is", "A. Editor", None)
    assert "claimreview.json" not in files, "it is not published"
    give_verdict(archive, report.article.id, "https://desk.example/1")
    files = read_all(build_case(report, archive, tmp_path / "later.zip").path)
    (review,) = json.loads(files["claimreview.json"])
    assert (review["@type"], review["author"]["name"]) == ("ClaimReview", "A. Editor")
    assert find_faults(review) == []
    assert len(json.loads(files["verdicts.json"])) == 2


def test_a_verdict_on_an_earlier_text_goes_along_as_such(archive: Archive, tmp_path: Path) -> None:
    report = make_report(archive)
    text = Article("", "The pier is shut.", url="https://pier.example/1").with_id()
    later = replace(text, text="The pier is open.").with_id()
    archive.add([Collected(text, b"", "text/plain", "page")])
    give_verdict(archive, text.id, "https://desk.example/1")
    archive.add([Collected(later, b"", "text/plain", "page")])
    decided = archive.examinations.decide(replace(report, article=later))
    files = read_all(build_case(decided, archive, tmp_path / "case.zip").path)
    (told,) = json.loads(files["verdicts.json"])
    assert told["article"] == text.id
    assert "changed at its address" in told["flag"]
    assert "claimreview.json" not in files, "which cannot say that"


def test_what_people_decided_goes_along(archive: Archive, tmp_path: Path) -> None:
    report = sample.make_report()
    decision = sample.take(report, 1, sample.stance_key(report, sample.OPEN), Verb.REJECT)
    decided = apply_decisions(report, (replace(decision, decided_by="Anna"),))
    files = read_all(build_case(decided, archive, tmp_path / "case.zip").path)
    (told,) = json.loads(files["decisions.json"])
    assert (told["key"], told["decision"]["by"], told["state"]) == (decision.key, "Anna", "applied")
    assert "decisions.json" not in read_all(build_case(report, archive, tmp_path / "b.zip").path)


def test_the_bytes_of_an_article_that_is_not_archived(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "reprint.txt"
    path.write_text(f"Old pier closes\n\n{HARBOUR}", encoding="utf-8")
    given = load_with_bytes(path, archive)
    report = replace(make_report(archive), article=given.article)
    case = build_case(report, archive, tmp_path / "case.zip", given).path
    assert read_all(case)[f"raw/{given.article.raw}.txt"] == path.read_bytes()
    assert verify_case(case).read_same == 4
    without = build_case(report, archive, tmp_path / "without.zip").path
    assert (verify_case(without).intact, verify_case(without).not_read) == (True, 1)


def test_bytes_that_would_look_like_a_bomb_are_kept_as_they_are(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "archive", create=True)
    data = b"One pier." + b" " * 3_000_000
    archive.add([Collected(Article("x", "One pier."), data, "text/plain", "x.txt")])
    case = build_case(make_report(archive), archive, tmp_path / "case.zip").path
    assert verify_case(case, read_raw=False).intact
    assert case.stat().st_size > len(data)


def test_a_case_that_cannot_be_written_leaves_nothing(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CaseError, match="cannot be written to"):
        build_case(make_report(archive), archive, tmp_path / "none" / "case.zip")
    monkeypatch.setattr("secondsource.jobs.cases.build.MOST_BYTES", 10_000)
    with pytest.raises(CaseError, match="two gigabytes"):
        build_case(make_report(archive), archive, tmp_path / "case.zip")
    assert not list(tmp_path.glob("case.zip*"))


def test_a_case_takes_the_place_of_files_only(archive: Archive, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (Path(), tmp_path, tmp_path / "pipe"):
        with pytest.raises(CaseError, match="is a folder or a device"):
            build_case(make_report(archive), archive, path)
    beside = _write(tmp_path / "case.zip.part", "of somebody else")
    build_case(make_report(archive), archive, _write(tmp_path / "case.zip", "old"))
    assert beside.read_text() == "of somebody else"
    assert verify_case(tmp_path / "case.zip").intact


def test_an_id_with_digits_added_is_computed(tmp_path: Path) -> None:
    (item,) = collect(_write(tmp_path / "a.txt", HARBOUR))
    assert isinstance(item, Collected)
    assert is_computed(item.article)
    assert not is_computed(replace(item.article, text="Another."))
    assert not is_computed(replace(item.article, id=f"{item.article.id}~00000000"))
    with Archive.open(tmp_path / "archive", create=True) as archive:
        taken = replace(item, article=replace(item.article, text="Another."), raw=b"other")
        (first,) = archive.add([taken]).added
        (second,) = archive.add([item]).changed
        assert [is_computed(a) for a in archive.articles([first, second])] == [False, True]


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _bend(value: Any, random: Random) -> Any:
    """A JSON value with one place in it made something else."""
    if isinstance(value, dict) and value and random.random() < 0.9:
        name = random.choice(sorted(value))
        return {**value, name: _bend(value[name], random)}
    if isinstance(value, list) and value and random.random() < 0.9:
        at = random.randrange(len(value))
        return [*value[:at], _bend(value[at], random), *value[at + 1 :]]
    return random.choice([None, True, -1, 10**30, 0.5, "", "\ud800", "../a", "x" * 9, [], {}, [[]]])


def test_any_manifest_and_any_articles_are_refused_or_told(case: Path, tmp_path: Path) -> None:
    random, files, path = Random(7), read_all(case), tmp_path / "bent.zip"
    lines = files["articles.jsonl"].splitlines()
    for number in range(200):
        bent = dict(files)
        if number % 2:
            manifest = _bend(json.loads(files["manifest.json"]), random)
            bent["manifest.json"] = json.dumps(manifest).encode()
        else:
            article = json.dumps(_bend(json.loads(lines[0]), random)).encode()
            bent["articles.jsonl"] = b"\n".join([article, *lines[1:]])
            _fit_manifest(bent, "articles.jsonl")
        write_all(path, bent)
        try:
            found = verify_case(path, read_raw=False)
        except CaseError:
            continue
        json.dumps(check_json(found), ensure_ascii=False).encode()
        assert not found.intact or _same_article(bent, files)


def _same_article(bent: Files, files: Files) -> bool:
    """Whether all that an id is made of, and the hash of the bytes, stand as they stood."""
    names = ("id", "url", "outlet", "published", "text", "raw")
    first, other = (json.loads(f["articles.jsonl"].splitlines()[0]) for f in (bent, files))
    return all(first.get(name) == other.get(name) for name in names)
