"""Natural groups of articles: how many independent origins a claim has, against a person's count.

    python -m evals.natural_origins --data ../shared/data

Groups of up to five bodies of the Fake News Challenge about one story, and BASIL's one event by
three outlets, each with one claim. A person read what every article says of where it has it from,
and wrote down its stance and its origins by letter (`natural_origins.tsv`: ids, outlets as far as
the text itself shows them, stance, origins). The stance is given by this table; with
`--stance model` the package's own model decides. The claim stands in an article of its own that
has nothing else, so that nothing is an echo.

The groups are in two halves: errors were looked at on the odd ones (`mending`), the keys at the
top are those of the even ones. Prints one JSON object as its last line.
"""

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from evals.circular import Judge
from evals.count_origins import (
    Case,
    Counts,
    count_independent,
    count_others,
    examine,
    measure,
)
from evals.texts import read_basil, read_fnc1
from secondsource.article import Article, Span
from secondsource.evidence import ClaimPassage, Finding, Options, Stance, StanceScore
from secondsource.evidence.stance.judge import judge_stances
from secondsource.lineage import Family, find_families

_TABLE = Path(__file__).with_suffix(".tsv")
_STANCES = {"supports": Stance.SUPPORTS, "disputes": Stance.DISPUTES}


@dataclass(frozen=True, slots=True)
class Group:
    """One claim, the articles about it, and for each its stance and its origins by letter."""

    number: int
    claim: str
    articles: tuple[Article, ...]
    stances: Mapping[str, Stance]
    origins: Mapping[str, frozenset[str]]

    def side(self, stance: Stance) -> list[Article]:
        """The articles that take this side."""
        return [a for a in self.articles if self.stances.get(a.id) is stance]

    def count(self, stance: Stance) -> int:
        """How many origins the articles of this side have between them."""
        return len({o for a in self.side(stance) for o in self.origins[a.id]})


@dataclass(frozen=True, slots=True)
class GivenStance:
    """The stance of a passage is that of the article it stands in, where it bears on the claim."""

    group: Group

    def __call__(self, pairs: Sequence[ClaimPassage], /) -> list[StanceScore]:
        return [StanceScore(self._stance(pair.passage), 0.95) for pair in pairs]

    def _stance(self, passage: str) -> Stance:
        words = passage.split()
        homes = (a for a in self.group.articles if _holds(a.text, words))
        return next(
            (self.group.stances.get(a.id, Stance.DISCUSSES) for a in homes), Stance.DISCUSSES
        )


def _holds(text: str, words: Sequence[str]) -> bool:
    return " ".join(words) in " ".join(text.split())


def main(
    data: Path = Path("../shared/data"),
    stance: Annotated[Judge, typer.Option(help="Who judges the stance.")] = Judge.GIVEN,
    show: Annotated[int, typer.Option(help="Print what is found for this group.")] = 0,
) -> None:
    """Prints how often the number of independent origins is a person's, within one."""
    groups = read_groups(data)
    counts = {g.number: _count(g, examine_group(g, stance)) for g in groups}
    if show:
        _print(next(g for g in groups if g.number == show), stance)
    kept, mending = ([c for n, c in counts.items() if n % 2 == half] for half in (0, 1))
    print(json.dumps({**measure(kept), "mending": measure(mending)}))


def read_groups(data: Path) -> list[Group]:
    """The groups whose articles the folder has."""
    found = [*read_fnc1(data / "stance" / "fnc1"), *read_basil(data / "bias" / "basil")]
    known = {a.id: a for a in found}
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    groups = [list(group) for _, group in groupby(rows, key=lambda row: int(row["group"]))]
    return [_read_group(g, known) for g in groups if all(row["article"] in known for row in g)]


def _read_group(rows: Sequence[Mapping[str, str]], known: Mapping[str, Article]) -> Group:
    articles = [known[row["article"]] for row in rows]
    return Group(
        int(rows[0]["group"]),
        rows[0]["claim"],
        tuple(
            replace(a, outlet=row["outlet"] or a.outlet)
            for a, row in zip(articles, rows, strict=True)
        ),
        {row["article"]: _STANCES.get(row["stance"], Stance.DISCUSSES) for row in rows},
        {row["article"]: frozenset(filter(None, row["origins"].split(","))) for row in rows},
    )


def examine_group(group: Group, stance: Judge = Judge.GIVEN) -> Finding:
    """What is found for the claim of a group."""
    alone = Article("examined", group.claim, outlet="The Examined Paper", language="en")
    case = Case(Span(0, len(group.claim)), alone, group.articles)
    if stance is Judge.MODEL:
        return examine(case, judge_stances, find=lambda found: _find_among(found, group))
    # Here an article's stance is given for each of its passages: its sentences are not asked of.
    options = Options(near=2.0, read_in_all=0)
    judge = GivenStance(group)
    return examine(case, judge, options, find=lambda found: _find_among(found, group))


def _find_among(articles: Sequence[Article], group: Group) -> Sequence[Family]:
    """The families of the group; the claim by itself is nobody's copy."""
    return find_families([a for a in articles if a in group.articles])


def _count(group: Group, finding: Finding) -> Counts:
    sides = group.side(Stance.SUPPORTS), group.side(Stance.DISPUTES)
    return Counts(
        (group.count(Stance.SUPPORTS), group.count(Stance.DISPUTES)),
        (
            count_independent(finding, Stance.SUPPORTS),
            count_independent(finding, Stance.DISPUTES),
        ),
        count_others(sides, find_families(group.articles)),
    )


def _print(group: Group, stance: Judge) -> None:
    finding = examine_group(group, stance)
    print(f"{group.claim}: {_count(group, finding)}")
    for origin in finding.origins:
        print(f"{origin.stance} {origin.because}")
        for each in origin.evidence:
            print(f"    {each.article} {sorted(group.origins[each.article])}: {each.text[:200]!r}")


if __name__ == "__main__":
    typer.run(main)
