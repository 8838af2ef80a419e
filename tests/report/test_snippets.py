"""Snippets: the words that matched are marked, in their forms, and nothing hidden stays hidden."""

import pytest

from secondsource.report.snippets import cut_snippet
from secondsource.words import query_words


def _show(passage: str, query: str, language: str, length: int = 320) -> str:
    pieces = cut_snippet(passage, query_words(query, [language]), language, length)
    return "".join(f"[{piece.text}]" if piece.matched else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("passage", "query", "language", "shown"),
    [
        ("The ferries left the Pier.", "ferry pier", "en", "The [ferries] left the [Pier]."),
        ("Паромы ушли от причала", "причал", "ru", "Паромы ушли от [причала]"),
        ("轮渡码头关闭了", "码头", "zh", "轮渡[码头]关闭了"),
        ("No such word", "pier", "en", "No such word"),
        ("a\u202epier", "pier", "en", "a⟨right-to-left override⟩[pier]"),
        ("<b>pier</b>", "pier", "en", "<b>[pier]</b>"),
        ("", "pier", "en", ""),
    ],
)
def test_matches_are_marked(passage: str, query: str, language: str, shown: str) -> None:
    assert _show(passage, query, language) == shown


def test_the_part_with_most_matches_is_cut_out() -> None:
    passage = "pier " + "word " * 200 + "the ferry pier was shut " + "more " * 200
    shown = _show(passage, "ferry pier", "en", 120)
    assert "[ferry] [pier]" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 140


def test_a_long_word_without_spaces_is_cut_all_the_same() -> None:
    assert len(_show("x" * 5_000, "pier", "en", 120)) < 130
