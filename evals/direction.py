"""Direction: who took from whom, planted; and whether it stays unknown where nothing tells.

    python -m evals.direction --data ../shared/data

Copies and excerpts of real texts are made in ways that tell who took from whom (a later date, a
minute, a credit, a link, a canonical address, "according to", an editor's remark, a headline of
the other page, letters swapped, an end that breaks off, a credit against a date, an original that
was updated) and in ways that do not (one day, hours of unknown zones, one date, two clients of
one agency, two that quote a third, a silent cut, circular credits). Which of the two is called a
and which z is drawn. `right` is the share of the first that are directed as they were made,
`unknown_kept` that of the second left undecided; `wrong` the share of all that are directed
against it, or where nothing tells, and `never_wrong` the rest. Prints one JSON object as its last
line.
"""

import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from evals.planting import edit_words, paragraphs
from evals.reuse import alone_in_family
from evals.texts import read_articles
from secondsource.article import Article, Credit, Link, Role
from secondsource.lineage import find_families

EACH = 25
_WORDS = (200, 3000)
_AGENCY = (Credit(Role.WIRE, "Meridian Press"),)


@dataclass(frozen=True, slots=True)
class Case:
    """An original and what was made of it, of two outlets, before they are changed by a kind."""

    original: Article
    made: Article
    host: str


Make = Callable[[random.Random, Case], tuple[Article, Article]]
"""Both articles of a case with what tells, or does not tell, who took from whom."""


def _dates(first: str, second: str) -> Make:
    def make(_rng: random.Random, case: Case) -> tuple[Article, Article]:
        return replace(case.original, published=first), replace(case.made, published=second)

    return make


def _tell(first: Mapping[str, object], second: Mapping[str, object]) -> Make:
    """Fields added to both."""

    def make(_rng: random.Random, case: Case) -> tuple[Article, Article]:
        original = replace(case.original, **first)  # type: ignore[arg-type]
        return original, replace(case.made, **second)  # type: ignore[arg-type]

    return make


def _write(change: Callable[[random.Random, Case], str]) -> Make:
    """A change of the copy's text, and no dates."""

    def make(rng: random.Random, case: Case) -> tuple[Article, Article]:
        return case.original, replace(case.made, text=change(rng, case))

    return make


def _name_outlet(rng: random.Random, case: Case) -> str:
    sentence = rng.choice(("{} reported it first.", "All this is according to {}.", "Via {}."))
    parts = paragraphs(case.made.text)
    parts.insert(rng.randint(1, len(parts)), sentence.format(case.original.outlet))
    return "\n\n".join(parts)


def _remark(rng: random.Random, case: Case) -> str:
    words = case.made.text.split(" ")
    words.insert(rng.randint(20, len(words) - 1), "[he means the old building – ed]")
    return " ".join(words)


def _headline(_rng: random.Random, case: Case) -> str:
    return f"{case.original.title}\n\n{case.made.text}"


def _cut(mark: str) -> Callable[[random.Random, Case], str]:
    def cut(_rng: random.Random, case: Case) -> str:
        parts = paragraphs(case.made.text)
        return "\n\n".join(parts[: max(2, len(parts) // 2)]) + mark

    return cut


def _quote_third(rng: random.Random, case: Case) -> tuple[Article, Article]:
    """Both have one paragraph of a text that is not there, on different days."""
    third = max(paragraphs(case.original.text), key=len)[:500]
    texts = []
    for host in (case.host, "\n\n".join(p for p in paragraphs(case.made.text) if p != third)):
        parts = paragraphs(host)
        parts.insert(rng.randint(1, len(parts)), third)
        texts.append("\n\n".join(parts))
    days = rng.sample(["2024-03-05", "2024-03-06", "2024-03-08"], 2)
    return (
        replace(case.original, text=texts[0], published=days[0]),
        replace(case.made, text=texts[1], published=days[1]),
    )


def _update(_rng: random.Random, case: Case) -> tuple[Article, Article]:
    """The original was updated after it had been copied, and says so."""
    text = f"Updated 7 March\n\n{case.original.text}"
    original = replace(case.original, text=text, published="2024-03-07")
    return original, replace(case.made, text=_name_outlet(_rng, case), published="2024-03-06")


def _credit(outlet: str) -> dict[str, object]:
    return {"credits": (Credit(Role.REPUBLISHED_FROM, outlet),)}


FIRST, SECOND = "The Harbour Gazette", "Northern Mirror Daily"
ADDRESS = "https://gazette.example/2024/story"
DECIDABLE: dict[str, Make] = {
    "later_day": _dates("2024-03-05", "2024-03-07"),
    "later_minute": _dates("2024-03-05T09:10+00:00", "2024-03-05T10:15+01:00"),
    "credited": _tell({}, _credit(FIRST)),
    "linked": _tell({}, {"links": (Link(ADDRESS),)}),
    "canonical": _tell({}, {"canonical": ADDRESS, "url": "https://mirror.example/1"}),
    "names_outlet": _write(_name_outlet),
    "remark": _write(_remark),
    "headline": _write(_headline),
    "swapped_letters": _write(lambda _rng, case: case.made.text.replace("o", "\u043e")),
    "breaks_off": _write(_cut(" Read more")),
    "credit_against_date": _tell(
        {"published": "2024-03-07"}, {"published": "2024-03-06", **_credit(FIRST)}
    ),
    "updated_original": _update,
    "agency_and_client": _tell(
        {"outlet": "Meridian Press", "published": "2024-03-05"},
        {"credits": _AGENCY, "published": "2024-03-05"},
    ),
}
UNDECIDABLE: dict[str, Make] = {
    "no_dates": _tell({}, {}),
    "same_day": _dates("2024-03-05", "2024-03-05"),
    "hours_of_unknown_zones": _dates("2024-03-05T09:10", "2024-03-05T10:15"),
    "one_date": _dates("2024-03-05", ""),
    "two_clients": _tell(
        {"credits": _AGENCY, "published": "2024-03-05"},
        {"credits": _AGENCY, "published": "2024-03-06"},
    ),
    "common_source": _quote_third,
    "silent_cut": _write(_cut("")),
    "circular_credits": _tell(_credit(SECOND), _credit(FIRST)),
}


def main(data: Path = Path("../shared/data"), seed: int = 20190218) -> None:
    """Prints the figures as one JSON object."""
    print(json.dumps(evaluate(read_articles(data), random.Random(seed))))


def evaluate(articles: Sequence[Article], rng: random.Random) -> dict[str, object]:
    """The figures over `EACH` cases of every kind."""
    alone = [a for a in alone_in_family(articles, _WORDS) if a.language == "en"]
    outcomes: dict[str, list[str]] = defaultdict(list)
    for kind, make in {**DECIDABLE, **UNDECIDABLE}.items():
        for _ in range(EACH):
            original, made = make(rng, _draw(rng, alone))
            outcomes[kind].append(judge(rng, original, made))
    return measure(outcomes)


def _draw(rng: random.Random, articles: Sequence[Article]) -> Case:
    source, host = rng.sample(articles, 2)
    text = "\n\n".join(paragraphs(source.text))
    title = "Harbour board votes to close the old pier"
    original = Article("o", text, outlet=FIRST, title=title, url=ADDRESS, language="en")
    copy = Article("m", edit_words(rng, text, 0.05), outlet=SECOND, language="en")
    return Case(original, copy, host.text)


def judge(rng: random.Random, original: Article, made: Article) -> str:
    """What lineage says of the two: right, wrong, unknown, or not tied."""
    names = rng.sample(["a", "z"], 2)
    original = replace(original, id=names[0], published=original.published or None)
    made = replace(made, id=names[1], published=made.published or None)
    edges = [edge for family in find_families([original, made]) for edge in family.edges]
    if not edges:
        return "not tied"
    if not edges[0].directed:
        return "unknown"
    return "right" if edges[0].child == made.id else "wrong"


def measure(outcomes: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """The figures, and for each kind the share of what is wanted of it."""
    told = {kind: _share(o, "right") for kind, o in outcomes.items() if kind in DECIDABLE}
    silent = {kind: _share(o, "unknown") for kind, o in outcomes.items() if kind in UNDECIDABLE}
    against = [o == "wrong" for kind in told for o in outcomes[kind]]
    against += [o in ("right", "wrong") for kind in silent for o in outcomes[kind]]
    wrong = round(sum(against) / max(1, len(against)), 4)
    return {
        "right": _mean(told.values()),
        "unknown_kept": _mean(silent.values()),
        "wrong": wrong,
        "never_wrong": round(1 - wrong, 4),
        "by_kind": {**told, **silent},
    }


def _share(outcomes: Sequence[str], wanted: str) -> float:
    return round(sum(o == wanted for o in outcomes) / max(1, len(outcomes)), 4)


def _mean(values: Iterable[float]) -> float:
    shares = list(values)
    return round(sum(shares) / max(1, len(shares)), 4)


if __name__ == "__main__":
    typer.run(main)
