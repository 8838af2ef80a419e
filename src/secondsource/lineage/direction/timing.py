"""What the dates of two articles say on who took from whom, and when they say little."""

import re
from datetime import UTC, datetime

from secondsource.article import Article, Role, Signal
from secondsource.lineage.names import is_same_outlet, list_outlet_names, name_apart

# A date is weighed against what speaks for the contrary (.9 for a credit), and decides from .3 on.
# Of the 13 dated ties in PolNeAR that dates had decided, the two excerpts of different outlets were
# wrong (both outlets had the words from a third), the eleven of one outlet were right; of the
# labelled FNC-1 pairs three in four excerpts come from a common source (docs/natural-copies.md).
_DATE, _WEAK_DATE, _UPDATED = 0.6, 0.25, 0.25
_GIVEN = 0.05  # with the agency's name missing (.2) it must not decide: both may be its clients
_MOSTLY_TAKEN = 0.5  # of the later article's own words: less is an excerpt
_ORIGINS = (Role.ORIGINAL_OUTLET, Role.REPUBLISHED_FROM, Role.WIRE)
_EDGE = 400  # characters at either end of a text where a note of its update stands
_UPDATE = re.compile(
    r"\b(?:(?i:updated)\b|UPDATE\b|(?i:last (?:updated|modified))|Обновлено|Дополнено|Оновлено"
    r"|Aktualisiert|Stand:|Mis à jour|Actualizado|Aktualizacja|Güncelleme)"
)


def find_later(child: Article, parent: Article, coverage: float) -> Signal | None:
    """The signal that the first article is the later one.

    Args:
        child: the article that may have taken from the other.
        parent: the other.
        coverage: the share of the child's own words that stand in the parent.
    """
    if not child.published or not parent.published:
        return None
    if not is_later(child.published, parent.published, _is_one_house(child, parent)):
        return None
    whose = name_apart(child, parent)
    what = f"{name_apart(parent, child)} {_say_when(parent, child)}"
    sentence = f"{whose} published {_say_when(child, parent)}, after {what}"
    score, doubt = _weigh(child, parent, coverage)
    return Signal("published_later", score, f"{sentence}{doubt}.")


def is_later(left: str, right: str, one_clock: bool = False) -> bool:
    """Whether the first of two ISO 8601 dates is later.

    To the minute when both have an offset from UTC, or neither has one and both are by one clock;
    else as far as both are given and at most to the day, and then by the day in UTC too.

    Args:
        left: the date that may be later.
        right: the other.
        one_clock: whether one outlet gives both.
    """
    moments = [_read_moment(value) for value in (left, right)]
    zoned = [bool(moment and moment.tzinfo) for moment in moments]
    if moments[0] and moments[1] and all(zoned):
        return moments[0] > moments[1]
    most = len("2019-02-18T10:00" if one_clock and not any(zoned) else "2019-02-18")
    precision = min(len(left), len(right), most)
    days = [
        _in_utc(moment) if moment and moment.tzinfo else value
        for moment, value in zip(moments, (left, right), strict=True)
    ]
    return left[:precision] > right[:precision] and days[0][:precision] > days[1][:precision]


def _read_moment(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def _in_utc(moment: datetime) -> str:
    try:
        return moment.astimezone(UTC).isoformat()
    except OverflowError:  # the first and the last day there are
        return moment.isoformat()


def credits_third(child: Article, parent: Article) -> str | None:
    """The outlet, neither of the two, that an article names as where its text comes from."""
    theirs = [*list_outlet_names(child), *list_outlet_names(parent)]
    named = (c.name for c in child.credits if c.role in _ORIGINS)
    return next((n for n in named if not any(is_same_outlet(n, t) for t in theirs)), None)


def _weigh(child: Article, parent: Article, coverage: float) -> tuple[float, str]:
    """How much the later date says, and in words why it does not say more."""
    if _is_one_house(child, parent):
        return _DATE, ""  # of two versions at one outlet the updated one is the later text
    third = credits_third(child, parent)
    if third is not None:
        return _WEAK_DATE, f"; but it names {third} as where its text comes from"
    if coverage < _MOSTLY_TAKEN:
        return _WEAK_DATE, "; but both may have the words that they share from a third"
    if given := credits_third(parent, child):
        return _GIVEN, f"; but that names {given} as where its text comes from"
    if _says_updated(child):
        return _UPDATED, "; but it says that it was updated, and may have stood there before"
    return _DATE, ""


def _is_one_house(left: Article, right: Article) -> bool:
    return bool(left.outlet and right.outlet and is_same_outlet(left.outlet, right.outlet))


def _says_updated(article: Article) -> bool:
    ends = article.text[:_EDGE], article.text[-_EDGE:]
    return any(_UPDATE.search(end) for end in ends)


def _say_when(article: Article, other: Article) -> str:
    """The day; the time as well on the same day, or where the days alone seem to contradict."""
    when, then = article.published or "", other.published or ""
    if when[:10] != then[:10] and (when > then) == is_later(when, then):
        return f"on {when[:10]}"
    return f"on {when[:10]} at {when[11:16]} ({when[16:].lstrip(':0123456789.') or 'local time'})"


def when(article: Article) -> tuple[str, str]:
    """What articles are put in order of time by.

    A date that is less precise comes after those within it: "2019" after every day of that year.
    An article without a date comes last.
    """
    return f"{article.published or '9999'}~", article.id
