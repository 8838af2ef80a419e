"""Takes the sentences that stand in the code and the templates into the files of each language.

Run `python -m secondsource.messages.update` in a checkout: new sentences are added without a
translation, those that are gone are taken out, and what was translated stays.
"""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from secondsource.messages.catalogue import LANGUAGES

_HERE = Path(__file__).parent
_METHODS = [("**.py", "python"), ("**/templates/**.j2", "jinja2")]
_KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
_OPTIONS = {
    "**/templates/**.j2": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
}
_WIDTH = 100


def collect_sentences(package: Path = _HERE.parent) -> Catalog:
    """Every sentence of the package that is marked for translation, with where it stands."""
    catalogue = Catalog(project="Second Source", charset="utf-8")
    found = extract_from_dir(
        package,
        method_map=_METHODS,
        options_map=_OPTIONS,
        keywords=_KEYWORDS,
        comment_tags=("For translators:",),
        strip_comment_tags=True,
    )
    for file, _line, message, comments, context in found:
        # Without line numbers: a sentence that moves within its file is no change.
        catalogue.add(message, None, [(file, 0)], auto_comments=comments, context=context)
    return catalogue


def find_untranslated(code: str) -> list[str]:
    """The sentences, in English, that the file of a language lacks."""
    there = _read(code)
    return [
        str(message.id)
        for message in collect_sentences()
        if message.id and not _is_translated(there, message.id)
    ]


def update_language(code: str) -> None:
    """Bring the file of a language up to the code."""
    catalogue = _read(code)
    catalogue.update(collect_sentences(), no_fuzzy_matching=True, keep_user_comments=True)
    catalogue.obsolete.clear()
    with _file(code).open("wb") as file:
        write_po(
            file, catalogue, width=_WIDTH, omit_header=False, sort_output=True, include_lineno=False
        )


def _is_translated(catalogue: Catalog, sentence: object) -> bool:
    message = catalogue.get(sentence)  # type: ignore[arg-type]
    if message is None or message.fuzzy:
        return False
    return bool(message.string and (isinstance(message.string, str) or all(message.string)))


def _read(code: str) -> Catalog:
    if not _file(code).exists():
        return Catalog(locale=code, project="Second Source", charset="utf-8")
    with _file(code).open("rb") as file:
        return read_po(file, locale=code)


def _file(code: str) -> Path:
    return _HERE / f"{code}.po"


if __name__ == "__main__":
    for each in LANGUAGES:
        if each != "en":
            update_language(each)
