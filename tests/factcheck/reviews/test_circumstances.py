"""A fact-check set in the month of a post, or about a picture as the post is, is told apart."""

import pytest

from secondsource.factcheck.reviews.circumstances import compare_circumstances, note_circumstances
from secondsource.factcheck.reviews.post import read_post

_SIGNED = "Shut for good! — Ada (@a) May 4, 2031"
_PICTURED = "Shut for good! pic.twitter.com/abc — Ada (@a) May 4, 2031"


@pytest.mark.parametrize(
    ("post", "checked", "found"),
    [
        (_SIGNED, "The bridge was closed.", (0, 0)),
        (_SIGNED, "The bridge was closed in May 2031.", (1, 0)),
        (_SIGNED, "The bridge was closed on May 4, 2031.", (1, 0)),
        (_SIGNED, "The bridge was closed in May 2032.", (0, 0)),
        (_SIGNED, "A photograph shows the closed bridge.", (0, 0)),
        (_PICTURED, "A photograph shows the closed bridge.", (0, 1)),
        ("Shut for good in May 2031.", "The bridge was closed in May 2031.", (0, 0)),
        ("A video shows it.", "A photograph shows the closed bridge.", (0, 1)),
        ("A video shows it.", "The bridge was closed.", (0, 0)),
    ],
)
def test_circumstances(post: str, checked: str, found: tuple[int, ...]) -> None:
    assert compare_circumstances(read_post(post), note_circumstances(checked)) == found
