"""The layout holds: pure stages import no archive, network, web or clock; nothing reaches up."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

_SOURCE = Path(__file__).parents[1] / "src" / "secondsource"
_PURE = ("lineage", "reading", "evidence", "report", "review")
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

_FACES = ("secondsource.cli", "secondsource.commands", "secondsource.web")
_ABOVE = {
    **dict.fromkeys(
        ("archive", "collect", "messages", "models"),
        ("secondsource.demo", "secondsource.jobs", "secondsource.load", *_FACES),
    ),
    "factcheck": (
        *("secondsource.archive", "secondsource.report", "secondsource.review"),
        *("secondsource.demo", "secondsource.jobs", "secondsource.load", *_FACES),
    ),
    "jobs": _FACES,
    "commands": ("secondsource.cli",),
    "web": ("secondsource.cli", "secondsource.commands"),
}


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


@pytest.mark.parametrize(("folder", "above"), _ABOVE.items())
def test_nothing_reaches_up(folder: str, above: tuple[str, ...]) -> None:
    assert not _list_imports_of(folder, above)


def test_the_check_itself_sees_imports(tmp_path: Path) -> None:
    sample = tmp_path / "sample.py"
    sample.write_text("def f():\n    from secondsource.archive import Archive\n    import httpx\n")
    assert sum(_is_among(name, _FORBIDDEN) for name in _imports(sample)) >= 2


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
