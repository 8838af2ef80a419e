"""An examination is swept for cycles less often than Python does, and only an examination."""

import gc
from pathlib import Path

import pytest
from typer.testing import CliRunner

from secondsource import Archive, cli
from secondsource.commands import check as command
from secondsource.commands.sweeping import sweep_seldom
from secondsource.errors import SecondSourceError


def test_python_sweeps_as_before_once_it_is_over_however_it_ends() -> None:
    before = gc.get_threshold()
    with sweep_seldom():
        assert gc.get_threshold() == (20_000, *before[1:])
    assert gc.get_threshold() == before
    with pytest.raises(KeyboardInterrupt), sweep_seldom():
        raise KeyboardInterrupt
    assert gc.get_threshold() == before


def test_an_article_is_examined_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen: list[int] = []

    def check(*_asked: object) -> None:
        seen.append(gc.get_threshold()[0])
        raise SecondSourceError("enough")

    monkeypatch.setattr(command, "check", check)
    Archive.open(tmp_path, create=True).close()
    done = CliRunner().invoke(cli.app, ["check", "any.txt", "--archive", str(tmp_path)])
    assert str(done.exception) == "enough"
    assert seen == [20_000]
