"""How well sources, cues and contents are found in Russian and in other languages than English.

    python -m evals.attribution_ru [--show ru/measured]

No annotated news in these languages has a licence that we know of, so the texts are our own:
short invented ones, in `tests/reading/attribution/{russian,others}` (see
`evals/attribution_tables.py`). `ru/measured` was written before the reader was, and is not
used to mend it; `ru/practice` is. The Russian reader before this one, which knew no grammar,
is run beside it as the baseline, on stderr. The counts are those of `evals/attribution.py`, and
of the relations that are found the share with the right entity (`entity_right`; nobody is right
where the table has nobody), the share with a wrong name (`entity_wrong`) and the share with the
right manner (`quotation_right`).
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from evals.attribution import (
    is_same_relation,
    match_relations,
    read_relations,
    score,
)
from evals.attribution_tables import FOLDER, Entry, Row, read_table
from evals.russian_rules.attribute import attribute_russian as attribute_by_rules
from secondsource.reading.attribution.voices import find_attributions_batch
from secondsource.reading.statement import Attribution

Reader = Callable[[Sequence[str]], Sequence[tuple[Attribution, ...]]]


def main() -> None:
    """Print the figures of every table as one JSON object, by language and table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="not used: the tables are in the repository")
    parser.add_argument("--show", help="a table whose differences are shown: ru/measured, de")
    arguments = parser.parse_args()
    figures: dict[str, dict[str, dict[str, float]] | dict[str, float]] = {}
    for name, language, path in list_tables():
        entries = read_table(path)
        if arguments.show == name:
            show_differences(entries, read_with(language)([e.text for e in entries]))
        figures[name] = measure(entries, read_with(language))
        if language == "ru":
            baseline = measure(entries, lambda texts: list(map(attribute_by_rules, texts)))
            print(f"{name}, baseline without grammar:", json.dumps(baseline), file=sys.stderr)
    print(json.dumps(figures))


def list_tables() -> Iterator[tuple[str, str, Path]]:
    """Each table's name, its language and its file."""
    for path in sorted((FOLDER / "russian").glob("*.txt")):
        yield f"ru/{path.stem}", "ru", path
    for path in sorted((FOLDER / "others").glob("*.txt")):
        yield path.stem, path.stem, path


def read_with(language: str) -> Reader:
    """The program's reader of a language."""
    return lambda texts: list(find_attributions_batch(texts, language))


def measure(entries: Sequence[Entry], reader: Reader) -> dict[str, float]:
    """The figures of one reader on one table, the number of attributions in it first."""
    texts = [entry.text for entry in entries]
    start = time.perf_counter()
    found = reader(texts)
    seconds = time.perf_counter() - start
    relations = [read_relations(text, own) for text, own in zip(texts, found, strict=True)]
    figures: dict[str, float] = {"attributions": sum(len(entry.rows) for entry in entries)}
    figures |= score([entry.annotated() for entry in entries], relations)
    print(f"{len(texts)} texts in {seconds:.2f} s", file=sys.stderr)
    return figures | _score_names(entries, found)


def _score_names(
    entries: Sequence[Entry], found: Sequence[tuple[Attribution, ...]]
) -> dict[str, float]:
    pairs = [p for e, f in zip(entries, found, strict=True) for p in _pair(e, f)]
    entities = [(row.entity, a.source.entity if a.source else None) for row, a in pairs]
    right = sum(truth == guess for truth, guess in entities)
    wrong = sum(guess not in (None, truth) for truth, guess in entities)
    manner = sum(row.quotation == a.quotation.value for row, a in pairs)
    total = max(1, len(pairs))
    return {
        "entity_right": round(right / total, 4),
        "entity_wrong": round(wrong / total, 4),
        "quotation_right": round(manner / total, 4),
    }


def _pair(entry: Entry, found: Sequence[Attribution]) -> Iterator[tuple[Row, Attribution]]:
    """Each attribution of the table with the one found that is the same relation."""
    truth = [row.relation(entry.text) for row in entry.rows]
    guess = read_relations(entry.text, found)
    for i, j in match_relations(truth, guess, is_same_relation):
        yield entry.rows[i], found[j]


def show_differences(entries: Sequence[Entry], found: Sequence[tuple[Attribution, ...]]) -> None:
    """Print to stderr every text of which something else was found than the table has."""
    for entry, own in zip(entries, found, strict=True):
        wanted = sorted(_show_row(entry.text, row) for row in entry.rows)
        got = sorted(_show_found(entry.text, a) for a in own)
        if wanted != got:
            lines = [entry.text, *(f"  - {w}" for w in wanted if w not in got)]
            lines += [f"  + {g}" for g in got if g not in wanted]
            print("\n".join(lines), file=sys.stderr)


def _show_row(text: str, row: Row) -> str:
    parts = (row.source.of(text) if row.source else "-", row.cue.of(text) if row.cue else "-")
    return _show(parts, [s.of(text) for s in row.content], row.quotation, row.entity)


def _show_found(text: str, found: Attribution) -> str:
    source = found.source.text if found.source and found.source.span else "-"
    entity = found.source.entity if found.source else None
    parts = (source, found.cue.text if found.cue else "-")
    return _show(parts, [s.of(text) for s in found.content], found.quotation.value, entity)


def _show(
    parts: tuple[str, str], content: Sequence[str], quotation: str, entity: str | None
) -> str:
    pieces = " // ".join(piece.strip('«»„“”"') for piece in content)
    return " | ".join((*(part.strip("«»") for part in parts), pieces, quotation, entity or "-"))


if __name__ == "__main__":
    main()
