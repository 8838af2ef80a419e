"""The command `naming`: what outlets call differently, and who uses which word."""

from secondsource.archive import Archive
from secondsource.commands.show import OUT, stages, tell, write_objects
from secondsource.jobs.naming import find_archive_naming
from secondsource.reading.wording.naming.contested import MOST_ARTICLES
from secondsource.report.naming import naming_json, render_naming
from secondsource.report.shelf import make_shelf


def show_naming(
    archive: Archive, words: tuple[str, ...], limit: int, json_target: str | None
) -> None:
    """Find the pairs of an archive and print them, or write them as JSON, one a line."""
    total = len(archive)
    if total > MOST_ARTICLES:
        tell(f"{total} articles: of each language the latest {MOST_ARTICLES} are compared.")
    with stages() as progress:
        found = find_archive_naming(archive, words, limit, progress)
    if json_target:
        write_objects(map(naming_json, found), json_target)
        return
    named = {p.article for pair in found for use in pair.uses for p in use.passages}
    render_naming(found, make_shelf(None, archive.articles(sorted(named))), OUT)
