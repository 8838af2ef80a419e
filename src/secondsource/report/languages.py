"""What languages are called."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from secondsource.messages import N_
from secondsource.messages import gettext as _

_LANGUAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ar": N_("Arabic"),
        "be": N_("Belarusian"),
        "cs": N_("Czech"),
        "de": N_("German"),
        "el": N_("Greek"),
        "en": N_("English"),
        "es": N_("Spanish"),
        "fa": N_("Persian"),
        "fr": N_("French"),
        "he": N_("Hebrew"),
        "it": N_("Italian"),
        "ja": N_("Japanese"),
        "nl": N_("Dutch"),
        "pl": N_("Polish"),
        "pt": N_("Portuguese"),
        "ru": N_("Russian"),
        "sr": N_("Serbian"),
        "tr": N_("Turkish"),
        "uk": N_("Ukrainian"),
        "zh": N_("Chinese"),
    }
)


def say_language(code: str | None) -> str:
    """The name of a language, or its code where the name is not at hand."""
    if not code:
        return _("language unknown")
    return _(_LANGUAGES[code]) if code in _LANGUAGES else code
