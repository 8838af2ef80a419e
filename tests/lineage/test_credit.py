"""Ties by credit alone: an outlet that is named, in another language."""

import pytest

from secondsource.article import Credit, Role
from secondsource.lineage import Relation, find_families
from tests.lineage.prose import HARBOUR, RUSSIAN, article


@pytest.mark.parametrize(
    ("outlet", "address", "credited", "tied"),
    [
        ("Морской листок", "https://gazeta.example/a", "gazeta.example", True),
        ("Газета.Ru", "https://gazeta.ru/a", "gazeta.ru", True),
        ("Газета.Ru", "https://gazeta.ru/a", "Gazeta", True),
        # another paper of that name, in another country
        ("Газета.Ru", "https://gazeta.ru/a", "gazeta.pl", False),
        (None, "https://gazeta.ru/a", "gazeta.pl", False),
    ],
)
def test_the_outlet_that_is_named(
    outlet: str | None, address: str, credited: str, tied: bool
) -> None:
    first = article(
        "first", RUSSIAN, outlet=outlet, url=address, published="2024-03-05", language="ru"
    )
    credits = (Credit(Role.TRANSLATOR, "Ann Reed"), Credit(Role.ORIGINAL_OUTLET, credited))
    second = article("second", HARBOUR, credits=credits, published="2024-03-06", language="en")
    edges = [edge for family in find_families([first, second]) for edge in family.edges]
    assert [edge.relation for edge in edges] == [Relation.TRANSLATION] * tied


def test_a_year_alone_is_not_before_its_months() -> None:
    address = "https://gazeta.example/a"
    first = article("first", RUSSIAN, url=address, published="2024-03-05", language="ru")
    credits = (Credit(Role.ORIGINAL_OUTLET, "gazeta.example", address),)
    second = article("second", HARBOUR, credits=credits, published="2024", language="en")
    (family,) = find_families([first, second])
    assert [(edge.child, edge.parent) for edge in family.edges] == [("second", "first")]
