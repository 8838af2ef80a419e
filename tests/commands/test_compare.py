"""The command `compare`: two files without an archive, two articles of one, one clear refusal."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from secondsource.cli import app
from secondsource.errors import ComparisonError
from tests.lineage.prose import HARBOUR, article
from tests.web.pages.reading import add_articles

_ARTICLES = tuple(
    article(name, HARBOUR, url=f"https://{name}.example/", outlet=name)
    for name in ("first", "reprint")
)


def test_two_files_without_an_archive(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(f"{HARBOUR}\n\nForty planks were eaten.", encoding="utf-8")
    (tmp_path / "new.txt").write_text(f"{HARBOUR}\n\nNinety planks were eaten.", encoding="utf-8")
    done = CliRunner().invoke(app, ["compare", *map(str, sorted(tmp_path.glob("*.txt"))[::-1])])
    assert done.exit_code == 0, done.output
    assert "number changed: [-Forty-]{+Ninety+} planks" in " ".join(done.output.split())


def test_two_articles_of_an_archive_as_json(tmp_path: Path) -> None:
    add_articles(tmp_path / "archive", _ARTICLES)
    words = ["compare", "first", "reprint", "--archive", str(tmp_path / "archive"), "--json", "-"]
    done = CliRunner().invoke(app, words)
    given = json.loads(done.stdout)
    assert (given["edge"]["relation"], given["edits"]) == ("copy", [])


@pytest.mark.parametrize("name", ["first"])
def test_one_article_twice(tmp_path: Path, name: str) -> None:
    add_articles(tmp_path / "archive", _ARTICLES)
    words = ["compare", name, name, "--archive", str(tmp_path / "archive")]
    assert isinstance(CliRunner().invoke(app, words).exception, ComparisonError)
