"""PDFs whose pages hold more than anybody reads."""

import pytest

from secondsource.collect import pdf
from secondsource.collect.pdf import read_pdf
from secondsource.errors import UnreadableError
from tests.collect.pages import make_pdf

DATA = make_pdf(["The boats were late on Tuesday.", "Nobody was surprised."])


@pytest.mark.parametrize(("name", "limit"), [("MAX_CHARACTERS", 40), ("MAX_SECONDS", -1.0)])
def test_reading_one_ends(monkeypatch: pytest.MonkeyPatch, name: str, limit: float) -> None:
    assert "Nobody was surprised" in read_pdf(DATA).text
    monkeypatch.setattr(pdf, name, limit)
    with pytest.raises(UnreadableError, match="give the pages of the article alone"):
        read_pdf(DATA)
