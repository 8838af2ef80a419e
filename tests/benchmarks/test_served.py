"""A workbench that is started to be timed or photographed."""

from pathlib import Path

import httpx
import pytest

from benchmarks.served import serve
from secondsource.archive import Archive

pytestmark = pytest.mark.slow


def test_it_answers_until_the_end_of_the_block(tmp_path: Path) -> None:
    Archive.open(tmp_path / "archive", create=True).close()
    with serve(tmp_path / "archive", "--name", "Anna") as served:
        assert httpx.get(f"{served.address}/api/me").json()["name"] == "Anna"
    with pytest.raises(httpx.TransportError):
        httpx.get(served.address)


def test_one_that_does_not_start_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="did not start"), serve(tmp_path / "none"):
        pass
