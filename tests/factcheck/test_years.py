"""Which numbers of a source line are years."""

import pytest

from secondsource.factcheck.years import read_years

_LINES = [
    ("Speech (30 September 1862)", (1862,)),
    ("Letters (1934), p. 1500", (1934,)),
    ("Letters (1934), p.\u00a01500", (1934,)),
    ("Letters, vol. 2, pp. 12–1500, printed 1901 and 1899", (1899, 1901)),
    ("Page 1204 of the edition of 1905", (1905,)),
    ("Homer, lines 1123–1140", ()),
    ("Die Mole, 1901, S. 1212", (1901,)),
    ("Собрание сочинений, т. 2, с. 1205 (1958)", (1958,)),
    ("Известна с 1912 года", (1912,)),
    ("c. 1599", (1599,)),
    ("«Искра», № 1905", ()),
    ("The Courier, No. 1500, 1911", (1911,)),
    ("Message to the U.S. 1862", (1862,)),
    ("in the 1860s", ()),
    ("1862–1890", (1862, 1890)),
]


@pytest.mark.parametrize(("line", "years"), _LINES)
def test_a_page_is_no_year(line: str, years: tuple[int, ...]) -> None:
    assert read_years([line]) == years
