"""The first real case, where it is present: who wrote it, and how it came to where it stands."""

import os
from pathlib import Path

import pytest

from secondsource.article import Article, Role
from secondsource.collect import Collected, collect

DATA = Path(os.environ.get("SECONDSOURCE_DATA", "../shared/data"))
SEED = DATA.parent / "seed" / "article.txt"


@pytest.fixture
def seed() -> Article:
    if not SEED.exists():
        pytest.skip(f"the seed article is not at {SEED}")
    (item,) = collect(SEED)
    assert isinstance(item, Collected)
    return item.article


@pytest.mark.data
def test_credits_of_the_seed_article(seed: Article) -> None:
    assert {(c.role, c.name, c.date) for c in seed.credits} == {
        (Role.AUTHOR, "Aleksandr Khaldey", None),
        (Role.ORIGINAL_OUTLET, "regnum.ru", None),
        (Role.TRANSLATOR, "Ollie Richardson", "2019-02-18"),
        (Role.TRANSLATOR, "Angelina Siard", "2019-02-18"),
        (Role.REPUBLISHED_FROM, "Stalker Zone", "2019-02-18"),
        (Role.OTHER, "VT", None),
    }
    assert seed.outlet == "VT"
    assert seed.language == "en"


@pytest.mark.data
def test_boilerplate_of_the_seed_article(seed: Article) -> None:
    first, last = seed.boilerplate[3].span.end, seed.boilerplate[4].span.start
    assert len(seed.boilerplate) == 8
    assert seed.text[first:last].strip().startswith("Vladimir Putin")
    assert seed.text[first:last].strip().endswith("aimlessly lived years.")
