"""The word lists by which names are found and compared, read once from the files beside this."""

import tomllib
from functools import cache
from importlib.resources import files

from secondsource.names.sounds import fold_word


def _load(name: str) -> dict[str, dict[str, str]]:
    text = files("secondsource.names").joinpath(name).read_text("utf-8")
    loaded: dict[str, dict[str, str]] = tomllib.loads(text)
    return loaded


@cache
def list_words(section: str) -> frozenset[str]:
    """Every word of a section of words.toml, whatever its language, folded."""
    lists = _load("words.toml")[section]
    return frozenset(fold_word(word) for text in lists.values() for word in text.split())


@cache
def list_openers(language: str) -> frozenset[str]:
    """The words that often open a sentence of a language, folded; of English when not listed."""
    lists = _load("words.toml")["openers"]
    return frozenset(fold_word(word) for word in lists.get(language, lists["en"]).split())


@cache
def list_suffixes(kind: str) -> frozenset[str]:
    """What may follow the name of a "person" (Jr) or of a "body" (Inc), folded."""
    return frozenset(fold_word(w) for w in _load("words.toml")["suffixes"][kind].split())


@cache
def given_names() -> dict[str, frozenset[int]]:
    """Every known first name, folded, with the numbers of the groups of which it is a form."""
    lists = tomllib.loads(files("secondsource.names").joinpath("given.toml").read_text("utf-8"))
    found: dict[str, frozenset[int]] = {fold_word(w): frozenset() for w in lists["others"].split()}
    for number, line in enumerate(lists["groups"].strip().splitlines()):
        for word in line.split():
            folded = fold_word(word)
            found[folded] = found.get(folded, frozenset()) | {number}
    return found


@cache
def known_bodies() -> dict[tuple[str, ...], str]:
    """The folded words of each known form of a body, with the name under which it is shown."""
    lists = tomllib.loads(files("secondsource.names").joinpath("known.toml").read_text("utf-8"))
    found: dict[tuple[str, ...], str] = {}
    for line in lists["groups"].strip().splitlines():
        forms = [form.strip() for form in line.split("|")]
        for form in forms:
            words = fold_body(form)
            telling = tuple(word for word in words if word not in SMALL_WORDS)
            found[words] = found[telling] = forms[0]
    return found


def fold_body(name: str) -> tuple[str, ...]:
    """The folded words of a body's name, its articles, dots and hyphens left out."""
    words = name.replace(".", "").replace("-", " ").replace("’", "'").split()
    folded = tuple(fold_word(word) for word in words)
    return folded[1:] if len(folded) > 1 and folded[0] in _ARTICLES else folded


_SMALL = "the a an of for and und et de la le du des del der y i и"
SMALL_WORDS = frozenset(_SMALL.split())
_ARTICLES = frozenset(("the", "die", "der", "das", "le", "la", "les", "el", "los", "las"))
