"""The catalogue in Jinja templates."""

from jinja2 import Environment

from secondsource.messages.catalogue import gettext, ngettext


def install_messages(environment: Environment) -> None:
    """Let the templates of an environment speak the reader's language.

    `_("… %(outlet)s …", outlet=…)` and `ngettext("%(num)s copy", "%(num)s copies", count)` give
    text, which is escaped as any other; `{% trans %}…{% endtrans %}` is for sentences that hold
    markup. A percent sign is itself in all of them; `{% pluralize %}` is not used.
    """
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=False
    )
