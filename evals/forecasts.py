"""How well forecasts are told from what only sounds like one, and when they come due.

    python -m evals.forecasts --data DIR

Two sets, both labelled by hand before the rules were changed: `own`, sentences made up for it
(`forecasts_own.tsv`, two in five of them traps), and `real`, sentences of PolNeAR, FNC-1, Golunov
and the seed by reference (`forecasts_real.tsv`). Of each, the part `looked` was looked at while
the rules were written, `kept` gives the figure. The baseline calls every sentence with "will",
"going to" or "будет" a forecast. Nothing is trained or tuned here.
"""

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.referred import Referred, read_referred, read_table
from secondsource.article import Article
from secondsource.reading.read import read_article
from secondsource.reading.statement import Due, Kind, Statement

OWN, REAL = "forecasts_own.tsv", "forecasts_real.tsv"
_BASELINE = re.compile(
    r"\b(?:will|won['’]t|going to)\b|['’]ll\b|\bбуд(?:ет|ут|у|ем|ете|ешь)\b", re.IGNORECASE
)
_AUTHOR, _OTHER = "author", "other"


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a reader says of a sentence and what the program says: `due` is None for no forecast.

    `holder` is a name, "author", or "other" where only that much was labelled.
    """

    text: str
    is_forecast: bool
    start: str
    end: str
    condition: str
    holder: str
    likelihood: str
    due: Due | None


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    print(json.dumps(measure(parser.parse_args().data)))


def measure(data: Path) -> dict[str, object]:
    """Figures of both sets and parts; real sentences that are not in the folder are left out."""
    figures: dict[str, object] = {}
    for part in ("looked", "kept"):
        main_rows = [row for row in _own(part) if row["language"] in ("en", "ru")]
        more = [row for row in _own(part) if row["language"] not in ("en", "ru")]
        figures[f"own_{part}"] = measure_part([_read_own(row) for row in main_rows])
        figures[f"own_{part}_other_languages"] = measure_part([_read_own(row) for row in more])
    referred = read_referred(REAL, data)
    for part in ("looked", "kept"):
        items = [_read_real(item) for item in referred if item.labels["part"] == part]
        if items:
            figures[f"real_{part}"] = measure_part(items)
    return figures


def _own(part: str) -> list[dict[str, str]]:
    return [row for row in read_table(OWN) if row["part"] == part]


def _read_own(row: dict[str, str]) -> Labelled:
    article = Article("own", row["text"], published=row["published"], language=row["language"])
    return Labelled(
        row["text"],
        row["forecast"] == "1",
        row["start"],
        row["end"],
        row["condition"],
        row["holder"] or _AUTHOR,
        row["likelihood"],
        find_due(read_article(article)),
    )


def _read_real(item: Referred) -> Labelled:
    labels = item.labels
    holder = labels["holder"]
    return Labelled(
        item.text,
        labels["forecast"] == "1",
        labels["due_start"],
        labels["due_end"],
        _words(item, labels["condition"]),
        holder if holder in (_AUTHOR, _OTHER) else _words(item, holder),
        labels["likelihood"],
        find_due(item.statements),
    )


def _words(item: Referred, place: str) -> str:
    if not place:
        return ""
    start, length = (int(number) for number in place.split(":"))
    return item.article.text[start : start + length]


def find_due(statements: Sequence[Statement]) -> Due | None:
    """What the first forecast among the statements says; None when none is one."""
    return next((s.due for s in statements if s.kind is Kind.FORECAST), None)


def measure_part(items: Sequence[Labelled]) -> dict[str, object]:
    """Being a forecast over all sentences; the rest over the forecasts that were found."""
    found = [(item, item.due) for item in items if item.is_forecast and item.due is not None]
    return {
        "sentences": len(items),
        **measure_told([i.is_forecast for i in items], [i.due is not None for i in items]),
        "due_end": _share([item.end == due.end for item, due in found]),
        "due_both": _share([(item.start, item.end) == (due.start, due.end) for item, due in found]),
        "dated_end": _share([item.end == due.end for item, due in found if item.end != "open"]),
        "condition": _share([_fold(item.condition) == _fold(due.condition) for item, due in found]),
        "holder": _share([_is_held(item, due) for item, due in found]),
        "likelihood": _share([item.likelihood == (due.likelihood or "") for item, due in found]),
        "baseline": measure_told(
            [i.is_forecast for i in items], [bool(_BASELINE.search(i.text)) for i in items]
        ),
    }


def measure_told(gold: Sequence[bool], guess: Sequence[bool]) -> dict[str, float]:
    """Precision, recall and F1 of saying yes."""
    hits = sum(a and b for a, b in zip(gold, guess, strict=True))
    precision = hits / sum(guess) if sum(guess) else 0.0
    recall = hits / sum(gold) if sum(gold) else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def _share(right: Sequence[bool]) -> float | None:
    return round(sum(right) / len(right), 4) if right else None


def _fold(text: str | None) -> str:
    return re.sub(r"\W+", " ", text or "").strip().casefold()


def _is_held(item: Labelled, due: Due) -> bool:
    """Whether the holder is the one labelled; one name within the other counts as the same."""
    if item.holder == _AUTHOR:
        return due.holder is None
    if item.holder == _OTHER or due.holder is None:
        return due.holder is not None
    left, right = _fold(item.holder), _fold(due.holder)
    return left in right or right in left or len(left) <= _PRONOUN


_PRONOUN = 4
"""A holder of at most so many letters is a pronoun, which reading resolves to a name."""


if __name__ == "__main__":
    main()
