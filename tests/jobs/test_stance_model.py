"""A stance model that a user names takes the place of those of the package, and is told of."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from secondsource import Archive, Article
from secondsource.cli import app
from secondsource.collect import Collected
from secondsource.errors import ModelError
from secondsource.jobs.stance_model import open_judge
from secondsource.models.cross_encoder import ENGLISH
from tests.models.test_hub import write_model

CLAIM = "The north bridge at Port Ansel was closed on Monday."
OTHER = "Cars take the ferry: since Monday Port Ansel has its north bridge closed, said Ann Orr."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive with one article, and beside it the article to examine."""
    archive = tmp_path / "archive"
    article = Article("", OTHER, outlet="Post", language="en").with_id()
    with Archive.open(archive, create=True) as store:
        store.add([Collected(article, OTHER.encode(), "text/plain", "post")])
    (tmp_path / "examined.txt").write_text(CLAIM, encoding="utf-8")
    return tmp_path


def _check(folder: Path, *words: str) -> dict[str, object]:
    examined, archive = str(folder / "examined.txt"), str(folder / "archive")
    done = CliRunner().invoke(app, ["check", examined, "-a", archive, "--json", "-", *words])
    assert done.exit_code == 0, done.output
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_the_named_model_judges_and_the_report_says_so(folder: Path) -> None:
    own = _check(folder)
    # The model's labels are turned: what supports disputes, so that its answers can be told.
    labels = {"0": "contradiction", "1": "entailment", "2": "neutral"}
    model = write_model(folder / "turned", labels)
    turned = _check(folder, "--stance-model", str(model))
    standings = [report["findings"][0]["standing"] for report in (own, turned)]  # type: ignore[index]
    assert standings == ["single_origin", "disputed"]
    named = json.dumps(turned)
    assert f"by the model {model}, named by the user" in named
    assert open_judge(str(model)).digest in named
    assert "named by the user" not in json.dumps(own)


def test_a_model_that_is_not_there_is_told_before_anything_is_examined(folder: Path) -> None:
    words = ["check", str(folder / "examined.txt"), "-a", str(folder / "archive")]
    done = CliRunner().invoke(app, [*words, "--stance-model", "no model"])
    assert isinstance(done.exception, ModelError)
    assert done.stdout == ""


def test_the_same_files_have_one_digest_wherever_they_lie(tmp_path: Path) -> None:
    models = [open_judge(str(write_model(tmp_path / name))) for name in "ab"]
    assert len({model.digest for model in models}) == 1
    assert models[0].digest != open_judge(str(ENGLISH)).digest
