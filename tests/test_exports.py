"""The public names are what `__init__` says, a few, and documented."""

import subprocess
import sys

import pytest

import secondsource


def test_exports() -> None:
    assert sorted(secondsource.__all__) == secondsource.__all__
    assert len(secondsource.__all__) <= 16
    for name in secondsource.__all__:
        assert getattr(secondsource, name).__doc__, name


def test_nothing_else_looks_public() -> None:
    modules = {
        "addresses", "archive", "article", "cli", "collect", "commands", "demo", "errors",
        "evidence", "factcheck", "files", "jobs", "jsonvalues", "language", "lineage", "load",
        "messages", "models", "names", "quotes",
        "reading", "report", "review", "sentences", "web", "words",
    }  # fmt: skip
    public = {name for name in vars(secondsource) if not name.startswith("_")}
    tools = {"TYPE_CHECKING", "import_module"}
    assert public <= set(secondsource.__all__) | modules | tools


def test_a_package_loaded_first_hides_no_name() -> None:
    script = """
import secondsource.collect.page, secondsource.jobs.check
import secondsource
assert set(secondsource.__all__) <= set(dir(secondsource))
for name in secondsource.__all__:
    found = getattr(secondsource, name)
    assert callable(found), name
"""
    subprocess.run([sys.executable, "-c", script], check=True)


def test_an_article_is_there_without_what_takes_long_to_load() -> None:
    script = "import sys; from secondsource import Article; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    loaded = set(told.stdout.decode().split())
    assert "secondsource.article" in loaded
    assert not {"onnxruntime", "secondsource.archive", "secondsource.reading"} & loaded


def test_an_unknown_name_is_told_as_usual() -> None:
    with pytest.raises(AttributeError, match=r"'secondsource' has no attribute 'checks'"):
        secondsource.checks  # noqa: B018
