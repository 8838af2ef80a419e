"""A new archive for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.archive import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An empty archive that closes itself."""
    with Archive.open(tmp_path / "newsroom", create=True) as opened:
        yield opened
