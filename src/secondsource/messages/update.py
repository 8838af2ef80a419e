"""Takes the sentences that stand in the code and the templates into the files of each language.

Run `python -m secondsource.messages.update` in a checkout: new sentences are added without a
translation, those that are gone are taken out, and what was translated stays. Where nothing is
new the files stay as they are, byte for byte.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from secondsource.messages.speaking import LANGUAGES

_HERE = Path(__file__).parent
_KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_METHODS = [
    ("**.py", "secondsource.messages.extracting:extract_marked"),
    ("**/templates/**.j2", "jinja2"),
]
_OPTIONS = {
    "**/templates/**.j2": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
}
_WIDTH = 100
_HEAD = """\
msgid ""
msgstr ""
"Project-Id-Version: Second Source\\n"
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals};\\n"
"""


def collect_sentences() -> Catalog:
    """Every sentence of the package that is marked for translation, with where it stands."""
    catalogue = Catalog(project="Second Source", charset="utf-8")
    found = extract_from_dir(
        _HERE.parent,
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
    there = read_language(code)
    return [
        str(message.id)
        for message in collect_sentences()
        if message.id and not _is_translated(there.get(message.id, message.context))
    ]


def update_language(code: str, folder: Path = _HERE) -> None:
    """Bring the file of a language in that folder up to the code."""
    path = folder / f"{code}.po"
    catalogue = read_language(code, folder)
    catalogue.update(collect_sentences(), no_fuzzy_matching=True, keep_user_comments=True)
    catalogue.obsolete.clear()
    body = BytesIO()
    write_po(
        body, catalogue, width=_WIDTH, omit_header=True, sort_output=True, include_lineno=False
    )
    path.write_bytes(_read_head(path, code).encode() + b"\n" + body.getvalue())


def read_language(code: str, folder: Path = _HERE) -> Catalog:
    """What the file of a language in that folder has; an empty catalogue where there is no file."""
    path = folder / f"{code}.po"
    if not path.exists():
        return Catalog(locale=code, project="Second Source", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=code)


def _is_translated(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    return bool(message.string and (isinstance(message.string, str) or all(message.string)))


def _read_head(path: Path, code: str) -> str:
    """What stands above the first sentence of a file, with its glossary; kept as it is."""
    if path.exists():
        return path.read_text(encoding="utf-8").partition("\n\n")[0].rstrip("\n") + "\n"
    return _HEAD.format(code=code, plurals=Catalog(locale=code).plural_forms)


if __name__ == "__main__":
    for each in LANGUAGES:
        if each != "en":
            update_language(each)
