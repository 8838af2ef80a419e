"""The table of natural groups is whole, and its counts are those of the letters in it."""

import csv
from pathlib import Path

from evals.natural_origins import Group, read_groups
from secondsource.article import Article
from secondsource.evidence import Stance

_TABLE = Path(__file__).parents[2] / "evals" / "natural_origins.tsv"


def test_every_line_says_a_stance_and_origins_where_it_takes_a_side() -> None:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert len({row["group"] for row in rows}) == 31
    assert {row["stance"] for row in rows} == {"supports", "disputes", "neither"}
    assert all(bool(row["origins"]) == (row["stance"] != "neither") for row in rows)
    assert len({(row["group"], row["article"]) for row in rows}) == len(rows)
    assert len({(row["group"], row["claim"]) for row in rows}) == 31


def test_a_group_counts_the_letters_of_each_side() -> None:
    articles = tuple(Article(name, "x") for name in "pqrs")
    sides = (Stance.SUPPORTS, Stance.SUPPORTS, Stance.DISPUTES, Stance.DISCUSSES)
    letters = ({"a"}, {"a", "b"}, {"c"}, set[str]())
    group = Group(
        1,
        "It rained.",
        articles,
        dict(zip("pqrs", sides, strict=True)),
        {name: frozenset(each) for name, each in zip("pqrs", letters, strict=True)},
    )
    assert group.count(Stance.SUPPORTS) == 2
    assert group.count(Stance.DISPUTES) == 1


def test_a_folder_without_the_sets_has_no_groups(tmp_path: Path) -> None:
    assert read_groups(tmp_path) == []
