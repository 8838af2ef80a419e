"""A workbench as a process of its own, as `secondsource serve` starts it, to time or photograph."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Served:
    """Where a running workbench is, and the number of its process."""

    address: str
    process: int


@contextmanager
def serve(folder: Path, *options: str) -> Iterator[Served]:
    """A workbench that answers, until the end of the block.

    Args:
        folder: of the archive.
        options: others of `secondsource serve`.

    Raises:
        RuntimeError: it ended, or does not answer within a minute.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "secondsource", "serve", "--archive", str(folder)]
    server = subprocess.Popen([*command, "--port", str(port), *options], stderr=subprocess.DEVNULL)
    try:
        served = Served(f"http://127.0.0.1:{port}", server.pid)
        _wait_for(served.address, server)
        yield served
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            httpx.get(address).raise_for_status()
            return
        except httpx.TransportError:
            time.sleep(0.1)
    raise RuntimeError(f"the workbench did not start within {_SECONDS:g} seconds")
