"""Hidden characters are named, and only web addresses become links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.report.visible import safe_href, show_hidden, show_on_one_line

SHOWN = [
    ("plain words", "plain words"),
    ("two\nlines\tand a tab", "two\nlines\tand a tab"),
    ("a\u202eb", "a⟨right-to-left override⟩b"),
    ("a\u200bb", "a⟨zero-width space⟩b"),
    ("pay\u200dpal", "pay⟨zero-width joiner⟩pal"),
    ("👩\u200d🚀", "👩\u200d🚀"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("\x1b[31m", "⟨U+001B⟩[31m"),
    ("\ud800", "⟨U+D800⟩"),
    ("a" + "\U000e0041" * 1200, "a⟨1,200 hidden characters⟩"),
    ("line\r\n", "line \n"),
]


@pytest.mark.parametrize(("text", "expected"), SHOWN)
def test_hidden_characters_are_named(text: str, expected: str) -> None:
    assert show_hidden(text) == expected


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_what_is_shown_can_be_written_and_hides_no_direction(text: str) -> None:
    shown = show_hidden(text)
    shown.encode("utf-8")
    assert not set(shown) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\x1b\0"
    )


CUT = [
    ("one two three", None, "one two three"),
    ("one two three", 13, "one two three"),
    ("one two three", 9, "one two…"),
    ("unbreakable", 5, "unbr…"),
    ("  a \n b  ", 10, "a b"),
]


@pytest.mark.parametrize(("text", "limit", "expected"), CUT)
def test_one_line_is_cut_at_a_word(text: str, limit: int | None, expected: str) -> None:
    assert show_on_one_line(text, limit) == expected


LINKS = [
    ("https://outlet.example/a?b=c#d", True),
    ("http://outlet.example", True),
    ("HTTPS://outlet.example/", True),
    ("https://пример.example/статья", True),
    ("javascript:alert(1)", False),
    ("JaVaScRiPt:alert(1)", False),
    ("java\nscript:alert(1)", False),
    ("data:text/html,<script>", False),
    ("file:///etc/passwd", False),
    ("//outlet.example", False),
    ("https://", False),
    ("https://[broken", False),
    ("https://a.example/\u202egpj.exe", False),
    ('https://a.example/"onmouseover="x', False),
    ("https://a.example/ x", False),
    ("", False),
    (None, False),
]


@pytest.mark.parametrize(("url", "links"), LINKS)
def test_only_web_addresses_become_links(url: str | None, links: bool) -> None:
    assert safe_href(url) == (url if links else None)
