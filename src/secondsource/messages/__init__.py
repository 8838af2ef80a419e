"""The words that a person reads, in the language that they chose.

English stands in the code, as whole sentences with named places; each other language is one file,
`LANGUAGE.po`, which any translation program opens. `python -m secondsource.messages.update` (with
the test tools installed) takes new sentences into the files; a test tells which are missing.
"""

from secondsource.messages.catalogue import (
    LANGUAGES,
    N_,
    choose_language,
    current_language,
    gettext,
    ngettext,
    use_language,
)

__all__ = [
    "LANGUAGES",
    "N_",
    "choose_language",
    "current_language",
    "gettext",
    "ngettext",
    "use_language",
]
