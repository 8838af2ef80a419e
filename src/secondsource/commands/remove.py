"""`secondsource remove`: an article taken out of an archive, once it is said a second time."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

from secondsource.archive import Archive
from secondsource.archive.removals import RemovalNote
from secondsource.article import Article
from secondsource.commands.options import ArchiveFolder, JsonTarget, find_user
from secondsource.commands.show import OUT, need_archive, tell, write_objects
from secondsource.errors import SecondSourceError
from secondsource.jobs.decide import catch_up
from secondsource.jobs.removing import label_removed, list_staying, say_lost, say_removal
from secondsource.messages import gettext as _
from secondsource.report.listings import label_line
from secondsource.report.visible import show_on_one_line

_PAGE = 1_000  # removals that are read at a time


def remove(
    article: Annotated[
        str, typer.Argument(help="The id of an article, or how it begins.", show_default=False)
    ] = "",
    archive: ArchiveFolder = None,
    yes: Annotated[bool, typer.Option("--yes", help="Remove it; else only say what goes.")] = False,
    by: Annotated[str | None, typer.Option("--by", help="Your name, in the note of it.")] = None,
    list_: Annotated[
        bool, typer.Option("--list", help="List what was removed, by whom and when.")
    ] = False,
    json_target: JsonTarget = None,
) -> None:
    """Removes ARTICLE from the archive; reports, decisions and verdicts on it stay.

    Without --yes it says what would go and what would stay, and removes nothing. Who removed what,
    and when, stays too: --list tells it.

    Example: secondsource remove 3f2a91 --yes --archive newsroom
    """
    if bool(article) is list_:
        raise SecondSourceError("give the id of an article, or --list for what was removed")
    with Archive.open(need_archive(archive, "remove")) as store:
        if list_:
            _show_list(tuple(_list_all(store)), json_target)
        elif yes:
            _remove(store, article, " ".join((by or "").split()) or find_user(), json_target)
        else:
            _ask(store, store.get(article))


def _remove(store: Archive, article: str, by: str, json_target: str | None) -> None:
    removed = store.remove(article, by)
    catch_up(store)
    if json_target:
        write_objects([{"removed": removed.id, "removed_by": by}], json_target)
    if json_target != "-":
        _print(_("Removed from the archive") + f": {label_line(removed)}")


def _ask(store: Archive, article: Article) -> None:
    """What would go and what would stay; never more than that."""
    tell(label_line(article))
    staying = list_staying(store, article.id)
    for title, sentences in ((_("This goes for good"), say_lost()), (_("This stays"), staying)):
        tell(f"{title}:")
        for sentence in sentences:
            tell(f"  {sentence}")
    raise SecondSourceError("nothing was removed: say it again with --yes to remove it")


def _list_all(store: Archive) -> Iterator[RemovalNote]:
    """Every removal, the latest first."""
    before: int | None = None
    while page := store.listing.removals.latest(_PAGE, before):
        yield from page
        before = page[-1].number


def _show_list(notes: tuple[RemovalNote, ...], json_target: str | None) -> None:
    if json_target:
        write_objects(map(asdict, notes), json_target)
    if json_target != "-":
        for note in notes:
            _print(_say_note(note))
        if not notes:
            tell(_("No article was ever removed from this archive."))


def _say_note(note: RemovalNote) -> str:
    label = label_removed(note)
    when = _("removed on %(day)s", day=say_removal(note.removed_at, note.removed_by))
    back = ". " + _("It was added again.") if note.is_back else ""
    return show_on_one_line(f"{note.id[:8]}  {label.title} ({label.outlet}): {when}{back}")


def _print(line: str) -> None:
    OUT.print(line, highlight=False, markup=False, soft_wrap=True)
