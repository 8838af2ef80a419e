"""The words by which a text says that it has something from an outlet, and names like outlets'."""

import pytest

from secondsource.article import Span
from secondsource.evidence.origins.citing import find_named_like_outlets, is_cited

TEXT = (
    "Kestrel Evening News had it first, and Radio Quay after it.\n"
    "Nothing is said in this line of News.\nBread rose, wrote ansel-bay.com; the Old\n"
    "Harbour Post did not. In the Port Ansel Herald it was Daily Bread, in Heralds none."
)
LIKE = ["Kestrel Evening News", "Radio Quay", "ansel-bay.com", "Harbour Post", "Port Ansel Herald"]


def test_names_like_those_of_outlets_are_found_within_one_line() -> None:
    found = list(find_named_like_outlets(TEXT, Span(0, len(TEXT))))
    assert [name for name, _ in found] == [*LIKE, "Daily Bread"]
    assert all(place.of(TEXT) == name for name, place in found)


@pytest.mark.parametrize("name", LIKE)
def test_only_a_part_of_a_text_is_looked_through(name: str) -> None:
    start = TEXT.index(name)
    whole, cut = Span(start, start + len(name)), Span(start, start + len(name) - 1)
    assert list(find_named_like_outlets(TEXT, whole)) == [(name, whole)]
    assert name not in [found for found, _ in find_named_like_outlets(TEXT, cut)]
    assert list(find_named_like_outlets(TEXT, Span(whole.end, whole.end))) == []


CITED = [
    ("The bridge is shut, according to a report by the ", ", and the ferry runs."),
    ("Мост закрыт, сообщает газета «", "»."),
    ("МОСТ ЗАКРЫТ, СО ССЫЛКОЙ НА ", "."),
    ("“The bridge is shut,” writes the ", "."),
    ("Die Brücke ist gesperrt, LAUT ", "."),
    ("", " reported on Monday that it is shut."),
    ("The bridge is shut (via ", ")."),
]
NOT_CITED = [
    ("The mayor bought a copy of the ", " and went home."),
    ("The mayor denied a report by ", " that it is shut."),
    ("He was retold ", "."),  # no word of its own
    ("The bridge writes the ", "."),  # nothing closes what was said
]


@pytest.mark.parametrize(("before", "after"), CITED)
def test_cited(before: str, after: str) -> None:
    assert is_cited(before, after)


@pytest.mark.parametrize(("before", "after"), NOT_CITED)
def test_not_cited(before: str, after: str) -> None:
    assert not is_cited(before, after)
