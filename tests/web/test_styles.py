"""The styles of the workbench leave those of the report alone, which stand on the same pages."""

import re
from importlib.resources import files

from secondsource.report.html import read_files

_SHARED = {"acts", "fine"}
"""What both style on purpose: the place for decisions beside an item, and small print."""


def _list_classes(style: str) -> set[str]:
    selectors = " ".join(re.findall(r"([^{}]*)\{", style))
    return set(re.findall(r"\.([a-z][\w-]*)", selectors))


def test_no_class_means_two_things() -> None:
    report = {
        c
        for name, text in read_files().items()
        if name == "report.css"
        for c in _list_classes(text)
    }
    assert "row" in report
    sheets = [
        f for f in files("secondsource.web").joinpath("static").iterdir() if f.name.endswith(".css")
    ]
    both = {f.name: _list_classes(f.read_text(encoding="utf-8")) & report - _SHARED for f in sheets}
    assert not {name: classes for name, classes in both.items() if classes}
