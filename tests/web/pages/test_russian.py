"""The pages for a reader of Russian: no sentence of ours is left in English."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.messages.update import read_language
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.web.desk import ADDRESS
from tests.web.pages.reading import ARTICLES, PATHS, add_articles


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("russian") / "archive"
    add_articles(folder, ARTICLES)
    app = create_app(Settings(archive=folder, person="Anna"))
    with TestClient(app, base_url=ADDRESS, headers={"Accept-Language": "ru"}) as client:
        yield client


@pytest.fixture(scope="module")
def english() -> frozenset[str]:
    """The sentences and phrases, without places or markup, that are other words in Russian."""
    return frozenset(
        message.id
        for message in read_language("ru")
        if isinstance(message.id, str)
        and " " in message.id
        and not re.search(r"%\(|<", message.id)
        and message.id != message.string
    )


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_russian_throughout(desk: TestClient, english: frozenset[str], path: str) -> None:
    desk.get(path, headers={"Accept-Language": "en"})  # what is kept of a template has no language
    page = desk.get(path).text
    assert '<html lang="ru">' in page
    shown = html.unescape(re.sub(r"(?s)<(script|style)\b.*?</\1>", "", page))
    assert sorted(sentence for sentence in english if sentence in shown) == []
    assert "<span lang=en>" not in shown
