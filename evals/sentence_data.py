"""Reads the labelled sentence collections, whichever of their files a folder holds."""

import ast
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evals.files import read_json, read_lines, read_rows, read_table
from secondsource.article import Span
from secondsource.models.trained_on import item_key

LANGUAGES = {
    "english": "en",
    "german": "de",
    "italian": "it",
    "bulgarian": "bg",
    "arabic": "ar",
    "french": "fr",
    "spanish": "es",
    "polish": "pl",
    "ukrainian": "uk",
    "romanian": "ro",
    "greek": "el",
    "dutch": "nl",
    "turkish": "tr",
}
"""The folders of the subjectivity data; a folder of another name is a language of that name."""
_REPEATED = "multilingual"
_SUBJECTIVE = {"SUBJ": True, "OBJ": False}
_BIASED = {"biased": True, "non-biased": False}


@dataclass(frozen=True, slots=True)
class Item:
    """One labelled sentence; `group` is its debate, its split or its number, as the set has it."""

    text: str
    label: bool
    group: str = ""
    words: tuple[str, ...] = ()

    @property
    def key(self) -> int:
        """The number under which a trained item is remembered."""
        return item_key(self.text)


def read_claimbuster(data: Path) -> list[Item]:
    """Debate sentences, check-worthy or not (Arslan et al., ICWSM 2020)."""
    items = []
    for path in sorted((data / "checkworthy" / "claimbuster").rglob("*.json")):
        for row in read_json(path):
            if "label" in row:
                group = str(row.get("sentence_id", ""))
                items.append(Item(row["text"], str(row["label"]).strip() == "1", group))
    return items


def read_debates(data: Path) -> dict[str, list[Item]]:
    """Debates and speeches by file name, with what fact-checkers picked (CLEF-2019 task 1).

    A debate may lie there twice, with labels and, in another folder, without.
    """
    debates = {}
    for path in sorted((data / "checkworthy" / "clef2019").rglob("*.tsv")):
        rows = [line.split("\t") for line in read_lines(path) if line.count("\t") >= 3]
        labelled = [(row[2], row[3].strip()) for row in rows if row[3].strip() in ("0", "1")]
        if labelled:
            debates[path.stem] = [Item(text, label == "1", path.stem) for text, label in labelled]
    return debates


def debate_key(items: list[Item]) -> int:
    """The number under which a whole debate is remembered."""
    return item_key("debate", *(item.text for item in items))


def read_subjectivity(data: Path) -> dict[str, list[Item]]:
    """News sentences by language code, subjective or not (CheckThat 2023-2025).

    The folder "multilingual" repeats sentences of the others and is not read.
    """
    found: dict[str, list[Item]] = {}
    for folder in sorted((data / "subjectivity").glob("*/")):
        items = [item for path in sorted(folder.glob("*.tsv")) for item in _read_split(path)]
        if folder.name == _REPEATED:
            print("subjectivity: multilingual repeats the others, not read", file=sys.stderr)
        elif items:
            found[LANGUAGES.get(folder.name, folder.name)] = items
    return found


def _read_split(path: Path) -> Iterator[Item]:
    for row in read_table(path, "\t", quoted=False):
        label = _SUBJECTIVE.get(row.get("label", "").strip().upper())
        if label is not None:
            yield Item(row["sentence"], label, path.stem)


def read_babe(data: Path) -> list[Item]:
    """News sentences, biased in their wording or not, with the words (Spinde et al., 2021)."""
    items = []
    for path in sorted((data / "bias" / "babe").rglob("*.csv")):
        semicolons = any(";" in cell for cell in next(read_rows(path), []))
        for row in read_table(path, ";" if semicolons else ","):
            label = _BIASED.get(row.get("label_bias", "").strip().casefold())
            if label is not None:
                items.append(Item(row["text"], label, "", _read_words(row.get("biased_words", ""))))
    return items


def _read_words(cell: str) -> tuple[str, ...]:
    """The phrases in a cell that holds a list as Python prints it; none in an empty one."""
    return tuple(str(word) for word in ast.literal_eval(cell.strip() or "()"))


def mark_phrases(item: Item) -> list[Span]:
    """Every place of a marked phrase in the sentence, whatever its case; they may overlap."""
    text = item.text.lower() if len(item.text.lower()) == len(item.text) else item.text
    found = []
    for phrase in {phrase.lower() for phrase in item.words if phrase}:
        start = text.find(phrase)
        while start >= 0:
            found.append(Span(start, start + len(phrase)))
            start = text.find(phrase, start + len(phrase))
    return sorted(found)


def mark_words(item: Item, words: Sequence[Span]) -> npt.NDArray[np.int64]:
    """For each word of a sentence whether it begins in one of the marked phrases, 0 or 1."""
    marked = np.zeros(len(item.text) + 1, dtype=np.int64)
    for phrase in mark_phrases(item):
        marked[phrase.start : phrase.end] = 1
    found: npt.NDArray[np.int64] = marked[[word.start for word in words]]
    return found
