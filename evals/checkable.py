"""How well it is told that a statement cannot be checked by its own words.

    python -m evals.checkable --data DIR

Sentences made up for it (`checkable_own.tsv`), labelled before the rules were written: what is
secret, what cannot be known, what nothing could contradict, what nobody in particular says,
and as many traps. DIR is not looked at. The baseline takes every sentence with "secret",
"classified", "never know", "some say" or the like for one that cannot be checked.
"""

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.forecasts import measure_told
from evals.referred import read_table
from secondsource.article import Article
from secondsource.reading.read import read_article

OWN = "checkable_own.tsv"
_BASELINE = re.compile(
    r"secret|classified|confidential|hidden|never know|nobody|no one|many|some|critics|"
    r"секрет|тайн|никто|никогда|многие|говорят",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """One sentence: whether it can be checked, what was said, and whether its words were shown."""

    checkable: bool
    guess: bool
    baseline: bool
    words_shown: bool | None


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.parse_args()
    print(json.dumps(measure()))


def measure() -> dict[str, object]:
    """Figures of both parts and languages."""
    rows = read_table(OWN)
    return {
        f"{part}_{language}": measure_part(
            [_check(r) for r in rows if (r["part"], r["language"]) == (part, language)]
        )
        for part in ("looked", "kept")
        for language in ("en", "ru")
    }


def _check(row: dict[str, str]) -> Checked:
    article = Article("own", row["text"], published="2019-02-18", language=row["language"])
    statements = read_article(article)
    why = " ".join(reason for s in statements for reason in s.why).casefold()
    return Checked(
        row["checkable"] == "1",
        any(s.checkable for s in statements),
        not _BASELINE.search(row["text"]),
        row["words"].casefold() in why if row["words"] else None,
    )


def measure_part(items: Sequence[Checked]) -> dict[str, object]:
    """Precision, recall and F1 of "cannot be checked"; how often the words are shown."""
    shown = [item.words_shown for item in items if item.words_shown is not None]
    gold = [not item.checkable for item in items]
    return {
        "sentences": len(items),
        **measure_told(gold, [not item.guess for item in items]),
        "words_shown": round(sum(shown) / len(shown), 4) if shown else None,
        "baseline": measure_told(gold, [not item.baseline for item in items]),
    }


if __name__ == "__main__":
    main()
