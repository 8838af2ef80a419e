"""Every date on a page stands there as its reader writes dates."""

import re
from pathlib import Path

import pytest

from secondsource.web.accounts.passwords import Passwords
from secondsource.web.hooks.subscription import Wanted
from tests.evidence.newsroom import EXAMINED
from tests.web.desk import open_browser
from tests.web.pages.deciding import KEY, decide, make_desk_with_report

_TAGS = re.compile(r"(?s)<(script|style)\b.*?</\1>|<[^>]+>")
_ISO = re.compile(r".{0,30}\b\d{4}-\d\d\b.{0,12}")
_WRITTEN = {"en": r"\d{1,2} [A-Z][a-z]+ 20\d\d", "ru": r"\d{1,2} [а-я]+ 20\d\d"}
PATHS = (
    "/decisions",
    f"/decisions/on?key={KEY}&article={EXAMINED.id}",
    f"/articles/{EXAMINED.id}",
    "/work",
    "/work/1",
    "/users",
    "/me",
    "/webhooks",
)
MADE = {
    "/api/me/tokens": {"name": "mine", "role": "reader"},
    "/api/work/gather": {},
}
"""What has a date of its own, and is asked for before the pages are looked at."""


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_page_has_a_date_in_figures_alone(
    tmp_path: Path, quick: Passwords, language: str
) -> None:
    app = make_desk_with_report(tmp_path / "archive", quick)
    ann = open_browser(app, "Ann")
    ann.headers["Accept-Language"] = language
    assert decide(ann, "unrelated", reasons="Another bridge.") == 200
    for path, given in MADE.items():
        assert ann.post(path, json=given).status_code in (201, 202), path
    app.state.webhooks.store.add("https://desk.example/", Wanted(language="ru"), "Ann", 0)
    for path in PATHS:
        answer = ann.get(path)
        assert answer.status_code == 200, path
        shown = _TAGS.sub("", answer.text)
        assert _ISO.findall(shown) == [], path
        assert re.search(_WRITTEN[language], shown), path
