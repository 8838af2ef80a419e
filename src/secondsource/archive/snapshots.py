"""The other states of the addresses that articles were found at: the earlier and the later."""

import json
from collections.abc import Collection
from typing import cast

from secondsource.archive.database import Database
from secondsource.review.match import LaterText

_OTHERS = (
    "FROM article AS mine JOIN address AS here ON here.article = mine.ordinal "
    "JOIN address AS there ON there.key = here.key "
    "JOIN article AS other ON other.ordinal = there.article "
)


def read_earlier(database: Database, articles: Collection[str]) -> tuple[str, ...]:
    """The ids of what was found before at an address of any of these articles."""
    rows = database.rows(
        f"SELECT DISTINCT other.id {_OTHERS} "
        "WHERE mine.id IN (SELECT value FROM json_each(?)) AND other.ordinal < mine.ordinal",
        (json.dumps(sorted(articles)),),
    )
    return tuple(id_ for (id_,) in cast(list[tuple[str]], rows))


def has_later_report(database: Database, article: str) -> bool:
    """Whether a report is kept on what was found later at an address of this article."""
    rows = database.rows(
        f"SELECT 1 {_OTHERS} JOIN examination ON examination.article = other.id "
        "WHERE mine.id = ? AND other.ordinal > mine.ordinal LIMIT 1",
        (article,),
    )
    return bool(rows)


def read_later(database: Database, articles: Collection[str]) -> tuple[LaterText, ...]:
    """What was found later at an address of any of these articles, with other words."""
    rows = database.rows(
        f"SELECT DISTINCT mine.id, other.id, other.text, other.added_at {_OTHERS} "
        "WHERE mine.id IN (SELECT value FROM json_each(?)) AND other.ordinal > mine.ordinal "
        "AND other.text_sha256 != mine.text_sha256 ORDER BY other.ordinal",
        (json.dumps(sorted(articles)),),
    )
    return tuple(LaterText(*row) for row in cast(list[tuple[str, str, str, str]], rows))
