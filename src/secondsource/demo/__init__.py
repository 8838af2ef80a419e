"""The bundled newsroom: a small fictional collection that holds everything the program is about."""

import shutil
from pathlib import Path

from secondsource.archive import AddResult, Archive
from secondsource.collect import collect
from secondsource.jobs.check import CheckOptions
from secondsource.jobs.examine import examine as examine_article
from secondsource.jobs.families import refresh_families
from secondsource.report.report import Report

FOLDER = Path(__file__).parent
EXAMINED = FOLDER / "examined.html"
TRUTH = FOLDER / "truth.json"


def build_archive(folder: Path) -> AddResult:
    """An archive of the bundled newsroom in a folder; what is there already is kept."""
    with Archive.open(folder, create=True) as archive:
        if not (archive.path / "houses.toml").exists():
            shutil.copyfile(FOLDER / "houses.toml", archive.path / "houses.toml")
        return archive.add(collect(FOLDER / "newsroom"))


def examine(folder: Path, options: CheckOptions | None = None) -> Report:
    """The report on the bundled article, against the archive that `build_archive` made.

    It is kept there, and so are the families of the archive: the workbench shows both.
    """
    with Archive.open(folder) as archive:
        _, report = examine_article(EXAMINED, archive, options)
        refresh_families(archive)
        return report
