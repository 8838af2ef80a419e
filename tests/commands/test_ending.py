"""A command that the system ends leaves nothing half-written."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
import uvicorn
from typer.testing import CliRunner

from secondsource import Archive, cli
from secondsource.commands import check
from secondsource.commands.ending import ending_orderly

_WRITES = """
import sys, time
from pathlib import Path
from secondsource.commands.ending import ending_orderly
from secondsource.files import replacing
with ending_orderly(), replacing(Path(sys.argv[1])) as beside:
    beside.write_text("half")
    print("kept", end="")
    print("begun", file=sys.stderr, flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="cannot be asked to end")
def test_what_was_begun_is_taken_back_and_the_process_ends_by_the_signal(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_text("whole")
    words = [sys.executable, "-c", _WRITES, str(file)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stderr
        assert process.stderr.readline() == b"begun\n"
        process.send_signal(signal.SIGTERM)
        said, _told = process.communicate()
    assert (process.returncode, said) == (-signal.SIGTERM, b"kept")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"report.json": "whole"}


def test_every_command_ends_so(monkeypatch: pytest.MonkeyPatch) -> None:
    came: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _frame: came.append(number))
    monkeypatch.setattr(cli, "app", lambda: signal.raise_signal(signal.SIGTERM))
    try:
        with pytest.raises(SystemExit) as ended:
            cli.main()
    finally:
        signal.signal(signal.SIGTERM, before)
    assert (ended.value.code, came) == (130, [signal.SIGTERM])


def test_without_the_signal_nothing_is_ended() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with ending_orderly():
        pass
    assert signal.getsignal(signal.SIGTERM) == before


_LOADS = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests run without it

class Waits:
    def find_spec(self, name, path=None, target=None):
        if name == "secondsource.{module}":
            print("LOADING", file=sys.stderr, flush=True)
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Waits())
sys.argv = ["secondsource", "--version"]
import secondsource.__main__
secondsource.__main__.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="ends by another code")
@pytest.mark.parametrize("module", ["cli", "evidence.stance", "commands.serve"])
def test_ctrl_c_while_the_command_is_loading_ends_it_without_a_word(module: str) -> None:
    words = [sys.executable, "-c", _LOADS.format(module=module)]
    ended = subprocess.run(words, capture_output=True, check=False)
    assert (ended.returncode, ended.stdout) == (-signal.SIGINT, b"")
    assert ended.stderr == b"LOADING\n"


def test_ctrl_c_is_python_s_again_when_the_command_has_loaded() -> None:
    script = """
import signal
from secondsource import __main__, cli
cli.main = lambda: print(signal.getsignal(signal.SIGINT) is before)
for before in (signal.default_int_handler, signal.SIG_IGN):
    signal.signal(signal.SIGINT, before)
    __main__.main()
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert ran.stdout.split() == [b"True", b"True"]


@pytest.fixture
def archive(tmp_path: Path) -> str:
    Archive.open(tmp_path / "archive", create=True).close()
    return str(tmp_path / "archive")


def _stop(*_given: object, **_options: object) -> None:
    raise KeyboardInterrupt


def test_a_command_that_is_stopped_says_so_in_one_line(
    monkeypatch: pytest.MonkeyPatch, archive: str
) -> None:
    monkeypatch.setattr(cli, "trace_archive", _stop)
    ended = CliRunner().invoke(cli.app, ["lineage", "--all", "--archive", archive])
    assert (ended.exit_code, ended.stdout) == (130, "")
    assert ended.stderr == (
        "Stopped before it was done: nothing is half-written, and what was kept is still there.\n"
    )


def test_an_examination_that_found_nothing_yet_says_that_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch, archive: str, tmp_path: Path
) -> None:
    monkeypatch.setattr(check, "check", _stop)
    words = ["check", "a.txt", "--archive", archive, "--keep", "--report", str(tmp_path / "out")]
    ended = CliRunner().invoke(cli.app, words)
    assert (ended.exit_code, ended.stdout) == (130, "")
    assert ended.stderr == "Stopped before there was a report: nothing of it is kept or written.\n"
    assert not (tmp_path / "out").exists()


def test_a_command_that_tells_what_it_kept_says_nothing_besides(
    monkeypatch: pytest.MonkeyPatch, archive: str
) -> None:
    monkeypatch.setattr(cli, "load_words", _stop)
    ended = CliRunner().invoke(cli.app, ["enrich", "--archive", archive])
    assert (ended.exit_code, ended.stderr) == (
        130,
        "Stopped; 0 of 0 articles have their vector.\n",
    )


def test_ctrl_c_is_the_usual_end_of_the_workbench(
    monkeypatch: pytest.MonkeyPatch, archive: str
) -> None:
    monkeypatch.setattr(uvicorn.Server, "run", _stop)
    ended = CliRunner().invoke(cli.app, ["serve", "--archive", archive, "--port", "0"])
    assert ended.exit_code == 130
    assert "Stopped" not in ended.stderr
