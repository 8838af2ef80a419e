"""`secondsource search`: passages of an archive by their words."""

from typing import Annotated

import typer

from secondsource.archive import Archive
from secondsource.commands.options import ArchiveFolder, JsonTarget, Language
from secondsource.commands.show import OUT, need_archive, tell, write_objects
from secondsource.report.listings import hit_json, render_hits, say_missing_language


def search(
    words: Annotated[list[str], typer.Argument(help="Words to look for.")],
    archive: ArchiveFolder = None,
    limit: Annotated[int, typer.Option(help="The most passages to show.", min=1)] = 10,
    language: Language = None,
    outlet: Annotated[str | None, typer.Option(help="Only this outlet.")] = None,
    json_target: JsonTarget = None,
) -> None:
    """Finds passages of the archive by their words.

    Example: secondsource search ferry pier --archive newsroom
    """
    with Archive.open(need_archive(archive, "search")) as store:
        hits = store.search(" ".join(words), limit, language=language, outlet=outlet)
        articles = {a.id: a for a in store.articles({hit.article for hit in hits})}
        missing = say_missing_language(language, store.coverage()) if not hits else ""
    if missing:
        tell(missing)
    if json_target:
        write_objects((hit_json(hit, articles[hit.article]) for hit in hits), json_target)
    elif not missing:
        render_hits(hits, articles, OUT)
