"""The nations that a source's words name."""

import pytest

from secondsource.evidence.origins.nations import find_nations


@pytest.mark.parametrize(
    ("shown", "nations"),
    [
        ("le gouvernement français", {"fr"}),
        ("die deutsche Regierung", {"de"}),
        ("Генштаб ВСУ", {"ua"}),
        ("білоруська влада", {"by"}),
        ("the US ambassador to Germany", {"us", "de"}),
        ("el ejército ruso", {"ru"}),
        ("polska straż graniczna", {"pl"}),
        ("they told us", set()),
        ("the city court", set()),
        ("Russell Chinn", set()),
        ("Anna Germanova", set()),
    ],
)
def test_the_nations_of_a_source(shown: str, nations: set[str]) -> None:
    assert find_nations(shown) == nations
