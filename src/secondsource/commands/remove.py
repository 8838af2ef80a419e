"""`secondsource remove`: an article taken out of an archive, once it is said a second time."""

from typing import Annotated

import typer

from secondsource.archive import Archive
from secondsource.commands.options import ArchiveFolder, JsonTarget
from secondsource.commands.show import OUT, need_archive, tell, write_objects
from secondsource.errors import SecondSourceError
from secondsource.jobs.decide import catch_up
from secondsource.jobs.removing import list_staying, say_lost
from secondsource.messages import gettext as _
from secondsource.report.listings import label_line


def remove(
    article: Annotated[str, typer.Argument(help="The id of an article, or how it begins.")],
    archive: ArchiveFolder = None,
    yes: Annotated[bool, typer.Option("--yes", help="Remove it; else only say what goes.")] = False,
    json_target: JsonTarget = None,
) -> None:
    """Removes ARTICLE from the archive; reports, decisions and verdicts on it stay.

    Without --yes it says what would go and what would stay, and removes nothing.

    Example: secondsource remove 3f2a91 --yes --archive newsroom
    """
    with Archive.open(need_archive(archive, "remove")) as store:
        found = store.get(article)
        staying = list_staying(store, found.id)
        if yes:
            store.remove(found.id)
            catch_up(store)
    if not yes:
        tell(label_line(found))
        for title, sentences in ((_("This goes for good"), say_lost()), (_("This stays"), staying)):
            tell(f"{title}:")
            for sentence in sentences:
                tell(f"  {sentence}")
        raise SecondSourceError("nothing was removed: say it again with --yes to remove it")
    if json_target:
        write_objects([{"removed": found.id}], json_target)
    if json_target != "-":
        line = _("Removed from the archive") + f": {label_line(found)}"
        OUT.print(line, highlight=False, markup=False, soft_wrap=True)
