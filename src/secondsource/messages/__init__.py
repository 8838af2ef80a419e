"""The words that a person reads, in the language that they chose.

English stands in the code, as whole sentences with named places; each other language is one file,
`LANGUAGE.po`, which any translation program opens. `python -m secondsource.messages.update` (with
the test tools installed) takes new sentences into the files; a test tells which are missing.
"""

from secondsource.messages.catalogue import N_, gettext, ngettext
from secondsource.messages.local import name_language, name_month, write_number
from secondsource.messages.speaking import (
    LANGUAGES,
    choose_language,
    current_language,
    use_language,
)

__all__ = [
    "LANGUAGES",
    "N_",
    "choose_language",
    "current_language",
    "gettext",
    "name_language",
    "name_month",
    "ngettext",
    "use_language",
    "write_number",
]
