"""Outlets that are written in Cyrillic letters, in texts that spell them in Latin ones."""

import pytest

from secondsource.article import Article, Span
from secondsource.evidence.origins.transcribed import know_transcribed

KNOWN = know_transcribed(
    Article(str(n), "", outlet=name)
    for n, name in enumerate(("Свободная река", "Голос громади", "Якорь", "The Lamp"))
)
SPELT = (
    ("Svobodnaya Reka reported it.", "Свободная река"),
    ("Portal „Swobodnaja Rieka” pisze o tym.", "Свободная река"),
    ("Wie „Swobodnaja Reka“ schreibt.", "Свободная река"),
    ("According to Holos Hromady, it is shut.", "Голос громади"),
    ("The site “Yakor” reported it.", "Якорь"),
    ("Yakor is a town.", None),
    ("Svobodnaya Rossiya reported it.", None),
    ("svobodnaya reka is a river.", None),
    ("Об этом сообщает Свободная река.", None),
    ("The Lamp reported it.", None),
)


@pytest.mark.parametrize(("text", "outlet"), SPELT)
def test_an_outlet_is_known_by_how_its_name_sounds(text: str, outlet: str | None) -> None:
    found = list(KNOWN.find(Article("a", text), Span(0, len(text))))
    assert [name for name, _ in found] == ([outlet] if outlet else [])
    assert all(place.of(text)[0].isupper() for _, place in found)
