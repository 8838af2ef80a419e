"""The documentation holds: its examples run, its links lead somewhere, its commands exist."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from pkgutil import resolve_name

import pytest

from tests.lineage.prose import HARBOUR, ORCHARD

_ROOT = Path(__file__).parents[1]
_PAGES = [
    *sorted(_ROOT.glob("*.md")),
    *(page for part in ("docs", "src") for page in sorted((_ROOT / part).rglob("*.md"))),
]
_EXAMPLE = re.compile(r"```python\n(.*?)```", re.DOTALL)


@pytest.mark.slow
def test_the_python_example_runs(tmp_path: Path) -> None:
    lines = [{"text": HARBOUR, "id": "a"}, {"text": ORCHARD, "id": "b"}]
    (tmp_path / "dump.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    page = f"<html><body><article><h1>Pier closes</h1><p>{HARBOUR}</p></article></body></html>"
    (tmp_path / "article.html").write_text(page, encoding="utf-8")
    (example,) = _EXAMPLE.findall(_ROOT.joinpath("README.md").read_text(encoding="utf-8"))
    done = subprocess.run(
        [sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


def _list_asserting_examples() -> list[tuple[str, str]]:
    """The Python examples that need nothing around them and say what they give, by page."""
    found = [(page.name, page.read_text(encoding="utf-8")) for page in _PAGES]
    blocks = [(name, code) for name, text in found for code in _EXAMPLE.findall(text)]
    return [(name, code) for name, code in blocks if "\nassert " in code]


@pytest.mark.slow
@pytest.mark.parametrize(("page", "code"), _list_asserting_examples())
def test_examples_give_what_they_say(page: str, code: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{page}: {done.stderr}"


@pytest.mark.slow
def test_the_examples_of_lineage_run(tmp_path: Path) -> None:
    spec = spec_from_file_location("make_examples", _ROOT / "docs" / "make_examples.py")
    assert spec is not None
    assert spec.loader is not None
    examples = module_from_spec(spec)
    spec.loader.exec_module(examples)
    for words, shown in examples.read_examples():
        printed = examples.run(words, tmp_path)
        assert printed.split() == shown.split(), words
        assert printed or (tmp_path / words.split()[-1]).stat().st_size
    assert (tmp_path / "timeline.svg").read_text("utf-8").startswith("<svg")


def _links(page: Path) -> Iterator[tuple[Path, str]]:
    """Each file that a page links to, with the heading in it or an empty string."""
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            name, _, heading = target.partition("#")
            yield (page.parent / name if name else page), heading


def _headings(page: Path) -> set[str]:
    """The headings of a page as they stand in addresses."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.S | re.M)
    headings = re.findall(r"^#+ (.*)", text, flags=re.M)
    return {re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in headings}


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: str(page.relative_to(_ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for file, heading in _links(page):
        assert file.exists(), file
        assert not heading or heading in _headings(file), f"{file}#{heading}"


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: str(page.relative_to(_ROOT)))
def test_modules_named_in_commands_exist(page: Path) -> None:
    named = re.findall(r"python -m ((?:evals|training|benchmarks)\.\w+)", page.read_text())
    files = {name: _ROOT / f"{name.replace('.', '/')}.py" for name in named}
    assert not [name for name, path in files.items() if not path.exists()]


def test_every_stage_has_a_page() -> None:
    pages = {page.stem.split("-")[0] for page in _PAGES}
    assert {"collect", "archive", "lineage", "reading", "evidence", "report"} <= pages


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: str(page.relative_to(_ROOT)))
def test_what_pages_name_of_the_package_is_there(page: Path) -> None:
    named = re.findall(r"`(secondsource(?:\.\w+)+)`", page.read_text(encoding="utf-8"))
    assert not [name for name in named if not _is_there(name)]


def _is_there(name: str) -> bool:
    """Whether a dotted name is a module's, or that of something in a module."""
    try:
        resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True
