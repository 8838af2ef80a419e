"""Pairs of real news, labelled by hand: a statement, and a passage of another outlet's article.

`news_stance.tsv` names them by places, without texts. Statements are looked up as everywhere in
the package: restated so that they stand alone. Passages are of another article on the same event
(BASIL) or story (FNC-1). They were chosen by shared words, part of them by what the search of the
package proposed; copies of the statement were left out. Labels, given by reading and without an
answer of a model in sight:

    supports   it says so too, or the claim follows; details may be missing or rounded
    partly     it says one of several facts of the claim, and nothing against it
    disputes   both cannot be so
    neither    other facts; a charge or a plan where the claim states a fact

`part` is "kept" for half of BASIL's events, by the SHA-256 of the event: no model has learnt from
them and no threshold was chosen on them. The others are "learnt": the stance models were trained
on them. FNC-1's stories are only those that teach the stance models anyway.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.texts import read_basil, read_fnc1, read_polnear
from secondsource.article import Article, Span
from secondsource.evidence.finding import ClaimPassage, Stance
from secondsource.evidence.query.restate import restate_statements
from secondsource.evidence.query.times import read_day
from secondsource.reading import read_articles
from secondsource.reading.statement import Statement

TABLE = Path(__file__).with_name("news_stance.tsv")
PARTLY = "partly"
STANCES: Mapping[str, Stance] = {
    "supports": Stance.SUPPORTS,
    "disputes": Stance.DISPUTES,
    "neither": Stance.DISCUSSES,
}
"""What the labels but `PARTLY` are as stances."""

_READERS = {
    "bias/basil": read_basil,
    "stance/fnc1": read_fnc1,
    "attribution/polnear": read_polnear,
}


@dataclass(frozen=True, slots=True)
class NewsCase:
    """A statement (its article and place), a passage of another article, and the label."""

    examined: str
    statement: Span
    other: str
    passage: Span
    label: str
    kept: bool


def read_cases() -> list[NewsCase]:
    """The labelled pairs, in the order of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [_read_case(row) for row in csv.DictReader(file, delimiter="\t")]


def _read_case(row: Mapping[str, str]) -> NewsCase:
    return NewsCase(
        row["examined"],
        Span(int(row["start"]), int(row["end"])),
        row["other"],
        Span(int(row["passage_start"]), int(row["passage_end"])),
        row["stance"],
        row["part"] == "kept",
    )


def read_news(data: Path) -> dict[str, Article]:
    """The articles that the table names, by their ids; of the sets that are there."""
    return dict(_read_news(data))


def _read_news(data: Path) -> Iterator[tuple[str, Article]]:
    for name, read in _READERS.items():
        if (data / name).is_dir():
            yield from ((article.id, article) for article in read(data / name))


def make_pairs(cases: Sequence[NewsCase], articles: Mapping[str, Article]) -> list[ClaimPassage]:
    """Each statement as it is looked up, with the passage.

    Args:
        cases: pairs whose articles are all there.
        articles: by their ids.
    """
    examined = sorted({case.examined for case in cases})
    read = read_articles([articles[id_] for id_ in examined])
    statements = dict(zip(examined, read, strict=True))
    return [_make_pair(case, articles, statements[case.examined]) for case in cases]


def _make_pair(
    case: NewsCase, articles: Mapping[str, Article], statements: Iterable[Statement]
) -> ClaimPassage:
    article, other = articles[case.examined], articles[case.other]
    statement = max(statements, key=lambda s: _overlap(s.span, case.statement))
    shorter = min(len(statement.span), len(case.statement))
    if 2 * _overlap(statement.span, case.statement) <= shorter:
        raise LookupError(f"{case.examined} is cut into other statements at {case.statement}")
    (question,) = restate_statements(article, [statement])
    day = read_day(other) if read_day(article) else None
    passage = case.passage.of(other.text)
    return ClaimPassage(question.whole.text, passage, article.language, other.language, day)


def _overlap(left: Span, right: Span) -> int:
    return min(left.end, right.end) - max(left.start, right.start)
