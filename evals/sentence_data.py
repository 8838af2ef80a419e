"""Reads the labelled sentence collections, whichever of their files a folder holds."""

import ast
import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

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
}
"""The folders of the subjectivity data. "multilingual" repeats the others and is not read."""


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
    for path in sorted((data / "checkworthy" / "claimbuster").glob("*.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            items.append(Item(row["text"], row["label"] == 1, str(row["sentence_id"])))
    return items


def read_debates(data: Path) -> dict[str, list[Item]]:
    """Debates and speeches by file name, with what fact-checkers picked (CLEF-2019 task 1)."""
    debates = {}
    for path in sorted((data / "checkworthy" / "clef2019").rglob("*.tsv")):
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines if line.count("\t") >= 3]
        debates[path.stem] = [
            Item(row[2], row[3].strip() == "1", path.stem) for row in rows if row[3].strip() in "01"
        ]
    return {name: items for name, items in debates.items() if items}


def debate_key(items: list[Item]) -> int:
    """The number under which a whole debate is remembered."""
    return item_key("debate", *(item.text for item in items))


def read_subjectivity(data: Path) -> dict[str, list[Item]]:
    """News sentences by language code, subjective or not (CheckThat 2023-2025)."""
    found: dict[str, list[Item]] = {}
    for folder in sorted((data / "subjectivity").glob("*")):
        language = LANGUAGES.get(folder.name)
        if language is not None:
            items = [item for path in sorted(folder.glob("*.tsv")) for item in _read_split(path)]
            found[language] = items
    return {language: items for language, items in found.items() if items}


def _read_split(path: Path) -> Iterator[Item]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row.get("label") in ("OBJ", "SUBJ"):
                yield Item(row["sentence"], row["label"] == "SUBJ", path.stem)


def read_babe(data: Path) -> list[Item]:
    """News sentences, biased in their wording or not, with the words (Spinde et al., 2021)."""
    items = []
    for path in sorted((data / "bias" / "babe").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                if row["label_bias"] in ("Biased", "Non-biased"):
                    words = tuple(str(word) for word in ast.literal_eval(row["biased_words"]))
                    items.append(Item(row["text"], row["label_bias"] == "Biased", "", words))
    return items


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
