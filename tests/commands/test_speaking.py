"""The words of a report in the language that was asked for, or that the environment has."""

import pytest
from typer.testing import CliRunner

from secondsource.cli import app
from secondsource.messages import current_language

_UNSET = {"LC_ALL": None, "LC_MESSAGES": None, "LANG": None}
_RUSSIAN, _ENGLISH = "Весь отчёт для заметок и вики.", "The whole report for notes and wikis."


@pytest.mark.parametrize(
    ("arguments", "environment", "shown"),
    [
        (["--speak", "ru"], {}, _RUSSIAN),
        ([], {"LANG": "ru_RU.UTF-8"}, _RUSSIAN),
        ([], {"LANG": "ru_RU.UTF-8", "LC_ALL": "C.UTF-8"}, _ENGLISH),
        (["--speak", "en"], {"LANG": "ru_RU.UTF-8"}, _ENGLISH),
        ([], {"LANG": "xx_YY"}, _ENGLISH),
        ([], {}, _ENGLISH),
    ],
)
def test_a_command_speaks_the_language_asked_for(
    arguments: list[str], environment: dict[str, str], shown: str
) -> None:
    done = CliRunner().invoke(
        app, ["export", "--formats", *arguments], env={**_UNSET, **environment}
    )
    assert done.exit_code == 0, done.output
    assert shown in " ".join(done.output.split())
    assert current_language() == "en"


def test_a_language_that_is_not_spoken_is_told() -> None:
    done = CliRunner().invoke(app, ["export", "--formats", "--speak", "xx"], env=_UNSET)
    assert done.exit_code == 2
    assert "Русский" in done.output
