"""What several commands are given in one form."""

import pytest

from secondsource.commands.options import read_pairs
from secondsource.errors import SecondSourceError

FIELDS = ("text", "person")


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("", {}),
        ("text=quote", {"text": "quote"}),
        (" text = quote , person=a=b ,", {"text": "quote", "person": "a=b"}),
    ],
)
def test_pairs_are_read_by_field(given: str, read: dict[str, str]) -> None:
    assert read_pairs(given, FIELDS) == read


@pytest.mark.parametrize(
    ("given", "named"), [("texts=quote", "texts"), ("text=", "text"), ("text=a,person", "person")]
)
def test_a_wrong_pair_is_refused_with_the_fields(given: str, named: str) -> None:
    with pytest.raises(SecondSourceError, match=f"“{named}” .* the fields text, person$"):
        read_pairs(given, FIELDS)
