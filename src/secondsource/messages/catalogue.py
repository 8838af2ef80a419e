"""The catalogue of words: looked up by their English, in the language of the present reader."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = {"en": "English", "ru": "Русский"}
"""The languages that the program speaks, by code, each with its own name for itself."""

_SPOKEN: ContextVar[str] = ContextVar("language of the reader", default="en")


def gettext(message: str, /, **values: object) -> str:
    """A sentence in the reader's language, with its named places filled in.

    Args:
        message: the sentence in English, with places such as `%(outlet)s`.
        values: what stands in those places. None given: percent signs are left as they are.
    """
    found = _open_catalogue(_SPOKEN.get()).gettext(message)
    return found % values if values else found


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """A sentence that counts, in the form that the reader's language has for that number.

    Args:
        one: the English for one thing, with `%(num)s` where the number stands.
        many: the English for any other number.
        count: how many there are; shown with thousands parted.
        values: what stands in the other places.
    """
    found = _open_catalogue(_SPOKEN.get()).ngettext(one, many, count)
    return found % {"num": f"{count:,}", **values}


def N_(message: str) -> str:  # noqa: N802  (the name by which every extractor knows it)
    """The sentence itself; marks it for the catalogue where it is only translated later."""
    return message


@contextmanager
def use_language(code: str) -> Iterator[None]:
    """Speak that language within the block; one that is not spoken here is English.

    Args:
        code: ISO 639-1, as in `LANGUAGES`.
    """
    token = _SPOKEN.set(code if code in LANGUAGES else "en")
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def current_language() -> str:
    """The code of the language that is spoken now."""
    return _SPOKEN.get()


def choose_language(accepted: str) -> str:
    """The code of the spoken language that a browser likes best; English when it likes none.

    Args:
        accepted: the header `Accept-Language`, as it came. Only its beginning is read.
    """
    liked = [part.strip().partition(";") for part in accepted[:200].split(",")]
    ranked = sorted(liked, key=lambda part: -_read_weight(part[2]))
    codes = (name.split("-")[0].lower() for name, _, _ in ranked)
    return next((code for code in codes if code in LANGUAGES), "en")


def _read_weight(parameter: str) -> float:
    """How much a language is liked, from `q=0.5`; 1 where nothing is said, 0 where it is odd."""
    if not parameter:
        return 1.0
    try:
        return float(parameter.strip().removeprefix("q="))
    except ValueError:
        return 0.0


@cache
def _open_catalogue(code: str) -> NullTranslations:
    """The sentences of a language; those of English are in the code itself."""
    if code == "en":
        return NullTranslations()
    with (files(__package__) / f"{code}.po").open("rb") as file:
        catalogue = read_po(file, locale=code)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
