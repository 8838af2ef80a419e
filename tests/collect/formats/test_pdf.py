"""PDFs whose pages hold more than anybody reads."""

import re
import resource
import sys
import time
import zlib
from io import BytesIO, TextIOWrapper

import pytest

from secondsource.collect.formats import pdf, pdf_process
from secondsource.collect.formats.pdf import read_pdf
from secondsource.collect.formats.pdf_process import LONG, _read
from secondsource.collect.formats.text import find_headline
from secondsource.errors import UnreadableError
from secondsource.messages import use_language
from secondsource.messages.retelling import retell
from tests.collect.pages import make_pdf

LINES = ["The boats were late on Tuesday.", "Nobody was surprised."]
DATA = make_pdf(LINES)


@pytest.mark.parametrize(("name", "limit"), [("MAX_CHARACTERS", 40), ("MAX_SECONDS", 0)])
def test_reading_one_ends(monkeypatch: pytest.MonkeyPatch, name: str, limit: int) -> None:
    assert "Nobody was surprised" in read_pdf(DATA).text
    monkeypatch.setattr(pdf, name, limit)
    with pytest.raises(UnreadableError, match="give the pages of the article alone"):
        read_pdf(DATA)


@pytest.mark.parametrize(
    ("seconds", "most", "fault"), [(60, 10**6, ""), (-1, 10**6, LONG), (60, 40, LONG)]
)
def test_the_process_ends_by_its_own_clock(seconds: int, most: int, fault: str) -> None:
    assert _read(DATA, time.monotonic() + seconds, most).fault == fault


@pytest.mark.parametrize(
    ("platform", "bounded"), [("linux", True), ("darwin", False), ("win32", False)]
)
def test_memory_is_bounded_on_linux_only(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    platform: str,
    bounded: bool,
) -> None:
    limits: list[int] = []
    monkeypatch.setattr(pdf_process, "_limit", lambda what, _most: limits.append(what))
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(DATA)))
    pdf_process.main(2**30, 60, 10**6)
    assert (resource.RLIMIT_AS in limits) is bounded
    assert "Nobody was surprised" in capsys.readouterr().out


def test_a_title_cut_within_an_emoji_loses_only_the_title() -> None:
    article = read_pdf(make_pdf(LINES, "/Title <FEFF00410042D83D> /Author (Mara Quill)"))
    assert (article.title, article.byline) == (find_headline(article.text), ("Mara Quill",))
    assert "Nobody was surprised" in article.text


def test_a_page_that_cannot_be_read_is_told() -> None:
    damaged = DATA.replace(b"/Kids [3 0 R] /Count 1", b"/Kids [3 0 R] /Count 2")
    with pytest.raises(UnreadableError, match="a page of the PDF cannot be read") as caught:
        read_pdf(damaged)
    with use_language("ru"):
        assert retell(str(caught.value)).startswith("одну из страниц PDF не удалось прочитать")


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
