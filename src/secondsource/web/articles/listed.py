"""Articles in lists: what each is called where only its entry is read."""

from dataclasses import dataclass, replace

from secondsource.archive.listing import Entry
from secondsource.messages import gettext as _
from secondsource.report.shelf import Label, label_article
from secondsource.report.visible import show_on_one_line

_OPENING = 90


@dataclass(frozen=True, slots=True)
class Listed:
    """An article in a list: its id, and what it is called."""

    id: str
    label: Label


def list_entry(entry: Entry) -> Listed:
    """An article as a list shows it; one without a title by its first words."""
    label = label_article(entry)
    opening = show_on_one_line(entry.opening or "", _OPENING)
    if not (entry.title or "").strip() and opening:
        label = replace(label, title=_("“%(words)s”", words=opening))
    return Listed(entry.id, label)
