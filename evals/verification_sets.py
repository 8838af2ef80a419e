"""The public claim-verification sets, read as pairs of a claim and a passage.

Each set comes in another shape and with other label words; here all become `LabelledPair`.
A pair whose passage neither supports nor disputes the claim is labelled `DISCUSSES`.
"""

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from evals.files import read_json_lines, read_table
from secondsource.evidence.finding import Stance

HELD_OUT_PERCENT = 25
SETS = ("climate_fever", "foolmetwice", "healthver", "fever_symmetric")

_LABELS = {
    "supports": Stance.SUPPORTS,
    "refutes": Stance.DISPUTES,
    "not_enough_info": Stance.DISCUSSES,
    "nei": Stance.DISCUSSES,
    "neutral": Stance.DISCUSSES,
}
_EVIDENCE = ("evidence", "evidence_sentence", "sentence1")
_TREEBANK = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": '"', "''": '"'}


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """A claim, a passage, and what people said that the passage does to the claim.

    `group` is shared by all pairs that must fall on the same side when a set is cut in two.
    """

    claim: str
    passage: str
    stance: Stance
    source: str
    group: str


def read_set(name: str, verification: Path) -> tuple[LabelledPair, ...]:
    """All pairs of one set, in the order of its files.

    Args:
        name: one of `SETS`.
        verification: the folder that holds a folder for each set; any of the splits "train",
            "dev" and "test" that lie there are read.

    Returns:
        The pairs; none when the set is not there. What lacks a claim, a passage or a known
        label is left out, and counted on stderr.
    """
    folder = verification / name
    if not folder.is_dir():
        return ()
    read = tuple(_READERS[name](folder))
    pairs = tuple(pair for pair in read if pair)
    if len(pairs) < len(read):
        lacking = len(read) - len(pairs)
        print(f"{name}: {lacking} without a known label or without texts left out", file=sys.stderr)
    return _join_groups(pairs) if name == "fever_symmetric" else pairs


def is_held_out(group: str) -> bool:
    """Whether pairs of this group are kept back from training, the same in every run.

    A quarter of the groups are: those whose SHA-256 falls into the lowest 25 of 100 parts.
    """
    digest = hashlib.sha256(group.casefold().encode("utf-8")).digest()
    return int.from_bytes(digest[:8], "big") % 100 < HELD_OUT_PERCENT


def _read_climate_fever(folder: Path) -> Iterator[LabelledPair | None]:
    """One pair for each of the five evidence sentences of a claim."""
    for path in sorted(folder.rglob("*.jsonl")):
        for record in read_json_lines(path):
            for each in record["evidences"]:
                yield _pair(record["claim"], each["evidence"], each["evidence_label"], folder)


def _read_foolmetwice(folder: Path) -> Iterator[LabelledPair | None]:
    """One pair for each claim: its gold evidence sentences, joined in their order."""
    for path in sorted(folder.rglob("*.jsonl")):
        for record in read_json_lines(path):
            passage = " ".join(each["text"] for each in record.get("gold_evidence", ()))
            yield _pair(record["text"], passage, record.get("label"), folder)


def _read_healthver(folder: Path) -> Iterator[LabelledPair | None]:
    """One pair for each row."""
    for path in sorted(folder.rglob("*.csv")):
        for row in read_table(path):
            yield _pair(row["claim"], row["evidence"], row.get("label"), folder)


def _read_fever_symmetric(folder: Path) -> Iterator[LabelledPair | None]:
    """One pair for each row, with the treebank's codes for brackets and quotes put back."""
    for path in sorted(folder.rglob("*.jsonl")):
        for record in read_json_lines(path):
            passage = next((record[key] for key in _EVIDENCE if key in record), "")
            label = record.get("label") or record.get("gold_label")
            yield _pair(_plain(record["claim"]), _plain(passage), label, folder)


def _pair(claim: str, passage: str, label: str | None, folder: Path) -> LabelledPair | None:
    """A pair whose group is its claim; None where a text or a known label is missing."""
    stance = _LABELS.get("_".join((label or "").casefold().split()))
    if not (stance and claim.strip() and passage.strip()):
        return None
    return LabelledPair(claim, passage, stance, folder.name, claim)


_READERS = {
    "climate_fever": _read_climate_fever,
    "foolmetwice": _read_foolmetwice,
    "healthver": _read_healthver,
    "fever_symmetric": _read_fever_symmetric,
}


def _plain(text: str) -> str:
    return " ".join(_TREEBANK.get(word, word) for word in text.split())


def _join_groups(pairs: tuple[LabelledPair, ...]) -> tuple[LabelledPair, ...]:
    """Put pairs that share a claim or a passage into one group.

    In this set each claim comes with two passages and each passage with two claims, so that
    a claim of one part would otherwise show its passage to the other.
    """
    parent: dict[str, str] = {}

    def find_root(text: str) -> str:
        while parent.setdefault(text, text) != text:
            text = parent[text]
        return text

    for pair in pairs:
        left, right = sorted((find_root(pair.claim), find_root(pair.passage)))
        parent[right] = left
    return tuple(replace(pair, group=find_root(pair.claim)) for pair in pairs)
