"""Why another examination of an article may find something else than a kept report."""

from secondsource.messages import gettext as _
from secondsource.messages import ngettext


def say_stale(since: tuple[int, int], version: str, current: str) -> tuple[str, ...]:
    """Why, in sentences; else empty.

    Args:
        since: how many articles came into the archive, and how many went, since it was made.
        version: of the program that made it.
        current: that which runs now.
    """
    added, removed = since
    told = []
    if added:
        told.append(
            ngettext(
                "%(num)s article has been added to the archive since.",
                "%(num)s articles have been added to the archive since.",
                added,
            )
        )
    if removed:
        told.append(
            ngettext(
                "%(num)s article has been removed from the archive since.",
                "%(num)s articles have been removed from the archive since.",
                removed,
            )
        )
    if version != current:
        told.append(
            _(
                "It was made with version %(made)s of the program; this is %(current)s.",
                made=version,
                current=current,
            )
        )
    return tuple(told)
