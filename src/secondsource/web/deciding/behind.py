"""The reports whose claims do not follow yet what people decided: told, with what to do."""

from dataclasses import dataclass

from fastapi import Request

from secondsource.archive import Archive
from secondsource.web.deciding.refresher import find_refresher


@dataclass(frozen=True, slots=True)
class Behind:
    """A report whose claims are behind: the article's id, and its title where it has one.

    `number` grows with what was decided last. `given_up`: it was tried, and the report cannot
    follow; once the article is examined again its new report does.
    """

    number: int
    article: str
    title: str | None
    given_up: bool


def list_behind(
    request: Request, archive: Archive, limit: int, after: int = 0, *, given_up_only: bool = False
) -> list[Behind]:
    """The reports that are behind, in the order of their numbers.

    Args:
        request: to the workbench that works them off.
        archive: the one that is served.
        limit: the most to return.
        after: only those of higher numbers.
        given_up_only: whether those are left out that will follow in a moment.
    """
    left = set(find_refresher(request).list_given_up(archive))
    due = sorted((number, each) for each, number in archive.examinations.number_due().items())
    wanted = [
        (number, each)
        for number, each in due
        if number > after and (each in left or not given_up_only)
    ]
    shown = wanted[:limit]
    titles = archive.examinations.read_titles([each for _number, each in shown])
    return [Behind(number, each, titles.get(each), each in left) for number, each in shown]


def is_given_up(request: Request, archive: Archive, article: str) -> bool:
    """Whether the claims of an article's report could not follow what was decided on it."""
    return article in find_refresher(request).list_given_up(archive)
