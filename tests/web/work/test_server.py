"""The whole server, as a person starts it: however it ends, its worker ends too."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from secondsource.archive import Archive

pytestmark = pytest.mark.slow
SECONDS = 150.0
# It ends with its standard input: also when the tests themselves are killed.
_START = """
import os, sys, threading
from secondsource.cli import main

if __name__ == "__main__":
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(1)), daemon=True).start()
    main()
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """`secondsource serve` in a session of its own, and its address."""
    Archive.open(tmp_path / "archive", create=True).close()
    script = tmp_path / "start.py"
    script.write_text(_START)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, str(script), "serve", "--archive", str(tmp_path / "archive")]
    process = subprocess.Popen(
        [*command, "--port", str(port)], stdin=subprocess.PIPE, start_new_session=True
    )
    yield process, f"http://127.0.0.1:{port}"
    process.kill()
    process.communicate()


def wait_for(address: str) -> str:
    """The page on which articles are added, as soon as it is served."""
    end = time.monotonic() + SECONDS
    while True:
        try:
            return httpx.get(f"{address}/add").text
        except httpx.TransportError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def start_work(address: str) -> None:
    """Have the server add a file, and wait until that is done."""
    (csrf, *_others) = re.findall(r'name="csrf" value="([^"]*)"', wait_for(address))
    answer = httpx.post(
        f"{address}/add/upload",
        data={"csrf": csrf, "examining": "none"},
        files={"files": ("a.txt", b"Boats are late.\n\nThe boats were late on Tuesday.")},
        headers={"Origin": address},
    )
    assert answer.status_code == 303, answer.text
    end = time.monotonic() + SECONDS
    while ">Done.<" not in httpx.get(address + answer.headers["location"]).text:
        assert time.monotonic() < end
        time.sleep(0.1)


def find_children(parent: int) -> set[int]:
    """The processes that a process started, and those that these started."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                stat = (entry / "stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            parents[int(entry.name)] = int(stat[1])
    found = {child for child, above in parents.items() if above == parent}
    return found.union(*(find_children(child) for child in found))


def are_gone(processes: set[int]) -> bool:
    """Whether none of the processes is there any more, within a time."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if not any(_is_alive(process) for process in processes):
            return True
        time.sleep(0.1)
    return False


def _is_alive(process: int) -> bool:
    try:
        stat = Path(f"/proc/{process}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_the_server(
    server: tuple[subprocess.Popen[bytes], str], end: signal.Signals
) -> None:
    process, address = server
    start_work(address)
    children = find_children(process.pid)
    assert children
    if end is signal.SIGINT:
        os.killpg(process.pid, end)  # as the terminal does on Ctrl-C
    else:
        process.send_signal(end)
    process.wait(SECONDS)
    assert are_gone(children)
