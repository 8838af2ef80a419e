"""The syntactic peer, on sentences whose parts it is described to find."""

import pytest

from evals.attribution import words_of
from evals.attribution_peers import read_syntactic
from secondsource.article import Span


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Vellin said that the bridge fell.",
            [("Vellin", "said", "that the bridge fell")],
        ),
        (
            "According to Vellin, the bridge fell.",
            [("Vellin", "According to", "the bridge fell")],
        ),
        (
            "Vellin said that the bridge fell. “Nobody was hurt at all.”",
            [
                ("Vellin", "said", "that the bridge fell"),
                ("Vellin", "said", "Nobody was hurt at all"),
            ],
        ),
        ("The bridge fell on Monday.", []),
    ],
)
def test_what_the_syntactic_peer_finds(text: str, parts: list[tuple[str, str, str]]) -> None:
    [found] = read_syntactic([text])
    expected = [tuple(_words(text, part) for part in item) for item in parts]
    assert [(r.source, r.cue, r.content) for r in found] == expected


def _words(text: str, part: str) -> frozenset[int]:
    start = text.index(part)
    return words_of(text, [Span(start, start + len(part))])
