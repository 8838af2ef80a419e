"""Hand-made tables of attributions: short texts of our own, each with what is said in it by whom.

A table is a text file. A blank line ends an entry. The first line of an entry is a text, with
" ¶ " for a new paragraph; each further line is one attribution in it:

    source | cue | content // more content | direct, indirect or mixed | entity

"-" stands for nothing. Each part is found by its words, capitals or not: they must stand in the
text once, or "@n" after them says for the how many-th time they are meant. The conjunction
(that, что, dass) and the preposition before a source are no part of anything. All names and
facts are invented.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.attribution import Annotated, Relation, words_of
from secondsource.article import Span

FOLDER = Path(__file__).parents[1] / "tests" / "reading" / "attribution"
_NTH = re.compile(r"@(\d)$")
_FIELDS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One attribution of a table: spans into its text, the manner and the entity."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    quotation: str
    entity: str | None

    def relation(self, text: str) -> Relation:
        """The same as sets of words."""
        parts = ([self.source], [self.cue], self.content)
        return Relation(*(words_of(text, [span for span in part if span]) for part in parts))


@dataclass(frozen=True, slots=True)
class Entry:
    """A short text and the attributions in it, which may be none."""

    text: str
    rows: tuple[Row, ...]

    def annotated(self) -> Annotated:
        """The same as the other evaluation of attributions takes it."""
        return Annotated(self.text, tuple(row.relation(self.text) for row in self.rows))


def read_table(path: Path) -> tuple[Entry, ...]:
    """The entries of a table in their order.

    Raises:
        ValueError: a part is not in its text, or not once, or a line has not five parts.
    """
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    return tuple(_read_entry(block) for block in blocks)


def _read_entry(block: str) -> Entry:
    first, *lines = block.strip().split("\n")
    text = first.replace(" ¶ ", "\n\n")
    return Entry(text, tuple(_read_row(text, line) for line in lines))


def _read_row(text: str, line: str) -> Row:
    fields = [field.strip() for field in line.split("|")]
    if len(fields) != _FIELDS:
        raise ValueError(f"this line has {len(fields)} parts, not {_FIELDS}: {line}")
    source, cue, content, quotation, entity = fields
    return Row(
        next(_find(text, source), None),
        next(_find(text, cue), None),
        tuple(span for piece in content.split(" // ") for span in _find(text, piece)),
        quotation,
        None if entity == "-" else entity,
    )


def _find(text: str, words: str) -> Iterator[Span]:
    """Where some words stand in a text; nothing for "-"."""
    if words == "-":
        return
    nth = _NTH.search(words)
    bare = words[: nth.start()] if nth else words
    places = re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", text, re.I)
    found = [Span(*match.span()) for match in places]
    at = int(nth[1]) - 1 if nth else 0
    if at >= len(found) or (len(found) > 1 and not nth):
        raise ValueError(f"“{words}” is in this text {len(found)} times: {text}")
    yield found[at]
