"""The catalogue of words: looked up by their English, in the language of the present reader."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from secondsource.messages.local import write_number
from secondsource.messages.speaking import current_language


def gettext(message: str, /, **values: object) -> str:
    """A sentence in the reader's language, with its named places filled in.

    Args:
        message: the sentence in English, with places such as `%(outlet)s`.
        values: what stands in those places. None given: percent signs are left as they are.
    """
    found = open_catalogue(current_language()).gettext(message)
    return found % values if values else found


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """A sentence that counts, in the form that the reader's language has for that number.

    Args:
        one: the English for one thing, with `%(num)s` where the number stands.
        many: the English for any other number.
        count: how many there are; shown with thousands parted.
        values: what stands in the other places.
    """
    found = open_catalogue(current_language()).ngettext(one, many, count)
    return found % {"num": write_number(count), **values}


def N_(message: str) -> str:  # noqa: N802  (the name by which every extractor knows it)
    """The sentence itself; marks it for the catalogue where it is only translated later."""
    return message


@cache
def open_catalogue(code: str) -> NullTranslations:
    """The sentences of a language; those of English are in the code itself."""
    if code == "en":
        return NullTranslations()
    with (files(__package__) / f"{code}.po").open("rb") as file:
        catalogue = read_po(file, locale=code)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
