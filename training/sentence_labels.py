"""News sentences that we labelled: by their place, since the texts are not ours to give out.

`sentence_labels.tsv` has for each sentence its article, where it starts and ends there, whether
it is subjective as CheckThat's annotators would say, whether it is loaded as BABE's would ("?"
where the labels of this reader agreed too little with theirs), and where in it the words lie
that make it so. Each was labelled by one reader, who had first read 220 sentences with the
annotators' labels; how well the readers agreed with the annotators is in
`models/sentences/CARD.md`.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from secondsource.article import Span
from training.sentence_pool import read_news

FILE = Path(__file__).with_name("sentence_labels.tsv")
UNSURE = "?"


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled sentence; `loaded` is None where it is not known, `words` are the loaded ones."""

    text: str
    subjective: bool
    loaded: bool | None
    words: tuple[str, ...]


def read_labels(data: Path) -> list[Label]:
    """The labelled sentences whose articles are in the folder."""
    texts = {article.id: article.text for article in read_news(data)}
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [_read(row, texts[row["article"]]) for row in rows if row["article"] in texts]


def _read(row: dict[str, str], article: str) -> Label:
    text = Span(int(row["start"]), int(row["end"])).of(article).strip()
    loaded = None if row["loaded"] == UNSURE else row["loaded"] == "1"
    words = tuple(span.of(text) for span in _read_spans(row["words"]))
    return Label(text, row["subjective"] == "1", loaded, words)


def _read_spans(field: str) -> Iterator[Span]:
    for pair in field.split():
        start, _, end = pair.partition("-")
        yield Span(int(start), int(end))
