"""What a post claims, without what the network puts around it."""

import pytest

from secondsource.factcheck.reviews.post import Post, read_post


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("The bridge is shut.", Post("The bridge is shut.")),
        (
            "It's shut! #VelmarkBridge pic.twitter.com/abc — Ada Quell 🦆 (@AdaQ) May 4, 2031",
            Post("It's shut! Velmark Bridge", "Ada Quell", "2031", "may 2031", pictured=True),
        ),
        ("A video of the bridge", Post("A video of the bridge", pictured=True)),
        ("#NeverAgain2031 @adaQuell said", Post("Never Again 2031 ada Quell said")),
        ("shuthttps://t.co/x now www.a.org/b", Post("shut now")),
        ("Мост закрыт 🚧 #МостВельмарк", Post("Мост закрыт Мост Вельмарк")),
        ("नमस्ते दुनिया", Post("नमस्ते दुनिया")),
        ("", Post("")),
    ],
)
def test_posts(text: str, post: Post) -> None:
    assert read_post(text) == post


def test_the_signed_text_names_the_author() -> None:
    assert read_post("Shut — Ada (@a) May 4, 2031").signed_text == "Ada: Shut"
    assert read_post("Shut").signed_text == "Shut"


def test_a_long_post_is_cut() -> None:
    assert len(read_post("#x" * 100_000).text) < 5_000
