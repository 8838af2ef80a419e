"""The bundled newsroom: a small fictional collection that holds everything the program is about."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from secondsource.archive import AddResult, Archive
from secondsource.collect import Collected, Rejected, collect
from secondsource.errors import ArchiveError
from secondsource.jobs.check import CheckOptions
from secondsource.jobs.examine import examine as examine_article
from secondsource.jobs.families import refresh_families
from secondsource.review.report import Report

FOLDER = Path(__file__).parent
EXAMINED = FOLDER / "examined.html"
TRUTH = FOLDER / "truth.json"


def build_archive(folder: Path) -> AddResult:
    """An archive of the bundled newsroom in a folder; what is there already is kept.

    Raises:
        ArchiveError: other articles are there, which fictional ones would be mixed with.
    """
    items = list(collect(FOLDER / "newsroom"))
    with Archive.open(folder, create=True) as archive:
        _check_own(archive, items)
        if not (archive.path / "houses.toml").exists():
            shutil.copyfile(FOLDER / "houses.toml", archive.path / "houses.toml")
        return archive.add(items)


def _check_own(archive: Archive, items: Sequence[Collected | Rejected]) -> None:
    """Refuse an archive that has other articles and lacks some of the newsroom's."""
    ids = {item.article.id for item in items if isinstance(item, Collected)}
    there = sum(id_ in archive for id_ in ids)
    if there < len(ids) and len(archive) > there:
        raise ArchiveError(
            f"{archive.path} has articles of its own, which those of the demo, all of them "
            "invented, would be mixed with: give another folder with --out."
        )


def examine(folder: Path, options: CheckOptions | None = None) -> Report:
    """The report on the bundled article, against the archive that `build_archive` made.

    It is kept there, and so are the families of the archive: the workbench shows both.
    """
    with Archive.open(folder) as archive:
        _, report = examine_article(EXAMINED, archive, options)
        refresh_families(archive)
        return report
