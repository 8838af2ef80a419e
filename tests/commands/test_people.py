"""The command `people`: what it prints, and one clear line for bad input."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.cli import app
from secondsource.collect import Collected
from secondsource.errors import SecondSourceError

Run = Callable[..., Result]
_TEXTS = {
    "en1": ("en", "Yesterday Mayor Anna Weld said that the pier is closed. Weld then left."),
    "en2": ("en", "The report names A. Weld and Tom Reed, who live in the port."),
    "ru1": ("ru", "Вчера мэр Анна Уэлд закрыла причал. С Анной Уэлд был рыбак."),
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    items = [
        Collected(Article(id_, text, language=language), text.encode(), "text/plain", id_)
        for id_, (language, text) in _TEXTS.items()
    ]
    with Archive.open(tmp_path / "a", create=True) as store:
        store.add(items)
    return tmp_path / "a"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, archive: Path) -> Run:
    monkeypatch.setenv("COLUMNS", "160")

    def invoke(*words: object) -> Result:
        given = ["people", *map(str, words), "--archive", str(archive)]
        return CliRunner().invoke(app, given, catch_exceptions=True)

    return invoke


def _read(result: Result) -> dict[str, dict[str, object]]:
    assert result.exit_code == 0, result.output
    return {person["name"]: person for person in json.loads(result.stdout)["people"]}


def test_the_index_as_json(run: Run) -> None:
    weld = _read(run("--json", "-"))["Anna Weld"]
    assert (weld["kind"], weld["mentioned"], weld["quoted"]) == ("person", 3, None)
    assert set(weld["articles"]) == {"en1", "en2", "ru1"}  # type: ignore[call-overload]
    assert {"Anna Weld", "Weld", "A. Weld", "Анна Уэлд", "Анной Уэлд"} <= {*weld["variants"]}  # type: ignore[misc]


def test_one_person_by_a_spelling_in_another_script(run: Run) -> None:
    weld = _read(run("Анна", "Уэлд", "--json", "-"))["Anna Weld"]
    assert (weld["quoted"], weld["quoted_read"]) == (1, 3)
    quote = weld["quotes"][0]  # type: ignore[index]
    assert quote["article"] == "en1"
    assert "pier is closed" in quote["text"]
    assert "why these names are one" in run("Anna Weld").stdout


def test_the_listing_and_one_person_in_russian(run: Run) -> None:
    listing = run("--speak", "ru")
    assert "пишут и так" in listing.stdout
    assert "человек" in listing.stdout
    assert "Статей: 3." in listing.stderr
    told = run("Anna Weld", "--speak", "ru").stdout
    assert "человек, 3 статьи в архиве" in told
    assert "цитируется в 1 из 3 статей, прочитанных для этого" in told
    assert "почему эти имена — одно" in told
    run("split", "Anna Weld", "A. Weld", "--by", "A. Reader")
    assert "A. Weld: это не Anna Weld" in run("history", "--speak", "ru").stdout


def test_kind_and_least(run: Run) -> None:
    assert set(_read(run("--kind", "person", "--min", 2, "--json", "-"))) == {"Anna Weld"}
    assert "Anna Weld" in run("--kind", "person").stdout


def test_split_merge_undo_history(run: Run) -> None:
    assert run("split", "Anna Weld", "A. Weld", "--by", "A. Reader").exit_code == 0
    assert "A. Weld" in _read(run("--json", "-"))
    assert "A. Reader" in run("history").stdout
    assert run("undo", "--by", "B. Reader").exit_code == 0
    assert "A. Weld" not in _read(run("--json", "-"))
    assert "taken back" in run("history").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Nobody Here",), "nobody in the archive is named"),
        (("--kind", "ship"), "person or body"),
        (("split", "Anna Weld"), "split needs"),
        (("split", "Anna Weld", "Tom Reed"), "not a full name of"),
        (("split", "Tom Reed", "Tom Reed"), "no name of Tom Reed would be left"),
        (("merge", "Anna Weld"), "merge needs two names"),
        (("merge", "Anna Weld", "A. Weld"), "one already"),
        (("undo",), "no decision to undo"),
        (("undo", "x"), "the number of one decision"),
        (("undo", "7"), "no decision 7 to undo"),
    ],
)
def test_bad_input_is_one_clear_line(run: Run, words: tuple[str, ...], said: str) -> None:
    result = run(*words, "--by", "A. Reader")
    assert isinstance(result.exception, SecondSourceError)
    assert said in str(result.exception)
    assert "\n" not in str(result.exception)
