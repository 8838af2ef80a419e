"""Which body a noun or an abbreviation means."""

import pytest

from secondsource.reading.entities.bodies import Bodies

TEXT = (
    "The Ministry of Transport and the Department of Health and Safety met. The Orrin City "
    "Council agreed, the Harbour Post wrote. World Health Organization (WHO) officials left."
)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("ministry", "Ministry of Transport"),
        ("department", "Department of Health and Safety"),
        ("council", "Orrin City Council"),
        ("newspaper", "Harbour Post"),
        ("company", None),
        ("bridge", None),
    ],
)
def test_the_one_body_of_a_kind(kind: str, name: str | None) -> None:
    assert Bodies(TEXT).called(kind, len(TEXT)) == name


def test_a_body_is_not_meant_before_it_is_named() -> None:
    assert Bodies(TEXT).called("council", 0) is None


@pytest.mark.parametrize(
    ("letters", "name"),
    [("WHO", "World Health Organization"), ("OCC", "Orrin City Council"), ("XYZ", None)],
)
def test_first_letters(letters: str, name: str | None) -> None:
    assert Bodies(TEXT).abbreviated(letters) == name


def test_first_letters_of_two_bodies_mean_neither() -> None:
    assert Bodies("Orrin City Council met. Old Coast Council met.").abbreviated("OCC") is None
