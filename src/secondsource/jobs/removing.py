"""What becomes of an article that is taken out of an archive: what goes, and what stays."""

from secondsource.archive import Archive
from secondsource.archive.removals import RemovalNote
from secondsource.article import Article
from secondsource.messages import gettext as _
from secondsource.messages import ngettext
from secondsource.report.shelf import Label, label_article
from secondsource.report.wording import say_time


def say_lost() -> tuple[str, ...]:
    """What removing an article takes away for good, in sentences."""
    return (
        _("Its text: search, families and people no longer have it."),
        _("The bytes it was read from, unless another article here has the same."),
        _("Its claims in the list of claims, but those that have to be looked at again."),
    )


def list_staying(archive: Archive, id_: str) -> tuple[str, ...]:
    """What stays when an article is removed, in sentences.

    Args:
        archive: that has it.
        id_: its whole id.
    """
    reports = len(archive.examinations.history(id_))
    decisions = len(archive.review.concerning([id_]))
    verdicts = len(archive.verdicts.about(id_))
    counted = (
        (reports, _say_reports(reports)),
        (decisions, _say_decisions(decisions)),
        (verdicts, _say_verdicts(verdicts)),
    )
    return (
        *(sentence for number, sentence in counted if number),
        _("Reports on other articles, with what they quote from it."),
        _("A note of its title and outlet, of who removed it and when, for everybody here to see."),
    )


def say_removal(removed_at: str, removed_by: str) -> str:
    """When something was removed, and by whom where that is known: "28 May 2026 at 9:00 UTC by A".

    Args:
        removed_at: ISO 8601, in UTC.
        removed_by: a name; empty where it is not known.
    """
    time = say_time(removed_at)
    return _("%(time)s by %(who)s", time=time, who=removed_by) if removed_by else time


def label_removed(note: RemovalNote) -> Label:
    """What a removed article was called; one without a title by its id."""
    title = note.title if (note.title or "").strip() else _("article %(id)s", id=note.id[:8])
    return label_article(Article(note.id, "", title=title, outlet=note.outlet))


def _say_reports(number: int) -> str:
    return ngettext(
        "%(num)s report on it, with the text as it was examined.",
        "%(num)s reports on it, with the text as it was examined.",
        number,
    )


def _say_decisions(number: int) -> str:
    return ngettext(
        "%(num)s decision or note that bears on it, in the history.",
        "%(num)s decisions and notes that bear on it, in the history.",
        number,
    )


def _say_verdicts(number: int) -> str:
    return ngettext(
        "%(num)s verdict on what it claims, in the list of verdicts.",
        "%(num)s verdicts on what it claims, in the list of verdicts.",
        number,
    )
