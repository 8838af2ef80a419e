"""What languages are called."""

from secondsource.messages import gettext as _
from secondsource.messages import name_language


def say_language(code: str | None) -> str:
    """The name of a language, or its code where the name is not at hand."""
    return name_language(code) if code else _("language unknown")
