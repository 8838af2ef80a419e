"""How far what one job gathers from a whole archive reaches, and what came and went since.

A derived file that is made so has a table `reach` of one row, with the columns `format`,
`archive`, `ordinal`, `removal` and `made_at`.
"""

from dataclasses import dataclass
from typing import TypeAlias, cast

from secondsource.archive import records
from secondsource.archive.database import Database
from secondsource.archive.derived import DerivedFile
from secondsource.archive.upkeep import read_reach

Gathering: TypeAlias = tuple[int, int, str]
"""What tells one gathering from another: up to which article and removal it went, and when."""
FIND_GATHERING = "SELECT ordinal, removal, made_at FROM reach"


@dataclass(frozen=True, slots=True)
class Reach:
    """When it was gathered (None: never), and how many articles came and went since."""

    made_at: str | None = None
    later: int = 0
    removed: int = 0

    @property
    def is_current(self) -> bool:
        """Whether every article of the archive was looked at for it."""
        return self.made_at is not None and not self.later and not self.removed


def find_gathering(database: Database, file: DerivedFile, form: int) -> Gathering | None:
    """The gathering that a file holds; None where it holds none of this archive and this format."""
    archive = records.read_archive_id(database)
    sql = f"{FIND_GATHERING} WHERE format = ? AND archive = ?"
    found = cast(list[Gathering], file.rows(sql, (form, archive)))
    # A database that was put back from an older copy has not given that ordinal yet.
    return found[0] if found and found[0][0] <= read_reach(database)[0] else None


def measure_gathering(database: Database, gathering: Gathering | None) -> Reach:
    """How far a gathering reaches; all articles are later than none."""
    if gathering is None:
        return Reach(later=records.count_articles(database))
    ordinal, removal, made_at = gathering
    later = records.count_articles(database, after=ordinal)
    return Reach(made_at, later, read_reach(database)[1] - removal)
