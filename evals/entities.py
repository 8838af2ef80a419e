"""How often the words of a source are resolved to whom they mean, on little texts of our own.

    python -m evals.entities

Prints the shares of right, wrong and unresolved sources; a source that nobody can be named for
is right when it stays without a name. A wrong name is worse than none: it would join what is
independent.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from secondsource.reading.attribution.voices import find_attributions
from secondsource.reading.statement import Source

CASES = Path(__file__).with_name("entity_cases.tsv")


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the words of a source in it, and whom they mean; None when it cannot be said."""

    text: str
    source: str
    entity: str | None


def main() -> None:
    """Print the shares as one JSON object, and on stderr every case that is not right."""
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_known_args()
    outcomes: Counter[str] = Counter()
    for case in read_cases():
        outcome, given = judge(case)
        outcomes[outcome] += 1
        if outcome != "right":
            print(f"{outcome}: {given} for {case.entity} in: {case.text}", file=sys.stderr)
    print(json.dumps({"cases": sum(outcomes.values()), **measure(outcomes)}))


def measure(outcomes: Counter[str]) -> dict[str, float]:
    """The share of each outcome."""
    whole = sum(outcomes.values())
    return {name: round(outcomes[name] / whole, 4) for name in ("right", "wrong", "unresolved")}


def read_cases() -> Iterator[Case]:
    """The cases of the table, in its order."""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, source, entity = line.split("\t")
            yield Case(text, source, None if entity == "-" else entity)


def judge(case: Case) -> tuple[str, str | None]:
    """Right, wrong or unresolved, with the name that was given."""
    found = [a.source for a in find_attributions(case.text, "en") if a.source]
    named = next((s for s in reversed(found) if _is_meant(s, case)), None)
    given = named.entity if named else None
    if given == case.entity:
        return "right", given
    return ("unresolved" if given is None else "wrong"), given


def _is_meant(source: Source, case: Case) -> bool:
    """Whether a source found is the one asked about, or holds it whole."""
    return source.text == case.source or case.source in source.text


if __name__ == "__main__":
    main()
