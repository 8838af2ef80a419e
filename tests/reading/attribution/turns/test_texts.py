"""Interviews, transcripts, live blogs and posts in each language: whose word each paragraph is.

The texts are ours. Each line is what is expected and a paragraph: `~` the author's word, `?` an
unnamed speaker's, `x` no statement at all, `.` not looked at, else the name (or the words) of who
speaks, from the outermost in.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource import Article
from secondsource.reading import read_article
from secondsource.reading.statement import Statement, Voice

_FOLDER = Path(__file__).parent / "texts"


def _read_texts() -> Iterator[tuple[str, str]]:
    for file in sorted(_FOLDER.glob("*.txt")):
        for part in file.read_text("utf-8").split("\n=====\n"):
            yield file.stem[:2], part


def _tell(voice: Voice | None) -> str:
    """A voice and those within it, as they are written in the texts."""
    names = []
    while voice is not None:
        source = voice.source
        names.append("?" if source is None else source.entity or source.text)
        if voice.type == "author":
            return "~"
        voice = voice.nested
    return " > ".join(names)


def _find_in(statements: tuple[Statement, ...], start: int, end: int) -> list[Statement]:
    return [s for s in statements if s.span.start < end and s.span.end > start]


@pytest.mark.parametrize(("language", "part"), list(_read_texts()))
def test_whose_word_each_paragraph_is(language: str, part: str) -> None:
    lines = [line for line in part.splitlines() if not line.startswith("#")]
    expected = [line.partition(" | ")[0] for line in lines]
    paragraphs = [line.partition(" | ")[2] for line in lines]
    statements = read_article(Article("own", text="\n".join(paragraphs), language=language))
    wrong, at = [], 0
    for wanted, paragraph in zip(expected, paragraphs, strict=True):
        found = _find_in(statements, at, at + len(paragraph))
        told = ["x"] if not found else [_tell(s.voice) for s in found]
        if wanted not in ("", ".") and set(told) != {wanted}:
            wrong.append((wanted, told, paragraph))
        at += len(paragraph) + 1
    assert wrong == []
