"""Pages of a list: where the next one begins."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field

from secondsource.errors import RequestError
from secondsource.messages import gettext as _
from secondsource.web.api.shapes import MOST_ITEMS

Item = TypeVar("Item")


class PageFilters(BaseModel):
    """How many, and from where on."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(default=50, ge=1, le=MOST_ITEMS)
    after: str | None = Field(default=None, max_length=20, description="`next` of the page before.")


def split_page(
    found: Sequence[Item], limit: int, write_cursor: Callable[[Item], str]
) -> tuple[Sequence[Item], str | None]:
    """One page of what was found, and where the next begins; None where nothing follows.

    Args:
        found: what was asked for, with one item more than the page holds where there is one.
        limit: the most items of a page.
        write_cursor: the place of an item in the list, in a string.
    """
    page = found[:limit]
    return page, write_cursor(page[-1]) if len(found) > limit else None


def read_number(cursor: str | None) -> int | None:
    """The number that a cursor holds.

    Raises:
        RequestError: it holds none.
    """
    if cursor is None:
        return None
    if not (cursor.isascii() and cursor.isdecimal() and len(cursor) <= 18):
        raise RequestError(_("`after` is not what a page gave as its `next`."))
    return int(cursor)
