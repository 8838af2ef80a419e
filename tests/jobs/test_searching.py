"""A search shows each family once, all its copies under it, and pages by key."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.collect import Collected
from secondsource.errors import RequestError
from secondsource.jobs import searching
from secondsource.jobs.families import refresh_families
from secondsource.jobs.searching import Question, search_groups
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD, article

_ARTICLES = (
    article("first", HARBOUR, language="en", outlet="Courier", published="2024-03-05"),
    article("reprint", HARBOUR, language="en", outlet="Inland", published="2024-03-07"),
    article("again", HARBOUR, language="en", outlet="Islander", published="2024-03-06"),
    article("orchard", ORCHARD, language="en", outlet="Courier", published="2024-03-09"),
    article("bridge", BRIDGE, language="en", outlet="Inland", published="2023-01-01"),
)


def _add(archive: Archive, *articles: Article) -> None:
    placed = [replace(a, url=f"https://{a.id}.example/") for a in articles]
    archive.add(Collected(a, a.text.encode(), "text/plain", a.id) for a in placed)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True) as opened:
        _add(opened, *_ARTICLES)
        yield opened


def _show(archive: Archive, question: Question) -> list[list[str]]:
    """The ids of each group, that of the article that stands for it first."""
    groups = search_groups(archive, question).groups
    return [[g.shown.entry.id, *(other.entry.id for other in g.others)] for g in groups]


def test_copies_stand_under_one_of_them(archive: Archive) -> None:
    assert len(_show(archive, Question("ferry pier"))) == 3  # before families are known
    refresh_families(archive)
    answer = search_groups(archive, Question("ferry pier"))
    (group,) = answer.groups
    assert {group.shown.entry.id, *(other.entry.id for other in group.others)} == {
        "first", "reprint", "again",
    }  # fmt: skip
    assert group.family is not None
    assert group.family.articles == 3
    assert "ferry pier" in group.shown.passage
    assert (answer.articles, answer.families, answer.whole) == (3, 1, True)


def test_an_article_added_since_stands_by_itself(archive: Archive) -> None:
    refresh_families(archive)
    _add(archive, replace(_ARTICLES[0], id="late"))
    assert sorted(map(len, _show(archive, Question("ferry pier")))) == [1, 3]
    refresh_families(archive)
    assert list(map(len, _show(archive, Question("ferry pier")))) == [4]


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        (Question("harbour frost bridge", outlet="courier"), {"first", "orchard"}),
        (Question("harbour frost bridge", since="2024-03-07"), {"reprint", "orchard"}),
        (Question("harbour frost bridge", until="2023-12-31"), {"bridge"}),
        (Question("harbour frost bridge", language="ru"), set()),
        (Question("zebra"), set()),
    ],
)
def test_conditions_hold(archive: Archive, question: Question, shown: set[str]) -> None:
    assert {id_ for group in _show(archive, question) for id_ in group} == shown


def test_the_newest_come_first_when_asked(archive: Archive) -> None:
    refresh_families(archive)
    question = Question("harbour frost bridge", newest_first=True)
    assert _show(archive, question) == [["orchard"], ["reprint", "again", "first"], ["bridge"]]


def test_pages_hold_every_group_once(archive: Archive) -> None:
    seen: list[str] = []
    after: str | None = None
    for _ in range(3):
        answer = search_groups(archive, Question("harbour frost bridge", after=after, limit=2))
        seen += [group.shown.entry.id for group in answer.groups]
        after = answer.following
    assert sorted(seen) == sorted(a.id for a in _ARTICLES)
    assert after is None


def test_pages_by_date_go_on_behind_the_article_that_stood_for_the_last_group(
    archive: Archive,
) -> None:
    refresh_families(archive)
    question = Question("harbour frost bridge", newest_first=True, limit=1)
    shown: list[list[str]] = []
    while True:
        shown += _show(archive, question)
        following = search_groups(archive, question).following
        if following is None:
            break
        question = replace(question, after=following)
    assert shown == [["orchard"], ["reprint", "again", "first"], ["bridge"]]


def test_a_key_that_is_gone_is_told(archive: Archive) -> None:
    with pytest.raises(RequestError, match="begin again"):
        search_groups(archive, Question("ferry", after="gone"))


def test_many_copies_do_not_crowd_out_the_rest(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh_families(archive)
    monkeypatch.setattr(searching, "WINDOW", 3)
    groups = _show(archive, Question("harbour pier shipworm frost bridge"))
    assert ["orchard"] in groups
