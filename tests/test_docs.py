"""The documentation holds: its examples run, its links lead somewhere, its commands exist."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from tests.lineage.prose import HARBOUR, ORCHARD

_ROOT = Path(__file__).parents[1]
_PAGES = [_ROOT / "README.md", *sorted((_ROOT / "docs").rglob("*.md"))]


@pytest.mark.slow
def test_the_python_example_runs(tmp_path: Path) -> None:
    lines = [{"text": HARBOUR, "id": "a"}, {"text": ORCHARD, "id": "b"}]
    (tmp_path / "dump.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    page = f"<html><body><article><h1>Pier closes</h1><p>{HARBOUR}</p></article></body></html>"
    (tmp_path / "article.html").write_text(page, encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", _ROOT.joinpath("README.md").read_text(), re.S)
    done = subprocess.run(
        [sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.slow
def test_the_examples_of_lineage_run(tmp_path: Path) -> None:
    spec = spec_from_file_location("make_examples", _ROOT / "docs" / "make_examples.py")
    assert spec is not None
    assert spec.loader is not None
    examples = module_from_spec(spec)
    spec.loader.exec_module(examples)
    printed = {words: examples.run(words, tmp_path) for words in examples.read_commands()}
    assert all(
        text or (tmp_path / words.split()[-1]).stat().st_size for words, text in printed.items()
    )
    assert {"lineage"} == {words.split()[0] for words in printed}
    assert (tmp_path / "timeline.svg").read_text("utf-8").startswith("<svg")


def _links(page: Path) -> Iterator[Path]:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            yield page.parent / target


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    assert not [str(link) for link in _links(page) if not link.exists()]


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_modules_named_in_commands_exist(page: Path) -> None:
    named = re.findall(r"python -m ((?:evals|training|benchmarks)\.\w+)", page.read_text())
    files = {name: _ROOT / f"{name.replace('.', '/')}.py" for name in named}
    assert not [name for name, path in files.items() if not path.exists()]


def test_every_stage_has_a_page() -> None:
    pages = {page.stem.split("-")[0] for page in _PAGES}
    assert {"collect", "archive", "lineage", "reading", "evidence", "report"} <= pages
