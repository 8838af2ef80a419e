"""Ctrl-C sent to a real process: what was found so far comes out, marked incomplete."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from secondsource import Archive, Article
from secondsource.collect import Collected
from secondsource.jobs.stopping import Steps

_SENTENCES = (
    "The north bridge at Port Ansel was closed on 5 May 2031.",
    "Inspectors found 12 cracks in its steel bearings.",
    "The council of Port Ansel spent 4 million crowns on repairs in 2029.",
    "Mayor Ines Dorrow ordered 30 buses for the coast road.",
    "The ferry carried 800 passengers on Monday.",
    "The harbour of Port Ansel lost 200 jobs in 2030.",
)
# Runs the command with a step that says when it is under way, and waits there for a while.
_RUN = """
import sys, time
import secondsource.evidence.find as find
import secondsource.jobs.check as check
from secondsource.cli import main

find._JUDGED_TOGETHER = 2
calls = []

def wait():
    print("READY", file=sys.stderr, flush=True)
    for _ in range({seconds} * 20):
        time.sleep(0.05)

def judge(pairs, real=check.judge_stances):
    calls.append(pairs)
    if "{step}" == "judge" and len(calls) == 2:
        wait()
    return real(pairs)

def name(*given, real=check.find_naming_of):
    if "{step}" == "naming":
        wait()
    return real(*given)

check.judge_stances, check.find_naming_of = judge, name
sys.argv = ["secondsource", *sys.argv[1:]]
main()
"""


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """An article of six claims beside an archive that has each of them once."""
    with Archive.open(tmp_path / "archive", create=True) as archive:
        articles = [
            Article(f"other{n}", f"{text} It rained.", outlet=f"Outlet {n}", language="en")
            for n, text in enumerate(_SENTENCES)
        ]
        archive.add(Collected(a, a.text.encode(), "text/plain", a.id) for a in articles)
    (tmp_path / "article.txt").write_text("Port Ansel\n\n" + " ".join(_SENTENCES), "utf-8")
    return tmp_path


def _start(folder: Path, step: str, seconds: int) -> subprocess.Popen[str]:
    """The command, from the moment on at which that step is under way."""
    script = _RUN.format(step=step, seconds=seconds)
    options = (str(folder / "article.txt"), "--archive", str(folder / "archive"), "--json", "-")
    process = subprocess.Popen(
        [sys.executable, "-c", script, "check", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr
    assert any(line == "READY\n" for line in process.stderr)
    return process


def _stop(process: subprocess.Popen[str]) -> tuple[dict[str, Any], str]:
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=120)
    assert process.returncode == 130, said
    return json.loads(out), said


def test_what_was_judged_is_told_and_the_rest_is_named(newsroom: Path) -> None:
    report, said = _stop(_start(newsroom, "judge", 1))
    assert report["complete"] is False
    assert report["not_done"] == [
        "searching for evidence",
        "looking up known fact-checks",
        "looking up quotations",
        "comparing what outlets call things",
    ]
    looked_at = {f["statement"] for f in report["findings"] if f["standing"] != "not_checkable"}
    assert len(looked_at) == 4
    assert len(report["not_looked_at"]) >= 1
    assert looked_at.isdisjoint(report["not_looked_at"])
    assert "what was found so far" in said


def test_a_step_that_cannot_wait_is_left_out(newsroom: Path) -> None:
    report, _ = _stop(_start(newsroom, "naming", 60))
    assert report["not_done"] == ["comparing what outlets call things"]
    assert report["not_looked_at"] == []
    assert len(report["findings"]) >= 5


def test_the_second_time_everything_ends_at_once(newsroom: Path) -> None:
    process = _start(newsroom, "judge", 60)
    process.send_signal(signal.SIGINT)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=1)
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, "")
    assert "Stopped before there was a report" in said


def test_without_keeping_a_stop_is_a_stop() -> None:
    def stop() -> tuple[str, ...]:
        raise KeyboardInterrupt

    told: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        Steps(keep=False, progress=told.append).run("reading", stop, ())
    steps = Steps(keep=True, progress=told.append)
    assert steps.run("reading", stop, ()) == ()
    assert steps.run("writing", lambda: ("never",), ()) == ()
    assert (told, steps.not_done) == (["reading", "reading"], ["reading", "writing"])
