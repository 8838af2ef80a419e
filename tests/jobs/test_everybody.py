"""The people of an archive as pages show them: found by spelling, shaped by decisions at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from secondsource.archive import Archive
from secondsource.archive.people import PeopleReach
from secondsource.article import Article
from secondsource.collect import Collected
from secondsource.errors import PersonNotFoundError, SecondSourceError
from secondsource.jobs.everybody import (
    find_people,
    merge_two,
    refresh_people,
    shape_people,
    split_off,
)
from secondsource.jobs.people import ABOUT, gather_everybody, index_people
from secondsource.names.name import NameKind
from secondsource.names.people import rule_some

_TEXTS = (
    "Anna Weld, the mayor, said the harbour stays open. Mrs Weld spoke on Monday. "
    "The minister Tomas Breck answered her.",
    "Anna Weld met Tomas Breck. The chairman Henrik Vossmar was there, said Henrik Vossmar.",
    "The mayor Anna Reed spoke. Anna Reed said that the harbour is closed.",
    "Мэр Анна Велд сказала, что порт открыт. Анна Велд выступила в понедельник.",
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True) as opened:
        opened.add(
            Collected(
                Article(f"a{n}", text, language="ru" if n == 3 else "en"),
                text.encode(),
                "text/plain",
                f"a{n}",
            )
            for n, text in enumerate(_TEXTS)
        )
        yield opened


def _names(archive: Archive) -> list[str]:
    return [someone.name for someone in archive.people.most_named(None, 100)]


def test_nothing_is_known_before_names_are_looked_for(archive: Archive) -> None:
    assert shape_people(archive) == PeopleReach(later=4)
    assert find_people(archive, "Weld") == []


def test_what_is_kept_is_what_the_index_has(archive: Archive) -> None:
    assert refresh_people(archive).is_current
    whole = index_people(archive).people.everybody
    assert archive.people.most_named(None, 100) == list(whole)
    assert archive.people.count(NameKind.PERSON) == sum(s.kind == "person" for s in whole)


@pytest.mark.parametrize("spelling", ["anna weld", "Weld", "Анна Велд", "Велд"])
def test_any_spelling_finds_a_person(archive: Archive, spelling: str) -> None:
    refresh_people(archive)
    assert "Anna Weld" in [someone.name for someone in find_people(archive, spelling)][:1]


def test_a_list_goes_on_after_its_last(archive: Archive) -> None:
    refresh_people(archive)
    whole = archive.people.most_named(None, 100)
    paged, after = [], None
    while page := archive.people.most_named(None, 1, after):
        paged += page
        after = page[-1].id
    assert paged == whole


def test_a_merge_shows_at_once_and_is_taken_back(archive: Archive) -> None:
    refresh_people(archive)
    before = _names(archive)
    (weld,), (reed,) = (archive.people.spelled(name) for name in ("Anna Weld", "Anna Reed"))
    _decision, merged = merge_two(archive, weld.id, reed.id, "M. Reader")
    assert set(merged.articles) == set(weld.articles) | set(reed.articles)
    assert _names(archive).count("Anna Reed") == 0
    assert archive.people.spelled("Anna Reed") == [merged]
    assert archive.people.most_named(None, 100) == list(index_people(archive).people.everybody)
    archive.undo(ABOUT, None, "M. Reader")
    shape_people(archive)
    assert _names(archive) == before


def test_a_split_shows_at_once_as_the_whole_index_has_it(archive: Archive) -> None:
    refresh_people(archive)
    (weld,) = archive.people.spelled("Anna Weld")
    assert len(weld.names) > 1, "both scripts are one person"
    (russian,) = [name for name in weld.names if not name.isascii()]
    _decision, left = split_off(archive, weld.id, [russian], "M. Reader")
    assert russian not in left.names
    assert sorted(_names(archive)) == sorted(s.name for s in index_people(archive).people.everybody)
    with pytest.raises(SecondSourceError, match="leave at least one"):
        split_off(archive, left.id, left.names, "M. Reader")


def test_decisions_outlive_new_articles(archive: Archive) -> None:
    refresh_people(archive)
    (weld,), (reed,) = (archive.people.spelled(name) for name in ("Anna Weld", "Anna Reed"))
    merge_two(archive, weld.id, reed.id, "M. Reader")
    text = "Mayor Anna Reed is away. Anna Reed said so."
    archive.add([Collected(Article("new", text, language="en"), b"", "text/plain", "new")])
    assert archive.people.measure().later == 1
    refresh_people(archive)
    (found,) = archive.people.spelled("Anna Reed")
    assert found.name == "Anna Weld"
    assert len(found.articles) == len(weld.articles) + len(reed.articles) + 1


def test_people_read_before_a_new_gathering_never_lie_over_it(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh_people(archive)
    archive.decide(ABOUT, "merge", ("Anna Weld", "Anna Reed"), "M. Reader")
    ruled: list[int] = []

    def gather_meanwhile(*given: Any) -> Any:
        ruled.append(1)
        if len(ruled) == 1:
            text = "Mayor Anna Reed is away. Anna Reed said so."
            archive.add([Collected(Article("new", text, language="en"), b"", "text/plain", "new")])
            archive.names.refresh()
            reach = archive.people.read_wanted()
            archive.people.replace(gather_everybody(archive).everybody, reach)
        return rule_some(*given)

    monkeypatch.setattr("secondsource.jobs.everybody.rule_some", gather_meanwhile)
    shape_people(archive)
    assert len(ruled) == 2
    (found,) = archive.people.spelled("Anna Reed")
    assert max(found.articles) == 5, "the new article is among theirs"
    assert archive.people.most_named(None, 100) == list(index_people(archive).people.everybody)


def test_nobody_has_an_unknown_id(archive: Archive) -> None:
    refresh_people(archive)
    with pytest.raises(PersonNotFoundError):
        archive.people.get("nobody")
    (weld,) = archive.people.spelled("Anna Weld")
    with pytest.raises(SecondSourceError, match="itself"):
        merge_two(archive, weld.id, weld.id, "M. Reader")
