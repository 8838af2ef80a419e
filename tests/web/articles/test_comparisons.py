"""Comparisons that are kept: worked out one at a time, while those that are kept are shown."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.errors import BusyError
from secondsource.jobs.compare import compare_given
from secondsource.lineage.compare import Comparison
from secondsource.web.app import create_app
from secondsource.web.articles import comparisons as module
from secondsource.web.articles.comparisons import MOST_OF_ONE, Comparisons
from secondsource.web.settings import Settings
from tests.lineage.prose import HARBOUR, ORCHARD, article
from tests.web.desk import ADDRESS
from tests.web.pages.reading import add_articles

LEFT, RIGHT, THIRD = (
    article("first", HARBOUR, outlet="Courier", language="en"),
    article("reprint", HARBOUR, outlet="Inland", language="en"),
    article("orchard", ORCHARD, outlet="Courier", language="en"),
)
WAIT = 30.0


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    add_articles(tmp_path / "archive", (LEFT, RIGHT, THIRD))
    with Archive.open(tmp_path / "archive") as archive:
        yield archive


@contextmanager
def hold_up(monkeypatch: pytest.MonkeyPatch, comparisons: Comparisons) -> Iterator[None]:
    """Somebody's comparison is worked out for as long as this lasts."""
    begun, go_on = threading.Event(), threading.Event()

    def wait(left: Article, right: Article, _archive: Archive | None) -> Comparison:
        begun.set()
        assert go_on.wait(WAIT)
        return compare_given(left, right, None)

    with monkeypatch.context() as patch:
        patch.setattr(module, "compare_given", wait)
        asked = (None, (LEFT, THIRD), "Ann")
        thread = threading.Thread(target=comparisons.compare, args=asked)
        thread.start()
        assert begun.wait(WAIT)
        try:
            yield
        finally:
            go_on.set()
            thread.join(WAIT)


def test_what_is_kept_is_shown_while_another_is_worked_out(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    comparisons = Comparisons()
    kept = comparisons.compare(archive, (LEFT, RIGHT), "Bob")
    with hold_up(monkeypatch, comparisons):
        shown: list[Comparison] = []
        asking = threading.Thread(
            target=lambda: shown.append(comparisons.compare(archive, (LEFT, RIGHT), "Bob")),
            daemon=True,
        )
        asking.start()
        asking.join(5)
        assert len(shown) == 1
    assert shown[0] is kept


def test_who_asks_for_too_many_is_told_and_keeps_no_thread(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    comparisons = Comparisons()
    with hold_up(monkeypatch, comparisons):
        for _ in range(MOST_OF_ONE - 1):
            assert comparisons._places.take("Ann")
        with pytest.raises(BusyError, match="Try again"):
            comparisons.compare(archive, (RIGHT, THIRD), "Ann")
        for _ in range(MOST_OF_ONE - 1):
            comparisons._places.give_back("Ann")
    assert comparisons.compare(archive, (RIGHT, THIRD), "Ann").edge is None


def test_another_text_under_the_same_id_is_compared_anew(archive: Archive) -> None:
    comparisons = Comparisons()
    assert comparisons.compare(archive, (LEFT, RIGHT), "Ann").edge is not None
    again = replace(RIGHT, text=ORCHARD)
    assert comparisons.compare(archive, (LEFT, again), "Ann").edge is None


@pytest.mark.parametrize("path", ["/compare", "/api/compare"])
def test_the_page_says_so(archive: Archive, tmp_path: Path, path: str) -> None:
    assert "orchard" in archive
    app: FastAPI = create_app(Settings(archive=tmp_path / "archive", person="Anna"))
    with TestClient(app, ADDRESS) as client:
        for name in ("Ann", "Bob", "Cay"):
            assert app.state.comparisons._places.take(name)
        answer = client.get(path, params={"left": "first", "right": "orchard"})
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert "Try again in a moment" in answer.text
