"""Which of two dates comes first, when either may be only a year or a month."""

from secondsource.reading.statement import Due

_OPEN = "open"


def tell_when(published: str | None, examined: str | None) -> str | None:
    """ "before", "same time" (one day, or not told apart) or "after"; None when a date is missing.

    Args:
        published: when the evidence was published, ISO 8601 as precise as is known.
        examined: when the article under examination was.
    """
    if not published or not examined:
        return None
    length = min(len(published), len(examined), len("2019-02-18"))
    left, right = published[:length], examined[:length]
    if left == right:
        return "same time"
    return "before" if left < right else "after"


def is_past(due: Due | None, latest: str | None) -> bool:
    """Whether a forecast had come due when the latest article that was searched came out.

    A due date of only a year or a month is past when the whole of it is.
    """
    if due is None or not latest or due.end == _OPEN:
        return False
    return due.end < latest[: len(due.end)]


def first_day_to_search(due: Due, examined: str | None) -> str | None:
    """From when on articles may tell whether a forecast came true; None when nothing says."""
    return examined or (None if due.start == _OPEN else due.start)
