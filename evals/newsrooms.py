"""Small newsrooms from end to end: how often a claim gets its true number of independent origins.

    python -m evals.newsrooms --data ../shared/data

`evals/newsrooms/` holds small newsrooms, each with one article to examine and five to eleven others
of which the writer knows who has it from whom. They were written by four hands who had read the
four rules of the design and neither the program nor its tests; a line is one newsroom. Each is put
into an archive of its own and its article is examined as `secondsource check` does, with every
stage of the program: what is not found, misread or counted twice all counts.

Newsrooms with an odd number were looked at while the program was mended, the figures are those
of the others; `mending` has the same of the former. `exact_share` and `within_one_share` are the
shares of claims whose number of independent origins (supporting and disputing counted apart, the
worse of the two taken) is right or off by one, `standing_share` that of claims with the right
standing. The `baseline_` keys are what counting outlets, articles and families by what is true of
the articles would give; `within_one_where_outlets_fail` is for the claims where counting outlets
is off by more than two. `supporting_found` is the share of articles that support a claim, echoes
too, of which that is seen, `supporting_disputed` that of which the contrary is, and `silent_left`
that of articles that take no side and are left alone. Prints one JSON object as its last line;
the data folder is not needed.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from evals.archived import Archived, check_archived, find_finding
from evals.count_origins import Counts, count_independent, count_others, measure
from secondsource import find_families
from secondsource.evidence import Finding, Stance

_FOLDER = Path(__file__).with_name("newsrooms")
_SIDES = (Stance.SUPPORTS, Stance.DISPUTES)


@dataclass(frozen=True, slots=True)
class Asked:
    """One claim of a newsroom: its sentence, the ids of articles by origin, and its standing."""

    claim: str
    supporting: tuple[tuple[str, ...], ...]
    disputing: tuple[tuple[str, ...], ...]
    echoes: frozenset[str]
    standing: str

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> "Asked":
        """From a row of the file."""
        supporting, disputing = (tuple(map(tuple, row[k])) for k in ("supporting", "disputing"))
        echoes = frozenset(row.get("echoes", ()))
        return cls(row["claim"], supporting, disputing, echoes, row["standing"])

    def side_of(self, article: str) -> Stance | None:
        """What an article does to the claim in truth; None where it takes no side."""
        if article in self.echoes or any(article in origin for origin in self.supporting):
            return Stance.SUPPORTS
        disputes = any(article in origin for origin in self.disputing)
        return Stance.DISPUTES if disputes else None


@dataclass(frozen=True, slots=True)
class Room:
    """A newsroom: the article under examination, the others, who owns whom, and the claims."""

    name: str
    examined: Mapping[str, Any]
    articles: tuple[Mapping[str, Any], ...]
    houses: Mapping[str, Sequence[str]]
    asked: tuple[Asked, ...]

    @property
    def is_kept(self) -> bool:
        """Whether it was not looked at while the program was mended."""
        return int(self.name.rsplit("-", 1)[1]) % 2 == 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one claim: the counts, its standing, and of each article what it was read as."""

    counts: Counts
    right_standing: bool
    read: tuple[tuple[Stance | None, Stance | None], ...]


def main(data: Path = Path("../shared/data")) -> None:
    """Prints how often a claim gets its true number of independent origins."""
    del data
    rooms = read_rooms()
    kept, mending = (
        [answer for room in rooms if room.is_kept is half for answer in examine(room)]
        for half in (True, False)
    )
    print(json.dumps({**sum_up(kept), "mending": sum_up(mending)}))


def read_rooms(folder: Path = _FOLDER) -> list[Room]:
    """The newsrooms of a folder, in the order of their names."""
    texts = (file.read_text(encoding="utf-8") for file in folder.glob("*.jsonl"))
    lines = (line for text in texts for line in text.split("\n") if line)
    return sorted(map(_read_room, map(json.loads, lines)), key=lambda room: room.name)


def _read_room(row: Mapping[str, Any]) -> Room:
    asked = (row, *row.get("claims_too", ()))
    houses = row.get("houses") or {}
    articles = tuple(row["articles"])
    return Room(row["name"], row["examined"], articles, houses, tuple(map(Asked.read, asked)))


def examine(room: Room) -> Iterator[Answer]:
    """The claims of a newsroom as the program answers them."""
    archived = check_archived(room.examined, room.articles, _write_houses(room))
    for asked in room.asked:
        yield _answer(asked, archived)


def _write_houses(room: Room) -> str:
    owners = (f"{json.dumps(o)} = {json.dumps(list(names))}" for o, names in room.houses.items())
    return "\n".join(["[houses]", *owners])


def _answer(asked: Asked, archived: Archived) -> Answer:
    report, articles, names = archived.report, archived.articles, archived.rows
    finding = find_finding(asked.claim, report)
    taken = {
        stance: [a for a in articles if asked.side_of(names[a.id]) is stance] for stance in _SIDES
    }
    sides = taken[Stance.SUPPORTS], taken[Stance.DISPUTES]
    others = count_others(sides, find_families([report.article, *articles]))
    found = [count_independent(finding, s) if finding else 0 for s in _SIDES]
    return Answer(
        Counts((len(asked.supporting), len(asked.disputing)), (found[0], found[1]), others),
        finding is not None and finding.standing.value == asked.standing,
        tuple((asked.side_of(names[a.id]), _read_side(finding, a.id)) for a in articles),
    )


def _read_side(finding: Finding | None, article: str) -> Stance | None:
    """The side that an article was found to take; None for none or both."""
    origins = finding.origins if finding else ()
    sides = {
        o.stance
        for o in origins
        if o.stance.takes_side and any(e.article == article for e in o.evidence)
    }
    return sides.pop() if len(sides) == 1 else None


def sum_up(answers: Sequence[Answer]) -> dict[str, float | int]:
    """The figures over some claims."""
    read = [pair for answer in answers for pair in answer.read]
    supporting = [found for true, found in read if true is Stance.SUPPORTS]
    silent = [found for true, found in read if true is None]
    return {
        **measure([answer.counts for answer in answers]),
        "standing_share": _share([answer.right_standing for answer in answers]),
        "supporting_found": _share([found is Stance.SUPPORTS for found in supporting]),
        "supporting_disputed": _share([found is Stance.DISPUTES for found in supporting]),
        "silent_left": _share([found is None for found in silent]),
    }


def _share(marks: Sequence[bool]) -> float:
    return round(sum(marks) / len(marks), 4) if marks else 0.0


if __name__ == "__main__":
    typer.run(main)
