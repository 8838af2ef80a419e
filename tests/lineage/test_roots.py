"""The probable first article of a family, with the reasons for and against it."""

from dataclasses import replace

import pytest

from secondsource.article import Article, Credit, Role
from secondsource.lineage import find_families
from tests.lineage.prose import HARBOUR, ORCHARD, article

CREDITED = (Credit(Role.REPUBLISHED_FROM, "Courier"),)


def _copy(name: str, day: int | None = None, **fields: object) -> Article:
    published = None if day is None else f"2024-03-{day:02}"
    return article(name, HARBOUR, outlet=name.title(), published=published, **fields)


@pytest.mark.parametrize(
    ("articles", "root", "known", "names"),
    [
        # the earliest of all
        ([_copy("courier", 1), _copy("post", 2), _copy("him", 3)], "courier", True, ["earliest"]),
        # credited against an earlier date
        (
            [_copy("courier", 3), _copy("post", 2, credits=CREDITED), _copy("herald", 4)],
            "courier",
            True,
            ["credited"],
        ),
        # no dates, no credits
        ([_copy("courier"), _copy("post")], "courier", False, ["contested"]),
        # one day for both
        ([_copy("courier", 1), _copy("post", 1)], "courier", False, ["contested"]),
        # the copy without a date may be the first
        (
            [_copy("courier", 1), _copy("post", 2), _copy("herald")],
            "courier",
            False,
            ["earliest", "contested"],
        ),
    ],
)  # fmt: skip
def test_root(articles: list[Article], root: str, known: bool, names: list[str]) -> None:
    (family,) = find_families(articles)
    assert (family.root, family.first_known) == (root, known)
    assert [signal.name for signal in family.root_signals] == names
    assert (family.root_confidence >= 0.3) == known


def test_the_reasons_can_be_read() -> None:
    longer = replace(_copy("courier", 1), text=f"{HARBOUR}\n\n{ORCHARD[:200]}")
    copies = [_copy("post", 2, credits=CREDITED), _copy("herald", 3, credits=CREDITED)]
    (family,) = find_families([longer, *copies])
    assert family.root_because == (
        "Courier has the earliest date, 2024-03-01. "
        "2 of the others name Courier as where the text comes from. "
        "Courier has the longest text."
    )
    assert 0.8 < family.root_confidence < 1


def test_more_evidence_more_confidence() -> None:
    bare = find_families([_copy("courier", 1), _copy("post", 2)])[0]
    credited = find_families([_copy("courier", 1), _copy("post", 2, credits=CREDITED)])[0]
    assert 0 < bare.root_confidence < credited.root_confidence < 1


def test_of_excerpts_alone_the_one_they_were_taken_from() -> None:
    whole = _copy("courier", 1)
    quoting = replace(_copy("post", 3, credits=CREDITED), text=f"{ORCHARD}\n\n{HARBOUR[:250]}")
    (family,) = find_families([whole, quoting])
    assert (family.root, family.core) == ("courier", ("courier",))
    assert [signal.name for signal in family.root_signals] == ["earliest", "credited"]
