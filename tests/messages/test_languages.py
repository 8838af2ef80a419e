"""Each language has every sentence, with the places and the markup of the English."""

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from secondsource import messages
from secondsource.messages import LANGUAGES
from secondsource.messages.update import (
    collect_sentences,
    find_untranslated,
    read_language,
    update_language,
)

OTHERS = sorted(set(LANGUAGES) - {"en"})
MARKING = {"_", "N_", "ngettext", "compose", "compose_count", "mark_sentence", "mark_count"}
_PLACE = re.compile(r"%\((\w+)\)[sdr]")
_TAG = re.compile(r"<[^<>]*>|`[^`]*`")


@pytest.mark.parametrize("code", OTHERS)
def test_every_sentence_of_the_program_is_there(code: str) -> None:
    missing = find_untranslated(code)
    advice = f"run python -m secondsource.messages.update and translate them in {code}.po"
    assert not missing, f"{advice}: " + "; ".join(missing)


def test_no_marked_sentence_of_the_code_is_overlooked() -> None:
    """Babel does not look into f-strings: a sentence there would silently stay English."""
    found = {m.id if isinstance(m.id, str) else m.id[0] for m in collect_sentences()}
    package = Path(messages.__file__).parents[1]
    overlooked = {
        f"{path.name}: {sentence}"
        for path in package.rglob("*.py")
        for sentence in _read_marked(path)
        if sentence not in found
    }
    assert overlooked == set()


def _read_marked(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            first = node.args[0]
            if node.func.id in MARKING and isinstance(first, ast.Constant):
                yield str(first.value)


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_is_fuzzy_or_empty(code: str) -> None:
    unfinished = [m.id for m in _read(code) if m.fuzzy or not all(_translations(m))]
    assert unfinished == []


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("pattern", [_PLACE, _TAG], ids=["places", "markup"])
def test_a_translation_has_what_the_english_has(code: str, pattern: re.Pattern[str]) -> None:
    wrong = {
        translated: message.id
        for message in _read(code)
        for translated in _translations(message)
        if _find(pattern, translated) != _find(pattern, _english(message))
    }
    assert wrong == {}


def test_a_second_update_changes_nothing(tmp_path: Path) -> None:
    for code in OTHERS:
        there = Path(messages.__file__).parent / f"{code}.po"
        here = Path(shutil.copy(there, tmp_path))
        update_language(code, tmp_path)
        assert here.read_bytes() == there.read_bytes(), "run python -m secondsource.messages.update"


def test_a_new_language_begins_with_all_sentences(tmp_path: Path) -> None:
    update_language("pl", tmp_path)
    first = (tmp_path / "pl.po").read_bytes()
    begun = [m for m in read_language("pl", tmp_path) if m.id]
    assert len(begun) == len(_read(OTHERS[0]))
    assert b"nplurals=3" in first
    update_language("pl", tmp_path)
    assert (tmp_path / "pl.po").read_bytes() == first


def _read(code: str) -> list[Message]:
    return [message for message in read_language(code) if message.id]


def _english(message: Message) -> str:
    """The English; where it counts, the form for many, which has all places."""
    return str(message.id if isinstance(message.id, str) else message.id[-1])


def _translations(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _find(pattern: re.Pattern[str], text: str) -> list[str]:
    return sorted(set(pattern.findall(text)))
