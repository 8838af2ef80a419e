"""The same archive and version give the same report, byte for byte but for the time of making."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from secondsource.demo import EXAMINED, build_archive


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "archive"
    build_archive(folder)
    return folder


def _examine(archive: Path, out: Path, seed: str, threads: str) -> dict[str, str]:
    """The report's files, written by a process of its own, without the time of making."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads}
    script = "from secondsource.cli import main; main()"
    options = ("--archive", str(archive), "--report", str(out))
    command = [sys.executable, "-c", script, "check", str(EXAMINED), *options]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    made = json.loads((out / "report.json").read_text("utf-8"))["made_at"]
    texts = {path.name: path.read_text("utf-8") for path in sorted(out.iterdir())}
    assert all(text.count(made) == 1 for text in texts.values())
    return {name: text.replace(made, "") for name, text in texts.items()}


def test_two_processes_write_the_same(archive: Path, tmp_path: Path) -> None:
    first = _examine(archive, tmp_path / "first", "1", "1")
    second = _examine(archive, tmp_path / "second", "77", "2")
    assert first == second
    made = json.loads((tmp_path / "first" / "report.json").read_text("utf-8"))["made_with"]
    assert {"stance", "sentences", "encoder"} <= made["models"].keys()
    assert made["archive"]["articles"] == 44
    assert len(made["archive"]["digest"]) == 16
    assert made["settings"]["claims"] == "60"
