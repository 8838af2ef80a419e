"""What templates take from the modules of the report is there: no import would miss it."""

import re
from importlib.resources import files
from types import ModuleType

import pytest

from secondsource.report import naming, quoted, wording


@pytest.mark.parametrize("module", [naming, quoted, wording])
def test_what_templates_name_of_a_module_is_there(module: ModuleType) -> None:
    own = re.compile(rf"\b{module.__name__.rpartition('.')[2]}\.([A-Z][A-Z_]+)\b")
    templates = files("secondsource.report") / "templates"
    texts = [each.read_text("utf-8") for each in templates.iterdir() if each.is_file()]
    named = {name for text in texts for name in own.findall(text)}
    assert named
    assert {name for name in named if not hasattr(module, name)} == set()
