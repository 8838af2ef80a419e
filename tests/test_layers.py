"""The layout holds: pure stages import no archive, network, web or clock; imports go one way."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

_SOURCE = Path(__file__).parents[1] / "src" / "secondsource"
_PURE = ("names", "lineage", "reading", "evidence", "report", "review")
_FORBIDDEN = (
    "secondsource.archive",
    "secondsource.cli",
    "secondsource.commands",
    "secondsource.collect",
    "secondsource.demo",
    "secondsource.load",
    "secondsource.jobs",
    "secondsource.web",
    "http",
    "httpx",
    "requests",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
    "time",
    "urllib.request",
)

_ORDER = (
    *("errors", "article", "addresses", "language", "files", "jsonvalues", "messages"),
    *("sentences", "words", "quotes", "names"),
    *("collect", "lineage", "models", "reading", "evidence", "factcheck", "review", "report"),
    *("archive", "load", "jobs", "demo", "web", "commands", "cli"),
    *("__init__", "__main__"),
)
"""Every module and package of the top folder, the lowest first: each imports what comes before."""


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _is_among(name: str, modules: tuple[str, ...]) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in modules)


def _list_imports_of(folder: str, modules: tuple[str, ...]) -> set[str]:
    return {
        f"{path.relative_to(_SOURCE)} imports {name}"
        for path in (_SOURCE / folder).rglob("*.py")
        for name in _imports(path)
        if _is_among(name, modules)
    }


@pytest.mark.parametrize("stage", _PURE)
def test_pure_stages_stay_pure(stage: str) -> None:
    assert not _list_imports_of(stage, _FORBIDDEN)


def _list_parts(root: Path) -> dict[str, tuple[Path, ...]]:
    """The modules of every package of a folder, and each module that stands there by itself."""
    packages = {path.parent for path in root.glob("*/__init__.py")}
    parts = {package.name: tuple(package.rglob("*.py")) for package in packages}
    return parts | {path.stem: (path,) for path in root.glob("*.py")}


def _list_breaches(root: Path, order: Sequence[str]) -> set[str]:
    """What a part imports of another that does not come before it; public names come last."""
    levels = {part: level for level, part in enumerate(order)}
    return {
        f"{path.relative_to(root)} imports {name}"
        for part, paths in _list_parts(root).items()
        for path in paths
        for name in _imports(path)
        if name.startswith("secondsource.")
        if levels.get(name.split(".")[1], len(order)) > levels[part]
    }


def test_every_part_has_its_place() -> None:
    assert sorted(_ORDER) == sorted(_list_parts(_SOURCE))


def test_imports_go_one_way() -> None:
    assert not _list_breaches(_SOURCE, _ORDER)


def test_the_check_itself_sees_imports(tmp_path: Path) -> None:
    sample = tmp_path / "sample.py"
    sample.write_text("def f():\n    from secondsource.archive import Archive\n    import httpx\n")
    assert sum(_is_among(name, _FORBIDDEN) for name in _imports(sample)) >= 2


def test_an_import_upwards_is_seen(tmp_path: Path) -> None:
    for part, text in {
        "low": "def f():\n    import secondsource.high.other\n",
        "high": "from secondsource import low\n",
        "top": "from secondsource import Archive\n",
    }.items():
        (tmp_path / part).mkdir()
        (tmp_path / part / "__init__.py").write_text(text)
    low, high, top = (
        "low/__init__.py imports secondsource.high.other",
        "high/__init__.py imports secondsource.low",
        "top/__init__.py imports secondsource.Archive",
    )
    assert _list_breaches(tmp_path, ("low", "high", "top")) == {low, top}
    assert _list_breaches(tmp_path, ("high", "low", "top")) == {high, top}


def test_modules_are_short() -> None:
    long = {
        f"{path.relative_to(_SOURCE)}: {count} lines"
        for path in _SOURCE.rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long


def test_no_function_is_over_forty_lines() -> None:
    long = {
        f"{path.relative_to(_SOURCE)}:{node.lineno} {node.name}"
        for path in _SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _length(node) > 40
    }
    assert not long


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of code, the docstring left out."""
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or 0) - first.lineno + 1
