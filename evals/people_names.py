"""How well two written names are told to be one or two, on a hand-made table of pairs."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from secondsource.names.compare import Outcome, compare_names
from secondsource.names.name import NameKind

PAIRS = Path(__file__).with_name("people_pairs.tsv")
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names: the "same", "different", or "unknown" where no reader can say."""

    part: str
    group: str
    label: str
    kind: NameKind
    left: str
    right: str
    language: str | None = None


def read_pairs(part: str) -> list[Pair]:
    """The pairs of one half of the table: "dev" to tune on, "measured" to report."""
    with PAIRS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Pair(
            r["part"],
            r["group"],
            r["label"],
            NameKind(r["kind"]),
            r["left"],
            r["right"],
            r["language"] or None,
        )
        for r in rows
        if r["part"] == part
    ]


def is_joined(pair: Pair) -> bool:
    """Whether the program says that the two are one."""
    return _compare(pair) is Outcome.SAME


def _compare(pair: Pair) -> Outcome:
    languages = (pair.language, pair.language)
    return compare_names(pair.left, pair.right, pair.kind, languages).outcome


def measure(pairs: Iterable[Pair], joined: Iterable[bool]) -> Figures:
    """Precision and recall of "the same"; a pair nobody can tell counts as wrong when joined."""
    right = wrong = missed = unknown = 0
    for pair, is_same in zip(pairs, joined, strict=True):
        right += is_same and pair.label == "same"
        wrong += is_same and pair.label == "different"
        unknown += is_same and pair.label == "unknown"
        missed += not is_same and pair.label == "same"
    return {
        "precision": round(right / max(1, right + wrong + unknown), 3),
        "recall": round(right / max(1, right + missed), 3),
        "joined_though_unknown": unknown,
    }


def measure_pairs() -> dict[str, Figures]:
    """The figures on the measured half, and those of two plain ways beside them."""
    dev, measured = read_pairs("dev"), read_pairs("measured")
    threshold = find_threshold(dev)
    return {
        "ours": measure(measured, map(is_joined, measured)),
        "exact": measure(measured, (p.left.casefold() == p.right.casefold() for p in measured)),
        "token_sort": measure(measured, (token_sort(p) >= threshold for p in measured)),
        "dev": measure(dev, map(is_joined, dev)),
    }


def token_sort(pair: Pair) -> float:
    """rapidfuzz's ratio of the sorted words, 0..100."""
    return fuzz.token_sort_ratio(pair.left.casefold(), pair.right.casefold())


def find_threshold(pairs: list[Pair]) -> float:
    """The ratio at which F1 is highest."""

    def f1(threshold: float) -> float:
        found = measure(pairs, (token_sort(pair) >= threshold for pair in pairs))
        total = found["precision"] + found["recall"]
        return 2 * found["precision"] * found["recall"] / total if total else 0.0

    return float(max(range(30, 101), key=f1))


def list_errors(part: str) -> Iterator[str]:
    """Each pair of a half on which the program is not as a reader."""
    for pair in read_pairs(part):
        found = _compare(pair)
        said = {"same": Outcome.SAME, "different": Outcome.DIFFERENT}.get(
            pair.label, Outcome.UNCLEAR
        )
        if found is not said:
            yield f"{pair.group}: {pair.left} / {pair.right} is {pair.label}, not {found}"
