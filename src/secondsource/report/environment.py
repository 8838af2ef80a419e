"""How the templates of reports and pages are opened, and how what is put into them is shown."""

from collections.abc import Callable

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from secondsource.messages.retelling import InEnglish
from secondsource.messages.templates import install_messages
from secondsource.report import numbers
from secondsource.report.visible import show_hidden


def open_environment(package: str, show: Callable[[object], object]) -> Environment:
    """The templates of a package, which speak the reader's language.

    Args:
        package: its name; the templates are in its folder `templates`.
        show: makes of each value what stands in the text, and of others' words safe ones.
    """
    environment = Environment(
        loader=PackageLoader(package),
        autoescape=True,  # also where no HTML is made: what macros return is not shown twice
        auto_reload=False,  # a newer version installed meanwhile has templates for its own code
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=show,
    )
    install_messages(environment)
    return environment


def open_report_environment(show: Callable[[object], object]) -> Environment:
    """The templates of reports, with numbers as a report says them; see `open_environment`."""
    environment = open_environment("secondsource.report", show)
    environment.globals["ngettext"] = numbers.ngettext
    environment.filters["share"] = numbers.say_share
    environment.filters["capitalize_first"] = numbers.capitalize_first
    return environment


def show_value(value: object) -> object:
    """Any text from an article with its hidden characters named; markup of our own as it is."""
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return mark_english(value) if isinstance(value, InEnglish) else show_hidden(value)


def mark_english(sentence: str) -> Markup:
    """A sentence that could not be told in the reader's language, marked as English."""
    # Without quotation marks, so that it could not end an attribute that it is put into.
    return Markup("<span lang=en>{}</span>").format(show_hidden(sentence))
