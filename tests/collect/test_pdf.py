"""PDFs whose pages hold more than anybody reads."""

import re
import resource
import zlib

import pytest

from secondsource.collect import pdf
from secondsource.collect.pdf import read_pdf
from secondsource.errors import UnreadableError
from tests.collect.pages import make_pdf

DATA = make_pdf(["The boats were late on Tuesday.", "Nobody was surprised."])


@pytest.mark.parametrize(("name", "limit"), [("MAX_CHARACTERS", 40), ("MAX_SECONDS", 0)])
def test_reading_one_ends(monkeypatch: pytest.MonkeyPatch, name: str, limit: int) -> None:
    assert "Nobody was surprised" in read_pdf(DATA).text
    monkeypatch.setattr(pdf, name, limit)
    with pytest.raises(UnreadableError, match="give the pages of the article alone"):
        read_pdf(DATA)


def test_one_that_takes_much_memory_ends_only_its_own_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bomb = _make_bomb(40)
    assert len(bomb) < 200_000
    monkeypatch.setattr(pdf, "MAX_MEGABYTES", 150)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(UnreadableError, match="more than 150 MB of memory"):
        read_pdf(bomb)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000  # kB; read here 380
    assert "Nobody was surprised" in read_pdf(DATA).text


def _make_bomb(megabytes: int) -> bytes:
    """A small PDF whose one page has so much to draw."""
    row = b"BT /F1 9 Tf 1 0 0 1 9 9 Tm (late) Tj ET " * 1_000
    drawn = zlib.compress(row * (megabytes * 1024 * 1024 // len(row)), 9)
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)
    found = re.search(rb"<< /Length \d+ >>\nstream.*?endstream", DATA, re.DOTALL)
    assert found is not None
    return DATA[: found.start()] + stream + DATA[found.end() :]
